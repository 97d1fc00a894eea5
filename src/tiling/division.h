/* division.h — the administrative division as nested coverages.   [tiling]
 *
 * Regions, districts and municipalities share the arcs of the municipalities. What holds at every
 * zoom stands here: the rank of each arc, the faces of each level, and where the name of a face
 * goes. Immutable, shared between threads; borrows the territory.
 */
#ifndef IK_DIVISION_H
#define IK_DIVISION_H

#include "mercator.h"
#include "topology.h"

typedef enum { IK_LEVEL_REGION, IK_LEVEL_DISTRICT, IK_LEVEL_MUNICIPALITY, IK_N_LEVELS } ik_level;

/* What a border divides, strongest first. */
typedef enum { IK_RANK_STATE, IK_RANK_REGION, IK_RANK_DISTRICT, IK_RANK_MUNICIPALITY } ik_rank;

typedef struct ik_division ik_division;

/* `territory` must outlive the result, which is the caller's. O(n log n) in points. */
ik_division *ik_division_new(const ik_territory *territory);
void ik_division_free(ik_division *division);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_division, ik_division_free)

const ik_territory *ik_division_territory(const ik_division *division);

/* Where each point of the territory's borders is. */
const ik_world *ik_division_world(const ik_division *division);

/* The faces of a level; they refer to the arcs of the territory's borders. */
const ik_topology *ik_division_faces(const ik_division *division, ik_level level);

/* The face of a level that a municipality lies in; IK_NONE for IK_NONE. */
guint32 ik_division_face_of(const ik_division *division, ik_level level, guint32 municipality);

/* What a border between two municipalities divides; IK_NONE is outside. */
ik_rank ik_division_rank_between(const ik_division *division, guint32 left, guint32 right);

/* The same for an arc of the territory's borders. */
ik_rank ik_division_rank(const ik_division *division, guint32 arc);

/* Where the name of a face stands best: for a region or district the middle of the widest room
 * inside it, for a municipality its label point.
 */
ik_lonlat ik_division_label_point(const ik_division *division, ik_level level, guint32 face);

#endif
