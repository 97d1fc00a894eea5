/* test_webp_reader.c — pixels out of WebP, and what is none.   [tests]
 *
 * What is written without loss must come back; colours are multiplied by alpha, as Cairo has them.
 */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "webp_encoder.h"
#include "webp_reader.h"

static const uint32_t PIXELS[6] = {0xffff0000u, 0xff00ff00u, 0xff0000ffu,
                                   0x80800000u, 0x00000000u, 0xff123456u};

static GBytes *make_webp(void)
{
    GError *error = NULL;
    uint32_t pixels[6];
    memcpy(pixels, PIXELS, sizeof pixels);
    const ik_pixel_area area = {pixels, 3, 2, 3};
    GBytes *webp = ik_webp_encode(&area, &error);
    ik_assert_no_error(error);
    return webp;
}

static void pixels_come_back(void **state)
{
    GError *error = NULL;
    ik_png_image image;
    (void)state;
    g_autoptr(GBytes) webp = make_webp();
    assert_true(ik_webp_read(webp, 6, "a.webp", &image, &error));
    assert_int_equal(image.width, 3);
    assert_int_equal(image.height, 2);
    for (guint i = 0; i < 6; i++)
        assert_int_equal(image.pixels[i], PIXELS[i]);
    ik_png_image_clear(&image);
}

static void expect_refused(GBytes *webp, guint max_pixels, const char *message)
{
    GError *error = NULL;
    ik_png_image image;
    assert_false(ik_webp_read(webp, max_pixels, "a.webp", &image, &error));
    assert_null(image.pixels);
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, message);
    g_error_free(error);
}

static void what_is_cut_off_or_too_large_is_refused(void **state)
{
    (void)state;
    g_autoptr(GBytes) webp = make_webp();
    g_autoptr(GBytes) cut = g_bytes_new_from_bytes(webp, 0, g_bytes_get_size(webp) - 8);
    g_autoptr(GBytes) head = g_bytes_new_from_bytes(webp, 0, 12);
    g_autoptr(GBytes) nothing = g_bytes_new(NULL, 0);
    expect_refused(webp, 5, "a.webp: a WebP of too many pixels");
    expect_refused(cut, 6, "a.webp: ");
    expect_refused(head, 6, "a.webp: no sound WebP");
    expect_refused(nothing, 6, "a.webp: no sound WebP");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pixels_come_back),
        cmocka_unit_test(what_is_cut_off_or_too_large_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
