/* test_painter.c — mixing colours by parts. */
#include "test_support.h"

#include "painter.h"

#define FULL IK_COVER_FULL

static void half_red_on_white_is_pink(void **state)
{
    (void)state;
    /* (255 + 255) / 2, (0 + 255) / 2 = 127.5, rounded up */
    assert_int_equal(ik_pixel_mix(0xffffffff, 0xffff0000, FULL / 2), 0xffff8080);
    assert_int_equal(ik_pixel_mix(0xffffffff, 0xffff0000, FULL), 0xffff0000);
    assert_int_equal(ik_pixel_mix(0xff102030, 0xffff0000, 0), 0xff102030);
}

static void a_translucent_colour_is_multiplied_by_its_alpha(void **state)
{
    (void)state;
    /* alpha 0.4 = 102/255; red 102 */
    assert_int_equal(ik_paint_pixel((ik_paint){1, 0, 0, 0.4}), 0x66660000);
    /* on white: 255 * 0.6 + 102 = 255; 153 */
    assert_int_equal(ik_pixel_mix(0xffffffff, 0x66660000, FULL), 0xffff9999);
    /* half of it: 255 * 0.8 = 204 */
    assert_int_equal(ik_pixel_mix(0xffffffff, 0x66660000, FULL / 2), 0xffffcccc);
    /* on nothing */
    assert_int_equal(ik_pixel_mix(0, 0x66660000, FULL / 2), 0x33330000);
}

static void areas_side_by_side_share_a_pixel(void **state)
{
    static const uint32_t COLORS[] = {0xffff0000, 0xff0000ff};
    uint32_t pixels[3 * 2];
    const ik_pixel_area area = {pixels, 2, 2, 3};
    g_autoptr(ik_pixel_cover) cover = ik_pixel_cover_new(2, 2);
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(pixels); i++)
        pixels[i] = 0xff00ff00;
    /* red up to x = 0.5, blue from there on: no green between them */
    for (guint32 a = 0; a < 2; a++) {
        int32_t left = a == 0 ? 0 : 128, right = a == 0 ? 128 : 512;
        const ik_subpixel corners[] = {{left, 0}, {left, 512}, {right, 512}, {right, 0}};
        for (guint i = 0; i < 4; i++)
            ik_pixel_cover_line(cover, a, corners[i], corners[(i + 1) % 4]);
    }
    ik_paint_cover(&area, cover, COLORS);
    assert_int_equal(pixels[0], 0xff800080);
    assert_int_equal(pixels[1], 0xff0000ff);
    assert_int_equal(pixels[4], 0xff0000ff);
    assert_int_equal(pixels[2], 0xff00ff00); /* beyond the area's width */
}

static void a_cover_hides_or_tints_everything(void **state)
{
    uint32_t pixels[4] = {0xffffffff, 0xff000000, 0, 0xff0000ff};
    const ik_pixel_area area = {pixels, 4, 1, 4};
    (void)state;
    ik_paint_all(&area, 0x66660000);
    assert_int_equal(pixels[0], 0xffff9999);
    assert_int_equal(pixels[1], 0xff660000);
    assert_int_equal(pixels[2], 0x66660000);
    assert_int_equal(pixels[3], 0xff660099);
    ik_paint_all(&area, 0xff123456);
    for (guint i = 0; i < 4; i++)
        assert_int_equal(pixels[i], 0xff123456);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(half_red_on_white_is_pink),
        cmocka_unit_test(a_translucent_colour_is_multiplied_by_its_alpha),
        cmocka_unit_test(areas_side_by_side_share_a_pixel),
        cmocka_unit_test(a_cover_hides_or_tints_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
