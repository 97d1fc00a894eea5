/* glyph_stock.h — letters drawn once, with their halo, and laid many times.   [raster]
 *
 * How much of each pixel a glyph and its halo cover, for a font, a size, a halo and a place within the pixel. Places
 * are told apart by eighths of a pixel: what that moves an edge, at most a sixteenth, is half a step of
 * IK_COVER_FULL. A text is the sum of its glyphs, up to the whole, as it is where one cover takes in all their outlines.
 *
 * Memory  some 500 bytes a glyph of a name, at most IK_GLYPH_STOCK_BYTES between two texts. One stock serves one
 * thread; what it held before never shows in what it gives.
 */
#ifndef IK_GLYPH_STOCK_H
#define IK_GLYPH_STOCK_H

#include <pango/pango.h>
#include <stdbool.h>

#define IK_GLYPH_PHASES      8
#define IK_GLYPH_STOCK_BYTES (16u << 20)

typedef struct ik_glyph_stock ik_glyph_stock;

/* What the glyphs of a text have in common. */
typedef struct {
    double scale; /* device pixels a pixel of the font */
    double halo;  /* device pixels to a side; 0: none */
} ik_glyph_form;

/* Levels 0..IK_COVER_FULL, row by row. */
typedef struct {
    int left, top, width,
        height; /* pixels, from the pixel that holds the glyph's origin; width 0: nothing to see */
    const guint8 *letters, *halo; /* halo NULL: none */
} ik_glyph_cover;

ik_glyph_stock *ik_glyph_stock_new(void);
void ik_glyph_stock_free(ik_glyph_stock *stock);

/* The cover of a glyph whose origin lies `phase_x` and `phase_y` (0..IK_GLYPH_PHASES - 1) eighths of a pixel east and
 * south of a pixel's corner. Valid until the next trim. NULL with INTERNAL (Cairo).
 */
const ik_glyph_cover *ik_glyph_stock_get(ik_glyph_stock *stock, PangoFont *font,
                                         const PangoGlyphInfo *glyph, const ik_glyph_form *form,
                                         const int phases[2], GError **error);

/* Between two texts: forgets all glyphs when they take too much memory. */
void ik_glyph_stock_trim(ik_glyph_stock *stock);

#endif
