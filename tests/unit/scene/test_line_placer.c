/* test_line_placer.c — places along a line and letters that follow it.   [tests]
 *
 * Sixteen tile units a pixel; lines are drawn with corners at round numbers of pixels, so that all
 * expected places are known by hand.
 */
#include "test_support.h"

#include "line_placer.h"
#include "text_path.h"

#include <math.h>

#define PX(n) ((n)*IK_UNITS_PER_PIXEL)

static const ik_tile_point STRAIGHT[] = {{PX(0), PX(100)}, {PX(1000), PX(100)}};
/* East for 500 pixels, then south. */
static const ik_tile_point CORNER[] = {{PX(0), PX(0)}, {PX(500), PX(0)}, {PX(500), PX(500)}};

static GArray *find(const ik_tile_point *points, guint n, ik_line_wish wish)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(ik_line_place));
    ik_line line = ik_line_new(points, n);
    ik_line_find_places(&line, &wish, places);
    ik_line_clear(&line);
    return places;
}

static double place_at(const GArray *places, guint i)
{
    return g_array_index(places, ik_line_place, i).at;
}

static void texts_stand_at_the_middle_and_at_the_spacing_from_it(void **state)
{
    (void)state;
    g_autoptr(GArray) places =
        find(STRAIGHT, 2, (ik_line_wish){.length_px = 60, .spacing_px = 250, .size_px = 16});
    assert_int_equal(places->len, 3);
    for (guint i = 0; i < 3; i++) {
        const ik_line_place *place = &g_array_index(places, ik_line_place, i);
        ik_assert_near(place->at, 250.0 + 250.0 * i, 1e-9);
        ik_assert_near(place->x, 250.0 + 250.0 * i, 1e-9);
        ik_assert_near(place->y, 100, 1e-9);
        ik_assert_near(place->angle, 0, 1e-12);
    }
}

static void what_stands_at_one_zoom_stands_at_the_next(void **state)
{
    enum { N = 40 };
    ik_tile_point low[N], high[N];
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    (void)state;
    low[0] = high[0] = (ik_tile_point){0, 0};
    for (guint i = 1; i < N; i++) {
        low[i] = (ik_tile_point){low[i - 1].x + g_rand_int_range(random, 0, 3000),
                                 low[i - 1].y + g_rand_int_range(random, -900, 900)};
        high[i] = (ik_tile_point){2 * low[i].x, 2 * low[i].y};
    }
    const ik_line_wish wish = {
        .length_px = 80, .spacing_px = 250, .size_px = 16, .max_angle = G_PI};
    g_autoptr(GArray) a = find(low, N, wish);
    g_autoptr(GArray) b = find(high, N, wish);
    assert_true(a->len > 5);
    for (guint i = 0; i < a->len; i++) {
        bool is_there = false;
        for (guint k = 0; k < b->len; k++)
            is_there = is_there || fabs(place_at(b, k) - 2 * place_at(a, i)) < 1e-6;
        assert_true(is_there);
    }
}

static void long_texts_keep_a_quarter_of_the_spacing_apart(void **state)
{
    (void)state;
    g_autoptr(GArray) places =
        find(STRAIGHT, 2, (ik_line_wish){.length_px = 240, .spacing_px = 100, .size_px = 16});
    /* 240 + 25 from one to the next; 500 - 265 and 500 + 265 still fit, the next would not */
    assert_int_equal(places->len, 3);
    ik_assert_near(place_at(places, 1) - place_at(places, 0), 265, 1e-9);
}

static void a_line_too_short_has_no_place(void **state)
{
    (void)state;
    g_autoptr(GArray) none =
        find(STRAIGHT, 2, (ik_line_wish){.length_px = 1001, .spacing_px = 250, .size_px = 16});
    assert_int_equal(none->len, 0);
    g_autoptr(GArray) one =
        find(STRAIGHT, 2, (ik_line_wish){.length_px = 999, .spacing_px = 250, .size_px = 16});
    assert_int_equal(one->len, 1);
}

static void only_the_middle_counts_for_line_center(void **state)
{
    (void)state;
    g_autoptr(GArray) places =
        find(STRAIGHT, 2,
             (ik_line_wish){.length_px = 60, .spacing_px = 250, .size_px = 16, .is_middle = true});
    assert_int_equal(places->len, 1);
    ik_assert_near(place_at(places, 0), 500, 1e-9);
}

static void a_corner_under_the_text_is_refused(void **state)
{
    const ik_line_wish narrow = {
        .length_px = 60, .spacing_px = 250, .size_px = 16, .max_angle = G_PI / 4};
    ik_line_wish wide = narrow;
    wide.max_angle = G_PI / 2 + 0.001;
    (void)state;
    g_autoptr(GArray) apart = find(CORNER, 3, narrow);
    assert_int_equal(apart->len, 2); /* not at 500, where the corner is */
    ik_assert_near(place_at(apart, 0), 250, 1e-9);
    ik_assert_near(place_at(apart, 1), 750, 1e-9);
    g_autoptr(GArray) all = find(CORNER, 3, wide);
    assert_int_equal(all->len, 3);
}

/* Bends add up within three fifths of an em: 9.6 pixels at 16. */
static void bends_close_together_add_up(void **state)
{
    const double turn = 30 * G_PI / 180;
    const double reach[] = {5, 20};
    (void)state;
    for (int i = 0; i < 2; i++) {
        /* Two bends of 30 degrees, 5 or 20 pixels apart. */
        const ik_tile_point bent[] = {
            {PX(-200), 0},
            {0, 0},
            {(int32_t)(PX(reach[i]) * cos(turn)), (int32_t)(PX(reach[i]) * sin(turn))},
            {(int32_t)(PX(reach[i]) * cos(turn) + PX(200) * cos(2 * turn)),
             (int32_t)(PX(reach[i]) * sin(turn) + PX(200) * sin(2 * turn))}};
        g_autoptr(GArray) places = find(
            bent, 4,
            (ik_line_wish){
                .length_px = 60, .spacing_px = 1000, .size_px = 16, .max_angle = 45 * G_PI / 180});
        assert_int_equal(places->len, i);
    }
}

/* ---- letters ---- */

static const ik_text_cluster LETTERS[] = {{.middle_px = -15, .width_px = 10},
                                          {.middle_px = 0, .width_px = 20},
                                          {.middle_px = 15, .width_px = 10}};

static GArray *set_at(const ik_tile_point *points, guint n, double at, ik_line_text text)
{
    GArray *set = g_array_new(FALSE, FALSE, sizeof(ik_cluster_place));
    ik_line line = ik_line_new(points, n);
    ik_line_place place = ik_line_at(&line, at);
    text.clusters = LETTERS;
    text.n = 3;
    g_autoptr(GArray) path = g_array_new(FALSE, FALSE, sizeof(ik_path_point));
    bool is_set = ik_line_set_text(&line, &place, &text, set, path);
    assert_true(is_set == (set->len > 0));
    ik_line_clear(&line);
    return set;
}

static void letters_lie_along_a_straight_line(void **state)
{
    (void)state;
    g_autoptr(GArray) set = set_at(STRAIGHT, 2, 300, (ik_line_text){.is_upright = true});
    assert_int_equal(set->len, 3);
    for (guint i = 0; i < 3; i++) {
        const ik_cluster_place *place = &g_array_index(set, ik_cluster_place, i);
        ik_assert_near(place->x_px, LETTERS[i].middle_px, 1e-9);
        ik_assert_near(place->y_px, 0, 1e-9);
        ik_assert_near(place->angle, 0, 1e-9);
    }
}

static void letters_turn_with_the_line(void **state)
{
    (void)state;
    /* Around the corner at 500: the first letter lies east to west, the last north to south. */
    g_autoptr(GArray) set = set_at(CORNER, 3, 500, (ik_line_text){.is_upright = true});
    const ik_cluster_place *places = (const ik_cluster_place *)(gpointer)set->data;
    ik_assert_near(places[0].x_px, -15, 1e-9);
    ik_assert_near(places[0].angle, 0, 1e-9);
    ik_assert_near(places[1].angle, G_PI / 4, 1e-9); /* from (490, 0) to (500, 10) */
    ik_assert_near(places[2].y_px, 15, 1e-9);
    ik_assert_near(places[2].angle, G_PI / 2, 1e-9);
}

static void a_text_never_stands_on_its_head(void **state)
{
    static const ik_tile_point WESTWARD[] = {{PX(1000), 0}, {0, 0}};
    (void)state;
    g_autoptr(GArray) upright = set_at(WESTWARD, 2, 500, (ik_line_text){.is_upright = true});
    const ik_cluster_place *places = (const ik_cluster_place *)(gpointer)upright->data;
    ik_assert_near(places[0].x_px, -15, 1e-9);
    ik_assert_near(places[0].angle, 0, 1e-9);
    g_autoptr(GArray) head = set_at(WESTWARD, 2, 500, (ik_line_text){.is_upright = false});
    places = (const ik_cluster_place *)(gpointer)head->data;
    ik_assert_near(places[0].x_px, 15, 1e-9);
    ik_assert_near(fabs(places[0].angle), G_PI, 1e-9);
}

static void an_offset_moves_along_and_to_the_right(void **state)
{
    (void)state;
    g_autoptr(GArray) set =
        set_at(STRAIGHT, 2, 300, (ik_line_text){.offset_px = {7, -3}, .is_upright = true});
    const ik_cluster_place *place = &g_array_index(set, ik_cluster_place, 1);
    ik_assert_near(place->x_px, 7, 1e-9);
    ik_assert_near(place->y_px, -3, 1e-9); /* to the left of an eastward line is north */
}

/* As in MapLibre: text-offset is the line's matter, text-anchor the text's. */
static void on_a_turned_text_the_offset_stays_with_the_line_and_the_anchor_with_the_text(
    void **state)
{
    static const ik_tile_point WESTWARD[] = {{PX(1000), 0}, {0, 0}};
    (void)state;
    g_autoptr(GArray) offset =
        set_at(WESTWARD, 2, 500, (ik_line_text){.offset_px = {7, -3}, .is_upright = true});
    const ik_cluster_place *place = &g_array_index(offset, ik_cluster_place, 1);
    ik_assert_near(place->x_px, -7, 1e-9);
    ik_assert_near(place->y_px, 3, 1e-9); /* to the left of a westward line is south */
    ik_assert_near(place->angle, 0, 1e-9);
    g_autoptr(GArray) anchor =
        set_at(WESTWARD, 2, 500, (ik_line_text){.shift_px = {7, -3}, .is_upright = true});
    place = &g_array_index(anchor, ik_cluster_place, 1);
    ik_assert_near(place->x_px, 7, 1e-9);
    ik_assert_near(place->y_px, -3, 1e-9);
}

/* Ten pixels to the left of CORNER, on its outer side, the way turns at (510, -10); to the right, on the inner side, at
 * (490, 10). The foot of a place at 496 is (496, -10), that of one at 480 is (480, 10).
 */
static void letters_beside_a_bend_keep_their_distances(void **state)
{
    (void)state;
    g_autoptr(GArray) outside =
        set_at(CORNER, 3, 496, (ik_line_text){.offset_px = {0, -10}, .is_upright = true});
    const ik_cluster_place *places = (const ik_cluster_place *)(gpointer)outside->data;
    ik_assert_near(places[0].x_px, -15, 1e-9);
    ik_assert_near(places[0].y_px, -10, 1e-9);
    ik_assert_near(places[2].x_px, 14, 1e-9);
    ik_assert_near(places[2].y_px, -9, 1e-9); /* fourteen to the corner, one down */
    g_autoptr(GArray) before =
        set_at(CORNER, 3, 480, (ik_line_text){.offset_px = {0, 10}, .is_upright = true});
    places = (const ik_cluster_place *)(gpointer)before->data;
    ik_assert_near(places[2].x_px, 10, 1e-9); /* ten to the corner at (490, 10), five down */
    ik_assert_near(places[2].y_px, 15, 1e-9);
}

static void corners_count_to_a_sixteenth_of_a_pixel(void **state)
{
    static const ik_tile_point BETWEEN[] = {{0, 8}, {PX(50) + 8, 8}, {PX(50) + 8, PX(50) + 8}};
    (void)state;
    g_autoptr(GArray) set = set_at(BETWEEN, 3, 45, (ik_line_text){.is_upright = true});
    const ik_cluster_place *places = (const ik_cluster_place *)(gpointer)set->data;
    ik_assert_near(places[2].x_px, 5.5, 1e-9);
    ik_assert_near(places[2].y_px, 9.5, 1e-9);
}

static void a_text_with_a_letter_off_the_line_is_refused(void **state)
{
    (void)state;
    g_autoptr(GArray) fits = set_at(STRAIGHT, 2, 15, (ik_line_text){.is_upright = true});
    assert_int_equal(fits->len, 3);
    g_autoptr(GArray) leaves = set_at(STRAIGHT, 2, 14, (ik_line_text){.is_upright = true});
    assert_int_equal(leaves->len, 0);
    g_autoptr(GArray) pushed =
        set_at(STRAIGHT, 2, 15, (ik_line_text){.offset_px = {-1, 0}, .is_upright = true});
    assert_int_equal(pushed->len, 0);
    g_autoptr(GArray) ends = set_at(STRAIGHT, 2, 986, (ik_line_text){.is_upright = true});
    assert_int_equal(ends->len, 0);
}

static void the_way_goes_from_the_middle_of_the_first_letter_to_that_of_the_last(void **state)
{
    (void)state;
    g_autoptr(GArray) set = g_array_new(FALSE, FALSE, sizeof(ik_cluster_place));
    g_autoptr(GArray) path = g_array_new(FALSE, FALSE, sizeof(ik_path_point));
    ik_line line = ik_line_new(CORNER, 3);
    ik_line_place place = ik_line_at(&line, 495);
    const ik_line_text text = {.clusters = LETTERS, .n = 3, .is_upright = true};
    assert_true(ik_line_set_text(&line, &place, &text, set, path));
    const double expected[4][3] = {{480, 0, -15}, {495, 0, 0}, {500, 0, 5}, {500, 10, 15}};
    assert_int_equal(path->len, 4);
    for (guint i = 0; i < 4; i++) {
        const ik_path_point *point = &g_array_index(path, ik_path_point, i);
        ik_assert_near(point->x, expected[i][0], 1e-9);
        ik_assert_near(point->y, expected[i][1], 1e-9);
        ik_assert_near(point->at, expected[i][2], 1e-9);
    }
    ik_line_clear(&line);
}

static void points_that_fall_together_do_no_harm(void **state)
{
    static const ik_tile_point DOUBLED[] = {{0, 0},       {0, 0},       {PX(100), 0},
                                            {PX(100), 0}, {PX(200), 0}, {PX(200), 0}};
    (void)state;
    g_autoptr(GArray) set = set_at(DOUBLED, 6, 100, (ik_line_text){.is_upright = true});
    assert_int_equal(set->len, 3);
    for (guint i = 0; i < 3; i++)
        ik_assert_near(g_array_index(set, ik_cluster_place, i).angle, 0, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_stand_at_the_middle_and_at_the_spacing_from_it),
        cmocka_unit_test(what_stands_at_one_zoom_stands_at_the_next),
        cmocka_unit_test(long_texts_keep_a_quarter_of_the_spacing_apart),
        cmocka_unit_test(a_line_too_short_has_no_place),
        cmocka_unit_test(only_the_middle_counts_for_line_center),
        cmocka_unit_test(a_corner_under_the_text_is_refused),
        cmocka_unit_test(bends_close_together_add_up),
        cmocka_unit_test(letters_lie_along_a_straight_line),
        cmocka_unit_test(letters_turn_with_the_line),
        cmocka_unit_test(a_text_never_stands_on_its_head),
        cmocka_unit_test(an_offset_moves_along_and_to_the_right),
        cmocka_unit_test(
            on_a_turned_text_the_offset_stays_with_the_line_and_the_anchor_with_the_text),
        cmocka_unit_test(letters_beside_a_bend_keep_their_distances),
        cmocka_unit_test(corners_count_to_a_sixteenth_of_a_pixel),
        cmocka_unit_test(a_text_with_a_letter_off_the_line_is_refused),
        cmocka_unit_test(the_way_goes_from_the_middle_of_the_first_letter_to_that_of_the_last),
        cmocka_unit_test(points_that_fall_together_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
