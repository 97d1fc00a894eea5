/* sheet.c — a page to draw charts and maps on: SVG, PDF or PNG, with text.   [raster] */
#include "sheet.h"

#include "pixmap.h"
#include "png_encoder.h"
#include "svg_compact.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <ideenkarte/error.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define PNG_SCALE   2.0
#define POINTS      0.75 /* a unit in a PDF */
#define LINE_HEIGHT 1.3
#define HALO_WIDTH  3.0

struct ik_sheet {
    PangoFontMap *map;
    PangoContext *context;
    PangoLayout *layout;
    ik_sheet_format format;
    double png_scale;
    GByteArray *bytes; /* what Cairo has written */
    cairo_surface_t *surface;
    cairo_t *cairo;
};

/* --- text -------------------------------------------------------------------------------------- */

static PangoContext *make_context(PangoFontMap *map)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    PangoContext *context = pango_font_map_create_context(map);
    pango_cairo_context_set_font_options(context, options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("de"));
    cairo_font_options_destroy(options);
    return context;
}

static PangoFontDescription *describe_font(const ik_sheet_text *style)
{
    PangoFontDescription *font = pango_font_description_from_string("Noto Sans");
    pango_font_description_set_weight(font,
                                      style->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
    return font;
}

static bool is_font_there(const ik_sheet *sheet)
{
    const ik_sheet_text style = {.size = 10};
    PangoFontDescription *wanted = describe_font(&style);
    PangoFont *loaded = pango_context_load_font(sheet->context, wanted);
    PangoFontDescription *got = loaded == NULL ? NULL : pango_font_describe(loaded);
    const bool is_there =
        got != NULL && g_strcmp0(pango_font_description_get_family(got), "Noto Sans") == 0;
    pango_font_description_free(wanted);
    pango_font_description_free(got);
    g_clear_object(&loaded);
    return is_there;
}

ik_sheet *ik_sheet_new(GError **error)
{
    g_autoptr(ik_sheet) sheet = g_new0(ik_sheet, 1);
    sheet->png_scale = PNG_SCALE;
    sheet->map = pango_cairo_font_map_new();
    sheet->context = make_context(sheet->map);
    sheet->layout = pango_layout_new(sheet->context);
    sheet->bytes = g_byte_array_new();
    if (is_font_there(sheet))
        return g_steal_pointer(&sheet);
    g_set_error_literal(error, IK_ERROR, IK_ERROR_NOT_FOUND, "font \"Noto Sans\" is not installed");
    return NULL;
}

void ik_sheet_free(ik_sheet *sheet)
{
    if (sheet == NULL)
        return;
    if (sheet->cairo != NULL)
        cairo_destroy(sheet->cairo);
    if (sheet->surface != NULL)
        cairo_surface_destroy(sheet->surface);
    g_byte_array_unref(sheet->bytes);
    g_object_unref(sheet->layout);
    g_object_unref(sheet->context);
    g_object_unref(sheet->map);
    g_free(sheet);
}

static void lay_out(ik_sheet *sheet, const ik_sheet_text *style, const char *text)
{
    PangoFontDescription *font = describe_font(style);
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_line_height_new(LINE_HEIGHT / 1.362));
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_font_description(sheet->layout, font);
    pango_layout_set_attributes(sheet->layout, attributes);
    pango_layout_set_width(sheet->layout,
                           style->width > 0 ? (int)floor(style->width * PANGO_SCALE) : -1);
    pango_layout_set_alignment(sheet->layout, style->align <= 0  ? PANGO_ALIGN_LEFT
                                              : style->align < 1 ? PANGO_ALIGN_CENTER
                                                                 : PANGO_ALIGN_RIGHT);
    pango_layout_set_text(sheet->layout, text, -1);
    pango_attr_list_unref(attributes);
    pango_font_description_free(font);
}

void ik_sheet_measure(ik_sheet *sheet, const ik_sheet_text *style, const char *text, double *width,
                      double *height)
{
    PangoRectangle logical;
    lay_out(sheet, style, text);
    pango_layout_get_extents(sheet->layout, NULL, &logical);
    if (width != NULL)
        *width = (double)logical.width / PANGO_SCALE;
    if (height != NULL)
        *height = (double)logical.height / PANGO_SCALE;
}

void ik_sheet_set_ink(ik_sheet *sheet, ik_ink ink)
{
    static const guint32 colours[] = {[IK_INK_TEXT] = 0x1b2830,
                                      [IK_INK_QUIET] = 0x4c5c67,
                                      [IK_INK_LINE] = 0xb4bfc6,
                                      [IK_INK_ACCENT] = 0x0b5d7a,
                                      [IK_INK_PAPER] = 0xffffff};
    const guint32 rgb = colours[ink];
    cairo_set_source_rgb(sheet->cairo, (rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0,
                         (rgb & 255) / 255.0);
}

double ik_sheet_draw_text(ik_sheet *sheet, const ik_sheet_text *style, const char *text, double x,
                          double y)
{
    double width, height;
    ik_sheet_measure(sheet, style, text, &width, &height);
    const double box = style->width > 0 ? style->width : width;
    cairo_move_to(sheet->cairo, x - style->align * box, y);
    if (style->has_halo) {
        pango_cairo_layout_path(sheet->cairo, sheet->layout);
        ik_sheet_set_ink(sheet, IK_INK_PAPER);
        cairo_set_line_join(sheet->cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_width(sheet->cairo, HALO_WIDTH);
        cairo_stroke(sheet->cairo);
        cairo_move_to(sheet->cairo, x - style->align * box, y);
    }
    ik_sheet_set_ink(sheet, style->ink);
    pango_cairo_show_layout(sheet->cairo, sheet->layout);
    return height;
}

/* --- the surface ------------------------------------------------------------------------------- */

static cairo_status_t take_bytes(void *data, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(data, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *make_surface(ik_sheet *sheet, double width, double height, GError **error)
{
    switch (sheet->format) {
    case IK_SHEET_SVG: {
        cairo_surface_t *svg =
            cairo_svg_surface_create_for_stream(take_bytes, sheet->bytes, width, height);
        cairo_svg_surface_set_document_unit(svg, CAIRO_SVG_UNIT_PX);
        return svg;
    }
    case IK_SHEET_PDF:
        return cairo_pdf_surface_create_for_stream(take_bytes, sheet->bytes, width * POINTS,
                                                   height * POINTS);
    case IK_SHEET_PNG: break;
    }
    return ik_surface_new((int)ceil(width * sheet->png_scale), (int)ceil(height * sheet->png_scale),
                          error);
}

void ik_sheet_set_png_scale(ik_sheet *sheet, double scale)
{
    sheet->png_scale = scale;
}

bool ik_sheet_open(ik_sheet *sheet, ik_sheet_format format, double width, double height,
                   GError **error)
{
    g_assert(sheet->surface == NULL);
    sheet->format = format;
    sheet->surface = make_surface(sheet, width, height, error);
    if (sheet->surface == NULL)
        return false;
    sheet->cairo = cairo_create(sheet->surface);
    if (format != IK_SHEET_SVG) {
        const double scale = format == IK_SHEET_PDF ? POINTS : sheet->png_scale;
        cairo_scale(sheet->cairo, scale, scale);
    }
    ik_sheet_set_ink(sheet, IK_INK_PAPER);
    cairo_paint(sheet->cairo);
    return ik_cairo_check(sheet->cairo, error);
}

cairo_t *ik_sheet_cairo(ik_sheet *sheet)
{
    return sheet->cairo;
}

/* --- the file ---------------------------------------------------------------------------------- */

/* Cairo numbers surfaces through the whole process: `id="surface17"` would depend on what was drawn before. They get
 * the numbers of their order in the file.
 */
static gboolean number_surface(const GMatchInfo *match, GString *out, gpointer numbers)
{
    g_autofree char *mark = g_match_info_fetch(match, 1), *name = g_match_info_fetch(match, 2);
    if (!g_hash_table_contains(numbers, name))
        g_hash_table_insert(numbers, g_strdup(name), GUINT_TO_POINTER(g_hash_table_size(numbers)));
    g_string_append_printf(out, "%spart%u", mark,
                           GPOINTER_TO_UINT(g_hash_table_lookup(numbers, name)));
    return FALSE;
}

static void number_surfaces(GString *svg)
{
    g_autoptr(GRegex) names =
        g_regex_new("(id=\"|\"#|url\\(#)((?:surface|image)[0-9]+)", G_REGEX_OPTIMIZE, 0, NULL);
    g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *numbered = g_regex_replace_eval(names, svg->str, (gssize)svg->len, 0, 0,
                                                     number_surface, numbers, NULL);
    g_string_assign(svg, numbered);
}

static void append_element(GString *out, const char *name, const char *text)
{
    g_autofree char *escaped = g_markup_escape_text(text, -1);
    g_string_append_printf(out, "<%s>%s</%s>\n", name, escaped, name);
}

static GBytes *finish_svg(ik_sheet *sheet, const char *title, const char *description)
{
    GString *svg = g_string_new_len((const char *)sheet->bytes->data, sheet->bytes->len);
    g_autoptr(GString) words = g_string_new("\n");
    append_element(words, "title", title);
    append_element(words, "desc", description);
    number_surfaces(svg);
    ik_svg_compact(svg);
    char *tag = strstr(svg->str, "<svg ");
    g_assert(tag != NULL);
    const char *end = strchr(tag, '>');
    g_string_insert(svg, end + 1 - svg->str, words->str);
    g_string_insert(svg, tag + 5 - svg->str, "role=\"img\" ");
    return g_string_free_to_bytes(svg);
}

static GBytes *finish_png(const ik_sheet *sheet, GError **error)
{
    g_autoptr(ik_png_encoder) encoder = ik_png_encoder_new();
    cairo_surface_flush(sheet->surface);
    const int width = cairo_image_surface_get_width(sheet->surface);
    const int height = cairo_image_surface_get_height(sheet->surface);
    const uint32_t *pixels =
        (const uint32_t *)(gconstpointer)cairo_image_surface_get_data(sheet->surface);
    return ik_png_encode(encoder, pixels, (guint)width, (guint)height, error);
}

/* A PDF says when it was made: never, as far as this one knows. */
static void describe_pdf(ik_sheet *sheet, const char *title, const char *description)
{
    cairo_pdf_surface_set_metadata(sheet->surface, CAIRO_PDF_METADATA_TITLE, title);
    cairo_pdf_surface_set_metadata(sheet->surface, CAIRO_PDF_METADATA_SUBJECT, description);
    cairo_pdf_surface_set_metadata(sheet->surface, CAIRO_PDF_METADATA_CREATOR, "ideenkarte");
    cairo_pdf_surface_set_metadata(sheet->surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
}

GBytes *ik_sheet_finish(ik_sheet *sheet, const char *title, const char *description, GError **error)
{
    if (sheet->format == IK_SHEET_PDF)
        describe_pdf(sheet, title, description);
    if (!ik_cairo_check(sheet->cairo, error))
        return NULL;
    if (sheet->format == IK_SHEET_PNG)
        return finish_png(sheet, error);
    cairo_surface_finish(sheet->surface);
    if (sheet->format == IK_SHEET_SVG)
        return finish_svg(sheet, title, description);
    return g_bytes_new(sheet->bytes->data, sheet->bytes->len);
}
