/* icon_images.h — what a style may show of an icon: by itself, and as a marker.   [raster]
 *
 *     theme-<icon>  white in a full disc with a white rim: a place that is known, 28 px
 *     area-<icon>   coloured in a white disc with a coloured rim: known to its area alone, 28 px
 *     sign-<icon>   the white icon by itself, 16 px
 *     ink-<icon>    the coloured icon by itself, 16 px
 *
 * The colour is that of projects in the style sheets of the program.
 */
#ifndef IK_ICON_IMAGES_H
#define IK_ICON_IMAGES_H

#include <cairo.h>

#include "icon.h"

typedef struct {
    const char *prefix; /* of its name */
    guint side;         /* CSS pixels */
} ik_icon_image;

guint ik_icon_image_count(void);
const ik_icon_image *ik_icon_image_at(guint index);

/* Draws the image with its north-west corner at the origin of `cairo`, a unit a CSS pixel. INPUT as ik_icon_paint. */
bool ik_icon_image_draw(guint index, const ik_icon *icon, cairo_t *cairo, GError **error);

#endif
