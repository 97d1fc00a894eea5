/* topology_storage.h — a topology on the heap: what it shows, what it owns.   [geo]
 *
 * Only for the files that make topologies. The view comes first, so that the public pointer is the
 * storage's too.
 */
#ifndef IK_TOPOLOGY_STORAGE_H
#define IK_TOPOLOGY_STORAGE_H

#include "topology.h"

typedef struct {
    ik_topology view;
    GArray *points, *arcs;        /* owned; NULL where the view borrows them */
    GArray *refs, *rings, *faces; /* owned */
} ik_topology_storage;

/* Collects the rings of every group from the arcs of `topology`, of which only points, arcs and
 * n_faces are used; points and arcs are borrowed.
 *
 *   group_of_face  as in ik_topology_dissolve
 *   orphan         receives the first group with a hole that no exterior ring contains, else
 *                  IK_NONE; such a hole stands behind the polygons of its group
 */
ik_topology_storage *ik_topology_assemble(const ik_topology *topology,
                                          const uint32_t *group_of_face, uint32_t n_groups,
                                          uint32_t *orphan);

#endif
