/* outline.h — the outline of one glyph as straight edges.   [glyphs]
 *
 * Units: pixels at the size that the caller scales to, x to the right from the origin of the glyph, y up from the
 * baseline. Curves are flattened; they leave their true course by IK_OUTLINE_TOLERANCE at most.
 * What is inside is decided by the non-zero rule, as fonts mean it.
 * Threads: one outline belongs to one thread. Cost: O(n) to add; ik_outline_unite O(n²).
 */
#ifndef IK_OUTLINE_H
#define IK_OUTLINE_H

#include <glib.h>
#include <stdbool.h>

#define IK_OUTLINE_TOLERANCE 0.02 /* pixels */

typedef struct {
    double x, y;
} ik_outline_point;

typedef struct {
    ik_outline_point from, to;
} ik_outline_edge;

typedef struct {
    GArray *edges;            /* of ik_outline_edge; every contour is closed */
    ik_outline_point start;   /* of the contour that is being drawn */
    ik_outline_point current; /* where the next edge begins */
} ik_outline;

void ik_outline_init(ik_outline *outline);
void ik_outline_clear(ik_outline *outline);
/* Forgets the edges, keeps the memory. */
void ik_outline_reset(ik_outline *outline);

/* Closes the contour, if one is open, and begins another. */
void ik_outline_move(ik_outline *outline, ik_outline_point to);
void ik_outline_line(ik_outline *outline, ik_outline_point to);
void ik_outline_quadratic(ik_outline *outline, ik_outline_point control, ik_outline_point to);
void ik_outline_cubic(ik_outline *outline, ik_outline_point first, ik_outline_point second,
                      ik_outline_point to);
void ik_outline_close(ik_outline *outline);

/* How often the outline winds around a point; 0: outside. */
int ik_outline_winding(const ik_outline *outline, ik_outline_point point);

/* Where parts of a glyph overlap (a letter and its ogonek), takes away the edges that lie inside, which no distance
 * may be measured to. An outline without crossings stays as it is. */
void ik_outline_unite(ik_outline *outline);

/* Lower left and upper right corner of the edges; false when there are none. */
bool ik_outline_bounds(const ik_outline *outline, ik_outline_point *low, ik_outline_point *high);

#endif
