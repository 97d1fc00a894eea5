/* publish.c — a folder is written beside its target, then moved there by one rename.   [base]
 *
 * Who may touch what: a stage belongs to the holder of the lock on that very folder, not on its name. So
 * after locking, the name is looked up again; and before an exchange the former output is locked too,
 * because from then on it bears the stage's name until it is removed.
 */
#define _GNU_SOURCE /* renameat2, syncfs */
#include "publish.h"

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

struct ik_stage {
    char *target; /* absolute: a real folder and a name in it */
    char *folder; /* absolute */
    char *name, *stage_name, *former_name, *marker;
    int parent;     /* the folder that holds them all */
    int own;        /* the stage, locked */
    bool is_opened; /* there is a stage to remove */
};

/* --- the target ------------------------------------------------------------------------------- */

static bool refuse(GError **error, const char *target, const char *why)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: %s", target, why);
    return false;
}

/* What a link points to; NULL with `error` set, or without when `path` is no link. */
static char *follow(const char *path, GError **error)
{
    struct stat status;
    if (lstat(path, &status) != 0 || !S_ISLNK(status.st_mode))
        return NULL;
    char *real = realpath(path, NULL);
    if (real == NULL)
        refuse(error, path, "the output is a symbolic link to nothing");
    char *copy = g_strdup(real);
    free(real);
    return copy;
}

/* Fills in `name` and the real path of the folder around it, which is made where missing. */
static bool split_target(ik_stage *stage, const char *target, GError **error)
{
    g_autofree char *path = g_strdup(target);
    gsize length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        path[--length] = '\0';
    GError *cause = NULL;
    char *followed = follow(path, &cause);
    if (cause != NULL) {
        g_propagate_error(error, cause);
        return false;
    }
    if (followed != NULL) {
        g_free(path);
        path = followed;
    }
    stage->name = g_path_get_basename(path);
    if (strcmp(path, "") == 0 || strcmp(stage->name, ".") == 0 || strcmp(stage->name, "..") == 0 ||
        strcmp(stage->name, "/") == 0)
        return refuse(error, *target != '\0' ? target : "(empty)",
                      "the output must be a folder with a name of its own, such as \"out/map\"");
    g_autofree char *parent = g_path_get_dirname(path);
    if (g_mkdir_with_parents(parent, 0777) != 0)
        return ik_io_error_set(error, errno, parent, "make folder");
    char *real = realpath(parent, NULL);
    if (real == NULL)
        return ik_io_error_set(error, errno, parent, "find folder");
    stage->target = g_build_filename(real, stage->name, NULL);
    free(real);
    return true;
}

static bool is_empty(int folder, const char *path, bool *empty, GError **error)
{
    g_autoptr(GPtrArray) names = ik_file_tree_names(folder, path, error);
    if (names == NULL)
        return false;
    *empty = names->len == 0;
    return true;
}

/* May what stands at the target be replaced? `*exists` receives whether anything does. */
static bool check_target(const ik_stage *stage, bool *exists, GError **error)
{
    struct stat status;
    *exists = fstatat(stage->parent, stage->name, &status, AT_SYMLINK_NOFOLLOW) == 0;
    if (!*exists)
        return errno == ENOENT || ik_io_error_set(error, errno, stage->target, "look at");
    if (!S_ISDIR(status.st_mode))
        return refuse(error, stage->target, "the output is a file, expected a folder");
    int folder =
        openat(stage->parent, stage->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return ik_io_error_set(error, errno, stage->target, "open folder");
    bool ok = true, empty = true;
    if (fstatat(folder, stage->marker, &status, AT_SYMLINK_NOFOLLOW) != 0)
        ok = is_empty(folder, stage->target, &empty, error);
    close(folder);
    if (!ok || empty)
        return ok;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "%s: the folder holds other files and no %s of an earlier output, so it is not "
                "replaced: choose a new or an empty folder",
                stage->target, stage->marker);
    return false;
}

/* --- opening ---------------------------------------------------------------------------------- */

static bool refuse_busy(const ik_stage *stage, GError **error)
{
    g_set_error(error, IK_ERROR, IK_ERROR_BUSY, "%s: another process is writing this output",
                stage->target);
    return false;
}

/* Opens the folder `name` beside the target and locks it; -1 on failure. */
static int open_locked_folder(const ik_stage *stage, const char *name, GError **error)
{
    int folder = openat(stage->parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0) {
        int failure = errno;
        g_autofree char *parent = g_path_get_dirname(stage->target);
        g_autofree char *path = g_build_filename(parent, name, NULL);
        ik_io_error_set(error, failure, path, "open folder");
        return -1;
    }
    if (flock(folder, LOCK_EX | LOCK_NB) == 0)
        return folder;
    if (errno == EWOULDBLOCK)
        refuse_busy(stage, error);
    else
        ik_io_error_set(error, errno, stage->target, "lock");
    close(folder);
    return -1;
}

static bool is_named(const ik_stage *stage, int folder, const char *name)
{
    struct stat opened, named;
    return fstat(folder, &opened) == 0 &&
           fstatat(stage->parent, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

/* Makes or takes over the stage. Its former holder may rename or remove it between our opening and our
 * locking it: then it is not ours, and we start again. */
static bool take_stage(ik_stage *stage, GError **error)
{
    for (guint attempt = 0; attempt < 100; attempt++) {
        if (mkdirat(stage->parent, stage->stage_name, 0777) != 0 && errno != EEXIST)
            return ik_io_error_set(error, errno, stage->folder, "make folder");
        g_autoptr(GError) cause = NULL;
        int folder = open_locked_folder(stage, stage->stage_name, &cause);
        if (folder < 0 && g_error_matches(cause, IK_ERROR, IK_ERROR_NOT_FOUND))
            continue;
        if (folder < 0) {
            g_propagate_error(error, g_steal_pointer(&cause));
            return false;
        }
        if (is_named(stage, folder, stage->stage_name)) {
            stage->own = folder;
            stage->is_opened = true;
            return true;
        }
        close(folder);
    }
    return refuse_busy(stage, error);
}

/* A process that was killed between the two renames left the output under its former name. */
static bool recover_former(const ik_stage *stage, GError **error)
{
    struct stat status;
    if (fstatat(stage->parent, stage->former_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return true;
    if (fstatat(stage->parent, stage->name, &status, AT_SYMLINK_NOFOLLOW) == 0)
        return ik_file_tree_remove(stage->parent, stage->former_name, stage->target, error);
    return renameat(stage->parent, stage->former_name, stage->parent, stage->name) == 0 ||
           ik_io_error_set(error, errno, stage->target, "put back");
}

static bool open_stage(ik_stage *stage, const char *target, GError **error)
{
    if (!split_target(stage, target, error))
        return false;
    g_autofree char *parent = g_path_get_dirname(stage->target);
    stage->stage_name = g_strconcat(".", stage->name, ".partial", NULL);
    stage->former_name = g_strconcat(".", stage->name, ".former", NULL);
    stage->folder = g_build_filename(parent, stage->stage_name, NULL);
    stage->parent = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (stage->parent < 0)
        return ik_io_error_set(error, errno, parent, "open folder");
    bool exists;
    return take_stage(stage, error) && recover_former(stage, error) &&
           check_target(stage, &exists, error) &&
           ik_file_tree_clear(stage->own, stage->folder, error);
}

ik_stage *ik_stage_open(const char *target, const char *marker, GError **error)
{
    ik_stage *stage = g_new0(ik_stage, 1);
    stage->parent = stage->own = -1;
    stage->marker = g_strdup(marker);
    if (open_stage(stage, target, error))
        return stage;
    ik_stage_free(stage);
    return NULL;
}

const char *ik_stage_folder(const ik_stage *stage)
{
    return stage->folder;
}

/* --- committing ------------------------------------------------------------------------------- */

static bool is_unsupported(int failure)
{
    return failure == ENOSYS || failure == EINVAL;
}

/* 0, or an errno with everything as before. */
static int exchange_in_two_steps(const ik_stage *stage)
{
    if (renameat(stage->parent, stage->name, stage->parent, stage->former_name) != 0)
        return errno;
    if (renameat(stage->parent, stage->stage_name, stage->parent, stage->name) == 0) {
        /* Like after an exchange, the former output bears the stage's name. */
        renameat(stage->parent, stage->former_name, stage->parent, stage->stage_name);
        return 0;
    }
    int failure = errno;
    renameat(stage->parent, stage->former_name, stage->parent, stage->name);
    return failure;
}

/* 0, or an errno with everything as before. */
static int exchange(const ik_stage *stage)
{
    if (renameat2(stage->parent, stage->stage_name, stage->parent, stage->name, RENAME_EXCHANGE) ==
        0)
        return 0;
    return is_unsupported(errno) ? exchange_in_two_steps(stage) : errno;
}

/* 0, or an errno with everything as before. */
static int move_to_free_name(const ik_stage *stage)
{
    if (renameat2(stage->parent, stage->stage_name, stage->parent, stage->name, RENAME_NOREPLACE) ==
        0)
        return 0;
    if (!is_unsupported(errno))
        return errno;
    return renameat(stage->parent, stage->stage_name, stage->parent, stage->name) == 0 ? 0 : errno;
}

/* Makes the rename durable; where that fails, takes it back. */
static bool seal(ik_stage *stage, bool was_exchanged, GError **error)
{
    if (fsync(stage->parent) == 0)
        return true;
    int failure = errno;
    if (was_exchanged)
        exchange(stage);
    else
        renameat(stage->parent, stage->name, stage->parent, stage->stage_name);
    return ik_io_error_set(error, failure, stage->target, "sync folder");
}

static bool replace_former(ik_stage *stage, GError **error)
{
    int former = open_locked_folder(stage, stage->name, error);
    if (former < 0)
        return false;
    int failure = exchange(stage);
    bool ok = failure == 0 || ik_io_error_set(error, failure, stage->target, "replace");
    ok = ok && seal(stage, true, error);
    /* The new output stands. What cannot be removed of the former one is reported by the next stage. */
    if (ok)
        ik_file_tree_remove(stage->parent, stage->stage_name, stage->folder, NULL);
    close(former);
    return ok;
}

bool ik_stage_commit(ik_stage *stage, GError **error)
{
    g_assert(stage->is_opened);
    bool exists;
    if (syncfs(stage->own) != 0)
        return ik_io_error_set(error, errno, stage->folder, "sync");
    if (!check_target(stage, &exists, error))
        return false;
    if (exists) {
        if (!replace_former(stage, error))
            return false;
    } else {
        int failure = move_to_free_name(stage);
        if (failure != 0)
            return ik_io_error_set(error, failure, stage->target, "create");
        if (!seal(stage, false, error))
            return false;
    }
    stage->is_opened = false;
    close(stage->own); /* now the output: the next stage may replace it */
    stage->own = -1;
    return true;
}

void ik_stage_free(ik_stage *stage)
{
    if (stage == NULL)
        return;
    if (stage->is_opened)
        ik_file_tree_remove(stage->parent, stage->stage_name, stage->folder, NULL);
    if (stage->own >= 0)
        close(stage->own);
    if (stage->parent >= 0)
        close(stage->parent);
    g_free(stage->target);
    g_free(stage->folder);
    g_free(stage->name);
    g_free(stage->stage_name);
    g_free(stage->former_name);
    g_free(stage->marker);
    g_free(stage);
}
