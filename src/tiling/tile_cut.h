/* tile_cut.h — the borders of a zoom as one tile sees them: cut at its buffer, faces closed again.   [tiling]
 *
 * Arcs are cut at a box of 64 units around the tile, cutting points rounded to the grid; the border of the
 * box between them closes the faces. Should rounding make pieces touch, or a vertex lie on the border of the
 * box, the box is a unit wider, until none do: so every polygon is valid and neighbours share their edges.
 * A tile that no border comes near is known without cutting. Coordinates count from the tile's corner.
 */
#ifndef IK_TILE_CUT_H
#define IK_TILE_CUT_H

#include "mesh.h"
#include "tiling.h"

#define IK_TILE_BUFFER 64

typedef struct {
    bool is_plain;   /* one municipality, or none, covers the tile; nothing else is filled in */
    guint32 owner;   /* of a plain tile; IK_NONE: the tile is empty */
    ik_tile_box box; /* what was cut out */
    GArray *points, *arcs;           /* of all faces: ik_fixed_lonlat (x, -y), ik_arc */
    GArray *line_points, *line_arcs; /* of the borders alone, likewise */
    ik_topology *faces[IK_N_LEVELS]; /* borrow points and arcs */
} ik_tile_cut;

/* The tile must be of the tiling's zoom, which is whole. Clear the result. */
void ik_tile_cut_init(ik_tile_cut *cut, const ik_tiling *tiling, ik_tile tile);
void ik_tile_cut_clear(ik_tile_cut *cut);

#endif
