/* test_simplify.c — lines with fewer points.   [tests] */
#include "simplify.h"

#include <math.h>
#include <string.h>

#include "test_support.h"

static int set_up(void **state)
{
    *state = g_byte_array_new();
    return 0;
}

static int tear_down(void **state)
{
    g_byte_array_unref(*state);
    return 0;
}

/* Simplifies `n` points and expects those of `kept`, indexes into them. */
static void expect_kept(void **state, const ik_tile_point *points, guint n, double tolerance,
                        const guint *kept, guint n_kept)
{
    g_autofree ik_tile_point *line = g_memdup2(points, n * sizeof *points);
    assert_int_equal(ik_simplify(line, n, tolerance, *state), n_kept);
    for (guint i = 0; i < n_kept; i++) {
        assert_int_equal(line[i].x, points[kept[i]].x);
        assert_int_equal(line[i].y, points[kept[i]].y);
    }
}

static void a_straight_line_keeps_its_ends(void **state)
{
    const ik_tile_point line[] = {{0, 0}, {1, 1}, {2, 2}, {5, 5}, {9, 9}};
    expect_kept(state, line, 5, 0.0, (guint[]){0, 4}, 2);
}

/* Distances by hand: the peak lies 3 above the base line, its neighbours 0.5 from the lines to the peak. */
static void a_point_stays_when_it_is_farther_than_the_tolerance(void **state)
{
    const ik_tile_point line[] = {{0, 0}, {10, 1}, {20, 3}, {30, 1}, {40, 0}};
    expect_kept(state, line, 5, 2.9, (guint[]){0, 2, 4}, 3);
    expect_kept(state, line, 5, 3.0, (guint[]){0, 4}, 2);
    expect_kept(state, line, 5, 0.4, (guint[]){0, 1, 2, 3, 4}, 5);
}

static void a_spike_beyond_the_end_is_not_lost(void **state)
{
    /* (30, 0) lies on the line through the ends, but 20 beyond the last one. */
    const ik_tile_point line[] = {{0, 0}, {30, 0}, {10, 0}};
    expect_kept(state, line, 3, 5.0, (guint[]){0, 1, 2}, 3);
}

static void a_closed_line_keeps_its_farthest_point(void **state)
{
    const ik_tile_point ring[] = {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
    expect_kept(state, ring, 5, 1.0, (guint[]){0, 1, 2, 3, 4}, 5);
    expect_kept(state, ring, 5, 8.0, (guint[]){0, 2, 4}, 3);
    expect_kept(state, ring, 5, 20.0, (guint[]){0, 4}, 2);
}

static void equal_neighbours_are_dropped_and_both_ends_stay(void **state)
{
    const ik_tile_point line[] = {{0, 0}, {0, 0}, {5, 9}, {5, 9}, {9, 0}, {9, 0}};
    expect_kept(state, line, 6, 1.0, (guint[]){0, 2, 4}, 3);
    const ik_tile_point dot[] = {{3, 3}, {3, 3}, {3, 3}};
    expect_kept(state, dot, 3, 1.0, (guint[]){0, 2}, 2);
}

static void two_points_and_fewer_are_left_alone(void **state)
{
    const ik_tile_point line[] = {{0, 0}, {1, 0}};
    expect_kept(state, line, 2, 9.0, (guint[]){0, 1}, 2);
    expect_kept(state, line, 1, 9.0, (guint[]){0}, 1);
    assert_int_equal(ik_simplify(NULL, 0, 1.0, *state), 0);
}

/* A walk of `n` steps to the east, with ups and downs. */
static ik_tile_point *random_walk(GRand *random, guint n)
{
    ik_tile_point *points = g_new(ik_tile_point, n);
    points[0] = (ik_tile_point){g_rand_int_range(random, 0, 1 << 30), 0};
    for (guint i = 1; i < n; i++) {
        points[i].x = points[i - 1].x + g_rand_int_range(random, -3, 10);
        points[i].y = points[i - 1].y + g_rand_int_range(random, -8, 9);
    }
    return points;
}

static double distance(ik_tile_point p, ik_tile_point a, ik_tile_point b)
{
    double dx = (double)b.x - a.x, dy = (double)b.y - a.y, length2 = dx * dx + dy * dy;
    double share =
        length2 > 0 ? (((double)p.x - a.x) * dx + ((double)p.y - a.y) * dy) / length2 : 0;
    share = fmax(0, fmin(1, share));
    return hypot(p.x - (a.x + share * dx), p.y - (a.y + share * dy));
}

/* What is left is a part of what was there, in order, and nothing dropped lies farther from the
 * segment that stands for it than the tolerance. */
static void no_dropped_point_is_farther_than_the_tolerance(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(3);
    for (int round = 0; round < 200; round++) {
        guint n = (guint)g_rand_int_range(random, 3, 300);
        double tolerance = g_rand_double_range(random, 0.0, 30.0);
        g_autofree ik_tile_point *before = random_walk(random, n);
        g_autofree ik_tile_point *after = g_memdup2(before, n * sizeof *before);
        guint left = ik_simplify(after, n, tolerance, *state), next = 1;
        assert_memory_equal(&after[0], &before[0], sizeof *after);
        assert_memory_equal(&after[left - 1], &before[n - 1], sizeof *after);
        for (guint i = 1; i < n; i++) {
            assert_true(next < left);
            assert_true(distance(before[i], after[next - 1], after[next]) <= tolerance + 1e-6);
            bool is_kept = memcmp(&before[i], &after[next], sizeof *after) == 0;
            next += is_kept && (next + 1 < left || i == n - 1);
        }
        assert_int_equal(next, left);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_straight_line_keeps_its_ends, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_point_stays_when_it_is_farther_than_the_tolerance, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_spike_beyond_the_end_is_not_lost, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_closed_line_keeps_its_farthest_point, set_up, tear_down),
        cmocka_unit_test_setup_teardown(equal_neighbours_are_dropped_and_both_ends_stay, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(two_points_and_fewer_are_left_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_dropped_point_is_farther_than_the_tolerance, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
