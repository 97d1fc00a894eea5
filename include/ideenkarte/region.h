/* region.h — which municipality, district and labour-market region a point lies in.   [region]
 *
 * Exact point in polygon over the municipalities of a territory, with a grid in front that answers nearly
 * every position at once. On a shared border the smaller AGS wins, so no answer depends on the order of
 * the input. The municipality names its district and region.
 *
 * Positions  ik_lonlat, WGS 84 degrees.   Distances  metres, on the sphere.
 * Threads    one ik_region_set serves many.   Memory  4 MB for North Rhine-Westphalia.
 */
#ifndef IDEENKARTE_REGION_H
#define IDEENKARTE_REGION_H

#include <ideenkarte/territory.h>

G_BEGIN_DECLS

typedef struct ik_region_set ik_region_set;

/* `territory` is borrowed and must outlive the set. Never fails. Takes 5 ms for North Rhine-Westphalia. */
ik_region_set *ik_region_set_new(const ik_territory *territory);
void ik_region_set_free(ik_region_set *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_region_set, ik_region_set_free)

/* What the set was made of. Borrowed. */
const ik_territory *ik_region_set_territory(const ik_region_set *set);

/* Finds the municipality that contains `position`.
 *
 *   position  degrees; anything, even what is no number
 *   returns   index; IK_NONE outside: expected, no error
 *
 * Some 40 nanoseconds. */
guint32 ik_region_set_locate(const ik_region_set *set, ik_lonlat position);

/* Metres from `position` to the territory of that municipality; 0 inside or on its border.
 *
 * The nearest point is looked for in a plane laid to the earth at `position`, then measured on the sphere:
 * exact to 0.2 % within 10 km, some per cent at hundreds. Linear in the municipality's border. */
double ik_region_set_distance_m(const ik_region_set *set, guint32 municipality, ik_lonlat position);

/* The municipality nearest to `position` and how far it is (0 inside), measured as above; of equally near
 * ones the smaller AGS. IK_NONE and infinity when the territory has none. `distance_m` may be NULL.
 * Outside, linear in the number of outer borders: some microseconds. */
guint32 ik_region_set_nearest(const ik_region_set *set, ik_lonlat position, double *distance_m);

/* Metres from `position` to the border of that municipality, whichever side it lies on. */
double ik_region_set_border_distance_m(const ik_region_set *set, guint32 municipality,
                                       ik_lonlat position);

/* For each region a tint number such that neighbours differ: greedy in order of falling number of
 * neighbours, then of index, which needs at most six on a planar map of this kind. `tints` has room
 * for n_regions. Returns how many tints are used. */
guint ik_region_set_tints(const ik_region_set *set, guint8 *tints);

G_END_DECLS

#endif
