/* test_photo_scale.c — smaller pictures: sizes, means in linear light.   [tests] */
#include "photo_fixture.h"

static ik_photo *plain(guint width, guint height)
{
    ik_photo *photo = ik_photo_new(width, height, NULL);
    memset(photo->rgb, 0, (gsize)width * height * 3);
    return photo;
}

static void the_longer_side_gets_the_size_asked_for(void **state)
{
    (void)state;
    static const guint cases[][4] = {{1920, 1080, 960, 540}, {1080, 1920, 540, 960},
                                     {1000, 3, 960, 3},      {961, 1, 960, 1},
                                     {100, 50, 100, 50},     {960, 960, 960, 960}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(ik_photo) photo = plain(cases[i][0], cases[i][1]);
        g_autoptr(ik_photo) small = ik_photo_scale(photo, 960);
        assert_int_equal(small->width, cases[i][2]);
        assert_int_equal(small->height, cases[i][3]);
    }
}

/* IEC 61966-2-1: black and white in equal parts are half the light, sRGB 187.5. A mean of the bytes would be 127. */
static void black_and_white_make_the_grey_of_half_the_light(void **state)
{
    (void)state;
    g_autoptr(ik_photo) photo = plain(4, 2);
    for (guint i = 0; i < 8; i += 2)
        memset(photo->rgb + (gsize)i * 3, 255, 3);
    g_autoptr(ik_photo) small = ik_photo_scale(photo, 2);
    assert_int_equal(small->width, 2);
    assert_int_equal(small->height, 1);
    for (guint i = 0; i < 6; i++)
        ik_assert_near(small->rgb[i], 187.5, 1);
}

/* 3 to 2: each pixel is the whole of one and half of the next; white, black, white: two thirds of the light, sRGB 212. */
static void a_pixel_on_the_edge_counts_in_part(void **state)
{
    (void)state;
    g_autoptr(ik_photo) photo = plain(3, 1);
    memset(photo->rgb, 255, 3);
    memset(photo->rgb + 6, 255, 3);
    g_autoptr(ik_photo) small = ik_photo_scale(photo, 2);
    ik_assert_near(small->rgb[0], 212.3, 1);
    ik_assert_near(small->rgb[3], 212.3, 1);
}

static void a_plain_colour_stays_as_it_is(void **state)
{
    (void)state;
    for (guint value = 0; value < 256; value += 15) {
        g_autoptr(ik_photo) photo = plain(37, 23);
        memset(photo->rgb, (int)value, (gsize)37 * 23 * 3);
        g_autoptr(ik_photo) small = ik_photo_scale(photo, 10);
        for (guint i = 0; i < small->width * small->height * 3; i++)
            ik_assert_near(small->rgb[i], value, value < 20 ? 3 : 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longer_side_gets_the_size_asked_for),
        cmocka_unit_test(black_and_white_make_the_grey_of_half_the_light),
        cmocka_unit_test(a_pixel_on_the_edge_counts_in_part),
        cmocka_unit_test(a_plain_colour_stays_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
