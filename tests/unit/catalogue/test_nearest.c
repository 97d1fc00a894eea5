/* test_nearest.c — distances to the nearest of many positions.   [tests] */
#include "nearest.h"

#include "test_support.h"

#include <math.h>

/* 6 371 008.8 m · π / 180 */
#define METRES_PER_DEGREE 111195.0797

static void a_tenth_of_a_degree_north_is_eleven_kilometres(void **state)
{
    (void)state;
    const ik_lonlat from[] = {{7, 51}, {7, 51.3}};
    const ik_lonlat to[] = {{7, 51.1}, {7, 52}};
    double distances[2];
    ik_nearest_distances(from, 2, to, 2, distances);
    ik_assert_near(distances[0], 0.1 * METRES_PER_DEGREE, 0.01);
    ik_assert_near(distances[1], 0.2 * METRES_PER_DEGREE, 0.01);
}

static void degrees_of_longitude_are_shorter(void **state)
{
    (void)state;
    /* at 60° north a degree of longitude is half as long: 0.15° east is nearer than 0.1° north */
    const ik_lonlat from = {7, 60}, to[] = {{7, 60.1}, {7.15, 60}};
    double distance;
    ik_nearest_distances(&from, 1, to, 2, &distance);
    ik_assert_near(distance, 0.15 * 0.5 * METRES_PER_DEGREE, 0.1);
}

static void without_any_position_no_distance_is_known(void **state)
{
    (void)state;
    const ik_lonlat from = {7, 51};
    double distance;
    ik_nearest_distances(&from, 1, NULL, 0, &distance);
    assert_true(isnan(distance));
}

static void it_is_the_least_of_all_distances(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(7);
    ik_lonlat to[300];
    for (guint i = 0; i < G_N_ELEMENTS(to); i++)
        to[i] = (ik_lonlat){g_rand_double_range(random, 5.8, 9.5),
                            g_rand_double_range(random, 50.3, 52.6)};
    for (guint round = 0; round < 100; round++) {
        const ik_lonlat from = {g_rand_double_range(random, 5.8, 9.5),
                                g_rand_double_range(random, 50.3, 52.6)};
        double distance, least = INFINITY;
        ik_nearest_distances(&from, 1, to, G_N_ELEMENTS(to), &distance);
        for (guint i = 0; i < G_N_ELEMENTS(to); i++)
            least = fmin(least, ik_lonlat_distance_m(from, to[i]));
        ik_assert_near(distance, least, 1e-6);
    }
    g_rand_free(random);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tenth_of_a_degree_north_is_eleven_kilometres),
        cmocka_unit_test(degrees_of_longitude_are_shorter),
        cmocka_unit_test(without_any_position_no_distance_is_known),
        cmocka_unit_test(it_is_the_least_of_all_distances),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
