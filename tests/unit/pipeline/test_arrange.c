/* test_arrange.c — several projects on one spot stay visible.   [tests] */
#include "test_support.h"

#include "arrange.h"

/* n projects at the label point of a municipality, in reverse order of their ids. */
static GPtrArray *projects_at(guint32 municipality, guint n, double accuracy_m)
{
    const ik_territory *territory = ik_territory_builtin();
    GPtrArray *projects = g_ptr_array_new_with_free_func((GDestroyNotify)ik_project_free);
    for (guint i = n; i-- > 0;) {
        ik_project *project = g_new0(ik_project, 1);
        project->id = g_strdup_printf("p%05u", i);
        project->match.level = IK_MATCH_MUNICIPALITY;
        project->match.municipality = municipality;
        project->match.position = territory->municipalities[municipality].label;
        project->match.accuracy_m = accuracy_m;
        g_ptr_array_add(projects, project);
    }
    return projects;
}

static double nearest_pair_m(const GPtrArray *projects)
{
    double nearest = G_MAXDOUBLE;
    for (guint i = 0; i < projects->len; i++)
        for (guint j = i + 1; j < projects->len; j++) {
            const ik_project *a = projects->pdata[i], *b = projects->pdata[j];
            nearest = MIN(nearest, ik_lonlat_distance_m(a->marker, b->marker));
        }
    return nearest;
}

static void a_single_project_stays_where_it_is(void **state)
{
    (void)state;
    g_autoptr(ik_region_set) regions = ik_region_set_new(ik_territory_builtin());
    g_autoptr(GPtrArray) projects = projects_at(0, 1, 5000);
    ik_arrange_markers(regions, projects);
    const ik_project *project = projects->pdata[0];
    ik_assert_near(project->marker.lon, project->match.position.lon, 0);
    ik_assert_near(project->marker.lat, project->match.position.lat, 0);
}

static void markers_of_one_spot_keep_apart_and_inside(void **state)
{
    (void)state;
    const ik_territory *territory = ik_territory_builtin();
    g_autoptr(ik_region_set) regions = ik_region_set_new(territory);
    for (guint32 m = 0; m < territory->n_municipalities; m++) {
        g_autoptr(GPtrArray) projects =
            projects_at(m, 12, 5000); /* 500 m apart where there is room */
        ik_arrange_markers(regions, projects);
        for (guint i = 0; i < projects->len; i++)
            assert_int_equal(
                ik_region_set_locate(regions, ((ik_project *)projects->pdata[i])->marker), m);
        assert_true(nearest_pair_m(projects) > 200);
    }
}

static void a_spot_too_full_for_its_municipality_is_drawn_smaller(void **state)
{
    (void)state;
    const ik_territory *territory = ik_territory_builtin();
    guint32 smallest =
        ik_territory_find_municipality(territory, "05374008"); /* Bergneustadt, 38 km² */
    g_autoptr(ik_region_set) regions = ik_region_set_new(territory);
    g_autoptr(GPtrArray) projects = projects_at(smallest, 3000, 5000);
    ik_arrange_markers(regions, projects);
    for (guint i = 0; i < projects->len; i++)
        assert_int_equal(ik_region_set_locate(regions, ((ik_project *)projects->pdata[i])->marker),
                         smallest);
    assert_true(nearest_pair_m(projects) > 10);
}

static void the_order_of_the_file_does_not_matter(void **state)
{
    (void)state;
    g_autoptr(ik_region_set) regions = ik_region_set_new(ik_territory_builtin());
    g_autoptr(GPtrArray) backwards = projects_at(7, 50, 5000);
    g_autoptr(GPtrArray) forwards = projects_at(7, 50, 5000);
    for (guint i = 0; i < 25; i++) {
        gpointer moved = forwards->pdata[i];
        forwards->pdata[i] = forwards->pdata[49 - i];
        forwards->pdata[49 - i] = moved;
    }
    ik_arrange_markers(regions, backwards);
    ik_arrange_markers(regions, forwards);
    for (guint i = 0; i < 50; i++) {
        const ik_project *a = backwards->pdata[i], *b = forwards->pdata[49 - i];
        assert_string_equal(a->id, b->id);
        assert_memory_equal(&a->marker, &b->marker, sizeof a->marker);
    }
}

static void a_place_known_to_the_house_moves_by_metres_only(void **state)
{
    (void)state;
    g_autoptr(ik_region_set) regions = ik_region_set_new(ik_territory_builtin());
    g_autoptr(GPtrArray) projects = projects_at(7, 5, 30);
    ik_arrange_markers(regions, projects);
    for (guint i = 0; i < 5; i++) {
        const ik_project *project = projects->pdata[i];
        assert_true(ik_lonlat_distance_m(project->marker, project->match.position) < 30);
    }
    assert_true(nearest_pair_m(projects) > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_single_project_stays_where_it_is),
        cmocka_unit_test(markers_of_one_spot_keep_apart_and_inside),
        cmocka_unit_test(a_spot_too_full_for_its_municipality_is_drawn_smaller),
        cmocka_unit_test(the_order_of_the_file_does_not_matter),
        cmocka_unit_test(a_place_known_to_the_house_moves_by_metres_only)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
