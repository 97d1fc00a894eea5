/* test_picture_source.c — picture tiles and pictures of a style sheet.   [tests] */
#include "style_picture_fixture.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "files.h"
#include "photo.h"
#include "png_encoder.h"
#include "webp_encoder.h"

#define TILE_PIXELS ((gsize)256 * 256)

static GBytes *red_png(void)
{
    GError *error = NULL;
    g_autoptr(ik_png_encoder) encoder = ik_png_encoder_new();
    g_autofree uint32_t *pixels = g_new(uint32_t, TILE_PIXELS);
    for (gsize i = 0; i < TILE_PIXELS; i++)
        pixels[i] = 0xffff0000u;
    GBytes *png = ik_png_encode(encoder, pixels, 256, 256, &error);
    ik_assert_no_error(error);
    return png;
}

static GBytes *red_webp(void)
{
    GError *error = NULL;
    g_autofree uint32_t *pixels = g_new(uint32_t, TILE_PIXELS);
    for (gsize i = 0; i < TILE_PIXELS; i++)
        pixels[i] = 0xffff0000u;
    const ik_pixel_area area = {pixels, 256, 256, 256};
    GBytes *webp = ik_webp_encode(&area, &error);
    ik_assert_no_error(error);
    return webp;
}

static GBytes *red_jpeg(void)
{
    g_autofree guint8 *rgb = g_new0(guint8, 3 * TILE_PIXELS);
    for (gsize i = 0; i < TILE_PIXELS; i++)
        rgb[3 * i] = 255;
    const ik_photo photo = {256, 256, rgb};
    return ik_photo_to_jpeg(&photo);
}

static void raster_tiles_are_png_jpeg_or_webp(void **state)
{
    GBytes *(*const make[])(void) = {red_png, red_jpeg, red_webp};
    picture_test *test = *state;
    for (gsize i = 0; i < G_N_ELEMENTS(make); i++) {
        GError *error = NULL;
        ik_png_image image = {0};
        gsize size;
        g_autoptr(GBytes) tile = make[i]();
        const void *bytes = g_bytes_get_data(tile, &size);
        assert_true(ik_write_file(test->folder, "r/2/2/2.tile", bytes, size, &error));
        render(test, "{\"type\": \"raster\", \"tiles\": [\"r/{z}/{x}/{y}.tile\"]}",
               "{\"id\": \"r\", \"type\": \"raster\", \"source\": \"s\"}", 2, &image, &error);
        ik_assert_no_error(error);
        assert_pixel(&image, 299, 60, 0xffffffffu);
        assert_pixel(&image, 310, 60, 0xffff0000u);
        assert_pixel(&image, 590, 90, 0xffff0000u);
        ik_png_image_clear(&image);
    }
}

static void a_raster_tile_of_another_kind_is_an_error(void **state)
{
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    assert_true(ik_write_file(test->folder, "r/2/2/2.gif", "GIF89a", 6, &error));
    assert_false(render(test, "{\"type\": \"raster\", \"tiles\": [\"r/{z}/{x}/{y}.gif\"]}",
                        "{\"id\": \"r\", \"type\": \"raster\", \"source\": \"s\"}", 2, &image,
                        &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "tile 2/2/2: expected a PNG, JPEG or WebP");
    g_error_free(error);
}

static void a_raster_tile_lies_in_its_place(void **state)
{
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    gsize size;
    g_autoptr(GBytes) png = red_png();
    const void *bytes = g_bytes_get_data(png, &size);
    assert_true(ik_write_file(test->folder, "r/3/4/4.png", bytes, size, &error));
    render(test, "{\"type\": \"raster\", \"tiles\": [\"r/{z}/{x}/{y}.png\"], \"tileSize\": 256}",
           "{\"id\": \"r\", \"type\": \"raster\", \"source\": \"s\"}", 2, &image, &error);
    ik_assert_no_error(error);
    for (guint y = 0; y < 100; y++)
        for (guint x = 0; x < 600; x++)
            assert_pixel(&image, x, y, y >= 50 && x >= 300 && x < 556 ? 0xffff0000u : 0xffffffffu);
    ik_png_image_clear(&image);
}

static void a_picture_lies_between_its_corners(void **state)
{
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    gsize size;
    g_autoptr(GBytes) png = red_png();
    const void *bytes = g_bytes_get_data(png, &size);
    assert_true(ik_write_file(test->folder, "i.png", bytes, size, &error));
    /* 22.5 degrees are 128 pixels */
    render(test,
           "{\"type\": \"image\", \"url\": \"i.png\", \"coordinates\": [[0, 40], [22.5, 40], "
           "[22.5, 0], [0, 0]]}",
           "{\"id\": \"r\", \"type\": \"raster\", \"source\": \"s\"}", 2, &image, &error);
    ik_assert_no_error(error);
    for (guint x = 0; x < 600; x++)
        assert_pixel(&image, x, 49, x >= 300 && x < 428 ? 0xffff0000u : 0xffffffffu);
    assert_pixel(&image, 310, 50, 0xffffffffu);
    ik_png_image_clear(&image);
}

static void write_red(const picture_test *test, const char *name)
{
    GError *error = NULL;
    gsize size;
    g_autoptr(GBytes) png = red_png();
    const void *bytes = g_bytes_get_data(png, &size);
    assert_true(ik_write_file(test->folder, name, bytes, size, &error));
}

#define PICTURE_LAYER "{\"id\": \"r\", \"type\": \"raster\", \"source\": \"s\"}"

/* 22.5 degrees of longitude are 128 pixels; 21.943 degrees of latitude as many (asinh(tan 21.943°) = 22.5° in radians).
 * The northern side runs from pixel 300 to 428, the southern from 364 to 492: row by row from north to south the
 * picture moves half a pixel to the east.
 */
static void a_slanted_picture_lies_between_its_corners(void **state)
{
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    write_red(test, "i.png");
    render(
        test,
        "{\"type\": \"image\", \"url\": \"i.png\", \"coordinates\": [[0, 21.943045533438], [22.5, "
        "21.943045533438], [33.75, 0], [11.25, 0]]}",
        PICTURE_LAYER, 2, &image, &error);
    ik_assert_no_error(error);
    assert_int_equal(test->notes->len, 0);
    for (guint y = 0; y < 50; y++) {
        const double west = 300 + (128 - 50 + y + 0.5) / 2, east = west + 128;
        for (guint x = 0; x < 600; x++)
            if (x + 1 < west - 0.5 || x > east + 0.5)
                assert_pixel(&image, x, y, 0xffffffffu);
            else if (x > west + 0.5 && x + 1 < east - 0.5)
                assert_pixel(&image, x, y, 0xffff0000u);
    }
    for (guint x = 0; x < 600; x++)
        assert_pixel(&image, x, 50, 0xffffffffu);
    ik_png_image_clear(&image);
}

/* Two pixels, red and blue, turned upside down: 128 pixels wide each on the map. Squares do not mix. */
static void pixels_of_a_slanted_picture_may_stay_squares(void **state)
{
    static uint32_t two[2] = {0xffff0000u, 0xff0000ffu};
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    gsize size;
    g_autoptr(ik_png_encoder) encoder = ik_png_encoder_new();
    g_autoptr(GBytes) png = ik_png_encode(encoder, two, 2, 1, &error);
    ik_assert_no_error(error);
    const void *bytes = g_bytes_get_data(png, &size);
    assert_true(ik_write_file(test->folder, "two.png", bytes, size, &error));
    render(test,
           "{\"type\": \"image\", \"url\": \"two.png\", \"coordinates\": [[45, -20], [0, -20], [0, "
           "20], [45, 20]]}",
           "{\"id\": \"r\", \"type\": \"raster\", \"source\": \"s\", \"paint\": "
           "{\"raster-resampling\": \"nearest\"}}",
           2, &image, &error);
    ik_assert_no_error(error);
    for (guint x = 0; x < 600; x++)
        assert_pixel(&image, x, 20,
                     x < 300 || x >= 556 ? 0xffffffffu
                     : x < 428           ? 0xff0000ffu
                                         : 0xffff0000u);
    ik_png_image_clear(&image);
}

static void corners_of_no_picture_are_refused(void **state)
{
    picture_test *test = *state;
    GError *error = NULL;
    ik_png_image image = {0};
    write_red(test, "i.png");
    assert_false(
        render(test,
               "{\"type\": \"image\", \"url\": \"i.png\", \"coordinates\": [[0, 20], [20, 0], "
               "[20, 20], [0, 0]]}",
               PICTURE_LAYER, 2, &image, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED, "sides cross");
    g_error_free(error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(raster_tiles_are_png_jpeg_or_webp),
        TEST(a_raster_tile_of_another_kind_is_an_error),
        TEST(a_raster_tile_lies_in_its_place),
        TEST(a_picture_lies_between_its_corners),
        TEST(a_slanted_picture_lies_between_its_corners),
        TEST(pixels_of_a_slanted_picture_may_stay_squares),
        TEST(corners_of_no_picture_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
