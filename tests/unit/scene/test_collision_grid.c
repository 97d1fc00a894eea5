/* test_collision_grid.c — shapes found by where they lie.   [tests]
 *
 * Expected answers: every pair compared.
 */
#include "test_support.h"

#include "collision_grid.h"
#include "property.h"

static bool overlap(const ik_tile_box *a, const ik_tile_box *b)
{
    return a->min_x <= b->max_x && b->min_x <= a->max_x && a->min_y <= b->max_y &&
           b->min_y <= a->max_y;
}

static ik_tile_box random_box(GRand *random)
{
    int32_t x = g_rand_int_range(random, -5000, 5000), y = g_rand_int_range(random, -5000, 5000);
    return (ik_tile_box){x, y, x + g_rand_int_range(random, 0, 900),
                         y + g_rand_int_range(random, 0, 300)};
}

static void the_answer_is_that_of_comparing_all(void **state)
{
    enum { N = 400 };
    ik_collision_shape shapes[N];
    g_autoptr(GRand) random = g_rand_new_with_seed(1);
    g_autoptr(ik_collision_grid) grid = ik_collision_grid_new(256);
    guint n_hits = 0;
    (void)state;
    for (guint i = 0; i < N; i++) {
        shapes[i] = (ik_collision_shape){random_box(random), false, IK_OVERLAP_NEVER};
        guint n_expected = 0;
        for (guint k = 0; k < i; k++)
            n_expected += overlap(&shapes[i].box, &shapes[k].box);
        const bool expected = n_expected > 0;
        assert_true(ik_collision_grid_hits(grid, &shapes[i]) == expected);
        assert_int_equal(ik_collision_grid_count(grid, &shapes[i]), n_expected);
        n_hits += expected;
        ik_collision_grid_add(grid, &shapes[i]);
    }
    assert_true(n_hits > N / 4 && n_hits < N); /* or the test says nothing */
}

static void sharing_an_edge_counts(void **state)
{
    const ik_collision_shape shape = {{0, 0, 10, 10}, false, IK_OVERLAP_NEVER};
    const ik_collision_shape beside = {{10, 0, 20, 10}, false, IK_OVERLAP_NEVER};
    const ik_collision_shape apart = {{11, 0, 20, 10}, false, IK_OVERLAP_NEVER};
    g_autoptr(ik_collision_grid) grid = ik_collision_grid_new(7);
    (void)state;
    ik_collision_grid_add(grid, &shape);
    assert_true(ik_collision_grid_hits(grid, &beside));
    assert_false(ik_collision_grid_hits(grid, &apart));
}

static void circles_pass_each_others_corners(void **state)
{
    /* radius 10; middles at (0, 0), (15, 15) and (14, 14): 21.2 and 19.8 apart */
    const ik_collision_shape circle = {{-10, -10, 10, 10}, true, IK_OVERLAP_NEVER};
    const ik_collision_shape far = {{5, 5, 25, 25}, true, IK_OVERLAP_NEVER};
    const ik_collision_shape near = {{4, 4, 24, 24}, true, IK_OVERLAP_NEVER};
    g_autoptr(ik_collision_grid) grid = ik_collision_grid_new(100);
    (void)state;
    ik_collision_grid_add(grid, &circle);
    assert_false(ik_collision_grid_hits(grid, &far));
    assert_true(ik_collision_grid_hits(grid, &near));
}

static void a_box_passes_the_corner_of_a_circle(void **state)
{
    /* the corner of the box at (8, 8) is 11.3 from the middle, that at (7, 7) 9.9 */
    const ik_collision_shape circle = {{-10, -10, 10, 10}, true, IK_OVERLAP_NEVER};
    const ik_collision_shape far = {{8, 8, 20, 20}, false, IK_OVERLAP_NEVER};
    const ik_collision_shape near = {{7, 7, 20, 20}, false, IK_OVERLAP_NEVER};
    g_autoptr(ik_collision_grid) grid = ik_collision_grid_new(100);
    (void)state;
    ik_collision_grid_add(grid, &circle);
    assert_false(ik_collision_grid_hits(grid, &far));
    assert_true(ik_collision_grid_hits(grid, &near));
}

static void what_may_overlap_what_is_as_specified(void **state)
{
    /* rows: who comes, columns: who is there; NEVER, ALWAYS, COOPERATIVE */
    static const bool HITS[3][3] = {
        {true, true, true}, {false, false, false}, {true, false, false}};
    (void)state;
    for (guint newcomer = 0; newcomer < 3; newcomer++)
        for (guint resident = 0; resident < 3; resident++) {
            g_autoptr(ik_collision_grid) grid = ik_collision_grid_new(7);
            const ik_collision_shape there = {{0, 0, 10, 10}, false, resident};
            const ik_collision_shape coming = {{5, 5, 15, 15}, false, newcomer};
            ik_collision_grid_add(grid, &there);
            assert_true(ik_collision_grid_hits(grid, &coming) == HITS[newcomer][resident]);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_answer_is_that_of_comparing_all),
        cmocka_unit_test(sharing_an_edge_counts),
        cmocka_unit_test(circles_pass_each_others_corners),
        cmocka_unit_test(a_box_passes_the_corner_of_a_circle),
        cmocka_unit_test(what_may_overlap_what_is_as_specified),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
