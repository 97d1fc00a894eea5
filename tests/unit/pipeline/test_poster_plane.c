/* test_poster_plane.c — what lies where on a page.   [tests]
 *
 * Expected metres: `cs2cs EPSG:4326 EPSG:25832`; pixels by hand from them.
 */
#include "poster_plane.h"

#include <ideenkarte/error.h>
#include <math.h>

#include "test_support.h"

#define WIDTH_PX 940

static const ik_lonlat_box ruhr = {6.6, 51.3, 7.8, 51.7};

/* Of the corners: east of 9 degrees nothing of the box lies, so its sides bend to neither side of them. */
static const double west_m = 332691.9312, east_m = 417071.2001;
static const double north_m = 5730398.8717, south_m = 5683870.6344;

static void lay(ik_poster_plane *plane, ik_lonlat_box box, ik_poster_crs crs)
{
    GError *error = NULL;
    const ik_poster_options options = {.box = box, .crs = crs};
    ik_poster_plane_init(plane, &options, WIDTH_PX, 20000, &error);
    ik_assert_no_error(error);
}

static void expect_place(const ik_poster_plane *plane, ik_lonlat position, double easting,
                         double northing)
{
    const double pixel_m = (east_m - west_m) / WIDTH_PX;
    const ik_grid_position place = ik_picture_grid_place(&plane->grid, position);
    ik_assert_near(place.x / IK_UNITS_PER_PIXEL, (easting - west_m) / pixel_m, 1e-3);
    ik_assert_near(place.y / IK_UNITS_PER_PIXEL, (north_m - northing) / pixel_m, 1e-3);
}

static void in_utm_a_place_lies_where_cs2cs_says(void **state)
{
    ik_poster_plane plane;
    (void)state;
    lay(&plane, ruhr, IK_POSTER_UTM32);
    expect_place(&plane, (ik_lonlat){6.6, 51.3}, 332691.9312, 5685922.2976);
    expect_place(&plane, (ik_lonlat){7.8, 51.7}, 417071.2001, 5728353.7802);
    expect_place(&plane, (ik_lonlat){7.0139, 51.4581}, 362019.1340, 5702640.1841); /* Essen */
    ik_poster_plane_clear(&plane);
}

static void in_utm_the_page_is_the_rectangle_around_the_box(void **state)
{
    ik_poster_plane plane;
    const double pixel_m = (east_m - west_m) / WIDTH_PX;
    (void)state;
    lay(&plane, ruhr, IK_POSTER_UTM32);
    ik_assert_near(plane.metres_per_pixel, pixel_m, 1e-6);
    assert_int_equal(plane.grid.view.max_x, WIDTH_PX * 16);
    assert_int_equal(plane.grid.view.max_y, (int)lround((north_m - south_m) / pixel_m) * 16);
    ik_poster_plane_clear(&plane);
}

/* 1.2 of 360 degrees in 940 pixels: a degree of the equator has 783 1/3. In the north-south direction
 * (ln tan(45° + 51.7°/2) - ln tan(45° + 51.3°/2)) * 180 / pi = 0.6426 degrees of the equator.
 */
static void in_web_mercator_the_box_fills_the_page(void **state)
{
    ik_poster_plane plane;
    const double degree_px = WIDTH_PX / 1.2, radian = G_PI / 180;
    const double rise =
        (log(tan((45 + 51.7 / 2) * radian)) - log(tan((45 + 51.3 / 2) * radian))) / radian;
    (void)state;
    lay(&plane, ruhr, IK_POSTER_MERCATOR);
    assert_int_equal(plane.grid.view.max_x, WIDTH_PX * 16);
    assert_int_equal(plane.grid.view.max_y, (int)lround(rise * degree_px) * 16);
    const ik_grid_position corner = ik_picture_grid_place(&plane.grid, (ik_lonlat){6.6, 51.7});
    const ik_grid_position middle = ik_picture_grid_place(&plane.grid, (ik_lonlat){7.2, 51.7});
    ik_assert_near(corner.x, 0, 1); /* begins at a whole unit */
    ik_assert_near(corner.y, 0, 1);
    ik_assert_near((middle.x - corner.x) / 16, WIDTH_PX / 2.0, 1e-6);
    /* the equator has 40 075 016.7 m, a parallel cos(lat) of it */
    ik_assert_near(plane.metres_per_pixel, 40075016.686 / 360 / degree_px * cos(51.5 * radian),
                   1e-3);
    ik_poster_plane_clear(&plane);
}

static void expect_error(ik_lonlat_box box, ik_poster_crs crs, const char *words)
{
    ik_poster_plane plane;
    g_autoptr(GError) error = NULL;
    const ik_poster_options options = {.box = box, .crs = crs};
    assert_false(ik_poster_plane_init(&plane, &options, WIDTH_PX, 2000, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, words);
}

static void what_cannot_be_laid_out_is_an_error(void **state)
{
    (void)state;
    expect_error((ik_lonlat_box){6, 50, 6.1, 52}, IK_POSTER_MERCATOR, "2000 pixels high");
    expect_error((ik_lonlat_box){6, 50, 6.1, 52}, IK_POSTER_UTM32, "2000 pixels high");
    expect_error((ik_lonlat_box){7, 51, 7.0000001, 51.0000001}, IK_POSTER_MERCATOR, "zoom");
    expect_error((ik_lonlat_box){-10, 50, 9, 52}, IK_POSTER_UTM32, "EPSG:25832");
    expect_error((ik_lonlat_box){6, 50, 30, 52}, IK_POSTER_UTM32, "EPSG:25832");
}

static void reference_systems_are_read_by_their_codes(void **state)
{
    ik_poster_crs crs;
    (void)state;
    assert_true(ik_poster_crs_parse("EPSG:25832", &crs));
    assert_int_equal(crs, IK_POSTER_UTM32);
    assert_true(ik_poster_crs_parse("epsg:3857", &crs));
    assert_int_equal(crs, IK_POSTER_MERCATOR);
    assert_false(ik_poster_crs_parse("25832", &crs));
    assert_false(ik_poster_crs_parse("EPSG:4326", &crs));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_utm_a_place_lies_where_cs2cs_says),
        cmocka_unit_test(in_utm_the_page_is_the_rectangle_around_the_box),
        cmocka_unit_test(in_web_mercator_the_box_fills_the_page),
        cmocka_unit_test(what_cannot_be_laid_out_is_an_error),
        cmocka_unit_test(reference_systems_are_read_by_their_codes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
