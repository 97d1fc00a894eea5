/* test_own_source.c — our own layers carried into the plane of a page.   [tests] */
#include "own_source.h"

#include <math.h>
#include <string.h>

#include "poster_plane.h"
#include "scene_builder.h"
#include "source_layer.h"
#include "style_sources.h"
#include "test_support.h"
#include "text_engine.h"

static const ik_lonlat_box state_box = {5.8, 50.3, 9.5, 52.6};

typedef struct {
    ik_map_source *map;
    ik_poster_plane plane;
    ik_layer_sets *sets;
} fixture;

static int set_up(void **state)
{
    GError *error = NULL;
    fixture *f = g_new0(fixture, 1);
    const ik_poster_options options = {.box = state_box, .crs = IK_POSTER_UTM32};
    f->map = ik_map_source_new(ik_territory_builtin(), NULL);
    f->sets = ik_layer_sets_new();
    ik_poster_plane_init(&f->plane, &options, 1000, 20000, &error);
    ik_assert_no_error(error);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_layer_sets_free(f->sets);
    ik_poster_plane_clear(&f->plane);
    ik_map_source_free(f->map);
    g_free(f);
    return 0;
}

static const ik_feature_set *only_set(const fixture *f)
{
    assert_int_equal(f->sets->layers->len, 1);
    const ik_layer_sets_entry *entry = &g_array_index(f->sets->layers, ik_layer_sets_entry, 0);
    assert_int_equal(entry->sets->len, 1);
    return g_ptr_array_index(entry->sets, 0);
}

static const char *text_of(const ik_set_feature *feature, const char *name)
{
    for (guint i = 0; i < feature->feature.n_attributes; i++)
        if (strcmp(feature->feature.attributes[i].name, name) == 0)
            return feature->feature.attributes[i].value.string;
    fail_msg("no attribute %s", name);
    return NULL;
}

/* Where the territory says, projected; the tiling's grid has 16 units a pixel, so a unit may be lost. */
static void a_place_lies_where_the_projection_has_it(void **state)
{
    fixture *f = *state;
    const ik_territory *territory = ik_territory_builtin();
    ik_own_source_add(f->map, "places", &f->plane.grid, f->sets);
    const ik_feature_set *set = only_set(f);
    assert_int_equal(ik_feature_set_count(set), territory->n_municipalities);
    for (guint i = 0; i < ik_feature_set_count(set); i++) {
        guint n;
        const ik_set_feature *feature = ik_feature_set_at(set, i);
        const ik_tile_point *point = ik_feature_set_part(set, feature, 0, &n);
        const guint32 index = ik_territory_find_municipality(territory, text_of(feature, "ags"));
        const ik_grid_position expected =
            ik_picture_grid_place(&f->plane.grid, territory->municipalities[index].label);
        ik_assert_near(point->x, expected.x, 1.5);
        ik_assert_near(point->y, expected.y, 1.5);
    }
}

/* Aachen's region has parts beyond the Vennbahn: its name stands in the largest, once. */
static void a_region_of_many_parts_has_its_name_once(void **state)
{
    static const char sheet[] =
        "{\"version\":8,\"sources\":{\"ideenkarte\":{\"type\":\"vector\",\"url\":\"x\"}},"
        "\"layers\":[{\"id\":\"n\",\"type\":\"symbol\",\"source\":\"ideenkarte\","
        "\"source-layer\":\"regions\",\"layout\":{\"text-field\":[\"get\",\"name\"],"
        "\"text-font\":[\"Noto Sans Regular\"],\"text-allow-overlap\":true}}]}";
    fixture *f = *state;
    GError *error = NULL;
    guint n_parts = 0;
    ik_own_source_add(f->map, "regions", &f->plane.grid, f->sets);
    const ik_feature_set *set = only_set(f);
    for (guint i = 0; i < ik_feature_set_count(set); i++)
        n_parts += ik_feature_set_at(set, i)->n_parts;
    assert_true(n_parts > 16); /* or the test says nothing */
    g_autoptr(ik_style) style = ik_style_parse(sheet, strlen(sheet), "t.json", &error);
    ik_assert_no_error(error);
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    const ik_text_metrics metrics = ik_text_engine_metrics(engine);
    const char *const ids[] = {IK_OWN_SOURCE_ID, NULL};
    const ik_layer_features features = {IK_OWN_SOURCE_ID, "regions", &set, 1};
    const ik_map_sources sources = {.features = &features, .n_features = 1, .ids = ids};
    const ik_scene_request request = {
        .style = style, .sources = &sources, .metrics = &metrics, .zoom = f->plane.grid.zoom};
    g_autoptr(ik_scene) scene = ik_scene_new_of(&request, &error);
    ik_assert_no_error(error);
    assert_int_equal(ik_scene_label_count(scene).wanted, 16);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {TEST(a_place_lies_where_the_projection_has_it),
                                       TEST(a_region_of_many_parts_has_its_name_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
