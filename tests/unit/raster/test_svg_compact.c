/* test_svg_compact.c — paths, coordinates and colours, shortened by hand.   [raster] */
#include "test_support.h"

#include <string.h>

#include "svg_compact.h"

static void assert_compact(const char *svg, const char *expected)
{
    g_autoptr(GString) text = g_string_new(svg);
    ik_svg_compact(text);
    assert_string_equal(text->str, expected);
}

static void paths_become_relative(void **state)
{
    (void)state;
    assert_compact("<path style=\"a\" d=\"M 10.5 20 L 11 19.25 L 11 30.123456 \"/>",
                   "<path style=\"a\" d=\"m10.5 20 .5-.75 0 10.87\"/>");
    assert_compact("<path d=\"M 1 2 C 3 4 5.5 6.5 5.05 -7 L 5.05 0 \"/>",
                   "<path d=\"m1 2c2 2 4.5 4.5 4.05-9l0 7\"/>");
}

/* After z the pen is where the subpath began. */
static void a_subpath_after_another_begins_where_that_began(void **state)
{
    (void)state;
    assert_compact("<path d=\"M 1 1 L 5 1 L 5 5 Z M 2 2 L 3 3 Z M 2 2 \"/>",
                   "<path d=\"m1 1 4 0 0 4zm1 1 1 1z\"/>");
    assert_compact("<path d=\"M 1 1 L 5 1 M 2 2 L 3 3 \"/>", "<path d=\"m1 1 4 0m-3 1 1 1\"/>");
}

/* A thousand steps of 0.004: rounded one by one they would go nowhere, or 10 too far. */
static void rounding_does_not_add_up(void **state)
{
    g_autoptr(GString) text = g_string_new("<path d=\"M 0 0 ");
    (void)state;
    for (guint i = 1; i <= 1000; i++)
        g_string_append_printf(text, "L %u.%03u 0 ", i * 4 / 1000, i * 4 % 1000);
    g_string_append(text, "\"/>");
    ik_svg_compact(text);
    /* 400 steps of .01 each "  .01 0" */
    const char *at = text->str;
    guint n = 0;
    while ((at = strstr(at, ".01 0")) != NULL) {
        n++;
        at++;
    }
    assert_int_equal(n, 400);
}

static void a_line_without_length_stays_a_dot(void **state)
{
    (void)state;
    assert_compact("<path d=\"M 1 1 L 1.001 1 L 1.002 1 \"/>", "<path d=\"m1 1 0 0\"/>");
    assert_compact("<path d=\"M 1 1 Z \"/>", "<path d=\"m1 1z\"/>");
}

static void coordinates_have_two_decimals(void **state)
{
    (void)state;
    assert_compact("<use xlink:href=\"#glyph0-1\" x=\"123.456789\" y=\"-0.004\"/>",
                   "<use xlink:href=\"#glyph0-1\" x=\"123.46\" y=\"0\"/>");
    assert_compact("<rect x=\"0.999\" y=\"-12.5\" width=\"3.141592\"/>",
                   "<rect x=\"1\" y=\"-12.5\" width=\"3.141592\"/>");
}

static void colours_become_hexadecimal(void **state)
{
    (void)state;
    /* 214/255, 0, 79/255 */
    assert_compact("<g style=\"fill:rgb(83.921569%,0%,30.980392%);stroke:none\">",
                   "<g style=\"fill:#d6004f;stroke:none\">");
    assert_compact("<g fill=\"rgb(50%,0%,0%)\"/>", "<g fill=\"rgb(50%,0%,0%)\"/>");
    assert_compact("<g fill=\"rgb(100%,100%,100%)\"/>", "<g fill=\"#ffffff\"/>");
}

static void what_is_written_otherwise_stays(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "<path d=\"m 1 2 l 3 4\"/>",
        "<path d=\"M 1 2 L 3\"/>",
        "<path d=\"M 1 2 A 3 3 0 0 0 1 1\"/>",
        "<path d=\"M 1 2 L nan 4 \"/>",
        "<path d=\"M 1 2 L 1e300 4 \"/>",
        "<path d=\"M 1 2",
        "<svg x=\"10%\">",
        "<title>A text with x=\"1.23456\" and rgb(100%,0%,0%)</title>",
        "",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(TEXTS); i++)
        assert_compact(TEXTS[i], TEXTS[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_become_relative),
        cmocka_unit_test(a_subpath_after_another_begins_where_that_began),
        cmocka_unit_test(rounding_does_not_add_up),
        cmocka_unit_test(a_line_without_length_stays_a_dot),
        cmocka_unit_test(coordinates_have_two_decimals),
        cmocka_unit_test(colours_become_hexadecimal),
        cmocka_unit_test(what_is_written_otherwise_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
