/* test_quad_map.c — four corners as the view of a square.   [tests] */
#include "test_support.h"

#include <math.h>

#include "quad_map.h"

static void expect_place(const ik_quad_map *map, double x, double y, double u, double v)
{
    double found_u, found_v;
    assert_true(ik_quad_map_place(map, x, y, &found_u, &found_v));
    ik_assert_near(found_u, u, 1e-12);
    ik_assert_near(found_v, v, 1e-12);
}

static void a_parallelogram_is_mapped_evenly(void **state)
{
    static const ik_grid_position corners[4] = {{10, 20}, {14, 22}, {13, 28}, {9, 26}};
    ik_quad_map map;
    double u, v;
    (void)state;
    assert_true(ik_quad_map_init(&map, corners));
    expect_place(&map, 11, 20.5, 0.25, 0);
    expect_place(&map, 11.5, 24, 0.5, 0.5);
    expect_place(&map, 12.5, 24.5, 0.75, 0.5); /* 10 + 0.75 * 4 - 0.5, 20 + 0.75 * 2 + 0.5 * 6 */
    assert_false(ik_quad_map_place(&map, 9, 20, &u, &v));
}

/* Straight lines stay straight: the diagonals of a trapezium with sides of 4 and 2 cross two thirds of the way up. */
static void the_middle_lies_where_the_diagonals_cross(void **state)
{
    static const ik_grid_position corners[4] = {{0, 0}, {4, 0}, {3, 2}, {1, 2}};
    ik_quad_map map;
    (void)state;
    assert_true(ik_quad_map_init(&map, corners));
    expect_place(&map, 2, 4.0 / 3, 0.5, 0.5);
    expect_place(&map, 2, 0, 0.5, 0);
    expect_place(&map, 2, 2, 0.5, 1);
    expect_place(&map, 3.5, 1, 1, 1 / 3.0);
}

static void corners_may_run_the_other_way(void **state)
{
    static const ik_grid_position corners[4] = {{4, 0}, {0, 0}, {1, 2}, {3, 2}};
    ik_quad_map map;
    (void)state;
    assert_true(ik_quad_map_init(&map, corners));
    expect_place(&map, 1, 0, 0.75, 0);
}

static void what_is_not_convex_is_refused(void **state)
{
    static const ik_grid_position cases[][4] = {
        {{0, 0}, {4, 0}, {0, 4}, {4, 4}}, /* sides cross */
        {{0, 0}, {4, 0}, {1, 1}, {0, 4}}, /* one corner inside the others */
        {{0, 0}, {1, 1}, {2, 2}, {3, 3}}, /* all in a row */
        {{0, 0}, {0, 0}, {0, 0}, {0, 0}}, /* all in one place */
        {{0, 0}, {NAN, 0}, {4, 4}, {0, 4}}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        ik_quad_map map;
        assert_false(ik_quad_map_init(&map, cases[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_parallelogram_is_mapped_evenly),
        cmocka_unit_test(the_middle_lies_where_the_diagonals_cross),
        cmocka_unit_test(corners_may_run_the_other_way),
        cmocka_unit_test(what_is_not_convex_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
