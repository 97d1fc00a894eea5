/* test_photo_jpeg.c — orientation, sizes of decoding, what is written.   [tests] */
#include "photo_fixture.h"

static bool holds(GBytes *bytes, const char *part)
{
    return find_bytes(bytes, part) != NULL;
}

/* EXIF 2.32, 4.6.4: what was stored as red green / blue white, as it is to be seen. */
static void the_right_side_is_up(void **state)
{
    (void)state;
    static const guint seen[9][4] = {
        {0},
        {RED, GREEN, BLUE, WHITE},
        {GREEN, RED, WHITE, BLUE},
        {WHITE, BLUE, GREEN, RED},
        {BLUE, WHITE, RED, GREEN},
        {RED, BLUE, GREEN, WHITE},
        {BLUE, RED, WHITE, GREEN},
        {WHITE, GREEN, BLUE, RED},
        {GREEN, WHITE, RED, BLUE},
    };
    for (guint orientation = 1; orientation <= 8; orientation++) {
        g_autoptr(GBytes) jpeg = jpeg_of(64, 32, orientation);
        g_autoptr(ik_photo) photo = read_bytes(jpeg, 960);
        assert_int_equal(photo->width, orientation < 5 ? 64 : 32);
        assert_int_equal(photo->height, orientation < 5 ? 32 : 64);
        assert_quarters(photo, seen[orientation]);
    }
}

static void a_large_picture_is_decoded_smaller_but_never_too_small(void **state)
{
    (void)state;
    static const struct {
        guint width, side, decoded;
    } cases[] = {{64, 960, 64},     {1600, 960, 1600}, {1920, 960, 960},
                 {1919, 960, 1919}, {3840, 960, 960},  {4000, 320, 500}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GBytes) jpeg = jpeg_of(cases[i].width, 16, 0);
        g_autoptr(ik_photo) photo = read_bytes(jpeg, cases[i].side);
        assert_int_equal(photo->width, cases[i].decoded);
    }
}

static void what_is_written_holds_pixels_and_nothing_else(void **state)
{
    (void)state;
    g_autoptr(GBytes) jpeg = jpeg_of(640, 480, 6);
    assert_true(holds(jpeg, "Exif") && holds(jpeg, "GPSSECRET"));
    g_autoptr(ik_photo) photo = read_bytes(jpeg, 960);
    g_autoptr(GBytes) written = ik_photo_to_jpeg(photo);
    g_autoptr(GBytes) again = ik_photo_to_jpeg(photo);
    assert_false(holds(written, "Exif") || holds(written, "GPSSECRET"));
    assert_true(g_bytes_equal(written, again));
    g_autoptr(ik_photo) back = read_bytes(written, 960);
    static const guint turned[] = {BLUE, RED, WHITE, GREEN};
    assert_int_equal(back->width, 480);
    assert_quarters(back, turned);
}

static void a_picture_repeated_too_often_is_refused(void **state)
{
    (void)state;
    g_autoptr(GBytes) jpeg = jpeg_of(64, 48, 0);
    g_autoptr(ik_photo) photo = read_bytes(jpeg, 960);
    g_autoptr(GBytes) progressive = ik_photo_to_jpeg(photo);
    gsize size;
    const guint8 *bytes = g_bytes_get_data(progressive, &size);
    const guint8 *scan =
        find_bytes(progressive, "\xFF\xDA"); /* the first scan, up to the next table or scan */
    const guint8 *end = scan + 2;
    while (!(end[0] == 0xFF && (end[1] == 0xC4 || end[1] == 0xDA)))
        end++;
    g_autoptr(GByteArray) bomb = g_byte_array_new();
    g_byte_array_append(bomb, bytes, (guint)(end - bytes));
    for (guint i = 0; i < 200; i++)
        g_byte_array_append(bomb, scan, (guint)(end - scan));
    g_byte_array_append(bomb, end, (guint)(bytes + size - end));
    assert_refused(bomb->data, bomb->len, "more than 100 scans");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_right_side_is_up),
        cmocka_unit_test(a_large_picture_is_decoded_smaller_but_never_too_small),
        cmocka_unit_test(what_is_written_holds_pixels_and_nothing_else),
        cmocka_unit_test(a_picture_repeated_too_often_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
