/* tile_cover.h — which tiles of a source a picture shows, and where.   [pipeline]
 *
 * Source: MapLibre's covering tiles. A tile that lies in several copies of the world comes once for each.
 */
#ifndef IK_TILE_COVER_H
#define IK_TILE_COVER_H

#include "picture_grid.h"

typedef struct {
    ik_tile tile;
    double left, top, side; /* tile units of the picture's grid */
    ik_tile_box box;        /* the same on whole CSS pixels, so that neighbours meet there */
} ik_covering_tile;

/* Tiles of `zoom` within `margin_px` of the picture, row by row (ik_covering_tile); the caller's. At most `most`: where
 * there are more the list is empty.
 */
GArray *ik_tile_cover(const ik_picture_grid *grid, guint zoom, double margin_px, guint most);

#endif
