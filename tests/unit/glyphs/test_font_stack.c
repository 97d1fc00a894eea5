/* test_font_stack.c — metrics of the pinned font, as its own tables have them.   [glyphs]
 *
 * Noto Sans and Noto Sans Arabic of Debian's fonts-noto-core, 1000 units an em; hmtx, glyf and hhea as ftdump and
 * fc-query show them: ascender 1069, "H" 741 wide and 714 high, alef 0627 only in the Arabic font.
 */
#include "test_support.h"

#include "font_stack.h"

#include <ideenkarte/error.h>

#define EM (IK_GLYPH_SIZE_PX / 1000.0)

static void the_letter_h_has_its_width_and_height(void **state)
{
    (void)state;
    GError *error = NULL;
    ik_font_glyph glyph;
    ik_outline_point low, high;
    ik_outline outline;
    ik_outline_init(&outline);
    ik_font_stack *stack = ik_font_stack_open("Noto Sans Regular", &error);
    ik_assert_no_error(error);
    assert_true(ik_font_stack_draw(stack, 'H', &outline, &glyph));
    assert_true(ik_outline_bounds(&outline, &low, &high));
    ik_assert_near(glyph.advance, 741 * EM, 1e-9);
    ik_assert_near(low.y, 0, 1e-9);
    ik_assert_near(high.y, 714 * EM, 1e-9);
    ik_assert_near(ik_font_stack_ascender(stack), 1069 * EM, 1e-9);
    assert_int_equal(outline.edges->len, 12);
    ik_font_stack_close(stack);
    ik_outline_clear(&outline);
}

static void letters_come_from_the_first_font_that_has_them(void **state)
{
    (void)state;
    GError *error = NULL;
    ik_font_glyph glyph;
    ik_outline outline;
    ik_outline_init(&outline);
    ik_font_stack *stack = ik_font_stack_open("Noto Sans Bold", &error);
    ik_assert_no_error(error);
    assert_true(ik_font_stack_draw(stack, 0x627, &outline, &glyph));
    assert_true(outline.edges->len >= 4);
    assert_true(ik_font_stack_draw(stack, ' ', &outline, &glyph));
    assert_int_equal(outline.edges->len, 0);
    ik_assert_near(glyph.advance, 260 * EM, 1e-9);
    assert_false(ik_font_stack_draw(stack, 0x4e2d, &outline, &glyph));
    ik_font_stack_close(stack);
    ik_outline_clear(&outline);
}

static void weight_and_slant_are_part_of_the_name(void **state)
{
    (void)state;
    const char *const names[] = {"Noto Sans Regular", "Noto Sans Bold", "Noto Sans Italic",
                                 "Noto Sans Bold Italic"};
    double heights[G_N_ELEMENTS(names)], widths[G_N_ELEMENTS(names)];
    ik_outline outline;
    ik_outline_init(&outline);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        ik_font_glyph glyph;
        ik_outline_point low, high;
        ik_font_stack *stack = ik_font_stack_open(names[i], NULL);
        assert_non_null(stack);
        assert_true(ik_font_stack_draw(stack, 'l', &outline, &glyph));
        assert_true(ik_outline_bounds(&outline, &low, &high));
        widths[i] = high.x - low.x;
        heights[i] = high.y - low.y;
        ik_font_stack_close(stack);
    }
    assert_true(widths[1] > 1.3 * widths[0]); /* a stem is bolder */
    assert_true(widths[2] > 2 * widths[0]);   /* and leans */
    assert_true(widths[3] > widths[2]);
    ik_assert_near(heights[0], heights[1], 0.1);
    ik_outline_clear(&outline);
}

static void a_font_that_is_not_installed_is_named(void **state)
{
    (void)state;
    GError *error = NULL;
    assert_null(ik_font_stack_open("No Such Font Bold", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "\"No Such Font\" is not installed");
    g_clear_error(&error);
    assert_null(ik_font_stack_open("Noto Sans Regular,Nowhere", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "\"Nowhere\" is not installed");
    g_clear_error(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_letter_h_has_its_width_and_height),
        cmocka_unit_test(letters_come_from_the_first_font_that_has_them),
        cmocka_unit_test(weight_and_slant_are_part_of_the_name),
        cmocka_unit_test(a_font_that_is_not_installed_is_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
