/* geos.h — the few questions that GEOS answers for us.   [geo]
 *
 * Each call works in a context of its own; not for hot loops. */
#ifndef IK_GEOS_H
#define IK_GEOS_H

#include "topology.h"

/* Whether the face's polygons are valid by the OGC rules; `reason` (caller frees) says why not. */
bool ik_geos_face_is_valid(const ik_topology *topology, guint32 face, char **reason);
/* Area of the symmetric difference between the union of `n` faces of `parts` and face `whole_face` of `whole`,
 * in square degrees. */
double ik_geos_union_difference(const ik_topology *parts, const guint32 *faces, guint n,
                                const ik_topology *whole, guint32 whole_face);

#endif
