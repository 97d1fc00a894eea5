/* canvas_target.h — where the commands that Cairo draws get to.   [raster]
 *
 * Each function draws one command of a view within its clip and leaves Cairo's state as it was.
 * Places are relative to `corner`, which is a whole pixel.
 * An error of Cairo on the target stays in its context, which the caller asks; one on a surface or context of their
 * own is what they return: false with INTERNAL.
 */
#ifndef IK_CANVAS_TARGET_H
#define IK_CANVAS_TARGET_H

#include "scene.h"

#include <cairo.h>

typedef struct {
    const ik_scene *scene;
    cairo_t
        *cairo; /* on 32-bit pixels, one unit a device pixel; or on a page, one unit a CSS pixel */
    int width, height;    /* device pixels */
    ik_tile_point corner; /* of the north-west corner */
    double pixel_ratio;
} ik_canvas_target;

/* COVER with a pattern; FILLS with patterns; AREAS. */
void ik_canvas_cover(const ik_canvas_target *target, const ik_draw *draw);
void ik_canvas_areas(const ik_canvas_target *target, const ik_view *view, const ik_draw *draw);

/* Adds the rings of a fill to the path. */
void ik_canvas_ring_path(const ik_canvas_target *target, const ik_view *view, const ik_fill *fill);

/* STROKE of any kind; whether it is more than width, joins, caps and dashes. */
bool ik_canvas_stroke(const ik_canvas_target *target, const ik_view *view, const ik_draw *draw,
                      GError **error);
bool ik_stroke_is_plain(const ik_draw *draw);

bool ik_canvas_heat(const ik_canvas_target *target, const ik_view *view, const ik_draw *draw,
                    GError **error);
bool ik_canvas_picture(const ik_canvas_target *target, const ik_draw *draw, GError **error);

/* ---- helpers ---- */

double ik_target_x(const ik_canvas_target *target, ik_tile_point point);
double ik_target_y(const ik_canvas_target *target, ik_tile_point point);

/* Between the two, nothing outside the command's clip is touched. */
void ik_target_begin(const ik_canvas_target *target, const ik_draw *draw);
void ik_target_end(const ik_canvas_target *target);

/* Where the pattern begins on a canvas with its north-west corner at `canvas`: tile units, at or before that corner and
 * less than a repetition away.
 */
void ik_pattern_corner(const ik_pattern *pattern, ik_tile_point canvas, double *x, double *y);

/* Makes `pattern`, with its corners where they are on the map, Cairo's source. */
void ik_target_set_pattern(const ik_canvas_target *target, const ik_pattern *pattern);

/* A surface on the pixels of a bitmap, to be destroyed; they are not changed. */
cairo_surface_t *ik_bitmap_surface(const ik_bitmap *bitmap);

#endif
