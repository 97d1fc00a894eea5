/* test_tileset_area.c — which tiles an extract keeps, by hand from the tile scheme.   [tests]
 *
 * Ids of zoom 1 along the Hilbert curve: 1 is 0/0, 2 is 0/1, 3 is 1/1, 4 is 1/0. Positions of towns: Dortmund 7.4653
 * 51.5136, Aachen 6.0839 50.7753.
 */
#include "test_support.h"

#include <ideenkarte/error.h>

#include "tileset_area.h"

typedef struct {
    GArray *ids; /* guint64, every tile */
    guint pieces;
    guint64 tiles;
    bool expand;
} taken;

static bool take(guint64 id, guint32 run, gpointer data, GError **error)
{
    taken *t = data;
    (void)error;
    t->pieces++;
    t->tiles += run;
    for (guint32 i = 0; t->expand && i < run; i++) {
        guint64 each = id + i;
        g_array_append_val(t->ids, each);
    }
    return true;
}

static taken cut(ik_tileset_area *area, guint64 id, guint32 run, bool expand)
{
    GError *error = NULL;
    taken t = {.ids = g_array_new(FALSE, FALSE, sizeof(guint64)), .expand = expand};
    ik_tileset_area_cut(area, id, run, take, &t, &error);
    ik_assert_no_error(error);
    return t;
}

static ik_tileset_area area_of(const ik_lonlat_box *box, const char *region)
{
    GError *error = NULL;
    ik_tileset_area area;
    ik_tileset_area_init(&area, box, region, &error);
    ik_assert_no_error(error);
    return area;
}

static void a_box_keeps_the_tiles_that_it_touches(void **state)
{
    (void)state;
    ik_tileset_area area = area_of(&(ik_lonlat_box){10, 10, 20, 20}, NULL); /* north-east */
    taken t = cut(&area, 0, 5, true);
    assert_int_equal(t.ids->len, 2);
    assert_int_equal(g_array_index(t.ids, guint64, 0), 0);
    assert_int_equal(g_array_index(t.ids, guint64, 1), 4);
    g_array_unref(t.ids);
    ik_tileset_area_clear(&area);
}

static void a_common_edge_is_no_touching(void **state)
{
    (void)state;
    ik_tileset_area area =
        area_of(&(ik_lonlat_box){0, 0, 20, 20}, NULL); /* corner at the middle of the world */
    taken t = cut(&area, 1, 4, true);
    assert_int_equal(t.ids->len, 1);
    assert_int_equal(g_array_index(t.ids, guint64, 0), 4);
    g_array_unref(t.ids);
    ik_tileset_area_clear(&area);
}

static void zooms_outside_are_left_out(void **state)
{
    (void)state;
    ik_tileset_area area = area_of(NULL, NULL);
    area.min_zoom = 1;
    area.max_zoom = 2;
    taken t = cut(&area, 0, 1 + 4 + 16 + 64, true);
    assert_int_equal(t.ids->len, 4 + 16);
    assert_int_equal(g_array_index(t.ids, guint64, 0), 1);
    assert_int_equal(g_array_index(t.ids, guint64, 19), 20);
    g_array_unref(t.ids);
    ik_tileset_area_clear(&area);
}

/* Every tile of zoom 6 by its own bounds. */
static void a_run_is_cut_as_its_tiles_one_by_one(void **state)
{
    const ik_lonlat_box box = {-33.5, -11.2, 7.3, 64};
    guint64 first = ik_tile_id_first(6);
    guint kept = 0;
    (void)state;
    ik_tileset_area area = area_of(&box, NULL);
    taken t = cut(&area, first, 4096, true);
    for (guint64 id = first; id < first + 4096; id++) {
        ik_lonlat_box tile = ik_tile_bounds(ik_tile_from_id(id));
        bool touches = tile.west < box.east && tile.east > box.west && tile.south < box.north &&
                       tile.north > box.south;
        if (touches)
            assert_int_equal(g_array_index(t.ids, guint64, kept++), id);
    }
    assert_true(kept > 50);
    assert_int_equal(t.ids->len, kept);
    g_array_unref(t.ids);
    ik_tileset_area_clear(&area);
}

/* The whole of zoom 15 is 4^15 tiles; a box as wide as 1/1024 of the world and as high is 33 columns wide at most, its
 * border some 130 tiles long. */
static void a_long_run_costs_steps_along_the_border_alone(void **state)
{
    const double side = 360.0 / 1024;
    (void)state;
    ik_tileset_area area = area_of(&(ik_lonlat_box){7, 0.1, 7 + side, 0.1 + side}, NULL);
    taken t = cut(&area, ik_tile_id_first(15), 1u << 30, false);
    assert_true(t.tiles >= 1024 && t.tiles <= 1156);
    assert_true(t.pieces <= 4 * 34 + 4 * 34);
    g_array_unref(t.ids);
    ik_tileset_area_clear(&area);
}

static void a_region_keeps_its_towns_and_not_those_of_others(void **state)
{
    const ik_tile dortmund = {10, 533, 340}, aachen = {10, 529, 344};
    (void)state;
    ik_tileset_area area = area_of(NULL, "westfaelisches-ruhrgebiet");
    taken in = cut(&area, ik_tile_id(dortmund), 1, true),
          out = cut(&area, ik_tile_id(aachen), 1, true);
    taken all = cut(&area, 0, 1, true);
    assert_int_equal(in.ids->len, 1);
    assert_int_equal(out.ids->len, 0);
    assert_int_equal(all.ids->len, 1); /* the world touches every region */
    g_array_unref(in.ids);
    g_array_unref(out.ids);
    g_array_unref(all.ids);
    ik_tileset_area_clear(&area);
}

static void an_unknown_region_is_named_with_its_neighbour(void **state)
{
    g_autoptr(GError) error = NULL;
    ik_tileset_area area;
    (void)state;
    assert_false(ik_tileset_area_init(&area, NULL, "westfalisches-ruhrgebiet", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND,
                    "did you mean \"westfaelisches-ruhrgebiet\"");
    ik_tileset_area_clear(&area);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_box_keeps_the_tiles_that_it_touches),
        cmocka_unit_test(a_common_edge_is_no_touching),
        cmocka_unit_test(zooms_outside_are_left_out),
        cmocka_unit_test(a_run_is_cut_as_its_tiles_one_by_one),
        cmocka_unit_test(a_long_run_costs_steps_along_the_border_alone),
        cmocka_unit_test(a_region_keeps_its_towns_and_not_those_of_others),
        cmocka_unit_test(an_unknown_region_is_named_with_its_neighbour),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
