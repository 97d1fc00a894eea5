/* test_sprite.c — the images of a style.   [tests]
 *
 * Sheets are written by our encoder, which test_png_encoder.c holds against another reader.
 */
#include "test_support.h"

#include "builtin_sprite.h"
#include "png_encoder.h"
#include "sprite.h"

#include <ideenkarte/error.h>
#include <string.h>

enum { SIDE = 4 };

/* A sheet of 4 x 4 pixels, each with its number as blue. */
static GBytes *sheet(void)
{
    GError *error = NULL;
    uint32_t pixels[SIDE * SIDE];
    g_autoptr(ik_png_encoder) encoder = ik_png_encoder_new();
    for (guint i = 0; i < SIDE * SIDE; i++)
        pixels[i] = 0xff000000u | i;
    GBytes *png = ik_png_encode(encoder, pixels, SIDE, SIDE, &error);
    ik_assert_no_error(error);
    return png;
}

static bool add(ik_sprite *sprite, const char *id, const char *json, GError **error)
{
    g_autoptr(GBytes) text = g_bytes_new(json, strlen(json));
    g_autoptr(GBytes) png = sheet();
    const ik_sprite_source source = {id, "s.json", text, "s.png", png};
    return ik_sprite_add(sprite, &source, error);
}

static void images_are_cut_out_of_their_sheet(void **state)
{
    GError *error = NULL;
    g_autoptr(ik_sprite) sprite = ik_sprite_new();
    (void)state;
    assert_true(add(sprite, "default",
                    "{\"a\": {\"x\": 1, \"y\": 2, \"width\": 2, \"height\": 1, "
                    "\"pixelRatio\": 2, \"sdf\": true}}",
                    &error));
    const ik_sprite_image *a = ik_image_table_find(ik_sprite_images(sprite), "a");
    assert_non_null(a);
    assert_int_equal(a->pixels[0], 0xff000009); /* row 2, column 1 */
    assert_int_equal(a->pixels[1], 0xff00000a);
    assert_true(a->is_sdf);
    ik_assert_near(ik_image_width_px(a), 1, 0);
    ik_assert_near(ik_image_height_px(a), 0.5, 0);
}

static void stretches_and_content_are_read(void **state)
{
    GError *error = NULL;
    g_autoptr(ik_sprite) sprite = ik_sprite_new();
    (void)state;
    assert_true(
        add(sprite, NULL,
            "{\"a\": {\"x\": 0, \"y\": 0, \"width\": 4, \"height\": 4, \"stretchX\": "
            "[[1, 2], [2.5, 3]], \"content\": [1, 0, 3, 4], \"textFitWidth\": \"stretchOnly\", "
            "\"textFitHeight\": \"proportional\"}}",
            &error));
    const ik_sprite_image *a = ik_image_table_find(ik_sprite_images(sprite), "a");
    assert_int_equal(a->n_stretch_x, 2);
    ik_assert_near(a->stretch_x[1].from, 2.5, 0);
    assert_int_equal(a->n_stretch_y, 0);
    assert_true(a->has_content);
    ik_assert_near(a->content[2], 3, 0);
    assert_int_equal(a->fit_width, IK_TEXT_FIT_STRETCH_ONLY);
    assert_int_equal(a->fit_height, IK_TEXT_FIT_PROPORTIONAL);
}

static void sprites_other_than_the_default_have_their_id_in_front(void **state)
{
    static const char ONE[] = "{\"a\": {\"x\": 0, \"y\": 0, \"width\": 1, \"height\": 1}}";
    GError *error = NULL;
    g_autoptr(ik_sprite) sprite = ik_sprite_new();
    (void)state;
    assert_true(add(sprite, "default", ONE, &error));
    assert_true(add(sprite, "roads", ONE, &error));
    assert_non_null(ik_image_table_find(ik_sprite_images(sprite), "a"));
    assert_non_null(ik_image_table_find(ik_sprite_images(sprite), "roads:a"));
    assert_false(add(sprite, "default", ONE, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "s.json: there is another image \"a\"");
    g_clear_error(&error);
}

static void expect_failure(const char *json, const char *message)
{
    GError *error = NULL;
    g_autoptr(ik_sprite) sprite = ik_sprite_new();
    assert_false(add(sprite, NULL, json, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, message);
    assert_int_equal(ik_image_table_count(ik_sprite_images(sprite)), 0);
    g_clear_error(&error);
}

static void what_is_wrong_with_an_index_is_said(void **state)
{
    (void)state;
    expect_failure("[]", "s.json: expected an object of images");
    expect_failure("{\"a\": 1}", "s.json: a: an object is expected");
    expect_failure("{\"a\": {\"x\": 0, \"y\": 0, \"height\": 1}}",
                   "s.json: a: \"width\" is missing");
    expect_failure("{\"a\": {\"x\": 3, \"y\": 0, \"width\": 2, \"height\": 1}}",
                   "s.json: a.x: lies outside the sheet");
    expect_failure("{\"a\": {\"x\": 0, \"y\": -1, \"width\": 2, \"height\": 1}}",
                   "s.json: a.y: lies outside the sheet");
    expect_failure("{\"a\": {\"x\": 0, \"y\": 0, \"width\": 100000, \"height\": 100000}}",
                   "s.json: a.width: lies outside the sheet");
    expect_failure("{\"a\": {\"x\": 0.5, \"y\": 0, \"width\": 1, \"height\": 1}}",
                   "s.json: a.x: a whole number is expected");
    expect_failure("{\"a\": {\"x\": 0, \"y\": 0, \"width\": 1, \"height\": 1, \"pixelRatio\": 0}}",
                   "s.json: a.pixelRatio: a number from 1/64 to 64 is expected");
    expect_failure("{\"a\": {\"x\": 0, \"y\": 0, \"width\": 4, \"height\": 1, \"stretchX\": "
                   "[[2, 3], [1, 2]]}}",
                   "s.json: a.stretchX[1]: ranges must ascend and not overlap");
    expect_failure("{\"a\": {\"x\": 0, \"y\": 0, \"width\": 4, \"height\": 1, \"content\": "
                   "[0, 0, 4, 2]}}",
                   "s.json: a.content: left, top, right, bottom inside the image are expected");
    expect_failure("{\"a\": {\"x\": 0, \"y\": 0, \"width\": 4, \"height\": 1, \"textFitWidth\": "
                   "\"wide\"}}",
                   "s.json: a.textFitWidth: stretchOrShrink, stretchOnly or proportional");
}

/* A thousand entries of the whole sheet would be a thousand copies of it. */
static void copies_without_end_are_refused(void **state)
{
    enum { LARGE = 2048, COPIES = 5 };
    GError *error = NULL;
    g_autofree uint32_t *pixels = g_new0(uint32_t, (gsize)LARGE * LARGE);
    g_autoptr(ik_png_encoder) encoder = ik_png_encoder_new();
    g_autoptr(GBytes) png = ik_png_encode(encoder, pixels, LARGE, LARGE, &error);
    g_autoptr(GString) json = g_string_new("{");
    g_autoptr(ik_sprite) sprite = ik_sprite_new();
    (void)state;
    for (int i = 0; i < COPIES; i++)
        g_string_append_printf(json,
                               "%s\"%d\": {\"x\": 0, \"y\": 0, \"width\": 2048, \"height\": 2048}",
                               i > 0 ? ", " : "", i);
    g_string_append_c(json, '}');
    g_autoptr(GBytes) text = g_bytes_new(json->str, json->len);
    const ik_sprite_source source = {NULL, "s.json", text, "s.png", png};
    assert_false(ik_sprite_add(sprite, &source, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "pixels together");
    g_clear_error(&error);
}

static void images_of_the_program_are_there_at_both_ratios(void **state)
{
    (void)state;
    for (guint ratio = 1; ratio <= 2; ratio++) {
        GError *error = NULL;
        g_autoptr(ik_sprite) sprite = ik_sprite_new();
        assert_true(ik_sprite_add_builtin(sprite, ratio, &error));
        const ik_sprite_image *hatch = ik_image_table_find(ik_sprite_images(sprite), "hatch-4");
        ik_assert_near(ik_image_width_px(hatch), 16, 0);
        assert_int_equal(hatch->width, 16 * ratio);
        assert_non_null(ik_image_table_find(ik_sprite_images(sprite), "theme-language"));
    }
}

static void names_of_the_program_ascend(void **state)
{
    (void)state;
    for (guint i = 1; i < ik_builtin_image_count(); i++)
        assert_true(strcmp(ik_builtin_image_at(i - 1)->name, ik_builtin_image_at(i)->name) < 0);
}

/* The pattern put beside itself: a row of the seam is one that the pattern has inside, so many
 * pixels away as it repeats within itself (8 pixels).
 */
static void patterns_repeat_without_a_seam(void **state)
{
    static const char *const NAMES[] = {"hatch-0", "hatch-1", "hatch-4",
                                        "hatch-5", "dots-0",  "dots-2"};
    GError *error = NULL;
    g_autoptr(ik_sprite) sprite = ik_sprite_new();
    (void)state;
    assert_true(ik_sprite_add_builtin(sprite, 2, &error));
    for (gsize n = 0; n < G_N_ELEMENTS(NAMES); n++) {
        const ik_sprite_image *image = ik_image_table_find(ik_sprite_images(sprite), NAMES[n]);
        guint half = image->width / 2;
        for (guint y = 0; y < image->height; y++)
            for (guint x = 0; x < half; x++)
                assert_int_equal(image->pixels[y * image->width + x],
                                 image->pixels[y * image->width + x + half]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(images_are_cut_out_of_their_sheet),
        cmocka_unit_test(stretches_and_content_are_read),
        cmocka_unit_test(sprites_other_than_the_default_have_their_id_in_front),
        cmocka_unit_test(what_is_wrong_with_an_index_is_said),
        cmocka_unit_test(copies_without_end_are_refused),
        cmocka_unit_test(images_of_the_program_are_there_at_both_ratios),
        cmocka_unit_test(names_of_the_program_ascend),
        cmocka_unit_test(patterns_repeat_without_a_seam),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
