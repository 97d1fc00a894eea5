/* text_layout.h — a text shaped, broken into lines and set, ready to be drawn.   [raster]
 *
 * Letters come from Pango and HarfBuzz: any script, either direction, mixed. Where the lines lie
 * follows MapLibre GL JS (src/symbol/shaping.ts): lengths are 24ths of an em there, a line begins
 * 17 above its middle and has its baseline an ascender below that. All lengths are CSS pixels from
 * the middle of the block.
 *
 * MapLibre moves a text up or down by as many line heights as it has lines, also where smaller
 * letters make some of them lower; only where larger letters or images make one higher, by the
 * height of the block. The text's origin is where it then has the middle.
 */
#ifndef IK_TEXT_LAYOUT_H
#define IK_TEXT_LAYOUT_H

#include "font_stock.h"
#include "text_metrics.h"

/* Glyphs that belong together, or an image. */
typedef struct {
    PangoFont *font;        /* NULL: an image or nothing visible; borrowed from the layout */
    PangoGlyphInfo *glyphs; /* borrowed from the layout */
    int n_glyphs;
    double left, width;
    double baseline;    /* of an image: its upper edge */
    ik_text_extent ink; /* from its left end at the baseline */
    guint section;
} ik_layout_cluster;

typedef struct {
    ik_text_shape shape;
    GArray *clusters; /* ik_layout_cluster, line by line, from left to right */
    GPtrArray *runs;  /* of PangoGlyphItem; may be shared */
    double scale;     /* CSS pixels a pixel of the fonts and their glyphs */
} ik_text_layout;

/* Sets `text`. The caller's; NULL with NOT_FOUND (no font) in `error`. */
ik_text_layout *ik_text_layout_new(PangoContext *context, ik_font_stock *fonts,
                                   const ik_label_text *text, GError **error);
void ik_text_layout_free(ik_text_layout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_text_layout, ik_text_layout_free)

/* The same text larger or smaller, the caller's; shares fonts and glyphs with `layout`, which has no images. */
ik_text_layout *ik_text_layout_scaled(const ik_text_layout *layout, double by);

#endif
