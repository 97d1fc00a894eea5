/* archive_writer.h — where tiles go: bytes under a tile id.   [archive]
 *
 * Blind to what the bytes mean; they are stored as they are given. Vector tiles are compressed by whoever makes them,
 * in the thread that makes them:
 *
 *     const ik_archive_description description = {
 *         .type = IK_TILE_MVT, .compression = IK_COMPRESSION_GZIP, .metadata = json};
 *     g_autoptr(ik_archive_writer) writer = ik_archive_writer_new("data/map.pmtiles", &description, error);
 *     ...   GBytes *bytes = ik_gzip_compress(codec, mvt->data, mvt->len);          (gzip.h; a codec a worker)
 *     ...   ik_archive_writer_put(writer, tile, g_bytes_get_data(bytes, &size), size, error)
 *     ...   ik_archive_writer_finish(writer, &counts, error)
 *
 * Order    Tiles may be put in any order and by any thread, several at once; the archive has the same bytes whatever
 *          the order. A tile put twice with the same bytes is one, with other bytes an error of put or finish.
 * Safety   PMTiles and MBTiles are written beside their place, synced, read back and checked, then moved there by one
 *          rename in finish. Without a finish that succeeded the target is as it was and nothing is left beside it.
 * Memory   46 to 54 bytes a tile where all differ, 16 a run of equal neighbours; contents wait in a file without name
 *          in the target's folder. Equal contents are found by a 128-bit hash and compared byte by byte.
 */
#ifndef IK_ARCHIVE_WRITER_H
#define IK_ARCHIVE_WRITER_H

#include "mercator.h"
#include "tile_format.h"

typedef struct ik_archive_writer ik_archive_writer;

typedef struct {
    ik_tile_type type;
    ik_compression compression; /* of the bytes that are put */
    /* A JSON object with what TileJSON knows: name, description, attribution, version, vector_layers ... NULL: none.
     * Zooms, bounds and centre are written from the tiles, whatever stands here. */
    const char *metadata;
    bool has_center; /* false: the middle of the bounds at the lowest zoom */
    ik_lonlat center;
    guint center_zoom;
} ik_archive_description;

typedef struct {
    guint64 tiles;    /* put */
    guint64 distinct; /* different contents among them */
    guint64 bytes;    /* of all put, equal contents counted each time */
} ik_archive_counts;

typedef enum { IK_ARCHIVE_FOLDER, IK_ARCHIVE_PMTILES, IK_ARCHIVE_MBTILES } ik_archive_format;

/* What a path that is to be written asks for by its ending: .pmtiles, .mbtiles, otherwise a folder. */
ik_archive_format ik_archive_format_of(const char *path);

/* An archive at `path`, in the format of its ending. The description is copied.
 *
 * PMTiles, MBTiles: the folder of `path` must be there; an existing file is replaced. A folder: tiles as plain files
 * with the ending of their type, and `metadata.json`; made with its parents, not synced (base/publish.h does that).
 *
 * INPUT: the metadata are no JSON object. BUSY: another process is writing it. NOT_FOUND, IO. The caller's. */
ik_archive_writer *ik_archive_writer_new(const char *path,
                                         const ik_archive_description *description, GError **error);

/* A folder `folder`/z/x/y.`extension` without metadata: plain files, so that any copy tool and web server can take
 * them.
 *
 *   folder     made with its parents if it is missing; IO where that fails
 *   extension  without dot, ASCII letters and digits; or with what stands before it and the dot: "@2x.png"
 *   returns    the caller's
 */
ik_archive_writer *ik_archive_writer_new_folder(const char *folder, const char *extension,
                                                GError **error);

/* Stores a copy of `bytes` under a tile of zoom 0..30. INPUT: no bytes, more than 64 MiB, or the tile was put before
 * with other bytes. IO on write errors. After an error the archive is worthless. */
bool ik_archive_writer_put(ik_archive_writer *writer, ik_tile tile, const void *bytes, gsize size,
                           GError **error);
/* The same for `run` tiles from `id` on, in the order of ids (ik_tile_id); all below ik_tile_id_first(31). */
bool ik_archive_writer_put_run(ik_archive_writer *writer, guint64 id, guint32 run,
                               const void *bytes, gsize size, GError **error);
/* Completes the archive; `counts` may be NULL. No put during or after it. INPUT: PMTiles or MBTiles without a tile. */
bool ik_archive_writer_finish(ik_archive_writer *writer, ik_archive_counts *counts, GError **error);
/* Accepts NULL. */
void ik_archive_writer_free(ik_archive_writer *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_archive_writer, ik_archive_writer_free)

#endif
