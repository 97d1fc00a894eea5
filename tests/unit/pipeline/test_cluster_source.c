/* test_cluster_source.c — points of a GeoJSON source that are joined, and what clusters say of themselves.   [tests]
 *
 * At zoom 0 the world is 512 CSS pixels wide, a pixel 0.703125 degrees of longitude: the usual radius of 50 pixels is
 * 35.16 degrees, half of that at zoom 1.
 */
#include "test_support.h"

#include <string.h>

#include "cluster_source.h"

#define STYLE(members)                                                                         \
    "{\"version\": 8, \"layers\": [], \"sources\": {\"s\": {\"type\": \"geojson\", \"data\": " \
    "{\"type\": \"Point\"}, \"cluster\": true" members "}}}"

typedef struct {
    GString *text; /* of each: its longitude and the attributes asked for */
    const char *const *names;
} answer;

static const ik_value *attribute(const ik_feature *feature, const char *name)
{
    for (guint i = 0; i < feature->n_attributes; i++)
        if (strcmp(feature->attributes[i].name, name) == 0)
            return &feature->attributes[i].value;
    return NULL;
}

static void put_value(GString *text, const ik_value *value)
{
    if (value == NULL)
        g_string_append(text, "-");
    else if (value->type == IK_VALUE_STRING)
        g_string_append_printf(text, "\"%s\"", value->string);
    else if (value->type == IK_VALUE_NUMBER)
        g_string_append_printf(text, "%.0f", value->number);
    else if (value->type == IK_VALUE_BOOL)
        g_string_append(text, value->boolean ? "true" : "false");
    else
        g_string_append(text, "null");
}

static void take(ik_lonlat position, const ik_feature *feature, gpointer data)
{
    answer *a = data;
    g_string_append_printf(a->text, "%s%.2f", a->text->len > 0 ? "; " : "", position.lon);
    for (guint i = 0; a->names[i] != NULL; i++) {
        g_string_append_c(a->text, ' ');
        put_value(a->text, attribute(feature, a->names[i]));
    }
}

typedef struct {
    double lon, value;
} test_point;

/* What stands at a zoom, in one line. */
static char *ask(const char *text, const test_point *points, guint n, double zoom,
                 const char *const *names)
{
    GError *error = NULL;
    g_autoptr(ik_style) style = ik_style_parse(text, strlen(text), "s.json", &error);
    ik_assert_no_error(error);
    g_autoptr(ik_cluster_source) clusters = ik_cluster_source_new(ik_style_find_source(style, "s"));
    g_autofree ik_attribute *values = g_new(ik_attribute, n);
    for (guint i = 0; i < n; i++) {
        values[i] = (ik_attribute){"value", ik_value_number(points[i].value)};
        const ik_feature feature = {.id = {.type = IK_VALUE_NULL},
                                    .geometry = "Point",
                                    .attributes = &values[i],
                                    .n_attributes = 1};
        ik_cluster_source_add(clusters, (ik_lonlat){points[i].lon, 0}, &feature);
    }
    answer a = {.text = g_string_new(NULL), .names = names};
    ik_cluster_source_each(clusters, zoom, take, &a);
    return g_string_free(a.text, FALSE);
}

static void expect(const char *text, const test_point *points, guint n, double zoom,
                   const char *const *names, const char *expected)
{
    g_autofree char *found = ask(text, points, n, zoom, names);
    assert_string_equal(found, expected);
}

static const char *const COUNTS[] = {"point_count", NULL};
static const test_point THREE[] = {{0, 1}, {20, 2}, {40, 4}};

/* 20 degrees are 28.4 pixels at zoom 0, 56.9 at zoom 1; a fraction of a zoom shows that of the zoom below. */
static void points_within_the_radius_become_a_cluster(void **state)
{
    (void)state;
    expect(STYLE(""), THREE, 3, 0, COUNTS, "10.00 2; 40.00 -");
    expect(STYLE(""), THREE, 3, 0.9, COUNTS, "10.00 2; 40.00 -");
    expect(STYLE(""), THREE, 3, 1, COUNTS, "0.00 -; 20.00 -; 40.00 -");
    expect(STYLE(", \"clusterRadius\": 57"), THREE, 3, 1, COUNTS, "10.00 2; 40.00 -");
    expect(STYLE(", \"clusterRadius\": 57"), THREE, 3, 0, COUNTS, "20.00 3");
    expect(STYLE(", \"clusterRadius\": 28"), THREE, 3, 0, COUNTS, "0.00 -; 20.00 -; 40.00 -");
    expect(STYLE(", \"clusterRadius\": 0"), THREE, 3, 0, COUNTS, "10.00 2; 40.00 -");
}

/* All three at one place. The default is the zoom below the source's deepest, 18; tiles beyond that are not cut. */
static void above_the_largest_zoom_points_stand_alone(void **state)
{
    static const test_point one_place[] = {{7, 1}, {7, 1}, {7, 1}};
    (void)state;
    expect(STYLE(""), one_place, 3, 17.99, COUNTS, "7.00 3");
    expect(STYLE(""), one_place, 3, 18, COUNTS, "7.00 -; 7.00 -; 7.00 -");
    expect(STYLE(", \"clusterMaxZoom\": 4"), one_place, 3, 4.5, COUNTS, "7.00 3");
    expect(STYLE(", \"clusterMaxZoom\": 4"), one_place, 3, 5, COUNTS, "7.00 -; 7.00 -; 7.00 -");
    expect(STYLE(", \"maxzoom\": 6, \"clusterMaxZoom\": 6"), one_place, 3, 20, COUNTS, "7.00 3");
}

static void fewer_points_than_the_least_do_not_join(void **state)
{
    static const test_point four[] = {{0, 1}, {10, 1}, {20, 1}, {100, 1}};
    (void)state;
    expect(STYLE(", \"clusterMinPoints\": 3"), four, 4, 0, COUNTS, "10.00 3; 100.00 -");
    expect(STYLE(", \"clusterMinPoints\": 4"), four, 4, 0, COUNTS,
           "0.00 -; 10.00 -; 20.00 -; 100.00 -");
}

static void a_cluster_says_what_it_is(void **state)
{
    static const char *const names[] = {"cluster", "cluster_id", "point_count",
                                        "point_count_abbreviated", NULL};
    (void)state;
    /* the name: place of its first point * 32 + zoom + 1 + number of points */
    expect(STYLE(""), THREE, 3, 0, names, "10.00 true 4 2 2; 40.00 - - - -");
}

static void counts_are_abbreviated_as_maplibre_does(void **state)
{
    static const char *const names[] = {"point_count_abbreviated", NULL};
    static const struct {
        guint n;
        const char *expected;
    } cases[] = {{999, "0.00 999"},       {1000, "0.00 \"1k\""},   {1049, "0.00 \"1k\""},
                 {1050, "0.00 \"1.1k\""}, {9949, "0.00 \"9.9k\""}, {9999, "0.00 \"10k\""},
                 {10499, "0.00 \"10k\""}, {10500, "0.00 \"11k\""}};
    g_autofree test_point *points = g_new0(test_point, 10500);
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        expect(STYLE(", \"clusterMaxZoom\": 0"), points, cases[i].n, 0, names, cases[i].expected);
}

/* An operator alone, one written out, and one that fails: null. What stands alone keeps its own attributes. */
static void properties_are_summed_up(void **state)
{
    static const char *const names[] = {"sum", "most", "wrong", "value", NULL};
    (void)state;
    expect(STYLE(", \"clusterRadius\": 57, \"clusterProperties\": {\"sum\": [\"+\", [\"get\", "
                 "\"value\"]], \"most\": [[\"max\", [\"accumulated\"], [\"get\", \"most\"]], "
                 "[\"*\", 10, [\"get\", \"value\"]]], \"wrong\": [\"+\", \"x\"]}"),
           THREE, 3, 0, names, "20.00 7 40 null -");
    expect(STYLE(", \"clusterProperties\": {\"sum\": [\"+\", [\"get\", \"value\"]]}"), THREE, 3, 0,
           names, "10.00 3 - - -; 40.00 - - - 4");
}

static void far_places_and_a_tiny_radius_are_borne(void **state)
{
    static const test_point far[] = {{-1e7, 1}, {1e7, 1}, {0, 1}, {0, 1}};
    (void)state;
    expect(STYLE(", \"clusterRadius\": 1e-9, \"clusterMaxZoom\": 30"), far, 4, 0, COUNTS,
           "-10000000.00 -; 10000000.00 -; 0.00 2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_within_the_radius_become_a_cluster),
        cmocka_unit_test(above_the_largest_zoom_points_stand_alone),
        cmocka_unit_test(fewer_points_than_the_least_do_not_join),
        cmocka_unit_test(a_cluster_says_what_it_is),
        cmocka_unit_test(counts_are_abbreviated_as_maplibre_does),
        cmocka_unit_test(properties_are_summed_up),
        cmocka_unit_test(far_places_and_a_tiny_radius_are_borne),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
