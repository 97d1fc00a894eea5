/* test_territory_check.c — parts of a territory that contradict each other.   [tests] */
#include "territory_check.h"

#include <ideenkarte/error.h>

#include "small_land.h"
#include "territory_data.h"

static char *folder;

static int set_up(void **state)
{
    (void)state;
    folder = ik_test_folder_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    ik_test_folder_remove(folder);
    return 0;
}

/* Breaks one file and expects that message, from whoever finds it. */
static void expect_failure(const char *name, const char *from, const char *to, const char *message)
{
    write_land(folder);
    break_land(folder, name, from, to);
    g_autoptr(GError) error = NULL;
    assert_null(ik_territory_data_load(folder, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, message);
}

static void a_municipality_in_another_region_than_its_row_says_is_an_error(void **state)
{
    (void)state;
    expect_failure("region_members.csv", "b,05111004", "a,05111004",
                   "region_members.csv:4: municipality 05111004 belongs to a here and to b in "
                   "municipalities.csv");
}

static void a_municipality_without_a_region_is_an_error(void **state)
{
    (void)state;
    expect_failure("region_members.csv", "b,05111004\n", "",
                   "municipality 05111004 is in no region");
}

static void a_municipality_named_twice_is_an_error(void **state)
{
    (void)state;
    expect_failure("region_members.csv", "b,05111004", "b,05111",
                   "region_members.csv:4: municipality 05111000 is named twice");
}

static void a_row_that_names_nothing_is_an_error(void **state)
{
    (void)state;
    expect_failure("region_members.csv", "b,05111004", "b,05111005",
                   "region_members.csv:4: no municipality begins with \"05111005\"");
    expect_failure("region_members.csv", "b,05111004", "c,05111004",
                   "region_members.csv:4: region \"c\" is not in regions.csv");
}

static void a_label_point_outside_is_an_error(void **state)
{
    (void)state;
    expect_failure("municipalities.csv", "8.25,51.75", "7.999999,51.75",
                   "municipalities.csv: point of 05112000 lies outside its polygons");
}

static void a_polygon_that_crosses_itself_is_an_error(void **state)
{
    (void)state;
    expect_failure("municipalities.geojson", "[8,51],[9,51],[9,52],[8,52]",
                   "[8,51],[9,51.6],[9,51.3],[8,52]",
                   "municipalities.geojson: 05112000 is not valid: Self-intersection");
}

/* The third square moved half over the second: their borders cross, but no segment is the same. */
static void municipalities_that_overlap_across_their_borders_are_an_error(void **state)
{
    (void)state;
    expect_failure("municipalities.geojson", "[8,51],[9,51],[9,52],[8,52],[8,51]",
                   "[7.6,51.1],[9,51.1],[9,51.9],[7.6,51.9],[7.6,51.1]",
                   "municipalities.geojson: municipalities overlap: ");
    expect_failure("municipalities.geojson", "[8,51],[9,51],[9,52],[8,52],[8,51]",
                   "[7.1,51.1],[8.3,51.1],[8.3,51.9],[7.1,51.9],[7.1,51.1]",
                   "municipalities overlap: ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_municipality_in_another_region_than_its_row_says_is_an_error),
        cmocka_unit_test(a_municipality_without_a_region_is_an_error),
        cmocka_unit_test(a_municipality_named_twice_is_an_error),
        cmocka_unit_test(a_row_that_names_nothing_is_an_error),
        cmocka_unit_test(a_label_point_outside_is_an_error),
        cmocka_unit_test(a_polygon_that_crosses_itself_is_an_error),
        cmocka_unit_test(municipalities_that_overlap_across_their_borders_are_an_error),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
