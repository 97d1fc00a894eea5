/* verify_parts.h — what one verification carries from rule to rule.   [archive] */
#ifndef IK_VERIFY_PARTS_H
#define IK_VERIFY_PARTS_H

#include "archive_verify.h"
#include "tile_extent.h"

typedef struct {
    ik_archive_reader *reader;
    const ik_verify_options *options;
    ik_verify_result *result;
    ik_tile_extent extent;
    GHashTable *seen; /* hashes of contents that were checked; NULL: each comes once */
    /* Bounds may not reach beyond the tiles: MBTiles 1.3, "an area covered by all zoom levels". */
    bool are_bounds_covered;
    guint64 done;        /* contents read */
    guint64 data_offset; /* of the tile data in the file; 0: tiles have no offset */
    /* Where the archive says these things, for messages: "offset 100: ". */
    const char *zoom_place, *bounds_place, *center_place, *metadata_place;
} ik_verification;

bool ik_verify_fail(const ik_verification *run, GError **error, const char *format, ...)
    G_GNUC_PRINTF(3, 4);
/* Counts an entry and its tiles. */
void ik_verify_count(ik_verification *run, const ik_archive_entry *entry);
/* Counts a content, reads and checks it. `total`: contents to come, for progress. */
bool ik_verify_content(ik_verification *run, const ik_archive_entry *entry, guint64 total,
                       GError **error);
/* Zooms, bounds and centre against the tiles that were counted. */
bool ik_verify_extent(ik_verification *run, GError **error);
bool ik_verify_layers(const ik_verification *run, ik_json_value metadata, GError **error);

bool ik_verify_pmtiles(ik_verification *run, GError **error);

#endif
