/* test_tile_extent.c — zooms and bounds of tiles, by hand from the tile scheme.   [tests]
 *
 * Tile ids of zoom 1 along the Hilbert curve (PMTiles v3): 1 is 0/0, 2 is 0/1, 3 is 1/1, 4 is 1/0. The square world of
 * Web Mercator ends at 85.0511287798 degrees; the border between the second and the last quarter of its rows lies at
 * atan(sinh(pi / 2)) = 66.5132604431 degrees.
 */
#include "test_support.h"

#include "tile_extent.h"

#define NORTH   85.0511287798066
#define QUARTER 66.5132604431119

static void assert_bounds(const ik_tile_extent *extent, double west, double south, double east,
                          double north)
{
    const ik_lonlat_box box = ik_tile_extent_bounds(extent);
    ik_assert_near(box.west, west, 1e-9);
    ik_assert_near(box.south, south, 1e-9);
    ik_assert_near(box.east, east, 1e-9);
    ik_assert_near(box.north, north, 1e-9);
}

static void an_extent_begins_empty(void **state)
{
    ik_tile_extent extent;
    (void)state;
    ik_tile_extent_init(&extent);
    assert_true(ik_tile_extent_is_empty(&extent));
    ik_tile_extent_add(&extent, 0, 1);
    assert_false(ik_tile_extent_is_empty(&extent));
}

static void the_first_tile_is_the_world(void **state)
{
    ik_tile_extent extent;
    (void)state;
    ik_tile_extent_init(&extent);
    ik_tile_extent_add(&extent, 0, 1);
    assert_int_equal(ik_tile_extent_min_zoom(&extent), 0);
    assert_int_equal(ik_tile_extent_max_zoom(&extent), 0);
    assert_bounds(&extent, -180, -NORTH, 180, NORTH);
}

static void a_run_goes_on_in_the_next_zoom(void **state)
{
    ik_tile_extent extent;
    (void)state;
    ik_tile_extent_init(&extent);
    ik_tile_extent_add(&extent, 0, 3); /* 0/0/0, 1/0/0, 1/0/1 */
    assert_int_equal(ik_tile_extent_min_zoom(&extent), 0);
    assert_int_equal(ik_tile_extent_max_zoom(&extent), 1);
    assert_int_equal(extent.spans[1].max_x, 0);
    assert_int_equal(extent.spans[1].max_y, 1);
    /* the one tile of zoom 0 reaches east beyond the two of zoom 1, though not by a column of its own zoom */
    assert_bounds(&extent, -180, -NORTH, 0, NORTH);
}

/* 2/3/3 is the south-eastern sixteenth; 1/1/1 holds it, 1/0/0 lies diagonally across. */
static void a_lower_zoom_counts_where_it_reaches_beyond(void **state)
{
    ik_tile_extent extent;
    (void)state;
    ik_tile_extent_init(&extent);
    ik_tile_extent_add(&extent, ik_tile_id((ik_tile){2, 3, 3}), 1);
    ik_tile_extent_add(&extent, 3, 1);
    assert_bounds(&extent, 90, -NORTH, 180, -QUARTER);
    ik_tile_extent_add(&extent, 1, 1);
    assert_bounds(&extent, -180, -NORTH, 180, NORTH);
}

/* A run is as good as its tiles one by one. */
static void a_long_run_covers_what_its_tiles_cover(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(20161101);
    (void)state;
    for (guint round = 0; round < 200; round++) {
        guint64 id = (guint64)g_rand_int_range(random, 0, 100000);
        guint32 run = (guint32)g_rand_int_range(random, 1, 3000);
        ik_tile_extent extent;
        ik_tile_span spans[IK_MAX_TILE_ZOOM + 1];
        for (guint zoom = 0; zoom <= IK_MAX_TILE_ZOOM; zoom++)
            spans[zoom] = (ik_tile_span){G_MAXUINT32, G_MAXUINT32, 0, 0};
        for (guint32 i = 0; i < run; i++) {
            ik_tile tile = ik_tile_from_id(id + i);
            ik_tile_span *span = &spans[tile.zoom];
            *span = (ik_tile_span){MIN(span->min_x, tile.x), MIN(span->min_y, tile.y),
                                   MAX(span->max_x, tile.x), MAX(span->max_y, tile.y)};
        }
        ik_tile_extent_init(&extent);
        ik_tile_extent_add(&extent, id, run);
        for (guint zoom = 0; zoom <= IK_MAX_TILE_ZOOM; zoom++)
            if (spans[zoom].min_x != G_MAXUINT32)
                assert_memory_equal(&extent.spans[zoom], &spans[zoom], sizeof spans[zoom]);
            else
                assert_true(extent.spans[zoom].min_x > extent.spans[zoom].max_x);
    }
}

/* All of zoom 30 is 4^30 tiles: one by one that would take centuries. */
static void the_longest_run_is_no_more_work(void **state)
{
    ik_tile_extent extent;
    guint64 first = ik_tile_id_first(IK_MAX_TILE_ZOOM);
    (void)state;
    ik_tile_extent_init(&extent);
    ik_tile_extent_add(&extent, first, ik_tile_id_first(IK_MAX_TILE_ZOOM + 1) - first);
    assert_int_equal(ik_tile_extent_min_zoom(&extent), 30);
    assert_bounds(&extent, -180, -NORTH, 180, NORTH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_extent_begins_empty),
        cmocka_unit_test(the_first_tile_is_the_world),
        cmocka_unit_test(a_run_goes_on_in_the_next_zoom),
        cmocka_unit_test(a_lower_zoom_counts_where_it_reaches_beyond),
        cmocka_unit_test(a_long_run_covers_what_its_tiles_cover),
        cmocka_unit_test(the_longest_run_is_no_more_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
