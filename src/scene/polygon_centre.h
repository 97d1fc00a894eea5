/* polygon_centre.h — the point of a polygon that is furthest from its edges.   [scene]
 *
 * Source: the pole of inaccessibility after Agafonkin (polylabel, 2016).
 */
#ifndef IK_POLYGON_CENTRE_H
#define IK_POLYGON_CENTRE_H

#include "mercator.h"

#include <glib.h>

typedef struct {
    const ik_tile_point *points; /* the first is not repeated */
    guint n;
} ik_ring;

/* Twice the area, positive for a ring clockwise on screen. */
double ik_ring_area2(const ik_tile_point *points, guint n);

/* The middle of the largest circle inside the polygon, to about a CSS pixel; the first ring is the
 * exterior one. O(points · squares looked at, which are some dozens).
 */
ik_tile_point ik_polygon_centre(const ik_ring *rings, guint n);

#endif
