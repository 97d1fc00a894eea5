/* text_engine.h — measuring and drawing labels with Pango.   [raster]
 *
 * No hinting, metrics unrounded, glyphs filled as outlines at their exact place: the same text has
 * the same pixels at every place and a size twice as large at @2x. One engine serves one thread.
 */
#ifndef IK_TEXT_ENGINE_H
#define IK_TEXT_ENGINE_H

#include "pixmap.h"
#include "scene.h"

typedef struct ik_text_engine ik_text_engine;

ik_text_engine *ik_text_engine_new(void);
void ik_text_engine_free(ik_text_engine *engine);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_text_engine, ik_text_engine_free)

/* The table that a scene asks; borrows the engine. NOT_FOUND when a font is not installed. */
ik_text_metrics ik_text_engine_metrics(ik_text_engine *engine);

/* Draws a label with its halo; the pixmap's origin is the label's. NOT_FOUND, INTERNAL. */
bool ik_text_engine_draw(ik_text_engine *engine, const ik_label *label, double pixel_ratio,
                         ik_pixmap *pixmap, GError **error);

#endif
