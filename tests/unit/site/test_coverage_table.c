/* test_coverage_table.c — coverage in a terminal.   [tests] */
#include "site_fixture.h"

#include <ideenkarte/report.h>

static void columns_are_aligned_by_characters(void **state)
{
    const toy_site *toy = *state;
    ik_coverage_row *beta = g_ptr_array_index(toy->regions.rows, 1);
    g_free(beta->name);
    beta->name = g_strdup("Bäta");
    g_autofree char *table = ik_coverage_to_table(&toy->regions, "en");
    g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
    assert_int_equal(g_strv_length(lines), 1 + 1 + 2 + 1 + 1 + 1); /* the last is empty */
    for (guint i = 1; i < 6; i++)
        assert_int_equal(g_utf8_strlen(lines[i], -1), g_utf8_strlen(lines[0], -1));
    assert_true(g_str_has_prefix(lines[2], "Alpha-Land              "));
    assert_true(g_str_has_prefix(lines[3], "Bäta                    "));
    assert_true(g_str_has_prefix(lines[5], "North Rhine-Westphalia  "));
}

static void numbers_follow_the_language(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *german = ik_coverage_to_table(&toy->regions, "de");
    g_autofree char *english = ik_coverage_to_table(&toy->regions, "en");
    assert_non_null(strstr(german, "160.000"));
    assert_non_null(strstr(german, "1,25"));
    assert_non_null(strstr(german, "2/3"));
    assert_non_null(strstr(english, "160,000"));
    assert_non_null(strstr(english, "1.25"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(columns_are_aligned_by_characters),
        WITH_TOY(numbers_follow_the_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
