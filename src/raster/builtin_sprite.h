/* builtin_sprite.h — the images that come with the program, drawn by code.   [raster]
 *
 *     hatch-0 … hatch-5   lines in black and white, 16 px, repeat without a seam
 *     dots-0 … dots-2     dots in black and white, 16 px, repeat without a seam
 *     marker              a pin whose tip is the middle of its lower edge, 24 x 32 px
 *     arrow               points along a line, 16 px
 */
#ifndef IK_BUILTIN_SPRITE_H
#define IK_BUILTIN_SPRITE_H

#include <cairo.h>
#include <glib.h>

typedef struct {
    const char *name;
    guint width, height; /* CSS pixels */
} ik_builtin_image;

/* The images in the order of their names. */
guint ik_builtin_image_count(void);
const ik_builtin_image *ik_builtin_image_at(guint index);

/* Draws the image with its north-west corner at the origin of `cairo`, a unit a CSS pixel. */
void ik_builtin_image_draw(guint index, cairo_t *cairo);

#endif
