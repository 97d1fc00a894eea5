/* test_few_colors.c — pictures with fewer colours keep those that fill them. */
#include "test_support.h"

#include "few_colors.h"

#define WHITE 0xFFFFFFFFu
#define BLACK 0xFF000000u
#define RED   0xFFD00000u

static void frequent_colours_stay_and_edges_become_the_nearest(void **state)
{
    (void)state;
    /* 0xFFC0C0C0 is 63 a channel from white and 192 from black; 0xFF303030 is 48 from black. */
    uint32_t pixels[] = {WHITE, WHITE, WHITE, 0xFFC0C0C0, 0xFF303030, BLACK, BLACK};
    const uint32_t expected[] = {WHITE, WHITE, WHITE, WHITE, BLACK, BLACK, BLACK};
    ik_few_colors_reduce(pixels, G_N_ELEMENTS(pixels), 2);
    assert_memory_equal(pixels, expected, sizeof expected);
}

static void colours_that_look_the_same_take_no_second_place(void **state)
{
    (void)state;
    /* 0xFFFFFFF8 is 7 from white, so red gets the second place, though it is rarer. */
    uint32_t pixels[] = {WHITE, WHITE, WHITE, 0xFFFFFFF8, 0xFFFFFFF8, RED};
    const uint32_t expected[] = {WHITE, WHITE, WHITE, WHITE, WHITE, RED};
    ik_few_colors_reduce(pixels, G_N_ELEMENTS(pixels), 2);
    assert_memory_equal(pixels, expected, sizeof expected);
}

static void a_colour_12_away_is_kept_and_one_11_away_is_not(void **state)
{
    (void)state;
    uint32_t pixels[] = {BLACK, BLACK, 0xFF00000C, 0xFF0B0000};
    const uint32_t expected[] = {BLACK, BLACK, 0xFF00000C, BLACK};
    ik_few_colors_reduce(pixels, G_N_ELEMENTS(pixels), 4);
    assert_memory_equal(pixels, expected, sizeof expected);
}

static void of_equally_frequent_colours_the_darker_is_kept(void **state)
{
    (void)state;
    uint32_t pixels[] = {WHITE, BLACK};
    const uint32_t expected[] = {BLACK, BLACK};
    ik_few_colors_reduce(pixels, G_N_ELEMENTS(pixels), 1);
    assert_memory_equal(pixels, expected, sizeof expected);
}

static void a_picture_without_pixels_is_left_alone(void **state)
{
    (void)state;
    uint32_t pixel = RED;
    ik_few_colors_reduce(&pixel, 0, 16);
    assert_int_equal(pixel, RED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frequent_colours_stay_and_edges_become_the_nearest),
        cmocka_unit_test(colours_that_look_the_same_take_no_second_place),
        cmocka_unit_test(a_colour_12_away_is_kept_and_one_11_away_is_not),
        cmocka_unit_test(of_equally_frequent_colours_the_darker_is_kept),
        cmocka_unit_test(a_picture_without_pixels_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
