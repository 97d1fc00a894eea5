/* test_picture_caption.c — the source line in the corner of a picture.   [tests] */
#include "test_support.h"

#include "picture_caption.h"

#include <string.h>

#define GROUND 0xff808080u

/* Where pixels of a grey picture of that size changed: left, top, right, bottom (excluded). */
typedef struct {
    int left, top, right, bottom;
} change;

static change captioned(int width, int height, double pixel_ratio, const char *text)
{
    g_autofree uint32_t *pixels = g_new(uint32_t, (gsize)width * (gsize)height);
    for (int i = 0; i < width * height; i++)
        pixels[i] = GROUND;
    const ik_picture_pixels picture = {pixels, width, height, pixel_ratio};
    GError *error = NULL;
    assert_true(ik_picture_caption_draw(&picture, text, &error));
    change changed = {width, height, 0, 0};
    for (int i = 0; i < width * height; i++) {
        if (pixels[i] == GROUND)
            continue;
        changed.left = MIN(changed.left, i % width);
        changed.right = MAX(changed.right, i % width + 1);
        changed.top = MIN(changed.top, i / width);
        changed.bottom = i / width + 1;
    }
    return changed;
}

static void a_short_line_stands_in_the_south_east_corner(void **state)
{
    (void)state;
    change changed = captioned(400, 300, 1, "© BKG");
    assert_true(changed.left > 300 && changed.top > 275);
    /* 8 pixels of margin, one or two of them under the halo */
    assert_true(changed.right >= 388 && changed.right <= 394);
    assert_true(changed.bottom >= 286 && changed.bottom <= 295);
}

static void a_long_line_is_broken_and_stays_inside(void **state)
{
    (void)state;
    change one = captioned(400, 300, 1, "© BKG");
    change many = captioned(120, 300, 1, "© BKG | © GeoNames | © OpenStreetMap contributors");
    assert_true(many.left >= 4 && many.right <= 118 && many.bottom <= 297);
    assert_true(many.bottom - many.top > 2 * (one.bottom - one.top));
}

static void at_two_pixels_a_pixel_it_is_twice_as_large(void **state)
{
    (void)state;
    change once = captioned(400, 300, 1, "© BKG"), twice = captioned(800, 600, 2, "© BKG");
    assert_in_range(twice.right - twice.left, 2 * (once.right - once.left) - 4,
                    2 * (once.right - once.left) + 4);
    assert_in_range(twice.bottom - twice.top, 2 * (once.bottom - once.top) - 4,
                    2 * (once.bottom - once.top) + 4);
}

static void a_tiny_picture_is_no_trouble(void **state)
{
    (void)state;
    change changed = captioned(16, 16, 1, "© GeoBasis-DE / BKG 2017");
    assert_true(changed.right <= 16 && changed.bottom <= 16);
}

/* More than Cairo takes: the corner has the same pixels as that of a smaller picture. */
static void a_picture_wider_or_higher_than_a_surface_has_its_line_too(void **state)
{
    (void)state;
    change small = captioned(500, 60, 1, "© BKG"), wide = captioned(40000, 60, 1, "© BKG");
    assert_int_equal(wide.right - 40000, small.right - 500);
    assert_int_equal(wide.left - 40000, small.left - 500);
    assert_int_equal(wide.top, small.top);
    change high = captioned(500, 40000, 1, "© BKG");
    assert_int_equal(high.bottom - 40000, small.bottom - 60);
    assert_int_equal(high.left, small.left);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_line_stands_in_the_south_east_corner),
        cmocka_unit_test(a_long_line_is_broken_and_stays_inside),
        cmocka_unit_test(at_two_pixels_a_pixel_it_is_twice_as_large),
        cmocka_unit_test(a_tiny_picture_is_no_trouble),
        cmocka_unit_test(a_picture_wider_or_higher_than_a_surface_has_its_line_too)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
