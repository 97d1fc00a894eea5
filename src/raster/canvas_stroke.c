/* canvas_stroke.c — strokes of any kind.   [raster]
 *
 * A stroke that is more than a width is drawn as a mask, which knows of gaps and faded edges, and
 * what it shows: one paint, or colours or a pattern that follow the line segment by segment.
 */
#include "canvas_target.h"
#include "pixmap.h"

#include <math.h>

#define MAX_BLUR_STEPS 32

/* One command on its way. */
typedef struct {
    const ik_canvas_target *target;
    const ik_view *view;
    const ik_draw *draw;
} stroking;

bool ik_stroke_is_plain(const ik_draw *draw)
{
    const ik_stroke *stroke = &draw->stroke;
    return stroke->gap_width_px <= 0 && stroke->blur_px <= 0 && stroke->gradient == NULL &&
           stroke->pattern == NULL;
}

static const ik_path *path_at(const stroking *s, guint index)
{
    return &g_array_index(s->view->paths, ik_path, s->draw->first + index);
}

static const ik_tile_point *points_of(const stroking *s, const ik_path *path)
{
    return &g_array_index(s->view->points, ik_tile_point, path->first);
}

static void add_path(const stroking *s, cairo_t *cairo, const ik_path *path)
{
    const ik_tile_point *points = points_of(s, path);
    guint n = path->is_closed ? path->count - 1 : path->count;
    cairo_new_sub_path(cairo);
    for (guint i = 0; i < n; i++)
        cairo_line_to(cairo, ik_target_x(s->target, points[i]), ik_target_y(s->target, points[i]));
    if (path->is_closed)
        cairo_close_path(cairo);
}

static void set_shape(const stroking *s, cairo_t *cairo)
{
    static const cairo_line_cap_t CAPS[] = {CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND,
                                            CAIRO_LINE_CAP_SQUARE};
    static const cairo_line_join_t JOINS[] = {CAIRO_LINE_JOIN_BEVEL, CAIRO_LINE_JOIN_ROUND,
                                              CAIRO_LINE_JOIN_MITER};
    const ik_stroke *stroke = &s->draw->stroke;
    cairo_set_line_cap(cairo, CAPS[stroke->cap]);
    cairo_set_line_join(cairo, JOINS[stroke->join]);
    cairo_set_miter_limit(cairo, stroke->miter_limit);
    cairo_set_tolerance(cairo, 0.2);
}

/* All paths, each with its dashes where the whole line has them. */
static void stroke_paths(const stroking *s, cairo_t *cairo, double width_px)
{
    const ik_stroke *stroke = &s->draw->stroke;
    double dashes[IK_MAX_DASHES];
    cairo_set_line_width(cairo, width_px * s->target->pixel_ratio);
    for (guint i = 0; i < stroke->n_dashes; i++)
        dashes[i] = stroke->dashes_px[i] * s->target->pixel_ratio;
    for (guint i = 0; i < s->draw->count; i++) {
        const ik_path *path = path_at(s, i);
        add_path(s, cairo, path);
        if (stroke->n_dashes == 0)
            continue;
        cairo_set_dash(cairo, dashes, (int)stroke->n_dashes,
                       path->start * s->target->pixel_ratio / IK_UNITS_PER_PIXEL);
        cairo_stroke(cairo);
    }
    if (stroke->n_dashes == 0)
        cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0);
}

/* ---- the mask ---- */

/* From the outside inwards ever less transparent, so that each step replaces the one before. The
 * edge of MapLibre begins half a device pixel outside and is one pixel wide without blur.
 */
static void fade(const stroking *s, cairo_t *cairo, double outside_px)
{
    const ik_stroke *stroke = &s->draw->stroke;
    double pixel = 1 / s->target->pixel_ratio, blur = stroke->blur_px + pixel;
    int steps = (int)CLAMP(ceil(blur * s->target->pixel_ratio * 2), 4, MAX_BLUR_STEPS);
    cairo_set_operator(cairo, CAIRO_OPERATOR_SOURCE);
    for (int i = 0; i <= steps; i++) {
        double part = i < steps ? (i + 0.5) / steps : 1; /* the last is what has not faded */
        double reach = outside_px + pixel / 2 - blur * part;
        if (reach <= 0)
            break;
        cairo_set_source_rgba(cairo, 0, 0, 0, part);
        stroke_paths(s, cairo, 2 * reach);
    }
}

/* Takes out what lies between two lines, whose inner edges fade into it. */
static void clear_gap(const stroking *s, cairo_t *cairo)
{
    const ik_stroke *stroke = &s->draw->stroke;
    double pixel = 1 / s->target->pixel_ratio, blur = stroke->blur_px + pixel;
    int steps = (int)CLAMP(ceil(blur * s->target->pixel_ratio * 2), 4, MAX_BLUR_STEPS);
    cairo_set_operator(cairo, CAIRO_OPERATOR_DEST_IN);
    if (stroke->blur_px <= 0) {
        cairo_set_operator(cairo, CAIRO_OPERATOR_DEST_OUT);
        cairo_set_source_rgba(cairo, 0, 0, 0, 1);
        stroke_paths(s, cairo, stroke->gap_width_px);
        return;
    }
    cairo_set_operator(cairo, CAIRO_OPERATOR_DEST_OUT);
    for (int i = 0; i < steps; i++) {
        /* From the widest to the gap itself; what is left shrinks by equal amounts. */
        double left = (double)(steps - i), part = 1 / left;
        double reach = stroke->gap_width_px / 2 - pixel / 2 + blur * (left - 0.5) / steps;
        cairo_set_source_rgba(cairo, 0, 0, 0, part);
        stroke_paths(s, cairo, 2 * reach);
    }
}

static void draw_mask(const stroking *s, cairo_t *cairo)
{
    const ik_stroke *stroke = &s->draw->stroke;
    double outside_px = stroke->gap_width_px > 0 ? stroke->gap_width_px / 2 + stroke->width_px
                                                 : stroke->width_px / 2;
    set_shape(s, cairo);
    if (stroke->blur_px > 0) {
        fade(s, cairo, outside_px);
    } else {
        cairo_set_source_rgba(cairo, 0, 0, 0, 1);
        stroke_paths(s, cairo, 2 * outside_px);
    }
    if (stroke->gap_width_px > 0)
        clear_gap(s, cairo);
}

/* NULL with INTERNAL. A context on a surface that could not be made has the surface's error. */
static cairo_surface_t *make_mask(const stroking *s, GError **error)
{
    cairo_surface_t *mask =
        cairo_image_surface_create(CAIRO_FORMAT_A8, s->target->width, s->target->height);
    cairo_t *cairo = cairo_create(mask);
    draw_mask(s, cairo);
    bool is_fine = ik_cairo_check(cairo, error);
    cairo_destroy(cairo);
    if (!is_fine)
        g_clear_pointer(&mask, cairo_surface_destroy);
    return mask;
}

/* ---- what the mask shows ---- */

static void add_stop(cairo_pattern_t *gradient, double offset, ik_paint paint)
{
    cairo_pattern_add_color_stop_rgba(gradient, offset, paint.r, paint.g, paint.b, paint.a);
}

static ik_paint ramp_at(const ik_paint *ramp, double progress)
{
    double place = CLAMP(progress, 0, 1) * (IK_GRADIENT_STEPS - 1), low = floor(place);
    guint i = (guint)low, next = MIN(i + 1, IK_GRADIENT_STEPS - 1);
    double t = place - low;
    const ik_paint *a = &ramp[i], *b = &ramp[next];
    return (ik_paint){a->r + t * (b->r - a->r), a->g + t * (b->g - a->g), a->b + t * (b->b - a->b),
                      a->a + t * (b->a - a->a)};
}

/* One segment as device pixels, and the way along the line at its ends. */
typedef struct {
    double x0, y0, x1, y1;
    double from, to; /* device pixels */
    double length;   /* of the whole line, device pixels */
} segment;

static cairo_pattern_t *segment_gradient(const ik_paint *ramp, const segment *at)
{
    cairo_pattern_t *gradient = cairo_pattern_create_linear(at->x0, at->y0, at->x1, at->y1);
    double p0 = at->from / at->length, p1 = at->to / at->length;
    add_stop(gradient, 0, ramp_at(ramp, p0));
    for (guint i = (guint)(p0 * (IK_GRADIENT_STEPS - 1)) + 1; i < IK_GRADIENT_STEPS; i++) {
        double p = (double)i / (IK_GRADIENT_STEPS - 1);
        if (p >= p1)
            break;
        add_stop(gradient, (p - p0) / (p1 - p0), ramp[i]);
    }
    add_stop(gradient, 1, ramp_at(ramp, p1));
    return gradient;
}

/* The image lies along the segment, as high as the line is wide and as long as that makes it. */
static cairo_pattern_t *segment_pattern(const stroking *s, const segment *at)
{
    const ik_stroke *stroke = &s->draw->stroke;
    const ik_bitmap *bitmap = &stroke->pattern->bitmap;
    double height = stroke->width_px * s->target->pixel_ratio, scale_y = height / bitmap->height;
    double scale_x = stroke->pattern->width_px * s->target->pixel_ratio / bitmap->width;
    cairo_surface_t *surface = ik_bitmap_surface(bitmap);
    cairo_pattern_t *pattern = cairo_pattern_create_for_surface(surface);
    cairo_matrix_t matrix;
    cairo_matrix_init_translate(&matrix, fmod(at->from / scale_x, bitmap->width), 0);
    cairo_matrix_scale(&matrix, 1 / scale_x, 1 / scale_y);
    cairo_matrix_translate(&matrix, 0, height / 2);
    cairo_matrix_rotate(&matrix, -atan2(at->y1 - at->y0, at->x1 - at->x0));
    cairo_matrix_translate(&matrix, -at->x0, -at->y0);
    cairo_pattern_set_matrix(pattern, &matrix);
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT);
    cairo_surface_destroy(surface);
    return pattern;
}

static void paint_segment(const stroking *s, const segment *at)
{
    const ik_stroke *stroke = &s->draw->stroke;
    cairo_t *cairo = s->target->cairo;
    cairo_pattern_t *pattern =
        stroke->gradient != NULL ? segment_gradient(stroke->gradient, at) : segment_pattern(s, at);
    cairo_set_source(cairo, pattern);
    cairo_move_to(cairo, at->x0, at->y0);
    cairo_line_to(cairo, at->x1, at->y1);
    cairo_stroke(cairo);
    cairo_pattern_destroy(pattern);
}

static void paint_path(const stroking *s, const ik_path *path)
{
    const ik_tile_point *points = points_of(s, path);
    const double scale = s->target->pixel_ratio / IK_UNITS_PER_PIXEL;
    segment at = {.from = path->start * scale, .length = MAX(path->length, 1) * scale};
    for (guint i = 1; i < path->count; i++) {
        at.x0 = ik_target_x(s->target, points[i - 1]);
        at.y0 = ik_target_y(s->target, points[i - 1]);
        at.x1 = ik_target_x(s->target, points[i]);
        at.y1 = ik_target_y(s->target, points[i]);
        at.to = at.from + hypot(at.x1 - at.x0, at.y1 - at.y0);
        if (at.to > at.from)
            paint_segment(s, &at);
        at.from = at.to;
    }
}

/* Segment by segment, each over the end of the one before; the mask cuts out the line. */
static void paint_along(const stroking *s, cairo_surface_t *mask)
{
    const ik_stroke *stroke = &s->draw->stroke;
    cairo_t *cairo = s->target->cairo;
    cairo_push_group(cairo);
    cairo_set_operator(cairo, CAIRO_OPERATOR_SOURCE);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_SQUARE);
    cairo_set_line_width(cairo, (stroke->gap_width_px + 2 * stroke->width_px + 2) *
                                    s->target->pixel_ratio);
    for (guint i = 0; i < s->draw->count; i++)
        paint_path(s, path_at(s, i));
    if (stroke->pattern != NULL) {
        cairo_set_operator(cairo, CAIRO_OPERATOR_DEST_IN);
        cairo_set_source_rgba(cairo, 0, 0, 0, stroke->paint.a);
        cairo_paint(cairo);
    }
    cairo_pop_group_to_source(cairo);
    cairo_set_operator(cairo, CAIRO_OPERATOR_OVER);
    cairo_mask_surface(cairo, mask, 0, 0);
}

static bool stroke_with_mask(const stroking *s, GError **error)
{
    const ik_stroke *stroke = &s->draw->stroke;
    cairo_surface_t *mask = make_mask(s, error);
    if (mask == NULL)
        return false;
    if (stroke->gradient != NULL || stroke->pattern != NULL) {
        paint_along(s, mask);
    } else {
        const ik_paint paint = stroke->paint;
        cairo_set_source_rgba(s->target->cairo, paint.r, paint.g, paint.b, paint.a);
        cairo_mask_surface(s->target->cairo, mask, 0, 0);
    }
    cairo_surface_destroy(mask);
    return true;
}

static void stroke_plain(const stroking *s)
{
    const ik_paint paint = s->draw->stroke.paint;
    set_shape(s, s->target->cairo);
    cairo_set_source_rgba(s->target->cairo, paint.r, paint.g, paint.b, paint.a);
    stroke_paths(s, s->target->cairo, s->draw->stroke.width_px);
}

bool ik_canvas_stroke(const ik_canvas_target *target, const ik_view *view, const ik_draw *draw,
                      GError **error)
{
    const stroking s = {target, view, draw};
    bool is_fine = true;
    ik_target_begin(target, draw);
    if (ik_stroke_is_plain(draw))
        stroke_plain(&s);
    else
        is_fine = stroke_with_mask(&s, error);
    ik_target_end(target);
    return is_fine;
}
