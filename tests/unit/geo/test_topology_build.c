/* test_topology_build.c — cutting coverages into arcs.   [tests] */
#include <ideenkarte/error.h>
#include <string.h>

#include "geos.h"
#include "test_support.h"
#include "topology.h"

/* A square of side 10 with its south-west corner at x, y, counter-clockwise. */
#define SQUARE_AT(x, y)                          \
    {x, y}, {(x) + 10, y}, {(x) + 10, (y) + 10}, \
    {                                            \
        x, (y) + 10                              \
    }
/* The same as a hole: clockwise. */
#define HOLE_AT(x, y)                            \
    {x, y}, {x, (y) + 10}, {(x) + 10, (y) + 10}, \
    {                                            \
        (x) + 10, y                              \
    }

#define MAX_RINGS 8

/* Builds rings of four points each, ring i belonging to faces[i]. */
static ik_topology *build_squares(const ik_fixed_lonlat *points, const uint32_t *faces,
                                  uint32_t n_rings, uint32_t n_faces, GError **error)
{
    uint32_t counts[MAX_RINGS];
    for (uint32_t i = 0; i < n_rings; i++) {
        counts[i] = 4;
    }
    ik_coverage_rings rings = {points, counts, faces, n_rings, n_faces};
    return ik_topology_build(&rings, error);
}

/* Expects the building of these rings to fail with that message. */
static void expect_failure(const ik_coverage_rings *rings, const char *message)
{
    g_autoptr(GError) error = NULL;
    assert_null(ik_topology_build(rings, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, NULL);
    assert_string_equal(error->message, message);
}

static void expect_arc(const ik_topology *topology, uint32_t index, const ik_arc *arc,
                       const ik_fixed_lonlat *points)
{
    const ik_arc *found = &topology->arcs[index];
    assert_int_equal(found->count, arc->count);
    assert_int_equal(found->left, arc->left);
    assert_int_equal(found->right, arc->right);
    assert_memory_equal(&topology->points[found->first], points, arc->count * sizeof *points);
}

/*   0,10 --- 10,10 --- 20,10
 *    |   0     |    1    |
 *   0,0  --- 10,0  --- 20,0      junctions: 10,0 and 10,10 */
static void two_squares_share_one_arc(void **state)
{
    (void)state;
    const ik_fixed_lonlat points[] = {SQUARE_AT(0, 0), SQUARE_AT(10, 0)};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_topology) t = build_squares(points, (uint32_t[]){0, 1}, 2, 2, &error);
    ik_assert_no_error(error);
    assert_int_equal(t->n_arcs, 3);
    expect_arc(t, 0, &(ik_arc){.count = 4, .left = IK_NONE, .right = 0},
               (ik_fixed_lonlat[]){{10, 0}, {0, 0}, {0, 10}, {10, 10}});
    expect_arc(t, 1, &(ik_arc){.count = 2, .left = 0, .right = 1},
               (ik_fixed_lonlat[]){{10, 0}, {10, 10}});
    expect_arc(t, 2, &(ik_arc){.count = 4, .left = 1, .right = IK_NONE},
               (ik_fixed_lonlat[]){{10, 0}, {20, 0}, {20, 10}, {10, 10}});
    assert_int_equal(t->n_points, 10);
    assert_int_equal(t->n_faces, 2);
    assert_int_equal(t->n_rings, 2);
    assert_int_equal(t->n_refs, 4);
}

static void a_square_alone_is_one_closed_arc_from_its_smallest_vertex(void **state)
{
    (void)state;
    const ik_fixed_lonlat points[] = {{10, 10}, {0, 10}, {0, 0}, {10, 0}};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_topology) t = build_squares(points, (uint32_t[]){0}, 1, 1, &error);
    ik_assert_no_error(error);
    assert_int_equal(t->n_arcs, 1);
    expect_arc(t, 0, &(ik_arc){.count = 5, .left = IK_NONE, .right = 0},
               (ik_fixed_lonlat[]){{0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}});
    assert_int_equal(t->refs[0], ~0);
}

static void an_island_shares_its_closed_arc_with_the_hole_around_it(void **state)
{
    (void)state;
    const ik_fixed_lonlat points[] = {{-20, -20}, {30, -20},     {30, 30},
                                      {-20, 30},  HOLE_AT(0, 0), SQUARE_AT(0, 0)};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_topology) t = build_squares(points, (uint32_t[]){0, 0, 1}, 3, 2, &error);
    ik_assert_no_error(error);
    assert_int_equal(t->n_arcs, 2);
    expect_arc(t, 1, &(ik_arc){.count = 5, .left = 0, .right = 1},
               (ik_fixed_lonlat[]){{0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}});
    assert_int_equal(t->faces[0].count, 2);
    assert_false(t->rings[t->faces[0].first].is_hole);
    assert_true(t->rings[t->faces[0].first + 1].is_hole);
    assert_int_equal(t->faces[1].count, 1);
}

/* Four inner arcs meet in the middle, four outer ones turn the corners. */
static void four_squares_that_meet_in_a_point_make_eight_arcs(void **state)
{
    (void)state;
    const ik_fixed_lonlat points[] = {SQUARE_AT(0, 0), SQUARE_AT(10, 0), SQUARE_AT(0, 10),
                                      SQUARE_AT(10, 10)};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_topology) t = build_squares(points, (uint32_t[]){0, 1, 2, 3}, 4, 4, &error);
    ik_assert_no_error(error);
    assert_int_equal(t->n_arcs, 8);
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_equal(t->faces[i].count, 1);
        assert_int_equal(t->rings[i].count, 3);
        assert_true(ik_geos_face_is_valid(t, i, NULL));
    }
}

static void a_vertex_in_the_middle_of_a_border_is_no_junction(void **state)
{
    (void)state;
    const ik_fixed_lonlat points[] = {{0, 0},   {10, 0}, {11, 5}, {10, 10}, {0, 10},
                                      {10, 10}, {11, 5}, {10, 0}, {20, 0},  {20, 10}};
    ik_coverage_rings rings = {points, (uint32_t[]){5, 5}, (uint32_t[]){0, 1}, 2, 2};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_topology) t = ik_topology_build(&rings, &error);
    ik_assert_no_error(error);
    assert_int_equal(t->n_arcs, 3);
    expect_arc(t, 1, &(ik_arc){.count = 3, .left = 0, .right = 1},
               (ik_fixed_lonlat[]){{10, 0}, {11, 5}, {10, 10}});
}

static void expect_equal(const ik_topology *a, const ik_topology *b)
{
    assert_int_equal(a->n_points, b->n_points);
    assert_int_equal(a->n_arcs, b->n_arcs);
    assert_int_equal(a->n_refs, b->n_refs);
    assert_int_equal(a->n_rings, b->n_rings);
    assert_memory_equal(a->points, b->points, a->n_points * sizeof *a->points);
    assert_memory_equal(a->arcs, b->arcs, a->n_arcs * sizeof *a->arcs);
    assert_memory_equal(a->refs, b->refs, a->n_refs * sizeof *a->refs);
    assert_memory_equal(a->faces, b->faces, a->n_faces * sizeof *a->faces);
}

static void neither_the_order_of_rings_nor_their_first_point_matters(void **state)
{
    (void)state;
    const ik_fixed_lonlat points[] = {SQUARE_AT(0, 0), SQUARE_AT(10, 0), SQUARE_AT(50, 50)};
    const ik_fixed_lonlat turned[] = {{60, 60}, {50, 60}, {50, 50}, {60, 50}, {20, 0}, {20, 10},
                                      {10, 10}, {10, 0},  {0, 10},  {0, 0},   {10, 0}, {10, 10}};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_topology) a = build_squares(points, (uint32_t[]){0, 1, 0}, 3, 2, &error);
    g_autoptr(ik_topology) b = build_squares(turned, (uint32_t[]){0, 1, 0}, 3, 2, &error);
    ik_assert_no_error(error);
    expect_equal(a, b);
}

static void a_segment_that_two_faces_claim_is_an_overlap(void **state)
{
    (void)state;
    const ik_fixed_lonlat points[] = {SQUARE_AT(7000000, 51500000),
                                      {7000000, 51500000},
                                      {7000010, 51500000},
                                      {7000010, 51500020},
                                      {7000000, 51500020}};
    ik_coverage_rings rings = {points, (uint32_t[]){4, 4}, (uint32_t[]){0, 1}, 2, 2};
    expect_failure(&rings, "face 1: overlaps face 0 at 7.000000 51.500000");
}

static void rings_of_one_face_that_share_a_segment_are_an_error(void **state)
{
    (void)state;
    const ik_fixed_lonlat points[] = {SQUARE_AT(0, 0), SQUARE_AT(10, 0)};
    ik_coverage_rings rings = {points, (uint32_t[]){4, 4}, (uint32_t[]){0, 0}, 2, 1};
    expect_failure(&rings, "face 0: ring runs back on itself at 0.000010 0.000000");
}

static void degenerate_rings_are_errors(void **state)
{
    (void)state;
    const ik_fixed_lonlat line[] = {{0, 0}, {10, 0}};
    ik_coverage_rings rings = {line, (uint32_t[]){2}, (uint32_t[]){0}, 1, 1};
    expect_failure(&rings, "face 0: ring of 2 points, expected 3 or more");
    const ik_fixed_lonlat doubled[] = {{0, 0}, {10, 0}, {10, 0}, {0, 10}};
    rings = (ik_coverage_rings){doubled, (uint32_t[]){4}, (uint32_t[]){0}, 1, 1};
    expect_failure(&rings, "face 0: ring with a doubled point at 0.000010 0.000000");
    const ik_fixed_lonlat closed[] = {{0, 0}, {10, 0}, {0, 10}, {0, 0}};
    rings = (ik_coverage_rings){closed, (uint32_t[]){4}, (uint32_t[]){0}, 1, 1};
    expect_failure(&rings, "face 0: ring with a doubled point at 0.000000 0.000000");
    const ik_fixed_lonlat flat[] = {{0, 0}, {10, 0}, {20, 0}};
    rings = (ik_coverage_rings){flat, (uint32_t[]){3}, (uint32_t[]){0}, 1, 1};
    expect_failure(&rings, "face 0: ring without area at 0.000000 0.000000");
}

static void a_face_without_polygon_is_an_error(void **state)
{
    (void)state;
    const ik_fixed_lonlat points[] = {SQUARE_AT(0, 0), HOLE_AT(50, 50)};
    ik_coverage_rings rings = {points, (uint32_t[]){4}, (uint32_t[]){0}, 1, 2};
    expect_failure(&rings, "face 1: no ring");
    rings = (ik_coverage_rings){points, (uint32_t[]){4, 4}, (uint32_t[]){0, 0}, 2, 1};
    expect_failure(&rings, "face 0: hole that lies in none of its polygons");
    rings = (ik_coverage_rings){&points[4], (uint32_t[]){4}, (uint32_t[]){0}, 1, 1};
    expect_failure(&rings, "face 0: hole that lies in none of its polygons");
}

static void a_coverage_of_nothing_has_no_arcs(void **state)
{
    (void)state;
    ik_coverage_rings rings = {0};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_topology) t = ik_topology_build(&rings, &error);
    ik_assert_no_error(error);
    assert_int_equal(t->n_arcs, 0);
    assert_int_equal(t->n_faces, 0);
    ik_topology_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_squares_share_one_arc),
        cmocka_unit_test(a_square_alone_is_one_closed_arc_from_its_smallest_vertex),
        cmocka_unit_test(an_island_shares_its_closed_arc_with_the_hole_around_it),
        cmocka_unit_test(four_squares_that_meet_in_a_point_make_eight_arcs),
        cmocka_unit_test(a_vertex_in_the_middle_of_a_border_is_no_junction),
        cmocka_unit_test(neither_the_order_of_rings_nor_their_first_point_matters),
        cmocka_unit_test(a_segment_that_two_faces_claim_is_an_overlap),
        cmocka_unit_test(rings_of_one_face_that_share_a_segment_are_an_error),
        cmocka_unit_test(degenerate_rings_are_errors),
        cmocka_unit_test(a_face_without_polygon_is_an_error),
        cmocka_unit_test(a_coverage_of_nothing_has_no_arcs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
