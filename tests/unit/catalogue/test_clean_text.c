/* test_clean_text.c — what strangers type becomes one clean line.   [tests] */
#include "clean_text.h"
#include "test_support.h"

static void assert_clean(const char *text, const char *expected)
{
    g_autofree char *clean = ik_text_clean(text);
    assert_string_equal(clean, expected);
}

static void assert_same_fold(const char *a, const char *b)
{
    g_autofree char *left = ik_text_fold(a);
    g_autofree char *right = ik_text_fold(b);
    assert_string_equal(left, right);
}

static void blanks_of_every_kind_collapse_to_one(void **state)
{
    (void)state;
    assert_clean("  a \t b\r\nc\xC2\xA0\xE2\x80\x89 d \xE2\x80\xA8",
                 "a b c d"); /* NBSP, thin, U+2028 */
    assert_clean("", "");
    assert_clean(" \n ", "");
}

static void assert_lines(const char *text, const char *expected)
{
    g_autofree char *clean = ik_text_clean_lines(text);
    assert_string_equal(clean, expected);
}

static void lines_are_kept_where_they_are_asked_for(void **state)
{
    (void)state;
    assert_lines("a \r\n b\rc\nd", "a\nb\nc\nd");
    assert_lines("\n\n a\n \t\n\n\nb\n\n", "a\n\nb");
    assert_lines("a\xE2\x80\xA8"
                 "b\xE2\x80\xA9"
                 "c",
                 "a\nb\nc"); /* U+2028, U+2029 */
    assert_lines("a\x0B b \xE2\x80\xAE"
                 "c",
                 "a b c"); /* U+202E turns a line around */
    assert_lines("eins", "eins");
    assert_lines("", "");
    assert_lines(" \n ", "");
}

static void text_is_composed(void **state)
{
    (void)state;
    assert_clean("Mu\xCC\x88nster", "M\xC3\xBCnster"); /* u + U+0308 */
}

static void control_and_direction_marks_go(void **state)
{
    (void)state;
    assert_clean("a\x01\x7F"
                 "b\xE2\x80\xAE" /* U+202E right-to-left override */
                 "c\xE2\x81\xA6" /* U+2066 isolate */
                 "d\xE2\x80\x8F" /* U+200F mark */
                 "e\xEF\xBB\xBF" /* U+FEFF */
                 "f\xC2\xAD"     /* soft hyphen */
                 "g\xE2\x80\x8B" /* zero width space */
                 "h",
                 "abcdefgh");
}

static void joiners_of_persian_stay(void **state)
{
    (void)state;
    assert_clean("\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xAE", "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xAE");
}

static void a_dropped_mark_leaves_no_blank(void **state)
{
    (void)state;
    assert_clean("a \x01 b", "a b");
    assert_clean("\x01 a", "a");
}

static void broken_utf8_becomes_the_replacement_character(void **state)
{
    (void)state;
    assert_clean("a\xFFz", "a\xEF\xBF\xBDz");
}

static void fold_ignores_case_umlauts_and_punctuation(void **state)
{
    (void)state;
    assert_same_fold("Straße", "STRASSE");
    assert_same_fold("Träger", "TRAEGER");
    assert_same_fold("PLZ / Ort", "plz_ort");
    assert_same_fold("Länge", "Laenge");
    assert_same_fold("E-Mail", "email");
    assert_same_fold("U\xCC\x88"
                     "bung",
                     "Uebung");
    g_autofree char *folded = ik_text_fold("Straße & Nr. 5");
    assert_string_equal(folded, "strassenr5");
}

/* What is taken out may stand between a letter and its accent. */
static void text_is_composed_across_a_dropped_mark(void **state)
{
    (void)state;
    g_autofree char *clean = ik_text_clean("u\u00AD\u0308 a\u200B\u030A e\u202A\u0301");
    assert_string_equal(clean, "\u00FC \u00E5 \u00E9");
}

/* U+210C, U+1D400 and U+FF21 are capitals of other styles, U+3392 is MHz in one. */
static void fold_ignores_the_style_of_letters(void **state)
{
    (void)state;
    g_autofree char *folded = ik_text_fold("\u210C\U0001D400\uFF21\u3392");
    assert_string_equal(folded, "haamhz");
}

/* Unicode, NormalizationTest.txt: none of them has a canonical composition that is not itself. */
static void latin_letters_stay_as_they_are(void **state)
{
    (void)state;
    for (gunichar c = 0xC0; c < 0x180; c++) {
        char text[16] = "a ";
        text[2 + g_unichar_to_utf8(c, text + 2)] = '\0';
        g_autofree char *cleaned = ik_text_clean(text);
        g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
        assert_string_equal(cleaned, text);
        assert_string_equal(cleaned, composed);
    }
}

/* The way for clean text must not take what only begins so. */
static void blanks_accents_and_broken_bytes_behind_clean_text_are_seen(void **state)
{
    (void)state;
    static const struct {
        const char *given, *expected;
    } cases[] = {{"Ko\xCC\x88ln", "K\xC3\xB6ln"},
                 {"K\xC3\xB6\xCC\x81", "K\xC3\xB6\xCC\x81"},
                 {"a  b", "a b"},
                 {" a", "a"},
                 {"a ", "a"},
                 {" ", ""},
                 {"", ""},
                 {"a\tb", "a b"},
                 {"a\x7F"
                  "b",
                  "ab"},
                 {"K\xC3", "K\xEF\xBF\xBD"},
                 {"K\xC3ln", "K\xEF\xBF\xBDln"},
                 {"K\xC2\xADln", "Kln"}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *cleaned = ik_text_clean(cases[i].given);
        assert_string_equal(cleaned, cases[i].expected);
    }
}

static void a_word_is_what_folding_leaves(void **state)
{
    (void)state;
    static const char *const words[] = {"a", "-5", "\xC3\xB6", "\xE2\x84\x8C", "e"};
    static const char *const others[] = {"", "-", " \xE2\x80\x93 ", "...", "\xCC\x88"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        assert_true(ik_text_has_word(words[i]));
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        assert_false(ik_text_has_word(others[i]));
}

/* Two blanks at the end make it take the longer look. */
static void assert_quick_look_agrees(const char *text)
{
    g_autofree char *quick = ik_text_clean(text);
    g_autofree char *longer = g_strconcat(text, "  ", NULL);
    g_autofree char *careful = ik_text_clean(longer);
    assert_string_equal(quick, careful);
    if (ik_text_is_clean(text))
        assert_string_equal(text, careful);
}

/* Every character of the first plane, alone, before an accent, an Arabic hamza and itself. */
static void a_quick_look_sees_what_a_longer_one_sees(void **state)
{
    (void)state;
    static const char *const behind[] = {"", "b", "\xCC\x81", "\xD9\x94", "\xD9\x93"};
    for (gunichar c = 1; c < 0x10000; c++) {
        char bytes[7] = {0};
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        g_unichar_to_utf8(c, bytes);
        for (gsize i = 0; i < G_N_ELEMENTS(behind); i++) {
            g_autofree char *text = g_strconcat("a", bytes, behind[i], NULL);
            assert_quick_look_agrees(text);
        }
        g_autofree char *twice = g_strconcat(bytes, bytes, NULL);
        assert_quick_look_agrees(twice);
    }
    assert_true(ik_text_is_clean("„Straße“ – منطقة"));
    assert_false(ik_text_is_clean("e\xCC\x81"));
    assert_false(ik_text_is_clean(" a"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(latin_letters_stay_as_they_are),
        cmocka_unit_test(blanks_accents_and_broken_bytes_behind_clean_text_are_seen),
        cmocka_unit_test(a_word_is_what_folding_leaves),
        cmocka_unit_test(a_quick_look_sees_what_a_longer_one_sees),
        cmocka_unit_test(blanks_of_every_kind_collapse_to_one),
        cmocka_unit_test(lines_are_kept_where_they_are_asked_for),
        cmocka_unit_test(text_is_composed),
        cmocka_unit_test(control_and_direction_marks_go),
        cmocka_unit_test(joiners_of_persian_stay),
        cmocka_unit_test(a_dropped_mark_leaves_no_blank),
        cmocka_unit_test(broken_utf8_becomes_the_replacement_character),
        cmocka_unit_test(fold_ignores_case_umlauts_and_punctuation),
        cmocka_unit_test(text_is_composed_across_a_dropped_mark),
        cmocka_unit_test(fold_ignores_the_style_of_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
