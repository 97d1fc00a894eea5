/* line_offset.h — lines that run beside others.   [scene]
 *
 * As MapLibre moves them: each corner along its miter, as far as twice the distance; where a corner
 * is sharper, its two ends are moved apart.
 */
#ifndef IK_LINE_OFFSET_H
#define IK_LINE_OFFSET_H

#include "feature_set.h"

/* Appends the line moved by `offset` tile units to the right of its direction (to the left where
 * negative) to `moved` (ik_grid_position).
 */
void ik_line_offset(const ik_tile_point *points, guint n, bool is_closed, double offset,
                    GArray *moved);

#endif
