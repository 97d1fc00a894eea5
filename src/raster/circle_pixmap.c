/* circle_pixmap.c — markers drawn once for each quarter of a pixel they may lie at.   [raster] */
#include "circle_pixmap.h"

#include "blurred_circle.h"

#include <math.h>

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
    /* Sharp circles, too: MapLibre smooths an edge over the pixel inside of it. */
    ik_blurred_circle_draw(style, pixel_ratio, x, y, surface);
    bool is_drawn = ik_cairo_check(cairo, error);
    if (is_drawn)
        ik_pixmap_from_surface(pixmap, surface, reach, reach);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return is_drawn;
}
