/* test_tile_cut.c — a straight border cut at tiles, coordinates by hand.   [tests] */
#include "two_halves.h"

#include "tile_cut.h"

#define ZOOM 8

typedef struct {
    gint32 min_x, min_y, max_x, max_y;
    guint points;
} outline;

/* Of the one ring that a face has in a tile. */
static outline outline_of(const ik_tile_cut *cut, ik_level level, guint32 face)
{
    const ik_topology *faces = cut->faces[level];
    outline seen = {G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32, 0};
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    assert_int_equal(faces->faces[face].count, 1);
    ik_topology_ring_points(faces, &faces->rings[faces->faces[face].first], false, points);
    for (guint i = 0; i < points->len; i++) {
        ik_fixed_lonlat p = g_array_index(points, ik_fixed_lonlat, i);
        seen = (outline){MIN(seen.min_x, p.lon_e6), MIN(seen.min_y, -p.lat_e6),
                         MAX(seen.max_x, p.lon_e6), MAX(seen.max_y, -p.lat_e6), points->len};
    }
    return seen;
}

static void assert_rectangle(outline o, gint32 min_x, gint32 min_y, gint32 max_x, gint32 max_y)
{
    assert_int_equal(o.points, 4);
    assert_int_equal(o.min_x, min_x);
    assert_int_equal(o.min_y, min_y);
    assert_int_equal(o.max_x, max_x);
    assert_int_equal(o.max_y, max_y);
}

static void a_border_cuts_a_tile_with_its_buffer_into_two_faces(void **state)
{
    two_halves land;
    ik_tile_cut cut;
    (void)state;
    two_halves_init(&land, 0.703125);
    g_autoptr(ik_tiling) tiling = ik_tiling_new(land.division, ZOOM);
    ik_tile_cut_init(&cut, tiling, (ik_tile){ZOOM, 128, 127});
    assert_false(cut.is_plain);
    for (guint level = 0; level < IK_N_LEVELS; level++) {
        assert_rectangle(outline_of(&cut, (ik_level)level, 0), -64, -64, 2048, 4160);
        assert_rectangle(outline_of(&cut, (ik_level)level, 1), 2048, -64, 4160, 4160);
    }
    ik_tile_cut_clear(&cut);
    two_halves_clear(&land);
}

static void the_line_is_the_border_and_not_the_edge_of_the_tile(void **state)
{
    two_halves land;
    ik_tile_cut cut;
    (void)state;
    two_halves_init(&land, 0.703125);
    g_autoptr(ik_tiling) tiling = ik_tiling_new(land.division, ZOOM);
    ik_tile_cut_init(&cut, tiling, (ik_tile){ZOOM, 128, 127});
    assert_int_equal(cut.line_arcs->len, 1);
    const ik_arc *arc = &g_array_index(cut.line_arcs, ik_arc, 0);
    assert_int_equal(arc->count, 2);
    assert_int_equal(arc->left + arc->right, 1); /* between 0 and 1 */
    gint32 ends[2];
    for (guint i = 0; i < 2; i++) {
        ik_fixed_lonlat p = g_array_index(cut.line_points, ik_fixed_lonlat, arc->first + i);
        assert_int_equal(p.lon_e6, 2048);
        ends[i] = -p.lat_e6;
    }
    assert_int_equal(MIN(ends[0], ends[1]), -64);
    assert_int_equal(MAX(ends[0], ends[1]), 4160);
    ik_tile_cut_clear(&cut);
    two_halves_clear(&land);
}

static void a_tile_without_a_border_is_plain_and_has_its_owner(void **state)
{
    static const struct {
        ik_tile tile;
        guint32 owner;
    } tiles[] = {{{ZOOM, 126, 127}, 0}, /* 2.8 to 1.4 west */
                 {{ZOOM, 127, 127}, 0}, /* the border is half a tile away, the buffer 64 units */
                 {{ZOOM, 130, 128}, 1}, /* 2.8 to 4.2 east, south of the equator */
                 {{ZOOM, 140, 127}, IK_NONE}}; /* 16.9 to 18.3 east */
    two_halves land;
    (void)state;
    two_halves_init(&land, 0.703125);
    g_autoptr(ik_tiling) tiling = ik_tiling_new(land.division, ZOOM);
    for (gsize i = 0; i < G_N_ELEMENTS(tiles); i++) {
        ik_tile_cut cut;
        ik_tile_cut_init(&cut, tiling, tiles[i].tile);
        assert_true(cut.is_plain);
        assert_int_equal(cut.owner, tiles[i].owner);
        ik_tile_cut_clear(&cut);
    }
    two_halves_clear(&land);
}

/* 32 units east of Greenwich: 32 / 4096 of 1.40625 degrees. */
static void a_border_in_the_buffer_alone_is_seen(void **state)
{
    two_halves land;
    ik_tile_cut cut;
    (void)state;
    two_halves_init(&land, 0.010986);
    g_autoptr(ik_tiling) tiling = ik_tiling_new(land.division, ZOOM);
    ik_tile_cut_init(&cut, tiling, (ik_tile){ZOOM, 127, 127});
    assert_false(cut.is_plain);
    assert_rectangle(outline_of(&cut, IK_LEVEL_REGION, 0), -64, -64, 4128, 4160);
    assert_rectangle(outline_of(&cut, IK_LEVEL_REGION, 1), 4128, -64, 4160, 4160);
    ik_tile_cut_clear(&cut);
    two_halves_clear(&land);
}

/* A border that falls on the border of the box would leave a face without width: the box is a unit wider. */
static void the_box_gives_way_to_a_border_on_its_edge(void **state)
{
    two_halves land;
    ik_tile_cut cut;
    (void)state;
    two_halves_init(&land, 0.021973); /* 64 units */
    g_autoptr(ik_tiling) tiling = ik_tiling_new(land.division, ZOOM);
    ik_tile_cut_init(&cut, tiling, (ik_tile){ZOOM, 127, 127});
    const gint32 origin = 127 * IK_TILE_EXTENT;
    assert_true(cut.box.min_x < origin - 64 && cut.box.max_x > origin + 4096 + 64);
    assert_rectangle(outline_of(&cut, IK_LEVEL_REGION, 1), 4160, cut.box.min_y - origin,
                     cut.box.max_x - origin, cut.box.max_y - origin);
    ik_tile_cut_clear(&cut);
    two_halves_clear(&land);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_border_cuts_a_tile_with_its_buffer_into_two_faces),
        cmocka_unit_test(the_line_is_the_border_and_not_the_edge_of_the_tile),
        cmocka_unit_test(a_tile_without_a_border_is_plain_and_has_its_owner),
        cmocka_unit_test(a_border_in_the_buffer_alone_is_seen),
        cmocka_unit_test(the_box_gives_way_to_a_border_on_its_edge),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
