/* test_stroker.c — outlines of lines whose pixels are known by hand. */
#include "test_support.h"

#include "stroker.h"

#include <string.h>

#define ONE  IK_COVER_ONE
#define FULL IK_COVER_FULL

enum { SIDE = 64 };

typedef guint levels[SIDE][SIDE];

static void take(const ik_cover_run *run, gpointer data)
{
    guint(*l)[SIDE] = data;
    for (int x = run->x; x < run->x + run->length; x++)
        l[run->y][x] = run->shares[0].level;
}

/* Points in pixels. */
static void stroke(levels l, const ik_stroke_shape *shape, const double (*points)[2], guint n,
                   bool is_closed)
{
    g_autoptr(ik_pixel_cover) cover = ik_pixel_cover_new(SIDE, SIDE);
    g_autoptr(ik_stroker) stroker = ik_stroker_new();
    ik_subpixel places[8];
    double lengths[8] = {0};
    assert_true(n <= 8);
    for (guint i = 0; i < n; i++) {
        places[i] = (ik_subpixel){(int32_t)(points[i][0] * ONE), (int32_t)(points[i][1] * ONE)};
        if (i > 0) /* along an axis */
            lengths[i] = lengths[i - 1] + ABS(points[i][0] - points[i - 1][0]) +
                         ABS(points[i][1] - points[i - 1][1]);
    }
    const ik_stroke_line line = {places, n, is_closed, lengths};
    memset(l, 0, sizeof(levels));
    ik_stroker_add(stroker, cover, 0, shape, &line);
    ik_pixel_cover_sweep(cover, take, l);
}

/* All pixels: FULL in the box [left, right) x [top, bottom), 0 beside it. */
static void assert_box(levels l, int left, int top, int right, int bottom)
{
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            bool is_inside = x >= left && x < right && y >= top && y < bottom;
            if (l[y][x] != (is_inside ? FULL : 0))
                fail_msg("pixel %d, %d has level %u", x, y, l[y][x]);
        }
}

static double covered(levels l)
{
    guint sum = 0;
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
            sum += l[y][x];
    return (double)sum / FULL;
}

static const double LEVEL_LINE[][2] = {{10, 20}, {30, 20}, {40, 20}};

static void butt_and_square_ends_are_where_they_are_said_to_be(void **state)
{
    const ik_stroke_shape butt = {.width = 4, .cap = IK_STROKE_CAP_BUTT};
    const ik_stroke_shape square = {.width = 4, .cap = IK_STROKE_CAP_SQUARE};
    levels l;
    (void)state;
    stroke(l, &butt, LEVEL_LINE, 3, false);
    assert_box(l, 10, 18, 40, 22);
    stroke(l, &square, LEVEL_LINE, 3, false);
    assert_box(l, 8, 18, 42, 22);
}

/* 30 by 20 and a circle of radius 10, whose area is 314.16: at most a tenth of a pixel is missing round it. */
static void round_ends_make_a_circle(void **state)
{
    const ik_stroke_shape shape = {.width = 20, .cap = IK_STROKE_CAP_ROUND};
    static const double LINE[][2] = {{15, 30}, {45, 30}};
    levels l;
    (void)state;
    stroke(l, &shape, LINE, 2, false);
    assert_true(covered(l) > 600 + 314.16 - 0.1 * 62.8 && covered(l) < 600 + 314.16 + 1);
    assert_int_equal(l[30][6], FULL); /* 9 from the end */
    assert_int_equal(l[21][7], 0);    /* the corner of a square */
}

static void a_line_of_an_odd_width_halves_its_pixels(void **state)
{
    const ik_stroke_shape shape = {.width = 3, .cap = IK_STROKE_CAP_BUTT};
    levels l;
    (void)state;
    stroke(l, &shape, LEVEL_LINE, 3, false);
    for (int x = 10; x < 40; x++) {
        assert_int_equal(l[18][x], FULL / 2);
        assert_int_equal(l[19][x], FULL);
        assert_int_equal(l[20][x], FULL);
        assert_int_equal(l[21][x], FULL / 2);
    }
}

static const double CORNER[][2] = {{10, 40}, {10, 10}, {40, 10}};

static void the_three_joins_fill_the_corner_as_they_should(void **state)
{
    ik_stroke_shape shape = {.width = 8, .cap = IK_STROKE_CAP_BUTT, .miter_limit = 2};
    /* Two arms of 30 by 8 share a quarter of the 8 by 8 square round the vertex, and miss another: 464 less 16
     * with a bevel in which half of the missing 16 is filled, and so on. */
    const double arms = 2 * 30 * 8 - 16;
    levels l;
    (void)state;
    shape.join = IK_STROKE_JOIN_MITER;
    stroke(l, &shape, CORNER, 3, false);
    assert_true(ABS(covered(l) - (arms + 16)) < 0.01);
    shape.join = IK_STROKE_JOIN_BEVEL;
    stroke(l, &shape, CORNER, 3, false);
    assert_true(ABS(covered(l) - (arms + 8)) < 0.01);
    shape.join = IK_STROKE_JOIN_ROUND;
    stroke(l, &shape, CORNER, 3, false);
    assert_true(ABS(covered(l) - (arms + 16 * G_PI / 4)) < 1);
    shape.join = IK_STROKE_JOIN_MITER;
    shape.miter_limit = 1.4; /* a right angle needs 1.414 */
    stroke(l, &shape, CORNER, 3, false);
    assert_true(ABS(covered(l) - (arms + 8)) < 0.01);
}

static void a_closed_line_has_no_ends(void **state)
{
    const ik_stroke_shape shape = {
        .width = 4, .cap = IK_STROKE_CAP_SQUARE, .join = IK_STROKE_JOIN_MITER, .miter_limit = 4};
    static const double SQUARE[][2] = {{10, 10}, {40, 10}, {40, 40}, {10, 40}};
    levels l;
    (void)state;
    stroke(l, &shape, SQUARE, 4, true);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            bool is_outer = x >= 8 && x < 42 && y >= 8 && y < 42;
            bool is_inner = x >= 12 && x < 38 && y >= 12 && y < 38;
            assert_int_equal(l[y][x], is_outer && !is_inner ? FULL : 0);
        }
}

static void dashes_and_gaps_alternate_along_the_line(void **state)
{
    const ik_stroke_shape shape = {
        .width = 2, .cap = IK_STROKE_CAP_BUTT, .n_dashes = 2, .dashes = {4, 3}};
    levels l;
    (void)state;
    stroke(l, &shape, LEVEL_LINE, 3, false);
    for (int x = 10; x < 40; x++) /* the vertex at 30 is within a dash */
        assert_int_equal(l[20][x], (x - 10) % 7 < 4 ? FULL : 0);
}

/* Three lengths make six: dash 2, gap 3, dash 4, gap 2, dash 3, gap 4. */
static void an_odd_number_of_lengths_takes_turns(void **state)
{
    const ik_stroke_shape shape = {
        .width = 2, .cap = IK_STROKE_CAP_BUTT, .n_dashes = 3, .dashes = {2, 3, 4}};
    static const char PATTERN[] = "##...####..###....";
    levels l;
    (void)state;
    stroke(l, &shape, LEVEL_LINE, 3, false);
    for (int x = 10; x < 40; x++)
        assert_int_equal(l[20][x], PATTERN[(x - 10) % 18] == '#' ? FULL : 0);
}

static void a_line_that_turns_back_is_round_at_its_turn(void **state)
{
    const ik_stroke_shape shape = {
        .width = 8, .cap = IK_STROKE_CAP_BUTT, .join = IK_STROKE_JOIN_ROUND};
    static const double BACK[][2] = {{10, 20}, {30, 20}, {12, 20}};
    levels l;
    (void)state;
    stroke(l, &shape, BACK, 3, false);
    assert_int_equal(l[20][32], FULL);
    assert_true(ABS(covered(l) - (160 + G_PI * 16 / 2)) < 1);
}

static void points_that_repeat_and_lines_of_no_length_do_no_harm(void **state)
{
    const ik_stroke_shape shape = {
        .width = 4, .cap = IK_STROKE_CAP_BUTT, .join = IK_STROKE_JOIN_MITER, .miter_limit = 4};
    static const double DOUBLED[][2] = {{10, 20}, {10, 20}, {30, 20}, {30, 20}, {40, 20}};
    static const double POINT[][2] = {{10, 20}, {10, 20}};
    levels l;
    (void)state;
    stroke(l, &shape, DOUBLED, 5, false);
    assert_box(l, 10, 18, 40, 22);
    stroke(l, &shape, POINT, 2, true);
    assert_box(l, 0, 0, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(butt_and_square_ends_are_where_they_are_said_to_be),
        cmocka_unit_test(round_ends_make_a_circle),
        cmocka_unit_test(a_line_of_an_odd_width_halves_its_pixels),
        cmocka_unit_test(the_three_joins_fill_the_corner_as_they_should),
        cmocka_unit_test(a_closed_line_has_no_ends),
        cmocka_unit_test(dashes_and_gaps_alternate_along_the_line),
        cmocka_unit_test(an_odd_number_of_lengths_takes_turns),
        cmocka_unit_test(a_line_that_turns_back_is_round_at_its_turn),
        cmocka_unit_test(points_that_repeat_and_lines_of_no_length_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
