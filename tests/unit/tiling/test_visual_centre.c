/* test_visual_centre.c — where the name of a face stands.   [tests]
 *
 * Names are twice as wide as high: a degree to the east counts as half a degree to the north. Near the equator a
 * degree is 11,651 units of zoom 10, and the search is exact to 16 of them.
 */
#include "test_support.h"

#include "topology.h"
#include "visual_centre.h"

#include <math.h>

#define NEAR_DEGREES 0.006
#define MAX_POINTS   16

typedef struct {
    double lon, lat;
} corner;

/* Of one face of up to two rings, the second a hole. */
static ik_lonlat centre_of(const corner *corners, const uint32_t *counts, uint32_t n_rings)
{
    static const uint32_t FACES[] = {0, 0};
    GError *error = NULL;
    ik_fixed_lonlat points[MAX_POINTS];
    uint32_t n = 0;
    for (uint32_t r = 0; r < n_rings; r++)
        n += counts[r];
    for (uint32_t i = 0; i < n; i++)
        points[i] = (ik_fixed_lonlat){(int32_t)lround(corners[i].lon * 1e6),
                                      (int32_t)lround(corners[i].lat * 1e6)};
    const ik_coverage_rings rings = {points, counts, FACES, n_rings, 1};
    g_autoptr(ik_topology) topology = ik_topology_build(&rings, &error);
    ik_assert_no_error(error);
    return ik_visual_centre(topology, 0);
}

/* A square for names: the middle. */
static void a_face_twice_as_wide_as_high_has_it_in_the_middle(void **state)
{
    static const corner CORNERS[] = {{5, 0}, {7, 0}, {7, 1}, {5, 1}};
    (void)state;
    ik_lonlat found = centre_of(CORNERS, (uint32_t[]){4}, 1);
    ik_assert_near(found.lon, 6, NEAR_DEGREES);
    ik_assert_near(found.lat, 0.5, NEAR_DEGREES);
}

/* The middle of the box of both is in the arm or outside. */
static void an_arm_does_not_move_it(void **state)
{
    static const corner CORNERS[] = {{0, 0}, {2, 0}, {2, 1}, {0.2, 1}, {0.2, 3}, {0, 3}};
    (void)state;
    ik_lonlat found = centre_of(CORNERS, (uint32_t[]){6}, 1);
    ik_assert_near(found.lon, 1, NEAR_DEGREES);
    ik_assert_near(found.lat, 0.5, NEAR_DEGREES);
}

/* Where a name is as far from the hole as from the border: east of it by a degree, and as much from the east end. */
static void it_keeps_clear_of_a_hole(void **state)
{
    static const corner CORNERS[] = {{0, 0},     {4, 0},     {4, 1},     {0, 1},
                                     {0.8, 0.3}, {0.8, 0.7}, {1.2, 0.7}, {1.2, 0.3}};
    (void)state;
    ik_lonlat found = centre_of(CORNERS, (uint32_t[]){4, 4}, 2);
    ik_assert_near(found.lat, 0.5, NEAR_DEGREES);
    assert_true(found.lon > 2.2 - NEAR_DEGREES && found.lon < 3 + NEAR_DEGREES);
}

/* 47 by 23 units, less than a cell of the search and hardly more than what is simplified away; then 2 by 1. */
static void a_tiny_face_has_it_nearby(void **state)
{
    static const double SIZES[] = {0.004, 0.0002};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(SIZES); i++) {
        double size = SIZES[i];
        const corner corners[] = {
            {7, 1}, {7 + size, 1}, {7 + size, 1 + size / 2}, {7, 1 + size / 2}};
        ik_lonlat found = centre_of(corners, (uint32_t[]){4}, 1);
        ik_assert_near(found.lon, 7 + size / 2, size + 1e-4);
        ik_assert_near(found.lat, 1 + size / 4, size + 1e-4);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_face_twice_as_wide_as_high_has_it_in_the_middle),
        cmocka_unit_test(an_arm_does_not_move_it),
        cmocka_unit_test(it_keeps_clear_of_a_hole),
        cmocka_unit_test(a_tiny_face_has_it_nearby),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
