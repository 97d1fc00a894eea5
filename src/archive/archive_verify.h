/* archive_verify.h — whether an archive keeps every rule of its specification.   [archive]
 *
 * PMTiles v3: magic, version, sections within the file that neither overlap nor leave gaps, header and root within
 * 16 KiB, known compressions and tile type, directories that expand, ids that rise, runs that do not overlap, entries
 * within the tile data, no two contents that overlap in part, clustered order, exact counters (0: unknown), zooms of
 * the tiles, bounds that touch them, a centre within both, metadata that are an object, agree with the header and
 * name the layers of vector tiles. MBTiles 1.3: a sound database, name and format, vector tiles compressed by gzip, tiles
 * in their range and there once, zooms as with PMTiles, bounds that the tiles cover. Folder: names.
 * All: every content has the compression and the type that the archive says, expands, and passes the check of the
 * caller. PNG is checked chunk by chunk; of JPEG, WebP and AVIF only the signature.
 *
 * Cost  linear, each content is checked once. Memory: 24 bytes a content of PMTiles, some 50 of others.
 */
#ifndef IK_ARCHIVE_VERIFY_H
#define IK_ARCHIVE_VERIFY_H

#include "archive_reader.h"

typedef struct {
    /* Checks what a tile holds, compression taken off; NULL: nothing more than above. INPUT: what is wrong. */
    bool (*check)(ik_tile_type type, const void *bytes, gsize size, gpointer data, GError **error);
    /* Called now and then; false with an error ends the check. May be NULL. */
    bool (*progress)(guint64 done, guint64 total, gpointer data, GError **error);
    gpointer data;
    bool structure_only; /* contents are not read, metadata are not judged */
} ik_verify_options;

typedef struct {
    guint64 tiles, entries, contents;
    guint64 bytes; /* of the contents as stored */
    guint min_zoom, max_zoom;
    ik_lonlat_box bounds; /* of the tiles */
} ik_verify_result;

/* INPUT: the first rule that is broken, with file and offset, or tile. UNSUPPORTED: cannot be checked. */
bool ik_archive_verify(const char *path, const ik_verify_options *options, ik_verify_result *result,
                       GError **error);

#endif
