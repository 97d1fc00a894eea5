/* test_line_join.c — lines that go on under the same text.   [tests] */
#include "test_support.h"

#include <string.h>

#include "line_join.h"

#define MOST_SETS 8

/* Each set holds one line; all are added to a join. */
typedef struct {
    ik_line_join *join;
    ik_feature_set *sets[MOST_SETS];
    guint n_sets;
} join_test;

static void add(join_test *test, const ik_clip *clip, const char *text, const double *xy, guint n)
{
    ik_grid_position points[8];
    ik_feature_set *set = ik_feature_set_new(clip);
    for (guint i = 0; i < n; i++)
        points[i] = (ik_grid_position){xy[(gsize)2 * i], xy[(gsize)2 * i + 1]};
    ik_feature_set_begin(set, IK_SHAPE_LINE, ik_value_number(test->n_sets));
    ik_feature_set_attribute(set, "name", ik_value_string(text));
    ik_feature_set_line(set, points, n);
    assert_true(ik_feature_set_end(set));
    ik_feature_set_seal(set);
    ik_line_join_add(test->join, set, ik_feature_set_at(set, 0), text);
    test->sets[test->n_sets++] = set;
}

/* The joined lines as "origin: x,y x,y; …". */
static void expect(join_test *test, const char *expected)
{
    const ik_feature_set *set = ik_line_join_finish(test->join);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < ik_feature_set_count(set); i++) {
        guint n;
        const ik_set_feature *feature = ik_feature_set_at(set, i);
        const ik_tile_point *points = ik_feature_set_part(set, feature, 0, &n);
        const guint origin = ik_line_join_origin(test->join, i);
        ik_assert_near(feature->feature.id.number, origin, 0);
        g_string_append_printf(text, "%s%u:", i > 0 ? "; " : "", origin);
        for (guint k = 0; k < n; k++)
            g_string_append_printf(text, " %d,%d", points[k].x, points[k].y);
    }
    assert_string_equal(text->str, expected);
}

static int set_up(void **state)
{
    join_test *test = g_new0(join_test, 1);
    test->join = ik_line_join_new();
    *state = test;
    return 0;
}

static int tear_down(void **state)
{
    join_test *test = *state;
    ik_line_join_free(test->join);
    for (guint i = 0; i < test->n_sets; i++)
        ik_feature_set_free(test->sets[i]);
    g_free(test);
    return 0;
}

#define ADD(clip, text, ...)                             \
    add(test, clip, text, (const double[]){__VA_ARGS__}, \
        sizeof((const double[]){__VA_ARGS__}) / (2 * sizeof(double)))

/* The case of MapLibre's own test of its function mergeLines, a hundred times as large. */
static void lines_of_one_text_are_joined_end_to_beginning(void **state)
{
    join_test *test = *state;
    ADD(NULL, "a", 0, 0, 100, 0, 200, 0);
    ADD(NULL, "b", 400, 0, 500, 0, 600, 0);
    ADD(NULL, "a", 800, 0, 900, 0);
    ADD(NULL, "a", 200, 0, 300, 0, 400, 0);
    ADD(NULL, "a", 600, 0, 700, 0, 800, 0);
    ADD(NULL, "a", 500, 0, 600, 0);
    expect(test, "0: 0,0 100,0 200,0 300,0 400,0; 1: 400,0 500,0 600,0; "
                 "5: 500,0 600,0 700,0 800,0 900,0");
}

static void lines_that_run_against_each_other_stay_apart(void **state)
{
    join_test *test = *state;
    ADD(NULL, "a", 0, 0, 100, 0);
    ADD(NULL, "a", 200, 0, 100, 0);
    expect(test, "0: 0,0 100,0; 1: 200,0 100,0");
}

/* Of two that go on, one does; the other stays a line of its own. */
static void a_fork_has_one_way_on(void **state)
{
    join_test *test = *state;
    ADD(NULL, "a", 0, 0, 100, 0);
    ADD(NULL, "a", 100, 0, 200, 100);
    ADD(NULL, "a", 100, 0, 200, -100);
    expect(test, "0: 0,0 100,0 200,100; 2: 100,0 200,-100");
}

static void a_ring_is_joined_all_round(void **state)
{
    join_test *test = *state;
    ADD(NULL, "a", 0, 0, 100, 0);
    ADD(NULL, "a", 100, 0, 100, 100);
    ADD(NULL, "a", 100, 100, 0, 0);
    expect(test, "0: 0,0 100,0 100,100 0,0");
}

/* What lies in both buffers is there once; the tiles have rounded it differently. */
static void pieces_of_neighbouring_tiles_are_joined(void **state)
{
    static const ik_clip west = {.box = {0, 0, 1024, 1024}}, east = {.box = {1024, 0, 2048, 1024}};
    join_test *test = *state;
    ADD(&east, "a", 960, 502, 2000, 502);
    ADD(&west, "a", 100, 500, 1088, 500);
    expect(test, "1: 100,500 1024,500 2000,502");
}

/* Pieces nearer than a pixel are one, others not. */
static void a_gap_is_no_way_on(void **state)
{
    join_test *test = *state;
    ADD(NULL, "a", 0, 0, 100, 0);
    ADD(NULL, "a", 117, 0, 200, 0);
    ADD(NULL, "a", 215, 0, 300, 0);
    expect(test, "0: 0,0 100,0; 1: 117,0 200,0 300,0");
}

static void a_line_that_leaves_its_tile_is_cut(void **state)
{
    static const ik_clip clip = {.box = {0, 0, 1024, 1024}};
    join_test *test = *state;
    ADD(&clip, "a", 500, 500, 500, 1100, 700, 1100, 700, 500);
    ADD(&clip, "a", -60, -60, -60, 1000);
    expect(test, "0: 500,500 500,1024; 0: 700,1024 700,500");
}

/* A tile that stands on its corner: the line crosses its north-eastern side at 768, 256. */
static void tiles_on_a_plane_are_rings(void **state)
{
    static const ik_clip clip = {.box = {0, 0, 1024, 1024},
                                 .n_ring = 4,
                                 .ring = {{512, 0}, {1024, 512}, {512, 1024}, {0, 512}}};
    join_test *test = *state;
    ADD(&clip, "a", 512, 512, 1024, 0);
    expect(test, "0: 512,512 768,256");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lines_of_one_text_are_joined_end_to_beginning),
        TEST(lines_that_run_against_each_other_stay_apart),
        TEST(a_fork_has_one_way_on),
        TEST(a_ring_is_joined_all_round),
        TEST(pieces_of_neighbouring_tiles_are_joined),
        TEST(a_gap_is_no_way_on),
        TEST(a_line_that_leaves_its_tile_is_cut),
        TEST(tiles_on_a_plane_are_rings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
