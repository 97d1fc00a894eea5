/* archive_kind.h — what a kind of archive has to be able to do.   [archive]
 *
 * A kind puts `ik_archive_writer` first in a struct of its own. It is handed each tile once: repeated tiles and
 * the counting are archive_writer.c's.
 */
#ifndef IK_ARCHIVE_KIND_H
#define IK_ARCHIVE_KIND_H

#include "archive_writer.h"

typedef struct {
    bool (*put)(ik_archive_writer *writer, ik_tile tile, const void *bytes, gsize size,
                GError **error);
    bool (*finish)(ik_archive_writer *writer, GError **error); /* NULL: nothing to complete */
    void (*free)(ik_archive_writer *writer);                   /* everything but the base */
} ik_archive_kind;

struct ik_archive_writer {
    const ik_archive_kind *kind;
    GHashTable *tiles;    /* set of stored_tile, owned, equal by tile id */
    GHashTable *contents; /* set of stored_tile, borrowed from `tiles`, equal by contents */
    guint64 bytes;
    bool is_finished;
};

/* Fills in the base of a new writer. */
void ik_archive_writer_init(ik_archive_writer *writer, const ik_archive_kind *kind);

#endif
