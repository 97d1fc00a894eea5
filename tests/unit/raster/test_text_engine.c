/* test_text_engine.c — measuring labels; needs the font Noto Sans (Debian: fonts-noto-core).   [tests]
 *
 * Expected widths: advance widths of Noto Sans Regular, 1000 units an em (H 741, i 258, l 258).
 */
#include "test_support.h"

#include "text_engine.h"

#include <ideenkarte/error.h>

static ik_text_extent measure(const char *text, const ik_text_style *style)
{
    GError *error = NULL;
    ik_text_extent extent = {0, 0, 0, 0};
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    ik_text_metrics metrics = ik_text_engine_metrics(engine);
    assert_true(metrics.measure(metrics.data, text, style, &extent, &error));
    ik_assert_no_error(error);
    return extent;
}

static const ik_text_style PLAIN = {"Noto Sans Regular", 100, 0, 0, 1.2};

static void a_text_is_as_wide_as_its_letters(void **state)
{
    (void)state;
    ik_text_extent extent = measure("Hill", &PLAIN);
    ik_assert_near(extent.right - extent.left, 74.1 + 3 * 25.8, 0.2);
    ik_assert_near(extent.left, -extent.right, 0.2);
}

static void the_origin_is_half_way_up_the_capitals(void **state)
{
    (void)state;
    ik_text_extent extent = measure("H", &PLAIN); /* capitals are 714 units high */
    ik_assert_near(extent.top, -35.7, 0.2);
    ik_assert_near(extent.bottom, 35.7, 0.2);
}

static void a_size_twice_as_large_measures_twice_as_much(void **state)
{
    ik_text_style small = PLAIN;
    (void)state;
    small.size_px = 7.5;
    ik_text_extent a = measure("Köln", &small), b;
    small.size_px = 15;
    b = measure("Köln", &small);
    ik_assert_near(b.right, 2 * a.right, 0.05);
    ik_assert_near(b.top, 2 * a.top, 0.05);
}

static void a_text_too_wide_is_broken_between_words(void **state)
{
    ik_text_style narrow = PLAIN;
    (void)state;
    narrow.max_width = 6;
    ik_text_extent one = measure("Mülheim an der Ruhr", &PLAIN);
    ik_text_extent two = measure("Mülheim an der Ruhr", &narrow);
    assert_true(two.right - two.left <= 600.5);
    /* a second line 1.2 ems below the first */
    ik_assert_near((two.bottom - two.top) - (one.bottom - one.top), 120, 12);
    narrow.max_width = 3;
    ik_text_extent word = measure("Recklinghausen", &narrow);
    ik_text_extent whole = measure("Recklinghausen", &PLAIN);
    ik_assert_near(word.right - word.left, whole.right - whole.left, 0.5);
}

static void letters_can_be_spaced(void **state)
{
    ik_text_style spaced = PLAIN;
    (void)state;
    spaced.letter_spacing = 0.1;
    ik_text_extent a = measure("Hill", &PLAIN), b = measure("Hill", &spaced);
    double more = (b.right - b.left) - (a.right - a.left);
    assert_true(more > 29 && more < 41); /* three or four gaps of 10 */
}

static void a_font_that_is_not_there_is_an_error(void **state)
{
    GError *error = NULL;
    ik_text_extent extent;
    ik_text_style missing = PLAIN;
    (void)state;
    missing.font = "Nosuch Sans Bold";
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    ik_text_metrics metrics = ik_text_engine_metrics(engine);
    assert_false(metrics.measure(metrics.data, "a", &missing, &extent, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND,
                    "font \"Nosuch Sans Bold\" is not installed");
    g_clear_error(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_as_wide_as_its_letters),
        cmocka_unit_test(the_origin_is_half_way_up_the_capitals),
        cmocka_unit_test(a_size_twice_as_large_measures_twice_as_much),
        cmocka_unit_test(a_text_too_wide_is_broken_between_words),
        cmocka_unit_test(letters_can_be_spaced),
        cmocka_unit_test(a_font_that_is_not_there_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
