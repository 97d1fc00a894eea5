/* style_palette.h — one palette for all tiles of a style.   [raster]
 *
 * At most 256 colours are taken as they are. Of more, the paints of the style and the most frequent colours stay, and
 * the others are gathered: the box of colours with the greatest squared error is cut at its mean, across its widest
 * channel, until there are 256 boxes. Source: P. Heckbert, Color Image Quantization for Frame Buffer Display, 1982
 * (median cut); the choice of the box by its error is X. Wu's, 1991.
 */
#ifndef IK_STYLE_PALETTE_H
#define IK_STYLE_PALETTE_H

#include "color_census.h"
#include "png_palette.h"

typedef struct {
    uint32_t colors[IK_PALETTE_MAX]; /* multiplied by alpha */
    guint n;
} ik_style_palette;

#define IK_COLOR_CACHE_SLOTS 4096u

/* Which colours were looked for last; zeroed at the start, for one palette and one thread. */
typedef struct {
    uint32_t colors[IK_COLOR_CACHE_SLOTS];
    guint16 indexes[IK_COLOR_CACHE_SLOTS]; /* index + 1; 0: free */
} ik_color_cache;

/* The palette of what was counted: the same whatever the order of counting. */
void ik_style_palette_init(ik_style_palette *palette, const ik_color_census *census);

/* The colour nearest to `color`, by squares of the channels multiplied by alpha; of equals the first. */
guint ik_style_palette_nearest(const ik_style_palette *palette, uint32_t color);

/* Gives each of `n` pixels the index of its nearest colour. */
void ik_style_palette_map(const ik_style_palette *palette, ik_color_cache *cache,
                          const uint32_t *pixels, gsize n, guint8 *indexes);

#endif
