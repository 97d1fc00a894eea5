/* test_topology_dissolve.c — joining faces, with every way in which corners can meet.   [tests] */
#include "picture.h"

/* Draws a picture and expects the areas of its faces, 'A' first, ended by NULL. */
static void expect_picture(const char *const *rows, const char *const *areas)
{
    picture p = picture_new(rows);
    assert_int_equal(p.faces->n_faces, count_texts(areas));
    for (uint32_t i = 0; areas[i] != NULL; i++) {
        expect_face(p.faces, i, areas[i]);
    }
    picture_clear(&p);
}

#define ROWS(...)  ((const char *const[]){__VA_ARGS__, NULL})
#define AREAS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void neighbours_become_one_ring(void **state)
{
    (void)state;
    expect_picture(ROWS("AAB", /**/
                        "ABB"),
                   AREAS("+3", "+3"));
}

static void an_exclave_is_a_polygon_of_its_own_and_the_largest_comes_first(void **state)
{
    (void)state;
    expect_picture(ROWS("A.AA", /**/
                        "BBAA"),
                   AREAS("+4 +1", "+2"));
}

static void an_exclave_may_lie_inside_another_face(void **state)
{
    (void)state;
    expect_picture(ROWS("ABBBB", /**/
                        "ABBAB", /**/
                        "ABBBB"),
                   AREAS("+3 +1", "+12 -1"));
}

static void an_island_in_a_hole_follows_the_hole(void **state)
{
    (void)state;
    expect_picture(ROWS("AAAAA", /**/
                        "ABBBA", /**/
                        "ABABA", /**/
                        "ABBBA", /**/
                        "AAAAA"),
                   AREAS("+25 -9 +1", "+9 -1"));
}

static void holes_stand_behind_the_polygon_that_contains_them(void **state)
{
    (void)state;
    /* Six squares a side with a hole of four; in it an island; elsewhere a ring with a hole. */
    expect_picture(ROWS("AAAAAA.AAA", /**/
                        "A....A.A.A", /**/
                        "A.AA.A.AAA", /**/
                        "A.AA.A....", /**/
                        "A....A....", /**/
                        "AAAAAA...."),
                   AREAS("+36 -16 +9 -1 +4"));
}

static void corners_that_meet_in_a_point_stay_apart(void **state)
{
    (void)state;
    expect_picture(ROWS("AB", /**/
                        "BA"),
                   AREAS("+1 +1", "+1 +1"));
    expect_picture(ROWS("AB", /**/
                        "CD"),
                   AREAS("+1", "+1", "+1", "+1"));
}

static void a_hole_that_touches_the_outline_is_a_ring_of_its_own(void **state)
{
    (void)state;
    expect_picture(ROWS(".AA", /**/
                        "A.A", /**/
                        "AAA"),
                   AREAS("+8 -1"));
}

static void holes_that_touch_each_other_are_two_rings(void **state)
{
    (void)state;
    expect_picture(ROWS("AAAA", /**/
                        "A.AA", /**/
                        "AA.A", /**/
                        "AAAA"),
                   AREAS("+16 -1 -1"));
}

static void what_touching_holes_enclose_is_a_polygon(void **state)
{
    (void)state;
    expect_picture(ROWS("AAAAA", /**/
                        "AA.AA", /**/
                        "A.A.A", /**/
                        "AA.AA", /**/
                        "AAAAA"),
                   AREAS("+25 -5 +1"));
}

static void a_chain_of_holes_across_cuts_a_face_in_two(void **state)
{
    (void)state;
    expect_picture(ROWS(".AAA", /**/
                        "A.AA", /**/
                        "AA.A", /**/
                        "AAA."),
                   AREAS("+6 +6"));
}

static void a_group_without_faces_has_no_rings(void **state)
{
    (void)state;
    expect_picture(ROWS("AAC"), AREAS("+2", "", "+1"));
}

static void left_and_right_still_name_the_faces_that_were_joined(void **state)
{
    (void)state;
    picture p = picture_new(ROWS("AAB"));
    assert_ptr_equal(p.faces->arcs, p.squares->arcs);
    assert_ptr_equal(p.faces->points, p.squares->points);
    assert_int_equal(p.faces->n_arcs, p.squares->n_arcs);
    picture_clear(&p);
}

#define SIDE   12
#define GROUPS 5

/* Corners moved at random, but by less than a quarter of a side: the squares stay convex enough. */
static ik_fixed_lonlat shaken_point(int column, int row)
{
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)(column * 1000 + row));
    ik_fixed_lonlat p = picture_point(column, row);
    p.lon_e6 += g_rand_int_range(random, -SQUARE / 4, SQUARE / 4);
    p.lat_e6 += g_rand_int_range(random, -SQUARE / 4, SQUARE / 4);
    return p;
}

/* What GEOS makes of the same squares is the witness. */
static void expect_union(const ik_topology *squares, const uint32_t *groups,
                         const ik_topology *joined, uint32_t group)
{
    guint32 members[SIDE * SIDE];
    guint n = 0;
    for (guint32 i = 0; i < SIDE * SIDE; i++) {
        if (groups[i] == group) {
            members[n++] = i;
        }
    }
    char *reason = NULL;
    if (n > 0 && !ik_geos_face_is_valid(joined, group, &reason)) {
        fail_msg("group %u: %s", group, reason);
    }
    ik_assert_near(ik_geos_union_difference(squares, members, n, joined, group), 0.0, 1e-15);
}

static void expect_simple_rings(const ik_topology *topology)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    for (uint32_t i = 0; i < topology->n_rings; i++) {
        g_array_set_size(points, 0);
        ik_topology_ring_points(topology, &topology->rings[i], false, points);
        expect_simple(points);
    }
}

/* The rings of a topology, to be cut again. */
static ik_topology *cut_again(const ik_topology *topology)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    g_autoptr(GArray) counts = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    g_autoptr(GArray) faces = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (uint32_t face = 0; face < topology->n_faces; face++) {
        const ik_face *f = &topology->faces[face];
        for (uint32_t i = f->first; i < f->first + f->count; i++) {
            uint32_t before = points->len;
            ik_topology_ring_points(topology, &topology->rings[i], false, points);
            uint32_t count = points->len - before;
            g_array_append_val(counts, count);
            g_array_append_val(faces, face);
        }
    }
    ik_coverage_rings rings = {(const void *)points->data, (const void *)counts->data,
                               (const void *)faces->data, counts->len, topology->n_faces};
    g_autoptr(GError) error = NULL;
    ik_topology *again = ik_topology_build(&rings, &error);
    ik_assert_no_error(error);
    return again;
}

static void random_patchworks_are_the_unions_that_geos_makes(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(17);
    g_autoptr(ik_topology) squares = cut_squares(SIDE, SIDE, shaken_point);
    for (int round = 0; round < 40; round++) {
        uint32_t groups[SIDE * SIDE];
        int n_groups = 2 + round % (GROUPS - 1);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int group = g_rand_int_range(random, -1, n_groups);
            groups[i] = group < 0 ? IK_NONE : (uint32_t)group;
        }
        g_autoptr(ik_topology) joined = ik_topology_dissolve(squares, groups, (uint32_t)n_groups);
        expect_simple_rings(joined);
        g_autoptr(ik_topology) again = cut_again(joined);
        assert_int_equal(again->n_rings, joined->n_rings);
        for (uint32_t group = 0; group < (uint32_t)n_groups; group++) {
            expect_union(squares, groups, joined, group);
            expect_union(squares, groups, again, group);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_become_one_ring),
        cmocka_unit_test(an_exclave_is_a_polygon_of_its_own_and_the_largest_comes_first),
        cmocka_unit_test(an_exclave_may_lie_inside_another_face),
        cmocka_unit_test(an_island_in_a_hole_follows_the_hole),
        cmocka_unit_test(holes_stand_behind_the_polygon_that_contains_them),
        cmocka_unit_test(corners_that_meet_in_a_point_stay_apart),
        cmocka_unit_test(a_hole_that_touches_the_outline_is_a_ring_of_its_own),
        cmocka_unit_test(holes_that_touch_each_other_are_two_rings),
        cmocka_unit_test(what_touching_holes_enclose_is_a_polygon),
        cmocka_unit_test(a_chain_of_holes_across_cuts_a_face_in_two),
        cmocka_unit_test(a_group_without_faces_has_no_rings),
        cmocka_unit_test(left_and_right_still_name_the_faces_that_were_joined),
        cmocka_unit_test(random_patchworks_are_the_unions_that_geos_makes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
