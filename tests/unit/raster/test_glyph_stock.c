/* test_glyph_stock.c — letters drawn once; needs the font Noto Sans (Debian: fonts-noto-core).   [tests]
 *
 * What a glyph and its halo cover is held against Cairo's own fill and stroke of the same outline.
 */
#include "test_support.h"

#include "pixmap.h"
#include "text_engine_stock.h"

#include <math.h>

#define SIDE     64
#define ORIGIN_X 20
#define ORIGIN_Y 40

/* A letter of Noto Sans; the layout is the caller's. */
static const ik_layout_cluster *letter(ik_text_engine *engine, const char *written,
                                       ik_text_layout **layout)
{
    GError *error = NULL;
    const ik_text_part part = {.text = written, .scale = 1, .align = 1};
    const ik_label_text text = {.sections = &part,
                                .n_sections = 1,
                                .font = "Noto Sans Regular",
                                .size_px = 20,
                                .line_height = 1.2};
    *layout = ik_layout_stock_get(engine->layouts, &text, &error);
    ik_assert_no_error(error);
    return &g_array_index((*layout)->clusters, ik_layout_cluster, 0);
}

/* By Cairo, its best antialiasing, parts of 255. */
static void draw_peer(guint8 pixels[SIDE][SIDE], const ik_layout_cluster *cluster,
                      const ik_glyph_form *form, const int phases[2], bool has_halo)
{
    PangoGlyphString string = {.num_glyphs = cluster->n_glyphs, .glyphs = cluster->glyphs};
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data(&pixels[0][0], CAIRO_FORMAT_A8, SIDE, SIDE, SIDE);
    cairo_t *cairo = cairo_create(surface);
    memset(pixels, 0, (gsize)SIDE * SIDE);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_BEST);
    cairo_set_tolerance(cairo, 0.02);
    cairo_translate(cairo, ORIGIN_X + phases[0] / 8.0, ORIGIN_Y + phases[1] / 8.0);
    cairo_scale(cairo, form->scale, form->scale);
    cairo_move_to(cairo, 0, 0);
    pango_cairo_glyph_string_path(cairo, cluster->font, &string);
    cairo_identity_matrix(cairo);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width(cairo, 2 * form->halo);
    if (has_halo)
        cairo_stroke_preserve(cairo);
    cairo_fill(cairo);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

static guint level_at(const ik_glyph_cover *cover, const guint8 *levels, int x, int y)
{
    x -= ORIGIN_X + cover->left;
    y -= ORIGIN_Y + cover->top;
    return x >= 0 && y >= 0 && x < cover->width && y < cover->height ? levels[y * cover->width + x]
                                                                     : 0;
}

/* Half a level that is rounded off, and a tenth of a pixel that an outline may leave its curve. */
#define NEAR (0.5 / IK_COVER_FULL + 0.1)

/* How many pixels are covered more than the peer says; none is less. */
static guint more_than(const ik_glyph_cover *cover, const guint8 *levels, guint8 peer[SIDE][SIDE])
{
    guint n = 0;
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            double found = level_at(cover, levels, x, y) / (double)IK_COVER_FULL;
            assert_true(found > peer[y][x] / 255.0 - NEAR);
            n += found > peer[y][x] / 255.0 + NEAR;
        }
    return n;
}

static void a_glyph_and_its_halo_cover_what_cairo_says(void **state)
{
    static const char *const LETTERS[] = {"H", "ß", "g", "Ö", "@"};
    static const int PHASES[][2] = {{0, 0}, {3, 0}, {7, 5}};
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    guint8 peer[SIDE][SIDE];
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(LETTERS); i++)
        for (gsize p = 0; p < G_N_ELEMENTS(PHASES); p++) {
            GError *error = NULL;
            g_autoptr(ik_text_layout) layout = NULL;
            const ik_layout_cluster *cluster = letter(engine, LETTERS[i], &layout);
            const ik_glyph_form form = {layout->scale, 1.5};
            const ik_glyph_cover *cover = ik_glyph_stock_get(
                engine->glyphs, cluster->font, &cluster->glyphs[0], &form, PHASES[p], &error);
            ik_assert_no_error(error);
            draw_peer(peer, cluster, &form, PHASES[p], false);
            assert_int_equal(more_than(cover, cover->letters, peer), 0);
            draw_peer(peer, cluster, &form, PHASES[p], true);
            /* Where halos of two sides meet within a pixel, their parts are added up. */
            assert_in_range(more_than(cover, cover->halo, peer), 0, 8);
        }
}

static void a_glyph_is_drawn_once(void **state)
{
    static const int PHASES[] = {1, 0};
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    g_autoptr(ik_text_layout) layout = NULL;
    const ik_layout_cluster *cluster = letter(engine, "a", &layout);
    const ik_glyph_form form = {layout->scale, 1}, other = {layout->scale, 2};
    (void)state;
    const ik_glyph_cover *first =
        ik_glyph_stock_get(engine->glyphs, cluster->font, &cluster->glyphs[0], &form, PHASES, NULL);
    const ik_glyph_cover *second = ik_glyph_stock_get(engine->glyphs, cluster->font,
                                                      &cluster->glyphs[0], &other, PHASES, NULL);
    assert_ptr_not_equal(first, second);
    assert_true(second->width > first->width);
    assert_ptr_equal(first, ik_glyph_stock_get(engine->glyphs, cluster->font, &cluster->glyphs[0],
                                               &form, PHASES, NULL));
}

static void a_space_covers_nothing(void **state)
{
    static const int PHASES[] = {0, 0};
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    g_autoptr(ik_text_layout) layout = NULL;
    const ik_layout_cluster *cluster = letter(engine, "a b", &layout);
    const ik_glyph_form form = {layout->scale, 1};
    (void)state;
    const ik_glyph_cover *cover = ik_glyph_stock_get(engine->glyphs, cluster->font,
                                                     &cluster[1].glyphs[0], &form, PHASES, NULL);
    assert_int_equal(cover->width, 0);
}

/* Sizes that never come again: 400 pixels a letter make some 100 kB each. */
static void a_stock_that_is_full_begins_anew(void **state)
{
    static const int PHASES[] = {0, 0};
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    g_autoptr(ik_text_layout) layout = NULL;
    const ik_layout_cluster *cluster = letter(engine, "M", &layout);
    const ik_glyph_form form = {5, 0};
    (void)state;
    const ik_glyph_cover *first =
        ik_glyph_stock_get(engine->glyphs, cluster->font, &cluster->glyphs[0], &form, PHASES, NULL);
    gsize n = (gsize)first->width * (gsize)first->height;
    g_autofree guint8 *levels = g_memdup2(first->letters, n);
    for (gsize bytes = 0; bytes <= IK_GLYPH_STOCK_BYTES; bytes += n) {
        const ik_glyph_form more = {5 + (double)bytes / 1e9, 0};
        assert_non_null(ik_glyph_stock_get(engine->glyphs, cluster->font, &cluster->glyphs[0],
                                           &more, PHASES, NULL));
    }
    ik_glyph_stock_trim(engine->glyphs);
    const ik_glyph_cover *again =
        ik_glyph_stock_get(engine->glyphs, cluster->font, &cluster->glyphs[0], &form, PHASES, NULL);
    assert_int_equal((gsize)again->width * (gsize)again->height, n);
    assert_memory_equal(again->letters, levels, n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_glyph_and_its_halo_cover_what_cairo_says),
        cmocka_unit_test(a_glyph_is_drawn_once),
        cmocka_unit_test(a_space_covers_nothing),
        cmocka_unit_test(a_stock_that_is_full_begins_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
