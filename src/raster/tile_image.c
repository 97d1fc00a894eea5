/* tile_image.c — the picture formats of tiles.   [raster] */
#include "tile_image.h"

#include "png_encoder.h"
#include "webp_encoder.h"

struct ik_tile_image_encoder {
    ik_tile_image_format format;
    ik_png_encoder *png; /* NULL with WebP, which needs no buffers */
};

ik_tile_image_encoder *ik_tile_image_encoder_new(ik_tile_image_format format,
                                                 const ik_style_palette *palette)
{
    ik_tile_image_encoder *encoder = g_new0(ik_tile_image_encoder, 1);
    encoder->format = format;
    if (format == IK_TILE_IMAGE_PNG)
        encoder->png = ik_png_encoder_new_with(palette);
    return encoder;
}

void ik_tile_image_encoder_free(ik_tile_image_encoder *encoder)
{
    if (encoder == NULL)
        return;
    ik_png_encoder_free(encoder->png);
    g_free(encoder);
}

GBytes *ik_tile_image_encode(ik_tile_image_encoder *encoder, const ik_pixel_area *area,
                             GError **error)
{
    if (encoder->format == IK_TILE_IMAGE_WEBP)
        return ik_webp_encode(area, error);
    return ik_png_encode_area(encoder->png, area, error);
}
