/* test_near_word.c — proposing a word for a misspelt one.   [tests] */
#include "test_support.h"

#include "near_word.h"

static const char *const known[] = {"zoom", "styles", NULL};

static void a_word_two_edits_away_is_proposed(void **state)
{
    (void)state;
    static const char *const typed[] = {"zom", "zooms", "zmo", "Zoom", "zzoom"};
    for (gsize i = 0; i < G_N_ELEMENTS(typed); i++) {
        g_autofree char *hint = ik_near_word_hint(typed[i], known);
        assert_string_equal(hint, "; did you mean \"zoom\"?");
    }
}

static void a_far_word_gets_the_list(void **state)
{
    (void)state;
    g_autofree char *hint = ik_near_word_hint("colour", known);
    assert_string_equal(hint, "; known are zoom, styles");
}

static void a_very_long_word_is_no_trouble(void **state)
{
    (void)state;
    g_autofree char *word = g_strnfill(100000, 'z');
    g_autofree char *hint = ik_near_word_hint(word, known);
    assert_string_equal(hint, "; known are zoom, styles");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_word_two_edits_away_is_proposed),
                                       cmocka_unit_test(a_far_word_gets_the_list),
                                       cmocka_unit_test(a_very_long_word_is_no_trouble)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
