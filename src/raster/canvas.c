/* canvas.c — the surface of one worker, and how a view gets onto it.   [raster] */
#include "canvas.h"

#include "canvas_target.h"
#include "circle_pixmap.h"
#include "pixel_group.h"

#include <math.h>

struct ik_canvas {
    const ik_canvas_stock *stock;
    int width, height;
    cairo_surface_t *surface;
    cairo_t *cairo;
    cairo_surface_t *group; /* where fills that touch are put together */
    cairo_t *group_cairo;
    uint32_t *rest; /* what a group of layers will be laid over; NULL until there is one */
    double scale;   /* device pixels a tile unit */
    ik_tile_point corner;
};

ik_canvas *ik_canvas_new(const ik_canvas_stock *stock, int width, int height, GError **error)
{
    g_autoptr(ik_canvas) canvas = g_new0(ik_canvas, 1);
    canvas->stock = stock;
    canvas->width = width;
    canvas->height = height;
    canvas->scale = stock->pixel_ratio / IK_UNITS_PER_PIXEL;
    canvas->surface = ik_surface_new(width, height, error);
    if (canvas->surface == NULL)
        return NULL;
    canvas->group = ik_surface_new(width, height, error);
    if (canvas->group == NULL)
        return NULL;
    canvas->cairo = cairo_create(canvas->surface);
    canvas->group_cairo = cairo_create(canvas->group);
    /* Curves occur nowhere but in round joins and caps. */
    cairo_set_tolerance(canvas->cairo, 0.2);
    return g_steal_pointer(&canvas);
}

void ik_canvas_free(ik_canvas *canvas)
{
    if (canvas == NULL)
        return;
    if (canvas->cairo != NULL)
        cairo_destroy(canvas->cairo);
    if (canvas->group_cairo != NULL)
        cairo_destroy(canvas->group_cairo);
    if (canvas->surface != NULL)
        cairo_surface_destroy(canvas->surface);
    if (canvas->group != NULL)
        cairo_surface_destroy(canvas->group);
    g_free(canvas->rest);
    g_free(canvas);
}

static void set_paint(cairo_t *cairo, ik_paint paint)
{
    cairo_set_source_rgba(cairo, paint.r, paint.g, paint.b, paint.a);
}

static double pixel_x(const ik_canvas *canvas, ik_tile_point p)
{
    return (p.x - canvas->corner.x) * canvas->scale;
}

static double pixel_y(const ik_canvas *canvas, ik_tile_point p)
{
    return (p.y - canvas->corner.y) * canvas->scale;
}

static void add_points(const ik_canvas *canvas, cairo_t *cairo, const ik_tile_point *points,
                       guint n)
{
    for (guint i = 0; i < n; i++)
        cairo_line_to(cairo, pixel_x(canvas, points[i]), pixel_y(canvas, points[i]));
}

/* ---- fills ---- */

static void draw_fill(const ik_canvas *canvas, cairo_t *cairo, const ik_view *view,
                      const ik_fill *fill)
{
    const ik_tile_point *points = (const ik_tile_point *)(gpointer)view->fill_points->data;
    for (guint r = fill->first_ring; r < fill->first_ring + fill->n_rings; r++) {
        guint first = r > 0 ? g_array_index(view->ends, guint, r - 1) : 0;
        guint end = g_array_index(view->ends, guint, r);
        cairo_new_sub_path(cairo);
        add_points(canvas, cairo, &points[first], end - first);
        cairo_close_path(cairo);
    }
    set_paint(cairo, fill->paint);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_fill(cairo);
}

/* Faces that share a border are added up apart: where each covers a part of a pixel, the parts
 * make a whole and nothing of the ground shines through the seam.
 */
static void draw_fills(ik_canvas *canvas, const ik_view *view, const ik_draw *draw)
{
    const ik_fill *fills = &g_array_index(view->fills, ik_fill, draw->first);
    if (draw->count == 1) {
        draw_fill(canvas, canvas->cairo, view, fills);
        return;
    }
    cairo_set_operator(canvas->group_cairo, CAIRO_OPERATOR_CLEAR);
    cairo_paint(canvas->group_cairo);
    cairo_set_operator(canvas->group_cairo, CAIRO_OPERATOR_ADD);
    for (guint i = 0; i < draw->count; i++)
        draw_fill(canvas, canvas->group_cairo, view, &fills[i]);
    cairo_set_source_surface(canvas->cairo, canvas->group, 0, 0);
    cairo_paint(canvas->cairo);
}

/* ---- borders ---- */

static void add_path(const ik_canvas *canvas, const ik_view *view, const ik_path *path)
{
    const ik_tile_point *points = &g_array_index(view->points, ik_tile_point, path->first);
    cairo_new_sub_path(canvas->cairo);
    add_points(canvas, canvas->cairo, points, path->is_closed ? path->count - 1 : path->count);
    if (path->is_closed)
        cairo_close_path(canvas->cairo);
}

static void set_stroke(const ik_canvas *canvas, const ik_stroke *stroke)
{
    static const cairo_line_cap_t CAPS[] = {CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND,
                                            CAIRO_LINE_CAP_SQUARE};
    static const cairo_line_join_t JOINS[] = {CAIRO_LINE_JOIN_BEVEL, CAIRO_LINE_JOIN_ROUND,
                                              CAIRO_LINE_JOIN_MITER};
    set_paint(canvas->cairo, stroke->paint);
    cairo_set_line_width(canvas->cairo, stroke->width_px * canvas->stock->pixel_ratio);
    cairo_set_line_cap(canvas->cairo, CAPS[stroke->cap]);
    cairo_set_line_join(canvas->cairo, JOINS[stroke->join]);
    cairo_set_miter_limit(canvas->cairo, stroke->miter_limit);
}

/* Each path has its dashes where the whole border has them. */
static void draw_dashed(const ik_canvas *canvas, const ik_view *view, const ik_draw *draw)
{
    double dashes[IK_MAX_DASHES];
    for (guint i = 0; i < draw->stroke.n_dashes; i++)
        dashes[i] = draw->stroke.dashes_px[i] * canvas->stock->pixel_ratio;
    for (guint i = 0; i < draw->count; i++) {
        const ik_path *path = &g_array_index(view->paths, ik_path, draw->first + i);
        cairo_set_dash(canvas->cairo, dashes, (int)draw->stroke.n_dashes,
                       path->start * canvas->scale);
        add_path(canvas, view, path);
        cairo_stroke(canvas->cairo);
    }
    cairo_set_dash(canvas->cairo, NULL, 0, 0);
}

static void draw_stroke(const ik_canvas *canvas, const ik_view *view, const ik_draw *draw)
{
    set_stroke(canvas, &draw->stroke);
    if (draw->stroke.n_dashes > 0) {
        draw_dashed(canvas, view, draw);
        return;
    }
    for (guint i = 0; i < draw->count; i++)
        add_path(canvas, view, &g_array_index(view->paths, ik_path, draw->first + i));
    cairo_stroke(canvas->cairo);
}

/* ---- pixmaps ---- */

static int rounded(double x)
{
    return (int)floor(x + 0.5);
}

static void lay_circle(const ik_canvas *canvas, const ik_circle *circle)
{
    int x = rounded(pixel_x(canvas, circle->centre) * IK_CIRCLE_PHASES);
    int y = rounded(pixel_y(canvas, circle->centre) * IK_CIRCLE_PHASES);
    int phase_x = x & (IK_CIRCLE_PHASES - 1), phase_y = y & (IK_CIRCLE_PHASES - 1);
    int phase = phase_y * IK_CIRCLE_PHASES + phase_x;
    const ik_pixmap *pixmap =
        &canvas->stock
             ->circles[circle->style * (IK_CIRCLE_PHASES * IK_CIRCLE_PHASES) + (guint)phase];
    ik_pixmap_lay(pixmap, canvas->surface, (x - phase_x) / IK_CIRCLE_PHASES,
                  (y - phase_y) / IK_CIRCLE_PHASES);
}

static void draw_circles(const ik_canvas *canvas, const ik_view *view, const ik_draw *draw)
{
    guint n = 0;
    const ik_circle *circles = ik_scene_circles(canvas->stock->scene, &n);
    cairo_surface_flush(canvas->surface);
    for (guint i = draw->first; i < draw->first + draw->count; i++)
        lay_circle(canvas, &circles[g_array_index(view->circles, guint32, i)]);
    cairo_surface_mark_dirty(canvas->surface);
}

static void draw_labels(const ik_canvas *canvas, const ik_view *view, const ik_draw *draw)
{
    guint n = 0;
    const ik_label *labels = ik_scene_labels(canvas->stock->scene, &n);
    cairo_surface_flush(canvas->surface);
    for (guint i = draw->first; i < draw->first + draw->count; i++) {
        guint32 number = g_array_index(view->labels, guint32, i);
        ik_tile_point origin = labels[number].origin;
        ik_pixmap_lay(&canvas->stock->labels[number], canvas->surface,
                      rounded(pixel_x(canvas, origin)), rounded(pixel_y(canvas, origin)));
    }
    cairo_surface_mark_dirty(canvas->surface);
}

/* ---- the whole ---- */

/* A ground that hides everything needs no mixing, and nothing under it. */
static void draw_cover(cairo_t *cairo, ik_paint paint)
{
    cairo_set_operator(cairo, paint.a >= 1 ? CAIRO_OPERATOR_SOURCE : CAIRO_OPERATOR_OVER);
    set_paint(cairo, paint);
    cairo_paint(cairo);
    cairo_set_operator(cairo, CAIRO_OPERATOR_OVER);
}

static bool hides_all(const ik_draw *draw)
{
    return draw->kind == IK_DRAW_COVER && draw->paint.a >= 1 && draw->pattern == NULL &&
           !draw->is_clipped;
}

static void start_empty(const ik_canvas *canvas)
{
    cairo_set_operator(canvas->cairo, CAIRO_OPERATOR_CLEAR);
    cairo_paint(canvas->cairo);
    cairo_set_operator(canvas->cairo, CAIRO_OPERATOR_OVER);
}

static void draw_group(ik_canvas *canvas, const ik_draw *draw)
{
    gsize n = (gsize)canvas->width * (gsize)canvas->height;
    uint32_t *pixels = (uint32_t *)(gpointer)cairo_image_surface_get_data(canvas->surface);
    cairo_surface_flush(canvas->surface);
    if (canvas->rest == NULL)
        canvas->rest = g_new(uint32_t, n);
    if (draw->kind == IK_DRAW_GROUP_BEGIN)
        ik_pixel_group_begin(pixels, canvas->rest, n);
    else
        ik_pixel_group_end(pixels, canvas->rest, n, draw->paint.a);
    cairo_surface_mark_dirty(canvas->surface);
}

static bool has_patterns(const ik_view *view, const ik_draw *draw)
{
    for (guint i = draw->first; i < draw->first + draw->count; i++)
        if (g_array_index(view->fills, ik_fill, i).pattern != NULL)
            return true;
    return false;
}

static void draw_one(ik_canvas *canvas, const ik_view *view, const ik_draw *draw)
{
    const ik_canvas_target target = {canvas->stock->scene, canvas->cairo,
                                     canvas->width,        canvas->height,
                                     canvas->corner,       canvas->stock->pixel_ratio};
    switch (draw->kind) {
    case IK_DRAW_COVER:
        if (draw->pattern != NULL || draw->is_clipped)
            ik_canvas_cover(&target, draw);
        else
            draw_cover(canvas->cairo, draw->paint);
        break;
    case IK_DRAW_FILLS:
        if (has_patterns(view, draw))
            ik_canvas_areas(&target, view, draw);
        else
            draw_fills(canvas, view, draw);
        break;
    case IK_DRAW_AREAS: ik_canvas_areas(&target, view, draw); break;
    case IK_DRAW_STROKE:
        if (draw->is_clipped || !ik_stroke_is_plain(draw))
            ik_canvas_stroke(&target, view, draw);
        else
            draw_stroke(canvas, view, draw);
        break;
    case IK_DRAW_CIRCLES: draw_circles(canvas, view, draw); break;
    case IK_DRAW_HEAT: ik_canvas_heat(&target, view, draw); break;
    case IK_DRAW_PICTURE: ik_canvas_picture(&target, draw); break;
    case IK_DRAW_LABELS: draw_labels(canvas, view, draw); break;
    case IK_DRAW_GROUP_BEGIN:
    case IK_DRAW_GROUP_END: draw_group(canvas, draw); break;
    }
}

/* The first command that is seen: behind the last ground that hides everything, unless that is in a
 * group. 0 also when there is none.
 */
static guint first_seen(const ik_draw *draws, guint n, bool *is_hidden)
{
    bool is_apart = false;
    for (guint i = n; i > 0; i--) {
        if (draws[i - 1].kind == IK_DRAW_GROUP_END || draws[i - 1].kind == IK_DRAW_GROUP_BEGIN)
            is_apart = draws[i - 1].kind == IK_DRAW_GROUP_END;
        *is_hidden = !is_apart && hides_all(&draws[i - 1]);
        if (*is_hidden)
            return i - 1;
    }
    *is_hidden = false;
    return 0;
}

bool ik_canvas_draw(ik_canvas *canvas, const ik_view *view, ik_tile_point corner, GError **error)
{
    const ik_draw *draws = (const ik_draw *)(gpointer)view->draws->data;
    bool is_hidden = false;
    guint first = first_seen(draws, view->draws->len, &is_hidden);
    canvas->corner = corner;
    if (!is_hidden)
        start_empty(canvas);
    for (guint i = first; i < view->draws->len; i++)
        draw_one(canvas, view, &draws[i]);
    cairo_surface_flush(canvas->surface);
    return ik_cairo_check(canvas->cairo, error) && ik_cairo_check(canvas->group_cairo, error);
}

uint32_t ik_view_flat_pixel(const ik_view *view)
{
    uint32_t pixel = 0;
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (unsigned char *)&pixel, CAIRO_FORMAT_ARGB32, 1, 1, (int)sizeof pixel);
    cairo_t *cairo = cairo_create(surface);
    for (guint i = 0; i < view->draws->len; i++)
        draw_cover(cairo, g_array_index(view->draws, ik_draw, i).paint);
    cairo_surface_flush(surface);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return pixel;
}

const uint32_t *ik_canvas_pixels(const ik_canvas *canvas)
{
    return (const uint32_t *)(gconstpointer)cairo_image_surface_get_data(canvas->surface);
}
