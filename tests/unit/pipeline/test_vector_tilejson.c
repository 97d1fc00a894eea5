/* test_vector_tilejson.c — the description of the vector tiles against TileJSON 3.0.0.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>

#include "json.h"
#include "vector_tiles.h"

/* Zooms 4 to 5 of the territory alone; the description for `portal_url`. */
static ik_json *described(const char *portal_url)
{
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    g_autofree char *archive = g_build_filename(folder, "map.pmtiles", NULL);
    g_autoptr(ik_division) division = ik_division_new(ik_territory_builtin());
    const ik_vector_tileset set = {
        .division = division, .title = "Karte", .min_zoom = 4, .max_zoom = 5, .jobs = 1};
    assert_true(ik_vector_tileset_write(&set, archive, NULL, &error));
    ik_assert_no_error(error);
    g_autofree char *text =
        ik_vector_tileset_tilejson(archive, "data/map.pmtiles", portal_url, &error);
    ik_assert_no_error(error);
    ik_test_folder_remove(folder);
    ik_json *json = ik_json_parse(text, strlen(text), "map.json", &error);
    ik_assert_no_error(error);
    return json;
}

static ik_json_value member(const ik_json *json, const char *key)
{
    return ik_json_member(ik_json_root(json), key);
}

static void its_layers_fields_and_zooms_are_those_of_the_tiles(void **state)
{
    (void)state;
    static const char *const names[] = {"regions", "districts", "municipalities", "borders",
                                        "places",  "projects",  "events"};
    g_autoptr(ik_json) json = described(NULL);
    assert_string_equal(ik_json_string(member(json, "tilejson")), "3.0.0");
    assert_string_equal(ik_json_string(member(json, "name")), "Karte");
    assert_string_equal(ik_json_string(member(json, "scheme")), "xyz");
    assert_true(strlen(ik_json_string(member(json, "attribution"))) > 0);
    ik_assert_near(ik_json_number(member(json, "minzoom")), 4, 0);
    ik_assert_near(ik_json_number(member(json, "maxzoom")), 5, 0);
    ik_json_value layers = member(json, "vector_layers");
    assert_int_equal(ik_json_length(layers), G_N_ELEMENTS(names));
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        ik_json_value layer = ik_json_item(layers, i), fields = ik_json_member(layer, "fields");
        assert_string_equal(ik_json_string(ik_json_member(layer, "id")), names[i]);
        assert_true(strlen(ik_json_string(ik_json_member(layer, "description"))) > 0);
        ik_assert_near(ik_json_number(ik_json_member(layer, "minzoom")), 4, 0);
        ik_assert_near(ik_json_number(ik_json_member(layer, "maxzoom")), 5, 0);
        assert_int_equal(ik_json_type_of(fields), IK_JSON_OBJECT);
        assert_true(ik_json_length(fields) > 0);
    }
}

/* North Rhine-Westphalia: Dortmund (7.4653, 51.5136) lies well inside. */
static void its_center_lies_inside_bounds_and_zooms(void **state)
{
    (void)state;
    g_autoptr(ik_json) json = described(NULL);
    ik_json_value bounds = member(json, "bounds"), center = member(json, "center");
    assert_int_equal(ik_json_length(bounds), 4);
    assert_int_equal(ik_json_length(center), 3);
    for (guint axis = 0; axis < 2; axis++) {
        const double dortmund[] = {7.4653, 51.5136};
        double low = ik_json_number(ik_json_item(bounds, axis)),
               high = ik_json_number(ik_json_item(bounds, axis + 2)),
               middle = ik_json_number(ik_json_item(center, axis));
        assert_true(low < dortmund[axis] && dortmund[axis] < high);
        assert_true(low < middle && middle < high);
    }
    double zoom = ik_json_number(ik_json_item(center, 2));
    assert_true(zoom == 4 || zoom == 5);
}

static void tiles_name_the_file_absolutely_where_the_portal_is_known(void **state)
{
    (void)state;
    g_autoptr(ik_json) relative = described(NULL);
    g_autoptr(ik_json) absolute = described("https://www.example.org/karte/");
    assert_int_equal(ik_json_length(member(relative, "tiles")), 1);
    assert_string_equal(ik_json_string(ik_json_item(member(relative, "tiles"), 0)),
                        "../data/map.pmtiles");
    assert_string_equal(ik_json_string(ik_json_item(member(absolute, "tiles"), 0)),
                        "pmtiles://https://www.example.org/karte/data/map.pmtiles/{z}/{x}/{y}");
}

static void an_archive_that_is_not_there_is_not_found(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    assert_null(ik_vector_tileset_tilejson("/nowhere/map.pmtiles", "map.pmtiles", NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "map.pmtiles");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(its_layers_fields_and_zooms_are_those_of_the_tiles),
        cmocka_unit_test(its_center_lies_inside_bounds_and_zooms),
        cmocka_unit_test(tiles_name_the_file_absolutely_where_the_portal_is_known),
        cmocka_unit_test(an_archive_that_is_not_there_is_not_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
