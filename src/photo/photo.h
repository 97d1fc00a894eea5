/* photo.h — a picture that a stranger sent, read and made fit to publish.   [photo]
 *
 * JPEG, PNG and WebP are told apart by their first bytes, not by their name. What is published is drawn anew from the
 * pixels: a JPEG without anything the camera or a program wrote beside them, above all without the position where it was
 * taken. The orientation that EXIF states is applied. Transparent parts become white. Colours that an ICC profile describes
 * (Display P3 of telephones, Adobe RGB, CMYK of print) become sRGB; where it cannot be used they are taken for sRGB.
 *
 * Foreign bytes: whatever they are, the answer is a photo or an error. Limits stand below; memory is that of the pixels
 * of the decoded picture, four bytes each at most, never more than IK_PHOTO_MAX_PIXELS of them. A large JPEG is decoded
 * at a half, a quarter or an eighth of its size where that is enough.
 *
 * Threads: calls share nothing. The same bytes give the same bytes with the same versions of the libraries.
 */
#ifndef IK_PHOTO_H
#define IK_PHOTO_H

#include <glib.h>
#include <stdbool.h>

#define IK_PHOTO_MAX_BYTES  (40u << 20)
#define IK_PHOTO_MAX_SIDE   20000u
#define IK_PHOTO_MAX_PIXELS 100000000u

typedef struct {
    guint width, height; /* pixels, as it is to be seen */
    guint8 *rgb;         /* sRGB, three bytes a pixel, rows without gaps; owned */
} ik_photo;

/* Why a picture cannot be shown: the codes of the domain IK_PHOTO_ERROR, because each asks something else of the person
 * who sent it. */
typedef enum {
    IK_PHOTO_ERROR_DAMAGED,   /* cut off, broken, without pixels */
    IK_PHOTO_ERROR_FOREIGN,   /* neither JPEG nor PNG nor WebP */
    IK_PHOTO_ERROR_MOVING,    /* more than one picture */
    IK_PHOTO_ERROR_TOO_LARGE, /* over one of the limits above */
} ik_photo_error;

#define IK_PHOTO_ERROR (ik_photo_error_quark())
GQuark ik_photo_error_quark(void);

/* Reads a picture for being shown with at most `side` pixels on its longer side; it may be read larger. Errors are of
 * IK_PHOTO_ERROR, the message is the reason alone. */
ik_photo *ik_photo_read(const void *bytes, gsize size, guint side, GError **error);
void ik_photo_free(ik_photo *photo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_photo, ik_photo_free)

/* As small as needed for its longer side to have `side` pixels, never larger than it is: each pixel the mean, in linear
 * light, of those it covers. The caller's. */
ik_photo *ik_photo_scale(const ik_photo *photo, guint side);

/* As a progressive JPEG. The caller's. */
GBytes *ik_photo_to_jpeg(const ik_photo *photo);

#endif
