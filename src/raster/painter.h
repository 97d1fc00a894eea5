/* painter.h — areas of colour onto pixels.   [raster]
 *
 * Pixels are 32 bits as Cairo has them: alpha, red, green, blue, colours multiplied by alpha. Mixing is
 * done in integers, rounded once. Whoever draws onto the same pixels otherwise may do so before and after.
 */
#ifndef IK_PAINTER_H
#define IK_PAINTER_H

#include "pixel_cover.h"
#include "scene.h"

typedef struct {
    uint32_t *pixels; /* borrowed */
    int width, height;
    int stride; /* pixels from row to row */
} ik_pixel_area;

/* A paint as a pixel that it covers alone would be. */
uint32_t ik_paint_pixel(ik_paint paint);

/* `under` with `level` of IK_COVER_FULL parts of `color` over it. */
uint32_t ik_pixel_mix(uint32_t under, uint32_t color, guint level);

/* The same with the shares of several areas, of which `a` has `colors[a]`, together up to the whole. */
uint32_t ik_pixel_mix_shares(uint32_t under, const ik_share *shares, guint n,
                             const uint32_t *colors);

/* Sets `n` pixels. */
void ik_pixels_fill(uint32_t *pixels, gsize n, uint32_t color);

/* Lays `color` over all pixels. */
void ik_paint_all(const ik_pixel_area *to, uint32_t color);

/* Sweeps `cover` and lays the areas, of which area `a` has `colors[a]`, side by side over the pixels:
 * where several share a pixel, each hides its part of what is under them.
 */
void ik_paint_cover(const ik_pixel_area *to, ik_pixel_cover *cover, const uint32_t *colors);

#endif
