/* webp_reader.h — WebP → pixels, from bytes that nobody vouches for.   [raster]
 *
 * With transparency, lossy and lossless; no moving pictures. Source: RFC 9649, by libwebp.
 */
#ifndef IK_WEBP_READER_H
#define IK_WEBP_READER_H

#include "png_reader.h"

/* Reads a whole picture of at most `max_pixels`. `name` stands in messages. False with INPUT when it is broken, cut off,
 * too large or moves. */
bool ik_webp_read(GBytes *webp, guint max_pixels, const char *name, ik_png_image *image,
                  GError **error);

#endif
