/* test_text_engine.c — measuring labels; needs the font Noto Sans (Debian: fonts-noto-core).   [tests]
 *
 * Expected widths: advance widths of Noto Sans Regular, 1000 units an em (H 741, i 258, l 258);
 * capitals are 714 units high, the ascender is 1069, which is 26 whole pixels at 24. MapLibre begins
 * a line 17 such pixels above its middle: the baseline is 9/24 em below it.
 */
#include "test_support.h"

#include "text_engine.h"

#include <ideenkarte/error.h>

static const ik_label_text PLAIN = {
    .font = "Noto Sans Regular", .size_px = 100, .line_height = 1.2, .justify = 0.5};

/* Shapes a text of one section; `clusters` may be NULL. */
static ik_text_shape shape_as(const char *written, ik_label_text text, GArray *clusters)
{
    GError *error = NULL;
    ik_text_shape shape = {0};
    const ik_text_part part = {.text = written, .scale = 1, .align = 1};
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    ik_text_metrics metrics = ik_text_engine_metrics(engine);
    text.sections = &part;
    text.n_sections = 1;
    assert_true(metrics.shape(metrics.data, &text, &shape, clusters, &error));
    ik_assert_no_error(error);
    return shape;
}

static ik_text_shape shape(const char *written)
{
    return shape_as(written, PLAIN, NULL);
}

static void a_text_is_as_wide_as_its_letters(void **state)
{
    (void)state;
    ik_text_shape hill = shape("Hill");
    ik_assert_near(hill.width_px, 74.1 + 3 * 25.8, 0.2);
    ik_assert_near(hill.height_px, 120, 1e-9);
    assert_int_equal(hill.n_lines, 1);
}

static void the_baseline_is_where_maplibre_has_it(void **state)
{
    (void)state;
    ik_text_shape h = shape("H");
    ik_assert_near(h.ink.bottom, 37.5, 0.1);
    ik_assert_near(h.ink.top, 37.5 - 71.4, 0.1);
}

static void a_size_twice_as_large_measures_twice_as_much(void **state)
{
    ik_label_text small = PLAIN;
    (void)state;
    small.size_px = 7.5;
    ik_text_shape a = shape_as("Köln", small, NULL);
    small.size_px = 15;
    ik_text_shape b = shape_as("Köln", small, NULL);
    ik_assert_near(b.width_px, 2 * a.width_px, 0.05);
    ik_assert_near(b.ink.top, 2 * a.ink.top, 0.05);
}

static void a_text_too_wide_is_broken_between_words(void **state)
{
    ik_label_text narrow = PLAIN;
    (void)state;
    narrow.max_width = 6;
    ik_text_shape two = shape_as("Mülheim an der Ruhr", narrow, NULL);
    assert_int_equal(two.n_lines, 2);
    ik_assert_near(two.height_px, 240, 1e-9);
    assert_true(two.width_px <= 600);
    narrow.max_width = 3;
    ik_text_shape word = shape_as("Recklinghausen", narrow, NULL);
    ik_assert_near(word.width_px, shape("Recklinghausen").width_px, 0.01);
}

static void a_line_feed_breaks_and_an_empty_line_has_its_height(void **state)
{
    (void)state;
    assert_int_equal(shape("Bad\nOeynhausen").n_lines, 2);
    ik_text_shape three = shape("Bad\n\nOeynhausen");
    assert_int_equal(three.n_lines, 3);
    ik_assert_near(three.height_px, 360, 1e-9);
}

static void a_soft_hyphen_shows_only_where_a_line_ends(void **state)
{
    ik_label_text narrow = PLAIN;
    (void)state;
    ik_assert_near(shape("Reck\xc2\xadling").width_px, shape("Reckling").width_px, 0.5);
    narrow.max_width = 3;
    ik_text_shape broken = shape_as("Reck\xc2\xadlinghausen", narrow, NULL);
    assert_int_equal(broken.n_lines, 2);
    ik_text_shape hyphened = shape_as("Reck-\nlinghausen", PLAIN, NULL);
    ik_assert_near(broken.ink.left, hyphened.ink.left, 0.1);
}

static void letters_can_be_spaced(void **state)
{
    ik_label_text spaced = PLAIN;
    (void)state;
    spaced.letter_spacing = 0.1;
    /* three gaps of ten pixels, none after the last letter */
    ik_assert_near(shape_as("Hill", spaced, NULL).width_px, shape("Hill").width_px + 30, 0.01);
}

static void letters_that_join_are_not_spaced(void **state)
{
    ik_label_text spaced = PLAIN;
    (void)state;
    spaced.letter_spacing = 0.1;
    ik_assert_near(shape_as("مدينة", spaced, NULL).width_px, shape("مدينة").width_px, 0.01);
}

static void arabic_letters_join(void **state)
{
    (void)state;
    /* A zero width non-joiner keeps them apart: isolated forms of beh are wider than joined ones. */
    double joined = shape("ببب").width_px, apart = shape("ب\u200cب\u200cب").width_px;
    assert_true(joined > 10 && joined < 0.8 * apart);
}

static double leftmost_width(const char *written)
{
    g_autoptr(GArray) clusters = g_array_new(FALSE, FALSE, sizeof(ik_text_cluster));
    shape_as(written, PLAIN, clusters);
    assert_true(clusters->len > 0);
    return g_array_index(clusters, ik_text_cluster, 0).width_px;
}

static void the_first_letter_says_where_a_mixed_text_begins(void **state)
{
    double h = shape("H").width_px;
    (void)state;
    ik_assert_near(leftmost_width("H مدينة"), h, 0.1); /* Latin first: it stands left */
    ik_assert_near(leftmost_width("مدينة H"), h, 0.1); /* Arabic first: the end stands left */
}

static void clusters_lie_side_by_side_around_the_middle(void **state)
{
    g_autoptr(GArray) clusters = g_array_new(FALSE, FALSE, sizeof(ik_text_cluster));
    (void)state;
    ik_text_shape hill = shape_as("Hil", PLAIN, clusters);
    assert_int_equal(clusters->len, 3);
    const ik_text_cluster *c = (const ik_text_cluster *)(gpointer)clusters->data;
    ik_assert_near(c[0].middle_px, -hill.width_px / 2 + 74.1 / 2, 0.1);
    ik_assert_near(c[1].middle_px, -hill.width_px / 2 + 74.1 + 25.8 / 2, 0.1);
    ik_assert_near(c[2].middle_px + c[2].width_px / 2, hill.width_px / 2, 0.1);
    ik_assert_near(c[0].ink.bottom, 37.5, 0.1);
}

static void a_letter_and_its_mark_are_one_cluster(void **state)
{
    g_autoptr(GArray) clusters = g_array_new(FALSE, FALSE, sizeof(ik_text_cluster));
    (void)state;
    shape_as("o\xcc\x88", PLAIN, clusters); /* o with a combining diaeresis */
    assert_int_equal(clusters->len, 1);
}

static void a_section_may_be_smaller_and_stand_on_the_same_baseline(void **state)
{
    static const ik_text_part PARTS[] = {{.text = "H", .scale = 1, .align = 1},
                                         {.text = "H", .scale = 0.5, .align = 1}};
    GError *error = NULL;
    ik_text_shape both;
    g_autoptr(GArray) clusters = g_array_new(FALSE, FALSE, sizeof(ik_text_cluster));
    ik_label_text text = PLAIN;
    (void)state;
    text.sections = PARTS;
    text.n_sections = 2;
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    ik_text_metrics metrics = ik_text_engine_metrics(engine);
    assert_true(metrics.shape(metrics.data, &text, &both, clusters, &error));
    ik_assert_near(both.width_px, 74.1 * 1.5, 0.2);
    const ik_text_cluster *c = (const ik_text_cluster *)(gpointer)clusters->data;
    /* MapLibre moves it down by what its em is lower: 50; its ascender is 54.2 instead of 108.3 */
    ik_assert_near(c[1].ink.bottom - c[0].ink.bottom, 50 - 108.333 / 2, 0.1);
}

static void an_image_stands_in_the_text_like_a_letter(void **state)
{
    static const ik_sprite_image IMAGE = {
        .name = "marker", .width = 40, .height = 60, .pixel_ratio = 2};
    static const ik_text_part PARTS[] = {{.text = "H", .scale = 1, .align = 1},
                                         {.text = "", .scale = 1, .align = 1, .image = &IMAGE}};
    GError *error = NULL;
    ik_text_shape both;
    ik_label_text text = PLAIN;
    (void)state;
    text.sections = PARTS;
    text.n_sections = 2;
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    ik_text_metrics metrics = ik_text_engine_metrics(engine);
    assert_true(metrics.shape(metrics.data, &text, &both, NULL, &error));
    ik_assert_near(both.width_px, 74.1 + 20, 0.2);
}

static void a_font_that_is_not_there_is_replaced_and_named_once(void **state)
{
    GError *error = NULL;
    ik_text_shape shape;
    const ik_text_part part = {.text = "Hill", .scale = 1, .align = 1};
    ik_label_text missing = PLAIN;
    (void)state;
    missing.font = "Nosuch Grotesk Bold,Nosuch Too";
    missing.sections = &part;
    missing.n_sections = 1;
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    ik_text_metrics metrics = ik_text_engine_metrics(engine);
    for (int i = 0; i < 2; i++)
        assert_true(metrics.shape(metrics.data, &missing, &shape, NULL, &error));
    ik_assert_no_error(error);
    assert_int_equal(ik_text_engine_n_warnings(engine), 1);
    assert_string_equal(ik_text_engine_warning(engine, 0),
                        "font \"Nosuch Grotesk Bold,Nosuch Too\" is not installed, \"Noto Sans "
                        "Bold\" is used instead");
    ik_label_text bold = PLAIN;
    bold.font = "Noto Sans Bold";
    ik_assert_near(shape.width_px, shape_as("Hill", bold, NULL).width_px, 0.01);
}

static void the_first_font_that_is_installed_counts(void **state)
{
    ik_label_text either = PLAIN;
    (void)state;
    either.font = "Nosuch Grotesk,Noto Sans Bold";
    ik_label_text bold = PLAIN;
    bold.font = "Noto Sans Bold";
    ik_assert_near(shape_as("Hill", either, NULL).width_px, shape_as("Hill", bold, NULL).width_px,
                   0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_as_wide_as_its_letters),
        cmocka_unit_test(the_baseline_is_where_maplibre_has_it),
        cmocka_unit_test(a_size_twice_as_large_measures_twice_as_much),
        cmocka_unit_test(a_text_too_wide_is_broken_between_words),
        cmocka_unit_test(a_line_feed_breaks_and_an_empty_line_has_its_height),
        cmocka_unit_test(a_soft_hyphen_shows_only_where_a_line_ends),
        cmocka_unit_test(letters_can_be_spaced),
        cmocka_unit_test(letters_that_join_are_not_spaced),
        cmocka_unit_test(arabic_letters_join),
        cmocka_unit_test(the_first_letter_says_where_a_mixed_text_begins),
        cmocka_unit_test(clusters_lie_side_by_side_around_the_middle),
        cmocka_unit_test(a_letter_and_its_mark_are_one_cluster),
        cmocka_unit_test(a_section_may_be_smaller_and_stand_on_the_same_baseline),
        cmocka_unit_test(an_image_stands_in_the_text_like_a_letter),
        cmocka_unit_test(a_font_that_is_not_there_is_replaced_and_named_once),
        cmocka_unit_test(the_first_font_that_is_installed_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
