/* test_coverage_format.c — coverage and white spots say what they stand on, in every format.   [tests] */
#include "html_check.h"
#include "site_fixture.h"

#include <ideenkarte/report.h>
#include <math.h>

#include "json.h"

static char *format(toy_site *toy, ik_report_format as, const char *language)
{
    return ik_coverage_format(&toy->regions, &toy->territory, as, language);
}

static ik_white_spots toy_spots(void)
{
    static ik_white_spot spots[] = {{TOWN_C, 62345.6}, {TOWN_D, NAN}};
    static ik_gain gains[] = {{TOWN_C, 40000, 190000}};
    ik_white_spots found = {.municipalities = 4, .population = 200000, .reached = 150000};
    found.radius_m = 10000;
    found.spots = g_array_new(FALSE, FALSE, sizeof(ik_white_spot));
    found.gains = g_array_new(FALSE, FALSE, sizeof(ik_gain));
    g_array_append_vals(found.spots, spots, 2);
    g_array_append_vals(found.gains, gains, 1);
    return found;
}

static char *format_spots(const toy_site *toy, ik_report_format as, guint limit)
{
    ik_white_spots spots = toy_spots();
    char *text = ik_white_spots_format(&spots, &toy->regions, &toy->territory, as, "en", limit);
    g_array_unref(spots.spots);
    g_array_unref(spots.gains);
    return text;
}

static void formats_have_names(void **state)
{
    (void)state;
    ik_report_format found;
    assert_true(ik_report_format_parse("md", &found));
    assert_int_equal(found, IK_REPORT_MARKDOWN);
    assert_false(ik_report_format_parse("pdf", &found));
}

static void numbers_follow_the_language(void **state)
{
    g_autofree char *german = format(*state, IK_REPORT_TABLE, "de");
    g_autofree char *english = format(*state, IK_REPORT_TABLE, "en");
    assert_non_null(strstr(german, "160.000"));
    assert_non_null(strstr(german, "1,25"));
    assert_non_null(strstr(english, "160,000"));
    assert_non_null(strstr(english, "2/3"));
}

static void every_format_says_what_the_figures_stand_on(void **state)
{
    static const ik_report_format forms[] = {IK_REPORT_TABLE, IK_REPORT_MARKDOWN, IK_REPORT_HTML};
    for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
        g_autofree char *text = format(*state, forms[i], "en");
        assert_non_null(strstr(text,
                               "Projects counted: 2, still to be checked: 1. Records that could "
                               "not be placed and are in no figure: 3."));
        assert_non_null(strstr(text, "31 December 2011"));
        assert_non_null(strstr(text, "Without an event so far: Beta "));
        assert_non_null(strstr(text, "© Two "));
        g_autofree char *spots = format_spots(*state, forms[i], 20);
        assert_non_null(strstr(spots, "are in no figure: 3."));
    }
}

static void a_selection_is_said(void **state)
{
    toy_site *toy = *state;
    toy->regions.theme = g_strdup("work");
    toy->regions.since = g_strdup("2016-09-01");
    toy->regions.left_out = 7;
    toy->regions.undated = 4;
    g_autofree char *text = format(toy, IK_REPORT_TABLE, "en");
    assert_non_null(strstr(text, "Only projects on the theme “work”"));
    assert_non_null(strstr(text, "Only what ran on 1 September 2016 or later."));
    assert_non_null(strstr(text, "leaves out: projects 7 (without a date 4), events 0."));
    g_clear_pointer(&toy->regions.theme, g_free);
    g_clear_pointer(&toy->regions.since, g_free);
}

static void html_is_well_formed_whatever_the_names(void **state)
{
    toy_site *toy = *state;
    ik_coverage_row *row = g_ptr_array_index(toy->regions.rows, 0);
    for (guint i = 0; i < G_N_ELEMENTS(toy_attacks); i++) {
        g_free(row->name);
        row->name = g_utf8_make_valid(toy_attacks[i], -1);
        g_autofree char *html = format(toy, IK_REPORT_HTML, "de");
        char *style = strstr(html, "<style>"), *rest = strstr(html, "</style>");
        memset(style + 7, ' ', (gsize)(rest - style) - 7);
        g_autofree char *skeleton = html_skeleton(html);
        assert_null(strstr(skeleton, "script"));
    }
}

static void white_spots_are_cut_and_say_so(void **state)
{
    g_autofree char *text = format_spots(*state, IK_REPORT_TABLE, 1);
    assert_non_null(strstr(text, "2 of 4 municipalities have no project yet."));
    assert_non_null(strstr(text, "The first 1 are shown."));
    assert_non_null(strstr(text, "Cstadt        Beta & Co      40,000                62.3\n"));
    assert_null(strstr(text, "Dheim"));
    assert_non_null(strstr(text, "150,000 of 200,000 people (75.0%) live no more than 10 km"));
    assert_non_null(strstr(text, "40,000         190,000     95.0\n"));
}

static void white_spots_are_data_too(void **state)
{
    g_autofree char *csv = format_spots(*state, IK_REPORT_CSV, 20);
    assert_non_null(strstr(csv,
                           "\r\nwhite_spot;1;05002000;Cstadt;beta;40000;geonames;62,3;;;10;1;3\r\n"
                           "white_spot;2;05002004;Dheim;alpha;10000;geonames;;;;10;1;3\r\n"
                           "further_project;1;05002000;Cstadt;beta;40000;geonames;;40000;"
                           "190000;10;1;3\r\n"));
    GError *error = NULL;
    g_autofree char *text = format_spots(*state, IK_REPORT_JSON, 20);
    g_autoptr(ik_json) json = ik_json_parse(text, strlen(text), "spots.json", &error);
    ik_assert_no_error(error);
    ik_json_value root = ik_json_root(json);
    assert_int_equal(ik_json_length(ik_json_member(root, "white_spots")), 2);
    assert_int_equal(ik_json_length(ik_json_member(root, "further_projects")), 1);
    ik_assert_near(ik_json_number(ik_json_member(root, "people_reached")), 150000, 0);
    ik_assert_near(ik_json_number(ik_json_member(root, "records_rejected")), 3, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_have_names),
        WITH_TOY(numbers_follow_the_language),
        WITH_TOY(every_format_says_what_the_figures_stand_on),
        WITH_TOY(a_selection_is_said),
        WITH_TOY(html_is_well_formed_whatever_the_names),
        WITH_TOY(white_spots_are_cut_and_say_so),
        WITH_TOY(white_spots_are_data_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
