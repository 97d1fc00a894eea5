/* test_coverage_report.c — coverage as CSV and JSON.   [tests] */
#include "site_fixture.h"

#include <ideenkarte/report.h>
#include <math.h>

#include "json.h"

static void the_csv_opens_in_a_german_spreadsheet(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *csv = ik_coverage_to_csv(&toy->regions, &toy->territory);
    assert_string_equal(
        csv,
        "\xEF\xBB\xBF"
        "id;name;municipalities;municipalities_with_project;population;projects;projects_to_check;"
        "organisations;events;projects_per_100k;themes;share_with_project_percent;"
        "distance_median_km;distance_max_km;population_source;selection;records_rejected\r\n"
        "alpha;Alpha-Land;3;2;160000;2;1;2;1;1,25;training|work;66,7;0;0;"
        "destatis-2011 2011-12-31|geonames;;\r\n"
        "beta;Beta & Co;1;0;40000;0;0;0;0;0;;0;0;0;geonames;;\r\n"
        "total;Nordrhein-Westfalen;4;2;200000;2;1;2;1;1;training|work;50;0;0;"
        "destatis-2011 2011-12-31|geonames;;3\r\n");
}

static void distances_and_the_selection_stand_in_the_csv(void **state)
{
    toy_site *toy = *state;
    ik_coverage_row *alpha = g_ptr_array_index(toy->regions.rows, 0);
    ik_coverage_row *beta = g_ptr_array_index(toy->regions.rows, 1);
    alpha->distance_median_m = 3495.09;
    alpha->distance_max_m = 6990.19;
    beta->distance_median_m = beta->distance_max_m = NAN;
    toy->regions.theme = g_strdup("work");
    toy->regions.until = g_strdup("2016-12-31");
    g_autofree char *csv = ik_coverage_to_csv(&toy->regions, &toy->territory);
    g_autofree char *json = ik_coverage_to_json(&toy->regions, &toy->territory);
    assert_non_null(strstr(csv, ";66,7;3,5;7;destatis-2011 2011-12-31|geonames;theme=work "
                                "until=2016-12-31;\r\n"));
    assert_non_null(strstr(csv, "beta;Beta & Co;1;0;40000;0;0;0;0;0;;0;;;geonames;"));
    assert_non_null(strstr(json, "\"distance_median_km\": 3.5"));
    assert_non_null(strstr(json, "\"distance_median_km\": null"));
    assert_non_null(strstr(json, "\"theme\": \"work\""));
    assert_non_null(strstr(json, "\"without_event\": [\n    \"beta\"\n  ]"));
    g_clear_pointer(&toy->regions.theme, g_free);
    g_clear_pointer(&toy->regions.until, g_free);
}

static void a_theme_is_no_formula(void **state)
{
    const toy_site *toy = *state;
    ik_coverage_row *row = g_ptr_array_index(toy->regions.rows, 0);
    g_free(row->themes[0]);
    row->themes[0] = g_strdup("=HYPERLINK(\"x\")");
    g_autofree char *csv = ik_coverage_to_csv(&toy->regions, &toy->territory);
    assert_non_null(strstr(csv, ";\"'=HYPERLINK(\"\"x\"\")|work\";"));
}

static void the_json_states_what_the_figures_stand_on(void **state)
{
    const toy_site *toy = *state;
    GError *error = NULL;
    g_autofree char *text = ik_coverage_to_json(&toy->regions, &toy->territory);
    g_autoptr(ik_json) json = ik_json_parse(text, strlen(text), "coverage.json", &error);
    ik_assert_no_error(error);
    ik_json_value root = ik_json_root(json), records = ik_json_member(root, "records");
    assert_string_equal(ik_json_string(ik_json_member(root, "by")), "region");
    ik_assert_near(ik_json_number(ik_json_member(records, "published")), 2, 0);
    ik_assert_near(ik_json_number(ik_json_member(records, "to_check")), 1, 0);
    ik_assert_near(ik_json_number(ik_json_member(records, "rejected")), 3, 0);

    ik_json_value sources = ik_json_member(root, "population_sources");
    assert_int_equal(ik_json_length(sources), 2);
    ik_json_value destatis = ik_json_item(sources, 0), geonames = ik_json_item(sources, 1);
    assert_string_equal(ik_json_string(ik_json_member(destatis, "date")), "2011-12-31");
    ik_assert_near(ik_json_number(ik_json_member(destatis, "municipalities")), 1, 0);
    ik_assert_near(ik_json_number(ik_json_member(destatis, "population")), 50000, 0);
    assert_string_equal(ik_json_string(ik_json_member(geonames, "source")), "geonames");
    assert_int_equal(ik_json_type_of(ik_json_member(geonames, "date")), IK_JSON_NULL);
    ik_assert_near(ik_json_number(ik_json_member(geonames, "population")), 150000, 0);
    assert_int_equal(ik_json_length(ik_json_member(root, "attribution")), 2);
}

static void the_json_has_a_row_a_region_and_a_total(void **state)
{
    const toy_site *toy = *state;
    g_autofree char *text = ik_coverage_to_json(&toy->regions, &toy->territory);
    g_autoptr(ik_json) json = ik_json_parse(text, strlen(text), "coverage.json", NULL);
    ik_json_value root = ik_json_root(json), rows = ik_json_member(root, "rows");
    assert_int_equal(ik_json_length(rows), 2);
    ik_json_value alpha = ik_json_item(rows, 0);
    assert_string_equal(ik_json_string(ik_json_member(alpha, "id")), "alpha");
    ik_assert_near(ik_json_number(ik_json_member(alpha, "projects_per_100k")), 1.25, 0);
    assert_int_equal(ik_json_length(ik_json_member(alpha, "themes")), 2);
    ik_json_value total = ik_json_member(root, "total");
    ik_assert_near(ik_json_number(ik_json_member(total, "population")), 200000, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(the_csv_opens_in_a_german_spreadsheet),
        WITH_TOY(distances_and_the_selection_stand_in_the_csv),
        WITH_TOY(a_theme_is_no_formula),
        WITH_TOY(the_json_states_what_the_figures_stand_on),
        WITH_TOY(the_json_has_a_row_a_region_and_a_total),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
