/* layout_stock.c — texts that were set once, for every size.   [raster] */
#include "layout_stock.h"

#include <string.h>

/* The size at which texts are set: Pango's 1024ths of a pixel are then finer than at any size on a map. */
#define SET_SIZE_PX 64.0

struct ik_layout_stock {
    PangoContext *context;
    ik_font_stock *fonts;
    GHashTable *layouts; /* GBytes → ik_text_layout, both owned */
};

static void free_layout(gpointer data)
{
    ik_text_layout_free(data);
}

static void unref_bytes(gpointer data)
{
    g_bytes_unref(data);
}

ik_layout_stock *ik_layout_stock_new(PangoContext *context, ik_font_stock *fonts)
{
    ik_layout_stock *stock = g_new(ik_layout_stock, 1);
    stock->context = context;
    stock->fonts = fonts;
    stock->layouts = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, unref_bytes, free_layout);
    return stock;
}

void ik_layout_stock_free(ik_layout_stock *stock)
{
    if (stock == NULL)
        return;
    g_hash_table_unref(stock->layouts);
    g_free(stock);
}

static bool has_image(const ik_label_text *text)
{
    for (guint i = 0; i < text->n_sections; i++)
        if (text->sections[i].image != NULL)
            return true;
    return false;
}

static void add_number(GByteArray *key, double number)
{
    g_byte_array_append(key, (const guint8 *)&number, sizeof number);
}

static void add_string(GByteArray *key, const char *string)
{
    g_byte_array_append(key, (const guint8 *)string, (guint)strlen(string) + 1);
}

/* All that a layout comes from, but for the size. The caller's. */
static GBytes *key_of(const ik_label_text *text)
{
    GByteArray *key = g_byte_array_sized_new(128);
    const double numbers[] = {text->letter_spacing, text->max_width, text->line_height,
                              text->justify};
    for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
        add_number(key, numbers[i]);
    for (guint i = 0; i < text->n_sections; i++) {
        const ik_text_part *section = &text->sections[i];
        add_number(key, section->scale);
        add_number(key, section->align);
        add_string(key, section->font != NULL ? section->font : text->font);
        add_string(key, section->text);
    }
    return g_byte_array_free_to_bytes(key);
}

static const ik_text_layout *find(ik_layout_stock *stock, const ik_label_text *text, GError **error)
{
    g_autoptr(GBytes) key = key_of(text);
    ik_text_layout *layout = g_hash_table_lookup(stock->layouts, key);
    ik_label_text at_size = *text;
    if (layout != NULL)
        return layout;
    at_size.size_px = SET_SIZE_PX;
    layout = ik_text_layout_new(stock->context, stock->fonts, &at_size, error);
    if (layout == NULL)
        return NULL;
    if (g_hash_table_size(stock->layouts) >= IK_LAYOUT_STOCK_ROOM)
        g_hash_table_remove_all(stock->layouts);
    g_hash_table_insert(stock->layouts, g_steal_pointer(&key), layout);
    return layout;
}

ik_text_layout *ik_layout_stock_get(ik_layout_stock *stock, const ik_label_text *text,
                                    GError **error)
{
    if (has_image(text) || text->size_px <= 0)
        return ik_text_layout_new(stock->context, stock->fonts, text, error);
    const ik_text_layout *layout = find(stock, text, error);
    return layout != NULL ? ik_text_layout_scaled(layout, text->size_px / SET_SIZE_PX) : NULL;
}
