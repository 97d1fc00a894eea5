/* test_bar_chart.c — charts have steps that people read, all their words and always the same bytes.   [tests] */
#include "bar_chart.h"

#include "test_support.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

static const char *spell(double value, double step, gpointer data)
{
    static char text[32];
    (void)step;
    (void)data;
    return g_ascii_formatd(text, sizeof text, "%g", value);
}

static GBytes *draw(ik_sheet_format format, const char *title)
{
    static const ik_bar bars[] = {{"Aburg", 4, "4,0"}, {"Bdorf", 0, "0,0"}, {"Cstadt", NAN, "–"}};
    static const char *const notes[] = {"Quelle: Test & Söhne", NULL};
    const ik_bar_chart chart = {.words = {title, "Karte", notes},
                                .bars = bars,
                                .n_bars = 3,
                                .mean = 1.5,
                                .mean_name = "Land: 1,5",
                                .spell_tick = spell};
    GError *error = NULL;
    GBytes *bytes = ik_bar_chart_draw(&chart, format, &error);
    if (g_error_matches(error, IK_ERROR, IK_ERROR_NOT_FOUND)) {
        print_message("skipped: %s\n", error->message);
        g_error_free(error);
        skip();
    }
    ik_assert_no_error(error);
    return bytes;
}

static void steps_of_an_axis_are_one_two_or_five_times_a_power_of_ten(void **state)
{
    (void)state;
    ik_assert_near(ik_axis_step(1.15, 6), 0.2, 1e-12);
    ik_assert_near(ik_axis_step(6, 6), 1, 1e-12);
    ik_assert_near(ik_axis_step(6.1, 6), 2, 1e-12);
    ik_assert_near(ik_axis_step(30, 6), 5, 1e-12);
    ik_assert_near(ik_axis_step(31, 6), 10, 1e-12);
    ik_assert_near(ik_axis_step(0, 6), 1, 0);
}

static void the_same_chart_has_the_same_bytes(void **state)
{
    (void)state;
    static const ik_sheet_format formats[] = {IK_SHEET_SVG, IK_SHEET_PDF, IK_SHEET_PNG};
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_autoptr(GBytes) first = draw(formats[i], "Titel");
        /* Another one between them: nothing that counts through the process may show. */
        g_autoptr(GBytes) other = draw(IK_SHEET_SVG, "Anderes");
        g_autoptr(GBytes) second = draw(formats[i], "Titel");
        assert_true(g_bytes_equal(first, second));
        assert_false(g_bytes_equal(first, other));
    }
}

static void each_format_is_what_it_says(void **state)
{
    (void)state;
    g_autoptr(GBytes) svg = draw(IK_SHEET_SVG, "Titel"), pdf = draw(IK_SHEET_PDF, "Titel");
    g_autoptr(GBytes) png = draw(IK_SHEET_PNG, "Titel");
    assert_memory_equal(g_bytes_get_data(pdf, NULL), "%PDF-1.", 7);
    assert_memory_equal(g_bytes_get_data(png, NULL), "\x89PNG\r\n", 6);
    assert_memory_equal(g_bytes_get_data(svg, NULL), "<?xml ", 6);
}

static bool holds(GBytes *bytes, const char *part)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    return g_strstr_len(data, (gssize)size, part) != NULL;
}

static void an_svg_speaks_and_hides_no_markup(void **state)
{
    (void)state;
    g_autoptr(GBytes) svg = draw(IK_SHEET_SVG, "<script> & mehr");
    assert_true(holds(svg, "<svg role=\"img\" "));
    assert_true(holds(svg, "<title>&lt;script&gt; &amp; mehr</title>\n<desc>Karte</desc>"));
    assert_false(holds(svg, "<script>"));
    assert_false(holds(svg, "id=\"surface"));
}

static void a_pdf_does_not_say_when_it_was_made(void **state)
{
    (void)state;
    g_autoptr(GBytes) pdf = draw(IK_SHEET_PDF, "Titel");
    gsize size;
    const char *data = g_bytes_get_data(pdf, &size);
    bool has_date = false;
    for (gsize i = 0; i + 13 < size; i++)
        has_date = has_date || memcmp(data + i, "/CreationDate", 13) == 0;
    assert_false(has_date);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_of_an_axis_are_one_two_or_five_times_a_power_of_ten),
        cmocka_unit_test(the_same_chart_has_the_same_bytes),
        cmocka_unit_test(each_format_is_what_it_says),
        cmocka_unit_test(an_svg_speaks_and_hides_no_markup),
        cmocka_unit_test(a_pdf_does_not_say_when_it_was_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
