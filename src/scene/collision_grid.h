/* collision_grid.h — boxes that must not overlap, found by where they lie.   [scene]
 *
 * A grid of square cells kept in a table of buckets, so that the size of the map does not matter.
 * Adding and counting take constant time for boxes about the size of a cell.
 */
#ifndef IK_COLLISION_GRID_H
#define IK_COLLISION_GRID_H

#include "mercator.h"

typedef struct ik_collision_grid ik_collision_grid;

/* `cell` in tile units: about the size of a usual box. */
ik_collision_grid *ik_collision_grid_new(int32_t cell);
void ik_collision_grid_free(ik_collision_grid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_collision_grid, ik_collision_grid_free)

void ik_collision_grid_add(ik_collision_grid *grid, const ik_tile_box *box);

/* How many boxes overlap `box`; sharing an edge counts. */
guint ik_collision_grid_count(const ik_collision_grid *grid, const ik_tile_box *box);

#endif
