/* test_segments.c — which pieces touch and cross, drawn by hand, and pairs against all of all.   [tests] */
#include "test_support.h"

#include "segments.h"

static void the_side_is_twice_the_area_of_the_triangle(void **state)
{
    (void)state;
    /* y points down: south of a line to the east is its right */
    assert_int_equal(
        ik_tile_point_side((ik_tile_point){0, 0}, (ik_tile_point){4, 0}, (ik_tile_point){0, 3}),
        12);
    assert_int_equal(
        ik_tile_point_side((ik_tile_point){0, 0}, (ik_tile_point){4, 0}, (ik_tile_point){9, -1}),
        -4);
    assert_int_equal(
        ik_tile_point_side((ik_tile_point){0, 0}, (ik_tile_point){4, 2}, (ik_tile_point){-2, -1}),
        0);
    /* 2^31 wide and high: the product needs 63 bits */
    const gint32 far = 1 << 30;
    assert_int_equal(ik_tile_point_side((ik_tile_point){-far, -far}, (ik_tile_point){far, -far},
                                        (ik_tile_point){0, far}),
                     INT64_C(1) << 62);
}

typedef struct {
    ik_segment first, second;
    bool conflict;
    const char *what;
} meeting;

static const meeting meetings[] = {
    {{{0, 0}, {10, 10}}, {{0, 10}, {10, 0}}, true, "cross"},
    {{{0, 0}, {10, 0}}, {{5, 0}, {5, 9}}, true, "an end on the other's middle"},
    {{{0, 0}, {10, 0}}, {{10, 0}, {10, 9}}, false, "a common end"},
    {{{0, 0}, {10, 0}}, {{10, 0}, {20, 0}}, false, "one goes on where the other ends"},
    {{{0, 0}, {10, 0}}, {{0, 0}, {5, 0}}, true, "one lies on the other from a common end"},
    {{{0, 0}, {10, 0}}, {{2, 0}, {5, 0}}, true, "one lies within the other"},
    {{{0, 0}, {10, 0}}, {{5, 0}, {15, 0}}, true, "they overlap"},
    {{{0, 0}, {10, 4}}, {{0, 0}, {10, 4}}, true, "equal"},
    {{{0, 0}, {10, 0}}, {{11, 0}, {20, 0}}, false, "on one line, apart"},
    {{{0, 0}, {10, 0}}, {{0, 1}, {10, 1}}, false, "side by side"},
    {{{0, 0}, {10, 10}}, {{6, 5}, {10, 0}}, false, "close, but beside"},
    /* 3/7 of the way lies between grid points: no rounding may decide */
    {{{0, 0}, {7, 3}}, {{3, 1}, {3, 2}}, true, "cross between grid points"},
    {{{0, 0}, {7, 3}}, {{3, 2}, {3, 5}}, false, "miss by less than a unit"},
};

static void two_pieces_conflict_where_they_share_more_than_ends(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(meetings); i++) {
        const ik_segment a = meetings[i].first, b = meetings[i].second;
        const ik_segment turned = {a.b, a.a}, other = {b.b, b.a};
        if (ik_segments_conflict(a, b) != meetings[i].conflict)
            fail_msg("%s", meetings[i].what);
        assert_int_equal(ik_segments_conflict(b, a), meetings[i].conflict);
        assert_int_equal(ik_segments_conflict(turned, b), meetings[i].conflict);
        assert_int_equal(ik_segments_conflict(turned, other), meetings[i].conflict);
    }
}

enum { MANY = 60 };

typedef struct {
    guint8 met[MANY][MANY];
    guint calls, most;
} tally;

static bool note(guint i, guint j, gpointer data)
{
    tally *t = data;
    t->met[i][j]++;
    return ++t->calls < t->most;
}

static bool boxes_touch(ik_segment a, ik_segment b)
{
    return MIN(a.a.x, a.b.x) <= MAX(b.a.x, b.b.x) && MIN(b.a.x, b.b.x) <= MAX(a.a.x, a.b.x) &&
           MIN(a.a.y, a.b.y) <= MAX(b.a.y, b.b.y) && MIN(b.a.y, b.b.y) <= MAX(a.a.y, a.b.y);
}

static void all_pairs_whose_boxes_touch_are_told_once(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    (void)state;
    for (guint round = 0; round < 100; round++) {
        ik_segment segments[MANY];
        g_autofree tally *t = g_new0(tally, 1);
        t->most = G_MAXUINT;
        for (guint i = 0; i < MANY; i++) {
            gint32 x = g_rand_int_range(random, -50, 50), y = g_rand_int_range(random, -50, 50);
            segments[i] = (ik_segment){
                {x, y},
                {x + g_rand_int_range(random, -9, 10), y + g_rand_int_range(random, -9, 10)}};
        }
        assert_true(ik_segments_pairs(segments, MANY, note, t));
        for (guint i = 0; i < MANY; i++)
            for (guint j = 0; j < MANY; j++)
                assert_int_equal(t->met[i][j], i < j && boxes_touch(segments[i], segments[j]));
    }
}

static void the_search_ends_when_told_to(void **state)
{
    const ik_segment three[] = {{{0, 0}, {9, 9}}, {{0, 9}, {9, 0}}, {{0, 4}, {9, 4}}};
    g_autofree tally *t = g_new0(tally, 1);
    (void)state;
    t->most = 2;
    assert_false(ik_segments_pairs(three, 3, note, t));
    assert_int_equal(t->calls, 2);
    assert_true(ik_segments_pairs(three, 0, note, t));
    assert_true(ik_segments_pairs(three, 1, note, t));
    assert_int_equal(t->calls, 2);
}

static bool count_only(guint i, guint j, gpointer data)
{
    (void)i, (void)j;
    ++*(guint64 *)data;
    return true;
}

/* Of segments of one height each pair above and below one another is told: as many as the work says beforehand. */
static void the_work_is_known_beforehand(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(8);
    (void)state;
    for (guint round = 0; round < 50; round++) {
        ik_segment segments[MANY];
        guint64 told = 0;
        for (guint i = 0; i < MANY; i++) {
            gint32 x = g_rand_int_range(random, -50, 50);
            segments[i] = (ik_segment){{x, 0}, {x + g_rand_int_range(random, -9, 10), 1}};
        }
        assert_true(ik_segments_pairs(segments, MANY, count_only, &told));
        assert_int_equal(ik_segments_work(segments, MANY), told);
    }
    assert_int_equal(ik_segments_work(NULL, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_side_is_twice_the_area_of_the_triangle),
        cmocka_unit_test(two_pieces_conflict_where_they_share_more_than_ends),
        cmocka_unit_test(all_pairs_whose_boxes_touch_are_told_once),
        cmocka_unit_test(the_search_ends_when_told_to),
        cmocka_unit_test(the_work_is_known_beforehand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
