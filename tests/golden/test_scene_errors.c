/* test_scene_errors.c — styles that ask for what the map does not have.   [tests] */
#include "test_support.h"

#include "raster.h"
#include "small_map.h"

#include <ideenkarte/error.h>
#include <string.h>

static const double SQUARE[] = {64, 64, 64, 192, 192, 192, 192, 64};
static const small_polygon POLYGON = {SQUARE, 4, 0, 0};

static void expect_error(const char *layer, int code, const char *message)
{
    GError *error = NULL;
    small_map map;
    g_autofree char *text = g_strdup_printf(
        "{\"version\": 8, \"sources\": {\"s\": {\"type\": \"vector\"}}, \"layers\": [%s]}", layer);
    g_autoptr(ik_style) style = ik_style_parse(text, strlen(text), "test", &error);
    ik_assert_no_error(error);
    small_map_init(&map, &POLYGON, 1);
    const ik_map_data data = {.division = map.division, .tints = map.tints};
    const ik_text_metrics metrics = small_map_metrics();
    assert_null(ik_scene_new(style, map.tiling, &data, &metrics, &error));
    ik_assert_error(error, IK_ERROR, code, message);
    g_clear_error(&error);
    small_map_clear(&map);
}

static void a_source_layer_that_is_not_there_is_named(void **state)
{
    (void)state;
    expect_error(
        "{\"id\": \"w\", \"type\": \"fill\", \"source\": \"s\", \"source-layer\": \"water\"}",
        IK_ERROR_INPUT, "layer \"w\": there is no source layer \"water\"");
}

/* 1e30 pixels would take more memory than there is. */
static void absurd_lengths_are_kept_in_bounds(void **state)
{
    static const char STYLE[] =
        "{\"version\": 8, \"sources\": {\"s\": {\"type\": \"vector\"}}, \"layers\": [{\"id\": "
        "\"c\", \"type\": \"circle\", \"source\": \"s\", "
        "\"source-layer\": \"places\", \"paint\": {\"circle-radius\": 1e30, "
        "\"circle-stroke-width\": 1e30}}, {\"id\": \"l\", \"type\": \"line\", \"source\": \"s\", "
        "\"source-layer\": \"borders\", \"paint\": {\"line-width\": 1e30}}]}";
    GError *error = NULL;
    small_map map;
    guint n = 0;
    (void)state;
    small_map_init(&map, &POLYGON, 1);
    const ik_map_data data = {.division = map.division, .tints = map.tints};
    const ik_text_metrics metrics = small_map_metrics();
    g_autoptr(ik_style) style = ik_style_parse(STYLE, strlen(STYLE), "test", &error);
    ik_assert_no_error(error);
    g_autoptr(ik_scene) scene = ik_scene_new(style, map.tiling, &data, &metrics, &error);
    ik_assert_no_error(error);
    const ik_circle_style *styles = ik_scene_circle_styles(scene, &n);
    assert_int_equal(n, 1);
    ik_assert_near(styles[0].radius_px, IK_MAX_LENGTH_PX, 0);
    ik_scene_free(g_steal_pointer(&scene));
    small_map_clear(&map);
}

/* 18 degrees of latitude at zoom 18 are 17 million pixels. */
static void a_picture_that_cannot_hold_its_box_is_refused(void **state)
{
    static const char STYLE[] =
        "{\"version\": 8, \"sources\": {\"s\": {\"type\": \"vector\"}}, \"layers\": []}";
    static const struct {
        ik_lonlat_box box;
        guint width_px;
    } cases[] = {{{6, 42, 6.0000001, 60}, 1200}, {{6, 50, 9, 52}, 60001}, {{6, 50, 9, 52}, 30000}};
    GError *error = NULL;
    small_map map;
    (void)state;
    small_map_init(&map, &POLYGON, 1);
    const ik_map_data data = {.division = map.division, .tints = map.tints};
    const ik_text_metrics metrics = small_map_metrics();
    g_autoptr(ik_style) style = ik_style_parse(STYLE, strlen(STYLE), "test", &error);
    g_autoptr(ik_scene) scene = ik_scene_new(style, map.tiling, &data, &metrics, &error);
    g_autoptr(ik_raster) raster = ik_raster_new(scene, NULL, 1, &error);
    ik_assert_no_error(error);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        double zoom = ik_picture_zoom(&cases[i].box, cases[i].width_px);
        ik_picture_frame frame = ik_picture_frame_for(&cases[i].box, zoom, 1, cases[i].width_px);
        assert_null(ik_raster_render_picture(raster, &frame, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "pixels is too large");
        g_clear_error(&error);
    }
    ik_raster_free(g_steal_pointer(&raster));
    ik_scene_free(g_steal_pointer(&scene));
    small_map_clear(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_source_layer_that_is_not_there_is_named),
        cmocka_unit_test(absurd_lengths_are_kept_in_bounds),
        cmocka_unit_test(a_picture_that_cannot_hold_its_box_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
