/* test_color.c — colours as CSS writes them.   [tests]
 *
 * Expected values: the examples of CSS Color Module Level 4.
 */
#include "test_support.h"

#include "color.h"

static void assert_color(const char *text, double r, double g, double b, double a)
{
    ik_color color = {-1, -1, -1, -1};
    assert_true(ik_color_parse(text, &color));
    ik_assert_near(color.r, r, 1e-12);
    ik_assert_near(color.g, g, 1e-12);
    ik_assert_near(color.b, b, 1e-12);
    ik_assert_near(color.a, a, 1e-12);
}

static void hex_digits_count_one_or_two_a_channel(void **state)
{
    (void)state;
    assert_color("#00ff00", 0, 1, 0, 1);
    assert_color("#0F0", 0, 1, 0, 1);
    assert_color("#0000ffcc", 0, 0, 1, 204 / 255.0);
    assert_color("#00fc", 0, 0, 1, 204 / 255.0);
}

static void functions_take_numbers_and_percentages(void **state)
{
    (void)state;
    assert_color("rgb(255, 51, 0)", 1, 0.2, 0, 1);
    assert_color("rgba(0,0,0,0.5)", 0, 0, 0, 0.5);
    assert_color("rgb(100%, 20%, 0%)", 1, 0.2, 0, 1);
    assert_color("rgb(300,-10,0)", 1, 0, 0, 1);
    assert_color("rgb(255 51 0 / 50%)", 1, 0.2, 0, 0.5);
}

static void hsl_of_the_specification_is_as_printed_there(void **state)
{
    (void)state;
    assert_color("hsl(120, 100%, 50%)", 0, 1, 0, 1);
    assert_color("hsl(120, 100%, 25%)", 0, 0.5, 0, 1);
    assert_color("hsl(120, 75%, 75%)", 0.5625, 0.9375, 0.5625, 1);
    assert_color("hsla(-240, 100%, 50%, 0.25)", 0, 1, 0, 0.25);
}

static void names_are_read_in_any_case(void **state)
{
    (void)state;
    assert_color("RebeccaPurple", 0x66 / 255.0, 0x33 / 255.0, 0x99 / 255.0, 1);
    assert_color("aliceblue", 0xf0 / 255.0, 0xf8 / 255.0, 1, 1);
    assert_color("yellowgreen", 0x9a / 255.0, 0xcd / 255.0, 0x32 / 255.0, 1);
    assert_color("transparent", 0, 0, 0, 0);
}

static void what_is_no_color_is_refused(void **state)
{
    static const char *const WRONG[] = {"",
                                        "#",
                                        "#12",
                                        "#12345",
                                        "#ggg",
                                        "rgb(1,2)",
                                        "rgb(1,2,3",
                                        "rgb(1,2,3)x",
                                        "hsl(1,2,3)",
                                        "rgb(nan,0,0)",
                                        "blu",
                                        "url(red)",
                                        "rgb(1,2,3,4,5)",
                                        "rgb(1e999,0,0)"};
    ik_color color;
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(WRONG); i++)
        assert_false(ik_color_parse(WRONG[i], &color));
}

static void a_mix_takes_each_component_by_itself(void **state)
{
    ik_color red = {1, 0, 0, 1}, nothing = {0, 0, 0, 0};
    (void)state;
    ik_color half = ik_color_mix(red, nothing, 0.5);
    ik_assert_near(half.r, 0.5, 1e-12);
    ik_assert_near(half.a, 0.5, 1e-12);
    ik_color blue = {0, 0, 1, 1}, quarter = ik_color_mix(red, blue, 0.25);
    ik_assert_near(quarter.r, 0.75, 1e-12);
    ik_assert_near(quarter.b, 0.25, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hex_digits_count_one_or_two_a_channel),
        cmocka_unit_test(functions_take_numbers_and_percentages),
        cmocka_unit_test(hsl_of_the_specification_is_as_printed_there),
        cmocka_unit_test(names_are_read_in_any_case),
        cmocka_unit_test(what_is_no_color_is_refused),
        cmocka_unit_test(a_mix_takes_each_component_by_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
