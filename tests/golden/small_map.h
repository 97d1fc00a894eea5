/* small_map.h — maps of a few polygons that lie on exact pixels.   [tests]
 *
 * Polygons are given in pixels of 256 a tile at zoom 8, from the north-west corner of the tile
 * 8/132/85; every municipality is a region and a district of its own unless said otherwise.
 */
#ifndef IK_SMALL_MAP_H
#define IK_SMALL_MAP_H

#include "scene_builder.h"

#include <ideenkarte/territory.h>

#define SMALL_ZOOM 8u
#define SMALL_X    132u
#define SMALL_Y    85u

/* One polygon, counter-clockwise with north up, as x, y pairs. */
typedef struct {
    const double *corners;
    guint n_corners;
    guint32 region, district; /* below the number of polygons */
} small_polygon;

typedef struct {
    ik_territory territory;
    ik_topology *topology;
    ik_division *division;
    ik_tiling *tiling;
    guint8 *tints; /* the region's index */
} small_map;

/* Fails the test when the polygons are no coverage. */
void small_map_init(small_map *map, const small_polygon *polygons, guint n);
void small_map_clear(small_map *map);

ik_lonlat small_map_position(double x, double y);

/* Nothing to place: every text is a box of 6 by 10 pixels a letter, whatever the font. */
ik_text_metrics small_map_metrics(void);

#endif
