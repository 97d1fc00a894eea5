/* picture_caption.c — the source line in the corner of a picture.   [raster] */
#include "picture_caption.h"

#include "text_pixmap.h"

#include <math.h>

#define FONT_SIZE_PX  10.0
#define MARGIN_PX     8.0
/* Cairo takes surfaces up to 32767 pixels a side; a picture may be larger, its corner is enough. */
#define MAX_CORNER_PX 16384

static ik_label caption_label(const ik_picture_pixels *picture, const char *text)
{
    double width_px = picture->width / picture->pixel_ratio - 2 * MARGIN_PX;
    return (ik_label){.text = text,
                      .style = {.font = "Noto Sans Regular",
                                .size_px = FONT_SIZE_PX,
                                .max_width = MAX(width_px / FONT_SIZE_PX, 1),
                                .line_height = 1.3},
                      .paint = {0.25, 0.29, 0.33, 1},
                      .halo_paint = {1, 1, 1, 0.85},
                      .halo_px = 1.2};
}

static bool lay(const ik_picture_pixels *picture, const ik_pixmap *pixmap, double x, double y,
                GError **error)
{
    int width = MIN(picture->width, MAX_CORNER_PX), height = MIN(picture->height, MAX_CORNER_PX);
    int left = picture->width - width, top = picture->height - height;
    uint32_t *corner = picture->pixels + (gsize)top * (gsize)picture->width + left;
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data((unsigned char *)corner, CAIRO_FORMAT_ARGB32, width,
                                            height, picture->width * (int)sizeof(uint32_t));
    cairo_t *cairo = cairo_create(surface);
    ik_pixmap_lay(pixmap, surface, (int)floor(x * picture->pixel_ratio) - left,
                  (int)floor(y * picture->pixel_ratio) - top);
    bool drawn = ik_cairo_check(cairo, error);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return drawn;
}

bool ik_picture_caption_draw(const ik_picture_pixels *picture, const char *text, GError **error)
{
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    const ik_text_metrics metrics = ik_text_engine_metrics(engine);
    const ik_label label = caption_label(picture, text);
    ik_text_extent extent;
    ik_pixmap pixmap = {0};
    if (!metrics.measure(metrics.data, text, &label.style, &extent, error) ||
        !ik_text_engine_draw(engine, &label, picture->pixel_ratio, &pixmap, error))
        return false;
    double right_px = picture->width / picture->pixel_ratio,
           bottom_px = picture->height / picture->pixel_ratio;
    bool drawn = lay(picture, &pixmap, right_px - MARGIN_PX - extent.right,
                     bottom_px - MARGIN_PX - extent.bottom, error);
    ik_pixmap_clear(&pixmap);
    return drawn;
}
