/* photo_webp.c — WebP read with libwebp.   [photo] */
#include <string.h>

#include <webp/decode.h>

#include "photo_parts.h"

#define RIFF_BYTES  12 /* "RIFF", size, "WEBP" */
#define CHUNK_BYTES 8  /* type, size */

static gsize little_endian(const guint8 *b)
{
    return (gsize)b[3] << 24 | (gsize)b[2] << 16 | (gsize)b[1] << 8 | b[0];
}

/* What a chunk of the extended format holds; NULL: there is none. Chunks are padded to even sizes. */
static const guint8 *find_chunk(const ik_photo_source *source, const char *type, gsize *length)
{
    gsize at = RIFF_BYTES;
    while (source->size > at && source->size - at >= CHUNK_BYTES) {
        *length = little_endian(source->bytes + at + 4);
        if (*length > source->size - at - CHUNK_BYTES)
            break;
        if (memcmp(source->bytes + at, type, 4) == 0)
            return source->bytes + at + CHUNK_BYTES;
        at += CHUNK_BYTES + *length + *length % 2;
    }
    return NULL;
}

static guint orientation_of(const ik_photo_source *source)
{
    gsize length;
    const guint8 *exif = find_chunk(source, "EXIF", &length);
    return exif == NULL ? 1 : ik_exif_orientation(exif, length);
}

static void make_srgb(const ik_photo_source *source, ik_photo *photo)
{
    gsize length;
    const guint8 *icc = find_chunk(source, "ICCP", &length);
    g_autoptr(ik_photo_colors) colors = icc == NULL ? NULL : ik_photo_colors_open(icc, length, 3);
    if (colors != NULL)
        ik_photo_colors_apply_all(colors, photo);
}

/* Over white. */
static void take_pixels(ik_photo *photo, const guint8 *rgba)
{
    const gsize pixels = (gsize)photo->width * photo->height;
    guint8 *to = photo->rgb;
    for (gsize i = 0; i < pixels; i++, rgba += 4, to += 3)
        for (guint c = 0; c < 3; c++)
            to[c] = (guint8)(((guint)rgba[c] * rgba[3] + 255u * (255u - rgba[3]) + 127) / 255);
}

ik_photo *ik_photo_read_webp(const ik_photo_source *source, GError **error)
{
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(source->bytes, source->size, &features) != VP8_STATUS_OK) {
        ik_photo_fail(error, IK_PHOTO_ERROR_DAMAGED, "damaged");
        return NULL;
    }
    if (features.has_animation) {
        ik_photo_fail(error, IK_PHOTO_ERROR_MOVING, "moving pictures are not shown");
        return NULL;
    }
    g_autoptr(ik_photo) photo =
        ik_photo_new((guint64)features.width, (guint64)features.height, error);
    if (photo == NULL)
        return NULL;
    int width, height;
    guint8 *rgba = WebPDecodeRGBA(source->bytes, source->size, &width, &height);
    if (rgba == NULL || width != features.width || height != features.height) {
        ik_photo_fail(error, IK_PHOTO_ERROR_DAMAGED, "damaged or cut off");
        WebPFree(rgba);
        return NULL;
    }
    take_pixels(photo, rgba);
    WebPFree(rgba);
    make_srgb(source, photo);
    return ik_photo_turn(g_steal_pointer(&photo), orientation_of(source));
}
