/* tile_spool.h — contents wait in a nameless file until their order is known.   [archive]
 *
 * The file lies where the archive will, so that a full disk shows before anything is put together; it has no name, so
 * that nothing is left of it however the process ends. No locking.
 */
#ifndef IK_TILE_SPOOL_H
#define IK_TILE_SPOOL_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    int file;       /* -1: none */
    char *path;     /* for messages */
    guint8 *buffer; /* of what is not written yet, or was read last */
    gsize filled;
    guint64 start; /* of the buffer in the file */
    bool is_reading;
} ik_tile_spool;

/* `path` is made and unlinked at once. IO on failure; clear it in either case. */
bool ik_tile_spool_init(ik_tile_spool *spool, const char *path, GError **error);
void ik_tile_spool_clear(ik_tile_spool *spool);

/* Appends and tells where. IO: also when the spool would grow over its limit (tile_index.h). */
bool ik_tile_spool_append(ik_tile_spool *spool, const void *bytes, gsize size, guint64 *offset,
                          GError **error);

/* Whether the content at `offset` has these bytes. Sets `*same`. */
bool ik_tile_spool_compare(ik_tile_spool *spool, guint64 offset, const void *bytes, gsize size,
                           bool *same, GError **error);

/* Writes what still waits; nothing is appended from now on. */
bool ik_tile_spool_seal(ik_tile_spool *spool, GError **error);

/* The content, borrowed until the next call. Reads ahead where contents follow each other. After sealing only. */
const void *ik_tile_spool_read(ik_tile_spool *spool, guint64 offset, gsize size, GError **error);

#endif
