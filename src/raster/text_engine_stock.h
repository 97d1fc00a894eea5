/* text_engine_stock.h — the inside of a text engine, for the files that draw with it.   [raster] */
#ifndef IK_TEXT_ENGINE_STOCK_H
#define IK_TEXT_ENGINE_STOCK_H

#include "glyph_stock.h"
#include "layout_stock.h"
#include "text_engine.h"

struct ik_text_engine {
    PangoFontMap *map;
    PangoContext *context;
    ik_font_stock *fonts;
    ik_layout_stock *layouts;
    ik_glyph_stock *glyphs;
};

#endif
