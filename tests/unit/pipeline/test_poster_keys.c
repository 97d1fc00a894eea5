/* test_poster_keys.c — the legend says what the style draws, and nothing else.   [tests]
 *
 * Expected: read off styles/regions.json, whose borders begin at zoom 0 (state, region), 6 (district) and 7
 * (municipality), and which draws all projects alike.
 */
#include "poster_keys.h"

#include <string.h>

#include "easel.h"
#include "test_support.h"

static const ik_marker projects[] = {
    {"a", {7, 51.5}, IK_STATUS_AUTO, IK_MATCH_HOUSE, NULL},
    {"b", {7.1, 51.5}, IK_STATUS_AUTO, IK_MATCH_MUNICIPALITY, NULL},
};

/* The names of the entries, each followed by a comma. The caller's. */
static char *entries(const char *sheet, double style_zoom, guint n_projects, guint n_events)
{
    GError *error = NULL;
    g_autoptr(ik_style) style = g_str_has_prefix(sheet, "{")
                                    ? ik_style_parse(sheet, strlen(sheet), "test.json", &error)
                                    : ik_style_builtin(sheet, &error);
    ik_assert_no_error(error);
    g_autoptr(ik_map_source) map = ik_map_source_new(ik_territory_builtin(), NULL);
    map->data.projects = projects;
    map->data.n_projects = n_projects;
    map->data.events = projects;
    map->data.n_events = n_events;
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    const ik_text_metrics metrics = ik_text_engine_metrics(engine);
    const ik_scene_request request = {
        .style = style, .metrics = &metrics, .zoom = style_zoom + IK_GRID_ZOOM_AHEAD};
    ik_poster_keys keys;
    ik_poster_keys_init(&keys, &request, map, "en", &error);
    ik_assert_no_error(error);
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < keys.keys->len; i++)
        g_string_append_printf(names, "%s,", g_array_index(keys.keys, ik_poster_key, i).name);
    ik_poster_keys_clear(&keys);
    return g_string_free(names, FALSE);
}

static void expect(const char *sheet, double style_zoom, const char *expected)
{
    g_autofree char *names = entries(sheet, style_zoom, 0, 0);
    assert_string_equal(names, expected);
}

static void borders_are_explained_where_the_style_draws_them(void **state)
{
    (void)state;
    expect("regions", 5.5, "State border,Border of a labour-market region,");
    expect("regions", 6.5, "State border,Border of a labour-market region,District border,");
    expect("regions", 8,
           "State border,Border of a labour-market region,District border,Municipality border,");
}

static void markers_are_explained_where_the_map_has_them(void **state)
{
    (void)state;
    g_autofree char *both = entries("regions", 5.5, 2, 1);
    g_autofree char *projects_only = entries("regions", 5.5, 1, 0);
    assert_string_equal(both, "State border,Border of a labour-market region,Project,Event,");
    assert_string_equal(projects_only, "State border,Border of a labour-market region,Project,");
}

static const char near_sheet[] =
    "{\"version\":8,\"sources\":{\"ideenkarte\":{\"type\":\"vector\",\"url\":\"x\"}},\"layers\":["
    "{\"id\":\"p\",\"type\":\"circle\",\"source\":\"ideenkarte\",\"source-layer\":\"projects\","
    "\"paint\":{\"circle-radius\":5,\"circle-color\":[\"match\",[\"get\",\"match\"],\"house\","
    "\"#ff0000\",\"#00ff00\"]}}]}";

static void an_approximate_position_has_an_entry_where_it_looks_different(void **state)
{
    (void)state;
    g_autofree char *both = entries(near_sheet, 8, 2, 0);
    g_autofree char *exact = entries(near_sheet, 8, 1, 0);
    assert_string_equal(both, "Project,Project, approximate position,");
    assert_string_equal(exact, "Project,");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(borders_are_explained_where_the_style_draws_them),
        cmocka_unit_test(markers_are_explained_where_the_map_has_them),
        cmocka_unit_test(an_approximate_position_has_an_entry_where_it_looks_different)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
