/* grid_clip.h — positions of any size brought onto the grid or into a part of it.   [scene]
 *
 * The grid reaches IK_GRID_LIMIT units to all sides of a scene's origin, more than the world at zoom
 * 18, which leaves room for margins in ik_tile_point. Lines and rings that reach beyond are cut
 * there, in double. Not for several threads at once; results are valid until the next call.
 */
#ifndef IK_GRID_CLIP_H
#define IK_GRID_CLIP_H

#include "feature_set.h"

#define IK_GRID_LIMIT 1342177280 /* 1.25 * 2^30 */

typedef struct ik_grid_clip ik_grid_clip;

/* Cuts at the edges of `window`; NULL: at those of the grid. */
ik_grid_clip *ik_grid_clip_new(const ik_tile_box *window);
void ik_grid_clip_free(ik_grid_clip *clip);

/* Rounds to the nearest unit; false for what is not a number or lies beyond the grid. */
bool ik_grid_round(ik_grid_position position, ik_tile_point *rounded);

/* Cuts a line; returns how many runs are left of it. What is not a number is skipped. */
guint ik_grid_clip_line(ik_grid_clip *clip, const ik_grid_position *points, guint n);
const ik_grid_position *ik_grid_clip_run(const ik_grid_clip *clip, guint run, guint *n);

/* Cuts a ring side by side (Sutherland and Hodgman). */
const ik_grid_position *ik_grid_clip_ring(ik_grid_clip *clip, const ik_grid_position *points,
                                          guint n, guint *n_left);

#endif
