/* test_territory.c — looking up keys in hand-made tables.   [tests] */
#include "topology.h"

#include "test_support.h"

static const ik_municipality MUNICIPALITIES[] = {
    {.ags = "05111000"}, {.ags = "05112000"}, {.ags = "05954016"}, {.ags = "05978040"}};
static const ik_postcode POSTCODES[] = {{.code = "32049"}, {.code = "44137"}, {.code = "59969"}};
static const ik_region REGIONS[] = {{.id = "region-aachen"}, {.id = "meo"}, {.id = "niederrhein"}};
static const ik_fixed_lonlat POINTS[] = {
    {7000000, 51000000}, {5866250, 52531443}, {9461478, 50323012}};
static const ik_topology BORDERS = {.points = POINTS, .n_points = 3};
static const ik_territory TERRITORY = {
    .municipalities = MUNICIPALITIES,
    .regions = REGIONS,
    .postcodes = POSTCODES,
    .borders = &BORDERS,
    .n_municipalities = G_N_ELEMENTS(MUNICIPALITIES),
    .n_regions = G_N_ELEMENTS(REGIONS),
    .n_postcodes = G_N_ELEMENTS(POSTCODES),
};

static void every_key_is_found_at_its_place(void **state)
{
    (void)state;
    for (guint32 i = 0; i < G_N_ELEMENTS(MUNICIPALITIES); i++) {
        assert_int_equal(ik_territory_find_municipality(&TERRITORY, MUNICIPALITIES[i].ags), i);
    }
    for (guint32 i = 0; i < G_N_ELEMENTS(POSTCODES); i++) {
        assert_int_equal(ik_territory_find_postcode(&TERRITORY, POSTCODES[i].code), i);
    }
    for (guint32 i = 0; i < G_N_ELEMENTS(REGIONS); i++) {
        assert_int_equal(ik_territory_find_region(&TERRITORY, REGIONS[i].id), i);
    }
}

static void what_is_not_there_is_not_found(void **state)
{
    (void)state;
    static const char *const keys[] = {"", "0", "05111001", "05954", "99999999"};
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        assert_int_equal(ik_territory_find_municipality(&TERRITORY, keys[i]), IK_NONE);
        assert_int_equal(ik_territory_find_postcode(&TERRITORY, keys[i]), IK_NONE);
        assert_int_equal(ik_territory_find_region(&TERRITORY, keys[i]), IK_NONE);
    }
    const ik_territory empty = {0};
    assert_int_equal(ik_territory_find_municipality(&empty, "05111000"), IK_NONE);
}

static void the_box_goes_round_all_points(void **state)
{
    (void)state;
    ik_lonlat_box box = ik_territory_box(&TERRITORY);
    ik_assert_near(box.west, 5.866250, 0.0);
    ik_assert_near(box.south, 50.323012, 0.0);
    ik_assert_near(box.east, 9.461478, 0.0);
    ik_assert_near(box.north, 52.531443, 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_is_found_at_its_place),
        cmocka_unit_test(what_is_not_there_is_not_found),
        cmocka_unit_test(the_box_goes_round_all_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
