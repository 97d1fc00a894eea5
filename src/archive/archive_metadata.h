/* archive_metadata.h — the JSON object that travels with an archive.   [archive] */
#ifndef IK_ARCHIVE_METADATA_H
#define IK_ARCHIVE_METADATA_H

#include <ideenkarte/geo.h>

#include "json.h"
#include "json_writer.h"

#define IK_METADATA_LIMIT ((gsize)16 << 20) /* bytes that we read */

typedef struct {
    guint min_zoom, max_zoom;
    ik_lonlat_box bounds;
    ik_lonlat center;
    guint center_zoom;
} ik_archive_extent;

/* INPUT: no JSON, or no object. */
bool ik_archive_metadata_check(const char *json, GError **error);

/* The object with `bounds`, `center`, `minzoom` and `maxzoom` as TileJSON writes them, in place of what it says about
 * them; all other members as they are. `json` passed the check. Caller frees. */
char *ik_archive_metadata_complete(const char *json, const ik_archive_extent *extent,
                                   GError **error);

/* Writes a value of a document as one value of another. */
void ik_archive_metadata_copy(ik_json_writer *writer, ik_json_value value);

/* Whether a member says where the tiles are and how deep: those that archive writers set. */
bool ik_archive_metadata_is_extent(const char *key);

/* What the members bounds, center, minzoom and maxzoom of an object say, in the form of TileJSON or of MBTiles (text).
 * Each missing one leaves its part of `extent` as it was and its flag false, as does one that is neither: INPUT names
 * the first of those, the others are read all the same. */
typedef struct {
    bool min_zoom, max_zoom, bounds, center;
} ik_archive_extent_flags;
bool ik_archive_metadata_extent(ik_json_value object, ik_archive_extent *extent,
                                ik_archive_extent_flags *flags, GError **error);

#endif
