/* test_orientation.c — exact sides of lines.   [tests] */
#include "orientation.h"

#include <math.h>

#include "test_support.h"

static void left_right_and_on_the_line(void **state)
{
    (void)state;
    ik_lonlat a = {0, 0}, b = {2, 1};
    assert_int_equal(ik_lonlat_orientation(a, b, (ik_lonlat){1, 1}), 1);
    assert_int_equal(ik_lonlat_orientation(a, b, (ik_lonlat){1, 0}), -1);
    assert_int_equal(ik_lonlat_orientation(a, b, (ik_lonlat){4, 2}), 0);
    assert_int_equal(ik_lonlat_orientation(b, a, (ik_lonlat){1, 1}), -1);
    assert_int_equal(ik_lonlat_orientation(a, a, (ik_lonlat){1, 1}), 0);
}

/* Kettner and others (2008), Classroom examples of robustness problems: plain floating point gets many
 * of these wrong. On the grid of one unit in the last place about (0.5, 0.5) the line from (12, 12)
 * to (24, 24) is the diagonal, so the exact side of a grid point is the sign of y - x. */
static void a_step_of_one_unit_in_the_last_place_is_seen(void **state)
{
    (void)state;
    ik_lonlat a = {12, 12}, b = {24, 24};
    double unit = ldexp(1.0, -53);
    for (int x = 0; x < 256; x++) {
        for (int y = 0; y < 256; y++) {
            ik_lonlat p = {0.5 + x * unit, 0.5 + y * unit};
            int expected = (p.lat > p.lon) - (p.lat < p.lon);
            assert_int_equal(ik_lonlat_orientation(a, b, p), expected);
        }
    }
}

/* Coordinates a few units in the last place apart: the exact side by arithmetic on whole numbers. */
static void sides_a_hair_apart_are_those_of_whole_numbers(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(11);
    double unit = ldexp(1.0, -49); /* of doubles between 8 and 16 */
    for (int i = 0; i < 100000; i++) {
        double v[6]; /* whole numbers */
        for (int k = 0; k < 6; k++) {
            v[k] = g_rand_int_range(random, -30, 30);
        }
        ik_lonlat a = {8 + v[0] * unit + 31 * unit, 9 + v[1] * unit};
        ik_lonlat b = {8 + v[2] * unit + 31 * unit, 9 + v[3] * unit};
        ik_lonlat c = {8 + v[4] * unit + 31 * unit, 9 + v[5] * unit};
        double exact = (v[2] - v[0]) * (v[5] - v[1]) - (v[3] - v[1]) * (v[4] - v[0]);
        assert_int_equal(ik_lonlat_orientation(a, b, c), (exact > 0) - (exact < 0));
    }
}

static void a_point_between_lies_on_the_segment_not_beyond_it(void **state)
{
    (void)state;
    ik_lonlat a = {7, 51}, b = {8, 52};
    assert_true(ik_lonlat_is_between(a, b, a));
    assert_true(ik_lonlat_is_between(a, b, b));
    assert_true(ik_lonlat_is_between(a, b, (ik_lonlat){7.5, 51.5}));
    assert_false(ik_lonlat_is_between(a, b, (ik_lonlat){7.5, nextafter(51.5, 60.0)}));
    assert_false(ik_lonlat_is_between(a, b, (ik_lonlat){8.5, 52.5}));
    assert_false(ik_lonlat_is_between((ik_lonlat){7, 51}, (ik_lonlat){8, 51}, (ik_lonlat){9, 51}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(left_right_and_on_the_line),
        cmocka_unit_test(a_step_of_one_unit_in_the_last_place_is_seen),
        cmocka_unit_test(sides_a_hair_apart_are_those_of_whole_numbers),
        cmocka_unit_test(a_point_between_lies_on_the_segment_not_beyond_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
