/* test_web_style.c — what a style sheet says in the published folder.   [pipeline] */
#include "test_support.h"

#include "web_style.h"

#include <ideenkarte/error.h>
#include <string.h>

static char *published(const char *text)
{
    GError *error = NULL;
    char *sheet = ik_web_style_text(text, strlen(text), "a.json", "ideenkarte", &error);
    ik_assert_no_error(error);
    return sheet;
}

static void addresses_are_those_of_the_folder(void **state)
{
    (void)state;
    g_autofree char *sheet =
        published("{\"version\": 8, \"glyphs\": \"https://example.org/{range}\",\n"
                  "\"sources\": {\"a\": {\"type\": \"vector\", \"url\": "
                  "\"tilejson/ideenkarte.json\", \"maxzoom\": 14}},\n"
                  " \"sprite\": \"https://example.org/sprite\", \"layers\": []}");
    assert_string_equal(sheet, "{\n"
                               "  \"version\": 8,\n"
                               "  \"sources\": {\"a\": {\"type\": \"vector\", \"url\": "
                               "\"pmtiles://data/ideenkarte.pmtiles\", \"maxzoom\": 14}},\n"
                               "  \"layers\": [],\n"
                               "  \"glyphs\": \"glyphs/{fontstack}/{range}.pbf\",\n"
                               "  \"sprite\": \"sprites/ideenkarte\"\n"
                               "}\n");
}

static void everything_else_stays_as_it_was_written(void **state)
{
    (void)state;
    g_autofree char *sheet = published(
        "{ \"version\":8, \"sources\":{\"g\":{\"type\":\"geojson\",\"data\":\"tilejson/"
        "ideenkarte.json\"},\"b\":{\"url\":\"https://a.example/\"}}, \"layers\": [{\"id\": "
        "\"glyphs\", \"a\": 1.50, \"b\": \"\\u00fc}\"}] }");
    assert_non_null(strstr(sheet, "{\"g\":{\"type\":\"geojson\",\"data\":\"tilejson/"
                                  "ideenkarte.json\"},\"b\":{\"url\":\"https://a.example/\"}}"));
    assert_non_null(strstr(sheet, "[{\"id\": \"glyphs\", \"a\": 1.50, \"b\": \"\\u00fc}\"}]"));
}

static void what_is_no_object_is_refused(void **state)
{
    (void)state;
    GError *error = NULL;
    assert_null(ik_web_style_text("[]", 2, "a.json", "ideenkarte", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "a.json");
    g_clear_error(&error);
    assert_null(ik_web_style_text("{", 1, "a.json", "ideenkarte", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "a.json");
    g_clear_error(&error);
}

static void fonts_are_found_wherever_a_sheet_may_name_them(void **state)
{
    (void)state;
    GError *error = NULL;
    const char *text =
        "{\"layers\": ["
        "{\"layout\": {\"text-font\": [\"Noto Sans Bold\"]}},"
        "{\"layout\": {\"text-font\": [\"Noto Sans Regular\", \"Noto Sans Arabic Regular\"]}},"
        "{\"layout\": {\"text-font\": [\"step\", [\"zoom\"], [\"literal\", [\"Noto Sans "
        "Italic\"]], 9, [\"get\", \"font\"]]}},"
        "{\"layout\": {\"text-font\": {\"stops\": [[5, [\"Noto Sans Light\"]]]}}},"
        "{\"layout\": {\"text-field\": \"a\"}}, {\"type\": \"line\"}, 7]}";
    g_autoptr(GHashTable) stacks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    assert_true(ik_web_style_fonts(text, strlen(text), "a.json", stacks, &error));
    ik_assert_no_error(error);
    assert_int_equal(g_hash_table_size(stacks), 5);
    assert_true(g_hash_table_contains(stacks, "Noto Sans Bold"));
    assert_true(g_hash_table_contains(stacks, "Noto Sans Regular,Noto Sans Arabic Regular"));
    assert_true(g_hash_table_contains(stacks, "Noto Sans Italic"));
    assert_true(g_hash_table_contains(stacks, "Noto Sans Light"));
    assert_true(g_hash_table_contains(stacks, IK_WEB_STYLE_DEFAULT_FONTS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_are_those_of_the_folder),
        cmocka_unit_test(everything_else_stays_as_it_was_written),
        cmocka_unit_test(what_is_no_object_is_refused),
        cmocka_unit_test(fonts_are_found_wherever_a_sheet_may_name_them)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
