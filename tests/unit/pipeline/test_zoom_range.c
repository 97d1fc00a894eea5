/* test_zoom_range.c — "5-12" as people write it.   [tests] */
#include "test_support.h"

#include <ideenkarte/build.h>

static void ranges_and_single_zooms_are_read(void **state)
{
    (void)state;
    guint min_zoom, max_zoom;
    assert_true(ik_zoom_range_parse("5-12", &min_zoom, &max_zoom));
    assert_int_equal(min_zoom, 5);
    assert_int_equal(max_zoom, 12);
    assert_true(ik_zoom_range_parse(" 0 - 18 ", &min_zoom, &max_zoom));
    assert_int_equal(min_zoom, 0);
    assert_int_equal(max_zoom, 18);
    assert_true(ik_zoom_range_parse("9", &min_zoom, &max_zoom));
    assert_int_equal(min_zoom, 9);
    assert_int_equal(max_zoom, 9);
}

static void anything_else_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",     "-",       "5-",  "-5",    "12-5",
                                        "5-19", "5-12-13", "a-b", "5.5-6", "+5"};
    guint min_zoom, max_zoom;
    for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
        assert_false(ik_zoom_range_parse(wrong[i], &min_zoom, &max_zoom));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(ranges_and_single_zooms_are_read),
                                       cmocka_unit_test(anything_else_is_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
