/* test_geos.c — that the witness sees what is wrong.   [tests] */
#include "picture.h"

#define ROWS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* A figure of eight: its two lobes cross between vertices, which building does not look for. */
static void a_ring_that_crosses_itself_is_not_valid(void **state)
{
    (void)state;
    const ik_fixed_lonlat points[] = {{0, 0}, {10, 10}, {10, 0}, {0, 20}};
    ik_coverage_rings rings = {points, (uint32_t[]){4}, (uint32_t[]){0}, 1, 1};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_topology) topology = ik_topology_build(&rings, &error);
    ik_assert_no_error(error);
    g_autofree char *reason = NULL;
    assert_false(ik_geos_face_is_valid(topology, 0, &reason));
    assert_non_null(strstr(reason, "Self-intersection"));
    assert_false(ik_geos_face_is_valid(topology, 0, NULL));
}

static void a_missing_square_is_the_difference(void **state)
{
    (void)state;
    picture p = picture_new(ROWS("AAB"));
    double square = 1e-6; /* 0.001 degrees a side */
    ik_assert_near(ik_geos_union_difference(p.squares, (guint32[]){0, 1}, 2, p.faces, 0), 0.0,
                   1e-18);
    ik_assert_near(ik_geos_union_difference(p.squares, (guint32[]){0}, 1, p.faces, 0), square,
                   1e-15);
    ik_assert_near(ik_geos_union_difference(p.squares, (guint32[]){1, 2}, 2, p.faces, 0),
                   2 * square, 1e-15);
    picture_clear(&p);
}

static void the_first_face_that_touches_a_position_is_found(void **state)
{
    (void)state;
    picture p = picture_new(ROWS("BA"));
    g_autoptr(ik_geos_locator) locator = ik_geos_locator_new(p.faces);
    assert_int_equal(ik_geos_locator_locate(locator, (ik_lonlat){7.0005, 51.0005}), 1);
    assert_int_equal(ik_geos_locator_locate(locator, (ik_lonlat){7.0015, 51.0005}), 0);
    assert_int_equal(ik_geos_locator_locate(locator, (ik_lonlat){7.001, 51.0005}), 0);
    assert_int_equal(ik_geos_locator_locate(locator, (ik_lonlat){7.0, 51.0}), 1);
    assert_int_equal(ik_geos_locator_locate(locator, (ik_lonlat){6.9, 51.0005}), IK_NONE);
    ik_geos_locator_free(NULL);
    picture_clear(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_ring_that_crosses_itself_is_not_valid),
        cmocka_unit_test(a_missing_square_is_the_difference),
        cmocka_unit_test(the_first_face_that_touches_a_position_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
