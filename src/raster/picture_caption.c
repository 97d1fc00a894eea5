/* picture_caption.c — the source line in the corner of a picture.   [raster] */
#include "picture_caption.h"

#include "label_pixmap.h"

#include <math.h>

#define FONT_SIZE_PX 10.0
#define MARGIN_PX    8.0
#define HALO_PX      1.2

static ik_label_text caption_text(const ik_picture_pixels *picture, const ik_text_part *part)
{
    double width_px = picture->width / picture->pixel_ratio - 2 * MARGIN_PX;
    return (ik_label_text){.sections = part,
                           .n_sections = 1,
                           .font = "Noto Sans Regular",
                           .size_px = FONT_SIZE_PX,
                           .max_width = MAX(width_px / FONT_SIZE_PX, 1),
                           .line_height = 1.3,
                           .justify = 1};
}

static int32_t units(double px)
{
    return (int32_t)ceil(px * IK_UNITS_PER_PIXEL);
}

static ik_label caption_label(const ik_label_text *text, const ik_text_extent *ink)
{
    double edge = HALO_PX + 1;
    return (ik_label){.text = *text,
                      .paint = {0.25, 0.29, 0.33, 1},
                      .halo_paint = {1, 1, 1, 0.85},
                      .halo_px = HALO_PX,
                      .reach = {-units(edge - ink->left), -units(edge - ink->top),
                                units(edge + ink->right), units(edge + ink->bottom)}};
}

bool ik_picture_caption_draw(const ik_picture_pixels *picture, const char *text, GError **error)
{
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    const ik_text_metrics metrics = ik_text_engine_metrics(engine);
    const ik_text_part part = {.text = text, .scale = 1, .align = 1};
    const ik_label_text caption = caption_text(picture, &part);
    ik_text_shape shape;
    ik_pixmap pixmap = {0};
    if (!metrics.shape(metrics.data, &caption, &shape, NULL, error))
        return false;
    const ik_label label = caption_label(&caption, &shape.ink);
    if (!ik_label_pixmap_draw(engine, &label, picture->pixel_ratio, &pixmap, error))
        return false;
    double right_px = picture->width / picture->pixel_ratio,
           bottom_px = picture->height / picture->pixel_ratio;
    const ik_pixel_area area = {picture->pixels, picture->width, picture->height, picture->width};
    ik_pixmap_lay(&pixmap, &area,
                  (int)floor((right_px - MARGIN_PX - shape.ink.right) * picture->pixel_ratio),
                  (int)floor((bottom_px - MARGIN_PX - shape.ink.bottom) * picture->pixel_ratio));
    ik_pixmap_clear(&pixmap);
    return true;
}
