/* test_postcode_points.c — a table of postcode centres that the operator adds.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <ideenkarte/workspace.h>

#include "workspace_parts.h"

/* Opens a workspace with this table and asks for an address in 50667, which lies in Köln. */
static ik_match_level level_with(const char *table, GError **error)
{
    char *folder = ik_test_folder_new();
    g_free(
        ik_test_file_write(folder, "ideenkarte.conf", "[places]\npostcode_points=plz.csv\n", -1));
    g_free(ik_test_file_write(folder, "plz.csv", table, -1));
    g_autoptr(ik_workspace) workspace = ik_workspace_open(folder, error);
    ik_test_folder_remove(folder);
    if (workspace == NULL)
        return IK_MATCH_NONE;
    ik_match match = {0};
    ik_geocoder_match(ik_atlas_geocoder(workspace->atlas), &(ik_address){.text = "50667 Köln"},
                      &match);
    ik_match_level level = match.level;
    ik_match_clear(&match);
    return level;
}

static void a_point_in_its_municipality_is_used(void **state)
{
    (void)state;
    GError *error = NULL;
    assert_int_equal(level_with("plz;lon;lat;radius_m\n50667;6,955;50.938;800\n", &error),
                     IK_MATCH_POSTCODE);
    ik_assert_no_error(error);
    assert_int_equal(level_with("postcode,lon,lat\n50667,6.955,50.938\n", &error),
                     IK_MATCH_POSTCODE);
    ik_assert_no_error(error);
}

/* 7.46 51.51 lies in Dortmund, 13.4 52.5 in Berlin; 10115 is no postcode of the state. */
static void a_point_elsewhere_is_not_used(void **state)
{
    (void)state;
    GError *error = NULL;
    assert_int_equal(level_with("plz;lon;lat\n50667;7.46;51.51\n", &error), IK_MATCH_MUNICIPALITY);
    ik_assert_no_error(error);
    assert_int_equal(level_with("plz;lon;lat\n50667;13.4;52.5\n10115;13.4;52.5\n", &error),
                     IK_MATCH_MUNICIPALITY);
    ik_assert_no_error(error);
}

static void a_row_that_is_no_point_is_an_error_with_its_line(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "50667;1e308;-1e308;\n", "50667;6.95;91;\n",
        "50667;x;50.9;\n",       "50667;;;\n",
        "50667;6.95;50.9;-5\n",  "50667;6.95;50.9;0\n",
        "50667;6.95;50.9;x\n",   "50667;\"6.95;50.9;1\n",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *table = g_strconcat("plz;lon;lat;radius_m\n", rows[i], NULL);
        assert_int_equal(level_with(table, &error), IK_MATCH_NONE);
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "plz.csv: line 2: ");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_point_in_its_municipality_is_used),
        cmocka_unit_test(a_point_elsewhere_is_not_used),
        cmocka_unit_test(a_row_that_is_no_point_is_an_error_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
