/* test_mvt_check.c — tiles written by hand after the specification, and tiles that break it.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "mvt_check.h"
#include "mvt_writer.h"

static GByteArray *polygon(const ik_tile_point *points, guint n, const ik_tile_point *hole,
                           guint n_hole)
{
    g_autoptr(ik_mvt_writer) writer = ik_mvt_writer_new();
    ik_mvt_writer_layer(writer, "l");
    ik_mvt_writer_feature(writer, 1, IK_MVT_POLYGON);
    ik_mvt_writer_part(writer, points, n);
    if (n_hole > 0)
        ik_mvt_writer_part(writer, hole, n_hole);
    return ik_mvt_writer_finish(writer);
}

static void assert_offence(GByteArray *tile, const char *offence)
{
    GError *error = NULL;
    assert_false(ik_mvt_check(tile->data, tile->len, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, offence);
    g_error_free(error);
    g_byte_array_unref(tile);
}

static void assert_good(GByteArray *tile)
{
    GError *error = NULL;
    ik_mvt_check(tile->data, tile->len, &error);
    ik_assert_no_error(error);
    g_byte_array_unref(tile);
}

/* Section 4.3.5 of the specification: the polygon (3,6) (8,12) (20,34). */
static void the_bytes_are_those_of_the_specification(void **state)
{
    static const guint8 expected[] = {0x1a, 53, 0x78, 2, 0x0a, 1, 'l'}; /* layer, version, name */
    g_autoptr(ik_mvt_writer) writer = ik_mvt_writer_new();
    const ik_tile_point points[] = {{3, 6}, {8, 12}, {20, 34}};
    static const guint8 geometry[] = {9, 6, 12, 18, 10, 12, 24, 44, 15};
    (void)state;
    ik_mvt_writer_layer(writer, "l");
    ik_mvt_writer_feature(writer, 1, IK_MVT_POLYGON);
    ik_mvt_writer_text(writer, "name", "Marl");
    ik_mvt_writer_uint(writer, "n", 300);
    ik_mvt_writer_part(writer, points, 3);
    GByteArray *tile = ik_mvt_writer_finish(writer);
    assert_memory_equal(tile->data, expected, sizeof expected);
    /* tag, length, id, tags, type, geometry */
    assert_memory_equal(tile->data + 7,
                        ((const guint8[]){0x12, 21, 8, 1, 0x12, 4, 0, 0, 1, 1, 0x18, 3, 0x22, 9}),
                        14);
    assert_memory_equal(tile->data + 21, geometry, sizeof geometry);
    /* keys, values ("Marl"; 300 is AC 02), extent 4096 is 80 20 */
    static const guint8 rest[] = {0x1a, 4,    'n',  'a', 'm',  'e',  0x1a, 1,   'n',
                                  0x22, 6,    0x0a, 4,   'M',  'a',  'r',  'l', 0x22,
                                  3,    0x28, 0xac, 2,   0x28, 0x80, 0x20};
    assert_int_equal(tile->len, 30 + sizeof rest);
    assert_memory_equal(tile->data + 30, rest, sizeof rest);
    g_byte_array_unref(tile);
}

static const ik_tile_point SQUARE[] = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
static const ik_tile_point REVERSED[] = {{0, 10}, {10, 10}, {10, 0}, {0, 0}};
static const ik_tile_point HOLE[] = {{2, 2}, {2, 4}, {4, 4}, {4, 2}};
static const ik_tile_point HOLE_AT_CORNER[] = {{0, 0}, {2, 4}, {4, 2}};
static const ik_tile_point HOLE_OUTSIDE[] = {{22, 2}, {22, 4}, {24, 4}, {24, 2}};
static const ik_tile_point HOLE_ACROSS[] = {{8, 2}, {8, 4}, {14, 4}, {14, 2}};

static void good_polygons_pass(void **state)
{
    (void)state;
    assert_good(polygon(SQUARE, 4, NULL, 0));
    assert_good(polygon(SQUARE, 4, HOLE, 4));
    assert_good(polygon(SQUARE, 4, HOLE_AT_CORNER, 3));
}

static void bad_polygons_are_named(void **state)
{
    const ik_tile_point flat[] = {{0, 0}, {5, 0}, {9, 0}};
    const ik_tile_point bow_tie[] = {{0, 0}, {10, 10}, {10, 0}, {0, 12}};
    const ik_tile_point touching[] = {{0, 0}, {10, 0}, {5, 5}, {10, 10}, {0, 10}, {5, 5}};
    const ik_tile_point spike[] = {{0, 0}, {10, 0}, {10, 10}, {10, 20}, {10, 10}, {0, 10}};
    const ik_tile_point closed[] = {{0, 0}, {10, 0}, {10, 10}, {0, 0}};
    (void)state;
    assert_offence(polygon(REVERSED, 4, NULL, 0), "a polygon begins with a hole");
    assert_offence(polygon(flat, 3, NULL, 0), "no area");
    assert_offence(polygon(bow_tie, 4, NULL, 0), "touch themselves or cross");
    assert_offence(polygon(touching, 6, NULL, 0), "touch themselves or cross");
    assert_offence(polygon(spike, 6, NULL, 0), "touch themselves or cross");
    assert_offence(polygon(closed, 4, NULL, 0), "repeats its first point");
    assert_offence(polygon(SQUARE, 4, HOLE_OUTSIDE, 4), "a hole lies outside its polygon");
    assert_offence(polygon(SQUARE, 4, HOLE_ACROSS, 4), "touch themselves or cross");
}

static void an_offence_is_named_with_its_byte(void **state)
{
    GByteArray *tile = polygon(SQUARE, 4, NULL, 0);
    (void)state;
    tile->data[3] = 1; /* the version, behind layer, length and key */
    assert_offence(tile, "byte 0: a layer has version 1, not 2");
    tile = polygon(SQUARE, 4, NULL, 0);
    tile->data[6] = 0xfc;
    assert_offence(tile, "byte 6: a layer's name is not UTF-8");
    tile = polygon(SQUARE, 4, NULL, 0);
    g_byte_array_set_size(tile, tile->len - 1);
    assert_offence(tile, "byte 0: a field of 27 bytes goes beyond the end");
}

static void a_layer_stands_in_a_tile_once(void **state)
{
    GByteArray *tile = polygon(SQUARE, 4, NULL, 0);
    guint size = tile->len;
    g_autofree guint8 *copy = g_memdup2(tile->data, size);
    (void)state;
    g_byte_array_append(tile, copy, size);
    assert_offence(tile, "a layer's name stands in it twice");
}

/* Layer, version 2, name "l", and the key "a" at bytes 9 and 12. */
static void a_key_stands_in_a_layer_once(void **state)
{
    static const guint8 bytes[] = {0x1a, 11, 0x78, 2, 0x0a, 1, 'l', 0x1a, 1, 'a', 0x1a, 1, 'a'};
    GByteArray *tile = g_byte_array_new();
    (void)state;
    g_byte_array_append(tile, bytes, sizeof bytes);
    assert_offence(tile, "byte 12: a key stands in it twice");
    tile = g_byte_array_new();
    g_byte_array_append(tile, bytes, sizeof bytes);
    tile->data[12] = 'b';
    assert_good(tile);
}

/* Each empty layer takes two bytes of a tile and some hundred of ours. */
static void a_tile_of_nothing_but_layers_is_refused(void **state)
{
    enum { LAYERS = 600000 };
    GByteArray *tile = g_byte_array_sized_new(2 * LAYERS);
    (void)state;
    for (guint i = 0; i < LAYERS; i++)
        g_byte_array_append(tile, (const guint8[]){0x1a, 0}, 2);
    assert_offence(tile, "more than 4194304 layers, features, keys and values");
}

/* A zigzag of 99,999 segments, each as wide as all others: 5,000,000,000 pairs to look at. */
static void a_polygon_that_would_take_minutes_is_refused(void **state)
{
    enum { POINTS = 99999 };
    g_autofree ik_tile_point *points = g_new(ik_tile_point, POINTS);
    (void)state;
    for (gint32 i = 0; i < POINTS; i++)
        points[i] = (ik_tile_point){i % 2 == 0 ? 0 : 4000, i};
    assert_offence(polygon(points, POINTS, NULL, 0), "a polygon of 99999 segments is too tangled");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bytes_are_those_of_the_specification),
        cmocka_unit_test(good_polygons_pass),
        cmocka_unit_test(bad_polygons_are_named),
        cmocka_unit_test(an_offence_is_named_with_its_byte),
        cmocka_unit_test(a_layer_stands_in_a_tile_once),
        cmocka_unit_test(a_key_stands_in_a_layer_once),
        cmocka_unit_test(a_tile_of_nothing_but_layers_is_refused),
        cmocka_unit_test(a_polygon_that_would_take_minutes_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
