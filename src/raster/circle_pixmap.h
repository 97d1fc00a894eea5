/* circle_pixmap.h — markers drawn once for each quarter of a pixel they may lie at.   [raster] */
#ifndef IK_CIRCLE_PIXMAP_H
#define IK_CIRCLE_PIXMAP_H

#include "pixmap.h"
#include "scene.h"

/* Places within a pixel, along x and along y. */
#define IK_CIRCLE_PHASES 4

/* Draws a circle whose centre lies `phase_x`, `phase_y` quarters from the corner of the pixel that
 * the pixmap's origin is.
 */
bool ik_circle_pixmap_draw(const ik_circle_style *style, double pixel_ratio, int phase_x,
                           int phase_y, ik_pixmap *pixmap, GError **error);

#endif
