/* canvas.h — the surface of one worker, and how a view gets onto it.   [raster]
 *
 * Reused from cell to cell; nothing is allocated in the steady state but what Cairo does itself.
 */
#ifndef IK_CANVAS_H
#define IK_CANVAS_H

#include "pixmap.h"
#include "scene.h"

typedef struct ik_canvas ik_canvas;

/* Everything that is drawn once and laid many times. Borrowed. */
typedef struct {
    const ik_scene *scene;
    double pixel_ratio;
    const ik_pixmap *labels;  /* of each label of the scene */
    const ik_pixmap *circles; /* of each circle style, IK_CIRCLE_PHASES² of them by y, then x */
} ik_canvas_stock;

/* A canvas of width x height device pixels; NULL with INTERNAL. */
ik_canvas *ik_canvas_new(const ik_canvas_stock *stock, int width, int height, GError **error);
void ik_canvas_free(ik_canvas *canvas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_canvas, ik_canvas_free)

/* Draws `view`, with `corner` at the north-west corner of the canvas: a multiple of a tile. False
 * with INTERNAL.
 */
bool ik_canvas_draw(ik_canvas *canvas, const ik_view *view, ik_tile_point corner, GError **error);

/* The colour of a view that is flat, as a pixel of the canvas would be. */
uint32_t ik_view_flat_pixel(const ik_view *view);

/* The pixels, row after row without gaps, valid until the next drawing. */
const uint32_t *ik_canvas_pixels(const ik_canvas *canvas);

#endif
