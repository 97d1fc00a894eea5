/* file_stage.c — a file that a library writes by itself is written beside its target, then moved there.   [base] */
#include "file_stage.h"

#include <errno.h>
#include <fcntl.h>
#include <ideenkarte/error.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"
#include "io_error.h"

struct ik_file_stage {
    char *target; /* absolute, links followed */
    char *folder; /* of the stage */
    char *path;   /* in it */
    int lock;     /* the folder, opened */
};

/* What is replaced: the end of a symbolic link, or the path itself where nothing is yet. */
static char *real_target(const char *target)
{
    char *real = realpath(target, NULL);
    char *path = real != NULL ? g_strdup(real) : g_canonicalize_filename(target, NULL);
    free(real);
    return path;
}

static bool check_target(const char *target, GError **error)
{
    g_autofree char *parent = g_path_get_dirname(target);
    if (g_file_test(target, G_FILE_TEST_IS_DIR)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: is a folder, expected a file", target);
        return false;
    }
    if (g_file_test(parent, G_FILE_TEST_IS_DIR))
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "%s: no such folder", parent);
    return false;
}

/* Another one may finish and remove its folder between our opening and locking: then the name means another folder, or
 * none. */
static bool lock_folder(ik_file_stage *stage, GError **error)
{
    for (guint attempt = 0; attempt < 100; attempt++) {
        if (mkdir(stage->folder, 0700) != 0 && errno != EEXIST)
            return ik_io_error_set(error, errno, stage->folder, "make the folder");
        int folder = open(stage->folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (folder < 0 && errno == ENOENT)
            continue;
        if (folder < 0)
            return ik_io_error_set(error, errno, stage->folder, "open folder");
        struct stat opened, named;
        bool is_locked = flock(folder, LOCK_EX | LOCK_NB) == 0;
        if (is_locked && fstat(folder, &opened) == 0 && lstat(stage->folder, &named) == 0 &&
            opened.st_ino == named.st_ino && opened.st_dev == named.st_dev) {
            stage->lock = folder;
            return true;
        }
        close(folder);
        if (!is_locked)
            break;
    }
    g_set_error(error, IK_ERROR, IK_ERROR_BUSY, "%s: another process is writing this file",
                stage->target);
    return false;
}

/* Removes what a killed process left. */
static bool clear_folder(const char *folder, GError **error)
{
    g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
    if (entries == NULL)
        return ik_io_error_set(error, EACCES, folder, "open folder");
    for (const char *name; (name = g_dir_read_name(entries)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (!ik_remove_tree(path, error))
            return false;
    }
    return true;
}

ik_file_stage *ik_file_stage_open(const char *target, GError **error)
{
    g_autoptr(ik_file_stage) stage = g_new0(ik_file_stage, 1);
    stage->lock = -1;
    stage->target = real_target(target);
    if (!check_target(stage->target, error))
        return NULL;
    g_autofree char *parent = g_path_get_dirname(stage->target);
    g_autofree char *name = g_path_get_basename(stage->target);
    g_autofree char *hidden = g_strconcat(".", name, ".partial", NULL);
    stage->folder = g_build_filename(parent, hidden, NULL);
    stage->path = g_build_filename(stage->folder, name, NULL);
    if (!lock_folder(stage, error) || !clear_folder(stage->folder, error))
        return NULL;
    return g_steal_pointer(&stage);
}

const char *ik_file_stage_path(const ik_file_stage *stage)
{
    return stage->path;
}

/* With the permissions of the file that it will replace. */
static bool make_durable(const ik_file_stage *stage, GError **error)
{
    int file = open(stage->path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0)
        return ik_io_error_set(error, errno, stage->path, "open");
    struct stat former;
    int failure = 0;
    if (stat(stage->target, &former) == 0 && fchmod(file, former.st_mode & 07777) != 0)
        failure = errno;
    if (failure == 0 && fsync(file) != 0)
        failure = errno;
    close(file);
    return failure == 0 || ik_io_error_set(error, failure, stage->target, "write");
}

bool ik_file_stage_commit(ik_file_stage *stage, GError **error)
{
    if (!make_durable(stage, error))
        return false;
    if (rename(stage->path, stage->target) != 0)
        return ik_io_error_set(error, errno, stage->target, "replace");
    g_autofree char *parent = g_path_get_dirname(stage->target);
    int folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool is_durable = folder >= 0 && fsync(folder) == 0;
    int failure = errno;
    if (folder >= 0)
        close(folder);
    return is_durable || ik_io_error_set(error, failure, parent, "sync folder");
}

void ik_file_stage_free(ik_file_stage *stage)
{
    if (stage == NULL)
        return;
    if (stage->lock >= 0) {
        ik_remove_tree(stage->folder, NULL); /* while it is still locked */
        close(stage->lock);
    }
    g_free(stage->target);
    g_free(stage->folder);
    g_free(stage->path);
    g_free(stage);
}
