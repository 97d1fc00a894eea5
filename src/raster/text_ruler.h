/* text_ruler.h — measuring text for those who may not see Cairo.   [raster]
 *
 * The part of the text engine that whoever makes scenes needs.
 */
#ifndef IK_TEXT_RULER_H
#define IK_TEXT_RULER_H

#include "text_metrics.h"

/* Measures and draws labels; one engine serves one thread. */
typedef struct ik_text_engine ik_text_engine;

ik_text_engine *ik_text_engine_new(void);
void ik_text_engine_free(ik_text_engine *engine);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_text_engine, ik_text_engine_free)

/* The table that a scene asks; borrows the engine. NOT_FOUND when a font is not installed. */
ik_text_metrics ik_text_engine_metrics(ik_text_engine *engine);

#endif
