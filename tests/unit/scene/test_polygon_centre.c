/* test_polygon_centre.c — the point furthest from the edges.   [tests] */
#include "test_support.h"

#include "polygon_centre.h"

#include <math.h>

enum { TOLERANCE = 32 }; /* tile units: two CSS pixels */

static void the_middle_of_a_square_is_its_middle(void **state)
{
    static const ik_tile_point SQUARE[] = {{0, 0}, {4000, 0}, {4000, 4000}, {0, 4000}};
    const ik_ring ring = {SQUARE, 4};
    (void)state;
    ik_tile_point middle = ik_polygon_centre(&ring, 1);
    ik_assert_near(middle.x, 2000, TOLERANCE);
    ik_assert_near(middle.y, 2000, TOLERANCE);
}

/* An L of two bars, 1000 wide: the largest circle lies in the corner, touching the two outer edges
 * and the inner corner (1000, 3000). Its radius r: middle (r, 4000 - r), distance to the corner r:
 * (1000 - r)² + (1000 - r)² = r² → r = 1000 (2 - √2) = 585.8.
 */
static void the_middle_of_an_l_is_in_its_corner(void **state)
{
    static const ik_tile_point L[] = {{0, 0},       {1000, 0},    {1000, 3000},
                                      {4000, 3000}, {4000, 4000}, {0, 4000}};
    const ik_ring ring = {L, 6};
    (void)state;
    ik_tile_point middle = ik_polygon_centre(&ring, 1);
    ik_assert_near(middle.x, 585.8, TOLERANCE);
    ik_assert_near(middle.y, 4000 - 585.8, TOLERANCE);
}

static void a_hole_is_avoided(void **state)
{
    static const ik_tile_point OUTER[] = {{0, 0}, {4000, 0}, {4000, 4000}, {0, 4000}};
    static const ik_tile_point INSIDE[] = {{500, 500}, {500, 3000}, {3000, 3000}, {3000, 500}};
    const ik_ring rings[] = {{OUTER, 4}, {INSIDE, 4}};
    (void)state;
    ik_tile_point middle = ik_polygon_centre(rings, 2);
    /* the widest room is where the two bars of 1000 meet */
    ik_assert_near(middle.x, 4000 - 585.8, TOLERANCE);
    ik_assert_near(middle.y, 4000 - 585.8, TOLERANCE);
}

static void a_ring_without_area_has_a_middle_all_the_same(void **state)
{
    static const ik_tile_point FLAT[] = {{0, 0}, {100, 0}, {50, 0}};
    const ik_ring ring = {FLAT, 3};
    (void)state;
    ik_tile_point middle = ik_polygon_centre(&ring, 1);
    assert_int_equal(middle.y, 0);
    assert_true(middle.x >= 0 && middle.x <= 100);
}

static void areas_have_the_sign_of_their_turn(void **state)
{
    static const ik_tile_point CLOCKWISE[] = {{0, 0}, {2, 0}, {2, 3}, {0, 3}};
    static const ik_tile_point COUNTER[] = {{0, 0}, {0, 3}, {2, 3}, {2, 0}};
    (void)state;
    ik_assert_near(ik_ring_area2(CLOCKWISE, 4), 12, 0);
    ik_assert_near(ik_ring_area2(COUNTER, 4), -12, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_middle_of_a_square_is_its_middle),
        cmocka_unit_test(the_middle_of_an_l_is_in_its_corner),
        cmocka_unit_test(a_hole_is_avoided),
        cmocka_unit_test(a_ring_without_area_has_a_middle_all_the_same),
        cmocka_unit_test(areas_have_the_sign_of_their_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
