/* test_selection.c — which projects and events a filter lets through.   [tests] */
#include "selection.h"

#include "sample_survey.h"

#include <ideenkarte/error.h>

typedef struct {
    ik_topology *borders;
    ik_territory territory;
    ik_survey *survey;
} fixture;

static void set_dates(const ik_records *records, guint index, const char *start, const char *end)
{
    ik_project *project = records->projects->pdata[index];
    project->start = g_strdup(start);
    project->end = g_strdup(end);
}

/* p1 2015 to June 2016 · p2 since 10 March 2016 · p3 until 2014 · p4 unknown */
static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->borders = sample_borders();
    f->territory = sample_territory(f->borders);
    g_autoptr(ik_records) records = sample_records();
    set_dates(records, 0, "2015", "2016-06");
    set_dates(records, 1, "2016-03-10", NULL);
    set_dates(records, 2, NULL, "2014");
    f->survey = sample_survey(&f->territory, records);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_survey_free(f->survey);
    ik_topology_free(f->borders);
    g_free(f);
    return 0;
}

static char *spell(const guint8 *flags, guint n, char letter)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < n; i++)
        if (flags[i])
            g_string_append_printf(text, "%s%c%u", text->len > 0 ? " " : "", letter, i + 1);
    return g_string_free(text, FALSE);
}

static void assert_selected(const fixture *f, ik_coverage_filter filter, const char *projects,
                            const char *events)
{
    GError *error = NULL;
    ik_selection selection;
    ik_selection_init(&selection, f->survey, &filter, &error);
    ik_assert_no_error(error);
    g_autofree char *p = spell(selection.projects, f->survey->projects->len, 'p');
    g_autofree char *e = spell(selection.events, f->survey->events->len, 'e');
    assert_string_equal(p, projects);
    assert_string_equal(e, events);
    ik_selection_clear(&selection);
}

static void assert_refused(const fixture *f, ik_coverage_filter filter, const char *part)
{
    g_autoptr(GError) error = NULL;
    ik_selection selection;
    assert_false(ik_selection_init(&selection, f->survey, &filter, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, part);
    ik_selection_clear(&selection);
}

static void without_a_filter_everything_counts(void **state)
{
    assert_selected(*state, (ik_coverage_filter){0}, "p1 p2 p3 p4", "e1 e2 e3");
}

static void a_theme_lets_its_projects_through_and_all_events(void **state)
{
    assert_selected(*state, (ik_coverage_filter){.theme = "work"}, "p1 p2", "e1 e2 e3");
    assert_selected(*state, (ik_coverage_filter){.theme = "Musik"}, "p3", "e1 e2 e3");
}

static void a_period_lets_through_what_ran_in_it(void **state)
{
    assert_selected(*state, (ik_coverage_filter){.since = "2016"}, "p1 p2", "e1 e2");
    assert_selected(*state, (ik_coverage_filter){.since = "2016-07"}, "p2", "e1 e2");
    assert_selected(*state, (ik_coverage_filter){.until = "2015"}, "p1 p3", "");
    assert_selected(*state, (ik_coverage_filter){.since = "2014", .until = "2014"}, "p3", "");
    assert_selected(*state, (ik_coverage_filter){.since = "2016-10-20"}, "p2", "e2");
}

static void the_last_day_of_a_month_belongs_to_it(void **state)
{
    assert_selected(*state, (ik_coverage_filter){.since = "30.6.2016"}, "p1 p2", "e1 e2");
    assert_selected(*state, (ik_coverage_filter){.until = "9.3.2016"}, "p1 p3", "");
    assert_selected(*state, (ik_coverage_filter){.until = "10.3.2016"}, "p1 p2 p3", "");
}

static void what_has_no_date_is_counted_as_left_out(void **state)
{
    const fixture *f = *state;
    GError *error = NULL;
    ik_selection selection;
    const ik_coverage_filter filter = {.since = "2016"};
    ik_selection_init(&selection, f->survey, &filter, &error);
    ik_assert_no_error(error);
    assert_int_equal(selection.left_out, 2); /* p3 and p4 */
    assert_int_equal(selection.undated, 1);
    assert_int_equal(selection.events_left_out, 1);
    ik_selection_clear(&selection);
}

static void what_cannot_be_meant_is_refused(void **state)
{
    assert_refused(*state, (ik_coverage_filter){.theme = "wrk"},
                   "theme \"wrk\" is not in the catalogue; known: ");
    assert_refused(*state, (ik_coverage_filter){.since = "last year"},
                   "since \"last year\" is no date");
    assert_refused(*state, (ik_coverage_filter){.until = "2016-02-30"},
                   "until \"2016-02-30\" is no date");
    assert_refused(*state, (ik_coverage_filter){.since = "2017", .until = "2016"},
                   "the period ends (2016-12-31) before it begins (2017-01-01)");
}

#define WITH_SURVEY(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_SURVEY(without_a_filter_everything_counts),
        WITH_SURVEY(a_theme_lets_its_projects_through_and_all_events),
        WITH_SURVEY(a_period_lets_through_what_ran_in_it),
        WITH_SURVEY(the_last_day_of_a_month_belongs_to_it),
        WITH_SURVEY(what_has_no_date_is_counted_as_left_out),
        WITH_SURVEY(what_cannot_be_meant_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
