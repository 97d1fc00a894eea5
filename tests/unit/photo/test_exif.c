/* test_exif.c — the orientation in EXIF, and blocks that are damaged.   [tests] */
#include "photo_fixture.h"

static void both_byte_orders_are_read(void **state)
{
    (void)state;
    static const guint8 big[] = {'M',  'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01,
                                 0x12, 0,   3, 0,  0, 0, 1, 0, 8, 0, 0};
    for (guint orientation = 1; orientation <= 8; orientation++) {
        g_autoptr(GByteArray) little = exif_block(orientation);
        assert_int_equal(ik_exif_orientation(little->data, little->len), orientation);
        assert_int_equal(ik_exif_orientation(little->data + 6, little->len - 6), orientation);
    }
    assert_int_equal(ik_exif_orientation(big, sizeof big), 8);
}

static void what_is_damaged_or_out_of_range_is_upright(void **state)
{
    (void)state;
    g_autoptr(GByteArray) nine = exif_block(9), none = exif_block(0), six = exif_block(6);
    assert_int_equal(ik_exif_orientation(nine->data, nine->len), 1);
    assert_int_equal(ik_exif_orientation(none->data, none->len), 1);
    for (guint length = 0; length < 24; length++)
        assert_int_equal(ik_exif_orientation(six->data, length), 1);
    memset(six->data + 10, 0xFF, 4); /* where the directory begins */
    assert_int_equal(ik_exif_orientation(six->data, six->len), 1);
    assert_int_equal(ik_exif_orientation(six->data, 0), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_byte_orders_are_read),
        cmocka_unit_test(what_is_damaged_or_out_of_range_is_upright),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
