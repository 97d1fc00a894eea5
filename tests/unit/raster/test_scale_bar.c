/* test_scale_bar.c — a bar is as long as it says.   [tests] */
#include "scale_bar.h"

#include "test_support.h"

#include <ideenkarte/error.h>
#include <string.h>

static void lengths_are_one_two_or_five_times_a_power_of_ten(void **state)
{
    static const struct {
        double most, expected;
    } cases[] = {{1, 1},        {1.99, 1},      {2, 2},         {4.99, 2},
                 {5, 5},        {9.99, 5},      {10, 10},       {999.9, 500},
                 {1000, 1000},  {19999, 10000}, {20000, 20000}, {74000, 50000},
                 {100000, 1e5}, {0.3, 0.2},     {1e6, 1e6},     {4999999, 2e6}};
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const double metres = ik_scale_bar_metres(cases[i].most);
        ik_assert_near(metres / cases[i].expected, 1, 1e-12);
    }
}

/* The widest closed rectangle that the SVG draws, its page left out. */
static double widest_rectangle(const char *svg, double page)
{
    double widest = 0;
    g_autoptr(GRegex) paths =
        g_regex_new("d=\"m[0-9.]+ [0-9.]+ ([0-9.]+) 0 0 [0-9.]+-[0-9.]+ 0z", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    for (g_regex_match(paths, svg, 0, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL)) {
        g_autofree char *number = g_match_info_fetch(match, 1);
        const double width = g_ascii_strtod(number, NULL);
        if (width < page)
            widest = MAX(widest, width);
    }
    return widest;
}

/* 320 units of 100 m are 32 km: the bar is 20 km, 200 units. */
static void the_bar_is_as_long_as_it_says(void **state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_sheet) sheet = ik_sheet_new(&error);
    const ik_scale_bar bar = {100, 320, 12, "de"};
    (void)state;
    if (sheet == NULL) {
        print_message("skipped: %s\n", error->message);
        skip();
    }
    assert_true(ik_sheet_open(sheet, IK_SHEET_SVG, 400, 60, &error));
    assert_true(ik_scale_bar_draw(sheet, &bar, 390, 5) < 55);
    g_autoptr(GBytes) bytes = ik_sheet_finish(sheet, "t", "d", &error);
    ik_assert_no_error(error);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autofree char *svg = g_strndup(data, size);
    ik_assert_near(widest_rectangle(svg, 400), 200, 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_are_one_two_or_five_times_a_power_of_ten),
        cmocka_unit_test(the_bar_is_as_long_as_it_says)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
