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

/* What makes sRGB of colours as a profile means them. */
typedef struct ik_photo_colors ik_photo_colors;

/* For pixels of `channels` bytes: 1 grey, 3 RGB, 4 CMYK as JPEG has it, 255 for no ink. NULL where the profile is not of
 * such colours, damaged, too large, NULL, or that of sRGB: pixels are then taken as they are. */
ik_photo_colors *ik_photo_colors_open(const void *icc, gsize size, guint channels);
void ik_photo_colors_close(ik_photo_colors *colors);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_photo_colors, ik_photo_colors_close)

/* Of `pixels` in `from` to three bytes each in `to`, which may be `from` where that has three, too. */
void ik_photo_colors_apply(const ik_photo_colors *colors, const guint8 *from, guint8 *to,
                           guint pixels);
/* Of all pixels, not for CMYK; of grey ones in the photo the first byte counts. */
void ik_photo_colors_apply_all(const ik_photo_colors *colors, ik_photo *photo);

/* The orientation, 1 to 8, that a block of EXIF states (TIFF 6.0, tag 0x0112), with or without "Exif\0\0" in front; 1
 * where it states none or is damaged. */
guint ik_exif_orientation(const guint8 *bytes, gsize size);

/* Turns and mirrors a photo as an orientation of EXIF asks for; takes it over. */
ik_photo *ik_photo_turn(ik_photo *photo, guint orientation);

#endif
