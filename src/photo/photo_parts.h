/* photo_parts.h — what reads one kind of file each.   [photo] */
#ifndef IK_PHOTO_PARTS_H
#define IK_PHOTO_PARTS_H

#include "photo.h"

/* Foreign bytes. */
typedef struct {
    const guint8 *bytes;
    gsize size;
} ik_photo_source;

ik_photo *ik_photo_read_jpeg(const ik_photo_source *source, guint side, GError **error);
ik_photo *ik_photo_read_png(const ik_photo_source *source, GError **error);
ik_photo *ik_photo_read_webp(const ik_photo_source *source, GError **error);

/* With room for its pixels: DAMAGED without any, TOO_LARGE over the limits. The caller's. */
ik_photo *ik_photo_new(guint64 width, guint64 height, GError **error);

/* Sets an error of IK_PHOTO_ERROR. Always false. */
bool ik_photo_fail(GError **error, ik_photo_error code, const char *reason);

/* The orientation, 1 to 8, that a block of EXIF states (TIFF 6.0, tag 0x0112), with or without "Exif\0\0" in front; 1
 * where it states none or is damaged. */
guint ik_exif_orientation(const guint8 *bytes, gsize size);

/* Turns and mirrors a photo as an orientation of EXIF asks for; takes it over. */
ik_photo *ik_photo_turn(ik_photo *photo, guint orientation);

#endif
