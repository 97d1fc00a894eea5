/* publish.h — write beside, then move there by one rename.   [base]
 *
 * A stage is the folder `.NAME.partial` beside the target, locked by its writer. Commit makes everything
 * durable (one syncfs) and exchanges stage and target in one rename; whoever looks sees the old output or the
 * new one. A stage left by a killed process is cleared by the next one. Nothing else is left behind.
 */
#ifndef IK_PUBLISH_H
#define IK_PUBLISH_H

#include <glib.h>
#include <stdbool.h>

typedef struct ik_stage ik_stage;

/* Opens a stage for `target`. Missing parent folders are made. BUSY: another process is writing it. INPUT: the
 * target is a file, or a folder that is neither empty nor holds `marker` (a file name that proves that the
 * folder is an earlier output and may be replaced). IO otherwise. */
ik_stage *ik_stage_open(const char *target, const char *marker, GError **error);
/* Folder to write into. Borrowed. */
const char *ik_stage_folder(const ik_stage *stage);
/* Makes the stage the target. On failure the target is as before. */
bool ik_stage_commit(ik_stage *stage, GError **error);
/* Without a commit: removes the stage. */
void ik_stage_free(ik_stage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_stage, ik_stage_free)

/* Writes `relative` below `folder`, making parents; every write error is reported with the path. */
bool ik_write_file(const char *folder, const char *relative, const void *bytes, gsize size,
                   GError **error);
/* Replaces one file: written beside it, synced, renamed. */
bool ik_replace_file(const char *path, const void *bytes, gsize size, GError **error);
/* Removes a folder with all in it; does not follow symbolic links. */
bool ik_remove_tree(const char *path, GError **error);
/* Paths of all regular files below `folder`, relative, with '/', sorted bytewise. Caller frees (g_strfreev). */
char **ik_list_files(const char *folder, GError **error);

#endif
