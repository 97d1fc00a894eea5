/* test_webp_encoder.c — what is encoded comes back from libwebp unchanged. */
#include "test_support.h"

#include "webp_encoder.h"

#include <string.h>
#include <webp/decode.h>

enum { WIDTH = 37, HEIGHT = 20 };

static void assert_round_trip(const ik_pixel_area *area, const guint8 (*expected)[4])
{
    GError *error = NULL;
    int width = 0, height = 0;
    gsize size = 0;
    g_autoptr(GBytes) bytes = ik_webp_encode(area, &error);
    ik_assert_no_error(error);
    const guint8 *data = g_bytes_get_data(bytes, &size);
    guint8 *rgba = WebPDecodeRGBA(data, size, &width, &height);
    assert_non_null(rgba);
    assert_int_equal(width, area->width);
    assert_int_equal(height, area->height);
    for (gsize i = 0; i < (gsize)width * (gsize)height; i++)
        assert_memory_equal(&rgba[4 * i], expected[i], 4);
    WebPFree(rgba);
}

static void every_opaque_colour_comes_back(void **state)
{
    uint32_t pixels[(WIDTH + 3) * HEIGHT];
    guint8 expected[WIDTH * HEIGHT][4];
    const ik_pixel_area area = {pixels, WIDTH, HEIGHT, WIDTH + 3};
    (void)state;
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        guint8 red = (guint8)(i * 7), green = (guint8)(i * 13), blue = (guint8)(i * 29);
        const guint8 rgba[] = {red, green, blue, 255};
        memcpy(expected[i], rgba, 4);
        pixels[i / WIDTH * (WIDTH + 3) + i % WIDTH] =
            0xff000000u | (guint)red << 16 | (guint)green << 8 | blue;
    }
    assert_round_trip(&area, (const guint8(*)[4])expected);
}

static void alpha_is_taken_out_of_the_colours(void **state)
{
    /* 51 of 255 at alpha 0.2 is full; nothing at alpha 0 */
    uint32_t pixels[] = {0x33330000, 0x00000000, 0x80804000, 0xff102030};
    static const guint8 EXPECTED[][4] = {
        {255, 0, 0, 51}, {0, 0, 0, 0}, {255, 128, 0, 128}, {16, 32, 48, 255}};
    const ik_pixel_area area = {pixels, 4, 1, 4};
    (void)state;
    assert_round_trip(&area, EXPECTED);
}

static void the_same_pixels_make_the_same_bytes(void **state)
{
    uint32_t pixels[WIDTH * HEIGHT];
    GError *error = NULL;
    const ik_pixel_area area = {pixels, WIDTH, HEIGHT, WIDTH};
    (void)state;
    for (guint i = 0; i < WIDTH * HEIGHT; i++)
        pixels[i] = 0xff000000u | i % 300 * 0x010307u;
    g_autoptr(GBytes) first = ik_webp_encode(&area, &error);
    g_autoptr(GBytes) second = ik_webp_encode(&area, &error);
    assert_true(g_bytes_equal(first, second));
}

static void a_picture_that_webp_cannot_hold_is_an_error(void **state)
{
    GError *error = NULL;
    g_autofree uint32_t *pixels = g_new0(uint32_t, 16384);
    const ik_pixel_area area = {pixels, 16384, 1, 16384};
    (void)state;
    assert_null(ik_webp_encode(&area, &error));
    assert_non_null(error);
    g_error_free(error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_opaque_colour_comes_back),
        cmocka_unit_test(alpha_is_taken_out_of_the_colours),
        cmocka_unit_test(the_same_pixels_make_the_same_bytes),
        cmocka_unit_test(a_picture_that_webp_cannot_hold_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
