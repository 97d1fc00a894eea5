/* test_street_line.c — street and house number.   [tests] */
#include "street_line.h"
#include "test_support.h"

typedef struct {
    const char *text, *street, *number;
} street_case;

static void assert_part(const ik_words *words, guint from, guint to, const char *expected)
{
    g_autofree char *part = ik_words_copy(words, from, to);
    if (expected == NULL)
        assert_null(part);
    else
        assert_string_equal(part, expected);
}

static void assert_line(const street_case *expected)
{
    ik_words words;
    ik_words_init(&words, expected->text);
    ik_street_line line = ik_street_line_read(&words, 0, ik_words_count(&words));
    assert_part(&words, line.street_from, line.street_to, expected->street);
    assert_part(&words, line.number_from, line.number_to, expected->number);
    ik_words_clear(&words);
}

static void street_and_number_come_apart(void **state)
{
    (void)state;
    const street_case cases[] = {
        {"Ottostr. 5", "Ottostr.", "5"},
        {"Ottostr 5a", "Ottostr", "5a"},
        {"Ottostraße 5 A", "Ottostraße", "5 A"},
        {"Ottostraße Nr. 5", "Ottostraße", "5"},
        {"Am Aubach11", "Am Aubach", "11"},
        {"Heinestr.13", "Heinestr.", "13"},
        {"Hollandweg1A", "Hollandweg", "1A"},
        {"Am Markt 3-5", "Am Markt", "3-5"},
        {"Am Markt 12 - 14 b", "Am Markt", "12 - 14 b"},
        {"Am Markt 12/14", "Am Markt", "12/14"},
        {"Am Markt 12+14", "Am Markt", "12+14"},
        {"Am Markt 7 1/2", "Am Markt", "7 1/2"},
        {"Straße des 17. Juni 135", "Straße des 17. Juni", "135"},
        {"Straße des 17. Juni", "Straße des 17. Juni", NULL},
        {"Am 30 Morgen 5", "Am 30 Morgen", "5"},
        {"Am 30 Morgen", "Am 30 Morgen", NULL},
        {"II. Bickestraße 4", "II. Bickestraße", "4"},
        {"1 Grolmanstraße", "Grolmanstraße", "1"},
        {"Neuer Graben", "Neuer Graben", NULL},
        {"Grüner Weg 48e-l", "Grüner Weg", "48e-l"},
        {"Turmstraße 16 A/B", "Turmstraße", "16 A/B"},
        {"Steinberger Straße 7E4dK6", "Steinberger Straße", "7E4dK6"},
        {"Österreicher Weg 12A/8/6", "Österreicher Weg", "12A/8/6"},
        {"25 Straße 50", "25 Straße", "50"},
        {"25 Straße", "25 Straße", NULL},
        {"17 Esplanade", "Esplanade", "17"},
        {"5", "5", NULL},
        {"", NULL, NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_line(&cases[i]);
}

static void what_is_no_place_on_the_map_is_left_out(void **state)
{
    (void)state;
    const street_case cases[] = {
        {"Karlstr. 1 c/o Breitner", "Karlstr.", "1"},
        {"Am Markt 3-5 Hinterhaus", "Am Markt", "3-5"},
        {"Ottostr. 5, 2. OG", "Ottostr.", "5"},
        {"Ottostr. 5 / EG", "Ottostr.", "5"},
        {"Pallaswiesenstr. 57 App. 235", "Pallaswiesenstr.", "57"},
        {"Apenrader Str. 16 / Whg. 3", "Apenrader Str.", "16"},
        {"Ottostr. 5 Tel. 0231 12345", "Ottostr.", "5"},
        {"Ottostr. 5 z. Hd. Frau Meier", "Ottostr.", "5"},
        {"Rosentiefe 13 A Skulptur 5", "Rosentiefe", "13 A"},
        {"Brauhaus Joh. Albrecht - Adolphsbrücke 7", "Adolphsbrücke", "7"},
        {"Berliner Straße - Ost 5", "Berliner Straße - Ost", "5"},
        {"Poststr. 15-WG2", "Poststr.", "15"},
        {"Ottostr. 5EG", "Ottostr.", "5"},
        {"Ottostr. 5 - E. Meier", "Ottostr.", "5"},
        {"c/o AWO", NULL, NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_line(&cases[i]);
}

static void words_behind_the_number_are_the_rest(void **state)
{
    (void)state;
    ik_words words;
    ik_words_init(&words, "Hansastr. 3 Dortmund");
    ik_street_line line = ik_street_line_read(&words, 0, ik_words_count(&words));
    assert_int_equal(line.rest, 2);
    ik_words_clear(&words);
}

static bool is_number(const char *text)
{
    ik_words words;
    ik_words_init(&words, text);
    guint n = ik_words_count(&words);
    bool is = ik_street_line_number(&words, 0, n) < n;
    ik_words_clear(&words);
    return is;
}

static void a_number_alone_is_known_as_one(void **state)
{
    (void)state;
    assert_true(is_number("12"));
    assert_true(is_number("Nr 12 a"));
    assert_true(is_number("Nr. 1012"));
    assert_false(is_number("4414"));
    assert_false(is_number("0231"));
    assert_false(is_number("Nr."));
    assert_false(is_number("12 Morgen"));
    assert_false(is_number(""));
}

static bool is_street(const char *text)
{
    ik_words words;
    ik_words_init(&words, text);
    bool street = ik_street_line_is_street(&words, 0, ik_words_count(&words));
    ik_words_clear(&words);
    return street;
}

static void a_street_is_known_by_its_end_or_its_beginning(void **state)
{
    (void)state;
    assert_true(is_street("Königsallee"));
    assert_true(is_street("Colditzer Weg"));
    assert_true(is_street("Am Alten Hof"));
    assert_false(is_street("Alte Kaue"));
    assert_false(is_street("Am"));
    assert_false(is_street(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(street_and_number_come_apart),
        cmocka_unit_test(what_is_no_place_on_the_map_is_left_out),
        cmocka_unit_test(words_behind_the_number_are_the_rest),
        cmocka_unit_test(a_number_alone_is_known_as_one),
        cmocka_unit_test(a_street_is_known_by_its_end_or_its_beginning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
