/* test_png_encoder.c — what is encoded comes back from libpng unchanged.   [tests] */
#include "test_support.h"

#include "png_encoder.h"

#include <png.h>
#include <string.h>

static guint8 *decode(GBytes *bytes, guint width, guint height)
{
    gsize size = 0;
    const void *data = g_bytes_get_data(bytes, &size);
    png_image image = {.version = PNG_IMAGE_VERSION};
    assert_true(png_image_begin_read_from_memory(&image, data, size));
    assert_int_equal(image.width, width);
    assert_int_equal(image.height, height);
    image.format = PNG_FORMAT_RGBA;
    guint8 *rgba = g_malloc(PNG_IMAGE_SIZE(image));
    assert_true(png_image_finish_read(&image, NULL, rgba, 0, NULL));
    assert_int_equal(image.warning_or_error, 0);
    return rgba;
}

static void assert_opaque_round_trip(const uint32_t *pixels, guint width, guint height,
                                     guint8 depth, guint8 color_type)
{
    GError *error = NULL;
    g_autoptr(ik_png_encoder) encoder = ik_png_encoder_new();
    g_autoptr(GBytes) png = ik_png_encode(encoder, pixels, width, height, &error);
    ik_assert_no_error(error);
    const guint8 *bytes = g_bytes_get_data(png, NULL);
    assert_int_equal(bytes[24], depth);
    assert_int_equal(bytes[25], color_type);
    g_autofree guint8 *rgba = decode(png, width, height);
    for (guint i = 0; i < width * height; i++) {
        const guint8 expected[4] = {(guint8)(pixels[i] >> 16), (guint8)(pixels[i] >> 8),
                                    (guint8)pixels[i], 255};
        assert_memory_equal(&rgba[(gsize)4 * i], expected, 4);
    }
}

/* 37 pixels a row: no multiple of what a byte holds. */
static void few_colors_take_a_palette_of_few_bits(void **state)
{
    static const struct {
        guint n_colors;
        guint8 depth;
    } CASES[] = {{1, 1}, {2, 1}, {3, 2}, {4, 2}, {5, 4}, {16, 4}, {17, 8}, {256, 8}};
    uint32_t pixels[37 * 20];
    (void)state;
    for (gsize c = 0; c < G_N_ELEMENTS(CASES); c++) {
        for (guint i = 0; i < G_N_ELEMENTS(pixels); i++)
            pixels[i] = 0xff000000u | i % CASES[c].n_colors * 0x010307u;
        assert_opaque_round_trip(pixels, 37, 20, CASES[c].depth, PNG_COLOR_TYPE_PALETTE);
    }
}

static void one_color_more_makes_true_color(void **state)
{
    uint32_t pixels[37 * 20];
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(pixels); i++)
        pixels[i] = 0xff000000u | i % 257 * 0x010307u;
    assert_opaque_round_trip(pixels, 37, 20, 8, PNG_COLOR_TYPE_RGB);
}

static void a_single_pixel_is_a_picture(void **state)
{
    const uint32_t pixel = 0xff123456u;
    (void)state;
    assert_opaque_round_trip(&pixel, 1, 1, 1, PNG_COLOR_TYPE_PALETTE);
}

static void alpha_is_taken_out_of_the_colors(void **state)
{
    /* half transparent red, clear, opaque blue: multiplied as Cairo has them */
    const uint32_t pixels[3] = {0x80800000u, 0x00000000u, 0xff0000ffu};
    const guint8 expected[12] = {255, 0, 0, 128, 0, 0, 0, 0, 0, 0, 255, 255};
    GError *error = NULL;
    (void)state;
    g_autoptr(ik_png_encoder) encoder = ik_png_encoder_new();
    g_autoptr(GBytes) png = ik_png_encode(encoder, pixels, 3, 1, &error);
    ik_assert_no_error(error);
    g_autofree guint8 *rgba = decode(png, 3, 1);
    assert_memory_equal(rgba, expected, sizeof expected);
}

static void many_colors_with_alpha_come_back(void **state)
{
    uint32_t pixels[30 * 30];
    GError *error = NULL;
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(pixels); i++)
        pixels[i] = i % 2 == 0 ? 0xff000000u | i : 0;
    g_autoptr(ik_png_encoder) encoder = ik_png_encoder_new();
    g_autoptr(GBytes) png = ik_png_encode(encoder, pixels, 30, 30, &error);
    ik_assert_no_error(error);
    g_autofree guint8 *rgba = decode(png, 30, 30);
    for (guint i = 0; i < G_N_ELEMENTS(pixels); i++) {
        assert_int_equal(rgba[4 * i + 3], i % 2 == 0 ? 255 : 0);
        assert_int_equal(rgba[4 * i + 2], i % 2 == 0 ? i & 0xff : 0);
    }
}

static void an_encoder_forgets_the_picture_before(void **state)
{
    uint32_t many[64 * 64], few[4 * 4] = {0};
    GError *error = NULL;
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(many); i++)
        many[i] = 0xff000000u | i * 7;
    for (guint i = 0; i < G_N_ELEMENTS(few); i++)
        few[i] = 0xff00ff00u;
    g_autoptr(ik_png_encoder) encoder = ik_png_encoder_new();
    g_autoptr(GBytes) alone = ik_png_encode(encoder, few, 4, 4, &error);
    g_autoptr(GBytes) between = ik_png_encode(encoder, many, 64, 64, &error);
    g_autoptr(GBytes) after = ik_png_encode(encoder, few, 4, 4, &error);
    ik_assert_no_error(error);
    assert_non_null(between);
    assert_true(g_bytes_equal(alone, after));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_colors_take_a_palette_of_few_bits),
        cmocka_unit_test(one_color_more_makes_true_color),
        cmocka_unit_test(a_single_pixel_is_a_picture),
        cmocka_unit_test(alpha_is_taken_out_of_the_colors),
        cmocka_unit_test(many_colors_with_alpha_come_back),
        cmocka_unit_test(an_encoder_forgets_the_picture_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
