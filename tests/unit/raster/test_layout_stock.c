/* test_layout_stock.c — texts that were set once; needs the font Noto Sans (Debian: fonts-noto-core).   [tests]
 *
 * What comes out of the stock is held against the same text set by itself. Pango counts in 1024ths of a pixel.
 */
#include "test_support.h"

#include "text_engine_stock.h"

#include <string.h>

#define NEAR_PX (2.0 / 1024)

static const ik_text_part PARTS[] = {{.text = "Mülheim an der Ruhr", .scale = 1, .align = 1},
                                     {.text = " (Stadt)", .scale = 0.8, .align = 0.5}};
static const ik_label_text PLAIN = {.sections = PARTS,
                                    .n_sections = 1,
                                    .font = "Noto Sans Regular",
                                    .size_px = 13,
                                    .max_width = 8,
                                    .line_height = 1.1,
                                    .justify = 0.5};

static void assert_same_extent(const ik_text_extent *a, const ik_text_extent *b, double near)
{
    ik_assert_near(a->left, b->left, near);
    ik_assert_near(a->top, b->top, near);
    ik_assert_near(a->right, b->right, near);
    ik_assert_near(a->bottom, b->bottom, near);
}

static void assert_same_cluster(const ik_layout_cluster *a, const ik_layout_cluster *b, double near)
{
    ik_assert_near(a->left, b->left, near);
    ik_assert_near(a->width, b->width, near);
    ik_assert_near(a->baseline, b->baseline, near);
    assert_same_extent(&a->ink, &b->ink, near);
    assert_int_equal(a->section, b->section);
    assert_int_equal(a->n_glyphs, b->n_glyphs);
    for (int i = 0; i < a->n_glyphs; i++)
        assert_int_equal(a->glyphs[i].glyph, b->glyphs[i].glyph);
}

/* As it comes from the stock and as it is without one. */
static void assert_as_set_alone(ik_text_engine *engine, const ik_label_text *text)
{
    GError *error = NULL;
    g_autoptr(ik_text_layout) got = ik_layout_stock_get(engine->layouts, text, &error);
    ik_assert_no_error(error);
    g_autoptr(ik_text_layout) alone =
        ik_text_layout_new(engine->context, engine->fonts, text, &error);
    ik_assert_no_error(error);
    /* Widths are sums: an error for each letter. */
    double near = NEAR_PX * (alone->clusters->len + 1);
    assert_int_equal(got->clusters->len, alone->clusters->len);
    assert_int_equal(got->shape.n_lines, alone->shape.n_lines);
    ik_assert_near(got->shape.width_px, alone->shape.width_px, near);
    ik_assert_near(got->shape.height_px, alone->shape.height_px, near);
    ik_assert_near(got->shape.step_px, alone->shape.step_px, near);
    assert_same_extent(&got->shape.ink, &alone->shape.ink, near);
    for (guint i = 0; i < alone->clusters->len; i++)
        assert_same_cluster(&g_array_index(got->clusters, ik_layout_cluster, i),
                            &g_array_index(alone->clusters, ik_layout_cluster, i), near);
}

static void a_text_of_any_size_is_as_if_set_at_that_size(void **state)
{
    static const double SIZES[] = {13, 10.5, 64, 120, 13};
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    ik_label_text text = PLAIN;
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(SIZES); i++) {
        text.size_px = SIZES[i];
        assert_as_set_alone(engine, &text);
    }
}

/* Each differs from PLAIN in one thing, and all are in the stock at the same time. */
static void texts_that_differ_in_one_thing_are_told_apart(void **state)
{
    static const ik_text_part OTHER_TEXT = {.text = "Mülheim an der Möhne", .scale = 1, .align = 1};
    static const ik_text_part OTHER_FONT = {
        .text = "Mülheim an der Ruhr", .font = "Noto Sans Bold", .scale = 1, .align = 1};
    static const ik_text_part OTHER_SCALE = {
        .text = "Mülheim an der Ruhr", .scale = 1.5, .align = 1};
    ik_label_text texts[9];
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        texts[i] = PLAIN;
    texts[1].n_sections = 2;
    texts[2].font = "Noto Sans Bold";
    texts[3].letter_spacing = 0.1;
    texts[4].max_width = 0;
    texts[5].line_height = 1.5;
    texts[6].justify = 0;
    texts[7].sections = &OTHER_TEXT;
    texts[8].sections = &OTHER_FONT;
    for (int round = 0; round < 2; round++)
        for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
            assert_as_set_alone(engine, &texts[i]);
    texts[0].sections = &OTHER_SCALE;
    assert_as_set_alone(engine, &texts[0]);
}

static void more_texts_than_there_is_room_for_are_set_all_the_same(void **state)
{
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    GError *error = NULL;
    ik_label_text text = PLAIN;
    (void)state;
    g_autoptr(ik_text_layout) first = ik_layout_stock_get(engine->layouts, &text, &error);
    ik_assert_no_error(error);
    for (guint i = 0; i <= IK_LAYOUT_STOCK_ROOM; i++) {
        char number[12];
        g_snprintf(number, sizeof number, "%u", i);
        const ik_text_part part = {.text = number, .scale = 1, .align = 1};
        text.sections = &part;
        g_autoptr(ik_text_layout) layout = ik_layout_stock_get(engine->layouts, &text, &error);
        assert_int_equal(layout->clusters->len, strlen(number));
    }
    assert_as_set_alone(engine, &PLAIN);
    /* 16 letters and three spaces, less the one at the break. */
    assert_int_equal(first->clusters->len, 18);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_of_any_size_is_as_if_set_at_that_size),
        cmocka_unit_test(texts_that_differ_in_one_thing_are_told_apart),
        cmocka_unit_test(more_texts_than_there_is_room_for_are_set_all_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
