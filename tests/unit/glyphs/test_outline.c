/* test_outline.c — outlines of shapes whose geometry is known.   [glyphs] */
#include "test_support.h"

#include "outline.h"

#include <math.h>

static void add_box(ik_outline *outline, double left, double bottom, double side)
{
    ik_outline_move(outline, (ik_outline_point){left, bottom});
    ik_outline_line(outline, (ik_outline_point){left, bottom + side});
    ik_outline_line(outline, (ik_outline_point){left + side, bottom + side});
    ik_outline_line(outline, (ik_outline_point){left + side, bottom});
    ik_outline_close(outline);
}

/* Twice the area that the edges enclose, counted with their direction. */
static double doubled_area(const ik_outline *outline)
{
    double sum = 0;
    for (guint i = 0; i < outline->edges->len; i++) {
        const ik_outline_edge *edge = &g_array_index(outline->edges, ik_outline_edge, i);
        sum += edge->from.x * edge->to.y - edge->to.x * edge->from.y;
    }
    return fabs(sum);
}

static void contours_are_closed_by_themselves(void **state)
{
    (void)state;
    ik_outline outline;
    ik_outline_init(&outline);
    ik_outline_move(&outline, (ik_outline_point){0, 0});
    ik_outline_line(&outline, (ik_outline_point){0, 4});
    ik_outline_line(&outline, (ik_outline_point){4, 4});
    ik_outline_move(&outline, (ik_outline_point){9, 9});
    assert_int_equal(outline.edges->len, 3);
    ik_assert_near(doubled_area(&outline), 16, 1e-12);
    ik_outline_clear(&outline);
}

/* A quarter of a parabola under y = 1 - x² from (0, 1) to (1, 0): control point (1/2, 1); area 2/3. */
static void a_quadratic_curve_stays_within_the_tolerance(void **state)
{
    (void)state;
    ik_outline outline;
    double scale = 20;
    ik_outline_init(&outline);
    ik_outline_move(&outline, (ik_outline_point){0, 0});
    ik_outline_line(&outline, (ik_outline_point){0, scale});
    ik_outline_quadratic(&outline, (ik_outline_point){0.5 * scale, scale},
                         (ik_outline_point){scale, 0});
    ik_outline_close(&outline);
    for (guint i = 1; i < outline.edges->len; i++) {
        const ik_outline_edge *edge = &g_array_index(outline.edges, ik_outline_edge, i);
        double x = (edge->from.x + edge->to.x) / 2 / scale, y = (edge->from.y + edge->to.y) / 2;
        if (edge->to.y > 0 || edge->from.y > 0)
            assert_true(scale * (1 - x * x) - y <= 2.5 * IK_OUTLINE_TOLERANCE);
    }
    ik_assert_near(doubled_area(&outline) / 2, scale * scale * 2 / 3, 0.5);
    ik_outline_clear(&outline);
}

/* The usual quarter of a circle: control points at 0.5522847 of the radius; off by 0.027 %. */
static void a_cubic_curve_can_be_a_circle(void **state)
{
    (void)state;
    ik_outline outline;
    double r = 10, k = 0.5522847 * r;
    ik_outline_init(&outline);
    ik_outline_move(&outline, (ik_outline_point){0, r});
    ik_outline_cubic(&outline, (ik_outline_point){k, r}, (ik_outline_point){r, k},
                     (ik_outline_point){r, 0});
    for (guint i = 0; i < outline.edges->len; i++) {
        const ik_outline_edge *edge = &g_array_index(outline.edges, ik_outline_edge, i);
        ik_assert_near(hypot(edge->to.x, edge->to.y), r, 0.0028);
        double middle = hypot(edge->from.x + edge->to.x, edge->from.y + edge->to.y) / 2;
        assert_true(r - middle <= IK_OUTLINE_TOLERANCE);
    }
    ik_outline_clear(&outline);
}

static void winding_counts_how_often_a_point_is_gone_round(void **state)
{
    (void)state;
    ik_outline outline;
    ik_outline_init(&outline);
    add_box(&outline, 0, 0, 10);
    add_box(&outline, 2, 2, 4);
    assert_int_equal(abs(ik_outline_winding(&outline, (ik_outline_point){1, 1})), 1);
    assert_int_equal(abs(ik_outline_winding(&outline, (ik_outline_point){3, 3})), 2);
    assert_int_equal(ik_outline_winding(&outline, (ik_outline_point){11, 1}), 0);
    assert_int_equal(ik_outline_winding(&outline, (ik_outline_point){-1, 5}), 0);
    ik_outline_clear(&outline);
}

/* Two squares of 10 that share a square of 5: the outline of both has an area of 100 + 100 - 25. */
static void overlapping_contours_become_one_border(void **state)
{
    (void)state;
    ik_outline outline;
    ik_outline_init(&outline);
    add_box(&outline, 0, 0, 10);
    add_box(&outline, 5, 5, 10);
    ik_outline_unite(&outline);
    ik_assert_near(doubled_area(&outline) / 2, 175, 1e-9);
    assert_int_equal(outline.edges->len, 8);
    for (guint i = 0; i < outline.edges->len; i++) {
        const ik_outline_edge *edge = &g_array_index(outline.edges, ik_outline_edge, i);
        double x = (edge->from.x + edge->to.x) / 2, y = (edge->from.y + edge->to.y) / 2;
        assert_false(x > 5 && x < 10 && y > 5 && y < 10);
    }
    ik_outline_clear(&outline);
}

static void an_outline_without_crossings_stays_as_it_is(void **state)
{
    (void)state;
    ik_outline outline;
    ik_outline_init(&outline);
    add_box(&outline, 0, 0, 10);
    add_box(&outline, 20, 0, 10);
    ik_outline_unite(&outline);
    assert_int_equal(outline.edges->len, 8);
    ik_assert_near(doubled_area(&outline) / 2, 200, 1e-12);
    ik_outline_clear(&outline);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contours_are_closed_by_themselves),
        cmocka_unit_test(a_quadratic_curve_stays_within_the_tolerance),
        cmocka_unit_test(a_cubic_curve_can_be_a_circle),
        cmocka_unit_test(winding_counts_how_often_a_point_is_gone_round),
        cmocka_unit_test(overlapping_contours_become_one_border),
        cmocka_unit_test(an_outline_without_crossings_stays_as_it_is)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
