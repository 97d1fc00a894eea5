/* line_placer.h — where texts stand along a line, and each letter of a text that follows it.   [scene]
 *
 * A whole line is looked at, never its piece in a tile. Texts stand at its middle and at every
 * multiple of the spacing from there, so that those of one zoom are among those of the next, where
 * the line is twice as long. A text is refused where it would leave the line or where the line
 * bends too much under it: text-max-angle within three fifths of an em. Lengths are CSS pixels.
 */
#ifndef IK_LINE_PLACER_H
#define IK_LINE_PLACER_H

#include "scene.h"

/* A line and the length up to each of its points. */
typedef struct {
    const ik_tile_point *points;
    guint n;
    double *lengths; /* owned */
} ik_line;

/* A line of at least two points, borrowed. */
ik_line ik_line_new(const ik_tile_point *points, guint n);
void ik_line_clear(ik_line *line);
double ik_line_length(const ik_line *line);

/* A place on a line. */
typedef struct {
    double at; /* from its beginning */
    double x, y;
    double angle; /* radians clockwise from east, in the direction of the line */
} ik_line_place;

/* The segment, from point i to i + 1, that holds the place at a distance from the beginning; empty segments hold none. */
guint ik_line_segment(const ik_line *line, double at);

/* The place at a distance from the beginning, 0 .. length. */
ik_line_place ik_line_at(const ik_line *line, double at);

typedef struct {
    double length_px;  /* of the text or icon along the line */
    double spacing_px; /* symbol-spacing */
    double size_px;    /* of the em; 0: nothing bends with the line, any bend will do */
    double max_angle;  /* radians */
    bool is_middle;    /* only the middle of the line */
} ik_line_wish;

/* Appends the places (ik_line_place) where a text may stand, from the beginning of the line on. */
void ik_line_find_places(const ik_line *line, const ik_line_wish *wish, GArray *places);

/* A text set along a line. */
typedef struct {
    const ik_text_cluster *clusters;
    guint n;
    double offset_px
        [2]; /* text-offset: along the line and to its right, whichever way the text runs */
    double shift_px
        [2]; /* of the text's origin by its anchor, to the right and down as the text is read */
    bool is_upright; /* turned where it would stand on its head */
} ik_line_text;

/* Sets the clusters with the middle of the text at `place`; appends a place of each (ik_cluster_place, from the point of
 * `place`) to `set` and makes `path` (ik_path_point of text_path.h) the way from the middle of the first to that of the
 * last. False, with nothing appended, when the middle of a letter leaves the line.
 */
bool ik_line_set_text(const ik_line *line, const ik_line_place *place, const ik_line_text *text,
                      GArray *set, GArray *path);

#endif
