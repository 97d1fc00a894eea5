/* canvas.c — the pixels of one worker, and how a view gets onto them.   [raster] */
#include "canvas.h"

#include "canvas_target.h"
#include "circle_pixmap.h"
#include "pixel_group.h"
#include "stroker.h"

#include <math.h>

struct ik_canvas {
    const ik_canvas_stock *stock;
    ik_pixel_area area;
    gsize room;     /* pixels */
    uint32_t *rest; /* what a group of layers will be laid over; NULL until there is one */
    ik_pixel_cover *cover;
    ik_stroker *stroker;
    GArray *points;   /* ik_subpixel, of a path */
    GArray *lengths;  /* double */
    GArray *colors;   /* uint32_t, of fills */
    double subpixels; /* a tile unit */
    ik_tile_point corner;
    int64_t left, top; /* of the corner, subpixels from the world's */
};

ik_canvas *ik_canvas_new(const ik_canvas_stock *stock, int width, int height)
{
    ik_canvas *canvas = g_new0(ik_canvas, 1);
    canvas->stock = stock;
    canvas->subpixels = stock->pixel_ratio * IK_COVER_ONE / IK_UNITS_PER_PIXEL;
    canvas->cover = ik_pixel_cover_new(width, height);
    canvas->stroker = ik_stroker_new();
    canvas->points = g_array_new(FALSE, FALSE, sizeof(ik_subpixel));
    canvas->lengths = g_array_new(FALSE, FALSE, sizeof(double));
    canvas->colors = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    ik_canvas_resize(canvas, width, height);
    return canvas;
}

void ik_canvas_free(ik_canvas *canvas)
{
    if (canvas == NULL)
        return;
    ik_pixel_cover_free(canvas->cover);
    ik_stroker_free(canvas->stroker);
    g_array_unref(canvas->points);
    g_array_unref(canvas->lengths);
    g_array_unref(canvas->colors);
    g_free(canvas->area.pixels);
    g_free(canvas->rest);
    g_free(canvas);
}

void ik_canvas_resize(ik_canvas *canvas, int width, int height)
{
    gsize n = (gsize)width * (gsize)height;
    if (canvas->area.width == width && canvas->area.height == height)
        return;
    if (n > canvas->room) {
        g_free(canvas->area.pixels);
        g_clear_pointer(&canvas->rest, g_free);
        canvas->area.pixels = g_new(uint32_t, n);
        canvas->room = n;
    }
    canvas->area.width = canvas->area.stride = width;
    canvas->area.height = height;
    ik_pixel_cover_resize(canvas->cover, width, height);
}

/* ---- places ---- */

/* Rounded before the corner is taken away: the same on every canvas. */
static ik_subpixel subpixel_at(const ik_canvas *canvas, ik_tile_point p)
{
    return (ik_subpixel){(int32_t)((int64_t)floor(p.x * canvas->subpixels + 0.5) - canvas->left),
                         (int32_t)((int64_t)floor(p.y * canvas->subpixels + 0.5) - canvas->top)};
}

/* ---- fills ---- */

static void add_ring(ik_canvas *canvas, guint32 area, const ik_tile_point *points, guint n)
{
    if (n < 3)
        return;
    ik_subpixel last = subpixel_at(canvas, points[n - 1]);
    for (guint i = 0; i < n; i++) {
        ik_subpixel next = subpixel_at(canvas, points[i]);
        ik_pixel_cover_line(canvas->cover, area, last, next);
        last = next;
    }
}

static void add_fill(ik_canvas *canvas, const ik_view *view, const ik_fill *fill, guint32 area)
{
    const ik_tile_point *points = (const ik_tile_point *)(gpointer)view->fill_points->data;
    for (guint r = fill->first_ring; r < fill->first_ring + fill->n_rings; r++) {
        guint first = r > 0 ? g_array_index(view->ends, guint, r - 1) : 0;
        add_ring(canvas, area, &points[first], g_array_index(view->ends, guint, r) - first);
    }
}

/* Faces that share a border are swept together: where each covers a part of a pixel, the parts make a
 * whole and nothing of the ground shines through the seam.
 */
static void draw_fills(ik_canvas *canvas, const ik_view *view, const ik_draw *draw)
{
    g_array_set_size(canvas->colors, 0);
    for (guint i = 0; i < draw->count; i++) {
        const ik_fill *fill = &g_array_index(view->fills, ik_fill, draw->first + i);
        uint32_t color = ik_paint_pixel(fill->paint);
        g_array_append_val(canvas->colors, color);
        add_fill(canvas, view, fill, i);
    }
    ik_paint_cover(&canvas->area, canvas->cover,
                   (const uint32_t *)(gconstpointer)canvas->colors->data);
}

static void draw_areas(ik_canvas *canvas, const ik_view *view, const ik_draw *draw)
{
    for (guint i = 0; i < draw->count; i++) {
        const ik_fill *fill = &g_array_index(view->fills, ik_fill, draw->first + i);
        uint32_t color = ik_paint_pixel(fill->paint);
        add_fill(canvas, view, fill, 0);
        ik_paint_cover(&canvas->area, canvas->cover, &color);
    }
}

/* ---- borders ---- */

static ik_stroke_shape shape_of(const ik_canvas *canvas, const ik_stroke *stroke)
{
    ik_stroke_shape shape = {.width = stroke->width_px * canvas->stock->pixel_ratio,
                             .miter_limit = stroke->miter_limit,
                             .cap = stroke->cap,
                             .join = stroke->join,
                             .n_dashes = stroke->n_dashes};
    for (guint i = 0; i < stroke->n_dashes; i++)
        shape.dashes[i] = stroke->dashes_px[i] * canvas->stock->pixel_ratio;
    return shape;
}

/* Added up in the same order wherever the path begins: its dashes lie at the same places. */
static void measure(ik_canvas *canvas, const ik_tile_point *points, const ik_path *path)
{
    double sum = path->start;
    g_array_set_size(canvas->lengths, path->count);
    for (guint i = 0; i < path->count; i++) {
        if (i > 0)
            sum +=
                hypot((double)points[i].x - points[i - 1].x, (double)points[i].y - points[i - 1].y);
        g_array_index(canvas->lengths, double, i) =
            sum * canvas->stock->pixel_ratio / IK_UNITS_PER_PIXEL;
    }
}

static void add_path(ik_canvas *canvas, const ik_view *view, const ik_path *path,
                     const ik_stroke_shape *shape)
{
    if (path->count < 2)
        return;
    const ik_tile_point *points = &g_array_index(view->points, ik_tile_point, path->first);
    bool is_closed = path->is_closed && shape->n_dashes == 0;
    guint n = is_closed ? path->count - 1 : path->count;
    g_array_set_size(canvas->points, n);
    for (guint i = 0; i < n; i++)
        g_array_index(canvas->points, ik_subpixel, i) = subpixel_at(canvas, points[i]);
    if (shape->n_dashes > 0)
        measure(canvas, points, path);
    const ik_stroke_line line = {(const ik_subpixel *)(gconstpointer)canvas->points->data, n,
                                 is_closed, (const double *)(gconstpointer)canvas->lengths->data};
    ik_stroker_add(canvas->stroker, canvas->cover, 0, shape, &line);
}

static void draw_stroke(ik_canvas *canvas, const ik_view *view, const ik_draw *draw)
{
    const ik_stroke_shape shape = shape_of(canvas, &draw->stroke);
    uint32_t color = ik_paint_pixel(draw->stroke.paint);
    for (guint i = 0; i < draw->count; i++)
        add_path(canvas, view, &g_array_index(view->paths, ik_path, draw->first + i), &shape);
    ik_paint_cover(&canvas->area, canvas->cover, &color);
}

/* ---- pixmaps ---- */

static int rounded(double x)
{
    return (int)floor(x + 0.5);
}

/* Counted from the corner, which lies at a whole pixel. */
static double pixel_x(const ik_canvas *canvas, ik_tile_point p)
{
    return (p.x - canvas->corner.x) * canvas->stock->pixel_ratio / IK_UNITS_PER_PIXEL;
}

static double pixel_y(const ik_canvas *canvas, ik_tile_point p)
{
    return (p.y - canvas->corner.y) * canvas->stock->pixel_ratio / IK_UNITS_PER_PIXEL;
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
    ik_pixmap_lay(pixmap, &canvas->area, (x - phase_x) / IK_CIRCLE_PHASES,
                  (y - phase_y) / IK_CIRCLE_PHASES);
}

static void draw_circles(const ik_canvas *canvas, const ik_view *view, const ik_draw *draw)
{
    guint n = 0;
    const ik_circle *circles = ik_scene_circles(canvas->stock->scene, &n);
    for (guint i = draw->first; i < draw->first + draw->count; i++)
        lay_circle(canvas, &circles[g_array_index(view->circles, guint32, i)]);
}

static void draw_labels(const ik_canvas *canvas, const ik_view *view, const ik_draw *draw)
{
    guint n = 0;
    const ik_label *labels = ik_scene_labels(canvas->stock->scene, &n);
    for (guint i = draw->first; i < draw->first + draw->count; i++) {
        guint32 number = g_array_index(view->labels, guint32, i);
        ik_tile_point origin = labels[number].origin;
        ik_pixmap_lay(&canvas->stock->labels[number], &canvas->area,
                      rounded(pixel_x(canvas, origin)), rounded(pixel_y(canvas, origin)));
    }
}

/* ---- what Cairo draws ---- */

static bool has_patterns(const ik_view *view, const ik_draw *draw)
{
    for (guint i = draw->first; i < draw->first + draw->count; i++)
        if (g_array_index(view->fills, ik_fill, i).pattern != NULL)
            return true;
    return false;
}

/* Whether it is left to Cairo. */
static bool is_unusual(const ik_view *view, const ik_draw *draw)
{
    switch (draw->kind) {
    case IK_DRAW_COVER: return draw->is_clipped || draw->pattern != NULL;
    case IK_DRAW_FILLS: return draw->is_clipped || has_patterns(view, draw);
    case IK_DRAW_AREAS: return draw->is_clipped || draw->is_rough || has_patterns(view, draw);
    case IK_DRAW_STROKE: return draw->is_clipped || !ik_stroke_is_plain(draw);
    case IK_DRAW_HEAT:
    case IK_DRAW_PICTURE: return true;
    default: return false;
    }
}

static bool draw_on_target(const ik_canvas_target *target, const ik_view *view, const ik_draw *draw,
                           GError **error)
{
    switch (draw->kind) {
    case IK_DRAW_COVER: ik_canvas_cover(target, draw); return true;
    case IK_DRAW_FILLS:
    case IK_DRAW_AREAS: ik_canvas_areas(target, view, draw); return true;
    case IK_DRAW_STROKE: return ik_canvas_stroke(target, view, draw, error);
    case IK_DRAW_HEAT: return ik_canvas_heat(target, view, draw, error);
    case IK_DRAW_PICTURE: return ik_canvas_picture(target, draw, error);
    default: g_assert_not_reached();
    }
}

static bool draw_unusual(ik_canvas *canvas, const ik_view *view, const ik_draw *draw,
                         GError **error)
{
    cairo_t *cairo = ik_canvas_cairo(canvas, error);
    if (cairo == NULL)
        return false;
    const ik_canvas_target target = {canvas->stock->scene, cairo,
                                     canvas->area.width,   canvas->area.height,
                                     canvas->corner,       canvas->stock->pixel_ratio};
    bool is_fine = draw_on_target(&target, view, draw, error);
    cairo_surface_flush(cairo_get_target(cairo));
    is_fine = is_fine && ik_cairo_check(cairo, error);
    cairo_destroy(cairo);
    return is_fine;
}

/* ---- the whole ---- */

bool ik_view_is_seamless(const ik_view *view)
{
    for (guint i = 0; i < view->draws->len; i++) {
        if (is_unusual(view, &g_array_index(view->draws, ik_draw, i)))
            return false;
    }
    return true;
}

static gsize n_pixels(const ik_canvas *canvas)
{
    return (gsize)canvas->area.width * (gsize)canvas->area.height;
}

static void draw_group(ik_canvas *canvas, const ik_draw *draw)
{
    if (canvas->rest == NULL)
        canvas->rest = g_new(uint32_t, canvas->room);
    if (draw->kind == IK_DRAW_GROUP_BEGIN)
        ik_pixel_group_begin(canvas->area.pixels, canvas->rest, n_pixels(canvas));
    else
        ik_pixel_group_end(canvas->area.pixels, canvas->rest, n_pixels(canvas), draw->paint.a);
}

static void draw_usual(ik_canvas *canvas, const ik_view *view, const ik_draw *draw)
{
    switch (draw->kind) {
    case IK_DRAW_COVER: ik_paint_all(&canvas->area, ik_paint_pixel(draw->paint)); break;
    case IK_DRAW_FILLS: draw_fills(canvas, view, draw); break;
    case IK_DRAW_AREAS: draw_areas(canvas, view, draw); break;
    case IK_DRAW_STROKE: draw_stroke(canvas, view, draw); break;
    case IK_DRAW_CIRCLES: draw_circles(canvas, view, draw); break;
    case IK_DRAW_LABELS: draw_labels(canvas, view, draw); break;
    case IK_DRAW_GROUP_BEGIN:
    case IK_DRAW_GROUP_END: draw_group(canvas, draw); break;
    default: g_assert_not_reached();
    }
}

static bool hides_all(const ik_draw *draw)
{
    return draw->kind == IK_DRAW_COVER && draw->paint.a >= 1 && draw->pattern == NULL &&
           !draw->is_clipped;
}

/* The command after the last ground that hides everything, unless that is in a group, and the colour
 * of that ground; 0 and transparent when there is none.
 */
static guint first_seen(const ik_view *view, uint32_t *ground)
{
    const ik_draw *draws = (const ik_draw *)(gpointer)view->draws->data;
    bool is_apart = false;
    for (guint i = view->draws->len; i > 0; i--) {
        const ik_draw *draw = &draws[i - 1];
        if (draw->kind == IK_DRAW_GROUP_END || draw->kind == IK_DRAW_GROUP_BEGIN)
            is_apart = draw->kind == IK_DRAW_GROUP_END;
        if (!is_apart && hides_all(draw)) {
            *ground = ik_paint_pixel(draw->paint);
            return i;
        }
    }
    *ground = 0;
    return 0;
}

bool ik_canvas_draw(ik_canvas *canvas, const ik_view *view, ik_tile_point corner, GError **error)
{
    uint32_t ground;
    canvas->corner = corner;
    canvas->left = (int64_t)floor(corner.x * canvas->subpixels + 0.5);
    canvas->top = (int64_t)floor(corner.y * canvas->subpixels + 0.5);
    guint first = first_seen(view, &ground);
    ik_pixels_fill(canvas->area.pixels, n_pixels(canvas), ground);
    for (guint i = first; i < view->draws->len; i++) {
        const ik_draw *draw = &g_array_index(view->draws, ik_draw, i);
        if (!is_unusual(view, draw))
            draw_usual(canvas, view, draw);
        else if (!draw_unusual(canvas, view, draw, error))
            return false;
    }
    return true;
}

uint32_t ik_view_flat_pixel(const ik_view *view)
{
    uint32_t pixel;
    const ik_pixel_area area = {&pixel, 1, 1, 1};
    for (guint i = first_seen(view, &pixel); i < view->draws->len; i++)
        ik_paint_all(&area, ik_paint_pixel(g_array_index(view->draws, ik_draw, i).paint));
    return pixel;
}

const ik_pixel_area *ik_canvas_area(const ik_canvas *canvas)
{
    return &canvas->area;
}

cairo_t *ik_canvas_cairo(ik_canvas *canvas, GError **error)
{
    const ik_pixel_area *area = &canvas->area;
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (unsigned char *)area->pixels, CAIRO_FORMAT_ARGB32, area->width, area->height,
        area->stride * (int)sizeof(uint32_t));
    cairo_t *cairo = cairo_create(surface);
    cairo_surface_destroy(surface);
    if (ik_cairo_check(cairo, error))
        return cairo;
    cairo_destroy(cairo);
    return NULL;
}
