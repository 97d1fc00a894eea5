/* test_lonlat.c — distances and short moves on the sphere.   [tests] */
#include <ideenkarte/geo.h>

#include "test_support.h"

static const ik_lonlat DORTMUND = {7.4652, 51.5136};
static const ik_lonlat KOELN = {6.9603, 50.9375};

/* Expected: angle between the two unit vectors by atan2 of cross and dot product, times the radius. */
static void distances_are_those_of_the_vector_formula(void **state)
{
    (void)state;
    ik_assert_near(ik_lonlat_distance_m(DORTMUND, KOELN), 73073.56690817875, 1e-6);
    ik_assert_near(ik_lonlat_distance_m(KOELN, DORTMUND), 73073.56690817875, 1e-6);
    ik_assert_near(ik_lonlat_distance_m((ik_lonlat){7.0, 51.0}, (ik_lonlat){7.000001, 51.0}),
                   0.06997733137552928, 1e-9);
    ik_assert_near(ik_lonlat_distance_m(KOELN, KOELN), 0.0, 0.0);
}

/* A degree along a meridian is 6371008.8 * pi / 180 metres; the antipode half the circumference. */
static void a_degree_of_latitude_is_111_195_metres(void **state)
{
    (void)state;
    ik_assert_near(ik_lonlat_distance_m((ik_lonlat){7.0, 51.0}, (ik_lonlat){7.0, 52.0}),
                   111195.08023353334, 1e-6);
    ik_assert_near(ik_lonlat_distance_m((ik_lonlat){0.0, 0.0}, (ik_lonlat){180.0, 0.0}),
                   6371008.8 * G_PI, 1e-6);
}

static void a_move_is_as_long_as_it_was_asked_to_be(void **state)
{
    (void)state;
    ik_lonlat moved = ik_lonlat_moved(DORTMUND, 30.0, -40.0);
    assert_true(moved.lon > DORTMUND.lon && moved.lat < DORTMUND.lat);
    ik_assert_near(ik_lonlat_distance_m(DORTMUND, moved), 50.0, 1e-3);
    ik_lonlat north = ik_lonlat_moved(DORTMUND, 0.0, 111195.08023353334);
    ik_assert_near(north.lat, DORTMUND.lat + 1.0, 1e-12);
    ik_assert_near(north.lon, DORTMUND.lon, 0.0);
}

static void a_box_holds_its_borders_and_nothing_beyond(void **state)
{
    (void)state;
    ik_lonlat_box box = {5.0, 50.0, 9.0, 52.0};
    assert_true(ik_lonlat_box_contains(&box, (ik_lonlat){5.0, 50.0}));
    assert_true(ik_lonlat_box_contains(&box, (ik_lonlat){9.0, 52.0}));
    assert_true(ik_lonlat_box_contains(&box, (ik_lonlat){7.0, 51.0}));
    assert_false(ik_lonlat_box_contains(&box, (ik_lonlat){4.999999, 51.0}));
    assert_false(ik_lonlat_box_contains(&box, (ik_lonlat){9.000001, 51.0}));
    assert_false(ik_lonlat_box_contains(&box, (ik_lonlat){7.0, 49.999999}));
    assert_false(ik_lonlat_box_contains(&box, (ik_lonlat){7.0, 52.000001}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances_are_those_of_the_vector_formula),
        cmocka_unit_test(a_degree_of_latitude_is_111_195_metres),
        cmocka_unit_test(a_move_is_as_long_as_it_was_asked_to_be),
        cmocka_unit_test(a_box_holds_its_borders_and_nothing_beyond),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
