/* archive_kind.h — what a kind of archive has to be able to do.   [archive]
 *
 * A kind puts `ik_archive_writer` first in a struct of its own. Repeated tiles, equal contents, order and counting are
 * archive_writer.c's; a kind writes what the sorted index says, or each tile as it comes.
 */
#ifndef IK_ARCHIVE_KIND_H
#define IK_ARCHIVE_KIND_H

#include "archive_writer.h"
#include "file_stage.h"
#include "tile_extent.h"
#include "tile_index.h"
#include "tile_spool.h"

typedef struct {
    /* Called for each run as it comes, by any thread, several at once. NULL: contents wait in the spool. */
    bool (*put)(ik_archive_writer *writer, const ik_tile_run *run, const void *bytes, gsize size,
                GError **error);
    /* Called once, the index sorted and the extent known. */
    bool (*finish)(ik_archive_writer *writer, GError **error);
    void (*free)(ik_archive_writer *writer); /* everything but the base; NULL: nothing */
} ik_archive_kind;

struct ik_archive_writer {
    const ik_archive_kind *kind;
    char *path;
    char *metadata;                     /* never NULL */
    ik_archive_description description; /* its metadata are those above */
    ik_file_stage *stage;               /* NULL: a folder */
    GMutex mutex;                       /* guards what follows until finish */
    ik_tile_index index;
    ik_tile_spool spool; /* file -1: none */
    guint64 bytes;
    bool is_finished;
    ik_tile_extent extent; /* from finish on */
};

/* Fills in the base of a new writer; description NULL: unknown. Without spool and stage. */
void ik_archive_writer_init(ik_archive_writer *writer, const ik_archive_kind *kind,
                            const char *path, const ik_archive_description *description);
/* Opens stage and spool for a kind that writes one file. */
bool ik_archive_writer_stage(ik_archive_writer *writer, GError **error);

/* Centre as described, moved into bounds and zooms; otherwise the middle of the bounds at the lowest zoom. The extent
 * is not empty. */
ik_lonlat ik_archive_writer_center(const ik_archive_writer *writer, guint *zoom);
/* The metadata with zooms, bounds and centre, as one JSON object; the caller's. */
char *ik_archive_writer_metadata(const ik_archive_writer *writer, GError **error);

ik_archive_writer *ik_folder_writer_new(const char *path, const ik_archive_description *description,
                                        GError **error);
ik_archive_writer *ik_pmtiles_writer_new(const char *path,
                                         const ik_archive_description *description, GError **error);
ik_archive_writer *ik_mbtiles_writer_new(const char *path,
                                         const ik_archive_description *description, GError **error);

#endif
