/* test_text_ink.c — outlines filled, with a halo around them.   [tests] */
#include "test_support.h"

#include "text_ink.h"

#include <string.h>

#define SIDE  32
#define INK   0xff000000u
#define HALO  0xffffff00u
#define EMPTY 0u

/* Contours as Cairo's path: a square of 10 to 22, clockwise on the screen or not, with a hole of 14 to 18 or not. */
typedef struct {
    bool is_reversed, has_hole;
    double halo;
} outline;

static void add_square(cairo_t *cairo, double from, double to, bool is_reversed)
{
    const double x[4] = {from, to, to, from}, y[4] = {from, from, to, to};
    cairo_new_sub_path(cairo);
    for (int i = 0; i < 4; i++)
        cairo_line_to(cairo, x[is_reversed ? 3 - i : i], y[is_reversed ? 3 - i : i]);
    cairo_close_path(cairo);
}

static void draw(uint32_t pixels[SIDE][SIDE], const outline *o)
{
    GError *error = NULL;
    const ik_ink ink = {{0, 0, 0, 1}, {1, 1, 0, 1}, o->halo};
    const ik_pixel_area area = {&pixels[0][0], SIDE, SIDE, SIDE};
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, SIDE, SIDE);
    cairo_t *cairo = cairo_create(surface);
    memset(pixels, 0, sizeof(uint32_t) * SIDE * SIDE);
    add_square(cairo, 10, 22, o->is_reversed);
    if (o->has_hole)
        add_square(cairo, 14, 18, !o->is_reversed);
    assert_true(ik_text_ink_draw(cairo, &area, &ink, &error));
    ik_assert_no_error(error);
    assert_false(cairo_has_current_point(cairo));
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

static void a_square_has_exactly_its_pixels(void **state)
{
    uint32_t pixels[SIDE][SIDE];
    (void)state;
    draw(pixels, &(outline){false, false, 0});
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            bool is_in = x >= 10 && x < 22 && y >= 10 && y < 22;
            assert_int_equal(pixels[y][x], is_in ? INK : EMPTY);
        }
}

/* Three pixels of halo: beside the middle of an edge whole pixels, then nothing; at a corner round. */
static void a_halo_is_as_wide_as_it_says_and_round_at_corners(void **state)
{
    uint32_t pixels[SIDE][SIDE];
    (void)state;
    for (int reversed = 0; reversed < 2; reversed++) {
        draw(pixels, &(outline){reversed == 1, false, 3});
        for (int x = 0; x < SIDE; x++) {
            bool is_ink = x >= 10 && x < 22, is_halo = x >= 7 && x < 25;
            assert_int_equal(pixels[16][x], is_ink ? INK : is_halo ? HALO : EMPTY);
            assert_int_equal(pixels[x][16], is_ink ? INK : is_halo ? HALO : EMPTY);
        }
        assert_int_equal(pixels[7][7], EMPTY); /* 2.1 pixels a way from the corner: beyond 3 */
        assert_int_equal(pixels[9][9], HALO);
    }
}

/* A hole of 4 pixels has a halo of 1 from each side, and 2 pixels of nothing. */
static void a_hole_has_a_halo_inside(void **state)
{
    static const uint32_t EXPECTED[] = {INK, HALO, EMPTY, EMPTY, HALO, INK};
    uint32_t pixels[SIDE][SIDE];
    (void)state;
    for (int reversed = 0; reversed < 2; reversed++) {
        draw(pixels, &(outline){reversed == 1, true, 1});
        for (int i = 0; i < 6; i++)
            assert_int_equal(pixels[16][13 + i], EXPECTED[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_square_has_exactly_its_pixels),
        cmocka_unit_test(a_halo_is_as_wide_as_it_says_and_round_at_corners),
        cmocka_unit_test(a_hole_has_a_halo_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
