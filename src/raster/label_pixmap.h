/* label_pixmap.h — a label drawn once.   [raster]
 *
 * Apart from text_engine.h, which layers above include: they do not see Cairo.
 */
#ifndef IK_LABEL_PIXMAP_H
#define IK_LABEL_PIXMAP_H

#include "pixmap.h"
#include "scene.h"
#include "text_engine.h"

/* Draws a text with its halo or an icon; the pixmap's origin is the label's. NOT_FOUND (no font),
 * INTERNAL.
 */
bool ik_label_pixmap_draw(ik_text_engine *engine, const ik_label *label, double pixel_ratio,
                          ik_pixmap *pixmap, GError **error);

#endif
