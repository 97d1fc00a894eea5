/* photo_png.c — PNG read with libpng's simple interface.   [photo] */
#include <png.h>
#include <string.h>

#include "photo_parts.h"

#define SIGNATURE_BYTES 8
#define CHUNK_BYTES     12 /* length, type, check sum */

static gsize big_endian(const guint8 *b)
{
    return (gsize)b[0] << 24 | (gsize)b[1] << 16 | (gsize)b[2] << 8 | b[3];
}

/* The chunk eXIf (PNG 1.5 extensions) is EXIF as it is. */
static guint orientation_of(const ik_photo_source *source)
{
    gsize at = SIGNATURE_BYTES;
    while (source->size - at >= CHUNK_BYTES) {
        const gsize length = big_endian(source->bytes + at);
        if (length > source->size - at - CHUNK_BYTES)
            break;
        if (memcmp(source->bytes + at + 4, "eXIf", 4) == 0)
            return ik_exif_orientation(source->bytes + at + 8, length);
        at += CHUNK_BYTES + length;
    }
    return 1;
}

static ik_photo *read_pixels(png_image *image, GError **error)
{
    static const png_color white = {255, 255, 255};
    g_autoptr(ik_photo) photo = ik_photo_new(image->width, image->height, error);
    if (photo == NULL)
        return NULL;
    image->format = PNG_FORMAT_RGB;
    if (png_image_finish_read(image, &white, photo->rgb, 0, NULL))
        return g_steal_pointer(&photo);
    ik_photo_fail(error, IK_PHOTO_ERROR_DAMAGED, image->message);
    return NULL;
}

ik_photo *ik_photo_read_png(const ik_photo_source *source, GError **error)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    ik_photo *photo = NULL;
    if (png_image_begin_read_from_memory(&image, source->bytes, source->size))
        photo = read_pixels(&image, error);
    else
        ik_photo_fail(error, IK_PHOTO_ERROR_DAMAGED, image.message);
    png_image_free(&image);
    return photo == NULL ? NULL : ik_photo_turn(photo, orientation_of(source));
}
