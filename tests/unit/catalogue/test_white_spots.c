/* test_white_spots.c — gaps and reach against hand calculation.   [tests]
 *
 * Centres are 0.1° apart: 11 119.5 m north to south, 6 990 m and 6 975 m east to west (at 51.05° and 51.15°).
 */
#include <ideenkarte/coverage.h>

#include "sample_survey.h"

#include <math.h>

typedef struct {
    ik_topology *borders;
    ik_territory territory;
    ik_records *records;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->borders = sample_borders();
    f->territory = sample_territory(f->borders);
    f->records = sample_records();
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_records_free(f->records);
    ik_topology_free(f->borders);
    g_free(f);
    return 0;
}

static ik_white_spots *find(const fixture *f, double radius_m, guint32 region, const char *theme)
{
    GError *error = NULL;
    g_autoptr(ik_survey) survey = sample_survey(&f->territory, f->records);
    const ik_coverage_filter filter = {.theme = theme};
    const ik_white_spot_options options = {radius_m, region, 10};
    ik_white_spots *spots = ik_survey_white_spots(survey, &filter, &options, &error);
    ik_assert_no_error(error);
    return spots;
}

/* "municipality distance" of each spot, then "| municipality people reached" of each gain. */
static char *spell(const ik_white_spots *spots)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < spots->spots->len; i++) {
        const ik_white_spot *spot = &g_array_index(spots->spots, ik_white_spot, i);
        char metres[32];
        g_ascii_formatd(metres, sizeof metres, "%.0f", spot->distance_m);
        g_string_append_printf(text, "%u %s ", spot->municipality, metres);
    }
    for (guint i = 0; i < spots->gains->len; i++) {
        const ik_gain *gain = &g_array_index(spots->gains, ik_gain, i);
        g_string_append_printf(text, "| %u %u %u ", gain->municipality, (guint)gain->people,
                               (guint)gain->reached);
    }
    return g_string_free(text, FALSE);
}

static void assert_found(const ik_white_spots *spots, const char *expected)
{
    g_autofree char *text = spell(spots);
    assert_string_equal(text, expected);
}

static void towns_without_a_project_come_by_population(void **state)
{
    /* only p3 in Bstadt counts */
    g_autoptr(ik_white_spots) spots = find(*state, 5000, IK_NONE, "Musik");
    assert_int_equal(spots->municipalities, 4);
    assert_int_equal((guint)spots->population, 175000);
    assert_int_equal((guint)spots->reached, 50000);
    assert_found(spots, "0 6990 2 13130 3 11120 | 0 100000 150000 | 2 25000 175000 ");
}

static void one_project_reaches_its_neighbours(void **state)
{
    /* within 7 km: Astadt from Bstadt, Cdorf from Ddorf; Cdorf comes first by its AGS */
    g_autoptr(ik_white_spots) spots = find(*state, 7000, IK_NONE, "Musik");
    assert_int_equal((guint)spots->reached, 150000);
    assert_found(spots, "0 6990 2 13130 3 11120 | 2 25000 175000 ");
}

static void the_best_place_is_the_one_that_reaches_most(void **state)
{
    const fixture *f = *state;
    g_ptr_array_set_size(f->records->projects, 0);
    g_autoptr(ik_white_spots) spots = find(f, 12000, IK_NONE, NULL);
    assert_true(isnan(g_array_index(spots->spots, ik_white_spot, 0).distance_m));
    /* Astadt reaches Bstadt and Cdorf: all 175,000; Bstadt would reach 150,000 */
    assert_int_equal(spots->gains->len, 1);
    const ik_gain *gain = &g_array_index(spots->gains, ik_gain, 0);
    assert_int_equal(gain->municipality, ASTADT);
    assert_int_equal((guint)gain->people, 175000);
}

static void a_region_looks_at_its_own_towns(void **state)
{
    g_autoptr(ik_white_spots) spots = find(*state, 5000, NORDLAND, "Musik");
    assert_int_equal(spots->municipalities, 2);
    assert_int_equal((guint)spots->population, 25000);
    assert_found(spots, "2 13130 3 11120 | 2 25000 25000 ");
}

static void nobody_is_left_to_reach_where_every_town_has_one(void **state)
{
    g_autoptr(ik_white_spots) spots = find(*state, 5000, SUEDLAND, NULL);
    assert_int_equal((guint)spots->reached, 150000);
    assert_found(spots, "");
}

#define WITH_RECORDS(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_RECORDS(towns_without_a_project_come_by_population),
        WITH_RECORDS(one_project_reaches_its_neighbours),
        WITH_RECORDS(the_best_place_is_the_one_that_reaches_most),
        WITH_RECORDS(a_region_looks_at_its_own_towns),
        WITH_RECORDS(nobody_is_left_to_reach_where_every_town_has_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
