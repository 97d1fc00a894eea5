/* files.c — files and folders, with every failure reported.   [base] */
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <ideenkarte/error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file_tree.h"
#include "io_error.h"

GBytes *ik_read_file(const char *path, GError **error)
{
    char *bytes;
    gsize size;
    g_autoptr(GError) reason = NULL;
    if (g_file_get_contents(path, &bytes, &size, &reason))
        return g_bytes_new_take(bytes, size);
    bool is_missing = g_error_matches(reason, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    g_set_error_literal(error, IK_ERROR, is_missing ? IK_ERROR_NOT_FOUND : IK_ERROR_IO,
                        reason->message);
    return NULL;
}

/* 0, or an errno. */
static int write_all(int file, const void *bytes, gsize size)
{
    for (const char *rest = bytes; size > 0;) {
        ssize_t written = write(file, rest, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : EIO;
        rest += written;
        size -= (gsize)written;
    }
    return 0;
}

static bool is_inside(const char *relative)
{
    g_auto(GStrv) parts = g_strsplit(relative, "/", -1);
    for (char **part = parts; *part != NULL; part++)
        if (**part == '\0' || strcmp(*part, ".") == 0 || strcmp(*part, "..") == 0)
            return false;
    return *parts != NULL;
}

static int open_new(const char *path)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file >= 0 || errno != ENOENT)
        return file;
    g_autofree char *parent = g_path_get_dirname(path);
    if (g_mkdir_with_parents(parent, 0777) != 0)
        return -1;
    return open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
}

int ik_write_and_close(int file, const void *bytes, gsize size)
{
    int failure = write_all(file, bytes, size);
    return close(file) != 0 && failure == 0 ? errno : failure;
}

bool ik_write_file(const char *folder, const char *relative, const void *bytes, gsize size,
                   GError **error)
{
    if (!is_inside(relative)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: \"%s\" is no path inside this folder",
                    folder, relative);
        return false;
    }
    g_autofree char *path = g_build_filename(folder, relative, NULL);
    int file = open_new(path);
    if (file < 0)
        return ik_io_error_set(error, errno, path, "create");
    int failure = ik_write_and_close(file, bytes, size);
    return failure == 0 || ik_io_error_set(error, failure, path, "write");
}

/* --- replacing one file ----------------------------------------------------------------------- */

static bool sync_folder(const char *path, GError **error)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return ik_io_error_set(error, errno, path, "open folder");
    bool ok = fsync(folder) == 0 || ik_io_error_set(error, errno, path, "sync folder");
    close(folder);
    return ok;
}

/* Opens and locks `path`, whatever a killed process left there. Another one may finish and rename it
 * between our opening and locking: then the name means another file, or none. */
static int open_locked(const char *path, GError **error)
{
    for (guint attempt = 0; attempt < 100; attempt++) {
        int file = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (file < 0) {
            ik_io_error_set(error, errno, path, "create");
            return -1;
        }
        struct stat opened, named;
        bool is_locked = flock(file, LOCK_EX | LOCK_NB) == 0;
        if (is_locked && fstat(file, &opened) == 0 && lstat(path, &named) == 0 &&
            opened.st_ino == named.st_ino && opened.st_dev == named.st_dev)
            return file;
        close(file);
        if (!is_locked)
            break;
    }
    g_set_error(error, IK_ERROR, IK_ERROR_BUSY, "%s: another process is writing this file", path);
    return -1;
}

/* Writes the locked file and makes it durable, with the permissions of the one it will replace. */
static bool fill(int file, const char *target, const void *bytes, gsize size, GError **error)
{
    struct stat former;
    int failure = ftruncate(file, 0) != 0 ? errno : write_all(file, bytes, size);
    if (failure == 0 && stat(target, &former) == 0 && fchmod(file, former.st_mode & 07777) != 0)
        failure = errno;
    if (failure == 0 && fsync(file) != 0)
        failure = errno;
    return failure == 0 || ik_io_error_set(error, failure, target, "write");
}

static bool replace(const char *target, const void *bytes, gsize size, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(target);
    g_autofree char *name = g_path_get_basename(target);
    g_autofree char *hidden = g_strconcat(".", name, ".partial", NULL);
    g_autofree char *partial = g_build_filename(folder, hidden, NULL);
    int file = open_locked(partial, error);
    if (file < 0)
        return false;
    bool ok = fill(file, target, bytes, size, error);
    if (ok && rename(partial, target) != 0)
        ok = ik_io_error_set(error, errno, target, "replace");
    if (!ok)
        unlink(partial);
    close(file); /* the lock is kept until nothing of ours is in the way */
    return ok && sync_folder(folder, error);
}

bool ik_replace_file(const char *path, const void *bytes, gsize size, GError **error)
{
    char *real = realpath(path, NULL);
    bool ok = replace(real != NULL ? real : path, bytes, size, error);
    free(real);
    return ok;
}

/* --- folders ---------------------------------------------------------------------------------- */

bool ik_remove_tree(const char *path, GError **error)
{
    /* With a slash behind it, a symbolic link would be followed. */
    g_autofree char *bare = g_strdup(path);
    for (gsize length = strlen(bare); length > 1 && bare[length - 1] == '/'; length--)
        bare[length - 1] = '\0';
    return ik_file_tree_remove(AT_FDCWD, bare, path, error);
}

static int compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char **ik_list_files(const char *folder, GError **error)
{
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        ik_io_error_set(error, errno, folder, "open folder");
        return NULL;
    }
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    bool ok = ik_file_tree_list(descriptor, "", paths, error);
    close(descriptor);
    if (!ok) {
        g_prefix_error(error, "%s: ", folder);
        return NULL;
    }
    g_ptr_array_sort(paths, compare_paths);
    g_ptr_array_add(paths, NULL);
    return (char **)g_ptr_array_steal(paths, NULL);
}
