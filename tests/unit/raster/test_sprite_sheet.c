/* test_sprite_sheet.c — a sheet that is written reads back as the images it was made of.   [raster] */
#include "test_support.h"

#include "builtin_sprite.h"
#include "sprite_sheet.h"

#include <string.h>

static ik_sprite *sheet_read_back(double ratio)
{
    GError *error = NULL;
    g_autoptr(ik_sprite) sprite = ik_sprite_new();
    g_autoptr(GBytes) png = NULL;
    g_autofree char *json = NULL;
    assert_true(ik_sprite_add_builtin(sprite, ratio, &error));
    assert_true(ik_sprite_sheet_new(sprite, &png, &json, &error));
    ik_assert_no_error(error);
    g_autoptr(GBytes) text = g_bytes_new(json, strlen(json));
    const ik_sprite_source source = {"default", "a.json", text, "a.png", png};
    ik_sprite *read = ik_sprite_new();
    assert_true(ik_sprite_add(read, &source, &error));
    ik_assert_no_error(error);
    return read;
}

/* The reader is that of foreign sprites, tested against sheets that were not made here. */
static void every_image_reads_back_pixel_for_pixel(void **state)
{
    (void)state;
    for (int ratio = 1; ratio <= 2; ratio++) {
        g_autoptr(ik_sprite) drawn = ik_sprite_new();
        g_autoptr(ik_sprite) read = sheet_read_back(ratio);
        assert_true(ik_sprite_add_builtin(drawn, ratio, NULL));
        const ik_image_table *images = ik_sprite_images(drawn);
        assert_int_equal(ik_image_table_count(ik_sprite_images(read)),
                         ik_image_table_count(images));
        for (guint i = 0; i < ik_image_table_count(images); i++) {
            const ik_sprite_image *image = ik_image_table_at(images, i);
            const ik_sprite_image *same = ik_image_table_find(ik_sprite_images(read), image->name);
            assert_non_null(same);
            assert_true(same->pixel_ratio == ratio);
            assert_int_equal(image->width, same->width);
            assert_int_equal(image->height, same->height);
            assert_memory_equal(image->pixels, same->pixels,
                                (gsize)image->width * image->height * 4);
        }
    }
}

static void an_empty_sprite_is_a_sheet_without_images(void **state)
{
    (void)state;
    g_autoptr(ik_sprite) sprite = ik_sprite_new();
    g_autoptr(GBytes) png = NULL;
    g_autofree char *json = NULL;
    assert_true(ik_sprite_sheet_new(sprite, &png, &json, NULL));
    assert_string_equal(json, "{}\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_image_reads_back_pixel_for_pixel),
                                       cmocka_unit_test(an_empty_sprite_is_a_sheet_without_images)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
