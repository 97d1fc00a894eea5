/* font_stock.h — the fonts that a style names.   [raster]
 *
 * A name is a family with weight and slant as words, as fontconfig knows them ("Noto Sans Bold"),
 * or several separated by commas, of which the first that is installed counts. Where none is, Noto
 * Sans stands in with the weight and slant asked for, and a warning says so once. Letters that a
 * font lacks come from Noto Sans and Noto Sans Arabic before any other, so that a map looks alike
 * on every machine that has these. One stock serves one thread.
 */
#ifndef IK_FONT_STOCK_H
#define IK_FONT_STOCK_H

#include <pango/pangocairo.h>
#include <stdbool.h>

typedef struct ik_font_stock ik_font_stock;

typedef struct {
    PangoFontDescription *description; /* without a size */
    /* Height of the line above the baseline in ems, as glyph files for MapLibre count it: whole
     * pixels at 24 pixels an em.
     */
    double ascender;
} ik_font;

/* Borrows the context. */
ik_font_stock *ik_font_stock_new(PangoContext *context);
void ik_font_stock_free(ik_font_stock *stock);

/* The font of that name, borrowed; NULL with NOT_FOUND when not even Noto Sans is installed. */
const ik_font *ik_font_stock_find(ik_font_stock *stock, const char *name, GError **error);

/* What was replaced, one sentence each in the order in which it was asked for. */
guint ik_font_stock_n_warnings(const ik_font_stock *stock);
const char *ik_font_stock_warning(const ik_font_stock *stock, guint index);

#endif
