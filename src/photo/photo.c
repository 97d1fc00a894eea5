/* photo.c — the kind of a file by its first bytes; limits; memory.   [photo] */
#include <string.h>

#include "photo_parts.h"

GQuark ik_photo_error_quark(void)
{
    return g_quark_from_static_string("ik-photo-error-quark");
}

bool ik_photo_fail(GError **error, ik_photo_error code, const char *reason)
{
    g_set_error_literal(error, IK_PHOTO_ERROR, (gint)code, reason);
    return false;
}

ik_photo *ik_photo_new(guint64 width, guint64 height, GError **error)
{
    if (width == 0 || height == 0) {
        ik_photo_fail(error, IK_PHOTO_ERROR_DAMAGED, "no pixels");
        return NULL;
    }
    if (width > IK_PHOTO_MAX_SIDE || height > IK_PHOTO_MAX_SIDE ||
        width * height > IK_PHOTO_MAX_PIXELS) {
        g_set_error(error, IK_PHOTO_ERROR, IK_PHOTO_ERROR_TOO_LARGE,
                    "%" G_GUINT64_FORMAT " x %" G_GUINT64_FORMAT
                    " pixels, at most %u a side and %u in all",
                    width, height, IK_PHOTO_MAX_SIDE, IK_PHOTO_MAX_PIXELS);
        return NULL;
    }
    ik_photo *photo = g_new(ik_photo, 1);
    *photo = (ik_photo){(guint)width, (guint)height, g_malloc(width * height * 3)};
    return photo;
}

void ik_photo_free(ik_photo *photo)
{
    if (photo == NULL)
        return;
    g_free(photo->rgb);
    g_free(photo);
}

static bool begins_with(const ik_photo_source *source, gsize offset, const char *magic)
{
    const gsize length = strlen(magic);
    return source->size >= offset + length && memcmp(source->bytes + offset, magic, length) == 0;
}

ik_photo *ik_photo_read(const void *bytes, gsize size, guint side, GError **error)
{
    const ik_photo_source source = {bytes, size};
    if (size > IK_PHOTO_MAX_BYTES)
        ik_photo_fail(error, IK_PHOTO_ERROR_TOO_LARGE, "more than 40 MB");
    else if (begins_with(&source, 0, "\xFF\xD8\xFF"))
        return ik_photo_read_jpeg(&source, side, error);
    else if (begins_with(&source, 0, "\x89PNG\r\n\x1A\n"))
        return ik_photo_read_png(&source, error);
    else if (begins_with(&source, 0, "RIFF") && begins_with(&source, 8, "WEBP"))
        return ik_photo_read_webp(&source, error);
    else
        ik_photo_fail(error, IK_PHOTO_ERROR_FOREIGN, "neither JPEG nor PNG nor WebP");
    return NULL;
}
