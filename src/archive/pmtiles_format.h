/* pmtiles_format.h — the bytes of PMTiles v3: header and directories.   [archive]
 *
 *   offset  size  meaning (integers little-endian)                    PMTiles v3, chapter 3
 *        0     7  "PMTiles"
 *        7     1  version, 3
 *        8    16  root directory: offset, length
 *       24    16  metadata: offset, length
 *       40    16  leaf directories: offset, length
 *       56    16  tile data: offset, length
 *       72    24  addressed tiles, tile entries, tile contents; 0: unknown
 *       96     1  clustered: 1 if the tile data stand in the order of the ids
 *       97     1  internal compression: of directories and metadata
 *       98     1  tile compression
 *       99     1  tile type
 *      100     2  lowest, highest zoom
 *      102    16  west, south, east, north in 10^-7 degrees, signed
 *      118     9  centre: zoom, longitude, latitude
 *
 * A directory (chapter 4) is the number of its entries, then four columns of varints: id as difference to the one
 * before, run length (0: an entry that points to a leaf), length, offset + 1 (0: right behind the one before).
 */
#ifndef IK_PMTILES_FORMAT_H
#define IK_PMTILES_FORMAT_H

#include <glib.h>
#include <stdbool.h>

#include "tile_format.h"

#define IK_PMTILES_HEADER_BYTES    127
#define IK_PMTILES_ROOT_MAX_BYTES  16257             /* header and root within 16 KiB */
#define IK_PMTILES_DIRECTORY_LIMIT ((gsize)16 << 20) /* bytes of an expanded one that we read */

typedef struct {
    guint64 offset, length;
} ik_pmtiles_section;

typedef struct {
    ik_pmtiles_section root, metadata, leaves, data;
    guint64 addressed, entries, contents;
    guint8 clustered, internal_compression, tile_compression, tile_type;
    guint8 min_zoom, max_zoom;
    gint32 bounds[4]; /* west, south, east, north in 10^-7 degrees */
    guint8 center_zoom;
    gint32 center[2];
} ik_pmtiles_header;

typedef struct {
    guint64 id;
    guint64 offset;
    guint32 length;
    guint32 run; /* 0: points to a leaf */
} ik_pmtiles_entry;

void ik_pmtiles_header_write(const ik_pmtiles_header *header,
                             guint8 bytes[IK_PMTILES_HEADER_BYTES]);
/* INPUT: no PMTiles, or version other than 3 (UNSUPPORTED). Values are not checked. */
bool ik_pmtiles_header_read(ik_pmtiles_header *header, const void *bytes, gsize size,
                            GError **error);
/* Degrees to 10^-7 degrees, rounded. */
gint32 ik_pmtiles_degrees(double degrees);

/* Appends a directory, not compressed. At least one entry. */
void ik_pmtiles_directory_write(GByteArray *out, const ik_pmtiles_entry *entries, gsize n);
/* The entries (ik_pmtiles_entry); the caller's. INPUT with the offset in the directory: cut off, a number too large,
 * ids not rising, an entry without bytes, bytes behind the end. Allocates six times `size` at most. */
GArray *ik_pmtiles_directory_read(const void *bytes, gsize size, GError **error);

#endif
