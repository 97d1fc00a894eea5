/* text_engine.h — measuring labels with Pango.   [raster]
 *
 * No hinting, metrics unrounded: the same text has the same shape at every place and is twice as
 * large at @2x. One engine serves one thread. What draws is apart, in label_pixmap.h: whoever makes
 * scenes measures, but does not see Cairo.
 */
#ifndef IK_TEXT_ENGINE_H
#define IK_TEXT_ENGINE_H

#include "text_metrics.h"

typedef struct ik_text_engine ik_text_engine;

ik_text_engine *ik_text_engine_new(void);
void ik_text_engine_free(ik_text_engine *engine);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_text_engine, ik_text_engine_free)

/* The table that a scene asks; borrows the engine. A font that is not installed is replaced by
 * Noto Sans (see the warnings); NOT_FOUND when that is missing too.
 */
ik_text_metrics ik_text_engine_metrics(ik_text_engine *engine);

/* The fonts that were replaced, one sentence each and each once. */
guint ik_text_engine_n_warnings(const ik_text_engine *engine);
const char *ik_text_engine_warning(const ik_text_engine *engine, guint index);

#endif
