/* tile_picture.h — a picture of a source, whatever kind of file it is.   [pipeline]
 *
 * PNG and WebP with their transparency, JPEG turned as its EXIF says; told apart by their first bytes.
 */
#ifndef IK_TILE_PICTURE_H
#define IK_TILE_PICTURE_H

#include "png_reader.h"

/* Reads a picture of at most `max_pixels`. `name` stands in messages. False with INPUT when it is none or broken. */
bool ik_tile_picture_read(GBytes *file, guint max_pixels, const char *name, ik_png_image *image,
                          GError **error);

#endif
