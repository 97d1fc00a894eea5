/* png_encoder.h — pixels → PNG.   [raster]
 *
 * A palette, exact, when there are at most 256 colours, else RGB; with alpha where a pixel has one.
 * libdeflate compresses, libpng frames the chunks. One encoder serves one thread and keeps its
 * buffers. Source: PNG Specification, third edition.
 */
#ifndef IK_PNG_ENCODER_H
#define IK_PNG_ENCODER_H

#include "style_palette.h"

#include <glib.h>
#include <stdint.h>

typedef struct ik_png_encoder ik_png_encoder;

ik_png_encoder *ik_png_encoder_new(void);
/* One whose pictures all have this palette, eight bits a pixel and its nearest colours; borrowed. NULL: as above. */
ik_png_encoder *ik_png_encoder_new_with(const ik_style_palette *palette);
void ik_png_encoder_free(ik_png_encoder *encoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_png_encoder, ik_png_encoder_free)

/* Encodes width * height pixels, row after row: Cairo's ARGB32, colours multiplied by alpha. The
 * caller's; NULL with INTERNAL when libpng fails.
 */
GBytes *ik_png_encode(ik_png_encoder *encoder, const uint32_t *pixels, guint width, guint height,
                      GError **error);
/* The same for a part of a larger picture. */
GBytes *ik_png_encode_area(ik_png_encoder *encoder, const ik_pixel_area *area, GError **error);

#endif
