/* test_line_reader.c — which number of a line is the postcode.   [tests] */
#include "line_reader.h"
#include "test_support.h"
#include "toy_territory.h"

#include <string.h>

static void assert_postcode(void **state, const char *text, guint expected)
{
    ik_words words;
    ik_words_init(&words, text);
    guint none = ik_words_count(&words), found = ik_line_postcode(*state, &words);
    if (found != (expected == G_MAXUINT ? none : expected))
        fail_msg("\"%s\": word %u", text, found);
    ik_words_clear(&words);
}

static void five_digits_are_a_postcode(void **state)
{
    assert_postcode(state, "10001 Adorf", 0);
    assert_postcode(state, "Adorf 10001", 1);
    assert_postcode(state, "D-10001 Adorf", 1);
    assert_postcode(state, "Weg 5, 1000 Adorf", G_MAXUINT);
    assert_postcode(state, "", G_MAXUINT);
}

static void a_known_code_is_likelier_than_an_unknown_one(void **state)
{
    assert_postcode(state, "Halle 55555, 10001 Adorf", 2);
    assert_postcode(state, "10001 Adorf, Halle 55555", 0);
    assert_postcode(state, "55555, 66666 Adorf", 1); /* both unknown: the one beside a word */
}

static void postboxes_and_telephones_are_none(void **state)
{
    assert_postcode(state, "Postfach 10001", G_MAXUINT);
    assert_postcode(state, "Postfach 10002, 10001 Adorf", 2);
    assert_postcode(state, "0231/10001", G_MAXUINT);
}

static bool is_country(const char *text)
{
    ik_words words;
    ik_words_init(&words, text);
    bool country = ik_line_is_country(&words, 0);
    ik_words_clear(&words);
    return country;
}

static void the_country_stands_right_in_front_of_the_number(void **state)
{
    (void)state;
    assert_true(is_country("D-10001"));
    assert_true(is_country("D 10001"));
    assert_true(is_country("DE-10001"));
    assert_false(is_country("D, 10001"));
    assert_false(is_country("NL-10001"));
    assert_false(is_country("D"));
}

static void only_what_is_missing_is_filled_in(void **state)
{
    ik_address_parts parts = {.city = g_strdup("Ydorf")};
    ik_words words;
    ik_words_init(&words, "Weg 5, 10001 Adorf");
    ik_line_read(*state, &words, IK_LINE_ADDRESS, &parts);
    assert_string_equal(parts.city, "Ydorf");
    assert_string_equal(parts.postcode, "10001");
    assert_string_equal(parts.street, "Weg");
    assert_string_equal(parts.house_number, "5");
    ik_words_clear(&words);
    ik_address_parts_clear(&parts);
}

static int set_up(void **state)
{
    *state = ik_place_index_new(&TOY);
    return 0;
}

static int tear_down(void **state)
{
    ik_place_index_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(five_digits_are_a_postcode),
        cmocka_unit_test(a_known_code_is_likelier_than_an_unknown_one),
        cmocka_unit_test(postboxes_and_telephones_are_none),
        cmocka_unit_test(the_country_stands_right_in_front_of_the_number),
        cmocka_unit_test(only_what_is_missing_is_filled_in),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
