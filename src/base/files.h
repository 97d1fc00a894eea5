/* files.h — files and folders, with every failure reported.   [base]
 *
 * Errors are IK_ERROR_IO with the path and the reason, NOT_FOUND where something does not exist. A file
 * that grows over the process's limit (RLIMIT_FSIZE) is an error only in a program that ignores
 * SIGXFSZ; otherwise the signal ends it.
 */
#ifndef IK_FILES_H
#define IK_FILES_H

#include <glib.h>
#include <stdbool.h>

/* The whole of a file. The caller's; NULL with NOT_FOUND or IO. */
GBytes *ik_read_file(const char *path, GError **error);

/* Writes `relative` below `folder`, making parents; an existing file is replaced. INPUT: `relative` is
 * empty, absolute or climbs out with "..". Not synced: ik_stage_commit does that for all. */
bool ik_write_file(const char *folder, const char *relative, const void *bytes, gsize size,
                   GError **error);

/* Writes all bytes to an open file; 0, or an errno. For many files in one folder, by whoever opens them. */
int ik_write_and_close(int file, const void *bytes, gsize size);

/* Replaces one file: written beside it as `.NAME.partial`, synced, renamed. A symbolic link stays one:
 * what it points to is replaced. BUSY: another process is writing it. */
bool ik_replace_file(const char *path, const void *bytes, gsize size, GError **error);

/* Removes a folder with all in it; does not follow symbolic links. What is not there is no error. */
bool ik_remove_tree(const char *path, GError **error);

/* Paths of all regular files below `folder`, relative, with '/', sorted bytewise. Symbolic links are
 * not followed. Caller frees (g_strfreev). */
char **ik_list_files(const char *folder, GError **error);

#endif
