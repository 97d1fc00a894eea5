/* text_engine.c — measuring labels with Pango.   [raster] */
#include "text_engine.h"

#include "text_engine_stock.h"

ik_text_engine *ik_text_engine_new(void)
{
    ik_text_engine *engine = g_new(ik_text_engine, 1);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    engine->map = pango_cairo_font_map_new();
    engine->context = pango_font_map_create_context(engine->map);
    pango_cairo_context_set_font_options(engine->context, options);
    pango_cairo_context_set_resolution(engine->context, 72);
    pango_context_set_round_glyph_positions(engine->context, FALSE);
    pango_context_set_language(engine->context, pango_language_from_string("de"));
    engine->fonts = ik_font_stock_new(engine->context);
    engine->layouts = ik_layout_stock_new(engine->context, engine->fonts);
    engine->glyphs = ik_glyph_stock_new();
    cairo_font_options_destroy(options);
    return engine;
}

void ik_text_engine_free(ik_text_engine *engine)
{
    if (engine == NULL)
        return;
    ik_glyph_stock_free(engine->glyphs);
    ik_layout_stock_free(engine->layouts);
    ik_font_stock_free(engine->fonts);
    g_object_unref(engine->context);
    g_object_unref(engine->map);
    g_free(engine);
}

guint ik_text_engine_n_warnings(const ik_text_engine *engine)
{
    return ik_font_stock_n_warnings(engine->fonts);
}

const char *ik_text_engine_warning(const ik_text_engine *engine, guint index)
{
    return ik_font_stock_warning(engine->fonts, index);
}

static void list_clusters(const ik_text_layout *layout, GArray *clusters)
{
    for (guint i = 0; i < layout->clusters->len; i++) {
        const ik_layout_cluster *c = &g_array_index(layout->clusters, ik_layout_cluster, i);
        double half = c->width / 2;
        ik_text_cluster cluster = {c->left + half,
                                   c->width,
                                   {c->ink.left - half, c->ink.top + c->baseline,
                                    c->ink.right - half, c->ink.bottom + c->baseline}};
        g_array_append_val(clusters, cluster);
    }
}

static bool shape(gpointer data, const ik_label_text *text, ik_text_shape *shape, GArray *clusters,
                  GError **error)
{
    const ik_text_engine *engine = data;
    g_autoptr(ik_text_layout) layout = ik_layout_stock_get(engine->layouts, text, error);
    if (layout == NULL)
        return false;
    *shape = layout->shape;
    if (clusters != NULL)
        list_clusters(layout, clusters);
    return true;
}

ik_text_metrics ik_text_engine_metrics(ik_text_engine *engine)
{
    return (ik_text_metrics){shape, engine};
}
