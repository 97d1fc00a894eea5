/* canvas_heat.c — heatmaps.   [raster]
 *
 * The density of all points at the middle of each pixel, in the order of their numbers, then the
 * colour of the ramp. Source: MapLibre's shaders heatmap and heatmap_texture, here at full size.
 */
#include "canvas_target.h"
#include "pixmap.h"

#include <math.h>

/* 1 / sqrt(2 pi) */
#define GAUSS 0.3989422804014327

typedef struct {
    const ik_canvas_target *target;
    double *density; /* of each pixel */
} heating;

/* The kernel is a product of one factor for the column and one for the row. */
static void add_point(const heating *h, const ik_heat *heat, double *columns)
{
    const double ratio = h->target->pixel_ratio, radius = heat->radius_px * ratio;
    const double x = ik_target_x(h->target, heat->centre), y = ik_target_y(h->target, heat->centre);
    const double reach = heat->reach_px * ratio;
    int left = (int)MAX(floor(x - reach), 0), right = (int)MIN(ceil(x + reach), h->target->width);
    int top = (int)MAX(floor(y - reach), 0), bottom = (int)MIN(ceil(y + reach), h->target->height);
    for (int i = left; i < right; i++) {
        double d = (i + 0.5 - x) / radius;
        columns[i] = exp(-4.5 * d * d);
    }
    for (int k = top; k < bottom; k++) {
        double d = (k + 0.5 - y) / radius;
        double row = heat->weight * GAUSS * exp(-4.5 * d * d);
        double *density = &h->density[(gsize)k * (gsize)h->target->width];
        for (int i = left; i < right; i++)
            density[i] += row * columns[i];
    }
}

static uint32_t pixel_of(ik_paint paint)
{
    guint a = (guint)lround(CLAMP(paint.a, 0, 1) * 255);
    guint r = (guint)lround(CLAMP(paint.r * paint.a, 0, 1) * 255);
    guint g = (guint)lround(CLAMP(paint.g * paint.a, 0, 1) * 255);
    guint b = (guint)lround(CLAMP(paint.b * paint.a, 0, 1) * 255);
    return a << 24 | r << 16 | g << 8 | b;
}

/* A place between two colours of the ramp has their mixture, as a texture would. */
static ik_paint ramp_at(const ik_paint *ramp, double density)
{
    double place = CLAMP(density, 0, 1) * (IK_GRADIENT_STEPS - 1), low = floor(place);
    double t = place - low;
    const ik_paint *a = &ramp[(guint)low];
    const ik_paint *b = &ramp[MIN((guint)low + 1, IK_GRADIENT_STEPS - 1)];
    double alpha = a->a + t * (b->a - a->a);
    if (alpha <= 0)
        return (ik_paint){0, 0, 0, 0};
    double from = (1 - t) * a->a / alpha, to = t * b->a / alpha;
    return (ik_paint){from * a->r + to * b->r, from * a->g + to * b->g, from * a->b + to * b->b,
                      alpha};
}

static void color_pixels(const heating *h, const ik_paint *ramp, cairo_surface_t *surface)
{
    unsigned char *data = cairo_image_surface_get_data(surface);
    gsize stride = (gsize)cairo_image_surface_get_stride(surface);
    for (int y = 0; y < h->target->height; y++) {
        uint32_t *row = (uint32_t *)(gpointer)(data + (gsize)y * stride);
        const double *density = &h->density[(gsize)y * (gsize)h->target->width];
        for (int x = 0; x < h->target->width; x++)
            row[x] = pixel_of(ramp_at(ramp, density[x]));
    }
    cairo_surface_mark_dirty(surface);
}

bool ik_canvas_heat(const ik_canvas_target *target, const ik_view *view, const ik_draw *draw,
                    GError **error)
{
    guint n = 0;
    const ik_heat *heats = ik_scene_heats(target->scene, &n);
    cairo_surface_t *surface = ik_surface_new(target->width, target->height, error);
    if (surface == NULL)
        return false;
    gsize n_pixels = (gsize)target->width * (gsize)target->height;
    g_autofree double *density = g_new0(double, n_pixels);
    g_autofree double *columns = g_new(double, (gsize)target->width);
    const heating h = {target, density};
    for (guint i = draw->first; i < draw->first + draw->count; i++)
        add_point(&h, &heats[g_array_index(view->heats, guint32, i)], columns);
    color_pixels(&h, draw->ramp, surface);
    ik_target_begin(target, draw);
    cairo_set_source_surface(target->cairo, surface, 0, 0);
    cairo_paint(target->cairo);
    ik_target_end(target);
    cairo_surface_destroy(surface);
    return true;
}
