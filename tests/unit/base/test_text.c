/* test_text.c — the table of texts: its file is sound, its texts and figures are as expected.   [tests]
 *
 * labels: parallel
 */
#include <ideenkarte/text.h>
#include <locale.h>
#include <string.h>

#include "csv_reader.h"
#include "test_support.h"

/* --- the file --------------------------------------------------------------------------------- */

static ik_csv_reader *open_table(void)
{
    GError *error = NULL;
    g_autofree char *path = ik_test_source_path("src/base/texts.csv");
    const ik_csv_options options = {.separator = ',', .encoding = "utf-8"};
    ik_csv_reader *reader = ik_csv_reader_open(path, &options, &error);
    ik_assert_no_error(error);
    const ik_csv_record *header = ik_csv_reader_next(reader);
    assert_int_equal(header->n_fields, 5);
    assert_string_equal(header->fields[0], "key");
    assert_string_equal(header->fields[1], "de");
    assert_string_equal(header->fields[2], "en");
    assert_string_equal(header->fields[3], "ar");
    assert_string_equal(header->fields[4], "leicht");
    return reader;
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The placeholders of a text, each once, sorted, joined. */
static char *placeholders(const char *text)
{
    GRegex *regex = g_regex_new("\\{[^}]*\\}?|\\}", 0, 0, NULL);
    GMatchInfo *match;
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    for (g_regex_match(regex, text, 0, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL)) {
        g_autofree char *name = g_match_info_fetch(match, 0);
        if (!g_ptr_array_find_with_equal_func(found, name, g_str_equal, NULL))
            g_ptr_array_add(found, g_steal_pointer(&name));
    }
    g_ptr_array_sort(found, compare_names);
    g_ptr_array_add(found, NULL);
    g_match_info_unref(match);
    g_regex_unref(regex);
    return g_strjoinv(" ", (char **)found->pdata);
}

static void keys_are_sorted_and_none_is_doubled(void **state)
{
    (void)state;
    g_autoptr(ik_csv_reader) reader = open_table();
    g_autofree char *former = g_strdup("");
    guint n = 0;
    for (const ik_csv_record *record; (record = ik_csv_reader_next(reader)) != NULL; n++) {
        if (strcmp(former, record->fields[0]) >= 0)
            fail_msg("texts.csv:%u: \"%s\" stands behind \"%s\"", record->line, record->fields[0],
                     former);
        g_free(former);
        former = g_strdup(record->fields[0]);
    }
    assert_true(n >= 35);
}

/* What visitors read is there in Arabic too; in Leichte Sprache where German is not easy already. */
static void check_visitors_texts(const ik_csv_record *record, const char *placeholders_wanted)
{
    static const char *const prefixes[] = {"coverage.total", "data.",   "date.",  "feed.",
                                           "figure.",        "legend.", "page.",  "population.",
                                           "position.",      "table.",  "theme.", "web."};
    bool is_shown = false;
    for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++)
        is_shown = is_shown || g_str_has_prefix(record->fields[0], prefixes[i]);
    if (is_shown != (record->n_fields > 3))
        fail_msg("texts.csv:%u: \"%s\": Arabic and Leichte Sprache are for what visitors read",
                 record->line, record->fields[0]);
    for (guint i = 3; i < record->n_fields; i++) {
        g_autofree char *found = placeholders(record->fields[i]);
        const bool is_empty = *record->fields[i] == '\0';
        if ((is_empty && i == 3) || (!is_empty && strcmp(found, placeholders_wanted) != 0))
            fail_msg("texts.csv:%u: \"%s\" in column %u: placeholders %s", record->line,
                     record->fields[0], i + 1, found);
    }
}

static void every_text_is_there_in_its_languages_with_the_same_placeholders(void **state)
{
    (void)state;
    g_autoptr(ik_csv_reader) reader = open_table();
    for (const ik_csv_record *record; (record = ik_csv_reader_next(reader)) != NULL;) {
        if (record->flaw != IK_CSV_FLAWLESS || (record->n_fields != 3 && record->n_fields != 5))
            fail_msg("texts.csv:%u: broken record", record->line);
        g_autofree char *german = placeholders(record->fields[1]);
        g_autofree char *english = placeholders(record->fields[2]);
        if (*record->fields[1] == '\0' || *record->fields[2] == '\0')
            fail_msg("texts.csv:%u: \"%s\" is empty", record->line, record->fields[0]);
        if (strcmp(german, english) != 0)
            fail_msg("texts.csv:%u: placeholders of \"%s\": %s and %s", record->line,
                     record->fields[0], german, english);
        if (g_str_has_prefix(record->fields[0], "fault.") &&
            strstr("{expected} {read}", german) == NULL)
            fail_msg("texts.csv:%u: a fault has {read} and {expected} only", record->line);
        check_visitors_texts(record, german);
        assert_string_equal(ik_text("de", record->fields[0]), record->fields[1]);
        assert_string_equal(ik_text("en", record->fields[0]), record->fields[2]);
    }
}

static void every_fault_of_the_import_and_the_geocoder_has_a_sentence(void **state)
{
    (void)state;
    static const char *const codes[] = {"broken_text",
                                        "city_ambiguous",
                                        "city_missing",
                                        "city_spelling",
                                        "city_unknown",
                                        "coordinates_contradict_address",
                                        "coordinates_malformed",
                                        "coordinates_outside_nrw",
                                        "coordinates_swapped",
                                        "date_malformed",
                                        "district_named",
                                        "doubled_id",
                                        "field_too_long",
                                        "id_malformed",
                                        "image_damaged",
                                        "image_elsewhere",
                                        "image_foreign",
                                        "image_missing",
                                        "image_moving",
                                        "image_outside",
                                        "image_path",
                                        "image_too_large",
                                        "image_unreadable",
                                        "locality_unverified",
                                        "missing_id",
                                        "near_border",
                                        "no_address",
                                        "no_title",
                                        "nul_byte",
                                        "outside_nrw",
                                        "postbox",
                                        "postcode_ambiguous",
                                        "postcode_city_mismatch",
                                        "postcode_malformed",
                                        "postcode_missing",
                                        "postcode_outside_nrw",
                                        "postcode_unknown",
                                        "region_unknown",
                                        "stray_quote",
                                        "theme_unknown",
                                        "too_many_fields",
                                        "unclosed_quote",
                                        "url_malformed"};
    for (guint i = 0; i < G_N_ELEMENTS(codes); i++) {
        g_autofree char *key = g_strconcat("fault.", codes[i], NULL);
        if (!ik_text_has(key))
            fail_msg("no text %s", key);
    }
}

/* --- texts ------------------------------------------------------------------------------------ */

static void texts_left_out_are_those_of_the_nearest_language(void **state)
{
    (void)state;
    assert_string_equal(ik_text("ar", "fault.no_title"), "The title is missing.");
    assert_string_equal(ik_text("leicht", "fault.no_title"), "Der Titel fehlt.");
    assert_string_equal(ik_text("leicht", "page.regions"), "Alle Regionen");
    assert_string_equal(ik_text("ar", "page.language"), "العربية");
    assert_string_equal(ik_text_fallback("ar"), "en");
    assert_string_equal(ik_text_fallback("leicht"), "de");
}

static void languages_have_tags_and_directions(void **state)
{
    (void)state;
    assert_string_equal(ik_text_tag("de"), "de");
    assert_string_equal(ik_text_tag("leicht"), "de-simple");
    assert_string_equal(ik_text_direction("leicht"), "ltr");
    assert_string_equal(ik_text_tag("ar"), "ar");
    assert_string_equal(ik_text_direction("ar"), "rtl");
}

static void keys_of_a_prefix_are_listed_in_order(void **state)
{
    (void)state;
    g_autofree const char **months = ik_text_keys("date.month_0");
    g_autofree const char **none = ik_text_keys("no such prefix");
    assert_string_equal(months[0], "date.month_01");
    assert_string_equal(months[8], "date.month_09");
    assert_null(months[9]);
    assert_null(none[0]);
}

static void languages_are_those_of_the_pages(void **state)
{
    (void)state;
    assert_true(ik_text_is_language("de"));
    assert_true(ik_text_is_language("en"));
    assert_true(ik_text_is_language("ar"));
    assert_true(ik_text_is_language("leicht"));
    assert_false(ik_text_is_language("fr"));
    assert_false(ik_text_is_language("DE"));
    assert_false(ik_text_is_language(""));
    assert_false(ik_text_is_language(NULL));
    assert_false(ik_text_has("fault.no_such_fault"));
}

static void placeholders_are_filled_once_and_in_any_order(void **state)
{
    (void)state;
    g_autofree char *text = ik_text_format("de", "fault.url_malformed", "expected", "{read}",
                                           "read", "ftp://x", "unused", "?", NULL);
    assert_string_equal(
        text,
        "Die Webadresse „ftp://x“ ist nicht zulässig und wird nicht gezeigt. Erwartet: {read}.");
    g_autofree char *open = ik_text_format("en", "fault.no_title", NULL);
    assert_string_equal(open, "The title is missing.");
    g_autofree char *unfilled = ik_text_format("en", "fault.nul_byte", NULL);
    assert_non_null(strstr(unfilled, "{read}"));
}

static void one_has_its_own_words(void **state)
{
    (void)state;
    const char *const expected[][3] = {{"de", "1", "1 Gemeinde"},
                                       {"en", "1", "1 municipality"},
                                       {"en", "0", "0 municipalities"},
                                       {"de", "21", "21 Gemeinden"}};
    for (gsize i = 0; i < G_N_ELEMENTS(expected); i++) {
        g_autofree char *text = ik_text_format(expected[i][0], "gazetteer.municipalities", "count",
                                               expected[i][1], NULL);
        assert_string_equal(text, expected[i][2]);
    }
}

static void expect_integer(const char *language, gint64 value, const char *expected)
{
    g_autofree char *text = ik_text_integer(language, value);
    assert_string_equal(text, expected);
}

static void integers_are_grouped_in_the_languages_way(void **state)
{
    (void)state;
    expect_integer("de", 0, "0");
    expect_integer("de", 999, "999");
    expect_integer("de", 1000, "1.000");
    expect_integer("en", 1234567, "1,234,567");
    expect_integer("de", -1234, "-1.234");
    expect_integer("en", -123, "-123");
    expect_integer("ar", 1234, "1,234");
    expect_integer("leicht", 1234, "1.234");
    expect_integer("en", G_MININT64, "-9,223,372,036,854,775,808");
    expect_integer("de", G_MAXINT64, "9.223.372.036.854.775.807");
}

static void expect_decimal(const char *language, double value, guint decimals, const char *expected)
{
    g_autofree char *text = ik_text_decimal(language, value, decimals);
    assert_string_equal(text, expected);
}

static void decimals_follow_the_languages_sign(void **state)
{
    (void)state;
    expect_decimal("de", 0.75, 1, "0,8"); /* half to even: 0.75 is exact */
    expect_decimal("en", 0.25, 1, "0.2");
    expect_decimal("de", 1234.5, 2, "1.234,50");
    expect_decimal("en", 1234.5, 2, "1,234.50");
    expect_decimal("de", -0.04, 1, "0,0");
    expect_decimal("de", -0.06, 1, "-0,1");
    expect_decimal("en", 999.9996, 3, "1,000.000");
    expect_decimal("en", 12.0, 0, "12");
}

static void figures_do_not_follow_the_process(void **state)
{
    (void)state;
    static const char *const locales[] = {"de_DE.UTF-8", "tr_TR.UTF-8", "C.UTF-8"};
    for (guint i = 0; i < G_N_ELEMENTS(locales); i++) {
        if (setlocale(LC_ALL, locales[i]) == NULL)
            print_message("locale %s is not installed\n", locales[i]);
        expect_decimal("en", 1234.5, 2, "1,234.50");
        expect_integer("de", 12345, "12.345");
    }
    setlocale(LC_ALL, "C");
}

static gpointer look_up(gpointer data)
{
    const char **text = data;
    *text = ik_text("de", "fault.no_title");
    return NULL;
}

static void many_threads_may_be_the_first_to_ask(void **state)
{
    (void)state;
    GThread *threads[8];
    const char *texts[8];
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("asker", look_up, &texts[i]);
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        g_thread_join(threads[i]);
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        assert_string_equal(texts[i], "Der Titel fehlt.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_threads_may_be_the_first_to_ask),
        cmocka_unit_test(keys_are_sorted_and_none_is_doubled),
        cmocka_unit_test(every_text_is_there_in_its_languages_with_the_same_placeholders),
        cmocka_unit_test(texts_left_out_are_those_of_the_nearest_language),
        cmocka_unit_test(languages_have_tags_and_directions),
        cmocka_unit_test(keys_of_a_prefix_are_listed_in_order),
        cmocka_unit_test(every_fault_of_the_import_and_the_geocoder_has_a_sentence),
        cmocka_unit_test(languages_are_those_of_the_pages),
        cmocka_unit_test(placeholders_are_filled_once_and_in_any_order),
        cmocka_unit_test(one_has_its_own_words),
        cmocka_unit_test(integers_are_grouped_in_the_languages_way),
        cmocka_unit_test(decimals_follow_the_languages_sign),
        cmocka_unit_test(figures_do_not_follow_the_process),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
