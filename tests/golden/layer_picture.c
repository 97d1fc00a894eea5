/* layer_picture.c — a few shapes in a source "s", drawn by the layers of a test.   [tests] */
#include "test_support.h"

#include "layer_picture.h"

#include "small_map.h"

#include <string.h>

#define SIDE_PX 64u

static const uint32_t CHECKER[4] = {0xffff0000u, 0xff0000ffu, 0xff0000ffu, 0xffff0000u};
static const uint32_t FOUR[4] = {0xffff0000u, 0xff00ff00u, 0xff0000ffu, 0xffffffffu};

void layer_shapes_init(layer_shapes *shapes, const ik_clip *clip)
{
    const ik_sprite_image checker = {
        .name = "checker", .width = 2, .height = 2, .pixel_ratio = 1, .pixels = CHECKER};
    shapes->set = ik_feature_set_new(clip);
    shapes->images = ik_image_table_new();
    assert_true(ik_image_table_add(shapes->images, &checker));
    shapes->picture = (ik_source_picture){{2, 2, 1, FOUR}, {256, 256, 768, 768}};
}

void layer_shapes_clear(layer_shapes *shapes)
{
    ik_feature_set_free(shapes->set);
    ik_image_table_free(shapes->images);
}

void layer_shapes_add(layer_shapes *shapes, ik_shape shape, double n, const double *xy, guint count)
{
    g_autofree ik_grid_position *points = g_new(ik_grid_position, count);
    for (guint i = 0; i < count; i++)
        points[i] = (ik_grid_position){xy[(gsize)2 * i] * IK_UNITS_PER_PIXEL,
                                       xy[(gsize)2 * i + 1] * IK_UNITS_PER_PIXEL};
    ik_feature_set_begin(shapes->set, shape, (ik_value){.type = IK_VALUE_NULL});
    ik_feature_set_attribute(shapes->set, "n", ik_value_number(n));
    if (shape == IK_SHAPE_POINT)
        ik_feature_set_point(shapes->set, *points);
    else if (shape == IK_SHAPE_LINE)
        ik_feature_set_line(shapes->set, points, count);
    else
        ik_feature_set_ring(shapes->set, points, count, false);
    assert_true(ik_feature_set_end(shapes->set));
}

void layer_stage_init(layer_stage *stage, layer_shapes *shapes, const char *layers,
                      double pixel_ratio)
{
    GError *error = NULL;
    g_autofree char *text = g_strdup_printf(
        "{\"version\": 8, \"sources\": {\"s\": {\"type\": \"geojson\", \"lineMetrics\": true, "
        "\"data\": \"x\"}, \"r\": {\"type\": \"raster\", \"url\": \"x\"}}, \"layers\": [{\"id\": "
        "\"ground\", \"type\": \"background\", \"paint\": {\"background-color\": \"#fff\"}}, %s]}",
        layers);
    static const char *const IDS[] = {"s", "r", NULL};
    const ik_text_metrics metrics = small_map_metrics();
    ik_feature_set_seal(shapes->set);
    stage->set = shapes->set;
    stage->features = (ik_layer_features){"s", NULL, &stage->set, 1};
    stage->pictures = (ik_layer_pictures){"r", &shapes->picture, 1};
    stage->sources = (ik_map_sources){&stage->features, 1, &stage->pictures, 1, IDS};
    stage->style = ik_style_parse(text, strlen(text), "test", &error);
    ik_assert_no_error(error);
    const ik_scene_request request = {.style = stage->style,
                                      .sources = &stage->sources,
                                      .images = shapes->images,
                                      .metrics = &metrics,
                                      .zoom = LAYER_ZOOM};
    stage->scene = ik_scene_new_of(&request, &error);
    ik_assert_no_error(error);
    stage->raster = ik_raster_new(stage->scene, NULL, pixel_ratio, &error);
    ik_assert_no_error(error);
}

void layer_stage_clear(layer_stage *stage)
{
    ik_raster_free(stage->raster);
    ik_scene_free(stage->scene);
    ik_style_free(stage->style);
}

void layer_picture_init(test_picture *picture, layer_shapes *shapes, const char *layers,
                        double pixel_ratio)
{
    GError *error = NULL;
    layer_stage stage;
    layer_stage_init(&stage, shapes, layers, pixel_ratio);
    const guint side = (guint)(SIDE_PX * pixel_ratio);
    const ik_picture_frame frame = {0, 0, side, side, NULL, IK_TILE_IMAGE_PNG, 0};
    g_autoptr(GBytes) png = ik_raster_render_picture(stage.raster, &frame, &error);
    ik_assert_no_error(error);
    test_picture_init(picture, png);
    layer_stage_clear(&stage);
}

void layer_assert_near(const test_picture *picture, guint x, guint y, uint32_t expected,
                       guint tolerance)
{
    uint32_t found = test_picture_pixel(picture, x, y);
    for (int shift = 0; shift < 32; shift += 8) {
        int a = (int)(found >> shift & 0xff), b = (int)(expected >> shift & 0xff);
        if (ABS(a - b) > (int)tolerance)
            fail_msg("pixel %u, %u is %08x, expected %08x", x, y, found, expected);
    }
}

void layer_assert(const test_picture *picture, guint x, guint y, uint32_t expected)
{
    layer_assert_near(picture, x, y, expected, 0);
}
