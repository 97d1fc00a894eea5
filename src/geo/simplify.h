/* simplify.h — lines with fewer points that look the same.   [geo]
 *
 * Douglas and Peucker (1973) on integer tile units, iterative, end points kept. */
#ifndef IK_SIMPLIFY_H
#define IK_SIMPLIFY_H

#include "mercator.h"

/* Simplifies `n` points in place; returns how many remain (>= 2 for n >= 2; equal neighbours are dropped, but
 * both ends stay). `tolerance` in tile units; `scratch` (guint8, n long) is resized as needed. */
guint ik_simplify(ik_tile_point *points, guint n, double tolerance, GByteArray *scratch);

#endif
