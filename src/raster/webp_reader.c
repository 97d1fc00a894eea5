/* webp_reader.c — WebP → pixels, from bytes that nobody vouches for.   [raster] */
#include "webp_reader.h"

#include <ideenkarte/error.h>
#include <webp/decode.h>

/* Cairo's pixels as bytes, multiplied by alpha. */
#define COLOR_SPACE (G_BYTE_ORDER == G_LITTLE_ENDIAN ? MODE_bgrA : MODE_Argb)

static bool fail(const char *name, const char *reason, GError **error)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: %s", name, reason);
    return false;
}

static bool decode(const guint8 *bytes, gsize size, WebPDecoderConfig *config, ik_png_image *image)
{
    WebPRGBABuffer *buffer = &config->output.u.RGBA;
    image->width = (guint)config->input.width;
    image->height = (guint)config->input.height;
    image->pixels = g_new(uint32_t, (gsize)image->width * image->height);
    buffer->rgba = (uint8_t *)(gpointer)image->pixels;
    buffer->stride = config->input.width * 4;
    buffer->size = (gsize)image->width * image->height * 4;
    config->output.colorspace = COLOR_SPACE;
    config->output.is_external_memory = 1;
    return WebPDecode(bytes, size, config) == VP8_STATUS_OK;
}

bool ik_webp_read(GBytes *webp, guint max_pixels, const char *name, ik_png_image *image,
                  GError **error)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data(webp, &size);
    WebPDecoderConfig config;
    *image = (ik_png_image){0};
    if (!WebPInitDecoderConfig(&config) ||
        WebPGetFeatures(bytes, size, &config.input) != VP8_STATUS_OK)
        return fail(name, "no sound WebP", error);
    if (config.input.has_animation)
        return fail(name, "a WebP that moves", error);
    if ((guint64)config.input.width * (guint64)config.input.height > max_pixels)
        return fail(name, "a WebP of too many pixels", error);
    const bool is_read = decode(bytes, size, &config, image);
    WebPFreeDecBuffer(&config.output);
    if (is_read)
        return true;
    ik_png_image_clear(image);
    return fail(name, "a WebP that is damaged or cut off", error);
}
