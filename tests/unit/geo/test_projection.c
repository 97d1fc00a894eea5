/* test_projection.c — reference systems in which addresses are delivered.   [tests] */
#include "projection.h"

#include <ideenkarte/error.h>
#include <math.h>

#include "test_support.h"

static void expect(guint epsg, double easting, double northing, ik_lonlat expected,
                   double tolerance)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_projection) projection = ik_projection_new(epsg, &error);
    ik_assert_no_error(error);
    ik_lonlat position = {0, 0};
    assert_true(ik_projection_to_lonlat(projection, easting, northing, &position, &error));
    ik_assert_no_error(error);
    ik_assert_near(position.lon, expected.lon, tolerance);
    ik_assert_near(position.lat, expected.lat, tolerance);
}

/* Expected: Krüger's series to the sixth order (Karney 2011) on GRS80, computed apart from PROJ. */
static void utm_zone_32_is_turned_to_a_tenth_of_a_millimetre(void **state)
{
    (void)state;
    expect(25832, 365471.472, 5721550.800, (ik_lonlat){7.0563327494, 51.6288712344}, 1e-9);
    expect(25832, 420565.275, 5673959.771, (ik_lonlat){7.8627669200, 51.2115031143}, 1e-9);
}

static void eastings_with_the_zone_in_front_are_the_same(void **state)
{
    (void)state;
    expect(4647, 32349925.060, 5685090.386, (ik_lonlat){6.8473574796, 51.2973286949}, 1e-9);
}

static void geographic_systems_take_longitude_first(void **state)
{
    (void)state;
    expect(4326, 7.4652, 51.5136, (ik_lonlat){7.4652, 51.5136}, 1e-12);
    expect(4258, 7.4652, 51.5136, (ik_lonlat){7.4652, 51.5136}, 1e-12);
}

/* Expected: the Gauß-Krüger series on Bessel's ellipsoid and the seven parameters of DHDN, computed
 * apart from PROJ. The grid BETA2007, where it is installed, differs from them by up to 3 metres. */
static void gauss_krueger_on_the_old_datum_is_turned_to_metres(void **state)
{
    (void)state;
    expect(31466, 2567000.0, 5645000.0, (ik_lonlat){6.9525543, 50.9363656}, 4e-5);
}

static void expect_metres(ik_lonlat position, double easting, double northing)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_projection) projection = ik_projection_new(25832, &error);
    ik_assert_no_error(error);
    double metres[2] = {0, 0};
    assert_true(ik_projection_from_lonlat(projection, position, &metres[0], &metres[1], &error));
    ik_assert_no_error(error);
    ik_assert_near(metres[0], easting, 1e-3);
    ik_assert_near(metres[1], northing, 1e-3);
}

/* Expected: as above, and for the last `cs2cs EPSG:4326 EPSG:25832`. */
static void the_way_back_to_utm_zone_32_is_exact_to_a_millimetre(void **state)
{
    (void)state;
    expect_metres((ik_lonlat){7.0563327494, 51.6288712344}, 365471.472, 5721550.800);
    expect_metres((ik_lonlat){7.8627669200, 51.2115031143}, 420565.275, 5673959.771);
    expect_metres((ik_lonlat){7.0139, 51.4581}, 362019.1340, 5702640.1841);
}

static void a_place_without_position_in_a_system_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_projection) projection = ik_projection_new(25832, &error);
    double metres[2];
    assert_false(ik_projection_from_lonlat(projection, (ik_lonlat){NAN, 51}, &metres[0], &metres[1],
                                           &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "EPSG:25832");
}

static void an_unknown_system_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    assert_null(ik_projection_new(99999, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED, "EPSG:99999");
}

static void a_position_beyond_the_projection_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_projection) projection = ik_projection_new(25832, &error);
    ik_assert_no_error(error);
    ik_lonlat position = {1, 2};
    assert_false(ik_projection_to_lonlat(projection, 1e12, 5.7e6, &position, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "EPSG:25832");
    g_clear_error(&error);
    assert_false(ik_projection_to_lonlat(projection, NAN, 5.7e6, &position, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, NULL);
    g_clear_error(&error);
    assert_true(ik_projection_to_lonlat(projection, 365471.472, 5721550.800, &position, &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utm_zone_32_is_turned_to_a_tenth_of_a_millimetre),
        cmocka_unit_test(eastings_with_the_zone_in_front_are_the_same),
        cmocka_unit_test(geographic_systems_take_longitude_first),
        cmocka_unit_test(gauss_krueger_on_the_old_datum_is_turned_to_metres),
        cmocka_unit_test(the_way_back_to_utm_zone_32_is_exact_to_a_millimetre),
        cmocka_unit_test(a_place_without_position_in_a_system_is_an_error),
        cmocka_unit_test(an_unknown_system_is_an_error),
        cmocka_unit_test(a_position_beyond_the_projection_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
