/* blurred_circle.c — circles whose edges fade.   [raster] */
#include "blurred_circle.h"

#include <math.h>

static double smooth_step(double t)
{
    t = CLAMP(t, 0, 1);
    return t * t * (3 - 2 * t);
}

/* Lengths in parts of radius and ring. */
typedef struct {
    const ik_circle_style *style;
    double reach_px; /* radius and ring in device pixels */
    double inner, blur;
} circle_shape;

static uint32_t channel(double value)
{
    return (uint32_t)lround(CLAMP(value, 0, 1) * 255);
}

static uint32_t pixel_at(const circle_shape *shape, double distance_px)
{
    const ik_paint *disc = &shape->style->paint, *ring = &shape->style->ring_paint;
    double distance = distance_px / shape->reach_px;
    double opacity = smooth_step((1 - distance) / shape->blur);
    double share =
        shape->inner < 1 ? smooth_step((distance - shape->inner + shape->blur) / shape->blur) : 0;
    double from = (1 - share) * disc->a * opacity, to = share * ring->a * opacity;
    return channel(from + to) << 24 | channel(from * disc->r + to * ring->r) << 16 |
           channel(from * disc->g + to * ring->g) << 8 | channel(from * disc->b + to * ring->b);
}

void ik_blurred_circle_draw(const ik_circle_style *style, double pixel_ratio, double x, double y,
                            cairo_surface_t *surface)
{
    const double whole_px = style->radius_px + style->ring_px;
    circle_shape shape = {style, whole_px * pixel_ratio, 1, style->blur};
    if (whole_px <= 0)
        return;
    if (style->ring_px > 0)
        shape.inner = style->radius_px / whole_px;
    shape.blur = MAX(shape.blur, 1 / shape.reach_px);
    cairo_surface_flush(surface);
    unsigned char *data = cairo_image_surface_get_data(surface);
    gsize stride = (gsize)cairo_image_surface_get_stride(surface);
    for (int row = 0; row < cairo_image_surface_get_height(surface); row++) {
        uint32_t *pixels = (uint32_t *)(gpointer)(data + (gsize)row * stride);
        for (int column = 0; column < cairo_image_surface_get_width(surface); column++)
            pixels[column] = pixel_at(&shape, hypot(column + 0.5 - x, row + 0.5 - y));
    }
    cairo_surface_mark_dirty(surface);
}
