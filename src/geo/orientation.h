/* orientation.h — on which side of a line a position lies, exactly.   [geo]
 *
 * Positions are doubles, borders are integers divided by a million, and the answer must not depend on
 * rounding: else a point on a border would lie in both municipalities or in none. A floating-point
 * test with a proven error bound decides nearly always; the rest is computed exactly.
 * Source: Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997).
 */
#ifndef IK_ORIENTATION_H
#define IK_ORIENTATION_H

#include <ideenkarte/geo.h>

/* 1 when `c` lies on the left of the line from `a` to `b`, -1 on its right, 0 exactly on it.
 *
 * Exact for all finite coordinates that are zero or not smaller than 1e-140 degrees.
 */
int ik_lonlat_orientation(ik_lonlat a, ik_lonlat b, ik_lonlat c);

/* Whether `p` lies on the segment between `a` and `b`, both ends included. Exact as above. */
bool ik_lonlat_is_between(ik_lonlat a, ik_lonlat b, ik_lonlat p);

#endif
