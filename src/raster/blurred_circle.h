/* blurred_circle.h — circles whose edges fade.   [raster]
 *
 * Source: MapLibre's fragment shader "circle".
 */
#ifndef IK_BLURRED_CIRCLE_H
#define IK_BLURRED_CIRCLE_H

#include "scene.h"

#include <cairo.h>

/* Draws a circle with its centre at (x, y), device pixels, over the whole surface. */
void ik_blurred_circle_draw(const ik_circle_style *style, double pixel_ratio, double x, double y,
                            cairo_surface_t *surface);

#endif
