/* own_source.h — our own layers as features on the grid of a picture.   [pipeline]
 *
 * For pages and for whatever no tiling reaches: the borders of the tiling of the grid's zoom, carried point by point
 * into the plane of the grid where it has one; above zoom 17 of a style those of the deepest tiling, whose units are
 * 4 cm, enlarged.
 */
#ifndef IK_OWN_SOURCE_H
#define IK_OWN_SOURCE_H

#include "layer_sets.h"
#include "map_source.h"
#include "picture_grid.h"

/* Adds one of our layers by its name; nothing when there is none of that name. */
void ik_own_source_add(const ik_map_source *map, const char *layer, const ik_picture_grid *grid,
                       ik_layer_sets *sets);

#endif
