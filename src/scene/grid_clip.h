/* grid_clip.h — positions of any size brought onto the grid.   [scene]
 *
 * The grid reaches IK_GRID_LIMIT units to all sides of a scene's origin: 16 million pixels, which
 * leaves room for sums in ik_tile_point. Lines and rings that reach beyond are cut there, in double.
 * Not for several threads at once; results are valid until the next call.
 */
#ifndef IK_GRID_CLIP_H
#define IK_GRID_CLIP_H

#include "feature_set.h"

#define IK_GRID_LIMIT 268435456 /* 2^28 */

typedef struct ik_grid_clip ik_grid_clip;

ik_grid_clip *ik_grid_clip_new(void);
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
