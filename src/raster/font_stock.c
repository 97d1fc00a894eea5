/* font_stock.c — the fonts that a style names.   [raster] */
#include "font_stock.h"

#include "printable.h"

#include <hb.h>
#include <ideenkarte/error.h>
#include <math.h>

#define DEFAULT_FAMILY "Noto Sans"
#define OTHER_FAMILIES ",Noto Sans,Noto Sans Arabic"
#define PROBE_SIZE     24 /* pixels */

struct ik_font_stock {
    PangoContext *context;
    GHashTable *fonts;   /* name, owned → ik_font, owned */
    GPtrArray *warnings; /* owned */
};

static void free_font(gpointer data)
{
    ik_font *font = data;
    pango_font_description_free(font->description);
    g_free(font);
}

ik_font_stock *ik_font_stock_new(PangoContext *context)
{
    ik_font_stock *stock = g_new(ik_font_stock, 1);
    stock->context = context;
    stock->fonts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_font);
    stock->warnings = g_ptr_array_new_with_free_func(g_free);
    return stock;
}

void ik_font_stock_free(ik_font_stock *stock)
{
    if (stock == NULL)
        return;
    g_hash_table_unref(stock->fonts);
    g_ptr_array_unref(stock->warnings);
    g_free(stock);
}

guint ik_font_stock_n_warnings(const ik_font_stock *stock)
{
    return stock->warnings->len;
}

const char *ik_font_stock_warning(const ik_font_stock *stock, guint index)
{
    return g_ptr_array_index(stock->warnings, index);
}

static bool same_family(const PangoFontDescription *a, const PangoFontDescription *b)
{
    const char *x = pango_font_description_get_family(a);
    const char *y = pango_font_description_get_family(b);
    return x != NULL && y != NULL && g_ascii_strcasecmp(x, y) == 0;
}

/* Pango answers with some font for any name: whether it is the one that was meant, its family
 * tells. `ascender` takes ems.
 */
static bool is_installed(ik_font_stock *stock, const PangoFontDescription *wanted, double *ascender)
{
    PangoFont *loaded = pango_context_load_font(stock->context, wanted);
    hb_font_extents_t extents = {0};
    if (loaded == NULL)
        return false;
    PangoFontDescription *got = pango_font_describe(loaded);
    bool is_same = same_family(got, wanted);
    hb_font_t *unscaled = hb_font_create(hb_font_get_face(pango_font_get_hb_font(loaded)));
    int x_scale = 0, y_scale = 0;
    hb_font_get_scale(unscaled, &x_scale, &y_scale);
    if (hb_font_get_h_extents(unscaled, &extents) && y_scale > 0)
        *ascender = ceil((double)extents.ascender * PROBE_SIZE / y_scale) / PROBE_SIZE;
    hb_font_destroy(unscaled);
    pango_font_description_free(got);
    g_object_unref(loaded);
    return is_same;
}

/* The description of one name, its size that of a probe; the caller's. */
static PangoFontDescription *describe(const char *name)
{
    g_autofree char *valid = g_utf8_make_valid(name, -1);
    PangoFontDescription *description = pango_font_description_from_string(g_strstrip(valid));
    pango_font_description_set_absolute_size(description, PROBE_SIZE * PANGO_SCALE);
    return description;
}

static void warn(ik_font_stock *stock, const char *name, const PangoFontDescription *used)
{
    g_autofree char *shown = ik_printable(name);
    PangoFontDescription *without_size = pango_font_description_copy(used);
    pango_font_description_unset_fields(without_size, PANGO_FONT_MASK_SIZE);
    g_autofree char *instead = pango_font_description_to_string(without_size);
    pango_font_description_free(without_size);
    g_ptr_array_add(
        stock->warnings,
        g_strdup_printf("font \"%s\" is not installed, \"%s\" is used instead", shown, instead));
}

/* The first of the names that is installed, else the first with another family; the caller's,
 * NULL when that is not there either.
 */
static PangoFontDescription *choose(ik_font_stock *stock, const char *name, double *ascender)
{
    g_auto(GStrv) names = g_strsplit(name, ",", -1);
    for (guint i = 0; names[i] != NULL; i++) {
        PangoFontDescription *description = describe(names[i]);
        if (is_installed(stock, description, ascender))
            return description;
        pango_font_description_free(description);
    }
    PangoFontDescription *instead = describe(names[0] != NULL ? names[0] : "");
    pango_font_description_set_family(instead, DEFAULT_FAMILY);
    if (is_installed(stock, instead, ascender)) {
        warn(stock, name, instead);
        return instead;
    }
    pango_font_description_free(instead);
    return NULL;
}

static void add_other_families(PangoFontDescription *description)
{
    g_autofree char *families =
        g_strconcat(pango_font_description_get_family(description), OTHER_FAMILIES, NULL);
    pango_font_description_set_family(description, families);
    pango_font_description_unset_fields(description, PANGO_FONT_MASK_SIZE);
}

const ik_font *ik_font_stock_find(ik_font_stock *stock, const char *name, GError **error)
{
    ik_font *font = g_hash_table_lookup(stock->fonts, name);
    double ascender = 1;
    if (font != NULL)
        return font;
    PangoFontDescription *description = choose(stock, name, &ascender);
    if (description == NULL) {
        g_autofree char *shown = ik_printable(name);
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND,
                    "neither font \"%s\" nor \"" DEFAULT_FAMILY "\" is installed", shown);
        return NULL;
    }
    add_other_families(description);
    font = g_new(ik_font, 1);
    *font = (ik_font){description, ascender};
    g_hash_table_insert(stock->fonts, g_strdup(name), font);
    return font;
}
