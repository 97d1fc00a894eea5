/* test_mvt_geometry.c — the examples of the Vector Tile Specification 2.1, section 4.3.5, and what it forbids.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>

#include "mvt_reader.h"

typedef struct {
    const char *what;
    ik_mvt_type type;
    guint n, n_points, n_ends;
    guint8 commands[40];
    ik_tile_point points[12];
    guint ends[4];
} example;

static const example examples[] = {
    {"4.3.5.1 point", IK_MVT_POINT, 3, 1, 1, {9, 50, 34}, {{25, 17}}, {1}},
    {"4.3.5.2 multi point", IK_MVT_POINT, 5, 2, 2, {17, 10, 14, 3, 9}, {{5, 7}, {3, 2}}, {1, 2}},
    {"4.3.5.3 linestring",
     IK_MVT_LINE,
     8,
     3,
     1,
     {9, 4, 4, 18, 0, 16, 16, 0},
     {{2, 2}, {2, 10}, {10, 10}},
     {3}},
    {"4.3.5.4 multi linestring",
     IK_MVT_LINE,
     14,
     5,
     2,
     {9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8},
     {{2, 2}, {2, 10}, {10, 10}, {1, 1}, {3, 5}},
     {3, 5}},
    {"4.3.5.5 polygon",
     IK_MVT_POLYGON,
     9,
     3,
     1,
     {9, 6, 12, 18, 10, 12, 24, 44, 15},
     {{3, 6}, {8, 12}, {20, 34}},
     {3}},
    {"4.3.5.6 multi polygon",
     IK_MVT_POLYGON,
     33,
     12,
     3,
     {9, 0,  0,  26, 20, 0, 0, 20, 19, 0, 15, 9, 22, 2, 26, 18, 0,
      0, 18, 17, 0,  15, 9, 4, 13, 26, 0, 8,  8, 0,  0, 7,  15},
     {{0, 0},
      {10, 0},
      {10, 10},
      {0, 10},
      {11, 11},
      {20, 11},
      {20, 20},
      {11, 20},
      {13, 13},
      {13, 17},
      {17, 17},
      {17, 13}},
     {4, 8, 12}},
};

static ik_mvt_feature feature_of(ik_mvt_type type, const guint8 *commands, gsize n)
{
    return (ik_mvt_feature){.type = type, .has_geometry = true, .geometry = {commands, n, 100}};
}

static void the_examples_are_read_as_they_are_drawn(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(examples); i++) {
        const example *e = &examples[i];
        GError *error = NULL;
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
        g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
        const ik_mvt_feature feature = feature_of(e->type, e->commands, e->n);
        if (!ik_mvt_feature_points(&feature, points, ends, &error))
            fail_msg("%s: %s", e->what, error->message);
        assert_int_equal(points->len, e->n_points);
        assert_memory_equal(points->data, e->points, sizeof *e->points * e->n_points);
        assert_int_equal(ends->len, e->n_ends);
        assert_memory_equal(ends->data, e->ends, sizeof *e->ends * e->n_ends);
    }
}

/* The last example: areas 100 and 81 of the exteriors, -16 of the hole. */
static void exterior_rings_have_a_positive_area(void **state)
{
    const ik_tile_point *points = examples[5].points;
    (void)state;
    assert_int_equal(ik_mvt_ring_area2(points, 4), 2 * 100);
    assert_int_equal(ik_mvt_ring_area2(points + 4, 4), 2 * 81);
    assert_int_equal(ik_mvt_ring_area2(points + 8, 4), -2 * 16);
}

static const struct {
    const char *what;
    ik_mvt_type type;
    guint n;
    guint8 commands[12];
} offences[] = {
    {"no command", IK_MVT_POINT, 0, {0}},
    {"a point that begins with LineTo", IK_MVT_POINT, 3, {10, 50, 34}},
    {"a count of 0", IK_MVT_POINT, 1, {1}},
    {"a command that does not exist", IK_MVT_POINT, 3, {8 | 3, 50, 34}},
    {"parameters cut off", IK_MVT_POINT, 2, {9, 50}},
    {"a varint cut off", IK_MVT_POINT, 3, {9, 50, 0x80}},
    {"a point and a line", IK_MVT_POINT, 6, {9, 50, 34, 10, 2, 2}},
    {"a line that starts twice", IK_MVT_LINE, 8, {17, 4, 4, 2, 2, 10, 0, 16}},
    {"a line of one position", IK_MVT_LINE, 3, {9, 4, 4}},
    {"a line that is closed", IK_MVT_LINE, 9, {9, 4, 4, 18, 0, 16, 16, 0, 15}},
    {"a ring of two positions", IK_MVT_POLYGON, 7, {9, 6, 12, 10, 10, 12, 15}},
    {"a ring that is not closed", IK_MVT_POLYGON, 8, {9, 6, 12, 18, 10, 12, 24, 44}},
    {"a ring that is closed twice", IK_MVT_POLYGON, 10, {9, 6, 12, 18, 10, 12, 24, 44, 15, 15}},
    {"a close with the count 2", IK_MVT_POLYGON, 9, {9, 6, 12, 18, 10, 12, 24, 44, 23}},
    {"a step of 2^31 and another",
     IK_MVT_POINT,
     11,
     {9, 0xff, 0xff, 0xff, 0xff, 0x0f, 0xff, 0xff, 0xff, 0xff, 0x0f}},
};

static void what_the_specification_forbids_is_refused_with_its_place(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(offences); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
        g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
        const ik_mvt_feature feature =
            feature_of(offences[i].type, offences[i].commands, offences[i].n);
        if (ik_mvt_feature_points(&feature, points, ends, &error))
            fail_msg("%s passes", offences[i].what);
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "byte 1");
    }
}

/* A count of 2^29 - 1 with two parameters behind it: memory follows the bytes, not the claim. */
static void a_hostile_count_sets_nothing_aside(void **state)
{
    static const guint8 commands[] = {0xf9, 0xff, 0xff, 0xff, 0x0f, 2, 2};
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
    const ik_mvt_feature feature = feature_of(IK_MVT_POINT, commands, sizeof commands);
    (void)state;
    assert_false(ik_mvt_feature_points(&feature, points, ends, &error));
    assert_true(points->len <= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_examples_are_read_as_they_are_drawn),
        cmocka_unit_test(exterior_rings_have_a_positive_area),
        cmocka_unit_test(what_the_specification_forbids_is_refused_with_its_place),
        cmocka_unit_test(a_hostile_count_sets_nothing_aside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
