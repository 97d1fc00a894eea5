/* test_label_placer.c — who gets which place.   [tests]
 *
 * A text of 40 by 10 pixels; 16 tile units a pixel.
 */
#include "test_support.h"

#include "label_placer.h"

#define PX(n) ((n)*IK_UNITS_PER_PIXEL)

static ik_label_wish wish_at(int32_t x_px, int32_t y_px)
{
    return (ik_label_wish){.point = {PX(x_px), PX(y_px)},
                           .extent = {-20, -5, 20, 5},
                           .margin_px = 2,
                           .anchors = {IK_ANCHOR_CENTER, IK_ANCHOR_TOP, IK_ANCHOR_LEFT},
                           .n_anchors = 3,
                           .radial_px = 4};
}

static void the_first_anchor_is_taken_when_it_is_free(void **state)
{
    g_autoptr(ik_label_placer) placer = ik_label_placer_new();
    ik_label_wish wish = wish_at(100, 100);
    ik_tile_point origin;
    ik_tile_box box;
    (void)state;
    assert_true(ik_label_placer_place(placer, &wish, &origin, &box));
    assert_int_equal(origin.x, PX(100));
    assert_int_equal(origin.y, PX(100));
    assert_int_equal(box.min_x, PX(78));
    assert_int_equal(box.max_x, PX(122));
    assert_int_equal(box.min_y, PX(93));
    assert_int_equal(box.max_y, PX(107));
}

static void a_label_in_the_way_moves_the_next(void **state)
{
    g_autoptr(ik_label_placer) placer = ik_label_placer_new();
    ik_label_wish first = wish_at(100, 90), second = wish_at(100, 100);
    ik_tile_point origin;
    ik_tile_box box;
    (void)state;
    assert_true(ik_label_placer_place(placer, &first, &origin, &box));
    assert_true(ik_label_placer_place(placer, &second, &origin, &box));
    /* anchor "top": the top edge of the text 4 pixels below the point */
    assert_int_equal(origin.x, PX(100));
    assert_int_equal(origin.y, PX(109));
}

static void a_label_without_room_is_left_out(void **state)
{
    g_autoptr(ik_label_placer) placer = ik_label_placer_new();
    ik_label_wish wish = wish_at(100, 100);
    ik_tile_point origin;
    ik_tile_box box;
    (void)state;
    wish.n_anchors = 1;
    assert_true(ik_label_placer_place(placer, &wish, &origin, &box));
    assert_false(ik_label_placer_place(placer, &wish, &origin, &box));
    wish.may_overlap = true;
    assert_true(ik_label_placer_place(placer, &wish, &origin, &box));
}

static void a_ghost_keeps_no_place_free(void **state)
{
    g_autoptr(ik_label_placer) placer = ik_label_placer_new();
    ik_label_wish wish = wish_at(100, 100);
    ik_tile_point origin;
    ik_tile_box box;
    (void)state;
    wish.n_anchors = 1;
    wish.is_ghost = true;
    assert_true(ik_label_placer_place(placer, &wish, &origin, &box));
    assert_true(ik_label_placer_place(placer, &wish, &origin, &box));
}

static void the_anchor_that_hides_fewest_circles_wins(void **state)
{
    static const ik_tile_box AT_CENTRE = {PX(97), PX(97), PX(103), PX(103)};
    static const ik_tile_box BELOW = {PX(97), PX(107), PX(103), PX(110)};
    g_autoptr(ik_label_placer) placer = ik_label_placer_new();
    ik_label_wish wish = wish_at(100, 100);
    ik_tile_point origin;
    ik_tile_box box;
    (void)state;
    ik_label_placer_avoid(placer, &AT_CENTRE);
    ik_label_placer_avoid(placer, &BELOW);
    assert_true(ik_label_placer_place(placer, &wish, &origin, &box));
    /* anchor "left": the left edge of the text 4 pixels right of the point */
    assert_int_equal(origin.x, PX(124));
    assert_int_equal(origin.y, PX(100));
}

static void circles_everywhere_do_not_drive_a_label_away(void **state)
{
    static const ik_tile_box EVERYWHERE = {0, 0, PX(200), PX(200)};
    g_autoptr(ik_label_placer) placer = ik_label_placer_new();
    ik_label_wish wish = wish_at(100, 100);
    ik_tile_point origin;
    ik_tile_box box;
    (void)state;
    ik_label_placer_avoid(placer, &EVERYWHERE);
    assert_true(ik_label_placer_place(placer, &wish, &origin, &box));
    assert_int_equal(origin.y, PX(100));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_anchor_is_taken_when_it_is_free),
        cmocka_unit_test(a_label_in_the_way_moves_the_next),
        cmocka_unit_test(a_label_without_room_is_left_out),
        cmocka_unit_test(a_ghost_keeps_no_place_free),
        cmocka_unit_test(the_anchor_that_hides_fewest_circles_wins),
        cmocka_unit_test(circles_everywhere_do_not_drive_a_label_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
