/* png_reader.h — PNG → pixels, from bytes that nobody vouches for.   [raster]
 *
 * Any colour type, depth and interlacing. What the header promises is believed only as far as the
 * length of the file allows: deflate makes at most 1032 bytes of one. Source: PNG Specification,
 * third edition.
 */
#ifndef IK_PNG_READER_H
#define IK_PNG_READER_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* Pixels as Cairo's ARGB32: colours multiplied by alpha; rows without gaps. */
typedef struct {
    guint width, height;
    uint32_t *pixels; /* owned */
} ik_png_image;

void ik_png_image_clear(ik_png_image *image);

/* Reads a whole PNG of at most `max_pixels`. `name` stands in messages. False with INPUT when it
 * is broken, cut off or too large.
 */
bool ik_png_read(GBytes *png, guint max_pixels, const char *name, ik_png_image *image,
                 GError **error);

#endif
