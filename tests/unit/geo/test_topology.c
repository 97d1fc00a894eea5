/* test_topology.c — rings as points, areas, what lies inside.   [tests] */
#include "picture.h"

#include <math.h>

#define ROWS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void a_ring_is_read_along_its_arcs(void **state)
{
    (void)state;
    picture p = picture_new(ROWS("AB"));
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    ik_topology_ring_points(p.faces, &p.faces->rings[p.faces->faces[0].first], true, points);
    assert_int_equal(points->len, 5);
    const ik_fixed_lonlat *ring = (const void *)points->data;
    assert_memory_equal(&ring[0], &ring[4], sizeof *ring);
    ik_assert_near(ik_fixed_ring_area2(ring, 4), 2.0 * SQUARE * SQUARE, 0.0);
    ik_topology_ring_points(p.faces, &p.faces->rings[p.faces->faces[1].first], false, points);
    assert_int_equal(points->len, 9);
    picture_clear(&p);
}

static void areas_are_positive_counter_clockwise(void **state)
{
    (void)state;
    const ik_fixed_lonlat triangle[] = {{0, 0}, {4, 0}, {0, 3}};
    ik_assert_near(ik_fixed_ring_area2(triangle, 3), 12.0, 0.0);
    const ik_fixed_lonlat turned[] = {{0, 3}, {4, 0}, {0, 0}};
    ik_assert_near(ik_fixed_ring_area2(turned, 3), -12.0, 0.0);
    ik_assert_near(ik_fixed_ring_area2(triangle, 2), 0.0, 0.0);
}

static void the_area_of_the_world_does_not_overflow(void **state)
{
    (void)state;
    const int32_t w = 180000000, h = 90000000;
    const ik_fixed_lonlat world[] = {{-w, -h}, {w, -h}, {w, h}, {-w, h}};
    ik_assert_near(ik_fixed_ring_area2(world, 4), 2.0 * 360e6 * 180e6, 0.0);
}

/* The double nearest to the decimal number, as any reader of decimals makes it. */
static void a_fixed_position_is_the_decimal_one(void **state)
{
    (void)state;
    ik_lonlat p = ik_lonlat_from_fixed((ik_fixed_lonlat){6689823, 51231642});
    assert_true(p.lon == 6.689823 && p.lat == 51.231642);
}

static ik_lonlat at(double column, double row)
{
    return (ik_lonlat){(PICTURE_LON + SQUARE * column) / 1e6, (PICTURE_LAT + SQUARE * row) / 1e6};
}

static void a_face_contains_its_inside_and_its_border(void **state)
{
    (void)state;
    picture p = picture_new(ROWS("AAA", "ABA", "AAA", "..A"));
    assert_true(ik_topology_face_contains(p.faces, 0, at(0.5, 1.5)));
    assert_true(ik_topology_face_contains(p.faces, 0, at(2.5, 0.5)));
    assert_true(ik_topology_face_contains(p.faces, 0, at(0, 1)));
    assert_true(ik_topology_face_contains(p.faces, 0, at(1, 2)));
    assert_true(ik_topology_face_contains(p.faces, 1, at(1, 2)));
    assert_true(ik_topology_face_contains(p.faces, 1, at(1.5, 2.5)));
    assert_false(ik_topology_face_contains(p.faces, 0, at(1.5, 2.5)));
    assert_false(ik_topology_face_contains(p.faces, 0, at(1.5, 0.5)));
    assert_false(ik_topology_face_contains(p.faces, 0, at(-0.5, 1)));
    assert_false(ik_topology_face_contains(p.faces, 1, at(0.5, 2.5)));
    picture_clear(&p);
}

static void the_next_double_beyond_a_border_is_outside(void **state)
{
    (void)state;
    picture p = picture_new(ROWS("A"));
    ik_lonlat east = at(1, 0.5), beyond = {nextafter(east.lon, 8.0), east.lat};
    assert_true(ik_topology_face_contains(p.faces, 0, east));
    assert_false(ik_topology_face_contains(p.faces, 0, beyond));
    picture_clear(&p);
}

/* B lies in the middle of A's square of three by three; the tail of A reaches a row further. */
static void the_box_of_a_face_is_around_its_rings(void **state)
{
    (void)state;
    picture p = picture_new(ROWS("AAA", "ABA", "AAA", "..A"));
    const ik_lonlat_box all = ik_topology_box(p.faces), a = ik_topology_face_box(p.faces, 0);
    const ik_lonlat_box b = ik_topology_face_box(p.faces, 1);
    const double square = SQUARE / 1e6;
    assert_memory_equal(&a, &all, sizeof a);
    ik_assert_near(b.east - b.west, square, 1e-9);
    ik_assert_near(b.north - b.south, square, 1e-9);
    ik_assert_near(b.west - a.west, square, 1e-9);
    ik_assert_near(a.north - b.north, square, 1e-9);
    ik_assert_near(b.south - a.south, 2 * square, 1e-9);
    picture_clear(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_ring_is_read_along_its_arcs),
        cmocka_unit_test(the_box_of_a_face_is_around_its_rings),
        cmocka_unit_test(areas_are_positive_counter_clockwise),
        cmocka_unit_test(the_area_of_the_world_does_not_overflow),
        cmocka_unit_test(a_fixed_position_is_the_decimal_one),
        cmocka_unit_test(a_face_contains_its_inside_and_its_border),
        cmocka_unit_test(the_next_double_beyond_a_border_is_outside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
