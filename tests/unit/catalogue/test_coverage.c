/* test_coverage.c — coverage against figures counted by hand.   [tests] */
#include "sample_query.h"
#include "sample_records.h"
#include "store.h"
#include "survey.h"

#include <ideenkarte/error.h>
#include <math.h>

typedef struct {
    ik_topology *borders;
    ik_territory territory;
    ik_records *records;
    ik_db *db;
    ik_survey *survey;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->borders = sample_borders();
    f->territory = sample_territory(f->borders);
    f->records = sample_records();
    GError *error = NULL;
    f->db = ik_db_create(":memory:", &error);
    ik_assert_no_error(error);
    const ik_store_input input = {.territory = &f->territory, .records = f->records};
    ik_catalogue_fill(f->db, &input, &error);
    ik_assert_no_error(error);
    f->survey = ik_survey_read(f->db, &f->territory, &error);
    ik_assert_no_error(error);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_survey_free(f->survey);
    ik_db_close(f->db);
    ik_records_free(f->records);
    ik_topology_free(f->borders);
    g_free(f);
    return 0;
}

static ik_coverage *compute(const fixture *f, ik_coverage_by by)
{
    GError *error = NULL;
    ik_coverage *coverage = ik_survey_coverage(f->survey, by, NULL, &error);
    ik_assert_no_error(error);
    return coverage;
}

/* "id name municipalities/with project population projects/check organisations events per 100,000 [themes]" */
static void assert_row(const ik_coverage_row *row, const char *expected)
{
    char per_100k[32];
    g_ascii_formatd(per_100k, sizeof per_100k, "%.4f", row->projects_per_100k);
    g_autofree char *themes = g_strjoinv(" ", row->themes);
    g_autofree char *text = g_strdup_printf(
        "%s %s %u/%u %u %u/%u %u %u %s [%s]", row->id, row->name, row->municipalities,
        row->municipalities_with_project, (guint)row->population, row->projects,
        row->projects_check, row->organisations, row->events, per_100k, themes);
    assert_string_equal(text, expected);
}

static const ik_coverage_row *row_at(const ik_coverage *coverage, guint index)
{
    assert_true(index < coverage->rows->len);
    return g_ptr_array_index(coverage->rows, index);
}

static void regions_are_counted_in_the_order_of_their_table(void **state)
{
    g_autoptr(ik_coverage) coverage = compute(*state, IK_COVERAGE_REGION);
    assert_int_equal(coverage->rows->len, 2);
    assert_row(row_at(coverage, 0),
               "suedland Südland 2/2 150000 3/1 2 1 2.0000 [Musik training work]");
    assert_row(row_at(coverage, 1), "nordland Nordland/Höhe 2/1 25000 1/0 1 1 4.0000 []");
    assert_row(coverage->total, "total  4/3 175000 4/1 2 2 2.2857 [Musik training work]");
    assert_int_equal(coverage->rejected, 1);
    assert_int_equal(coverage->events_elsewhere, 1);
}

static void districts_are_counted_with_events_where_they_were_held(void **state)
{
    g_autoptr(ik_coverage) coverage = compute(*state, IK_COVERAGE_DISTRICT);
    assert_row(row_at(coverage, 0),
               "05001 Südkreis 2/2 150000 3/1 2 1 2.0000 [Musik training work]");
    assert_row(row_at(coverage, 1), "05002 Nordkreis 2/1 25000 1/0 1 0 4.0000 []");
    assert_int_equal(coverage->events_elsewhere, 2);
}

static void municipalities_are_counted_empty_ones_too(void **state)
{
    g_autoptr(ik_coverage) coverage = compute(*state, IK_COVERAGE_MUNICIPALITY);
    assert_row(row_at(coverage, 0), "05001001 Astadt 1/1 100000 2/1 1 1 2.0000 [training work]");
    assert_row(row_at(coverage, 1), "05001002 Bstadt 1/1 50000 1/0 1 0 2.0000 [Musik]");
    assert_row(row_at(coverage, 2), "05002003 Cdorf 1/1 25000 1/0 1 0 4.0000 []");
    assert_row(row_at(coverage, 3), "05002004 Ddorf 1/0 0 0/0 0 0 0.0000 []");
    assert_row(coverage->total, "total  4/3 175000 4/1 2 1 2.2857 [Musik training work]");
}

static ik_coverage *compute_theme(const fixture *f, ik_coverage_by by, const char *theme)
{
    GError *error = NULL;
    const ik_coverage_filter filter = {.theme = theme};
    ik_coverage *coverage = ik_survey_coverage(f->survey, by, &filter, &error);
    ik_assert_no_error(error);
    return coverage;
}

/* Only p3 in Bstadt; to its centre 6 990.19 m from Astadt, 13 130.14 m from Cdorf, 11 119.51 m from Ddorf. */
static void distances_go_from_the_centres_to_the_nearest_project(void **state)
{
    g_autoptr(ik_coverage) coverage = compute_theme(*state, IK_COVERAGE_REGION, "Musik");
    const ik_coverage_row *south = row_at(coverage, SUEDLAND), *north = row_at(coverage, NORDLAND);
    ik_assert_near(south->distance_median_m, 3495.09, 0.01);
    ik_assert_near(south->distance_max_m, 6990.19, 0.01);
    assert_int_equal(south->farthest, ASTADT);
    ik_assert_near(north->distance_median_m, (13130.14 + 11119.51) / 2, 0.01);
    ik_assert_near(north->distance_max_m, 13130.14, 0.01);
    assert_int_equal(north->farthest, CDORF);
    ik_assert_near(coverage->total->distance_median_m, (6990.19 + 11119.51) / 2, 0.01);
    ik_assert_near(coverage->total->distance_max_m, 13130.14, 0.01);
}

static void a_theme_counts_its_projects_alone(void **state)
{
    g_autoptr(ik_coverage) coverage = compute_theme(*state, IK_COVERAGE_MUNICIPALITY, "work");
    assert_row(row_at(coverage, ASTADT),
               "05001001 Astadt 1/1 100000 2/1 1 1 2.0000 [training work]");
    assert_row(row_at(coverage, BSTADT), "05001002 Bstadt 1/0 50000 0/0 0 0 0.0000 []");
    assert_int_equal(coverage->left_out, 2);
    assert_string_equal(coverage->theme, "work");
}

static void projects_known_by_their_town_are_counted_as_rough(void **state)
{
    g_autoptr(ik_coverage) coverage = compute(*state, IK_COVERAGE_REGION);
    assert_int_equal(coverage->rough, 2); /* p1 and p4 */
}

static void every_division_has_the_same_total(void **state)
{
    static const ik_coverage_by all[] = {IK_COVERAGE_REGION, IK_COVERAGE_DISTRICT,
                                         IK_COVERAGE_MUNICIPALITY};
    const fixture *f = *state;
    for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
        g_autoptr(ik_coverage) coverage = compute(f, all[i]);
        guint32 projects = 0, with_project = 0;
        for (guint row = 0; row < coverage->rows->len; row++) {
            projects += row_at(coverage, row)->projects;
            with_project += row_at(coverage, row)->municipalities_with_project;
        }
        assert_int_equal(projects, f->records->projects->len);
        assert_int_equal(projects, coverage->total->projects);
        assert_int_equal(with_project, coverage->total->municipalities_with_project);
        assert_int_equal(coverage->total->events + coverage->events_elsewhere,
                         f->records->events->len);
    }
}

static void a_catalogue_of_another_territory_is_refused(void **state)
{
    const fixture *f = *state;
    ik_territory other = f->territory;
    other.n_municipalities = 3;
    g_autoptr(GError) error = NULL;
    assert_null(ik_survey_read(f->db, &other, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "4 municipalities, expected 3");
}

static void a_database_without_our_tables_is_an_error(void **state)
{
    const fixture *f = *state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_db) db = ik_db_create(":memory:", &error);
    ik_assert_no_error(error);
    assert_null(ik_survey_read(db, &f->territory, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INTERNAL, "municipalities");
}

static void an_empty_catalogue_has_rows_of_zeros(void **state)
{
    const fixture *f = *state;
    GError *error = NULL;
    g_autoptr(ik_records) none = ik_records_new();
    g_autoptr(ik_db) db = ik_db_create(":memory:", &error);
    ik_assert_no_error(error);
    const ik_store_input input = {.territory = &f->territory, .records = none};
    ik_catalogue_fill(db, &input, &error);
    ik_assert_no_error(error);
    g_autoptr(ik_survey) survey = ik_survey_read(db, &f->territory, &error);
    ik_assert_no_error(error);
    g_autoptr(ik_coverage) coverage = ik_survey_coverage(survey, IK_COVERAGE_REGION, NULL, &error);
    assert_row(coverage->total, "total  4/0 175000 0/0 0 0 0.0000 []");
    assert_true(isnan(coverage->total->distance_max_m));
    assert_int_equal(coverage->total->farthest, IK_NONE);
}

#define WITH_DATABASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DATABASE(regions_are_counted_in_the_order_of_their_table),
        WITH_DATABASE(districts_are_counted_with_events_where_they_were_held),
        WITH_DATABASE(municipalities_are_counted_empty_ones_too),
        WITH_DATABASE(distances_go_from_the_centres_to_the_nearest_project),
        WITH_DATABASE(a_theme_counts_its_projects_alone),
        WITH_DATABASE(projects_known_by_their_town_are_counted_as_rough),
        WITH_DATABASE(every_division_has_the_same_total),
        WITH_DATABASE(a_catalogue_of_another_territory_is_refused),
        WITH_DATABASE(a_database_without_our_tables_is_an_error),
        WITH_DATABASE(an_empty_catalogue_has_rows_of_zeros),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
