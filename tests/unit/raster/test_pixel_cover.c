/* test_pixel_cover.c — what shapes known by hand cover, and that no cut changes it. */
#include "test_support.h"

#include "pixel_cover.h"

#include <string.h>

#define ONE  IK_COVER_ONE
#define FULL IK_COVER_FULL

enum { SIDE = 48, AREAS = 3 };

/* Levels of each area in each pixel. */
typedef struct {
    guint levels[AREAS][SIDE][SIDE];
} levels;

static void take(const ik_cover_run *run, gpointer data)
{
    levels *l = data;
    guint sum = 0;
    assert_true(run->n_shares > 0 && run->length > 0);
    for (guint s = 0; s < run->n_shares; s++) {
        sum += run->shares[s].level;
        for (int x = run->x; x < run->x + run->length; x++)
            l->levels[run->shares[s].area][run->y][x] = run->shares[s].level;
    }
    assert_true(sum <= FULL);
}

static void sweep(ik_pixel_cover *cover, levels *l)
{
    memset(l, 0, sizeof *l);
    ik_pixel_cover_sweep(cover, take, l);
}

static void add_polygon(ik_pixel_cover *cover, guint32 area, const ik_subpixel *points, guint n)
{
    for (guint i = 0; i < n; i++)
        ik_pixel_cover_line(cover, area, points[i], points[(i + 1) % n]);
}

/* Corners in quarters of a pixel. */
static void add_box(ik_pixel_cover *cover, guint32 area, const int quarters[4])
{
    int left = quarters[0] * ONE / 4, top = quarters[1] * ONE / 4;
    int right = quarters[2] * ONE / 4, bottom = quarters[3] * ONE / 4;
    const ik_subpixel points[] = {{left, top}, {left, bottom}, {right, bottom}, {right, top}};
    add_polygon(cover, area, points, 4);
}

static void a_rectangle_covers_halves_and_quarters_of_pixels(void **state)
{
    g_autoptr(ik_pixel_cover) cover = ik_pixel_cover_new(SIDE, SIDE);
    levels l;
    (void)state;
    /* from (1.5, 2.25) to (4, 5) */
    add_box(cover, 0, (const int[]){6, 9, 16, 20});
    sweep(cover, &l);
    assert_int_equal(l.levels[0][2][1], FULL / 2 * 3 / 4);
    assert_int_equal(l.levels[0][3][1], FULL / 2);
    assert_int_equal(l.levels[0][2][2], FULL * 3 / 4);
    assert_int_equal(l.levels[0][4][3], FULL);
    assert_int_equal(l.levels[0][4][4], 0);
    assert_int_equal(l.levels[0][5][3], 0);
    assert_int_equal(l.levels[0][1][2], 0);
}

/* The diagonal of a pixel halves it; one that falls by a half leaves a quarter and three. */
static void a_slope_covers_what_geometry_says(void **state)
{
    g_autoptr(ik_pixel_cover) cover = ik_pixel_cover_new(SIDE, SIDE);
    levels l;
    const ik_subpixel right_angle[] = {{0, 0}, {0, 8 * ONE}, {8 * ONE, 8 * ONE}};
    const ik_subpixel gentle[] = {{0, 0}, {0, 4 * ONE}, {8 * ONE, 4 * ONE}};
    (void)state;
    add_polygon(cover, 0, right_angle, 3);
    sweep(cover, &l);
    for (int i = 0; i < 8; i++) {
        assert_int_equal(l.levels[0][i][i], FULL / 2);
        assert_int_equal(l.levels[0][i][i + 1], 0);
        if (i > 0)
            assert_int_equal(l.levels[0][i][i - 1], FULL);
    }
    add_polygon(cover, 0, gentle, 3);
    sweep(cover, &l);
    for (gsize i = 0; i < 4; i++) {
        assert_int_equal(l.levels[0][i][2 * i], FULL * 3 / 4);
        assert_int_equal(l.levels[0][i][2 * i + 1], FULL / 4);
    }
}

static void areas_that_fill_a_pixel_come_to_the_whole(void **state)
{
    g_autoptr(ik_pixel_cover) cover = ik_pixel_cover_new(SIDE, SIDE);
    levels l;
    (void)state;
    /* Three strips with borders at 1/3 and 2/3 of pixel 4, to 1/256: none is a number of levels. */
    static const int BORDERS[] = {0, 4 * ONE + ONE / 3, 4 * ONE + 2 * ONE / 3, 8 * ONE};
    for (guint a = 0; a < AREAS; a++) {
        const ik_subpixel strip[] = {
            {BORDERS[a], 0}, {BORDERS[a], 9 * ONE}, {BORDERS[a + 1], 9 * ONE}, {BORDERS[a + 1], 0}};
        add_polygon(cover, a, strip, 4);
    }
    sweep(cover, &l);
    for (int y = 0; y < 9; y++) {
        assert_int_equal(l.levels[0][y][4] + l.levels[1][y][4] + l.levels[2][y][4], FULL);
        assert_in_range(l.levels[1][y][4], FULL / 3, FULL / 3 + 1);
        assert_int_equal(l.levels[0][y][3], FULL);
        assert_int_equal(l.levels[2][y][5], FULL);
    }
}

static void parts_of_one_area_that_overlap_count_once(void **state)
{
    g_autoptr(ik_pixel_cover) cover = ik_pixel_cover_new(SIDE, SIDE);
    levels l;
    (void)state;
    add_box(cover, 0, (const int[]){8, 8, 26, 20});
    add_box(cover, 0, (const int[]){20, 8, 40, 20});
    sweep(cover, &l);
    for (int x = 2; x < 10; x++)
        assert_int_equal(l.levels[0][3][x], FULL);
    assert_int_equal(l.levels[0][3][10], 0);
}

static void the_way_round_does_not_matter(void **state)
{
    g_autoptr(ik_pixel_cover) cover = ik_pixel_cover_new(SIDE, SIDE);
    levels there, back;
    const ik_subpixel points[] = {{300, 411}, {2513, 1702}, {777, 4001}};
    const ik_subpixel reversed[] = {points[2], points[1], points[0]};
    (void)state;
    add_polygon(cover, 0, points, 3);
    sweep(cover, &there);
    add_polygon(cover, 0, reversed, 3);
    sweep(cover, &back);
    assert_memory_equal(&there, &back, sizeof there);
}

static int32_t random_place(guint32 *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (int32_t)(*seed >> 12) % (3 * SIDE * ONE) - SIDE * ONE;
}

/* Any polygons, reaching beyond the picture on all sides: a window of it shows what the whole does. */
static void a_window_shows_what_the_whole_picture_does(void **state)
{
    enum { TRIALS = 300, WINDOW = 17 };
    g_autoptr(ik_pixel_cover) whole = ik_pixel_cover_new(SIDE, SIDE);
    g_autoptr(ik_pixel_cover) window = ik_pixel_cover_new(WINDOW, WINDOW);
    guint32 seed = 7;
    levels all, part;
    (void)state;
    for (guint trial = 0; trial < TRIALS; trial++) {
        int left = (int)(trial % 31), top = (int)(trial * 7 % 31);
        for (guint a = 0; a < AREAS; a++) {
            ik_subpixel points[5], moved[5];
            for (guint i = 0; i < 5; i++) {
                points[i] = (ik_subpixel){random_place(&seed), random_place(&seed)};
                moved[i] = (ik_subpixel){points[i].x - left * ONE, points[i].y - top * ONE};
            }
            add_polygon(whole, a, points, 5);
            add_polygon(window, a, moved, 5);
        }
        sweep(whole, &all);
        sweep(window, &part);
        for (guint a = 0; a < AREAS; a++)
            for (int y = 0; y < WINDOW; y++)
                assert_memory_equal(part.levels[a][y], &all.levels[a][top + y][left],
                                    WINDOW * sizeof(guint));
    }
}

/* Rows of one area are swept another way than those of several: any polygon, alone and before one that lies apart. */
static void an_area_covers_the_same_alone_and_beside_others(void **state)
{
    enum { TRIALS = 300 };
    g_autoptr(ik_pixel_cover) cover = ik_pixel_cover_new(2 * SIDE, SIDE);
    guint32 seed = 11;
    levels alone, beside;
    (void)state;
    ik_pixel_cover_resize(cover, SIDE, SIDE);
    for (guint trial = 0; trial < TRIALS; trial++) {
        ik_subpixel points[5];
        for (guint i = 0; i < 5; i++)
            points[i] = (ik_subpixel){random_place(&seed), random_place(&seed)};
        add_polygon(cover, 0, points, 5);
        sweep(cover, &alone);
        add_polygon(cover, 0, points, 5);
        add_box(cover, 1, (const int[]){-8, 0, -4, 4 * SIDE});
        sweep(cover, &beside);
        assert_memory_equal(alone.levels[0], beside.levels[0], sizeof alone.levels[0]);
    }
}

/* 2^15 edges through one pixel come to more than 32 bits hold. */
static void outlines_that_pile_up_in_a_pixel_fill_it(void **state)
{
    enum { MANY = 1 << 15 };
    g_autoptr(ik_pixel_cover) cover = ik_pixel_cover_new(SIDE, SIDE);
    levels l;
    (void)state;
    for (guint areas = 1; areas <= 2; areas++) {
        for (int i = 0; i < MANY; i++)
            add_box(cover, 0, (const int[]){3, 0, 12, 4});
        if (areas == 2)
            add_box(cover, 1, (const int[]){20, 0, 24, 4});
        sweep(cover, &l);
        for (int x = 0; x < 3; x++)
            assert_int_equal(l.levels[0][0][x], FULL);
        assert_int_equal(l.levels[0][0][3], 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rectangle_covers_halves_and_quarters_of_pixels),
        cmocka_unit_test(a_slope_covers_what_geometry_says),
        cmocka_unit_test(areas_that_fill_a_pixel_come_to_the_whole),
        cmocka_unit_test(parts_of_one_area_that_overlap_count_once),
        cmocka_unit_test(the_way_round_does_not_matter),
        cmocka_unit_test(a_window_shows_what_the_whole_picture_does),
        cmocka_unit_test(an_area_covers_the_same_alone_and_beside_others),
        cmocka_unit_test(outlines_that_pile_up_in_a_pixel_fill_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
