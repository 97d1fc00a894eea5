/* page_canvas.h — a view of a scene as shapes and text on a page.   [raster]
 *
 * For SVG and PDF, where lines stay lines and letters stay letters; PNG of pages is drawn the same way, so that all
 * three show the same. Tiles and overviews are canvas.h's. What Cairo has no shapes for (patterns, heat, faded lines,
 * icons) becomes pictures. A label that the edge would cut is left out.
 */
#ifndef IK_PAGE_CANVAS_H
#define IK_PAGE_CANVAS_H

#include "scene.h"
#include "text_engine.h"

#include <cairo.h>

typedef struct {
    const ik_scene *scene;
    ik_text_engine *engine;
    cairo_t *cairo;  /* CSS pixels from the north-west corner of `box` */
    ik_tile_box box; /* what is shown; corners at whole CSS pixels */
} ik_page_canvas;

/* Draws what the scene shows in the box, and nothing outside. NOT_FOUND (a font), INTERNAL. */
bool ik_page_canvas_draw(const ik_page_canvas *canvas, GError **error);

#endif
