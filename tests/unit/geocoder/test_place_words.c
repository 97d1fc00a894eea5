/* test_place_words.c — roles, full forms and keys.   [tests] */
#include "place_words.h"
#include "test_support.h"

static void assert_word(const char *fold, ik_word_role role, const char *full)
{
    const char *found;
    assert_int_equal(ik_place_word(fold, &found), role);
    assert_string_equal(found, full);
}

static void small_words_have_a_role(void **state)
{
    (void)state;
    assert_word("a", IK_WORD_LINK, "a");                          /* first of the table */
    assert_word("wurttemberg", IK_WORD_ELSEWHERE, "wurttemberg"); /* last */
    assert_word("der", IK_WORD_LINK, "der");
    assert_word("stadt", IK_WORD_TITLE, "stadt");
    assert_word("nrw", IK_WORD_COUNTRY, "nrw");
    assert_word("ruhr", IK_WORD_WATER, "ruhr");
    assert_word("saale", IK_WORD_ELSEWHERE, "saale");
    assert_word("dortmund", IK_WORD_PLAIN, "dortmund");
    assert_word("", IK_WORD_PLAIN, "");
}

static void abbreviations_have_a_full_form(void **state)
{
    (void)state;
    assert_word("st", IK_WORD_PLAIN, "sankt");
    assert_word("westfalen", IK_WORD_LANDSCAPE, "westf");
    assert_word("rheinland", IK_WORD_LANDSCAPE, "rhld");
    assert_word("landkreis", IK_WORD_DISTRICT, "kreis");
    assert_word("ot", IK_WORD_PART, "ortsteil");
    assert_word("b", IK_WORD_NEAR, "bei");
    assert_word("pr", IK_WORD_PLAIN, "preussisch");
}

static void assert_key(const char *text, const char *expected)
{
    ik_words words;
    ik_words_init(&words, text);
    g_autoptr(GString) key = g_string_new(NULL);
    ik_place_key(&words, 0, ik_words_count(&words), key);
    assert_string_equal(key->str, expected);
    ik_words_clear(&words);
}

static void spellings_of_one_town_have_one_key(void **state)
{
    (void)state;
    const char *const spellings[] = {"Mülheim an der Ruhr", "Mülheim a. d. Ruhr",
                                     "Mülheim a.d.Ruhr",    "MUELHEIM/RUHR",
                                     "Mülheim (Ruhr)",      "Mülheim-Ruhr"};
    for (gsize i = 0; i < G_N_ELEMENTS(spellings); i++)
        assert_key(spellings[i], "mulheimruhr");
    assert_key("St. Augustin", "sanktaugustin");
    assert_key("Halle Westfalen", "hallewestf");
    assert_key("Castrop Rauxel", "castroprauxel");
}

static void a_link_counts_only_in_front_and_a_number_never(void **state)
{
    (void)state;
    assert_key("Auf der Höhe", "aufhohe");
    assert_key("Köln 41", "koln");
    assert_key("44145", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_words_have_a_role),
        cmocka_unit_test(abbreviations_have_a_full_form),
        cmocka_unit_test(spellings_of_one_town_have_one_key),
        cmocka_unit_test(a_link_counts_only_in_front_and_a_number_never),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
