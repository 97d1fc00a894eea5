/* text_engine.c — measuring and drawing labels with Pango.   [raster] */
#include "text_engine.h"

#include "text_pixmap.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define PROBE_SIZE_PX 100
#define HALVINGS      7

/* How far, in pixels, a halo may leave its true outline: no eye sees it. */
#define HALO_TOLERANCE 0.25

/* What is asked of a font once. */
typedef struct {
    PangoFontDescription *description;
    double cap_height; /* ems */
} font;

struct ik_text_engine {
    PangoFontMap *map;
    PangoContext *context;
    PangoLayout *layout;
    GHashTable *fonts; /* name, owned → font */
};

/* Where a laid out text lies, CSS pixels from the layout's corner. */
typedef struct {
    double origin_x, origin_y;
    ik_text_extent extent; /* from the origin */
} text_place;

static void free_font(gpointer data)
{
    font *f = data;
    pango_font_description_free(f->description);
    g_free(f);
}

ik_text_engine *ik_text_engine_new(void)
{
    ik_text_engine *engine = g_new0(ik_text_engine, 1);
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
    engine->layout = pango_layout_new(engine->context);
    engine->fonts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_font);
    cairo_font_options_destroy(options);
    return engine;
}

void ik_text_engine_free(ik_text_engine *engine)
{
    if (engine == NULL)
        return;
    g_hash_table_unref(engine->fonts);
    g_object_unref(engine->layout);
    g_object_unref(engine->context);
    g_object_unref(engine->map);
    g_free(engine);
}

/* ---- fonts ---- */

static bool is_installed(ik_text_engine *engine, const PangoFontDescription *wanted)
{
    PangoFont *loaded = pango_context_load_font(engine->context, wanted);
    if (loaded == NULL)
        return false;
    PangoFontDescription *got = pango_font_describe(loaded);
    bool is_same = g_strcmp0(pango_font_description_get_family(got),
                             pango_font_description_get_family(wanted)) == 0;
    pango_font_description_free(got);
    g_object_unref(loaded);
    return is_same;
}

static double measure_cap_height(ik_text_engine *engine, const PangoFontDescription *description)
{
    PangoRectangle ink;
    PangoLayout *probe = pango_layout_new(engine->context);
    pango_layout_set_font_description(probe, description);
    pango_layout_set_text(probe, "H", -1);
    pango_layout_get_extents(probe, &ink, NULL);
    g_object_unref(probe);
    return (double)ink.height / PANGO_SCALE / PROBE_SIZE_PX;
}

static font *find_font(ik_text_engine *engine, const char *name, GError **error)
{
    font *found = g_hash_table_lookup(engine->fonts, name);
    if (found != NULL)
        return found;
    PangoFontDescription *description = pango_font_description_from_string(name);
    pango_font_description_set_absolute_size(description, PROBE_SIZE_PX * PANGO_SCALE);
    if (!is_installed(engine, description)) {
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "font \"%s\" is not installed", name);
        pango_font_description_free(description);
        return NULL;
    }
    found = g_new(font, 1);
    found->description = description;
    found->cap_height = measure_cap_height(engine, description);
    g_hash_table_insert(engine->fonts, g_strdup(name), found);
    return found;
}

/* ---- laying out ---- */

/* Breaks a text that is too wide, then narrows it as far as the number of lines allows, so that
 * the lines become about equal.
 */
static void wrap(PangoLayout *layout, double max_width_px)
{
    int width = 0, most = (int)ceil(max_width_px * PANGO_SCALE);
    pango_layout_set_width(layout, -1);
    pango_layout_get_size(layout, &width, NULL);
    if (most <= 0 || width <= most)
        return;
    pango_layout_set_width(layout, most);
    int lines = pango_layout_get_line_count(layout);
    int fits = most, fails = width / (lines + 1);
    for (int i = 0; i < HALVINGS && fails < fits; i++) {
        int middle = fails + (fits - fails) / 2;
        pango_layout_set_width(layout, middle);
        pango_layout_get_size(layout, &width, NULL);
        if (pango_layout_get_line_count(layout) > lines || width > middle)
            fails = middle;
        else
            fits = middle;
    }
    pango_layout_set_width(layout, fits);
}

static PangoAttrList *make_attributes(const ik_text_style *style)
{
    PangoAttrList *attributes = pango_attr_list_new();
    double line_px = style->line_height * style->size_px;
    pango_attr_list_insert(attributes, pango_attr_letter_spacing_new((int)floor(
                                           style->letter_spacing * style->size_px * PANGO_SCALE)));
    pango_attr_list_insert(attributes,
                           pango_attr_line_height_new_absolute((int)floor(line_px * PANGO_SCALE)));
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    return attributes;
}

static double last_baseline(PangoLayout *layout)
{
    PangoLayoutIter *iter = pango_layout_get_iter(layout);
    while (pango_layout_iter_next_line(iter))
        ;
    int baseline = pango_layout_iter_get_baseline(iter);
    pango_layout_iter_free(iter);
    return (double)baseline / PANGO_SCALE;
}

/* Sets the engine's layout to the text and says where it lies. */
static bool lay_out(ik_text_engine *engine, const char *text, const ik_text_style *style,
                    text_place *place, GError **error)
{
    PangoLayout *layout = engine->layout;
    PangoRectangle ink, logical;
    font *f = find_font(engine, style->font, error);
    if (f == NULL)
        return false;
    pango_font_description_set_absolute_size(f->description, style->size_px * PANGO_SCALE);
    pango_layout_set_font_description(layout, f->description);
    pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    PangoAttrList *attributes = make_attributes(style);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(layout, text, -1);
    wrap(layout, style->max_width * style->size_px);

    pango_layout_get_extents(layout, &ink, &logical);
    double first = (double)pango_layout_get_baseline(layout) / PANGO_SCALE;
    double last = last_baseline(layout), cap = f->cap_height * style->size_px;
    double left = (double)MIN(ink.x, logical.x) / PANGO_SCALE;
    double right = (double)MAX(ink.x + ink.width, logical.x + logical.width) / PANGO_SCALE;
    place->origin_x = (logical.x + logical.width / 2.0) / PANGO_SCALE;
    place->origin_y = (first - cap + last) / 2;
    place->extent = (ik_text_extent){
        left - place->origin_x, MIN((double)ink.y / PANGO_SCALE, first - cap) - place->origin_y,
        right - place->origin_x,
        MAX((double)(ink.y + ink.height) / PANGO_SCALE, last) - place->origin_y};
    return true;
}

static bool measure(gpointer data, const char *text, const ik_text_style *style,
                    ik_text_extent *extent, GError **error)
{
    text_place place;
    if (!lay_out(data, text, style, &place, error))
        return false;
    *extent = place.extent;
    return true;
}

ik_text_metrics ik_text_engine_metrics(ik_text_engine *engine)
{
    return (ik_text_metrics){measure, engine};
}

/* ---- drawing ---- */

static void paint_text(cairo_t *cairo, PangoLayout *layout, const ik_label *label)
{
    pango_cairo_layout_path(cairo, layout);
    if (label->halo_px > 0 && label->halo_paint.a > 0) {
        ik_paint halo = label->halo_paint;
        cairo_set_source_rgba(cairo, halo.r, halo.g, halo.b, halo.a);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_width(cairo, 2 * label->halo_px);
        cairo_set_tolerance(cairo, HALO_TOLERANCE);
        cairo_stroke_preserve(cairo);
    }
    cairo_set_source_rgba(cairo, label->paint.r, label->paint.g, label->paint.b, label->paint.a);
    cairo_fill(cairo);
}

bool ik_text_engine_draw(ik_text_engine *engine, const ik_label *label, double pixel_ratio,
                         ik_pixmap *pixmap, GError **error)
{
    text_place place;
    if (!lay_out(engine, label->text, &label->style, &place, error))
        return false;
    const ik_text_extent *extent = &place.extent;
    double margin = label->halo_px + 1;
    int left = (int)ceil((margin - extent->left) * pixel_ratio);
    int top = (int)ceil((margin - extent->top) * pixel_ratio);
    int width = left + (int)ceil((margin + extent->right) * pixel_ratio);
    int height = top + (int)ceil((margin + extent->bottom) * pixel_ratio);
    cairo_surface_t *surface = ik_surface_new(width, height, error);
    if (surface == NULL)
        return false;
    cairo_t *cairo = cairo_create(surface);
    cairo_translate(cairo, left, top);
    cairo_scale(cairo, pixel_ratio, pixel_ratio);
    cairo_translate(cairo, -place.origin_x, -place.origin_y);
    paint_text(cairo, engine->layout, label);
    bool is_drawn = ik_cairo_check(cairo, error);
    if (is_drawn)
        ik_pixmap_from_surface(pixmap, surface, left, top);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return is_drawn;
}
