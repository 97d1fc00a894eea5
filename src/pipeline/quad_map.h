/* quad_map.h — four corners as the view of a unit square.   [pipeline]
 *
 * The projective map that a picture between four corners is drawn by: straight lines stay straight. Source: P. Heckbert,
 * "Fundamentals of Texture Mapping and Image Warping", UCB/CSD-89-516, 1989, section 2.2.3.
 */
#ifndef IK_QUAD_MAP_H
#define IK_QUAD_MAP_H

#include "feature_set.h"

typedef struct {
    double origin[2];
    double rows[3][3]; /* from a place, less the origin, to the square, times a weight */
} ik_quad_map;

/* `corners`: where 0,0 and 1,0 and 1,1 and 0,1 lie. False when they are those of no convex quadrilateral. */
bool ik_quad_map_init(ik_quad_map *map, const ik_grid_position corners[4]);

/* Where a place lies in the square; false outside of it. */
bool ik_quad_map_place(const ik_quad_map *map, double x, double y, double *u, double *v);

#endif
