/* test_canvas_stroke.c — strokes that need a mask.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>

#include "canvas_target.h"

#include <string.h>

/* A line through the middle of 64 x 64 pixels, 16 units each, with faded edges. */
static bool stroke(cairo_t *cairo, int side, GError **error)
{
    static const ik_tile_point POINTS[] = {{-1024, 512}, {2048, 512}};
    const ik_path path = {.count = G_N_ELEMENTS(POINTS)};
    const ik_canvas_target target = {
        .cairo = cairo, .width = side, .height = side, .pixel_ratio = 1};
    const ik_draw draw = {.kind = IK_DRAW_STROKE,
                          .count = 1,
                          .stroke = {.paint = {1, 0, 0, 1}, .width_px = 24, .blur_px = 4}};
    ik_view view;
    ik_view_init(&view);
    g_array_append_vals(view.points, POINTS, G_N_ELEMENTS(POINTS));
    g_array_append_val(view.paths, path);
    bool is_fine = ik_canvas_stroke(&target, &view, &draw, error);
    ik_view_clear(&view);
    return is_fine;
}

/* Opaque in its middle, from 20 to 44 pixels with the fade, nothing beside. */
static void a_faded_line_is_opaque_in_its_middle_and_ends_at_its_width(void **state)
{
    GError *error = NULL;
    (void)state;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 64, 64);
    cairo_t *cairo = cairo_create(surface);
    assert_true(stroke(cairo, 64, &error));
    ik_assert_no_error(error);
    cairo_surface_flush(surface);
    const unsigned char *data = cairo_image_surface_get_data(surface);
    gsize stride = (gsize)cairo_image_surface_get_stride(surface);
    uint32_t middle, beside;
    memcpy(&middle, data + 32 * stride + (gsize)4 * 30, sizeof middle);
    memcpy(&beside, data + 16 * stride + (gsize)4 * 30, sizeof beside);
    assert_int_equal(middle, 0xffff0000u);
    assert_int_equal(beside, 0);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

/* Cairo's surfaces have at most 32767 pixels a side. */
static void a_mask_that_cannot_be_made_is_an_error(void **state)
{
    g_autoptr(GError) error = NULL;
    (void)state;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 64, 64);
    cairo_t *cairo = cairo_create(surface);
    assert_false(stroke(cairo, 40000, &error));
    assert_true(g_error_matches(error, IK_ERROR, IK_ERROR_INTERNAL));
    assert_int_equal(cairo_status(cairo), CAIRO_STATUS_SUCCESS);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_faded_line_is_opaque_in_its_middle_and_ends_at_its_width),
        cmocka_unit_test(a_mask_that_cannot_be_made_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
