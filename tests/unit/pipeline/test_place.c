/* test_place.c — coordinates, address and borders meet.   [tests]
 *
 * Positions are read off the official map by hand: Dortmund town hall 7.4660 51.5110, Unna town hall 7.6890
 * 51.5350, Berlin 13.40 52.52.
 */
#include "test_support.h"

#include "place.h"

static const ik_lonlat dortmund = {7.4660, 51.5110}, berlin = {13.40, 52.52},
                       dortmund_swapped = {51.5110, 7.4660};

typedef struct {
    ik_region_set *regions;
    ik_geocoder *geocoder;
    ik_placer placer;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->regions = ik_region_set_new(ik_territory_builtin());
    f->geocoder = ik_geocoder_new(ik_territory_builtin());
    f->placer = (ik_placer){ik_territory_builtin(), f->regions, f->geocoder};
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_region_set_free(f->regions);
    ik_geocoder_free(f->geocoder);
    g_free(f);
    return 0;
}

static const char *ags_of(const ik_match *match)
{
    return match->municipality == IK_NONE
               ? ""
               : ik_territory_builtin()->municipalities[match->municipality].ags;
}

static void coordinates_that_agree_with_the_address_are_published(void **state)
{
    const fixture *f = *state;
    ik_address address = {"Friedensplatz 1", NULL, "44135", "Dortmund", NULL};
    ik_match match;
    ik_place_address(&f->placer, &address, &dortmund, &match);
    assert_int_equal(match.level, IK_MATCH_GIVEN);
    assert_int_equal(match.status, IK_STATUS_AUTO);
    assert_string_equal(ags_of(&match), "05913000");
    assert_int_equal(match.score, 100);
    ik_assert_near(match.position.lon, 7.4660, 0);
    ik_assert_near(match.accuracy_m, 30, 0);
    ik_match_clear(&match);
}

static void coordinates_alone_are_enough(void **state)
{
    const fixture *f = *state;
    ik_address address = {0};
    ik_match match;
    ik_place_address(&f->placer, &address, &dortmund, &match);
    assert_int_equal(match.status, IK_STATUS_AUTO);
    assert_int_equal(ik_faults_count(&match.faults), 0);
    ik_match_clear(&match);
}

static void swapped_coordinates_are_turned_and_said(void **state)
{
    const fixture *f = *state;
    ik_address address = {NULL, NULL, "44135", "Dortmund", NULL};
    ik_match match;
    ik_place_address(&f->placer, &address, &dortmund_swapped, &match);
    assert_int_equal(match.status, IK_STATUS_CHECK);
    assert_true(ik_faults_has(&match.faults, "coordinates_swapped"));
    assert_string_equal(ags_of(&match), "05913000");
    ik_assert_near(match.position.lat, 51.5110, 0);
    ik_match_clear(&match);
}

static void coordinates_outside_fall_back_to_the_address(void **state)
{
    const fixture *f = *state;
    ik_address address = {NULL, NULL, "44135", "Dortmund", NULL};
    ik_match match;
    ik_place_address(&f->placer, &address, &berlin, &match);
    assert_int_equal(match.level, IK_MATCH_MUNICIPALITY);
    assert_int_equal(match.status, IK_STATUS_CHECK);
    assert_true(ik_faults_has(&match.faults, "coordinates_outside_nrw"));
    assert_string_equal(ags_of(&match), "05913000");
    ik_match_clear(&match);
}

static void coordinates_outside_without_address_are_rejected(void **state)
{
    const fixture *f = *state;
    ik_address address = {0};
    ik_match match;
    ik_place_address(&f->placer, &address, &berlin, &match);
    assert_int_equal(match.level, IK_MATCH_NONE);
    assert_int_equal(match.status, IK_STATUS_REJECT);
    assert_true(ik_faults_has(&match.faults, "coordinates_outside_nrw"));
    ik_match_clear(&match);
}

static void a_contradiction_names_both_sides_and_the_distance(void **state)
{
    const fixture *f = *state;
    ik_address address = {NULL, NULL, "59423", "Unna", NULL};
    ik_match match;
    ik_place_address(&f->placer, &address, &dortmund, &match);
    assert_int_equal(match.level, IK_MATCH_GIVEN);
    assert_int_equal(match.status, IK_STATUS_CHECK);
    assert_string_equal(ags_of(&match), "05913000");
    const ik_fault *fault = NULL;
    for (guint i = 0; i < ik_faults_count(&match.faults); i++)
        if (g_str_equal(ik_faults_get(&match.faults, i)->code, "coordinates_contradict_address"))
            fault = ik_faults_get(&match.faults, i);
    assert_non_null(fault);
    assert_string_equal(fault->read, "Dortmund");
    assert_true(g_str_has_prefix(fault->expected, "Unna ("));
    assert_true(g_str_has_suffix(fault->expected, " m)"));
    assert_int_equal(match.n_candidates, 2);
    ik_match_clear(&match);
}

static void a_position_near_a_border_says_so(void **state)
{
    const fixture *f = *state;
    const ik_region_set *regions = f->regions;
    /* Walk east from Dortmund until the municipality changes; the last position lies at the border. */
    ik_lonlat position = dortmund, last = dortmund;
    guint32 start = ik_region_set_locate(regions, dortmund);
    while (ik_region_set_locate(regions, position) == start) {
        last = position;
        position = ik_lonlat_moved(position, 10, 0);
    }
    ik_address address = {0};
    ik_match match;
    ik_place_address(&f->placer, &address, &last, &match);
    assert_true(ik_faults_has(&match.faults, "near_border"));
    assert_int_equal(match.status, IK_STATUS_AUTO);
    ik_match_clear(&match);
}

static void faults_of_the_import_stay_in_front(void **state)
{
    const fixture *f = *state;
    ik_project project = {
        .id = (char *)"a", .postcode = (char *)"44135", .city = (char *)"Dortmund"};
    ik_faults_add(&project.match.faults, "date_malformed", "start", "32.13.2016", "YYYY-MM-DD", 0);
    ik_place_project(&f->placer, &project);
    assert_string_equal(ik_faults_get(&project.match.faults, 0)->code, "date_malformed");
    assert_int_equal(project.match.level, IK_MATCH_MUNICIPALITY);
    assert_memory_equal(&project.marker, &project.match.position, sizeof project.marker);
    ik_match_clear(&project.match);
}

static void an_event_with_nothing_but_a_region_has_no_position(void **state)
{
    const fixture *f = *state;
    ik_event event = {.region = 11, .municipality = IK_NONE};
    ik_place_event(&f->placer, &event);
    assert_false(event.has_position);
    assert_int_equal(event.region, 11);
    assert_int_equal(event.municipality, IK_NONE);
}

static void an_event_takes_its_region_from_its_place(void **state)
{
    const fixture *f = *state;
    ik_event event = {.region = IK_NONE, .postcode = (char *)"44357", .city = (char *)"Dortmund"};
    ik_place_event(&f->placer, &event);
    assert_true(event.has_position);
    assert_int_equal(event.region,
                     ik_territory_find_region(ik_territory_builtin(), "westfaelisches-ruhrgebiet"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(coordinates_that_agree_with_the_address_are_published),
                                       TEST(coordinates_alone_are_enough),
                                       TEST(swapped_coordinates_are_turned_and_said),
                                       TEST(coordinates_outside_fall_back_to_the_address),
                                       TEST(coordinates_outside_without_address_are_rejected),
                                       TEST(a_contradiction_names_both_sides_and_the_distance),
                                       TEST(a_position_near_a_border_says_so),
                                       TEST(faults_of_the_import_stay_in_front),
                                       TEST(an_event_with_nothing_but_a_region_has_no_position),
                                       TEST(an_event_takes_its_region_from_its_place)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
