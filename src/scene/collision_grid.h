/* collision_grid.h — shapes that must not overlap, found by where they lie.   [scene]
 *
 * A grid of square cells kept in a table of buckets, so that the size of the map does not matter.
 * Adding and asking take constant time for shapes about the size of a cell.
 */
#ifndef IK_COLLISION_GRID_H
#define IK_COLLISION_GRID_H

#include "mercator.h"

typedef struct ik_collision_grid ik_collision_grid;

/* A box, or the circle inside a square box. */
typedef struct {
    ik_tile_box box;
    bool is_round;
    guint overlap; /* IK_OVERLAP_…, of text-overlap and icon-overlap */
} ik_collision_shape;

/* `cell` in tile units: about the size of a usual shape. */
ik_collision_grid *ik_collision_grid_new(int32_t cell);
void ik_collision_grid_free(ik_collision_grid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_collision_grid, ik_collision_grid_free)

void ik_collision_grid_add(ik_collision_grid *grid, const ik_collision_shape *shape);

/* Whether the shape overlaps one that it may not overlap; sharing an edge counts. NEVER may
 * overlap nothing, COOPERATIVE nothing that is NEVER, ALWAYS anything.
 */
bool ik_collision_grid_hits(const ik_collision_grid *grid, const ik_collision_shape *shape);

/* How many shapes in the grid the shape overlaps, allowed or not. */
guint ik_collision_grid_count(const ik_collision_grid *grid, const ik_collision_shape *shape);

#endif
