/* publish.h — a folder is written beside its target, then moved there by one rename.   [base]
 *
 * A stage is the folder `.NAME.partial` beside the target, locked by its writer (flock on the folder itself;
 * the kernel gives it back however the writer ends). Commit makes everything durable (one syncfs) and
 * exchanges stage and target in one rename: whoever looks sees the old output or the new one. A stage left
 * by a killed process is cleared by the next one. Nothing else is left behind.
 *
 * Where the file system cannot exchange, the target is set aside as `.NAME.former` for the moment between two
 * renames; the next stage puts it back if the process was killed in between.
 */
#ifndef IK_PUBLISH_H
#define IK_PUBLISH_H

#include <glib.h>
#include <stdbool.h>

#include "files.h"

typedef struct ik_stage ik_stage;

/* Opens a stage for `target`, a folder to be made or replaced. Missing parent folders are made.
 *
 *   target  relative or absolute, trailing slashes allowed; of a symbolic link to a folder what it
 *           points to is replaced
 *   marker  name of a file in an earlier output, which proves that the folder may be replaced
 *
 * BUSY: another process is writing it. INPUT: the target has no name of its own ("", ".", "..", "/"), is a
 * file or a dangling link, or a folder that is neither empty nor holds `marker`. IO otherwise.
 */
ik_stage *ik_stage_open(const char *target, const char *marker, GError **error);

/* Folder to write into, absolute. Borrowed. */
const char *ik_stage_folder(const ik_stage *stage);

/* Makes the stage the target; a stage is committed once, then freed. On failure the target is as before.
 * The target is looked at once more: INPUT as above when it has become something else meanwhile. */
bool ik_stage_commit(ik_stage *stage, GError **error);

/* Without a commit, or after one that failed: removes the stage. */
void ik_stage_free(ik_stage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_stage, ik_stage_free)

#endif
