/* nearest.h — how far it is to the nearest of many positions.   [catalogue] */
#ifndef IK_NEAREST_H
#define IK_NEAREST_H

#include <ideenkarte/geo.h>

/* For each of `n_from` positions the metres to the nearest of `n_to`; NaN when there is none. O(n_from × n_to), a few
 * multiplications each: 396 × 1,000,000 take about a second. */
void ik_nearest_distances(const ik_lonlat *from, guint n_from, const ik_lonlat *to, guint n_to,
                          double *distance_m);

#endif
