/* webp_encoder.c — pixels → WebP, without loss.   [raster] */
#include "webp_encoder.h"

#include <ideenkarte/error.h>
#include <webp/encode.h>

/* 0 is fastest, 9 smallest. */
#define LOSSLESS_LEVEL 2

/* Red, green and blue no longer multiplied by alpha. */
static uint32_t divided(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24, result = alpha << 24;
    if (alpha == 255 || alpha == 0)
        return alpha == 0 ? 0 : pixel;
    for (int shift = 0; shift < 24; shift += 8) {
        uint32_t part = ((pixel >> shift & 0xff) * 255 + alpha / 2) / alpha;
        result |= MIN(part, 255u) << shift;
    }
    return result;
}

static void copy_pixels(WebPPicture *picture, const ik_pixel_area *area)
{
    for (int y = 0; y < area->height; y++)
        for (int x = 0; x < area->width; x++)
            picture->argb[(gsize)y * (gsize)picture->argb_stride + (gsize)x] =
                divided(area->pixels[(gsize)y * (gsize)area->stride + (gsize)x]);
}

static bool write_picture(WebPPicture *picture, const ik_pixel_area *area)
{
    WebPConfig config;
    picture->use_argb = 1;
    picture->width = area->width;
    picture->height = area->height;
    if (!WebPConfigInit(&config) || !WebPConfigLosslessPreset(&config, LOSSLESS_LEVEL) ||
        !WebPPictureAlloc(picture))
        return false;
    copy_pixels(picture, area);
    return WebPEncode(&config, picture) != 0;
}

GBytes *ik_webp_encode(const ik_pixel_area *area, GError **error)
{
    WebPPicture picture;
    WebPMemoryWriter writer;
    GBytes *bytes = NULL;
    WebPMemoryWriterInit(&writer);
    bool is_fine = WebPPictureInit(&picture) != 0;
    picture.writer = WebPMemoryWrite;
    picture.custom_ptr = &writer;
    if (is_fine && write_picture(&picture, area))
        bytes = g_bytes_new(writer.mem, writer.size);
    else
        g_set_error(error, IK_ERROR, IK_ERROR_INTERNAL, "cannot encode WebP: libwebp's error %d",
                    (int)picture.error_code);
    WebPPictureFree(&picture);
    WebPMemoryWriterClear(&writer);
    return bytes;
}
