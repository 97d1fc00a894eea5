/* test_style_palette.c — many colours become 256, and the right ones.   [tests] */
#include "test_support.h"

#include "style_palette.h"

#define PAPER 0xffffffffu

static void add(ik_color_census *census, uint32_t color, int n)
{
    uint32_t pixels[64];
    for (int i = 0; i < n; i++)
        pixels[i] = color;
    const ik_pixel_area area = {pixels, n, 1, n};
    ik_color_census_add(census, &area);
}

static uint32_t opaque(guint red, guint green, guint blue)
{
    return 0xff000000u | red << 16 | green << 8 | blue;
}

static bool has(const ik_style_palette *palette, uint32_t color)
{
    for (guint i = 0; i < palette->n; i++)
        if (palette->colors[i] == color)
            return true;
    return false;
}

/* 256 greys, and nothing else. */
static void as_many_colors_as_fit_stay_exact(void **state)
{
    ik_style_palette palette;
    g_autoptr(ik_color_census) census = ik_color_census_new();
    (void)state;
    for (guint i = 0; i < 256; i++)
        add(census, opaque(i, i, i), 1 + (int)i % 3);
    ik_style_palette_init(&palette, census);
    assert_int_equal(palette.n, 256);
    for (guint i = 0; i < 256; i++)
        assert_int_equal(palette.colors[ik_style_palette_nearest(&palette, opaque(i, i, i))],
                         opaque(i, i, i));
}

/* 4,096 colours of 16 steps a channel, in one order and in the other. */
static void fill_cube(ik_color_census *census, bool backwards)
{
    for (guint i = 0; i < 4096; i++) {
        guint n = backwards ? 4095 - i : i;
        add(census, opaque(17 * (n >> 8), 17 * (n >> 4 & 15), 17 * (n & 15)), 2);
    }
}

static void the_order_of_counting_does_not_matter(void **state)
{
    ik_style_palette one, other;
    g_autoptr(ik_color_census) census = ik_color_census_new();
    g_autoptr(ik_color_census) backwards = ik_color_census_new();
    (void)state;
    fill_cube(census, false);
    fill_cube(backwards, true);
    ik_style_palette_init(&one, census);
    ik_style_palette_init(&other, backwards);
    assert_int_equal(one.n, 256);
    assert_memory_equal(&one, &other, sizeof one);
}

/* 128 colours stay; 3,968 go into 128 boxes, 31 each: between 3 and 4 steps of 17 a side. So none is much more
 * than two steps a channel away from its box's mean.
 */
static void of_a_full_cube_no_color_is_far_from_the_palette(void **state)
{
    ik_style_palette palette;
    g_autoptr(ik_color_census) census = ik_color_census_new();
    (void)state;
    fill_cube(census, false);
    ik_style_palette_init(&palette, census);
    for (guint n = 0; n < 4096; n++) {
        uint32_t color = opaque(17 * (n >> 8), 17 * (n >> 4 & 15), 17 * (n & 15));
        uint32_t found = palette.colors[ik_style_palette_nearest(&palette, color)];
        for (guint shift = 0; shift < 24; shift += 8)
            assert_true(ABS((int)(found >> shift & 0xff) - (int)(color >> shift & 0xff)) <= 3 * 17);
        assert_int_equal(found >> 24, 255);
    }
}

static void a_rare_paint_and_a_frequent_color_stay_exact_among_many(void **state)
{
    const uint32_t paint = opaque(201, 3, 77), frequent = opaque(9, 250, 131);
    ik_style_palette palette;
    g_autoptr(ik_color_census) census = ik_color_census_new();
    (void)state;
    fill_cube(census, false);
    ik_color_census_add_paint(census, paint, PAPER);
    add(census, frequent, 60);
    ik_style_palette_init(&palette, census);
    assert_true(has(&palette, paint));
    assert_true(has(&palette, frequent));
}

/* Black over white in eighths: 255 - 255 n / 8, rounded. */
static void a_paint_is_counted_with_its_eighths_over_the_ground(void **state)
{
    static const guint GREYS[] = {0, 32, 64, 96, 128, 159, 191, 223};
    ik_style_palette palette;
    g_autoptr(ik_color_census) census = ik_color_census_new();
    (void)state;
    ik_color_census_add_paint(census, opaque(0, 0, 0), PAPER);
    ik_style_palette_init(&palette, census);
    assert_int_equal(palette.n, G_N_ELEMENTS(GREYS));
    for (guint i = 0; i < palette.n; i++) {
        int grey = (int)(palette.colors[i] & 0xff);
        assert_true(ABS(grey - (int)GREYS[i]) <= 1);
    }
}

/* Squares of distances: from (100, 100, 100) to (100, 100, 110) 100, to (107, 107, 107) 147. */
static void the_nearest_color_is_that_with_the_least_squares(void **state)
{
    const ik_style_palette palette = {{0, opaque(107, 107, 107), opaque(100, 100, 110)}, 3};
    ik_color_cache cache = {0};
    const uint32_t pixels[5] = {opaque(100, 100, 100), opaque(100, 100, 100), 0x01000000u,
                                opaque(255, 255, 255), opaque(100, 100, 100)};
    const guint8 expected[5] = {2, 2, 0, 1, 2};
    guint8 indexes[5];
    (void)state;
    ik_style_palette_map(&palette, &cache, pixels, 5, indexes);
    assert_memory_equal(indexes, expected, sizeof expected);
}

/* Two million of them would otherwise be kept. */
static void there_is_an_end_to_counting_colors_apart(void **state)
{
    g_autoptr(ik_color_census) census = ik_color_census_new();
    guint64 pixels = 0;
    (void)state;
    for (guint32 i = 0; i < 300000; i++)
        add(census, 0xff000000u | i * 55u, 1);
    g_autoptr(GArray) colors = ik_color_census_colors(census);
    assert_true(colors->len <= IK_CENSUS_EXACT + 4096);
    for (guint i = 0; i < colors->len; i++)
        pixels += g_array_index(colors, ik_counted_color, i).count;
    assert_int_equal(pixels, 300000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_many_colors_as_fit_stay_exact),
        cmocka_unit_test(the_order_of_counting_does_not_matter),
        cmocka_unit_test(of_a_full_cube_no_color_is_far_from_the_palette),
        cmocka_unit_test(a_rare_paint_and_a_frequent_color_stay_exact_among_many),
        cmocka_unit_test(a_paint_is_counted_with_its_eighths_over_the_ground),
        cmocka_unit_test(the_nearest_color_is_that_with_the_least_squares),
        cmocka_unit_test(there_is_an_end_to_counting_colors_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
