/* test_packed_rtree.c — the static R-tree against looking at every box.   [tests] */
#include "packed_rtree.h"

#include "test_support.h"

static ik_tile_box *random_boxes(GRand *random, guint n, int32_t size)
{
    ik_tile_box *boxes = g_new(ik_tile_box, n + 1);
    for (guint i = 0; i < n; i++) {
        int32_t x = g_rand_int_range(random, -1000, 100000),
                y = g_rand_int_range(random, 0, 100000);
        boxes[i] = (ik_tile_box){x, y, x + g_rand_int_range(random, 0, size),
                                 y + g_rand_int_range(random, 0, size)};
    }
    return boxes;
}

static void expect_same_as_looking(const ik_packed_rtree *tree, const ik_tile_box *boxes, guint n,
                                   const ik_tile_box *query)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint32));
    ik_packed_rtree_query(tree, query, found);
    guint next = 0;
    for (guint32 i = 0; i < n; i++) {
        if (ik_tile_box_intersects(&boxes[i], query)) {
            assert_true(next < found->len);
            assert_int_equal(g_array_index(found, guint32, next++), i);
        }
    }
    assert_int_equal(next, found->len);
}

static void every_box_that_touches_is_found_in_ascending_order(void **state)
{
    (void)state;
    static const guint sizes[] = {1, 2, 15, 16, 17, 255, 256, 257, 4097};
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    for (gsize k = 0; k < G_N_ELEMENTS(sizes); k++) {
        g_autofree ik_tile_box *boxes = random_boxes(random, sizes[k], 3000);
        g_autofree ik_tile_box *queries = random_boxes(random, 50, 40000);
        g_autoptr(ik_packed_rtree) tree = ik_packed_rtree_new(boxes, sizes[k]);
        for (guint i = 0; i < 50; i++) {
            expect_same_as_looking(tree, boxes, sizes[k], &queries[i]);
        }
        expect_same_as_looking(tree, boxes, sizes[k], &boxes[0]);
    }
}

static void an_empty_tree_finds_nothing(void **state)
{
    (void)state;
    const ik_tile_box unused = {0, 0, 9, 9};
    g_autoptr(ik_packed_rtree) tree = ik_packed_rtree_new(&unused, 0);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint32));
    ik_packed_rtree_query(tree, &(ik_tile_box){INT32_MIN, INT32_MIN, INT32_MAX, INT32_MAX}, found);
    assert_int_equal(found->len, 0);
    ik_packed_rtree_free(NULL);
}

static void what_was_found_before_stays_in_front(void **state)
{
    (void)state;
    const ik_tile_box boxes[] = {{0, 0, 1, 1}, {5, 5, 6, 6}};
    g_autoptr(ik_packed_rtree) tree = ik_packed_rtree_new(boxes, 2);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint32));
    ik_packed_rtree_query(tree, &boxes[1], found);
    ik_packed_rtree_query(tree, &boxes[0], found);
    assert_int_equal(found->len, 2);
    assert_int_equal(g_array_index(found, guint32, 0), 1);
    assert_int_equal(g_array_index(found, guint32, 1), 0);
}

static void boxes_on_one_spot_are_all_found(void **state)
{
    (void)state;
    ik_tile_box boxes[100];
    for (int i = 0; i < 100; i++) {
        boxes[i] = (ik_tile_box){INT32_MIN, 7, INT32_MAX, 7};
    }
    g_autoptr(ik_packed_rtree) tree = ik_packed_rtree_new(boxes, 100);
    expect_same_as_looking(tree, boxes, 100, &(ik_tile_box){0, 7, 0, 7});
    expect_same_as_looking(tree, boxes, 100, &(ik_tile_box){0, 8, 0, 9});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_box_that_touches_is_found_in_ascending_order),
        cmocka_unit_test(an_empty_tree_finds_nothing),
        cmocka_unit_test(what_was_found_before_stays_in_front),
        cmocka_unit_test(boxes_on_one_spot_are_all_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
