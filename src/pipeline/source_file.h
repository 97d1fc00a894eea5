/* source_file.h — a file to be answered record by record: opening it, telling its format.   [pipeline] */
#ifndef IK_SOURCE_FILE_H
#define IK_SOURCE_FILE_H

#include <ideenkarte/batch.h>

/* The whole file, mapped; "-" and whatever cannot be mapped goes through an unnamed temporary file. `progress` (may be
 * NULL) is asked when a signal ends the wait for a pipe. NOT_FOUND, INPUT (a folder), IO, CANCELLED. Caller unrefs. */
GBytes *ik_source_read(const char *path, ik_progress_fn progress, gpointer data, GError **error);

/* The file without a byte order mark, which JSON may not have and Windows writes. Caller unrefs. */
GBytes *ik_source_without_mark(GBytes *bytes);

/* What a file without mark begins with; never DETECT. */
ik_file_format ik_source_detect(GBytes *json);

#endif
