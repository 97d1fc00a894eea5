/* test_grid_clip.c — lines and rings cut to a window.   [tests] */
#include "test_support.h"

#include "grid_clip.h"

#include <math.h>

static const ik_tile_box WINDOW = {0, 0, 100, 100};

static void assert_position(const ik_grid_position *p, double x, double y)
{
    ik_assert_near(p->x, x, 1e-9);
    ik_assert_near(p->y, y, 1e-9);
}

static void a_line_is_cut_into_what_lies_inside(void **state)
{
    static const ik_grid_position LINE[] = {{-50, 50}, {50, 50}, {50, 150}, {80, 150}, {80, 20}};
    ik_grid_clip *clip = ik_grid_clip_new(&WINDOW);
    guint n;
    (void)state;
    assert_int_equal(ik_grid_clip_line(clip, LINE, 5), 2);
    const ik_grid_position *run = ik_grid_clip_run(clip, 0, &n);
    assert_int_equal(n, 3);
    assert_position(&run[0], 0, 50);
    assert_position(&run[1], 50, 50);
    assert_position(&run[2], 50, 100);
    run = ik_grid_clip_run(clip, 1, &n);
    assert_int_equal(n, 2);
    assert_position(&run[0], 80, 100);
    assert_position(&run[1], 80, 20);
    ik_grid_clip_free(clip);
}

static void a_ring_keeps_the_part_inside(void **state)
{
    static const ik_grid_position RING[] = {{-50, -50}, {50, -50}, {50, 50}, {-50, 50}};
    ik_grid_clip *clip = ik_grid_clip_new(&WINDOW);
    guint n;
    double area = 0;
    (void)state;
    const ik_grid_position *ring = ik_grid_clip_ring(clip, RING, 4, &n);
    for (guint i = 0; i < n; i++)
        area += ring[i].x * ring[(i + 1) % n].y - ring[(i + 1) % n].x * ring[i].y;
    ik_assert_near(area / 2, 2500, 1e-9);
    ik_grid_clip_free(clip);
}

static void what_is_no_number_is_left_out(void **state)
{
    static const ik_grid_position LINE[] = {{10, 10}, {NAN, 20}, {INFINITY, 3}, {20, 10}};
    ik_grid_clip *clip = ik_grid_clip_new(NULL);
    ik_tile_point rounded;
    guint n;
    (void)state;
    assert_int_equal(ik_grid_clip_line(clip, LINE, 4), 1);
    ik_grid_clip_run(clip, 0, &n);
    assert_int_equal(n, 2);
    assert_false(ik_grid_round((ik_grid_position){NAN, 0}, &rounded));
    assert_false(ik_grid_round((ik_grid_position){1e300, 0}, &rounded));
    assert_true(ik_grid_round((ik_grid_position){-0.5, 2.5}, &rounded));
    assert_int_equal(rounded.x, 0);
    assert_int_equal(rounded.y, 3);
    ik_grid_clip_free(clip);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_cut_into_what_lies_inside),
        cmocka_unit_test(a_ring_keeps_the_part_inside),
        cmocka_unit_test(what_is_no_number_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
