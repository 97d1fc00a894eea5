/* test_fault.c — lists of faults and the sentences that explain them.   [tests] */
#include <ideenkarte/fault.h>
#include <string.h>

#include "test_support.h"

static void faults_stay_in_the_order_they_were_found(void **state)
{
    (void)state;
    ik_faults faults = {0};
    assert_int_equal(ik_faults_count(&faults), 0);
    ik_faults_add(&faults, "postcode_missing", "postcode", NULL, "44145", 5);
    ik_faults_add(&faults, "city_spelling", "city", "Dortmnud", "Dortmund", 10);
    assert_int_equal(ik_faults_count(&faults), 2);
    assert_string_equal(ik_faults_get(&faults, 0)->code, "postcode_missing");
    assert_null(ik_faults_get(&faults, 0)->read);
    assert_string_equal(ik_faults_get(&faults, 1)->field, "city");
    assert_string_equal(ik_faults_get(&faults, 1)->expected, "Dortmund");
    assert_int_equal(ik_faults_penalty(&faults), 15);
    assert_true(ik_faults_has(&faults, "city_spelling"));
    assert_false(ik_faults_has(&faults, "city"));
    ik_faults_clear(&faults);
    assert_int_equal(ik_faults_count(&faults), 0);
    assert_int_equal(ik_faults_penalty(&faults), 0);
}

static void one_code_and_field_is_kept_once(void **state)
{
    (void)state;
    ik_faults faults = {0};
    ik_faults_add(&faults, "url_malformed", "website", "a", NULL, 1);
    ik_faults_add(&faults, "url_malformed", "website", "b", NULL, 1);
    ik_faults_add(&faults, "url_malformed", "image", "c", NULL, 1);
    ik_faults_add(&faults, "url_malformed", NULL, "d", NULL, 1);
    ik_faults_add(&faults, "url_malformed", NULL, "e", NULL, 1);
    assert_int_equal(ik_faults_count(&faults), 3);
    assert_string_equal(ik_faults_get(&faults, 0)->read, "a");
    assert_string_equal(ik_faults_get(&faults, 2)->read, "d");
    ik_faults_clear(&faults);
}

static void codes_are_interned(void **state)
{
    (void)state;
    ik_faults faults = {0};
    g_autofree char *code = g_strdup("no_title");
    ik_faults_add(&faults, code, NULL, NULL, NULL, 0);
    assert_ptr_equal(ik_faults_get(&faults, 0)->code, g_intern_string("no_title"));
    ik_faults_clear(&faults);
}

static const char *read_after_adding(ik_faults *faults, const char *read)
{
    ik_faults_clear(faults);
    ik_faults_add(faults, "broken_text", NULL, read, NULL, 0);
    return ik_faults_get(faults, 0)->read;
}

static void what_was_read_is_cut_to_80_characters(void **state)
{
    (void)state;
    ik_faults faults = {0};
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GString) expected = g_string_new(NULL);
    for (guint i = 0; i < 80; i++)
        g_string_append(text, "ä");
    assert_string_equal(read_after_adding(&faults, text->str), text->str);
    for (guint i = 0; i < 79; i++)
        g_string_append(expected, "ä");
    g_string_append(expected, "…");
    g_string_append(text, "x");
    assert_string_equal(read_after_adding(&faults, text->str), expected->str);
    ik_faults_clear(&faults);
}

static void what_was_read_becomes_harmless_text(void **state)
{
    (void)state;
    ik_faults faults = {0};
    assert_string_equal(read_after_adding(&faults, "a\xFF"
                                                   "b\xC3"),
                        "a\uFFFDb\uFFFD");
    assert_string_equal(read_after_adding(&faults, "x\033[31m\ny\xC2\x85z"), "x [31m y z");
    assert_string_equal(read_after_adding(&faults, "a\u202Eb\u2066c\u2028d"), "a\uFFFDb\uFFFDc d");
    ik_faults_clear(&faults);
}

static void lists_are_joined_without_doubles(void **state)
{
    (void)state;
    ik_faults a = {0}, b = {0};
    ik_faults_add(&a, "no_title", NULL, NULL, NULL, 1);
    ik_faults_add(&b, "no_title", NULL, NULL, NULL, 1);
    ik_faults_add(&b, "postbox", "street", "Postfach 1", "Köln", 2);
    ik_faults_append(&a, &b);
    ik_faults_append(&a, &a);
    ik_faults_clear(&b);
    assert_int_equal(ik_faults_count(&a), 2);
    assert_string_equal(ik_faults_get(&a, 1)->read, "Postfach 1");
    g_autofree char *codes = ik_faults_codes(&a, "; ");
    assert_string_equal(codes, "no_title; postbox");
    g_autofree char *none = ik_faults_codes(&b, "; ");
    assert_string_equal(none, "");
    ik_faults_clear(&a);
}

static void a_sentence_offers_nothing_where_nothing_fits(void **state)
{
    (void)state;
    ik_faults faults = {NULL};
    ik_faults_add(&faults, "city_unknown", "city", "Xyz", NULL, 100);
    ik_faults_add(&faults, "city_unknown", "address", "Esen", "Essen", 100);
    g_autofree char *both = ik_faults_sentences(&faults, "en");
    assert_string_equal(
        both, "The town “Xyz” is not known in North Rhine-Westphalia. The town “Esen” is not "
              "known in North Rhine-Westphalia; possible is: Essen.");
    ik_faults_clear(&faults);
}

static void sentences_name_what_was_read_and_expected(void **state)
{
    (void)state;
    ik_faults faults = {0};
    ik_faults_add(&faults, "city_spelling", "city", "Dortmnud", "Dortmund", 10);
    g_autofree char *german = ik_fault_sentence(ik_faults_get(&faults, 0), "de");
    assert_non_null(strstr(german, "„Dortmnud“"));
    assert_non_null(strstr(german, "„Dortmund“"));
    g_autofree char *english = ik_fault_sentence(ik_faults_get(&faults, 0), "en");
    assert_non_null(strstr(english, "“Dortmnud”"));
    ik_faults_clear(&faults);
}

static void a_placeholder_in_what_was_read_stays_text(void **state)
{
    (void)state;
    ik_faults faults = {0};
    ik_faults_add(&faults, "city_spelling", "city", "{expected}", "Bonn", 10);
    g_autofree char *sentence = ik_fault_sentence(ik_faults_get(&faults, 0), "en");
    assert_non_null(strstr(sentence, "“{expected}”"));
    ik_faults_clear(&faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faults_stay_in_the_order_they_were_found),
        cmocka_unit_test(one_code_and_field_is_kept_once),
        cmocka_unit_test(codes_are_interned),
        cmocka_unit_test(what_was_read_is_cut_to_80_characters),
        cmocka_unit_test(what_was_read_becomes_harmless_text),
        cmocka_unit_test(lists_are_joined_without_doubles),
        cmocka_unit_test(a_sentence_offers_nothing_where_nothing_fits),
        cmocka_unit_test(sentences_name_what_was_read_and_expected),
        cmocka_unit_test(a_placeholder_in_what_was_read_stays_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
