/* result_file.h — a result written as it comes, seen when it is whole.   [pipeline]
 *
 * Bytes go to a stage beside the target (file_stage.h); one rename at the end makes it the target.
 */
#ifndef IK_RESULT_FILE_H
#define IK_RESULT_FILE_H

#include <glib.h>
#include <stdbool.h>

typedef struct ik_result_file ik_result_file;

/* BUSY, INPUT, NOT_FOUND, IO as ik_file_stage_open. Caller frees. */
ik_result_file *ik_result_file_open(const char *path, GError **error);
/* An ik_write_fn; `data` is the result file. */
bool ik_result_file_write(const char *bytes, gsize size, gpointer data, GError **error);
/* Once, as the last call before it is freed. On failure the target is as before. */
bool ik_result_file_commit(ik_result_file *result, GError **error);
/* What was not committed is removed. */
void ik_result_file_free(ik_result_file *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_result_file, ik_result_file_free)

#endif
