/* tile_extent.h — zooms and bounds of a set of tiles.   [archive]
 *
 * Zooms are those of the tiles. Bounds are the box of the tiles of the highest zoom, widened at each lower zoom by what
 * tiles there reach beyond it: a tile of a low zoom covers far more than its content, and says something only where
 * nothing lies above it. Exact in whole tiles; a run of ids costs a few steps for each zoom, however long it is.
 */
#ifndef IK_TILE_EXTENT_H
#define IK_TILE_EXTENT_H

#include "mercator.h"

typedef struct {
    guint32 min_x, min_y, max_x, max_y; /* inclusive; none when min_x > max_x */
} ik_tile_span;

typedef struct {
    ik_tile_span spans[IK_MAX_TILE_ZOOM + 1]; /* of each zoom */
} ik_tile_extent;

void ik_tile_extent_init(ik_tile_extent *extent);
/* Adds the tiles id .. id + run - 1, all below ik_tile_id_first(31). */
void ik_tile_extent_add(ik_tile_extent *extent, guint64 id, guint64 run);
bool ik_tile_extent_is_empty(const ik_tile_extent *extent);

/* The rest needs an extent that is not empty. */
guint ik_tile_extent_min_zoom(const ik_tile_extent *extent);
guint ik_tile_extent_max_zoom(const ik_tile_extent *extent);
ik_lonlat_box ik_tile_extent_bounds(const ik_tile_extent *extent);

#endif
