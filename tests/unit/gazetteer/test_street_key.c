/* test_street_key.c — spellings of one street have one key, different streets have two.   [tests] */
#include "street_key.h"
#include "test_support.h"

#include <string.h>

static void assert_key(const char *name, const char *expected)
{
    g_autofree char *key = ik_street_key(name);
    assert_string_equal(key, expected);
}

static void street_is_str_however_it_is_written(void **state)
{
    (void)state;
    assert_key("Adalbert-Stifter-Straße", "adalbertstifterstr");
    assert_key("ADALBERT STIFTERSTR.", "adalbertstifterstr");
    assert_key("Adalbert Stifter Strasse", "adalbertstifterstr");
    assert_key("Adalbert-Stifter-Str", "adalbertstifterstr");
    assert_key("Adalbert-Stifter - Straße", "adalbertstifterstr");
    assert_key("Dahlhauser Str.", "dahlhauserstr");
    assert_key("Straße des 17. Juni", "strdes17juni");
    assert_key("Lange Strasse", "langestr");
}

static void a_square_is_abbreviated_with_a_dot_or_at_the_end(void **state)
{
    (void)state;
    assert_key("Marktpl.", "marktplatz");
    assert_key("Markt-Pl.", "marktplatz");
    assert_key("Berliner Pl", "berlinerplatz");
    assert_key("Berliner Platz", "berlinerplatz");
    assert_key("Am Tempel", "amtempel");
    assert_key("Markt-Tempel.", "markttempel");
    assert_key("Pl. der Republik", "platzderrepublik");
    assert_key("Krumpl", "krumpl");
}

static void titles_and_saints_are_written_out(void **state)
{
    (void)state;
    assert_key("St.-Anna-Straße", "sanktannastr");
    assert_key("Sankt Anna Str.", "sanktannastr");
    assert_key("Dr.-Hans-Böckler-Platz", "doktorhansbocklerplatz");
    assert_key("Prof.-Biesenbach-Str.", "professorbiesenbachstr");
    assert_key("Bgm.-Smidt-Str.", "burgermeistersmidtstr");
    assert_key("Bgmstr. Smidt Straße", "burgermeistersmidtstr");
    assert_key("Bürgerm.-Smidt-Straße", "burgermeistersmidtstr");
    assert_key("Bürgermeister-Smidt-Straße", "burgermeistersmidtstr");
    assert_key("Gebr.-Grimm-Weg", "gebrudergrimmweg");
    assert_key("Gebrüder-Grimm-Weg", "gebrudergrimmweg");
    assert_key("Berg u. Tal", "bergundtal");
}

static void prepositions_are_written_out(void **state)
{
    (void)state;
    assert_key("Freiherr-v.-Stein-Str.", "freiherrvonsteinstr");
    assert_key("Freiherr vom Stein Str.", "freiherrvomsteinstr");
    assert_key("A. d. Kapelle", "anderkapelle");
    assert_key("An der Kapelle", "anderkapelle");
    assert_key("V. d. Tann-Str.", "vondertannstr");
    assert_key("Von-der-Tann-Straße", "vondertannstr");
    assert_key("I. d. Aue", "inderaue");
    assert_key("Hof a.d. Ruhr", "hofanderruhr");
}

static void ordinals_are_digits(void **state)
{
    (void)state;
    assert_key("II. Bickestraße", "2bickestr");
    assert_key("2. Bickestr.", "2bickestr");
    assert_key("XX. Weg", "20weg");
    assert_key("V. Rote-Haag-Weg", "5rotehaagweg");
    assert_key("Vi Weg", "viweg");               /* no dot: a word */
    assert_key("Ludwig II. Weg", "ludwigiiweg"); /* not at the beginning */
    assert_key("XXI. Weg", "xxiweg");
    assert_key("I.", "i");
}

static void different_streets_have_different_keys(void **state)
{
    (void)state;
    const char *const pairs[][2] = {{"Bergstraße", "Bergweg"},
                                    {"I. Weberstraße", "II. Weberstraße"},
                                    {"Neustraße", "Neue Straße"},
                                    {"Am Stein", "Vom Stein"}};
    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_autofree char *one = ik_street_key(pairs[i][0]);
        g_autofree char *other = ik_street_key(pairs[i][1]);
        assert_string_not_equal(one, other);
    }
}

static void a_part_of_the_words_can_be_read(void **state)
{
    (void)state;
    ik_words words;
    ik_words_init(&words, "Haus Ruhr, St.-Anna-Str. 12");
    g_autoptr(GString) key = g_string_new("x");
    ik_street_key_append(&words, 2, 5, key);
    assert_string_equal(key->str, "xsanktannastr");
    ik_street_key_append(&words, 2, 2, key);
    assert_string_equal(key->str, "xsanktannastr");
    ik_words_clear(&words);
}

static void a_long_name_is_cut_at_a_character(void **state)
{
    (void)state;
    GString *name = g_string_new("x");
    for (guint i = 0; i < 100; i++)
        g_string_append(name, "ж"); /* two bytes: 1 + 2 * 59 = 119 fit */
    g_autofree char *key = ik_street_key(name->str);
    assert_int_equal(strlen(key), 119);
    assert_true(g_utf8_validate(key, -1, NULL));
    g_string_free(name, TRUE);
}

static void nothing_has_no_key(void **state)
{
    (void)state;
    assert_key(NULL, "");
    assert_key("", "");
    assert_key(" - . ", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(street_is_str_however_it_is_written),
        cmocka_unit_test(a_square_is_abbreviated_with_a_dot_or_at_the_end),
        cmocka_unit_test(titles_and_saints_are_written_out),
        cmocka_unit_test(prepositions_are_written_out),
        cmocka_unit_test(ordinals_are_digits),
        cmocka_unit_test(different_streets_have_different_keys),
        cmocka_unit_test(a_part_of_the_words_can_be_read),
        cmocka_unit_test(a_long_name_is_cut_at_a_character),
        cmocka_unit_test(nothing_has_no_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
