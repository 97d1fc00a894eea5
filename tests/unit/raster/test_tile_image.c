/* test_tile_image.c — tiles have the format that is asked for.   [tests] */
#include "test_support.h"

#include "tile_image.h"

#include <png.h>
#include <string.h>
#include <webp/decode.h>

/* A part of a larger picture: 4 x 3 of 6 x 4 pixels, from (1, 1) on. */
static const uint32_t PIXELS[4][6] = {
    {0, 0, 0, 0, 0, 0},
    {0, 0xff102030u, 0xff102030u, 0xffffffffu, 0xff00ff00u, 0},
    {0, 0xff102030u, 0xffff0000u, 0xffffffffu, 0xff00ff00u, 0},
    {0, 0xff0000ffu, 0xff102030u, 0xff102030u, 0xff00ff00u, 0},
};
static const ik_pixel_area AREA = {(uint32_t *)(guintptr)&PIXELS[1][1], 4, 3, 6};

static GBytes *encode(ik_tile_image_format format, const ik_style_palette *palette)
{
    GError *error = NULL;
    ik_tile_image_encoder *encoder = ik_tile_image_encoder_new(format, palette);
    GBytes *bytes = ik_tile_image_encode(encoder, &AREA, &error);
    ik_assert_no_error(error);
    ik_tile_image_encoder_free(encoder);
    return bytes;
}

static void assert_pixels(const guint8 *rgba)
{
    for (guint i = 0; i < 12; i++) {
        uint32_t pixel = PIXELS[1 + i / 4][1 + i % 4];
        const guint8 expected[4] = {(guint8)(pixel >> 16), (guint8)(pixel >> 8), (guint8)pixel,
                                    255};
        assert_memory_equal(&rgba[(gsize)4 * i], expected, 4);
    }
}

static void assert_png_pixels(GBytes *bytes)
{
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    png_image image = {.version = PNG_IMAGE_VERSION};
    guint8 rgba[48];
    assert_true(png_image_begin_read_from_memory(&image, data, size));
    assert_int_equal(image.width, 4);
    assert_int_equal(image.height, 3);
    image.format = PNG_FORMAT_RGBA;
    assert_true(png_image_finish_read(&image, NULL, rgba, 0, NULL));
    assert_pixels(rgba);
}

static void png_comes_back_from_libpng(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = encode(IK_TILE_IMAGE_PNG, NULL);
    assert_png_pixels(bytes);
}

static void webp_comes_back_from_libwebp(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = encode(IK_TILE_IMAGE_WEBP, NULL);
    gsize size;
    const guint8 *data = g_bytes_get_data(bytes, &size);
    int width = 0, height = 0;
    guint8 *rgba = WebPDecodeRGBA(data, size, &width, &height);
    assert_non_null(rgba);
    assert_int_equal(width, 4);
    assert_int_equal(height, 3);
    assert_pixels(rgba);
    WebPFree(rgba);
}

/* PNG Specification 11.2.2 and 11.2.3: at 24 the bit depth, at 25 the colour type; PLTE follows at 33. */
static void a_palette_given_is_written_whole_and_in_its_order(void **state)
{
    const ik_style_palette palette = {
        {0xffff0000u, 0xff999999u, 0xff00ff00u, 0xff0000ffu, 0xffffffffu, 0xff102030u}, 6};
    static const guint8 EXPECTED[] = {0, 0,    0,    18,   'P',  'L',  'T',  'E', 0xff,
                                      0, 0,    0x99, 0x99, 0x99, 0,    0xff, 0,   0,
                                      0, 0xff, 0xff, 0xff, 0xff, 0x10, 0x20, 0x30};
    (void)state;
    g_autoptr(GBytes) bytes = encode(IK_TILE_IMAGE_PNG, &palette);
    const guint8 *data = g_bytes_get_data(bytes, NULL);
    assert_int_equal(data[24], 8);
    assert_int_equal(data[25], PNG_COLOR_TYPE_PALETTE);
    assert_memory_equal(&data[33], EXPECTED, sizeof EXPECTED);
    assert_png_pixels(bytes);
}

/* Half red, multiplied by alpha: 0x80800000 is red at 128. */
static void a_palette_with_alpha_has_transparency(void **state)
{
    const ik_style_palette palette = {{0x80800000u, 0xff102030u}, 2};
    static const guint8 EXPECTED[] = {
        0, 0, 0, 6, 'P', 'L', 'T', 'E', 0xff, 0, 0, 0x10, 0x20, 0x30, /* checksum */ 0, 0, 0, 0};
    static const guint8 TRANSPARENCY[] = {0, 0, 0, 2, 't', 'R', 'N', 'S', 0x80, 0xff};
    (void)state;
    g_autoptr(GBytes) bytes = encode(IK_TILE_IMAGE_PNG, &palette);
    const guint8 *data = g_bytes_get_data(bytes, NULL);
    assert_memory_equal(&data[33], EXPECTED, sizeof EXPECTED - 4);
    assert_memory_equal(&data[33 + sizeof EXPECTED], TRANSPARENCY, sizeof TRANSPARENCY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(png_comes_back_from_libpng),
        cmocka_unit_test(webp_comes_back_from_libwebp),
        cmocka_unit_test(a_palette_given_is_written_whole_and_in_its_order),
        cmocka_unit_test(a_palette_with_alpha_has_transparency),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
