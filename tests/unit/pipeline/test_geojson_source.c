/* test_geojson_source.c — GeoJSON as features on the grid of a picture.   [tests]
 *
 * The grid is that of zoom 1, whose world is 8192 units wide; the picture is all of it.
 */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "geojson_source.h"

static const ik_picture_grid GRID = {1, {0, 0}, {0, 0, 8192, 8192}, NULL};

static ik_feature_set *read_with(const ik_style_source *source, const char *text,
                                 ik_geojson_losses *losses, GError **error)
{
    g_autoptr(ik_json) json = ik_json_parse(text, strlen(text), "x", error);
    assert_non_null(json);
    return ik_geojson_source_read(source, ik_json_root(json), "x", &GRID, losses, error);
}

static ik_feature_set *read(const char *text, guint n_lost)
{
    const ik_style_source source = {.id = "s"};
    GError *error = NULL;
    ik_geojson_losses lost = {0};
    ik_feature_set *set = read_with(&source, text, &lost, &error);
    ik_assert_no_error(error);
    assert_int_equal(lost.unread, n_lost);
    return set;
}

/* Features of a set that stand in the world's first copy. */
static guint count_here(const ik_feature_set *set)
{
    guint n = 0;
    for (guint i = 0; i < ik_feature_set_count(set); i++) {
        const ik_tile_box *box = &ik_feature_set_at(set, i)->box;
        n += box->min_x >= 0 && box->max_x <= 8192;
    }
    return n;
}

static const ik_set_feature *find_here(const ik_feature_set *set)
{
    for (guint i = 0; i < ik_feature_set_count(set); i++) {
        const ik_set_feature *feature = ik_feature_set_at(set, i);
        if (feature->box.min_x >= 0 && feature->box.max_x <= 8192)
            return feature;
    }
    fail_msg("nothing stands in the first copy of the world");
    return NULL;
}

/* Longitude 0 is the middle, 90 three quarters; latitude 66.5132604 a quarter from the north. */
static void positions_are_those_of_mercator(void **state)
{
    guint n;
    (void)state;
    g_autoptr(ik_feature_set) set =
        read("{\"type\": \"LineString\", \"coordinates\": [[0, 0], [90, 66.51326044311186]]}", 0);
    const ik_set_feature *line = find_here(set);
    const ik_tile_point *points = ik_feature_set_part(set, line, 0, &n);
    assert_int_equal(n, 2);
    assert_int_equal(points[0].x, 4096);
    assert_int_equal(points[0].y, 4096);
    assert_int_equal(points[1].x, 6144);
    assert_int_equal(points[1].y, 2048);
    assert_string_equal(line->feature.geometry, "LineString");
}

static double area2(const ik_feature_set *set, const ik_set_feature *feature, guint part)
{
    guint n;
    const ik_tile_point *p = ik_feature_set_part(set, feature, part, &n);
    double area = 0;
    for (guint i = 0; i < n; i++)
        area += (double)p[i].x * p[(i + 1) % n].y - (double)p[(i + 1) % n].x * p[i].y;
    return area;
}

/* Both rings run the same way, and neither is closed. */
static void rings_are_turned_and_closed(void **state)
{
    (void)state;
    g_autoptr(ik_feature_set) set =
        read("{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [40, 0], [40, 40], [0, 40]], "
             "[[10, 10], [20, 10], [20, 20], [10, 20]]]}",
             0);
    const ik_set_feature *polygon = find_here(set);
    assert_int_equal(polygon->n_parts, 2);
    assert_true(area2(set, polygon, 0) > 0);
    assert_true(area2(set, polygon, 1) < 0);
}

static void every_kind_of_geometry_is_read(void **state)
{
    static const struct {
        const char *geometry, *name;
        guint n_parts;
    } cases[] = {
        {"{\"type\": \"Point\", \"coordinates\": [1, 2, 3]}", "Point", 1},
        {"{\"type\": \"MultiPoint\", \"coordinates\": [[1, 2], [3, 4]]}", "Point", 2},
        {"{\"type\": \"MultiLineString\", \"coordinates\": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]}",
         "LineString", 2},
        {"{\"type\": \"MultiPolygon\", \"coordinates\": [[[[1, 2], [3, 4], [5, 2]]], [[[11, 2], "
         "[13, 4], [15, 2]]]]}",
         "Polygon", 2},
        {"{\"type\": \"GeometryCollection\", \"geometries\": [{\"type\": \"Point\", "
         "\"coordinates\": [1, 2]}]}",
         "Point", 1}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(ik_feature_set) set = read(cases[i].geometry, 0);
        assert_int_equal(count_here(set), 1);
        assert_string_equal(find_here(set)->feature.geometry, cases[i].name);
        assert_int_equal(find_here(set)->n_parts, cases[i].n_parts);
    }
}

static const ik_value *attribute(const ik_set_feature *feature, const char *name)
{
    for (guint i = 0; i < feature->feature.n_attributes; i++)
        if (strcmp(feature->feature.attributes[i].name, name) == 0)
            return &feature->feature.attributes[i].value;
    fail_msg("no attribute %s", name);
    return NULL;
}

static void attributes_keep_their_types(void **state)
{
    (void)state;
    g_autoptr(ik_feature_set) set =
        read("{\"type\": \"Feature\", \"id\": 7, \"geometry\": {\"type\": \"Point\", "
             "\"coordinates\": [1, 2]}, \"properties\": {\"t\": \"ä\", \"n\": 1.5, \"b\": true, "
             "\"z\": null, \"a\": [1, [\"x\"]], \"o\": {\"k\": 2}}}",
             0);
    const ik_set_feature *feature = find_here(set);
    assert_string_equal(attribute(feature, "t")->string, "ä");
    ik_assert_near(attribute(feature, "n")->number, 1.5, 0);
    assert_true(attribute(feature, "b")->boolean);
    assert_int_equal(attribute(feature, "z")->type, IK_VALUE_NULL);
    assert_string_equal(attribute(feature, "a")->array.items[1].array.items[0].string, "x");
    ik_assert_near(attribute(feature, "o")->object.members[0].value.number, 2, 0);
    ik_assert_near(feature->feature.id.number, 7, 0);
}

static void an_id_may_be_promoted_or_made(void **state)
{
    static const char TEXT[] =
        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"id\": 7, "
        "\"geometry\": {\"type\": \"Point\", \"coordinates\": [1, 2]}, \"properties\": {\"k\": "
        "\"x\"}}]}";
    const ik_style_source promoted = {.id = "s", .promote_id = "k"};
    const ik_style_source generated = {.id = "s", .generate_id = true};
    GError *error = NULL;
    ik_geojson_losses lost;
    (void)state;
    g_autoptr(ik_feature_set) first = read_with(&promoted, TEXT, &lost, &error);
    assert_string_equal(find_here(first)->feature.id.string, "x");
    g_autoptr(ik_feature_set) second = read_with(&generated, TEXT, &lost, &error);
    ik_assert_near(find_here(second)->feature.id.number, 0, 0);
}

/* What cannot be read is counted; what has no geometry or no extent is nothing. */
static void broken_geometry_is_left_out(void **state)
{
    static const char *const lost[] = {
        "{\"type\": \"Point\", \"coordinates\": [\"1\", 2]}",
        "{\"type\": \"Point\", \"coordinates\": [1]}",
        "{\"type\": \"LineString\", \"coordinates\": [1, 2]}",
        "{\"type\": \"Circle\", \"coordinates\": [1, 2]}",
        "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\"}}",
        "{\"type\": \"FeatureCollection\", \"features\": [null]}",
        "{\"type\": \"GeometryCollection\", \"geometries\": 1}"};
    static const char *const empty[] = {
        "{\"type\": \"Feature\", \"geometry\": null}",
        "{\"type\": \"LineString\", \"coordinates\": [[1, 2]]}",
        "{\"type\": \"LineString\", \"coordinates\": [[1, 2], [1, 2]]}",
        "{\"type\": \"Polygon\", \"coordinates\": []}",
        "{\"type\": \"Polygon\", \"coordinates\": [[[1, 2], [3, 4], [1, 2]]]}"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(lost); i++) {
        g_autoptr(ik_feature_set) set = read(lost[i], 1);
        assert_int_equal(ik_feature_set_count(set), 0);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(empty); i++) {
        g_autoptr(ik_feature_set) set = read(empty[i], 0);
        assert_int_equal(ik_feature_set_count(set), 0);
    }
}

/* At zoom 0 of the style, where 50 pixels are 35 degrees; every position of a MultiPoint is a point. */
static void points_are_joined_where_the_source_asks_for_it(void **state)
{
    const ik_style_source source = {.id = "s",
                                    .cluster = true,
                                    .max_zoom = 18,
                                    .cluster_radius = 50,
                                    .cluster_max_zoom = 17,
                                    .cluster_min_points = 2};
    GError *error = NULL;
    ik_geojson_losses lost;
    (void)state;
    g_autoptr(ik_feature_set) set = read_with(
        &source,
        "{\"type\": \"GeometryCollection\", \"geometries\": [{\"type\": \"MultiPoint\", "
        "\"coordinates\": [[0, 0], [90, 0], [-20, 0]]}, {\"type\": \"Point\", \"coordinates\": "
        "[20, 0]}, {\"type\": \"LineString\", \"coordinates\": [[0, 0], [1, 1]]}]}",
        &lost, &error);
    ik_assert_no_error(error);
    assert_int_equal(lost.unread, 0);
    assert_int_equal(lost.not_joined, 1);
    assert_int_equal(count_here(set), 2);
    const ik_set_feature *cluster = find_here(set);
    ik_assert_near(attribute(cluster, "point_count")->number, 3, 0);
    assert_int_equal(cluster->box.min_x, 4096);
}

static void what_is_no_geojson_is_refused(void **state)
{
    static const char *const texts[] = {"[]", "{}", "{\"type\": \"FeatureCollection\"}",
                                        "{\"type\": \"Topology\"}"};
    const ik_style_source source = {.id = "s"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        GError *error = NULL;
        ik_geojson_losses lost;
        assert_null(read_with(&source, texts[i], &lost, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "expected GeoJSON");
        g_error_free(error);
    }
}

/* The picture is a world wide and sees 1024 pixels more on both sides: five copies of the world, of
 * 512 pixels each, from two worlds before to two behind.
 */
static void the_world_repeats(void **state)
{
    (void)state;
    g_autoptr(ik_feature_set) set = read("{\"type\": \"Point\", \"coordinates\": [0, 0]}", 0);
    assert_int_equal(ik_feature_set_count(set), 5);
    g_autoptr(ik_feature_set) beyond = read("{\"type\": \"Point\", \"coordinates\": [190, 0]}", 0);
    assert_int_equal(count_here(beyond), 1);
    assert_int_equal(find_here(beyond)->box.min_x, 228); /* 170 degrees west */
    g_autoptr(ik_feature_set) huge =
        read("{\"type\": \"LineString\", \"coordinates\": [[-1e9, 0], [1e9, 1e300]]}", 0);
    assert_int_equal(ik_feature_set_count(huge), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(positions_are_those_of_mercator),
        cmocka_unit_test(rings_are_turned_and_closed),
        cmocka_unit_test(every_kind_of_geometry_is_read),
        cmocka_unit_test(attributes_keep_their_types),
        cmocka_unit_test(an_id_may_be_promoted_or_made),
        cmocka_unit_test(broken_geometry_is_left_out),
        cmocka_unit_test(points_are_joined_where_the_source_asks_for_it),
        cmocka_unit_test(what_is_no_geojson_is_refused),
        cmocka_unit_test(the_world_repeats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
