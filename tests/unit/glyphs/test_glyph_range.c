/* test_glyph_range.c — the bytes of a range, read field by field.   [glyphs]
 *
 * tests/npm/check-glyphs.mjs reads whole folders with the pbf package; here stand the first bytes by hand and what must
 * be the same every time.
 */
#include "test_support.h"

#include "glyph_range.h"

#include <string.h>

/* 0a LENGTH: fontstack; 0a 11: name, 17 bytes; 12 05: range; 1a LENGTH: glyph; 08 20: id 32, no bitmap;
 * 18 00 20 00: width and height; 28 00: left; 30 33: top, zigzag of 0 - 26; 38 06: advance 260 · 24 / 1000. */
static void the_first_glyph_of_the_first_range_is_the_blank(void **state)
{
    (void)state;
    static const guint8 expected[] = "\x0a\x11"
                                     "Noto Sans Regular"
                                     "\x12\x05"
                                     "0-255"
                                     "\x1a\x0c\x08\x20\x18\x00\x20\x00\x28\x00\x30\x33\x38\x06";
    g_autoptr(ik_font_stack) stack = ik_font_stack_open("Noto Sans Regular", NULL);
    assert_non_null(stack);
    g_autoptr(GBytes) range = ik_glyph_range_encode(stack, "Noto Sans Regular", 0);
    gsize size;
    const guint8 *bytes = g_bytes_get_data(range, &size);
    assert_int_equal(bytes[0], 0x0a);
    const guint8 *inner = memchr(bytes + 1, 0x0a, 6);
    assert_non_null(inner);
    assert_memory_equal(inner, expected, sizeof expected - 1);
}

static void the_same_range_has_the_same_bytes(void **state)
{
    (void)state;
    g_autoptr(ik_font_stack) stack = ik_font_stack_open("Noto Sans Bold", NULL);
    g_autoptr(ik_font_stack) other = ik_font_stack_open("Noto Sans Bold", NULL);
    g_autoptr(GBytes) first = ik_glyph_range_encode(stack, "Noto Sans Bold", 6);
    g_autoptr(GBytes) second = ik_glyph_range_encode(other, "Noto Sans Bold", 6);
    assert_true(g_bytes_equal(first, second));
}

static void a_range_without_a_glyph_is_none(void **state)
{
    (void)state;
    g_autoptr(ik_font_stack) stack = ik_font_stack_open("Noto Sans Regular", NULL);
    assert_null(ik_glyph_range_encode(stack, "Noto Sans Regular", 0x4e)); /* Chinese */
}

static void ranges_are_called_by_their_first_and_last_character(void **state)
{
    (void)state;
    g_autofree char *first = ik_glyph_range_name(0), *last = ik_glyph_range_name(255);
    assert_string_equal(first, "0-255");
    assert_string_equal(last, "65280-65535");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_glyph_of_the_first_range_is_the_blank),
        cmocka_unit_test(the_same_range_has_the_same_bytes),
        cmocka_unit_test(a_range_without_a_glyph_is_none),
        cmocka_unit_test(ranges_are_called_by_their_first_and_last_character)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
