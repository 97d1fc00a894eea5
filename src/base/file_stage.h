/* file_stage.h — a file that a library writes by itself is written beside its target, then moved there.   [base]
 *
 * For writers that want a path and not bytes, such as SQLite. The stage is the folder `.NAME.partial` beside the target,
 * locked by its writer (flock; the kernel gives it back however the writer ends); whatever the writer leaves beside its
 * file stays in there and goes with it. Commit makes the file durable and moves it by one rename: whoever looks sees the
 * old file or the new one. A stage left by a killed process is cleared by the next one.
 */
#ifndef IK_FILE_STAGE_H
#define IK_FILE_STAGE_H

#include <glib.h>
#include <stdbool.h>

typedef struct ik_file_stage ik_file_stage;

/* Opens a stage for `target`, a file to be made or replaced; of a symbolic link what it points to is replaced. BUSY:
 * another process is writing it. INPUT: the target is a folder. NOT_FOUND: its folder is not there. IO otherwise. */
ik_file_stage *ik_file_stage_open(const char *target, GError **error);

/* Path to write, absolute, bearing the target's name; there is no such file yet. Borrowed. */
const char *ik_file_stage_path(const ik_file_stage *stage);

/* Makes the file the target, with the permissions of the one it replaces. Once; on failure the target is as before. */
bool ik_file_stage_commit(ik_file_stage *stage, GError **error);

/* Removes the stage with all in it. */
void ik_file_stage_free(ik_file_stage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_file_stage, ik_file_stage_free)

#endif
