/* label_ink.c — a plain label from letters that were drawn before.   [raster] */
#include "label_ink.h"

#include <math.h>

typedef struct {
    const ik_glyph_cover *cover;
    int x, y; /* pixels from the label's origin */
} placed_glyph;

typedef struct {
    ik_glyph_stock *stock;
    const ik_label *label;
    const ik_text_layout *layout;
    const ik_label_frame *frame;
    ik_glyph_form form;
    GArray *glyphs; /* placed_glyph */
} inking;

/* Levels of both, side by side in a pixel. */
typedef struct {
    int left, top, width, height; /* pixels, from the label's origin */
    guint8 *letters, *halo;
} level_picture;

bool ik_label_is_plain(const ik_label *label)
{
    for (guint i = 0; i < label->text.n_sections; i++)
        if (label->text.sections[i].image != NULL)
            return false;
    return label->icon == NULL && label->section_paints == NULL && label->halo_blur_px <= 0 &&
           label->angle == 0 && label->places == NULL;
}

/* ---- places ---- */

static int rounded(double x)
{
    return (int)floor(x + 0.5);
}

/* Whole pixels and the rest in eighths. */
static int parted(int eighths, int *phase)
{
    *phase = (int)((guint)eighths % IK_GLYPH_PHASES);
    return (eighths - *phase) / IK_GLYPH_PHASES;
}

static bool place_cluster(const inking *at, const ik_layout_cluster *cluster, GError **error)
{
    const double ratio = at->frame->pixel_ratio, unit = at->form.scale / PANGO_SCALE;
    double x = (at->label->offset_px[0] + cluster->left) * ratio;
    int baseline = rounded((at->label->offset_px[1] + cluster->baseline) * ratio);
    for (int i = 0; i < cluster->n_glyphs; i++) {
        const PangoGlyphInfo *glyph = &cluster->glyphs[i];
        int phases[2];
        placed_glyph placed;
        placed.x =
            parted(rounded((x + glyph->geometry.x_offset * unit) * IK_GLYPH_PHASES), &phases[0]);
        placed.y = baseline +
                   parted(rounded(glyph->geometry.y_offset * unit * IK_GLYPH_PHASES), &phases[1]);
        placed.cover =
            ik_glyph_stock_get(at->stock, cluster->font, glyph, &at->form, phases, error);
        if (placed.cover == NULL)
            return false;
        if (placed.cover->width > 0)
            g_array_append_val(at->glyphs, placed);
        x += glyph->geometry.width * unit;
    }
    return true;
}

static bool place_glyphs(const inking *at, GError **error)
{
    for (guint i = 0; i < at->layout->clusters->len; i++) {
        const ik_layout_cluster *cluster =
            &g_array_index(at->layout->clusters, ik_layout_cluster, i);
        if (cluster->font != NULL && !place_cluster(at, cluster, error))
            return false;
    }
    return true;
}

/* ---- levels ---- */

/* The box of all glyphs within the frame; false when it is empty. */
static bool find_box(const inking *at, level_picture *picture)
{
    const ik_label_frame *frame = at->frame;
    int left = G_MAXINT, top = G_MAXINT, right = G_MININT, bottom = G_MININT;
    for (guint i = 0; i < at->glyphs->len; i++) {
        const placed_glyph *g = &g_array_index(at->glyphs, placed_glyph, i);
        left = MIN(left, g->x + g->cover->left);
        top = MIN(top, g->y + g->cover->top);
        right = MAX(right, g->x + g->cover->left + g->cover->width);
        bottom = MAX(bottom, g->y + g->cover->top + g->cover->height);
    }
    picture->left = MAX(left, -frame->left);
    picture->top = MAX(top, -frame->top);
    right = MIN(right, frame->width - frame->left);
    bottom = MIN(bottom, frame->height - frame->top);
    if (picture->left >= right || picture->top >= bottom)
        return false;
    picture->width = right - picture->left;
    picture->height = bottom - picture->top;
    return true;
}

static void add_levels(guint8 *to, const guint8 *from, int n)
{
    for (int i = 0; i < n; i++)
        to[i] = (guint8)MIN(to[i] + from[i], (int)IK_COVER_FULL);
}

static void add_glyph(const level_picture *picture, const placed_glyph *glyph)
{
    const ik_glyph_cover *cover = glyph->cover;
    int left = glyph->x + cover->left - picture->left, top = glyph->y + cover->top - picture->top;
    int first = MAX(-left, 0), n = MIN(cover->width, picture->width - left) - first;
    int end = MIN(cover->height, picture->height - top);
    for (int row = MAX(-top, 0); row < end; row++) {
        gsize from = (gsize)row * (gsize)cover->width + (gsize)first;
        gsize to = (gsize)(top + row) * (gsize)picture->width + (gsize)(left + first);
        add_levels(&picture->letters[to], &cover->letters[from], n);
        if (cover->halo != NULL)
            add_levels(&picture->halo[to], &cover->halo[from], n);
    }
}

/* ---- pixels ---- */

typedef struct {
    uint32_t of[IK_COVER_FULL + 1]
               [IK_COVER_FULL + 1]; /* by level of the halo, then of the letters */
} ink_table;

static void fill_table(ink_table *table, const ik_label *label)
{
    uint32_t letters = ik_paint_pixel(label->paint), halo = ik_paint_pixel(label->halo_paint);
    for (guint h = 0; h <= IK_COVER_FULL; h++) {
        uint32_t under = h > 0 ? ik_pixel_mix(0, halo, h) : 0;
        for (guint l = 0; l <= IK_COVER_FULL; l++)
            table->of[h][l] = l > 0 ? ik_pixel_mix(under, letters, l) : under;
    }
}

static void draw_picture(const inking *at, const level_picture *picture, ik_pixmap *pixmap)
{
    gsize n = (gsize)picture->width * (gsize)picture->height;
    g_autofree uint32_t *pixels = g_new(uint32_t, n);
    const ik_pixel_area area = {pixels, picture->width, picture->height, picture->width};
    ink_table table;
    fill_table(&table, at->label);
    for (guint i = 0; i < at->glyphs->len; i++)
        add_glyph(picture, &g_array_index(at->glyphs, placed_glyph, i));
    for (gsize i = 0; i < n; i++)
        pixels[i] = table.of[picture->halo[i]][picture->letters[i]];
    ik_pixmap_from_area(pixmap, &area, -picture->left, -picture->top);
}

bool ik_label_ink_draw(ik_glyph_stock *stock, const ik_label *label, const ik_text_layout *layout,
                       const ik_label_frame *frame, ik_pixmap *pixmap, GError **error)
{
    g_autoptr(GArray) glyphs = g_array_new(FALSE, FALSE, sizeof(placed_glyph));
    const bool has_halo = label->halo_px > 0 && ik_paint_pixel(label->halo_paint) != 0;
    const inking at = {stock,
                       label,
                       layout,
                       frame,
                       {.scale = layout->scale * frame->pixel_ratio,
                        .halo = has_halo ? label->halo_px * frame->pixel_ratio : 0},
                       glyphs};
    level_picture picture;
    *pixmap = (ik_pixmap){0};
    ik_glyph_stock_trim(stock);
    if (!place_glyphs(&at, error))
        return false;
    if (!find_box(&at, &picture))
        return true;
    gsize n = (gsize)picture.width * (gsize)picture.height;
    g_autofree guint8 *levels = g_malloc0(2 * n);
    picture.letters = levels;
    picture.halo = levels + n;
    draw_picture(&at, &picture, pixmap);
    return true;
}
