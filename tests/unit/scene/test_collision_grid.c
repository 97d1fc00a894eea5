/* test_collision_grid.c — boxes found by where they lie.   [tests]
 *
 * Expected counts: every pair compared.
 */
#include "test_support.h"

#include "collision_grid.h"

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

static void the_count_is_that_of_comparing_all(void **state)
{
    enum { N = 400 };
    ik_tile_box boxes[N];
    g_autoptr(GRand) random = g_rand_new_with_seed(1);
    g_autoptr(ik_collision_grid) grid = ik_collision_grid_new(256);
    guint total = 0;
    (void)state;
    for (guint i = 0; i < N; i++) {
        boxes[i] = random_box(random);
        guint expected = 0;
        for (guint k = 0; k < i; k++)
            expected += overlap(&boxes[i], &boxes[k]);
        assert_int_equal(ik_collision_grid_count(grid, &boxes[i]), expected);
        total += expected;
        ik_collision_grid_add(grid, &boxes[i]);
    }
    assert_true(total > N / 4); /* or the test says nothing */
}

static void sharing_an_edge_counts(void **state)
{
    const ik_tile_box box = {0, 0, 10, 10}, beside = {10, 0, 20, 10}, apart = {11, 0, 20, 10};
    g_autoptr(ik_collision_grid) grid = ik_collision_grid_new(7);
    (void)state;
    ik_collision_grid_add(grid, &box);
    assert_int_equal(ik_collision_grid_count(grid, &beside), 1);
    assert_int_equal(ik_collision_grid_count(grid, &apart), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_count_is_that_of_comparing_all),
        cmocka_unit_test(sharing_an_edge_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
