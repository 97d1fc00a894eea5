/* layout_stock.h — texts that were set once, for every size.   [raster]
 *
 * A map shows the same names at zoom after zoom, and draws what it has measured. Shaping is without hints, so a
 * text of another size is the same text enlarged: it is set at one size and handed out scaled. Only texts with
 * images in them, whose size is their own, are set each time. One stock serves one thread; what it
 * gives away may outlive it.
 *
 * Memory  a few kB a text, at most IK_LAYOUT_STOCK_ROOM of them.
 */
#ifndef IK_LAYOUT_STOCK_H
#define IK_LAYOUT_STOCK_H

#include "text_layout.h"

#define IK_LAYOUT_STOCK_ROOM 8192u

typedef struct ik_layout_stock ik_layout_stock;

/* Borrows both. */
ik_layout_stock *ik_layout_stock_new(PangoContext *context, ik_font_stock *fonts);
void ik_layout_stock_free(ik_layout_stock *stock);

/* `text` set, the caller's. Errors as ik_text_layout_new. */
ik_text_layout *ik_layout_stock_get(ik_layout_stock *stock, const ik_label_text *text,
                                    GError **error);

#endif
