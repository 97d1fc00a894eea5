/* text_ink.h — letters and their halo from outlines.   [raster]
 *
 * What Cairo's stroke and fill would draw, by our own cover: in a third of the time, and in few colours, since
 * edges have IK_COVER_FULL levels.
 */
#ifndef IK_TEXT_INK_H
#define IK_TEXT_INK_H

#include "painter.h"
#include "stroker.h"

#include <cairo.h>

/* How far, in pixels, an outline may leave its curve: no eye sees it. */
#define IK_INK_TOLERANCE 0.1

typedef struct {
    ik_paint paint, halo_paint;
    double halo; /* device pixels to a side; 0: none */
} ik_ink;

/* Lays Cairo's current path over `to`, the halo first, and clears the path. Cairo's device space is that of
 * `to`. False with INTERNAL.
 */
bool ik_text_ink_draw(cairo_t *cairo, const ik_pixel_area *to, const ik_ink *ink, GError **error);

/* What follows outlines; one for each thread. */
typedef struct {
    ik_pixel_cover *letters, *halo;
    ik_stroker *stroker;
    GArray *contour; /* ik_subpixel */
} ik_ink_pen;

void ik_ink_pen_init(ik_ink_pen *pen, int width, int height);
void ik_ink_pen_clear(ik_ink_pen *pen);

/* Adds the contours of `path`, flat and in pixels, as area 0 to the cover of the letters and, grown by `halo`
 * pixels, to that of the halo. The covers have their corner at the pixel (left, top).
 */
void ik_ink_pen_follow(ik_ink_pen *pen, const cairo_path_t *path, int left, int top, double halo);

/* Cairo's current path in pixels, flat; clears it. The caller's to destroy, its status to be asked. */
cairo_path_t *ik_ink_take_path(cairo_t *cairo);

#endif
