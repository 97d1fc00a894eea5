/* picture_caption.h — the source line in the corner of a picture.   [raster] */
#ifndef IK_PICTURE_CAPTION_H
#define IK_PICTURE_CAPTION_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* The pixels of a picture, row after row without gaps, as a canvas has them. */
typedef struct {
    uint32_t *pixels; /* borrowed */
    int width, height;
    double pixel_ratio;
} ik_picture_pixels;

/* Writes `text` small into the south-east corner, in as many lines as the width asks for. NOT_FOUND (the font),
 * INTERNAL (Cairo). */
bool ik_picture_caption_draw(const ik_picture_pixels *picture, const char *text, GError **error);

#endif
