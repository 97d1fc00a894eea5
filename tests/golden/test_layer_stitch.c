/* test_layer_stitch.c — tiles of layers of every kind side by side are one picture.   [tests]
 *
 * Shapes that cross the edges of sixteen tiles, drawn alone, in groups and by several threads.
 */
#include "test_support.h"

#include "layer_picture.h"

#include <string.h>

#define TILES 4u

typedef struct {
    const char *type, *layout, *paint;
} shape_layer;

static const shape_layer LAYERS[] = {
    {"fill", "",
     "'fill-color': '#f00', 'fill-opacity': 0.4, 'fill-outline-color': '#000', "
     "'fill-translate': [3.3, 7.7]"},
    {"fill", "", "'fill-antialias': false, 'fill-color': '#0f0', 'fill-layer-opacity': 0.3"},
    {"fill", "", "'fill-pattern': 'checker', 'fill-opacity': 0.3"},
    {"line", "'line-join': 'round', 'line-cap': 'round'",
     "'line-width': 25, 'line-opacity': 0.5, 'line-color': '#00f'"},
    {"line", "", "'line-width': 5, 'line-dasharray': [3, 1.5], 'line-offset': 9"},
    {"line", "", "'line-width': 3, 'line-gap-width': 11, 'line-layer-opacity': 0.7"},
    {"line", "", "'line-width': 20, 'line-blur': 9, 'line-translate': [40, 0]"},
    {"line", "",
     "'line-width': 9, 'line-translate': [0, 60], 'line-gradient': ['interpolate', ['linear'], "
     "['line-progress'], 0, '#f00', 1, '#00f']"},
    {"line", "", "'line-width': 8, 'line-pattern': 'checker', 'line-translate': [0, -60]"},
    {"heatmap", "", "'heatmap-radius': 90"},
    {"circle", "",
     "'circle-radius': 30, 'circle-blur': 0.4, 'circle-opacity': 0.6, 'circle-stroke-width': 5"},
};

/* Most of the sixteen tiles hold nothing but the pattern, three pixels wide: it lies in every third column alike. */
static const char PATTERNED[] =
    "{\"id\": \"b\", \"type\": \"background\", \"paint\": {\"background-pattern\": \"stripes\"}}, "
    "{\"id\": \"c\", \"type\": \"circle\", \"source\": \"s\", \"paint\": {\"circle-radius\": 9}}";

/* The layers as JSON, a picture above them. Caller frees. */
static char *layers_text(void)
{
    GString *text = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(LAYERS); i++)
        g_string_append_printf(text,
                               "{'id': '%zu', 'type': '%s', 'source': 's', 'layout': {%s}, "
                               "'paint': {%s}}, ",
                               i, LAYERS[i].type, LAYERS[i].layout, LAYERS[i].paint);
    g_string_append(text, "{'id': 'r', 'type': 'raster', 'source': 'r', "
                          "'paint': {'raster-opacity': 0.5, 'raster-hue-rotate': 40}}");
    g_string_replace(text, "'", "\"", 0);
    return g_string_free(text, FALSE);
}

static void add_shapes(layer_shapes *shapes)
{
    static const double AREA[] = {100.3, 60.7, 700, 200.2, 900.5, 800, 300, 700.9};
    static const double BOW[] = {300, 300, 800, 800, 800, 300, 300, 800};
    static const double LINE[] = {20, 900, 256, 256, 512.4, 700, 600, 90, 1000, 512};
    static const double PLACES[][2] = {{256, 256}, {511.8, 300}, {760, 770}, {1020, 5}};
    layer_shapes_init(shapes, NULL);
    layer_shapes_add(shapes, IK_SHAPE_POLYGON, 1, AREA, 4);
    layer_shapes_add(shapes, IK_SHAPE_POLYGON, 2, BOW, 4);
    layer_shapes_add(shapes, IK_SHAPE_LINE, 3, LINE, 5);
    for (gsize i = 0; i < G_N_ELEMENTS(PLACES); i++)
        layer_shapes_add(shapes, IK_SHAPE_POINT, 4, PLACES[i], 1);
    shapes->picture.box = (ik_tile_box){200 * 16, 190 * 16, 600 * 16, 700 * 16};
}

/* What is compared, and how many tiles came. */
typedef struct {
    const test_picture *whole;
    guint side, count;
} comparison;

static bool compare_tile(ik_tile tile, GBytes *png, gpointer data, GError **error)
{
    comparison *c = data;
    test_picture picture;
    (void)error;
    test_picture_init(&picture, png);
    assert_int_equal(picture.width, c->side);
    for (guint y = 0; y < c->side; y++) {
        gsize first =
            ((gsize)(tile.y * c->side + y) * c->whole->width + (gsize)tile.x * c->side) * 4;
        if (memcmp(&picture.rgba[(gsize)y * c->side * 4], &c->whole->rgba[first],
                   (gsize)c->side * 4) != 0)
            fail_msg("tile %u/%u differs in row %u", tile.x, tile.y, y);
    }
    test_picture_clear(&picture);
    c->count++;
    return true;
}

/* Returns how many tiles were compared. */
static guint stitch(const char *layers, double pixel_ratio)
{
    static const guint WAYS[][2] = {{1, 1}, {4, 1}, {8, 1}, {1, 4}, {4, 4}, {8, 4}};
    const guint side = (guint)(256 * pixel_ratio);
    GError *error = NULL;
    layer_shapes shapes;
    layer_stage stage;
    test_picture whole;
    guint compared = 0;
    add_shapes(&shapes);
    layer_stage_init(&stage, &shapes, layers, pixel_ratio);
    const ik_picture_frame frame = {0, 0, TILES * side, TILES * side, NULL, IK_TILE_IMAGE_PNG, 0};
    g_autoptr(GBytes) png = ik_raster_render_picture(stage.raster, &frame, &error);
    ik_assert_no_error(error);
    test_picture_init(&whole, png);
    for (gsize i = 0; i < G_N_ELEMENTS(WAYS); i++) {
        comparison c = {&whole, side, 0};
        const ik_raster_task task = {.first = {LAYER_ZOOM, 0, 0},
                                     .last = {LAYER_ZOOM, TILES - 1, TILES - 1},
                                     .metatile = WAYS[i][0],
                                     .jobs = WAYS[i][1],
                                     .deliver = compare_tile,
                                     .data = &c};
        assert_true(ik_raster_render_tiles(stage.raster, &task, &error));
        assert_int_equal(c.count, TILES * TILES);
        compared += c.count;
    }
    test_picture_clear(&whole);
    layer_stage_clear(&stage);
    layer_shapes_clear(&shapes);
    return compared;
}

static void tiles_of_all_layers_equal_one_picture(void **state)
{
    g_autofree char *layers = layers_text();
    (void)state;
    assert_int_equal(stitch(layers, 1), 6 * TILES * TILES);
}

static void so_do_tiles_of_twice_the_pixels(void **state)
{
    g_autofree char *layers = layers_text();
    (void)state;
    assert_int_equal(stitch(layers, 2), 6 * TILES * TILES);
}

static void tiles_of_a_pattern_equal_one_picture(void **state)
{
    (void)state;
    assert_int_equal(stitch(PATTERNED, 1), 6 * TILES * TILES);
    assert_int_equal(stitch(PATTERNED, 2), 6 * TILES * TILES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tiles_of_all_layers_equal_one_picture),
        cmocka_unit_test(so_do_tiles_of_twice_the_pixels),
        cmocka_unit_test(tiles_of_a_pattern_equal_one_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
