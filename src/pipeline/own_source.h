/* own_source.h — our own layers on the grid of a picture that no tiling reaches.   [pipeline]
 *
 * Above zoom 17 of a style: the borders of the deepest tiling, whose units are 4 cm, enlarged.
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
