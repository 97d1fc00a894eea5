/* test_neighbours.c — who shares a border.   [tests] */
#include "neighbours.h"
#include "test_support.h"
#include "topology.h"

/* Three fields in a row, 0 | 1 | 2: arcs between them, one of them in two pieces, and one to the outside. */
static void municipalities_that_share_an_arc_are_neighbours_once(void **state)
{
    (void)state;
    static const ik_arc arcs[] = {{0, 2, 0, 1}, {2, 2, 2, 1}, {4, 2, 1, 0}, {6, 2, 2, IK_NONE}};
    static const ik_topology borders = {.arcs = arcs, .n_arcs = 4};
    const ik_territory territory = {.borders = &borders, .n_municipalities = 3};
    ik_neighbours *neighbours = ik_neighbours_new(&territory);
    guint n;
    const guint32 *of = ik_neighbours_of(neighbours, 1, &n);
    assert_int_equal(n, 2);
    assert_int_equal(of[0], 0);
    assert_int_equal(of[1], 2);
    of = ik_neighbours_of(neighbours, 2, &n);
    assert_int_equal(n, 1);
    assert_int_equal(of[0], 1);
    ik_neighbours_free(neighbours);
    ik_neighbours_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(municipalities_that_share_an_arc_are_neighbours_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
