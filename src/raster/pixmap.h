/* pixmap.h — a small picture that is drawn once and then laid onto many tiles.   [raster]
 *
 * Pixels are 32 bits in the machine's order as Cairo has them: alpha, red, green, blue, colours
 * multiplied by alpha. Laying one at whole pixels gives the same bytes wherever a tile is cut.
 */
#ifndef IK_PIXMAP_H
#define IK_PIXMAP_H

#include "painter.h"

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct {
    int width, height;
    int origin_x, origin_y; /* the pixel that lies on the pixel it is laid at */
    uint32_t *pixels;       /* owned; width * height; NULL when empty */
} ik_pixmap;

void ik_pixmap_clear(ik_pixmap *pixmap);

/* Something to draw on: a new transparent surface of that size. NULL with INTERNAL. */
cairo_surface_t *ik_surface_new(int width, int height, GError **error);

/* False with INTERNAL when Cairo met an error in drawing. */
bool ik_cairo_check(cairo_t *cairo, GError **error);

/* Takes the visible part of `area`; (origin_x, origin_y) is its pixel that is to lie on the place. */
void ik_pixmap_from_area(ik_pixmap *pixmap, const ik_pixel_area *area, int origin_x, int origin_y);

/* The same of a surface. */
void ik_pixmap_from_surface(ik_pixmap *pixmap, cairo_surface_t *surface, int origin_x,
                            int origin_y);

/* Rounds each pixel to IK_COVER_FULL parts of two paints, `over` on `around`: a picture with smooth edges in these two
 * colours stays as it looks and has few colours besides. Either may be transparent.
 */
void ik_pixmap_reduce(ik_pixmap *pixmap, ik_paint over, ik_paint around);

/* Lays the pixmap over `to` with its origin at (x, y); what lies outside is left out. */
void ik_pixmap_lay(const ik_pixmap *pixmap, const ik_pixel_area *to, int x, int y);

#endif
