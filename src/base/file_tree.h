/* file_tree.h — walking and removing folders through descriptors.   [base]
 *
 * Every step is relative to an open folder and follows no symbolic link, so nobody who renames or links
 * meanwhile can lead it elsewhere. A level of depth costs one descriptor.
 */
#ifndef IK_FILE_TREE_H
#define IK_FILE_TREE_H

#include <glib.h>
#include <stdbool.h>

/* The names in the open folder, sorted bytewise, without "." and ".."; of char *, owned. NULL on errors. */
GPtrArray *ik_file_tree_names(int folder, const char *path, GError **error);

/* Removes all that is in the open folder; `path` is for messages. The descriptor stays open. */
bool ik_file_tree_clear(int folder, const char *path, GError **error);

/* Removes `name` in the open folder `parent`, with all in it when it is a folder. */
bool ik_file_tree_remove(int parent, const char *name, const char *path, GError **error);

/* Adds the paths of all regular files in the open folder to `paths` (of char *, owned), each with
 * `prefix` in front. In no order. */
bool ik_file_tree_list(int folder, const char *prefix, GPtrArray *paths, GError **error);

#endif
