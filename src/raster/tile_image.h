/* tile_image.h — the picture formats of tiles.   [raster] */
#ifndef IK_TILE_IMAGE_H
#define IK_TILE_IMAGE_H

#include "style_palette.h"

typedef enum { IK_TILE_IMAGE_PNG, IK_TILE_IMAGE_WEBP } ik_tile_image_format;

/* For one thread; keeps its buffers. */
typedef struct ik_tile_image_encoder ik_tile_image_encoder;

/* `palette`: as ik_png_encoder_new_with has it; WebP has none. */
ik_tile_image_encoder *ik_tile_image_encoder_new(ik_tile_image_format format,
                                                 const ik_style_palette *palette);
void ik_tile_image_encoder_free(ik_tile_image_encoder *encoder);

/* The caller's; the same bytes for the same pixels. NULL with INTERNAL. */
GBytes *ik_tile_image_encode(ik_tile_image_encoder *encoder, const ik_pixel_area *area,
                             GError **error);

#endif
