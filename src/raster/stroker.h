/* stroker.h — the outline of a line that has a width.   [raster]
 *
 * Each segment is a rectangle, each vertex a join on the outer side; on the inner one the sides run
 * through the vertex. All of it goes the same way round, so that overlapping parts count once
 * (pixel_cover.h). A rectangle depends on its segment alone, a join on the two beside it: a line may be cut
 * anywhere out of sight and looks the same.
 *
 * Round joins and caps are regular polygons, at most a tenth of a pixel inside the circle. No function
 * but the square root is used, which IEEE 754 defines to the last bit.
 */
#ifndef IK_STROKER_H
#define IK_STROKER_H

#include "pixel_cover.h"
#include "scene.h"

typedef struct ik_stroker ik_stroker;

/* How wide and with what ends; lengths in pixels. */
typedef struct {
    double width, miter_limit;
    ik_stroke_cap cap;
    ik_stroke_join join;
    guint n_dashes; /* 0: solid */
    double dashes[IK_MAX_DASHES];
} ik_stroke_shape;

ik_stroker *ik_stroker_new(void);
void ik_stroker_free(ik_stroker *stroker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_stroker, ik_stroker_free)

/* The line to follow. All borrowed. */
typedef struct {
    const ik_subpixel *points;
    guint n;
    bool is_closed;        /* the last point is joined with the first, which is not repeated */
    const double *lengths; /* of the line before each point, in pixels: where its dashes are; a line
                            * with dashes is not closed; unused when solid */
} ik_stroke_line;

/* Adds the outline of a line to `cover` as `area`. Points that repeat the one before count once; a
 * line of no length draws nothing.
 */
void ik_stroker_add(ik_stroker *stroker, ik_pixel_cover *cover, guint32 area,
                    const ik_stroke_shape *shape, const ik_stroke_line *line);

/* Adds what a closed line encloses, grown by half of the shape's width on one side, which must be the outer one:
 * the left of the line's direction where y grows north, or the right. Holes run the other way round.
 */
void ik_stroker_grow(ik_stroker *stroker, ik_pixel_cover *cover, guint32 area,
                     const ik_stroke_shape *shape, const ik_stroke_line *line, bool is_left);

#endif
