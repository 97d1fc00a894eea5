/* circle_pixmap.c — markers drawn once for each quarter of a pixel they may lie at.   [raster] */
#include "circle_pixmap.h"

#include "blurred_circle.h"

#include <math.h>

static void paint_circle(cairo_t *cairo, const ik_circle_style *style, double x, double y,
                         double pixel_ratio)
{
    double radius = style->radius_px * pixel_ratio, ring = style->ring_px * pixel_ratio;
    /* The disc reaches under the middle of the ring, so that nothing shows between the two. */
    cairo_arc(cairo, x, y, radius + ring / 2, 0, 2 * G_PI);
    cairo_set_source_rgba(cairo, style->paint.r, style->paint.g, style->paint.b, style->paint.a);
    cairo_fill(cairo);
    if (ring <= 0)
        return;
    ik_paint paint = style->ring_paint;
    cairo_arc(cairo, x, y, radius + ring / 2, 0, 2 * G_PI);
    cairo_close_path(cairo);
    cairo_set_source_rgba(cairo, paint.r, paint.g, paint.b, paint.a);
    cairo_set_line_width(cairo, ring);
    cairo_stroke(cairo);
}

bool ik_circle_pixmap_draw(const ik_circle_style *style, double pixel_ratio, int phase_x,
                           int phase_y, ik_pixmap *pixmap, GError **error)
{
    int reach = (int)ceil((style->radius_px + style->ring_px) * pixel_ratio) + 1;
    cairo_surface_t *surface = ik_surface_new(2 * reach + 1, 2 * reach + 1, error);
    if (surface == NULL)
        return false;
    cairo_t *cairo = cairo_create(surface);
    const double x = reach + (double)phase_x / IK_CIRCLE_PHASES;
    const double y = reach + (double)phase_y / IK_CIRCLE_PHASES;
    if (style->blur > 0)
        ik_blurred_circle_draw(style, pixel_ratio, x, y, surface);
    else
        paint_circle(cairo, style, x, y, pixel_ratio);
    bool is_drawn = ik_cairo_check(cairo, error);
    if (is_drawn)
        ik_pixmap_from_surface(pixmap, surface, reach, reach);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return is_drawn;
}
