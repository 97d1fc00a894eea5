/* test_printable.c — what strangers wrote, made fit for a message on a terminal.   [tests] */
#include "printable.h"

#include <ideenkarte/error.h>

#include "test_support.h"

static void assert_printable(const char *text, const char *expected)
{
    g_autofree char *shown = ik_printable(text);
    assert_string_equal(shown, expected);
}

static void plain_text_stays_as_it_is(void **state)
{
    (void)state;
    assert_printable("", "");
    assert_printable("Straße „Köln“ 日本", "Straße „Köln“ 日本");
}

static void an_escape_sequence_loses_its_escape_character(void **state)
{
    (void)state;
    assert_printable("\x1b[31mred\x07", "\uFFFD[31mred\uFFFD");
    assert_printable("a\nb\tc\x7f", "a\uFFFDb\uFFFDc\uFFFD");
    /* The control sequence introducer of the C1 set does the same in one character. */
    assert_printable("\xC2\x9B"
                     "31m",
                     "\uFFFD31m");
}

static void marks_that_turn_the_direction_are_shown(void **state)
{
    (void)state;
    assert_printable("a\u202egpj.exe\u2066\u200f", "a\uFFFDgpj.exe\uFFFD\uFFFD");
    assert_printable("a\u2028b\u2029\ufeff", "a\uFFFDb\uFFFD\uFFFD");
}

static void broken_bytes_become_replacement_characters(void **state)
{
    (void)state;
    assert_printable("K\xf6ln", "K\uFFFDln");
}

static void an_error_keeps_its_code(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    ik_error_make_printable(NULL);
    ik_error_make_printable(&error);
    assert_null(error);
    g_set_error(&error, IK_ERROR, IK_ERROR_INPUT, "a.csv: column \"%s\"", "\x1b");
    ik_error_make_printable(&error);
    assert_true(g_error_matches(error, IK_ERROR, IK_ERROR_INPUT));
    assert_string_equal(error->message, "a.csv: column \"\uFFFD\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_stays_as_it_is),
        cmocka_unit_test(an_escape_sequence_loses_its_escape_character),
        cmocka_unit_test(marks_that_turn_the_direction_are_shown),
        cmocka_unit_test(broken_bytes_become_replacement_characters),
        cmocka_unit_test(an_error_keeps_its_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
