/* text_engine.h — measuring and drawing labels with Pango.   [raster]
 *
 * No hinting, metrics unrounded, glyphs filled as outlines at their exact place: the same text has
 * the same pixels at every place and a size twice as large at @2x. One engine serves one thread.
 * What draws is apart, in text_pixmap.h: whoever makes scenes measures, but does not see Cairo.
 */
#ifndef IK_TEXT_ENGINE_H
#define IK_TEXT_ENGINE_H

#include "text_metrics.h"

typedef struct ik_text_engine ik_text_engine;

ik_text_engine *ik_text_engine_new(void);
void ik_text_engine_free(ik_text_engine *engine);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_text_engine, ik_text_engine_free)

/* The table that a scene asks; borrows the engine. NOT_FOUND when a font is not installed. */
ik_text_metrics ik_text_engine_metrics(ik_text_engine *engine);

#endif
