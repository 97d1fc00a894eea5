/* tile_picture.c — a picture of a source, whatever kind of file it is.   [pipeline] */
#include "tile_picture.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "photo.h"
#include "webp_reader.h"

static bool begins_with(const guint8 *bytes, gsize size, gsize at, const char *signature)
{
    const gsize length = strlen(signature);
    return size >= at + length && memcmp(bytes + at, signature, length) == 0;
}

static void take_pixels(const ik_photo *photo, ik_png_image *image)
{
    const gsize n = (gsize)photo->width * photo->height;
    *image = (ik_png_image){photo->width, photo->height, g_new(uint32_t, n)};
    for (gsize i = 0; i < n; i++)
        image->pixels[i] = 0xff000000u | (uint32_t)photo->rgb[3 * i] << 16 |
                           (uint32_t)photo->rgb[3 * i + 1] << 8 | photo->rgb[3 * i + 2];
}

static bool read_jpeg(const guint8 *bytes, gsize size, guint max_pixels, const char *name,
                      ik_png_image *image, GError **error)
{
    GError *reason = NULL;
    g_autoptr(ik_photo) photo = ik_photo_read(bytes, size, IK_PHOTO_MAX_SIDE, &reason);
    if (photo == NULL)
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: %s", name, reason->message);
    else if ((guint64)photo->width * photo->height > max_pixels)
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: a JPEG of too many pixels", name);
    else
        take_pixels(photo, image);
    g_clear_error(&reason);
    return image->pixels != NULL;
}

bool ik_tile_picture_read(GBytes *file, guint max_pixels, const char *name, ik_png_image *image,
                          GError **error)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data(file, &size);
    *image = (ik_png_image){0};
    if (begins_with(bytes, size, 0, "\x89PNG"))
        return ik_png_read(file, max_pixels, name, image, error);
    if (begins_with(bytes, size, 0, "RIFF") && begins_with(bytes, size, 8, "WEBP"))
        return ik_webp_read(file, max_pixels, name, image, error);
    if (begins_with(bytes, size, 0, "\xff\xd8\xff"))
        return read_jpeg(bytes, size, max_pixels, name, image, error);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: expected a PNG, JPEG or WebP", name);
    return false;
}
