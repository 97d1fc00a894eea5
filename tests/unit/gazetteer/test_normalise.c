/* test_normalise.c — folding and cutting into words.   [tests] */
#include "normalise.h"
#include "test_support.h"

#include <string.h>

static void assert_fold(const char *text, const char *expected)
{
    g_autofree char *fold = ik_fold(text);
    assert_string_equal(fold, expected);
}

static void upper_and_lower_case_fold_alike(void **state)
{
    (void)state;
    assert_fold("DORTMUND", "dortmund");
    assert_fold("ÄÖÜ", "aou");
    assert_fold("STRAẞE", "strasse");
}

static void an_umlaut_folds_to_its_vowel_however_it_is_written(void **state)
{
    (void)state;
    assert_fold("Münster", "munster");
    assert_fold("Mu\xCC\x88nster", "munster"); /* u, combining diaeresis */
    assert_fold("Muenster", "munster");
    assert_fold("MUENSTER", "munster");
    assert_fold("Koeln", "koln");
    assert_fold("Vaerl", "varl");
}

static void ue_behind_a_vowel_or_q_is_no_umlaut(void **state)
{
    (void)state;
    assert_fold("Neuenkirchen", "neuenkirchen");
    assert_fold("Bauer", "bauer");
    assert_fold("Quelle", "quelle");
    assert_fold("Buer", "bur");
    assert_fold("Büe", "bue"); /* the umlaut is already there: the e is a letter of its own */
}

static void sharp_s_is_ss(void **state)
{
    (void)state;
    assert_fold("Schloß", "schloss");
    assert_fold("Schloss", "schloss");
}

static void accents_and_wide_digits_are_plain(void **state)
{
    (void)state;
    assert_fold("Café", "cafe");
    assert_fold("４４１４５", "44145");
    assert_fold("Łódź Øst", "lodz ost");
}

static void invisible_characters_and_apostrophes_join(void **state)
{
    (void)state;
    assert_fold("Dort\xC2\xADmund", "dortmund"); /* soft hyphen */
    assert_fold("\xEF\xBB\xBF"
                "Unna",
                "unna"); /* byte order mark */
    assert_fold("441\xE2\x80\x8B"
                "45",
                "44145"); /* zero width space */
    assert_fold("M'gladbach", "mgladbach");
    assert_fold("M’gladbach", "mgladbach");
    assert_fold("'44145'", "44145");
}

static void the_case_of_no_locale_matters(void **state)
{
    (void)state;
    assert_fold("IJsselstein", "ijsselstein");
    assert_fold("İstanbul", "istanbul");
    assert_fold("ıspartalı", "ispartali");
}

static void assert_gap(const char *text, guint i, ik_gap gap)
{
    ik_words words;
    ik_words_init(&words, text);
    assert_true(i < ik_words_count(&words));
    assert_int_equal(ik_words_get(&words, i)->gap, gap);
    ik_words_clear(&words);
}

static void a_word_knows_what_stands_in_front_of_it(void **state)
{
    (void)state;
    assert_gap("Unna", 0, IK_GAP_START);
    assert_gap("Bad Honnef", 1, IK_GAP_BLANK);
    assert_gap("Oer-Erkenschwick", 1, IK_GAP_HYPHEN);
    assert_gap("Oer – Erkenschwick", 1, IK_GAP_HYPHEN);
    assert_gap("Mülheim/Ruhr", 1, IK_GAP_SLASH);
    assert_gap("Halle (Westf.)", 1, IK_GAP_OPEN);
    assert_gap("a, b", 1, IK_GAP_COMMA);
    assert_gap("a | b", 1, IK_GAP_COMMA);
    assert_gap("a,\nb", 1, IK_GAP_LINE);
    assert_gap("a\r\nb", 1, IK_GAP_LINE);
    assert_gap("a\rb", 1, IK_GAP_LINE);
    assert_gap("Am Aubach11", 2, IK_GAP_NONE);
    assert_gap("info@unna", 1, IK_GAP_AT);
}

static void digits_and_letters_are_different_words(void **state)
{
    (void)state;
    assert_fold("DORTMUND44145", "dortmund 44145");
    assert_fold("Heinestr.13a", "heinestr 13 a");
}

static void a_copy_keeps_the_spelling_and_one_blank(void **state)
{
    (void)state;
    ik_words words;
    ik_words_init(&words, "  Halle   (Westf.) ,  Am \t Markt  5 ");
    g_autofree char *town = ik_words_copy(&words, 0, 2);
    g_autofree char *none = ik_words_copy(&words, 1, 1);
    assert_string_equal(town, "Halle (Westf.)");
    assert_null(none);
    ik_words_clear(&words);
}

static void a_bracket_opened_before_is_not_copied(void **state)
{
    (void)state;
    ik_words words;
    ik_words_init(&words, "Mengede (Dortmund)");
    g_autofree char *inner = ik_words_copy(&words, 1, 2);
    assert_string_equal(inner, "Dortmund");
    ik_words_clear(&words);
}

static void a_broken_byte_is_an_unknown_letter(void **state)
{
    (void)state;
    ik_words words;
    ik_words_init(&words, "M\xFCnster");
    assert_true(words.broken);
    assert_int_equal(ik_words_count(&words), 1);
    assert_string_equal(ik_words_fold(&words, 0), "m?nster");
    ik_words_clear(&words);
}

static void a_megabyte_is_cut_at_a_character(void **state)
{
    (void)state;
    GString *text = g_string_new(NULL);
    while (text->len < 1000000)
        g_string_append(text, "ü");
    g_string_prepend_c(text, 'x');
    ik_words words;
    ik_words_init(&words, text->str);
    assert_true(words.cut);
    assert_false(words.broken);
    assert_true(strlen(words.text) <= IK_WORDS_BYTES);
    ik_words_clear(&words);
    g_string_free(text, TRUE);
}

static void nothing_gives_no_words(void **state)
{
    (void)state;
    const char *const nothing[] = {NULL, "", "   ", "-", " , ;\n", "\x01\x02\x7f", "\xCC\x88"};
    for (gsize i = 0; i < G_N_ELEMENTS(nothing); i++) {
        ik_words words;
        ik_words_init(&words, nothing[i]);
        assert_int_equal(ik_words_count(&words), 0);
        ik_words_clear(&words);
        ik_words_clear(&words);
    }
    ik_words_clear(NULL);
}

/* "4441" and a broken byte are no postcode, though five characters long. */
static void a_number_with_a_broken_byte_is_no_number(void **state)
{
    (void)state;
    ik_words words;
    ik_words_init(&words, "4441\xC4 \xC4"
                          "5 44145");
    assert_false(ik_words_get(&words, 0)->is_number);
    assert_false(ik_words_get(&words, 1)->is_number);
    assert_true(ik_words_get(&words, ik_words_count(&words) - 1)->is_number);
    ik_words_clear(&words);
}

static void invisible_characters_are_not_shown(void **state)
{
    (void)state;
    ik_words words;
    ik_words_init(&words, "\u202ees\u00ADsen\u202c K\u00F6ln\xC2\x9B\u2028Bonn");
    g_autofree char *copy = ik_words_copy(&words, 0, ik_words_count(&words));
    assert_string_equal(copy, "essen K\u00F6ln Bonn");
    ik_words_clear(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(upper_and_lower_case_fold_alike),
        cmocka_unit_test(an_umlaut_folds_to_its_vowel_however_it_is_written),
        cmocka_unit_test(ue_behind_a_vowel_or_q_is_no_umlaut),
        cmocka_unit_test(sharp_s_is_ss),
        cmocka_unit_test(accents_and_wide_digits_are_plain),
        cmocka_unit_test(invisible_characters_and_apostrophes_join),
        cmocka_unit_test(the_case_of_no_locale_matters),
        cmocka_unit_test(a_word_knows_what_stands_in_front_of_it),
        cmocka_unit_test(digits_and_letters_are_different_words),
        cmocka_unit_test(a_copy_keeps_the_spelling_and_one_blank),
        cmocka_unit_test(a_bracket_opened_before_is_not_copied),
        cmocka_unit_test(a_broken_byte_is_an_unknown_letter),
        cmocka_unit_test(a_megabyte_is_cut_at_a_character),
        cmocka_unit_test(nothing_gives_no_words),
        cmocka_unit_test(a_number_with_a_broken_byte_is_no_number),
        cmocka_unit_test(invisible_characters_are_not_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
