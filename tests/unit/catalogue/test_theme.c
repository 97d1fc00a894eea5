/* test_theme.c — themes in many words, few keys.   [tests] */
#include "test_support.h"
#include "theme.h"

#include <string.h>

static void assert_themes(const char *text, const char *expected)
{
    g_auto(GStrv) themes = ik_themes_parse(text);
    g_autofree char *joined = g_strjoinv("+", themes);
    assert_string_equal(joined, expected);
}

static void german_names_become_agreed_keys(void **state)
{
    (void)state;
    assert_themes(
        "praktikum|ausbildung|arbeit|sprache|alltag|coaching|anerkennung|foerderberatung|ehrenamt",
        "coaching+everyday_life+funding_advice+internship+language+recognition+training+"
        "volunteering+work");
    assert_themes("Förderberatung, FOERDERBERATUNG; funding advice", "funding_advice");
    assert_themes("Anerkennung von Qualifikationen|Everyday life", "everyday_life+recognition");
}

static void unknown_themes_stay_as_written_and_sorted(void **state)
{
    (void)state;
    assert_themes("Musik | Arbeit | Garten |Musik", "Garten+Musik+work");
}

static void nothing_gives_no_theme(void **state)
{
    (void)state;
    assert_themes(NULL, "");
    assert_themes("", "");
    assert_themes(" | ,; ", "");
}

static void every_agreed_key_is_its_own_name_and_sorted(void **state)
{
    (void)state;
    const char *const *keys = ik_themes_agreed();
    assert_int_equal(g_strv_length((char **)(guintptr)keys), 9);
    for (guint i = 0; keys[i] != NULL; i++) {
        assert_true(ik_theme_is_agreed(keys[i]));
        assert_themes(keys[i], keys[i]);
        assert_true(i == 0 || strcmp(keys[i - 1], keys[i]) < 0);
    }
    assert_false(ik_theme_is_agreed("Musik"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(german_names_become_agreed_keys),
        cmocka_unit_test(unknown_themes_stay_as_written_and_sorted),
        cmocka_unit_test(nothing_gives_no_theme),
        cmocka_unit_test(every_agreed_key_is_its_own_name_and_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
