/* test_symbol_anchor.c — offsets of texts, in ems.   [tests]
 *
 * Expected: worked out from MapLibre GL JS, where 24 units are an em and a text begins 7 below the
 * upper edge of its block.
 */
#include "test_support.h"

#include "symbol_anchor.h"

#include <math.h>

static void expect(const double offset[2], double x, double y)
{
    ik_assert_near(offset[0], x / 24, 1e-12);
    ik_assert_near(offset[1], y / 24, 1e-12);
}

static void a_radius_of_one_em(void **state)
{
    const double side = 24 / G_SQRT2;
    double offset[2];
    (void)state;
    ik_anchor_radial_offset(IK_ANCHOR_TOP, 1, offset);
    expect(offset, 0, 24 - 7);
    ik_anchor_radial_offset(IK_ANCHOR_BOTTOM, 1, offset);
    expect(offset, 0, -24 + 7);
    ik_anchor_radial_offset(IK_ANCHOR_LEFT, 1, offset);
    expect(offset, 24, 0);
    ik_anchor_radial_offset(IK_ANCHOR_RIGHT, 1, offset);
    expect(offset, -24, 0);
    ik_anchor_radial_offset(IK_ANCHOR_TOP_LEFT, 1, offset);
    expect(offset, side, side - 7);
    ik_anchor_radial_offset(IK_ANCHOR_BOTTOM_RIGHT, 1, offset);
    expect(offset, -side, -side + 7);
    ik_anchor_radial_offset(IK_ANCHOR_CENTER, 1, offset);
    expect(offset, 0, 0);
}

static void a_negative_radius_is_none(void **state)
{
    double offset[2];
    (void)state;
    ik_anchor_radial_offset(IK_ANCHOR_TOP, -3, offset);
    expect(offset, 0, -7);
}

static void distances_count_away_from_the_point(void **state)
{
    const double distance[2] = {-2, 1};
    double offset[2];
    (void)state;
    ik_anchor_distance_offset(IK_ANCHOR_TOP_RIGHT, distance, offset);
    expect(offset, -48, 24 - 7);
    ik_anchor_distance_offset(IK_ANCHOR_BOTTOM, distance, offset);
    expect(offset, 0, -24 + 7);
    ik_anchor_distance_offset(IK_ANCHOR_LEFT, distance, offset);
    expect(offset, 48, 0);
}

static void own_offsets_only_mind_the_baseline(void **state)
{
    const double ems[2] = {2, 1};
    double offset[2];
    (void)state;
    ik_anchor_own_offset(IK_ANCHOR_TOP, ems, offset);
    expect(offset, 48, 24 - 7);
    ik_anchor_own_offset(IK_ANCHOR_BOTTOM_LEFT, ems, offset);
    expect(offset, 48, 24 + 7);
    ik_anchor_own_offset(IK_ANCHOR_CENTER, ems, offset);
    expect(offset, 48, 24);
}

static void lines_are_set_towards_the_point(void **state)
{
    (void)state;
    ik_assert_near(ik_anchor_justify(IK_ANCHOR_BOTTOM_LEFT), 0, 0);
    ik_assert_near(ik_anchor_justify(IK_ANCHOR_RIGHT), 1, 0);
    ik_assert_near(ik_anchor_justify(IK_ANCHOR_TOP), 0.5, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_radius_of_one_em),
        cmocka_unit_test(a_negative_radius_is_none),
        cmocka_unit_test(distances_count_away_from_the_point),
        cmocka_unit_test(own_offsets_only_mind_the_baseline),
        cmocka_unit_test(lines_are_set_towards_the_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
