/* picture_caption.c — the source line in the corner of a picture.   [raster] */
#include "picture_caption.h"

#include "text_pixmap.h"

#include <math.h>

#define FONT_SIZE_PX 10.0
#define MARGIN_PX    8.0

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
    const ik_pixel_area area = {picture->pixels, picture->width, picture->height, picture->width};
    ik_pixmap_lay(&pixmap, &area,
                  (int)floor((right_px - MARGIN_PX - extent.right) * picture->pixel_ratio),
                  (int)floor((bottom_px - MARGIN_PX - extent.bottom) * picture->pixel_ratio));
    ik_pixmap_clear(&pixmap);
    return true;
}
