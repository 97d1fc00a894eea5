/* label_ink.h — a plain label from letters that were drawn before.   [raster]
 *
 * Labels that lie level, in one paint and with a sharp halo, as nearly all do. Lines of letters stand with their
 * baseline at a whole pixel: their feet are sharp, as browsers have it.
 */
#ifndef IK_LABEL_INK_H
#define IK_LABEL_INK_H

#include "glyph_stock.h"
#include "pixmap.h"
#include "text_layout.h"

/* Pixels that a label may touch. */
typedef struct {
    int left, top;     /* west and north of the label's origin */
    int width, height; /* of all */
    double pixel_ratio;
} ik_label_frame;

/* Whether it can be drawn so. */
bool ik_label_is_plain(const ik_label *label);

/* Draws the letters of a plain label and their halo; the pixmap's origin is the label's. False with
 * INTERNAL.
 */
bool ik_label_ink_draw(ik_glyph_stock *stock, const ik_label *label, const ik_text_layout *layout,
                       const ik_label_frame *frame, ik_pixmap *pixmap, GError **error);

#endif
