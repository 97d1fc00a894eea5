/* topology.h — polygons as shared arcs.   [geo]
 *
 * A coverage (municipalities that touch but do not overlap) is cut once into arcs: maximal chains of
 * vertices between junctions, each stored a single time with the face on its left and on its right. Whatever
 * is done to an arc is done to both neighbours, so they can neither gape nor overlap. Coordinates are integers
 * of 1e-6 degrees: equality is exact. Immutable, shared between threads.
 */
#ifndef IK_TOPOLOGY_H
#define IK_TOPOLOGY_H

#include <ideenkarte/territory.h>
#include <stdint.h>

typedef struct {
    int32_t lon_e6, lat_e6; /* millionths of a degree, WGS 84 */
} ik_fixed_lonlat;

typedef struct {
    uint32_t first, count; /* points; count >= 2; first point equals last for a closed arc */
    uint32_t left, right;  /* face on that side of the arc, IK_NONE outside; left != right */
} ik_arc;

/* Reference to an arc: i >= 0 forwards, ~i (negative) backwards. */
typedef int32_t ik_arc_ref;

typedef struct {
    uint32_t first, count; /* refs, in order around the ring */
    bool is_hole;          /* exterior rings run counter-clockwise (north up), holes clockwise */
} ik_ring;

typedef struct {
    uint32_t first, count; /* rings; an exterior ring is followed by its holes */
} ik_face;

struct ik_topology {
    const ik_fixed_lonlat *points;
    const ik_arc *arcs;
    const ik_arc_ref *refs;
    const ik_ring *rings;
    const ik_face *faces;
    uint32_t n_points, n_arcs, n_refs, n_rings, n_faces;
};

/* A face's polygons as they are read: rings of points (first not repeated at the end), face by face. */
typedef struct {
    const ik_fixed_lonlat *points; /* of all rings, one after the other */
    const uint32_t *ring_points;   /* points in each ring, >= 3 */
    const uint32_t *ring_faces;    /* face of each ring */
    uint32_t n_rings, n_faces;
} ik_coverage_rings;

/* Cuts a coverage into arcs.
 *
 *   rings    borrowed; each runs with its face on the left: exterior rings counter-clockwise, holes
 *            clockwise; in any order
 *   returns  the caller's; free with ik_topology_free
 *   error    INPUT with face and position when a directed segment occurs twice (an overlap), a ring
 *            is degenerate, a face has no ring or a hole lies in no polygon of its face
 *
 * Vertices must meet vertices: borders that cross or touch between two vertices are not looked for.
 * The result depends on the coverage alone, not on the order or the first points of its rings.
 * The polygons of a face stand with the largest first. O(n log n) in points.
 */
ik_topology *ik_topology_build(const ik_coverage_rings *rings, GError **error);

/* Joins faces to groups.
 *
 *   group_of_face  for each face < n_groups, or IK_NONE to leave it out
 *   returns        the caller's, with a face for each group (without rings for an empty one). Points
 *                  and arcs are borrowed from `topology`, which must outlive it; left and right of
 *                  arcs still name the original faces
 *
 * A ring touches itself at no vertex; polygons of a face may touch each other in points.
 */
ik_topology *ik_topology_dissolve(const ik_topology *topology, const uint32_t *group_of_face,
                                  uint32_t n_groups);
/* Frees what build or dissolve made; never call it on the built-in one. */
void ik_topology_free(ik_topology *topology);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_topology, ik_topology_free)

/* The position that an integer stands for: the double nearest to the decimal number. */
ik_lonlat ik_lonlat_from_fixed(ik_fixed_lonlat point);

/* Whether `position` lies in a face or on its border. Exact; O(points of the face). */
bool ik_topology_face_contains(const ik_topology *topology, uint32_t face, ik_lonlat position);

/* Appends the ring's points (ik_fixed_lonlat), first repeated at the end if `close`. */
void ik_topology_ring_points(const ik_topology *topology, const ik_ring *ring, bool close,
                             GArray *points);

/* Smallest box around all points; empty where there are none. Linear. */
ik_lonlat_box ik_topology_box(const ik_topology *topology);
/* Smallest box around a face; empty for one without rings. Linear. */
ik_lonlat_box ik_topology_face_box(const ik_topology *topology, uint32_t face);

/* Twice the signed area in (1e-6 degrees)², positive counter-clockwise. */
double ik_fixed_ring_area2(const ik_fixed_lonlat *points, guint n_points);

#endif
