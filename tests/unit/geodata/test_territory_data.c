/* test_territory_data.c — a territory out of a folder.   [tests] */
#include "territory_data.h"

#include <ideenkarte/error.h>
#include <stdio.h>

#include "small_land.h"

static char *folder;

static int set_up(void **state)
{
    (void)state;
    folder = ik_test_folder_new();
    write_land(folder);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    ik_test_folder_remove(folder);
    return 0;
}

static void tables_refer_to_each_other_by_index(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_territory_data) data = ik_territory_data_load(folder, &error);
    ik_assert_no_error(error);
    const ik_territory *t = ik_territory_data_get(data);
    assert_int_equal(t->n_municipalities, 3);
    assert_int_equal(t->n_districts, 2);
    assert_int_equal(t->n_regions, 2);
    assert_int_equal(t->n_postcodes, 2);
    assert_string_equal(t->municipalities[1].name, "Aweiler \"am See\"");
    assert_string_equal(t->municipalities[1].kind, "Stadt");
    assert_int_equal(t->municipalities[1].population, 2000);
    assert_string_equal(t->municipalities[2].population_source, "destatis-2011");
    assert_string_equal(t->districts[t->municipalities[2].district].name, "Bstadt");
    assert_string_equal(t->regions[t->municipalities[2].region].id, "a");
    ik_assert_near(t->municipalities[2].label.lon, 8.25, 0.0);
    ik_assert_near(t->municipalities[2].label.lat, 51.75, 0.0);
}

static void regions_stand_by_number(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_territory_data) data = ik_territory_data_load(folder, &error);
    ik_assert_no_error(error);
    const ik_territory *t = ik_territory_data_get(data);
    assert_string_equal(t->regions[0].id, "b");
    assert_int_equal(t->regions[0].number, 1);
    assert_string_equal(t->regions[1].id, "a");
    assert_string_equal(t->regions[1].agency, "Agentur A");
}

static void a_postcode_may_have_several_municipalities(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_territory_data) data = ik_territory_data_load(folder, &error);
    ik_assert_no_error(error);
    const ik_territory *t = ik_territory_data_get(data);
    assert_int_equal(t->postcodes[0].count, 2);
    assert_int_equal(t->postcode_municipalities[t->postcodes[0].first], 0);
    assert_int_equal(t->postcode_municipalities[t->postcodes[0].first + 1], 1);
    assert_int_equal(t->postcodes[1].count, 1);
    assert_int_equal(t->postcode_municipalities[t->postcodes[1].first], 2);
}

static void borders_and_sources_come_along(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_territory_data) data = ik_territory_data_load(folder, &error);
    ik_assert_no_error(error);
    const ik_territory *t = ik_territory_data_get(data);
    assert_int_equal(t->borders->n_faces, 3);
    assert_int_equal(t->borders->n_arcs, 6); /* two between the squares, four outside */
    assert_int_equal(t->n_attributions, 1);
    assert_string_equal(t->attributions[0].text_en, "© office");
    assert_string_equal(t->attributions[0].licence, "dl-de/by-2-0");
}

/* Breaks one file and expects the folder to be refused with that message. */
static void expect_failure(const char *name, const char *from, const char *to, const char *message)
{
    write_land(folder);
    break_land(folder, name, from, to);
    g_autoptr(GError) error = NULL;
    assert_null(ik_territory_data_load(folder, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, message);
}

static void keys_must_have_their_digits_and_ascend(void **state)
{
    (void)state;
    expect_failure("districts.csv", "05112", "5112",
                   "districts.csv:3: key \"5112\", expected 5 digits");
    expect_failure("districts.csv", "05112", "05111",
                   "districts.csv:3: key 05111 behind 05111, expected ascending order");
    expect_failure("municipalities.csv", "05111004", "0511100x",
                   "municipalities.csv:3: key \"0511100x\", expected 8 digits");
    expect_failure("postcodes.csv", "40002", "4002",
                   "postcodes.csv:3: key \"4002\", expected 5 digits");
    expect_failure("regions.csv", "b,1", "a,1", "regions.csv:3: id a behind a");
}

static void every_reference_must_resolve(void **state)
{
    (void)state;
    expect_failure("municipalities.csv", "05112,a", "05113,a",
                   "municipalities.csv:4: district \"05113\" is not in districts.csv");
    expect_failure("municipalities.csv", "05112,a", "05112,c",
                   "municipalities.csv:4: region \"c\" is not in regions.csv");
    expect_failure("postcodes.csv", "05112000", "05113000",
                   "postcodes.csv:3: municipality \"05113000\" is not in municipalities.csv");
    expect_failure("postcodes.csv", "05112000", "",
                   "postcodes.csv:3: postcode 40002 has no municipality");
}

static void a_district_is_the_first_five_digits(void **state)
{
    (void)state;
    expect_failure("municipalities.csv", "05112,a", "05111,a",
                   "municipalities.csv:4: municipality 05112000 in district 05111, expected 05112");
}

static void regions_are_numbered_from_one_without_a_gap(void **state)
{
    (void)state;
    expect_failure("regions.csv", "a,2", "a,3", "regions.csv: region a has number 3, expected 2");
    expect_failure("regions.csv", "a,2", "a,1", "regions.csv: region");
}

static void polygons_and_rows_must_be_the_same_municipalities(void **state)
{
    (void)state;
    expect_failure("municipalities.geojson", "05111004", "05111008",
                   "features[1] is 05111008, expected 05111004");
    expect_failure("municipalities.csv",
                   "05112000,Bstadt,Stadt,05112,a,300000,destatis-2011,8.25,51.75,x\n", "",
                   "postcodes.csv:3: municipality \"05112000\"");
    write_land(folder);
    break_land(folder, "municipalities.csv",
               "05112000,Bstadt,Stadt,05112,a,300000,destatis-2011,8.25,51.75,x\n", "");
    break_land(folder, "postcodes.csv", "40002,05112000\n", "");
    g_autoptr(GError) error = NULL;
    assert_null(ik_territory_data_load(folder, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "features[2] is 05112000, expected -");
}

static void polygons_that_overlap_are_refused(void **state)
{
    (void)state;
    expect_failure("municipalities.geojson", "[[[7,51],[8,51],[8,52],[7,52],[7,51]]]",
                   "[[[6,51],[7,51],[7,52.5],[6,52.5],[6,51]]]",
                   "municipalities.geojson: face 1: overlaps face 0 at 6.000000 51.000000");
}

static void a_missing_file_is_named(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(LAND_FILES); i++) {
        write_land(folder);
        g_autofree char *path = g_build_filename(folder, LAND_FILES[i].name, NULL);
        assert_int_equal(remove(path), 0);
        g_autoptr(GError) error = NULL;
        assert_null(ik_territory_data_load(folder, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, LAND_FILES[i].name);
    }
    ik_territory_data_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_refer_to_each_other_by_index),
        cmocka_unit_test(regions_stand_by_number),
        cmocka_unit_test(a_postcode_may_have_several_municipalities),
        cmocka_unit_test(borders_and_sources_come_along),
        cmocka_unit_test(keys_must_have_their_digits_and_ascend),
        cmocka_unit_test(every_reference_must_resolve),
        cmocka_unit_test(a_district_is_the_first_five_digits),
        cmocka_unit_test(regions_are_numbered_from_one_without_a_gap),
        cmocka_unit_test(polygons_and_rows_must_be_the_same_municipalities),
        cmocka_unit_test(polygons_that_overlap_are_refused),
        cmocka_unit_test(a_missing_file_is_named),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
