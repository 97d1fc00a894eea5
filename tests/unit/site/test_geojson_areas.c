/* test_geojson_areas.c — regions and municipalities as polygons.   [tests] */
#include "site_fixture.h"

#include "geojson.h"
#include "json.h"

static ik_json *parse(char *text)
{
    GError *error = NULL;
    ik_json *json = ik_json_parse(text, strlen(text), "test", &error);
    ik_assert_no_error(error);
    g_free(text);
    return json;
}

static ik_json_value feature_at(const ik_json *json, guint index)
{
    return ik_json_item(ik_json_member(ik_json_root(json), "features"), index);
}

static void assert_text(ik_json_value object, const char *key, const char *expected)
{
    assert_string_equal(ik_json_string(ik_json_member(object, key)), expected);
}

/* Signed area by the trapezium formula: positive counter-clockwise. The ring must be closed. */
static double ring_area(ik_json_value ring)
{
    double area = 0;
    guint n = ik_json_length(ring);
    assert_true(n >= 4);
    for (guint i = 0; i + 1 < n; i++) {
        ik_json_value a = ik_json_item(ring, i), b = ik_json_item(ring, i + 1);
        area += (ik_json_number(ik_json_item(a, 0)) - ik_json_number(ik_json_item(b, 0))) *
                (ik_json_number(ik_json_item(a, 1)) + ik_json_number(ik_json_item(b, 1))) / 2;
    }
    for (guint k = 0; k < 2; k++)
        ik_assert_near(ik_json_number(ik_json_item(ik_json_item(ring, n - 1), k)),
                       ik_json_number(ik_json_item(ik_json_item(ring, 0), k)), 0);
    return area;
}

static void a_square_is_a_counter_clockwise_polygon(void **state)
{
    const toy_site *toy = *state;
    g_autoptr(ik_json) json = parse(ik_geojson_municipalities(&toy->input));
    ik_json_value geometry = ik_json_member(feature_at(json, TOWN_A), "geometry");
    assert_text(geometry, "type", "Polygon");
    ik_json_value rings = ik_json_member(geometry, "coordinates");
    assert_int_equal(ik_json_length(rings), 1);
    assert_int_equal(ik_json_length(ik_json_item(rings, 0)), 5);
    ik_assert_near(ring_area(ik_json_item(rings, 0)), 0.1 * 0.1, 1e-9);
}

static void a_hole_runs_clockwise_after_its_exterior(void **state)
{
    const toy_site *toy = *state;
    g_autoptr(ik_json) json = parse(ik_geojson_municipalities(&toy->input));
    ik_json_value geometry = ik_json_member(feature_at(json, TOWN_C), "geometry");
    ik_json_value rings = ik_json_member(geometry, "coordinates");
    assert_int_equal(ik_json_length(rings), 2);
    ik_assert_near(ring_area(ik_json_item(rings, 0)), 0.3 * 0.3, 1e-9);
    ik_assert_near(ring_area(ik_json_item(rings, 1)), -0.1 * 0.1, 1e-9);
}

static void a_region_is_the_union_of_its_municipalities_with_its_exclave(void **state)
{
    const toy_site *toy = *state;
    g_autoptr(ik_json) json = parse(ik_geojson_regions(&toy->input));
    ik_json_value geometry = ik_json_member(feature_at(json, 0), "geometry");
    assert_text(geometry, "type", "MultiPolygon");
    ik_json_value polygons = ik_json_member(geometry, "coordinates");
    assert_int_equal(ik_json_length(polygons), 2);
    ik_assert_near(ring_area(ik_json_item(ik_json_item(polygons, 0), 0)), 0.2 * 0.1, 1e-9);
    ik_assert_near(ring_area(ik_json_item(ik_json_item(polygons, 1), 0)), 0.1 * 0.1, 1e-9);
    geometry = ik_json_member(feature_at(json, 1), "geometry");
    assert_text(geometry, "type", "Polygon");
    assert_int_equal(ik_json_length(ik_json_member(geometry, "coordinates")), 2);
}

static void the_box_is_west_south_east_north(void **state)
{
    const toy_site *toy = *state;
    const double expected[] = {7, 51, 8.3, 51.3};
    g_autoptr(ik_json) json = parse(ik_geojson_regions(&toy->input));
    ik_json_value box = ik_json_member(ik_json_root(json), "bbox");
    assert_int_equal(ik_json_length(box), 4);
    for (guint i = 0; i < 4; i++)
        ik_assert_near(ik_json_number(ik_json_item(box, i)), expected[i], 0);
}

static void assert_keys(ik_json_value object, const char *const *keys, guint n)
{
    assert_int_equal(ik_json_length(object), n);
    for (guint i = 0; i < n; i++)
        assert_string_equal(ik_json_member_key(object, i), keys[i]);
}

static void regions_carry_their_figures(void **state)
{
    static const char *const keys[] = {
        "id",         "number",         "name",     "agency",
        "population", "municipalities", "projects", "projects_per_100k",
        "themes",     "events"};
    const toy_site *toy = *state;
    g_autoptr(ik_json) json = parse(ik_geojson_regions(&toy->input));
    ik_json_value feature = feature_at(json, 0);
    assert_text(feature, "id", "alpha");
    ik_json_value properties = ik_json_member(feature, "properties");
    assert_keys(properties, keys, G_N_ELEMENTS(keys));
    assert_text(properties, "id", "alpha");
    assert_text(properties, "name", "Alpha-Land");
    assert_text(properties, "agency", "Regionalagentur Alpha");
    ik_assert_near(ik_json_number(ik_json_member(properties, "population")), 160000, 0);
    ik_assert_near(ik_json_number(ik_json_member(properties, "municipalities")), 3, 0);
    ik_assert_near(ik_json_number(ik_json_member(properties, "projects")), 2, 0);
    ik_assert_near(ik_json_number(ik_json_member(properties, "projects_per_100k")), 1.25, 0);
    ik_assert_near(ik_json_number(ik_json_member(properties, "events")), 1, 0);
    assert_int_equal(ik_json_length(ik_json_member(properties, "themes")), 2);
}

static void municipalities_carry_the_keys_of_what_they_belong_to(void **state)
{
    static const char *const keys[] = {"ags",    "name",       "kind",     "district",
                                       "region", "population", "projects", "district_name"};
    const toy_site *toy = *state;
    g_autoptr(ik_json) json = parse(ik_geojson_municipalities(&toy->input));
    ik_json_value feature = feature_at(json, TOWN_D);
    assert_text(feature, "id", "05002004");
    ik_json_value properties = ik_json_member(feature, "properties");
    assert_keys(properties, keys, G_N_ELEMENTS(keys));
    assert_text(properties, "ags", "05002004");
    assert_text(properties, "district", "05002");
    assert_text(properties, "region", "alpha");
    assert_text(properties, "kind", "Gemeinde");
}

static void every_collection_names_its_sources(void **state)
{
    const toy_site *toy = *state;
    g_autoptr(ik_json) json = parse(ik_geojson_municipalities(&toy->input));
    ik_json_value root = ik_json_root(json);
    assert_text(root, "type", "FeatureCollection");
    assert_text(root, "name", "municipalities");
    ik_json_value second = ik_json_item(ik_json_member(root, "attribution"), 1);
    assert_text(second, "text", "© Zwei & Söhne");
    assert_text(second, "licence", "ODbL 1.0");
    assert_text(second, "url", "https://example.org/2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(a_square_is_a_counter_clockwise_polygon),
        WITH_TOY(a_hole_runs_clockwise_after_its_exterior),
        WITH_TOY(a_region_is_the_union_of_its_municipalities_with_its_exclave),
        WITH_TOY(the_box_is_west_south_east_north),
        WITH_TOY(regions_carry_their_figures),
        WITH_TOY(municipalities_carry_the_keys_of_what_they_belong_to),
        WITH_TOY(every_collection_names_its_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
