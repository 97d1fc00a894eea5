/* test_symbol_placer.c — who gets which place.   [tests]
 *
 * A text of 40 by 10 pixels with an em of 10, an icon of 20 by 20; sixteen tile units a pixel.
 */
#include "test_support.h"

#include "symbol_placer.h"

#define PX(n) ((n)*IK_UNITS_PER_PIXEL)

static const ik_sprite_image IMAGE = {.name = "i", .width = 20, .height = 20, .pixel_ratio = 1};

typedef struct {
    ik_collision_grid *grid;
    ik_symbol symbol;
    ik_symbol_placing placing;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->grid = ik_collision_grid_new(PX(96));
    ik_symbol_placing_init(&f->placing);
    ik_symbol_init(&f->symbol);
    f->symbol.has_text = true;
    f->symbol.text.size_px = 10;
    f->symbol.shape = (ik_text_shape){.width_px = 40, .height_px = 10, .step_px = 10, .n_lines = 1};
    f->symbol.text_part = (ik_symbol_part){.room = 1, .padding_px = {2, 2, 2, 2}};
    f->symbol.icon_part = (ik_symbol_part){.room = 1, .padding_px = {2, 2, 2, 2}};
    f->symbol.stands[0] = (ik_symbol_stand){.anchor = IK_ANCHOR_CENTER};
    f->symbol.n_stands = 1;
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_collision_grid_free(f->grid);
    ik_symbol_placing_clear(&f->placing);
    ik_symbol_clear(&f->symbol);
    g_free(f);
    return 0;
}

static void give_icon(fixture *f)
{
    f->symbol.icon = &IMAGE;
    f->symbol.icon_size = 1;
    f->symbol.icon_box = f->symbol.icon_room = (ik_text_extent){-10, -10, 10, 10};
}

static bool place(fixture *f, int32_t x_px, int32_t y_px)
{
    const ik_symbol_site site = {.point = {PX(x_px), PX(y_px)}};
    return ik_symbol_place(f->grid, &f->symbol, &site, &f->placing);
}

static const ik_tile_box *text_box(const fixture *f)
{
    return &g_array_index(f->placing.text_shapes, ik_collision_shape, 0).box;
}

static void a_text_takes_its_block_and_its_padding(void **state)
{
    fixture *f = *state;
    assert_true(place(f, 100, 100));
    assert_int_equal(text_box(f)->min_x, PX(78));
    assert_int_equal(text_box(f)->max_x, PX(122));
    assert_int_equal(text_box(f)->min_y, PX(93));
    assert_int_equal(text_box(f)->max_y, PX(107));
    ik_assert_near(f->placing.text_px[0], 0, 1e-9);
}

static void a_text_without_room_is_left_out(void **state)
{
    fixture *f = *state;
    assert_true(place(f, 100, 100));
    assert_false(place(f, 110, 105));
    assert_true(place(f, 145, 100)); /* 44 pixels from middle to middle, and one more */
    f->symbol.text_part.overlap = IK_OVERLAP_ALWAYS;
    assert_true(place(f, 110, 105));
}

static void a_ghost_keeps_no_place_free(void **state)
{
    fixture *f = *state;
    f->symbol.text_part.is_ghost = true;
    assert_true(place(f, 100, 100));
    assert_true(place(f, 100, 100));
}

static void a_fixed_anchor_and_offset_move_the_text(void **state)
{
    fixture *f = *state;
    f->symbol.stands[0] = (ik_symbol_stand){.anchor = IK_ANCHOR_TOP_LEFT, .offset = {1, 2}};
    assert_true(place(f, 100, 100));
    /* 10 and 20 pixels away, its corner there */
    assert_int_equal(text_box(f)->min_x, PX(108));
    assert_int_equal(text_box(f)->min_y, PX(118));
    ik_assert_near(f->placing.text_px[0], 10 + 20, 1e-9);
    ik_assert_near(f->placing.text_px[1], 20 + 5, 1e-9);
}

static void the_first_stand_that_is_free_is_taken(void **state)
{
    fixture *f = *state;
    f->symbol.is_variable = true;
    f->symbol.n_stands = 2;
    f->symbol.stands[1] = (ik_symbol_stand){.anchor = IK_ANCHOR_LEFT, .offset = {0.5, 0}};
    assert_true(place(f, 100, 100));
    assert_int_equal(f->placing.stand, 0);
    assert_true(place(f, 120, 100));
    assert_int_equal(f->placing.stand, 1);
    /* beside the point by half an em, padding and half the text, as MapLibre has it */
    ik_assert_near(f->placing.text_px[0], 5 + 2 + 20, 1e-9);
    ik_assert_near(f->placing.text_px[1], 0, 1e-9);
    assert_false(place(f, 110, 100));
}

static void overlapping_is_the_last_resort_of_variable_stands(void **state)
{
    fixture *f = *state;
    f->symbol.is_variable = true;
    f->symbol.text_part.overlap = IK_OVERLAP_ALWAYS;
    f->symbol.n_stands = 2;
    f->symbol.stands[1] = (ik_symbol_stand){.anchor = IK_ANCHOR_TOP, .offset = {0, 1}};
    assert_true(place(f, 100, 100));
    assert_true(place(f, 100, 100));
    assert_int_equal(f->placing.stand, 1); /* free, and so better than the first */
    assert_true(place(f, 100, 100));
    assert_int_equal(f->placing.stand, 0);
}

static void room_is_made_for_the_end_of_the_zoom_step(void **state)
{
    fixture *f = *state;
    f->symbol.text_part.room = 2;
    assert_true(place(f, 100, 100));
    assert_int_equal(text_box(f)->min_x, PX(100 - 40 - 2));
    ik_assert_near(f->placing.text_px[0], 0, 1e-9);
}

static void a_turned_text_takes_the_box_around_it(void **state)
{
    fixture *f = *state;
    f->symbol.text_part.angle = G_PI / 2;
    assert_true(place(f, 100, 100));
    ik_assert_near(text_box(f)->min_x, PX(93), 1);
    ik_assert_near(text_box(f)->max_y, PX(122), 1);
}

static void text_and_icon_stand_or_fall_together(void **state)
{
    fixture *f = *state;
    give_icon(f);
    f->symbol.stands[0] = (ik_symbol_stand){.anchor = IK_ANCHOR_LEFT, .offset = {2, 0}};
    assert_true(place(f, 100, 100));
    assert_true(f->placing.has_text && f->placing.has_icon);
    /* 40 pixels west: its text meets the icon there, its own icon meets nothing */
    assert_false(place(f, 60, 100));
    f->symbol.text_part.is_optional = true;
    assert_true(place(f, 60, 100));
    assert_true(f->placing.has_icon && !f->placing.has_text);
}

static void a_text_may_stand_without_its_icon(void **state)
{
    fixture *f = *state;
    give_icon(f);
    f->symbol.stands[0] = (ik_symbol_stand){.anchor = IK_ANCHOR_LEFT, .offset = {6, 0}};
    assert_true(place(f, 100, 100));
    assert_false(place(f, 105, 120)); /* the icons meet, the texts do not */
    f->symbol.icon_part.is_optional = true;
    assert_true(place(f, 105, 120));
    assert_true(f->placing.has_text && !f->placing.has_icon);
}

static void what_is_left_out_takes_no_room(void **state)
{
    fixture *f = *state;
    give_icon(f);
    assert_true(place(f, 100, 100));
    assert_false(place(f, 130, 100)); /* its text meets; its icon would be free */
    f->symbol.has_text = false;
    assert_true(place(f, 135, 100));
}

static void a_fitted_icon_moves_with_its_text(void **state)
{
    fixture *f = *state;
    give_icon(f);
    f->symbol.icon_fits_text = true;
    f->symbol.is_variable = true;
    f->symbol.stands[0] = (ik_symbol_stand){.anchor = IK_ANCHOR_BOTTOM};
    assert_true(place(f, 100, 100));
    ik_assert_near(f->placing.icon_shift_px[0], 0, 1e-9);
    ik_assert_near(f->placing.icon_shift_px[1], -7, 1e-9); /* half the text and its padding */
}

/* Around the point 100, 100: a circle on it, and one where a text to the right of it would be. */
static void give_avoided(fixture *f, ik_collision_grid *avoided)
{
    static const ik_collision_shape CIRCLES[] = {
        {{PX(95), PX(95), PX(105), PX(105)}, true, IK_OVERLAP_NEVER},
        {{PX(115), PX(95), PX(125), PX(105)}, true, IK_OVERLAP_NEVER}};
    for (guint i = 0; i < G_N_ELEMENTS(CIRCLES); i++)
        ik_collision_grid_add(avoided, &CIRCLES[i]);
    f->placing.avoided = avoided;
    f->placing.page = (ik_tile_box){0, 0, PX(200), PX(200)};
    f->symbol.is_variable = true;
    f->symbol.stands[0] = (ik_symbol_stand){.anchor = IK_ANCHOR_CENTER};
    f->symbol.stands[1] = (ik_symbol_stand){.anchor = IK_ANCHOR_LEFT, .offset = {0.6, 0}};
    f->symbol.stands[2] = (ik_symbol_stand){.anchor = IK_ANCHOR_RIGHT, .offset = {-0.6, 0}};
}

static void on_a_page_a_text_stands_beside_markers(void **state)
{
    fixture *f = *state;
    g_autoptr(ik_collision_grid) avoided = ik_collision_grid_new(PX(8));
    give_avoided(f, avoided);
    f->symbol.n_stands = 3;
    assert_true(place(f, 100, 100));
    assert_int_equal(f->placing.stand, 2);
}

static void where_every_stand_covers_a_marker_the_first_that_covers_fewest_is_taken(void **state)
{
    fixture *f = *state;
    g_autoptr(ik_collision_grid) avoided = ik_collision_grid_new(PX(8));
    give_avoided(f, avoided);
    f->symbol.n_stands = 2; /* the middle covers both, the right side one */
    assert_true(place(f, 100, 100));
    assert_int_equal(f->placing.stand, 1);
}

static void a_text_stands_inside_the_page_rather_than_beside_markers(void **state)
{
    fixture *f = *state;
    g_autoptr(ik_collision_grid) avoided = ik_collision_grid_new(PX(8));
    give_avoided(f, avoided);
    f->placing.page.min_x = PX(70); /* to the left a text would begin at 100 - 6 - 44 = 50 */
    f->symbol.n_stands = 3;
    assert_true(place(f, 100, 100));
    assert_int_equal(f->placing.stand, 1);
}

static void a_text_along_a_line_takes_circles(void **state)
{
    static const ik_tile_point LINE[] = {{0, PX(50)}, {PX(400), PX(50)}};
    static const ik_text_cluster LETTERS[] = {{.middle_px = -15, .width_px = 10},
                                              {.middle_px = 0, .width_px = 20},
                                              {.middle_px = 15, .width_px = 10}};
    fixture *f = *state;
    ik_line line = ik_line_new(LINE, 2);
    const ik_symbol_site site = {{PX(200), PX(50)}, &line, ik_line_at(&line, 200)};
    f->symbol.text_part.follows_line = true;
    g_array_append_vals(f->symbol.clusters, LETTERS, 3);
    assert_true(ik_symbol_place(f->grid, &f->symbol, &site, &f->placing));
    assert_int_equal(f->placing.places->len, 3);
    /* Radius half a line and padding: 7. Of the way from -15 to 15 a quarter of it is left out at each end; 26.5 pixels
     * take two steps of at most 17.5. */
    assert_int_equal(f->placing.text_shapes->len, 3);
    const ik_collision_shape *first = &g_array_index(f->placing.text_shapes, ik_collision_shape, 0);
    assert_true(first->is_round);
    assert_int_equal(first->box.min_x, PX(200 - 13.25 - 7));
    assert_int_equal(first->box.max_y, PX(57));
    assert_false(ik_symbol_place(f->grid, &f->symbol, &site, &f->placing));
    ik_line_clear(&line);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_text_takes_its_block_and_its_padding),
        TEST(a_text_without_room_is_left_out),
        TEST(a_ghost_keeps_no_place_free),
        TEST(a_fixed_anchor_and_offset_move_the_text),
        TEST(the_first_stand_that_is_free_is_taken),
        TEST(overlapping_is_the_last_resort_of_variable_stands),
        TEST(room_is_made_for_the_end_of_the_zoom_step),
        TEST(on_a_page_a_text_stands_beside_markers),
        TEST(where_every_stand_covers_a_marker_the_first_that_covers_fewest_is_taken),
        TEST(a_text_stands_inside_the_page_rather_than_beside_markers),
        TEST(a_turned_text_takes_the_box_around_it),
        TEST(text_and_icon_stand_or_fall_together),
        TEST(a_text_may_stand_without_its_icon),
        TEST(what_is_left_out_takes_no_room),
        TEST(a_fitted_icon_moves_with_its_text),
        TEST(a_text_along_a_line_takes_circles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
