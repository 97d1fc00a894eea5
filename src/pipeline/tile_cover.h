/* tile_cover.h — which tiles of a source a picture shows, and where.   [pipeline]
 *
 * Source: MapLibre's covering tiles. A tile that lies in several copies of the world comes once for each. On a plane a
 * tile is what lies between its corners, straight from one to the next, as far as the picture may show it.
 */
#ifndef IK_TILE_COVER_H
#define IK_TILE_COVER_H

#include "picture_grid.h"

typedef struct {
    ik_tile tile;
    double left, top, side; /* tile units of the picture's grid; of no use on a plane */
    ik_world_box seen;      /* on a plane: the part that may be seen */
    ik_clip
        clip; /* the tile on whole CSS pixels, so that neighbours meet there; on a plane its ring */
} ik_covering_tile;

/* Tiles of `zoom` within `margin_px` of the picture, row by row (ik_covering_tile); the caller's. At most `most`: where
 * there are more the list is empty.
 */
GArray *ik_tile_cover(const ik_picture_grid *grid, guint zoom, double margin_px, guint most);

#endif
