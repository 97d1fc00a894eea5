/* canvas.h — the pixels of one worker, and how a view gets onto them.   [raster]
 *
 * Reused from block to block; nothing is allocated in the steady state. Fills, strokes, markers and
 * labels are drawn by our own integers, so that a pixel depends on the scene alone and not on what else
 * is on the canvas: a picture may be cut into canvases anyhow. What Cairo draws goes onto the same
 * pixels (ik_canvas_cairo), and must be drawn cell by cell, since Cairo makes no such promise.
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

/* A canvas of width x height device pixels. */
ik_canvas *ik_canvas_new(const ik_canvas_stock *stock, int width, int height);
void ik_canvas_free(ik_canvas *canvas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_canvas, ik_canvas_free)

/* Changes the size; what was drawn is lost. */
void ik_canvas_resize(ik_canvas *canvas, int width, int height);

/* Draws `view`, with `corner` at the north-west corner of the canvas: at a whole pixel. False with
 * INTERNAL.
 */
bool ik_canvas_draw(ik_canvas *canvas, const ik_view *view, ik_tile_point corner, GError **error);

/* Whether nothing in the view is left to Cairo: then a canvas larger than a cell shows
 * the same as the cells side by side.
 */
bool ik_view_is_seamless(const ik_view *view);

/* The colour of a view that is flat, as a pixel of the canvas would be. */
uint32_t ik_view_flat_pixel(const ik_view *view);

/* The pixels, valid until the next drawing or change of size. */
const ik_pixel_area *ik_canvas_area(const ik_canvas *canvas);

/* Cairo on the pixels as they are, one unit a pixel; the caller's. Ours must not be touched until it is
 * destroyed and ik_cairo_check has been asked. NULL with INTERNAL.
 */
cairo_t *ik_canvas_cairo(ik_canvas *canvas, GError **error);

#endif
