/* mesh.h — the borders of one zoom as arcs that neither cross nor touch but at their ends.   [tiling]
 *
 * Arcs of the division are brought to the 4096 grid and simplified (Douglas and Peucker, 6 units). Where
 * two simplified pieces then cross, touch or coincide, each gets its farthest point back, until none do or
 * nothing is left to give back. What still conflicts on the grid (land narrower than a unit) is cut at
 * the crossings, rounded to the grid, and each side of each cut piece is given to the municipality whose
 * outline winds round it: the one with the smallest number where several do. So the faces always part
 * the plane, whatever rounding did; pieces with the same municipality on both sides go.
 */
#ifndef IK_MESH_H
#define IK_MESH_H

#include "segments.h"
#include "topology.h"

#define IK_MESH_TOLERANCE   6.0
/* Closed arcs around less than 16 square units (a quarter of a pixel each way) are dropped. */
#define IK_MESH_LEAST_AREA2 32

/* A piece of border with the municipality on its left and right (north up); IK_NONE outside. */
typedef struct {
    ik_tile_point a, b;
    guint32 left, right;
} ik_mesh_edge;

typedef struct {
    ik_topology
        view; /* points are (x, -y) in tile units, so that north is up; points and arcs alone */
    GArray *points; /* ik_fixed_lonlat, owned */
    GArray *arcs;   /* ik_arc, owned */
    guint dropped;  /* closed arcs too small for the zoom */
} ik_mesh;

/* `borders`, and where each of its points is in the `world`, are only read here. The caller's. */
ik_mesh *ik_mesh_new(const ik_topology *borders, const ik_world *world, double zoom);
void ik_mesh_free(ik_mesh *mesh);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_mesh, ik_mesh_free)

/* Cuts edges (ik_mesh_edge) until none crosses or touches another but at ends, keeps each once and gives
 * its sides to their owners anew. Changes `edges`. */
void ik_mesh_untangle(GArray *edges);

/* Joins edges to arcs, cut where more or fewer than two meet. The order depends on the edges alone. */
void ik_mesh_join(const GArray *edges, GArray *points, GArray *arcs);

#endif
