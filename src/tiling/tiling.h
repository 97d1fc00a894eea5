/* tiling.h — the borders of one zoom level: generalised, cut into pieces, indexed.   [tiling]
 *
 * The arcs are those of mesh.h: on the 4096 grid, simplified once for the zoom, free of crossings, so that
 * neighbours can neither gape nor overlap and every face is valid. A closed arc that is too small to be
 * seen (an exclave) is dropped and counted. Arcs are cut into pieces of at most 32 segments with a box each,
 * in a packed R-tree. Immutable after construction, shared between threads; borrows the division.
 */
#ifndef IK_TILING_H
#define IK_TILING_H

#include "division.h"
#include "mercator.h"

typedef struct ik_tiling ik_tiling;

/* A run of points of one arc; the last point of a piece is the first of the next. */
typedef struct {
    guint32 first, count; /* points; count >= 2 */
    guint32 arc;          /* of this zoom: ik_tiling_arc */
    double start;         /* length of the arc before this piece, tile units */
} ik_piece;

/* `zoom` 0..18, fractional allowed. `division` must outlive the result. O(n log n) in points. */
ik_tiling *ik_tiling_new(const ik_division *division, double zoom);
void ik_tiling_free(ik_tiling *tiling);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_tiling, ik_tiling_free)

double ik_tiling_zoom(const ik_tiling *tiling);
const ik_division *ik_tiling_division(const ik_tiling *tiling);

/* How many closed arcs were too small for this zoom. */
guint ik_tiling_dropped_arcs(const ik_tiling *tiling);

/* How many polygons of municipalities are not there at this zoom: exclaves dropped, and whatever else fell
 * together on the grid. */
guint ik_tiling_lost_polygons(const ik_tiling *tiling);

/* An arc of this zoom: the municipalities on its sides (`first` and `count` are the tiling's own), and
 * what it divides. */
const ik_arc *ik_tiling_arc(const ik_tiling *tiling, guint32 arc);
ik_rank ik_tiling_rank(const ik_tiling *tiling, guint32 arc);

/* Pieces are numbered arc by arc, along each. Points belong to the tiling. */
const ik_piece *ik_tiling_piece(const ik_tiling *tiling, guint32 piece);
const ik_tile_point *ik_tiling_piece_points(const ik_tiling *tiling, guint32 piece);

/* Appends the numbers (guint32, ascending) of the pieces whose box touches `box`. */
void ik_tiling_find_pieces(const ik_tiling *tiling, const ik_tile_box *box, GArray *found);

/* The municipality that holds a point; IK_NONE outside the territory. For points that no border
 * comes near. O(log n + pieces west of the point in its row).
 */
guint32 ik_tiling_locate(const ik_tiling *tiling, ik_tile_point point);

/* Appends the outline of a face (ik_tile_point) as seen in `box`, and the end of each ring in
 * `points` to `ends` (guint). No vertex is new: runs of vertices that lie beyond the same side of
 * the box shrink to their first and last. Inside the box the outline encloses exactly what the
 * face does. Rings that cannot enclose anything of the box are left out.
 */
void ik_tiling_clip_face(const ik_tiling *tiling, ik_level level, guint32 face,
                         const ik_tile_box *box, GArray *points, GArray *ends);

#endif
