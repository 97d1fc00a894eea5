/* geos.h — the few questions that GEOS answers for us.   [geo]
 *
 * It proves what topology.h makes, and stands as an independent witness against our own point in
 * polygon. Not for hot loops; each object and each call has a context of its own.
 */
#ifndef IK_GEOS_H
#define IK_GEOS_H

#include "topology.h"

/* Whether the face's polygons are valid by OGC's rules; `reason`, the caller's, says why not. */
bool ik_geos_face_is_valid(const ik_topology *topology, guint32 face, char **reason);

/* How two outlines of the same land differ.
 *
 *   parts, faces, n    whose union is compared
 *   whole, whole_face  with this face
 *   returns            area of the symmetric difference in square degrees; NaN when GEOS fails
 */
double ik_geos_union_difference(const ik_topology *parts, const guint32 *faces, guint n,
                                const ik_topology *whole, guint32 whole_face);

/* Area of the union of faces in square degrees; NaN when GEOS fails. */
double ik_geos_union_area(const ik_topology *topology, const guint32 *faces, guint n);

/* Prepared polygons of all faces in an STR tree. One locator serves one thread. */
typedef struct ik_geos_locator ik_geos_locator;

/* `topology` is only read here. */
ik_geos_locator *ik_geos_locator_new(const ik_topology *topology);
void ik_geos_locator_free(ik_geos_locator *locator);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_geos_locator, ik_geos_locator_free)

/* The first face that contains `position` or has it on its border; IK_NONE when there is none. */
guint32 ik_geos_locator_locate(ik_geos_locator *locator, ik_lonlat position);

#endif
