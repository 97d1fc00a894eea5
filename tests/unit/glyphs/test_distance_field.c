/* test_distance_field.c — fields of shapes whose distances are known.   [glyphs] */
#include "test_support.h"

#include "distance_field.h"

#include <math.h>

/* 191 on the edge, 32 a pixel, darker outside: the form of fontnik and TinySDF (radius 8, cutoff 0.25). */
static int expected_byte(double outside_px)
{
    double value = floor(191 - 32 * outside_px + 0.5);
    return (int)CLAMP(value, 0, 255);
}

static void add_circle(ik_outline *outline, double x, double y, double r)
{
    double k = 0.5522847 * r;
    ik_outline_move(outline, (ik_outline_point){x, y + r});
    ik_outline_cubic(outline, (ik_outline_point){x + k, y + r}, (ik_outline_point){x + r, y + k},
                     (ik_outline_point){x + r, y});
    ik_outline_cubic(outline, (ik_outline_point){x + r, y - k}, (ik_outline_point){x + k, y - r},
                     (ik_outline_point){x, y - r});
    ik_outline_cubic(outline, (ik_outline_point){x - k, y - r}, (ik_outline_point){x - r, y - k},
                     (ik_outline_point){x - r, y});
    ik_outline_cubic(outline, (ik_outline_point){x - r, y + k}, (ik_outline_point){x - k, y + r},
                     (ik_outline_point){x, y + r});
    ik_outline_close(outline);
}

static void a_box_of_whole_pixels_is_as_wide_as_it_is(void **state)
{
    (void)state;
    ik_outline outline;
    ik_outline_init(&outline);
    ik_outline_move(&outline, (ik_outline_point){1, -2});
    ik_outline_line(&outline, (ik_outline_point){1, 5.25});
    ik_outline_line(&outline, (ik_outline_point){8.5, 5.25});
    ik_outline_close(&outline);
    ik_field_box box = ik_distance_field_box(&outline);
    assert_int_equal(box.left, 1);
    assert_int_equal(box.top, 6);
    assert_int_equal(box.width, 8);
    assert_int_equal(box.height, 8);
    ik_outline_reset(&outline);
    box = ik_distance_field_box(&outline);
    assert_int_equal(box.width, 0);
    assert_int_equal(box.height, 0);
    ik_outline_clear(&outline);
}

/* Half a step and one for rounding: steps are 1/8 pixel near the edge, 1/4 pixel farther away. */
static int tolerance(double outside_px)
{
    return fabs(outside_px) < 0.9 ? 3 : 5;
}

/* The distance of a point to a circle is the difference of its distance to the centre and the radius. A byte is 1/32
 * pixel, flattening costs at most 1/50. */
static void a_circle_has_the_distances_of_a_circle(void **state)
{
    (void)state;
    ik_outline outline;
    double x = 7.3, y = 4.1, r = 6.2;
    ik_outline_init(&outline);
    add_circle(&outline, x, y, r);
    ik_field_box box = ik_distance_field_box(&outline);
    int columns = (int)box.width + 2 * IK_FIELD_BUFFER,
        rows = (int)box.height + 2 * IK_FIELD_BUFFER;
    g_autofree uint8_t *bytes = g_malloc((gsize)columns * (gsize)rows);
    ik_distance_field_draw(&outline, &box, bytes);
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++) {
            double px = box.left - IK_FIELD_BUFFER + column + 0.5;
            double py = box.top + IK_FIELD_BUFFER - row - 0.5;
            double outside = hypot(px - x, py - y) - r;
            int byte = bytes[row * columns + column];
            assert_true(abs(byte - expected_byte(outside)) <= tolerance(outside));
            assert_true(byte == 0 || byte == 255 || (byte - 191) % 4 == 0);
        }
    ik_outline_clear(&outline);
}

static uint8_t byte_at(const uint8_t *bytes, const ik_field_box *box, double x, double y)
{
    int columns = (int)box->width + 2 * IK_FIELD_BUFFER;
    int column = (int)floor(x) - box->left + IK_FIELD_BUFFER;
    int row = box->top + IK_FIELD_BUFFER - 1 - (int)floor(y);
    return bytes[row * columns + column];
}

/* A ring: a circle of 9 with one of 4 cut out, gone round the other way. */
static void a_hole_is_outside(void **state)
{
    (void)state;
    ik_outline outline;
    ik_outline_init(&outline);
    add_circle(&outline, 10.5, 10.5, 9);
    guint n = outline.edges->len;
    add_circle(&outline, 10.5, 10.5, 4);
    for (guint i = n; i < outline.edges->len; i++) {
        ik_outline_edge *edge = &g_array_index(outline.edges, ik_outline_edge, i);
        *edge = (ik_outline_edge){edge->to, edge->from};
    }
    ik_field_box box = ik_distance_field_box(&outline);
    g_autofree uint8_t *bytes = g_malloc((gsize)(box.width + 6) * (box.height + 6));
    ik_distance_field_draw(&outline, &box, bytes);
    ik_assert_near(byte_at(bytes, &box, 10.5, 10.5), expected_byte(4), 5);
    ik_assert_near(byte_at(bytes, &box, 15.5, 10.5), expected_byte(-1), 3);
    ik_assert_near(byte_at(bytes, &box, 10.5, 17.5), expected_byte(-2), 5);
    ik_assert_near(byte_at(bytes, &box, 10.5, 20.5), expected_byte(1), 3);
    ik_outline_clear(&outline);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_box_of_whole_pixels_is_as_wide_as_it_is),
                                       cmocka_unit_test(a_circle_has_the_distances_of_a_circle),
                                       cmocka_unit_test(a_hole_is_outside)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
