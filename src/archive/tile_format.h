/* tile_format.h — what the bytes of a tile are, as far as an archive has to say it.   [archive]
 *
 * The numbers are those of PMTiles v3 ("Tile Type", "Compression").
 */
#ifndef IK_TILE_FORMAT_H
#define IK_TILE_FORMAT_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    IK_TILE_UNKNOWN = 0,
    IK_TILE_MVT = 1,
    IK_TILE_PNG = 2,
    IK_TILE_JPEG = 3,
    IK_TILE_WEBP = 4,
    IK_TILE_AVIF = 5
} ik_tile_type;

typedef enum {
    IK_COMPRESSION_UNKNOWN = 0,
    IK_COMPRESSION_NONE = 1,
    IK_COMPRESSION_GZIP = 2,
    IK_COMPRESSION_BROTLI = 3, /* these two are named, not read */
    IK_COMPRESSION_ZSTD = 4
} ik_compression;

/* "mvt", "png", "jpg", "webp", "avif", "unknown": ending of the files of a folder. */
const char *ik_tile_type_name(ik_tile_type type);
/* Takes the same words, and "pbf", "jpeg"; UNKNOWN for all else and NULL. */
ik_tile_type ik_tile_type_parse(const char *name);
/* Value of `format` in the metadata of MBTiles: "pbf" for vector tiles. */
const char *ik_tile_type_format(ik_tile_type type);
/* "none", "gzip", "brotli", "zstd", "unknown". */
const char *ik_compression_name(ik_compression compression);

/* What a tile begins like; IK_TILE_UNKNOWN where no signature tells, as with MVT. */
ik_tile_type ik_tile_type_sniff(const void *bytes, gsize size);
bool ik_is_gzip(const void *bytes, gsize size);

#endif
