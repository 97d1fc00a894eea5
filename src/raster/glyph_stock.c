/* glyph_stock.c — letters drawn once, with their halo, and laid many times.   [raster] */
#include "glyph_stock.h"

#include "pixmap.h"
#include "text_ink.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

typedef struct {
    PangoFont *font; /* a reference */
    PangoGlyph glyph;
    ik_glyph_form form;
    int phases[2];
    ik_glyph_cover cover;
    guint8 levels[]; /* those of the letters, then those of the halo */
} entry;

struct ik_glyph_stock {
    GHashTable *entries; /* set of entry, owned */
    gsize bytes;
    cairo_t *cairo; /* makes paths, draws nothing */
    ik_ink_pen pen;
};

static guint hash_entry(gconstpointer key)
{
    const entry *e = key;
    guint hash = g_direct_hash(e->font) ^ (guint)(e->form.scale * 4096);
    hash = hash * 31 + (guint)(e->form.halo * 4096);
    hash = hash * 31 + e->glyph;
    return hash * 64 + (guint)(e->phases[0] * IK_GLYPH_PHASES + e->phases[1]);
}

static gboolean entries_equal(gconstpointer a, gconstpointer b)
{
    const entry *x = a, *y = b;
    return x->font == y->font && x->glyph == y->glyph && x->phases[0] == y->phases[0] &&
           x->phases[1] == y->phases[1] && x->form.scale == y->form.scale &&
           x->form.halo == y->form.halo;
}

static void free_entry(gpointer data)
{
    g_object_unref(((entry *)data)->font);
    g_free(data);
}

ik_glyph_stock *ik_glyph_stock_new(void)
{
    ik_glyph_stock *stock = g_new0(ik_glyph_stock, 1);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    stock->entries = g_hash_table_new_full(hash_entry, entries_equal, free_entry, NULL);
    /* A failure stays in the context, which is asked after each glyph. */
    stock->cairo = cairo_create(surface);
    cairo_surface_destroy(surface);
    ik_ink_pen_init(&stock->pen, 1, 1);
    return stock;
}

void ik_glyph_stock_free(ik_glyph_stock *stock)
{
    if (stock == NULL)
        return;
    g_hash_table_unref(stock->entries);
    cairo_destroy(stock->cairo);
    ik_ink_pen_clear(&stock->pen);
    g_free(stock);
}

void ik_glyph_stock_trim(ik_glyph_stock *stock)
{
    if (stock->bytes <= IK_GLYPH_STOCK_BYTES)
        return;
    g_hash_table_remove_all(stock->entries);
    stock->bytes = 0;
}

/* The whole pixels that the outline and its halo may touch; false when there are none. */
static bool find_box(const cairo_path_t *path, double halo, ik_glyph_cover *cover)
{
    double left = HUGE_VAL, top = HUGE_VAL, right = -HUGE_VAL, bottom = -HUGE_VAL;
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        if (data->header.type == CAIRO_PATH_CLOSE_PATH)
            continue;
        left = MIN(left, data[1].point.x);
        right = MAX(right, data[1].point.x);
        top = MIN(top, data[1].point.y);
        bottom = MAX(bottom, data[1].point.y);
    }
    if (left >= right || top >= bottom)
        return false;
    cover->left = (int)floor(left - halo);
    cover->top = (int)floor(top - halo);
    cover->width = (int)ceil(right + halo) + 1 - cover->left;
    cover->height = (int)ceil(bottom + halo) + 1 - cover->top;
    return true;
}

typedef struct {
    guint8 *levels;
    int width;
} level_rows;

static void keep_run(const ik_cover_run *run, gpointer data)
{
    const level_rows *rows = data;
    memset(&rows->levels[(gsize)run->y * (gsize)rows->width + (gsize)run->x],
           (int)run->shares[0].level, (gsize)run->length);
}

/* Draws what `key` asks for; the caller's. */
static entry *draw(ik_glyph_stock *stock, const entry *key, const cairo_path_t *path)
{
    ik_glyph_cover cover = {0, 0, 0, 0, NULL, NULL};
    double halo = key->form.halo;
    gsize n = 0;
    if (find_box(path, halo, &cover))
        n = (gsize)cover.width * (gsize)cover.height;
    gsize size = sizeof(entry) + (halo > 0 ? 2 * n : n);
    entry *drawn = g_malloc0(size);
    *drawn = *key;
    drawn->cover = cover;
    drawn->cover.letters = drawn->levels;
    drawn->cover.halo = halo > 0 ? drawn->levels + n : NULL;
    g_object_ref(drawn->font);
    stock->bytes += size;
    if (n == 0)
        return drawn;
    ik_pixel_cover_resize(stock->pen.letters, cover.width, cover.height);
    ik_pixel_cover_resize(stock->pen.halo, cover.width, cover.height);
    ik_ink_pen_follow(&stock->pen, path, cover.left, cover.top, halo);
    level_rows letters = {drawn->levels, cover.width};
    level_rows halos = {drawn->levels + n, cover.width};
    ik_pixel_cover_sweep(stock->pen.letters, keep_run, &letters);
    if (halo > 0)
        ik_pixel_cover_sweep(stock->pen.halo, keep_run, &halos);
    return drawn;
}

/* The outline in pixels, its origin at the phases. */
static cairo_path_t *outline_of(const ik_glyph_stock *stock, const entry *key,
                                const PangoGlyphInfo *glyph)
{
    PangoGlyphInfo alone = *glyph;
    int cluster = 0;
    PangoGlyphString string = {.num_glyphs = 1, .glyphs = &alone, .log_clusters = &cluster};
    cairo_t *cairo = stock->cairo;
    alone.geometry.x_offset = alone.geometry.y_offset = 0;
    cairo_identity_matrix(cairo);
    cairo_translate(cairo, (double)key->phases[0] / IK_GLYPH_PHASES,
                    (double)key->phases[1] / IK_GLYPH_PHASES);
    cairo_scale(cairo, key->form.scale, key->form.scale);
    cairo_move_to(cairo, 0, 0);
    pango_cairo_glyph_string_path(cairo, key->font, &string);
    return ik_ink_take_path(cairo);
}

const ik_glyph_cover *ik_glyph_stock_get(ik_glyph_stock *stock, PangoFont *font,
                                         const PangoGlyphInfo *glyph, const ik_glyph_form *form,
                                         const int phases[2], GError **error)
{
    const entry key = {
        .font = font, .glyph = glyph->glyph, .form = *form, .phases = {phases[0], phases[1]}};
    entry *found = g_hash_table_lookup(stock->entries, &key);
    if (found != NULL)
        return &found->cover;
    cairo_path_t *path = outline_of(stock, &key, glyph);
    if (ik_cairo_check(stock->cairo, error)) {
        found = draw(stock, &key, path);
        g_hash_table_add(stock->entries, found);
    }
    cairo_path_destroy(path);
    return found != NULL ? &found->cover : NULL;
}
