/* image_painter.h — an image of a sprite laid onto pixels: scaled, stretched, turned, coloured.   [raster]
 *
 * Every pixel asks the image at its own middle, so that an image looks the same wherever it stands.
 * A distance field (SDF) becomes a shape in one colour with a halo; its edge is where alpha is
 * three quarters, and alpha changes by an eighth a pixel. Source: MapLibre GL JS, its shader
 * symbol_sdf.
 */
#ifndef IK_IMAGE_PAINTER_H
#define IK_IMAGE_PAINTER_H

#include "scene.h"

/* What is painted on: Cairo's ARGB32. */
typedef struct {
    uint32_t *pixels;
    int width, height;
    gsize stride;              /* pixels from row to row */
    double origin_x, origin_y; /* where the label's origin lies, pixels */
    double pixel_ratio;
} ik_paint_ground;

typedef struct {
    const ik_sprite_image *image;
    ik_text_extent box; /* CSS pixels from the pivot, before it is turned */
    double scale;       /* of the image: what does not stretch has this size */
    double pivot_x, pivot_y, angle;
    ik_paint paint, halo_paint; /* of an SDF; of another image only paint.a counts */
    double halo_px, halo_blur_px;
} ik_image_look;

/* Lays the image over what is there. */
void ik_image_paint(const ik_paint_ground *ground, const ik_image_look *look);

#endif
