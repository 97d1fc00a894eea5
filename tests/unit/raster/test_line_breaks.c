/* test_line_breaks.c — where labels are broken.   [tests]
 *
 * Every letter is ten wide, an em 24; spaces count nothing before a break, as in MapLibre GL JS.
 * Expected breaks: the rules worked through by hand, the first from MapLibre's own tests of shaping.
 */
#include "test_support.h"

#include "line_breaks.h"

#include <string.h>

/* The text with "|" at every break. */
static char *broken(const char *text, double max_width)
{
    g_autoptr(GArray) units = g_array_new(FALSE, FALSE, sizeof(ik_break_unit));
    g_autoptr(GArray) breaks = g_array_new(FALSE, FALSE, sizeof(guint));
    GString *out = g_string_new(NULL);
    guint next = 0, at = 0;
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
        const ik_break_unit unit = {g_utf8_get_char(c), 10, false};
        g_array_append_val(units, unit);
    }
    ik_line_breaks_find((const ik_break_unit *)(gpointer)units->data, units->len, 24, max_width,
                        breaks);
    assert_int_equal(g_array_index(breaks, guint, breaks->len - 1), units->len);
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c), at++) {
        if (at > 0 && g_array_index(breaks, guint, next) == at) {
            g_string_append_c(out, '|');
            next++;
        }
        g_string_append_unichar(out, g_utf8_get_char(c));
    }
    return g_string_free(out, FALSE);
}

static void expect(const char *text, double max_width, const char *expected)
{
    g_autofree char *got = broken(text, max_width);
    assert_string_equal(got, expected);
}

static void lines_become_about_equal(void **state)
{
    (void)state;
    expect("Essen", 1000, "Essen");
    expect("Essen Ruhr", 1000, "Essen Ruhr");
    expect("Bad Oeynhausen", 100, "Bad |Oeynhausen");
    /* 190 wide in two lines: 95 wanted; "Mülheim an" and "der Ruhr" come nearest */
    expect("Mülheim an der Ruhr", 100, "Mülheim an |der Ruhr");
    /* four words of 30 in two lines: two and two, not three and one */
    expect("aaa bbb ccc ddd", 120, "aaa bbb |ccc ddd");
}

static void words_are_never_broken(void **state)
{
    (void)state;
    expect("Recklinghausen", 20, "Recklinghausen");
    expect("Recklinghausen Süd", 20, "Recklinghausen |Süd");
}

static void signs_between_words_allow_a_break_after_them(void **state)
{
    (void)state;
    expect("Castrop-Rauxel", 80, "Castrop-|Rauxel");
    expect("Siegen/Olpe", 70, "Siegen/|Olpe");
    expect("Ost\xc2\xadwestfalen", 80, "Ost\xc2\xad|westfalen");   /* soft hyphen */
    expect("Rhein\xe2\x80\x8bSieg", 60, "Rhein\xe2\x80\x8b|Sieg"); /* zero width space */
    expect("Kleve(Ems)", 60, "Kleve|(Ems)"); /* before an opening parenthesis */
}

static void line_feeds_always_break(void **state)
{
    (void)state;
    expect("a\nb", 1000, "a\n|b");
    expect("a\nb", 0, "a\n|b");
    expect("a b\nc d", 0, "a b\n|c d");
}

static void ideographs_may_break_anywhere(void **state)
{
    (void)state;
    /* 谷谷谷谷 in lines of two; MapLibre's own case */
    expect("谷谷谷谷", 20, "谷谷|谷谷");
}

static void a_million_words_take_no_day(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    (void)state;
    for (int i = 0; i < 20000; i++)
        g_string_append(text, "ab ");
    g_autofree char *got = broken(text->str, 100);
    assert_non_null(strchr(got, '|'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_become_about_equal),
        cmocka_unit_test(words_are_never_broken),
        cmocka_unit_test(signs_between_words_allow_a_break_after_them),
        cmocka_unit_test(line_feeds_always_break),
        cmocka_unit_test(ideographs_may_break_anywhere),
        cmocka_unit_test(a_million_words_take_no_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
