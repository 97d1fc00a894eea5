/* few_colors.h — a picture with fewer colours, for pictures that have to be small.   [raster]
 *
 * Maps are flat areas with soft edges: the colours that fill most of them are kept as they are, those of the
 * edges become the nearest of them. No dithering, which would cost more bytes than it saves colours.
 */
#ifndef IK_FEW_COLORS_H
#define IK_FEW_COLORS_H

#include <glib.h>
#include <stdint.h>

/* Leaves at most `max_colors` (1 or more) in `n` opaque pixels as Cairo has them (0xFFRRGGBB), changing them in
 * place. The most frequent are kept, of equally frequent ones the darker, and none that is nearer than 12 (of 255 a
 * channel, Euclidean) to one kept before. The same pixels give the same result. Cost: n log n, and distinct
 * colours times `max_colors`.
 */
void ik_few_colors_reduce(uint32_t *pixels, gsize n, guint max_colors);

#endif
