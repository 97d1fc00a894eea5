/* test_layers.c — every layer type and property once, on shapes whose pixels are known by hand.   [tests]
 *
 * Expected pixels follow from the shapes' coordinates and the MapLibre Style Specification.
 */
#include "test_support.h"

#include "layer_picture.h"

#include <math.h>

#define WHITE 0xffffffffu
#define RED   0xff0000ffu
#define GREEN 0x00ff00ffu
#define BLUE  0x0000ffffu
#define BLACK 0x000000ffu

static const double SQUARE[] = {16, 16, 48, 16, 48, 48, 16, 48};
static const double RIGHT[] = {32, 16, 56, 16, 56, 48, 32, 48};
static const double FLAT[] = {16, 32, 48, 32};
static const double ANGLE[] = {16, 48, 48, 48, 48, 16};
static const double MIDDLE[] = {32, 32};

/* Layers `json` over one shape. */
static void draw_shape(test_picture *picture, ik_shape shape, const double *xy, guint n,
                       const char *json)
{
    layer_shapes shapes;
    layer_shapes_init(&shapes, NULL);
    layer_shapes_add(&shapes, shape, 1, xy, n);
    layer_picture_init(picture, &shapes, json, 1);
    layer_shapes_clear(&shapes);
}

#define LAYER(type, layout, paint)                                                    \
    "{\"id\": \"l\", \"type\": \"" type "\", \"source\": \"s\", \"layout\": {" layout \
    "}, \"paint\": {" paint "}}"
#define FILL(paint)         LAYER("fill", "", paint)
#define LINE(layout, paint) LAYER("line", layout, paint)

/* ---- background ---- */

static void a_background_has_its_opacity_and_its_pattern(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_POINT, MIDDLE, 1,
               "{\"id\": \"b\", \"type\": \"background\", \"paint\": {\"background-color\": "
               "\"#000\", \"background-opacity\": 0.4}}");
    layer_assert_near(&picture, 5, 5, 0x999999ff, 1);
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_POINT, MIDDLE, 1,
               "{\"id\": \"b\", \"type\": \"background\", \"paint\": {\"background-pattern\": "
               "\"checker\"}}");
    for (guint y = 0; y < 64; y++)
        for (guint x = 0; x < 64; x++)
            layer_assert(&picture, x, y, (x + y) % 2 == 0 ? RED : BLUE);
    test_picture_clear(&picture);
}

/* ---- fill ---- */

static void a_fill_has_its_color_and_opacity(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_POLYGON, SQUARE, 4,
               FILL("\"fill-color\": \"#f00\", \"fill-opacity\": 0.6"));
    for (guint y = 0; y < 64; y++)
        for (guint x = 0; x < 64; x++)
            layer_assert_near(&picture, x, y,
                              x >= 16 && x < 48 && y >= 16 && y < 48 ? 0xff6666ff : WHITE, 1);
    test_picture_clear(&picture);
}

static void without_antialias_a_pixel_is_filled_or_not(void **state)
{
    static const double HALF[] = {16.5, 16.5, 48.5, 16.5, 48.5, 48.5, 16.5, 48.5};
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_POLYGON, HALF, 4, FILL("\"fill-color\": \"#f00\""));
    layer_assert_near(&picture, 16, 30, 0xff8080ff, 1);
    layer_assert_near(&picture, 16, 16, 0xffbfbfff, 1);
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_POLYGON, HALF, 4,
               FILL("\"fill-color\": \"#f00\", \"fill-antialias\": false"));
    for (guint i = 0; i < 64 * 64; i++) {
        uint32_t pixel = test_picture_pixel(&picture, i % 64, i / 64);
        assert_true(pixel == RED || pixel == WHITE);
    }
    test_picture_clear(&picture);
}

static void an_outline_lies_on_the_edge(void **state)
{
    static const double HALF[] = {16.5, 16.5, 48.5, 16.5, 48.5, 48.5, 16.5, 48.5};
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_POLYGON, HALF, 4,
               FILL("\"fill-color\": \"#f00\", \"fill-outline-color\": \"#000\""));
    layer_assert(&picture, 16, 30, BLACK);
    layer_assert(&picture, 30, 48, BLACK);
    layer_assert(&picture, 17, 30, RED);
    layer_assert(&picture, 15, 30, WHITE);
    test_picture_clear(&picture);
}

static void a_fill_is_moved_and_patterned(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_POLYGON, SQUARE, 4,
               FILL("\"fill-color\": \"#f00\", \"fill-translate\": [8, -4]"));
    layer_assert(&picture, 23, 20, WHITE);
    layer_assert(&picture, 24, 12, RED);
    layer_assert(&picture, 55, 43, RED);
    layer_assert(&picture, 55, 44, WHITE);
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_POLYGON, SQUARE, 4, FILL("\"fill-pattern\": \"checker\""));
    layer_assert(&picture, 16, 16, RED);
    layer_assert(&picture, 17, 16, BLUE);
    layer_assert(&picture, 47, 46, BLUE);
    layer_assert(&picture, 48, 46, WHITE);
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_POLYGON, SQUARE, 4, FILL("\"fill-pattern\": \"nothing\""));
    layer_assert(&picture, 30, 30, WHITE);
    test_picture_clear(&picture);
}

static void draw_two(test_picture *picture, const char *json)
{
    layer_shapes shapes;
    layer_shapes_init(&shapes, NULL);
    layer_shapes_add(&shapes, IK_SHAPE_POLYGON, 1, SQUARE, 4);
    layer_shapes_add(&shapes, IK_SHAPE_POLYGON, 2, RIGHT, 4);
    layer_picture_init(picture, &shapes, json, 1);
    layer_shapes_clear(&shapes);
}

#define TWO_COLORS "\"fill-color\": [\"match\", [\"get\", \"n\"], 1, \"#f00\", \"#00f\"]"

static void the_sort_key_says_which_fill_is_above(void **state)
{
    test_picture picture;
    (void)state;
    draw_two(&picture, FILL(TWO_COLORS));
    layer_assert(&picture, 40, 30, BLUE);
    test_picture_clear(&picture);
    draw_two(&picture,
             LAYER("fill", "\"fill-sort-key\": [\"-\", 0, [\"get\", \"n\"]]", TWO_COLORS));
    layer_assert(&picture, 40, 30, RED);
    layer_assert(&picture, 52, 30, BLUE);
    test_picture_clear(&picture);
}

/* Black over black at half: features for themselves leave a quarter of the ground, a layer a half. */
static void features_blend_one_by_one_a_layer_as_a_whole(void **state)
{
    test_picture picture;
    (void)state;
    draw_two(&picture, FILL("\"fill-color\": \"#000\", \"fill-opacity\": 0.5"));
    layer_assert_near(&picture, 20, 30, 0x808080ff, 1);
    layer_assert_near(&picture, 40, 30, 0x404040ff, 1);
    test_picture_clear(&picture);
    draw_two(&picture, FILL("\"fill-color\": \"#000\", \"fill-layer-opacity\": 0.5"));
    layer_assert_near(&picture, 20, 30, 0x808080ff, 1);
    layer_assert_near(&picture, 40, 30, 0x808080ff, 1);
    layer_assert(&picture, 5, 5, WHITE);
    test_picture_clear(&picture);
}

static void a_line_is_filled_as_if_it_were_closed(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_LINE, ANGLE, 3, FILL("\"fill-color\": \"#f00\""));
    layer_assert(&picture, 46, 40, RED);
    layer_assert(&picture, 20, 20, WHITE);
    test_picture_clear(&picture);
}

/* ---- line ---- */

static void a_line_has_its_width_and_its_caps(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_LINE, FLAT, 2, LINE("", "\"line-width\": 8"));
    for (guint y = 0; y < 64; y++)
        for (guint x = 0; x < 64; x++)
            layer_assert(&picture, x, y, x >= 16 && x < 48 && y >= 28 && y < 36 ? BLACK : WHITE);
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_LINE, FLAT, 2,
               LINE("\"line-cap\": \"square\"", "\"line-width\": 8"));
    layer_assert(&picture, 12, 28, BLACK);
    layer_assert(&picture, 11, 30, WHITE);
    layer_assert(&picture, 51, 35, BLACK);
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_LINE, FLAT, 2,
               LINE("\"line-cap\": \"round\"", "\"line-width\": 8"));
    layer_assert(&picture, 13, 31, BLACK);
    layer_assert(&picture, 12, 28, WHITE);
    test_picture_clear(&picture);
}

static void a_corner_has_its_join(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_LINE, ANGLE, 3, LINE("", "\"line-width\": 8"));
    layer_assert(&picture, 51, 51, BLACK);
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_LINE, ANGLE, 3,
               LINE("\"line-miter-limit\": 1.2", "\"line-width\": 8"));
    layer_assert(&picture, 51, 51, WHITE);
    layer_assert(&picture, 50, 50, WHITE);
    layer_assert(&picture, 49, 49, BLACK);
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_LINE, ANGLE, 3,
               LINE("\"line-join\": \"bevel\"", "\"line-width\": 8"));
    layer_assert(&picture, 50, 50, WHITE);
    layer_assert(&picture, 49, 49, BLACK);
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_LINE, ANGLE, 3,
               LINE("\"line-join\": \"round\"", "\"line-width\": 8"));
    layer_assert_near(&picture, 50, 50, BLACK, 0x30); /* 2.8 to 4.2 from the corner */
    layer_assert(&picture, 51, 51, WHITE);            /* 4.9 */
    test_picture_clear(&picture);
}

/* Dashes count in widths; after an odd number the pattern begins anew with a dash. */
static void dashes_repeat(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_LINE, FLAT, 2,
               LINE("", "\"line-width\": 4, \"line-dasharray\": [2, 1]"));
    for (guint x = 16; x < 48; x++)
        layer_assert(&picture, x, 32, (x - 16) % 12 < 8 ? BLACK : WHITE);
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_LINE, FLAT, 2,
               LINE("", "\"line-width\": 4, \"line-dasharray\": [1, 1, 1]"));
    for (guint x = 16; x < 48; x++)
        layer_assert(&picture, x, 32, (x - 16) % 12 < 4 || (x - 16) % 12 >= 8 ? BLACK : WHITE);
    test_picture_clear(&picture);
}

/* Ten lengths: four dashes and gaps of a pixel, then twelve pixels of each. */
static void dashes_may_be_many(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_LINE, FLAT, 2,
               LINE("", "\"line-width\": 4, \"line-dasharray\": [0.25, 0.25, 0.25, 0.25, 0.25, "
                        "0.25, 0.25, 0.25, 3, 3]"));
    for (guint x = 0; x < 32; x++)
        layer_assert(&picture, 16 + x, 32,
                     x < 8    ? (x % 2 == 0 ? BLACK : WHITE)
                     : x < 20 ? BLACK
                              : WHITE);
    test_picture_clear(&picture);
}

static void a_gap_makes_two_lines(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_LINE, FLAT, 2,
               LINE("", "\"line-width\": 4, \"line-gap-width\": 8"));
    for (guint y = 0; y < 64; y++) {
        bool is_line = (y >= 24 && y < 28) || (y >= 36 && y < 40);
        layer_assert(&picture, 30, y, is_line ? BLACK : WHITE);
    }
    layer_assert(&picture, 15, 26, WHITE);
    test_picture_clear(&picture);
}

/* To the right of its direction: an eastward line goes south, a clockwise ring inwards. */
static void an_offset_moves_a_line_to_its_right(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_LINE, FLAT, 2,
               LINE("", "\"line-width\": 4, \"line-offset\": 10"));
    layer_assert(&picture, 30, 39, WHITE);
    layer_assert(&picture, 30, 40, BLACK);
    layer_assert(&picture, 30, 43, BLACK);
    layer_assert(&picture, 30, 44, WHITE);
    layer_assert(&picture, 30, 22, WHITE);
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_POLYGON, SQUARE, 4,
               LINE("", "\"line-width\": 2, \"line-offset\": 5"));
    layer_assert(&picture, 16, 30, WHITE);
    layer_assert(&picture, 20, 30, BLACK);
    layer_assert(&picture, 21, 21, BLACK);
    layer_assert(&picture, 19, 19, WHITE);
    layer_assert(&picture, 42, 30, BLACK);
    test_picture_clear(&picture);
}

/* MapLibre: at a distance d from the middle, (width / 2 + 0.5 - d) / (blur + 1) of the colour. */
static void a_blur_fades_the_edges(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_LINE, FLAT, 2, LINE("", "\"line-width\": 16, \"line-blur\": 7"));
    for (guint y = 24; y < 40; y++) {
        double d = fabs(y + 0.5 - 32), part = CLAMP((8.5 - d) / 8, 0, 1);
        uint32_t left = (uint32_t)lround(255 * (1 - part));
        layer_assert_near(&picture, 30, y, left << 24 | left << 16 | left << 8 | 0xff, 12);
    }
    layer_assert(&picture, 30, 20, WHITE);
    test_picture_clear(&picture);
}

static void a_gradient_runs_along_the_line(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_LINE, FLAT, 2,
               LINE("", "\"line-width\": 4, \"line-gradient\": [\"interpolate\", [\"linear\"], "
                        "[\"line-progress\"], 0, \"#f00\", 1, \"#00f\"]"));
    for (guint x = 17; x < 47; x++) {
        uint32_t blue = (uint32_t)lround(255 * (x + 0.5 - 16) / 32);
        layer_assert_near(&picture, x, 32, (255 - blue) << 24 | blue << 8 | 0xff, 4);
    }
    layer_assert(&picture, 30, 36, WHITE);
    test_picture_clear(&picture);
}

static void a_line_is_moved_blended_and_patterned(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_LINE, FLAT, 2,
               LINE("", "\"line-width\": 4, \"line-opacity\": 0.4, \"line-translate\": [4, 6], "
                        "\"line-color\": \"#000\""));
    layer_assert_near(&picture, 20, 36, 0x999999ff, 1);
    layer_assert(&picture, 19, 37, WHITE);
    layer_assert(&picture, 30, 35, WHITE);
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_LINE, FLAT, 2,
               LINE("", "\"line-width\": 8, \"line-pattern\": \"checker\""));
    /* Twice the image's two pixels high: each row of it is four pixels. */
    layer_assert_near(&picture, 30, 29, RED, 0x28);
    layer_assert_near(&picture, 30, 34, BLUE, 0x28);
    layer_assert_near(&picture, 31, 29, BLUE, 0x28);
    layer_assert(&picture, 30, 27, WHITE);
    test_picture_clear(&picture);
}

/* ---- circle ---- */

static void a_circle_has_its_radius_ring_and_place(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_POINT, MIDDLE, 1,
               LAYER("circle", "",
                     "\"circle-radius\": 8, \"circle-color\": \"#f00\", \"circle-stroke-width\": "
                     "4, \"circle-stroke-color\": \"#00f\", \"circle-translate\": [4, 0]"));
    layer_assert(&picture, 36, 32, RED);
    layer_assert(&picture, 29, 32, RED);
    layer_assert(&picture, 26, 32, BLUE);
    layer_assert(&picture, 23, 32, WHITE);
    layer_assert(&picture, 45, 32, BLUE);
    layer_assert(&picture, 49, 32, WHITE);
    test_picture_clear(&picture);
}

/* MapLibre: opacity smoothstep((1 - distance / radius) / blur). */
static void a_blurred_circle_fades_from_its_middle(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_POINT, MIDDLE, 1,
               LAYER("circle", "", "\"circle-radius\": 20, \"circle-blur\": 1"));
    for (guint x = 34; x < 50; x += 3) {
        double d = hypot(x + 0.5 - 32, 0.5), t = CLAMP(1 - d / 20, 0, 1);
        uint32_t left = (uint32_t)lround(255 * (1 - t * t * (3 - 2 * t)));
        layer_assert_near(&picture, x, 32, left << 24 | left << 16 | left << 8 | 0xff, 4);
    }
    test_picture_clear(&picture);
}

static void circles_blend_and_sort(void **state)
{
    static const double BESIDE[] = {36, 32};
    test_picture picture;
    layer_shapes shapes;
    (void)state;
    layer_shapes_init(&shapes, NULL);
    layer_shapes_add(&shapes, IK_SHAPE_POINT, 1, MIDDLE, 1);
    layer_shapes_add(&shapes, IK_SHAPE_POINT, 2, BESIDE, 1);
    layer_picture_init(&picture, &shapes,
                       LAYER("circle", "\"circle-sort-key\": [\"-\", 0, [\"get\", \"n\"]]",
                             "\"circle-radius\": 8, \"circle-color\": [\"match\", [\"get\", "
                             "\"n\"], 1, \"#f00\", \"#00f\"]"),
                       1);
    layer_assert(&picture, 34, 32, RED);
    layer_assert(&picture, 42, 32, BLUE);
    test_picture_clear(&picture);
    layer_shapes_clear(&shapes);
    draw_shape(&picture, IK_SHAPE_POLYGON, SQUARE, 4,
               LAYER("circle", "", "\"circle-radius\": 4, \"circle-opacity\": 0.5"));
    layer_assert_near(&picture, 16, 16, 0x808080ff, 1); /* at every corner */
    layer_assert_near(&picture, 48, 48, 0x808080ff, 1);
    layer_assert(&picture, 32, 32, WHITE);
    test_picture_clear(&picture);
}

/* ---- heatmap ---- */

/* weight * intensity / sqrt(2 pi) * exp(-4.5 (d / radius)^2) */
static void heat_adds_up_and_falls_off(void **state)
{
    static const char STYLE[] = LAYER(
        "heatmap", "",
        "\"heatmap-radius\": 16, \"heatmap-weight\": [\"get\", \"n\"], \"heatmap-intensity\": 1.2, "
        "\"heatmap-color\": [\"interpolate\", [\"linear\"], [\"heatmap-density\"], 0, \"#000\", 1, "
        "\"#fff\"]");
    test_picture picture;
    layer_shapes shapes;
    (void)state;
    layer_shapes_init(&shapes, NULL);
    layer_shapes_add(&shapes, IK_SHAPE_POINT, 0.5, MIDDLE, 1);
    layer_shapes_add(&shapes, IK_SHAPE_POINT, 1.25, MIDDLE, 1);
    layer_picture_init(&picture, &shapes, STYLE, 1);
    for (guint x = 0; x < 64; x += 4) {
        double d = hypot(x + 0.5 - 32, 0.5);
        double density = 1.75 * 1.2 * 0.3989422804 * exp(-4.5 * d * d / 256);
        uint32_t grey = (uint32_t)lround(255 * density);
        layer_assert_near(&picture, x, 32, grey << 24 | grey << 16 | grey << 8 | 0xff, 1);
    }
    test_picture_clear(&picture);
    layer_shapes_clear(&shapes);
}

static void heat_has_its_opacity_and_leaves_the_rest_alone(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_POINT, MIDDLE, 1,
               LAYER("heatmap", "",
                     "\"heatmap-radius\": 8, \"heatmap-weight\": 10, \"heatmap-opacity\": 0.4, "
                     "\"heatmap-color\": [\"step\", [\"heatmap-density\"], \"rgba(0, 0, 0, 0)\", "
                     "0.5, \"#000\"]"));
    layer_assert_near(&picture, 32, 32, 0x999999ff, 1);
    layer_assert(&picture, 60, 60, WHITE);
    test_picture_clear(&picture);
}

/* ---- raster ---- */

#define RASTER(paint) \
    "{\"id\": \"p\", \"type\": \"raster\", \"source\": \"r\", \"paint\": {" paint "}}"

static void a_picture_fills_its_box(void **state)
{
    test_picture picture;
    (void)state;
    draw_shape(&picture, IK_SHAPE_POINT, MIDDLE, 1, RASTER("\"raster-resampling\": \"nearest\""));
    for (guint y = 0; y < 64; y++)
        for (guint x = 0; x < 64; x++) {
            bool is_inside = x >= 16 && x < 48 && y >= 16 && y < 48;
            uint32_t top = x < 32 ? RED : GREEN, bottom = x < 32 ? BLUE : WHITE;
            layer_assert(&picture, x, y, !is_inside ? WHITE : y < 32 ? top : bottom);
        }
    test_picture_clear(&picture);
    draw_shape(&picture, IK_SHAPE_POINT, MIDDLE, 1, RASTER("\"raster-opacity\": 1"));
    layer_assert(&picture, 17, 17, RED);
    layer_assert_near(&picture, 31, 17, 0x887700ff, 9); /* between red and green */
    layer_assert(&picture, 15, 20, WHITE);
    test_picture_clear(&picture);
}

static void a_pictures_colors_change(void **state)
{
    static const struct {
        const char *paint;
        uint32_t red, green;
    } cases[] = {
        {RASTER("\"raster-opacity\": 0.6"), 0xff6666ff, 0x66ff66ff},
        {RASTER("\"raster-saturation\": -1"), 0x555555ff, 0x555555ff},
        {RASTER("\"raster-hue-rotate\": 120"), GREEN, BLUE},
        {RASTER("\"raster-brightness-max\": 0.6"), 0x990000ff, 0x009900ff},
        {RASTER("\"raster-brightness-min\": 0.4"), 0xff6666ff, 0x66ff66ff},
        {RASTER("\"raster-contrast\": -0.6"), 0xb34d4dff, 0x4db34dff},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        test_picture picture;
        draw_shape(&picture, IK_SHAPE_POINT, MIDDLE, 1, cases[i].paint);
        layer_assert_near(&picture, 18, 18, cases[i].red, 1);
        layer_assert_near(&picture, 45, 18, cases[i].green, 1);
        test_picture_clear(&picture);
    }
}

/* ---- tiles of a source ---- */

/* The square and the line reach out of a tile that ends at 32 pixels; of the line's corners, which the circles mark,
 * one belongs to the neighbour. Points are all the tile's own: those of a buffer never get here.
 */
static void a_tile_of_a_source_is_seen_inside_itself_only(void **state)
{
    const ik_clip clip = {.box = {0, 0, 512, 1024}};
    static const double REACHING[] = {16, 56, 40, 56}, ROUNDED[] = {32, 8};
    test_picture picture;
    layer_shapes shapes;
    (void)state;
    layer_shapes_init(&shapes, &clip);
    layer_shapes_add(&shapes, IK_SHAPE_POLYGON, 1, SQUARE, 4);
    layer_shapes_add(&shapes, IK_SHAPE_LINE, 2, REACHING, 2);
    layer_shapes_add(&shapes, IK_SHAPE_POINT, 2, ROUNDED, 1);
    layer_picture_init(
        &picture, &shapes,
        FILL("\"fill-color\": \"#f00\"") ", {\"id\": \"k\", \"type\": \"line\", \"source\": \"s\", "
                                         "\"paint\": {\"line-width\": 4, \"line-blur\": 0}}, "
                                         "{\"id\": \"c\", \"type\": \"circle\", \"source\": \"s\", "
                                         "\"filter\": [\"==\", [\"get\", \"n\"], 2]}",
        1);
    layer_assert(&picture, 25, 30, RED);
    layer_assert(&picture, 31, 30, RED);
    layer_assert(&picture, 32, 30, WHITE);
    layer_assert(&picture, 31, 16, BLACK);
    layer_assert(&picture, 32, 16, WHITE);
    layer_assert(&picture, 16, 52, BLACK);
    layer_assert(&picture, 40, 52, WHITE);
    layer_assert(&picture, 32, 8, BLACK);
    test_picture_clear(&picture);
    layer_shapes_clear(&shapes);
}

static void twice_the_pixels_show_the_same(void **state)
{
    test_picture picture;
    layer_shapes shapes;
    (void)state;
    layer_shapes_init(&shapes, NULL);
    layer_shapes_add(&shapes, IK_SHAPE_LINE, 1, FLAT, 2);
    layer_picture_init(&picture, &shapes, LINE("", "\"line-width\": 3, \"line-gap-width\": 5"), 2);
    for (guint y = 0; y < 128; y++) {
        bool is_line = (y >= 53 && y < 59) || (y >= 69 && y < 75);
        layer_assert(&picture, 64, y, is_line ? BLACK : WHITE);
    }
    test_picture_clear(&picture);
    layer_shapes_clear(&shapes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_background_has_its_opacity_and_its_pattern),
        cmocka_unit_test(a_fill_has_its_color_and_opacity),
        cmocka_unit_test(without_antialias_a_pixel_is_filled_or_not),
        cmocka_unit_test(an_outline_lies_on_the_edge),
        cmocka_unit_test(a_fill_is_moved_and_patterned),
        cmocka_unit_test(the_sort_key_says_which_fill_is_above),
        cmocka_unit_test(features_blend_one_by_one_a_layer_as_a_whole),
        cmocka_unit_test(a_line_is_filled_as_if_it_were_closed),
        cmocka_unit_test(a_line_has_its_width_and_its_caps),
        cmocka_unit_test(a_corner_has_its_join),
        cmocka_unit_test(dashes_repeat),
        cmocka_unit_test(dashes_may_be_many),
        cmocka_unit_test(a_gap_makes_two_lines),
        cmocka_unit_test(an_offset_moves_a_line_to_its_right),
        cmocka_unit_test(a_blur_fades_the_edges),
        cmocka_unit_test(a_gradient_runs_along_the_line),
        cmocka_unit_test(a_line_is_moved_blended_and_patterned),
        cmocka_unit_test(a_circle_has_its_radius_ring_and_place),
        cmocka_unit_test(a_blurred_circle_fades_from_its_middle),
        cmocka_unit_test(circles_blend_and_sort),
        cmocka_unit_test(heat_adds_up_and_falls_off),
        cmocka_unit_test(heat_has_its_opacity_and_leaves_the_rest_alone),
        cmocka_unit_test(a_picture_fills_its_box),
        cmocka_unit_test(a_pictures_colors_change),
        cmocka_unit_test(a_tile_of_a_source_is_seen_inside_itself_only),
        cmocka_unit_test(twice_the_pixels_show_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
