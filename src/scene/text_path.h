/* text_path.h — the way of a text along a line: the line around a place, or one beside it.   [scene]
 *
 * As MapLibre GL JS walks it: outwards from the place, each corner where the two lines beside it
 * meet. Lengths are CSS pixels, counted on the way itself, so that letters on the outer side of a
 * bend do not spread.
 */
#ifndef IK_TEXT_PATH_H
#define IK_TEXT_PATH_H

#include "line_placer.h"

typedef struct {
    double x, y; /* as of ik_line_place */
    double at;   /* from the place, along the way; negative before it */
} ik_path_point;

/* Appends to `path` (ik_path_point) the corners of the way at `across_px` to the right of the line,
 * `before` and `behind` (both >= 0) pixels around the place and to the next corner, or as far as
 * the line goes.
 */
void ik_text_path_follow(const ik_line *line, const ik_line_place *place, double across_px,
                         double before, double behind, GArray *path);

/* The place on the way; its ends where `at` lies beyond them. A way has at least one point. */
ik_line_place ik_text_path_at(const GArray *path, double at);

/* Leaves of the way what lies from `first` to `last`. */
void ik_text_path_cut(GArray *path, double first, double last);

#endif
