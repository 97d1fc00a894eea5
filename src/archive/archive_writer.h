/* archive_writer.h — where tiles go: bytes under a tile id.   [archive]
 *
 * Blind to what the bytes mean. Kinds share one table of functions; tiles may come in any order. One thread at a
 * time. Memory: about 100 bytes a tile, to know repeated tiles and contents; contents are compared by their
 * 128-bit hash.
 */
#ifndef IK_ARCHIVE_WRITER_H
#define IK_ARCHIVE_WRITER_H

#include "mercator.h"

typedef struct ik_archive_writer ik_archive_writer;

typedef struct {
    guint64 tiles;    /* put */
    guint64 distinct; /* different contents among them */
    guint64 bytes;    /* of all put, equal contents counted each time */
} ik_archive_counts;

/* A folder `folder`/z/x/y.`extension`: plain files, so that any copy tool and web server can take them.
 *
 *   folder     made with its parents if it is missing; IO where that fails
 *   extension  without dot, ASCII letters and digits
 *   returns    the caller's
 */
ik_archive_writer *ik_archive_writer_new_folder(const char *folder, const char *extension,
                                                GError **error);

/* Stores a copy of `bytes`. IO on write errors; INPUT when the tile was put before with other bytes. The same
 * tile with the same bytes again changes nothing and is not counted. After an IO error the archive is
 * worthless. */
bool ik_archive_writer_put(ik_archive_writer *writer, ik_tile tile, const void *bytes, gsize size,
                           GError **error);
/* Completes the archive; `counts` may be NULL. No put after it. */
bool ik_archive_writer_finish(ik_archive_writer *writer, ik_archive_counts *counts, GError **error);
/* Accepts NULL. */
void ik_archive_writer_free(ik_archive_writer *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_archive_writer, ik_archive_writer_free)

#endif
