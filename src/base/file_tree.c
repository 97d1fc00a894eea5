/* file_tree.c — walking and removing folders through descriptors.   [base] */
#include "file_tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io_error.h"

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Read to the end first, because the callers change the folder. */
GPtrArray *ik_file_tree_names(int folder, const char *path, GError **error)
{
    int copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *stream = copy < 0 ? NULL : fdopendir(copy);
    if (stream == NULL) {
        ik_io_error_set(error, errno, path, "read folder");
        if (copy >= 0)
            close(copy);
        return NULL;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    struct dirent *entry;
    while (errno = 0, (entry = readdir(stream)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            g_ptr_array_add(names, g_strdup(entry->d_name));
    int failure = errno;
    closedir(stream);
    if (failure != 0) {
        ik_io_error_set(error, failure, path, "read folder");
        g_clear_pointer(&names, g_ptr_array_unref);
        return NULL;
    }
    g_ptr_array_sort(names, compare_names);
    return names;
}

bool ik_file_tree_clear(int folder, const char *path, GError **error)
{
    g_autoptr(GPtrArray) names = ik_file_tree_names(folder, path, error);
    if (names == NULL)
        return false;
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autofree char *inner = g_build_filename(path, name, NULL);
        if (!ik_file_tree_remove(folder, name, inner, error))
            return false;
    }
    return true;
}

static bool clear_folder(int parent, const char *name, const char *path, GError **error)
{
    int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return ik_io_error_set(error, errno, path, "open folder");
    bool ok = ik_file_tree_clear(folder, path, error);
    close(folder);
    return ok;
}

bool ik_file_tree_remove(int parent, const char *name, const char *path, GError **error)
{
    if (unlinkat(parent, name, 0) == 0 || errno == ENOENT)
        return true;
    int failure = errno;
    struct stat status;
    if (fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISDIR(status.st_mode))
        return ik_io_error_set(error, failure, path, "remove");
    if (!clear_folder(parent, name, path, error))
        return false;
    if (unlinkat(parent, name, AT_REMOVEDIR) != 0 && errno != ENOENT)
        return ik_io_error_set(error, errno, path, "remove folder");
    return true;
}

static bool list_folder(int parent, const char *name, const char *path, GPtrArray *paths,
                        GError **error)
{
    int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return ik_io_error_set(error, errno, path, "open folder");
    g_autofree char *prefix = g_strconcat(path, "/", NULL);
    bool ok = ik_file_tree_list(folder, prefix, paths, error);
    close(folder);
    return ok;
}

bool ik_file_tree_list(int folder, const char *prefix, GPtrArray *paths, GError **error)
{
    g_autoptr(GPtrArray) names = ik_file_tree_names(folder, *prefix != '\0' ? prefix : ".", error);
    if (names == NULL)
        return false;
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autofree char *path = g_strconcat(prefix, name, NULL);
        struct stat status;
        if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
            return ik_io_error_set(error, errno, path, "look at");
        if (S_ISREG(status.st_mode))
            g_ptr_array_add(paths, g_steal_pointer(&path));
        else if (S_ISDIR(status.st_mode) && !list_folder(folder, name, path, paths, error))
            return false;
    }
    return true;
}
