/* test_mercator.c — Web Mercator, tiles and their numbers.   [tests] */
#include "mercator.h"

#include <math.h>

#include "test_support.h"

static const ik_lonlat DORTMUND = {7.4652, 51.5136};

/* Expected: cs2cs +proj=longlat +datum=WGS84 +to EPSG:3857. */
static void metres_are_those_of_proj(void **state)
{
    (void)state;
    ik_mercator m = ik_mercator_from_lonlat(DORTMUND);
    ik_assert_near(m.x, 831022.262670, 1e-6);
    ik_assert_near(m.y, 6712651.429276, 1e-6);
    ik_lonlat back = ik_lonlat_from_mercator(m);
    ik_assert_near(back.lon, DORTMUND.lon, 1e-12);
    ik_assert_near(back.lat, DORTMUND.lat, 1e-12);
}

/* EPSG:3857 is a square of 2 * pi * 6378137 metres a side. */
static void the_world_is_a_square(void **state)
{
    (void)state;
    ik_mercator corner = ik_mercator_from_lonlat((ik_lonlat){180.0, IK_MERCATOR_LIMIT_LAT});
    ik_assert_near(corner.x, 20037508.342789244, 1e-6);
    ik_assert_near(corner.y, 20037508.342789244, 1e-6);
    ik_tile_point last = ik_tile_point_from_lonlat((ik_lonlat){180.0, -90.0}, 18);
    assert_int_equal(last.x, 1 << 30);
    assert_int_equal(last.y, 1 << 30);
    ik_tile_point first = ik_tile_point_from_lonlat((ik_lonlat){-180.0, 90.0}, 18);
    assert_int_equal(first.x, 0);
    assert_int_equal(first.y, 0);
}

/* Expected: y by log(tan(pi/4 + lat/2)), an equal formula in another form, on paper. */
static void units_are_counted_from_the_north_west(void **state)
{
    (void)state;
    ik_tile_point p = ik_tile_point_from_lonlat(DORTMUND, 12);
    assert_int_equal(p.x, 8736512); /* 8736511.536 */
    assert_int_equal(p.y, 5578388); /* 5578388.260 */
    p = ik_tile_point_from_lonlat(DORTMUND, 10.5);
    assert_int_equal(p.x, 3088823); /* 3088823.275 */
    assert_int_equal(p.y, 1972258); /* 1972258.083 */
}

static void a_unit_of_zoom_18_is_found_again(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(1);
    for (int i = 0; i < 10000; i++) {
        ik_tile_point p = {g_rand_int_range(random, 0, 1 << 30),
                           g_rand_int_range(random, 0, 1 << 30)};
        ik_tile_point q = ik_tile_point_from_lonlat(ik_lonlat_from_tile_point(p, 18), 18);
        assert_int_equal(p.x, q.x);
        assert_int_equal(p.y, q.y);
    }
}

static void assert_tile(ik_tile tile, uint32_t zoom, uint32_t x, uint32_t y)
{
    assert_int_equal(tile.zoom, zoom);
    assert_int_equal(tile.x, x);
    assert_int_equal(tile.y, y);
}

static void a_position_lies_in_one_tile(void **state)
{
    (void)state;
    assert_tile(ik_tile_at(DORTMUND, 9), 9, 266, 170);
    assert_tile(ik_tile_at(DORTMUND, 12), 12, 2132, 1361);
    assert_tile(ik_tile_at((ik_lonlat){0.0, 0.0}, 1), 1, 1, 1);
    assert_tile(ik_tile_at((ik_lonlat){-180.0, 90.0}, 3), 3, 0, 0);
    assert_tile(ik_tile_at((ik_lonlat){180.0, -90.0}, 3), 3, 7, 7);
}

static void a_box_is_covered_from_its_north_west_to_its_south_east(void **state)
{
    (void)state;
    ik_lonlat_box nrw = {5.866250, 50.323012, 9.461478, 52.531443};
    ik_tile first, last;
    ik_tile_range(&nrw, 5, &first, &last);
    assert_tile(first, 5, 16, 10);
    assert_tile(last, 5, 16, 10);
    ik_tile_range(&nrw, 9, &first, &last);
    assert_tile(first, 9, 264, 167);
    assert_tile(last, 9, 269, 172);
}

static void neighbouring_tiles_share_their_border(void **state)
{
    (void)state;
    ik_lonlat_box a = ik_tile_bounds((ik_tile){9, 266, 170});
    ik_lonlat_box east = ik_tile_bounds((ik_tile){9, 267, 170});
    ik_lonlat_box south = ik_tile_bounds((ik_tile){9, 266, 171});
    assert_true(a.east == east.west && a.south == south.north);
    assert_true(ik_lonlat_box_contains(&a, DORTMUND));
    ik_assert_near(a.west, 266 * 360.0 / 512 - 180.0, 1e-12);
    ik_lonlat_box world = ik_tile_bounds((ik_tile){0, 0, 0});
    ik_assert_near(world.north, IK_MERCATOR_LIMIT_LAT, 1e-12);
    ik_assert_near(world.south, -IK_MERCATOR_LIMIT_LAT, 1e-12);
}

/* Expected: the examples of the PMTiles specification, version 3, section 4.1. */
static void tile_numbers_are_those_of_the_pmtiles_specification(void **state)
{
    (void)state;
    assert_int_equal(ik_tile_id((ik_tile){0, 0, 0}), 0);
    assert_int_equal(ik_tile_id((ik_tile){1, 0, 0}), 1);
    assert_int_equal(ik_tile_id((ik_tile){1, 0, 1}), 2);
    assert_int_equal(ik_tile_id((ik_tile){1, 1, 1}), 3);
    assert_int_equal(ik_tile_id((ik_tile){1, 1, 0}), 4);
    assert_int_equal(ik_tile_id((ik_tile){2, 0, 0}), 5);
    assert_int_equal(ik_tile_id((ik_tile){12, 3423, 1763}), 19078479);
}

static void every_tile_number_up_to_zoom_6_is_found_again_and_walks_to_a_neighbour(void **state)
{
    (void)state;
    ik_tile before = {0, 0, 0};
    for (uint64_t id = 0; id < 5461; id++) { /* (4^7 - 1) / 3 */
        ik_tile tile = ik_tile_from_id(id);
        assert_int_equal(ik_tile_id(tile), id);
        if (tile.zoom == before.zoom && id > 0) {
            int steps = abs((int)tile.x - (int)before.x) + abs((int)tile.y - (int)before.y);
            assert_int_equal(steps, 1);
        }
        before = tile;
    }
    assert_tile(ik_tile_from_id(19078479), 12, 3423, 1763);
}

/* Expected: cos(51.5°) * 40075016.686 m / (256 * 4096). */
static void a_pixel_at_zoom_12_is_23_8_metres_in_nrw(void **state)
{
    (void)state;
    ik_assert_near(ik_metres_per_pixel(51.5, 12), 23.791584444302966, 1e-9);
    ik_assert_near(ik_metres_per_pixel(0.0, 0), 156543.03392804097, 1e-9);
}

static void boxes_that_share_a_border_intersect(void **state)
{
    (void)state;
    ik_tile_box a = {0, 0, 10, 10}, touching = {10, 10, 20, 20}, apart = {11, 0, 20, 10};
    ik_tile_box below = {0, 11, 10, 20};
    assert_true(ik_tile_box_intersects(&a, &touching));
    assert_true(ik_tile_box_intersects(&touching, &a));
    assert_false(ik_tile_box_intersects(&a, &apart));
    assert_false(ik_tile_box_intersects(&apart, &a));
    assert_false(ik_tile_box_intersects(&a, &below));
}

static void a_box_grows_with_its_points(void **state)
{
    (void)state;
    ik_tile_box box = {1, 0, 0, 0};
    ik_tile_box_add(&box, (ik_tile_point){5, -7});
    assert_memory_equal(&box, (&(ik_tile_box){5, -7, 5, -7}), sizeof box);
    ik_tile_box_add(&box, (ik_tile_point){-1, 2});
    assert_memory_equal(&box, (&(ik_tile_box){-1, -7, 5, 2}), sizeof box);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(metres_are_those_of_proj),
        cmocka_unit_test(the_world_is_a_square),
        cmocka_unit_test(units_are_counted_from_the_north_west),
        cmocka_unit_test(a_unit_of_zoom_18_is_found_again),
        cmocka_unit_test(a_position_lies_in_one_tile),
        cmocka_unit_test(a_box_is_covered_from_its_north_west_to_its_south_east),
        cmocka_unit_test(neighbouring_tiles_share_their_border),
        cmocka_unit_test(tile_numbers_are_those_of_the_pmtiles_specification),
        cmocka_unit_test(every_tile_number_up_to_zoom_6_is_found_again_and_walks_to_a_neighbour),
        cmocka_unit_test(a_pixel_at_zoom_12_is_23_8_metres_in_nrw),
        cmocka_unit_test(boxes_that_share_a_border_intersect),
        cmocka_unit_test(a_box_grows_with_its_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
