/* test_geometry.c — small maps whose pixels are known by hand.   [tests]
 *
 * All colours have the channels 0, 51 or 255, so that half and half is a whole number.
 */
#include "test_support.h"

#include "picture.h"
#include "raster.h"
#include "small_map.h"

#include <string.h>

#define WHITE 0xffffffffu
#define RED   0xff0000ffu
#define BLUE  0x0000ffffu
#define BLACK 0x000000ffu
#define GREEN 0x00ff00ffu

#define HEAD                                                                                       \
    "{\"version\": 8, \"sources\": {\"s\": {\"type\": \"vector\"}}, \"layers\": [{\"id\": \"g\", " \
    "\"type\": \"background\", \"paint\": "                                                        \
    "{\"background-color\": \"#fff\"}}"
#define FILL                                                                                  \
    ", {\"id\": \"f\", \"type\": \"fill\", \"source\": \"s\", \"source-layer\": \"regions\"," \
    "\"paint\": {\"fill-color\": [\"match\", [\"get\", \"tint\"], 0, \"#f00\", 1, \"#00f\", " \
    "\"#0f0\"]}}"
#define TAIL "]}"

/* Counter-clockwise with north up: y grows south here, so down, right, up, left. */
static const double SQUARE[] = {64, 64, 64, 192, 192, 192, 192, 64};

static void draw(test_picture *picture, const small_map *map, const char *style_text,
                 const ik_map_data *more, double pixel_ratio)
{
    GError *error = NULL;
    g_autoptr(ik_style) style = ik_style_parse(style_text, strlen(style_text), "test", &error);
    ik_assert_no_error(error);
    ik_map_data data = {.division = map->division, .tints = map->tints};
    if (more != NULL) {
        data.projects = more->projects;
        data.n_projects = more->n_projects;
    }
    const ik_text_metrics metrics = small_map_metrics();
    g_autoptr(ik_scene) scene = ik_scene_new(style, map->tiling, &data, &metrics, &error);
    ik_assert_no_error(error);
    g_autoptr(ik_raster) raster = ik_raster_new(scene, NULL, pixel_ratio, &error);
    ik_assert_no_error(error);
    guint side = (guint)(256 * pixel_ratio);
    const ik_picture_frame frame = {
        (gint64)SMALL_X * side, (gint64)SMALL_Y * side, side, side, NULL, IK_TILE_IMAGE_PNG, 0};
    g_autoptr(GBytes) png = ik_raster_render_picture(raster, &frame, &error);
    ik_assert_no_error(error);
    test_picture_init(picture, png);
}

static void assert_pixel(const test_picture *picture, guint x, guint y, uint32_t expected)
{
    uint32_t found = test_picture_pixel(picture, x, y);
    if (found != expected)
        fail_msg("pixel %u, %u is %08x, expected %08x", x, y, found, expected);
}

/* All pixels from (left, top) up to but not including (right, bottom). */
static void assert_block(const test_picture *picture, const guint block[4], uint32_t expected)
{
    for (guint y = block[1]; y < block[3]; y++)
        for (guint x = block[0]; x < block[2]; x++)
            assert_pixel(picture, x, y, expected);
}

static void a_square_fills_exactly_its_pixels(void **state)
{
    const small_polygon square = {SQUARE, 4, 0, 0};
    small_map map;
    test_picture picture;
    (void)state;
    small_map_init(&map, &square, 1);
    draw(&picture, &map, HEAD FILL TAIL, NULL, 1);
    for (guint y = 0; y < 256; y++)
        for (guint x = 0; x < 256; x++)
            assert_pixel(&picture, x, y, x >= 64 && x < 192 && y >= 64 && y < 192 ? RED : WHITE);
    test_picture_clear(&picture);
    draw(&picture, &map, HEAD FILL TAIL, NULL, 2);
    assert_int_equal(picture.width, 512);
    assert_block(&picture, (const guint[]){128, 128, 384, 384}, RED);
    assert_block(&picture, (const guint[]){0, 0, 512, 128}, WHITE);
    test_picture_clear(&picture);
    small_map_clear(&map);
}

static void a_border_is_as_wide_as_the_style_says(void **state)
{
    static const char STYLE[] =
        HEAD ", {\"id\": \"l\", \"type\": \"line\", \"source\": \"s\", "
             "\"source-layer\": \"borders\", \"filter\": [\"==\", [\"get\", \"rank\"], 0], "
             "\"paint\": {\"line-color\": \"#000\", \"line-width\": 4}}" TAIL;
    const small_polygon square = {SQUARE, 4, 0, 0};
    small_map map;
    test_picture picture;
    (void)state;
    small_map_init(&map, &square, 1);
    draw(&picture, &map, STYLE, NULL, 1);
    /* Two pixels to each side of the edge, corners mitred. */
    for (guint y = 0; y < 256; y++)
        for (guint x = 0; x < 256; x++) {
            bool is_outer = x >= 62 && x < 194 && y >= 62 && y < 194;
            bool is_inner = x >= 66 && x < 190 && y >= 66 && y < 190;
            assert_pixel(&picture, x, y, is_outer && !is_inner ? BLACK : WHITE);
        }
    test_picture_clear(&picture);
    small_map_clear(&map);
}

static void between_two_faces_nothing_of_the_ground_shines_through(void **state)
{
    static const double WEST[] = {64, 64, 64, 192, 128.5, 192, 128.5, 64};
    static const double EAST[] = {128.5, 64, 128.5, 192, 192, 192, 192, 64};
    const small_polygon polygons[] = {{WEST, 4, 0, 0}, {EAST, 4, 1, 1}};
    small_map map;
    test_picture picture;
    (void)state;
    small_map_init(&map, polygons, 2);
    draw(&picture, &map, HEAD FILL TAIL, NULL, 1);
    for (guint y = 64; y < 192; y++) {
        uint32_t seam = test_picture_pixel(&picture, 128, y);
        assert_in_range(seam >> 24, 127, 128);
        assert_in_range(seam >> 16 & 0xff, 0, 1); /* white would bring 64 */
        assert_in_range(seam >> 8 & 0xff, 127, 128);
    }
    assert_block(&picture, (const guint[]){64, 64, 128, 192}, RED);
    assert_block(&picture, (const guint[]){129, 64, 192, 192}, BLUE);
    test_picture_clear(&picture);
    small_map_clear(&map);
}

static void borders_are_told_apart_by_rank(void **state)
{
    static const char STYLE[] = HEAD
        ", {\"id\": \"l\", \"type\": \"line\", \"source\": \"s\", "
        "\"source-layer\": \"borders\", \"paint\": {\"line-width\": 2, \"line-color\": "
        "[\"match\", [\"get\", \"rank\"], 0, \"#000\", 1, \"#f00\", 2, \"#00f\", \"#0f0\"]}}" TAIL;
    static const double STRIPS[4][8] = {{16, 64, 16, 192, 64, 192, 64, 64},
                                        {64, 64, 64, 192, 112, 192, 112, 64},
                                        {112, 64, 112, 192, 160, 192, 160, 64},
                                        {160, 64, 160, 192, 208, 192, 208, 64}};
    /* between the first two a region, then a district, then a municipality ends */
    const small_polygon polygons[] = {
        {STRIPS[0], 4, 0, 0}, {STRIPS[1], 4, 1, 1}, {STRIPS[2], 4, 1, 2}, {STRIPS[3], 4, 1, 2}};
    small_map map;
    test_picture picture;
    (void)state;
    small_map_init(&map, polygons, 4);
    draw(&picture, &map, STYLE, NULL, 1);
    assert_block(&picture, (const guint[]){15, 70, 17, 186}, BLACK);
    assert_block(&picture, (const guint[]){63, 70, 65, 186}, RED);
    assert_block(&picture, (const guint[]){111, 70, 113, 186}, BLUE);
    assert_block(&picture, (const guint[]){159, 70, 161, 186}, GREEN);
    assert_block(&picture, (const guint[]){207, 70, 209, 186}, BLACK);
    assert_block(&picture, (const guint[]){17, 70, 63, 186}, WHITE);
    test_picture_clear(&picture);
    small_map_clear(&map);
}

static void a_marker_has_its_disc_and_its_ring(void **state)
{
    static const char STYLE[] =
        HEAD ", {\"id\": \"c\", \"type\": \"circle\", \"source\": \"s\", "
             "\"source-layer\": \"projects\", \"paint\": {\"circle-radius\": 6, \"circle-color\": "
             "\"#f00\", \"circle-stroke-width\": 4, \"circle-stroke-color\": \"#000\"}}" TAIL;
    const small_polygon square = {SQUARE, 4, 0, 0};
    const ik_marker marker = {"p", small_map_position(100, 100), IK_STATUS_AUTO, IK_MATCH_GIVEN,
                              NULL};
    const ik_map_data data = {.projects = &marker, .n_projects = 1};
    small_map map;
    test_picture picture;
    (void)state;
    small_map_init(&map, &square, 1);
    draw(&picture, &map, STYLE, &data, 1);
    assert_block(&picture, (const guint[]){96, 96, 104, 104}, RED);    /* half diagonal 5.7 */
    assert_block(&picture, (const guint[]){107, 99, 109, 101}, BLACK); /* 7 to 9 from the centre */
    assert_block(&picture, (const guint[]){91, 99, 93, 101}, BLACK);
    assert_block(&picture, (const guint[]){99, 107, 101, 109}, BLACK);
    assert_block(&picture, (const guint[]){111, 0, 256, 256}, WHITE);
    assert_block(&picture, (const guint[]){0, 0, 89, 256}, WHITE);
    test_picture_clear(&picture);
    small_map_clear(&map);
}

static void dashes_are_as_long_as_the_style_says(void **state)
{
    static const char STYLE[] = HEAD
        ", {\"id\": \"l\", \"type\": \"line\", \"source\": \"s\", "
        "\"source-layer\": \"borders\", \"filter\": [\"==\", [\"get\", \"rank\"], 1], \"paint\": "
        "{\"line-color\": \"#000\", \"line-width\": 4, \"line-dasharray\": [2, 2]}}" TAIL;
    static const double WEST[] = {64, 64, 64, 192, 128, 192, 128, 64};
    static const double EAST[] = {128, 64, 128, 192, 192, 192, 192, 64};
    const small_polygon polygons[] = {{WEST, 4, 0, 0}, {EAST, 4, 1, 1}};
    small_map map;
    test_picture picture;
    guint black = 0;
    (void)state;
    small_map_init(&map, polygons, 2);
    draw(&picture, &map, STYLE, NULL, 1);
    /* 128 pixels of border: eight dashes and eight gaps of 8 pixels. */
    for (guint y = 64; y < 192; y++)
        black += test_picture_pixel(&picture, 127, y) == BLACK;
    assert_int_equal(black, 64);
    test_picture_clear(&picture);
    small_map_clear(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_square_fills_exactly_its_pixels),
        cmocka_unit_test(a_border_is_as_wide_as_the_style_says),
        cmocka_unit_test(between_two_faces_nothing_of_the_ground_shines_through),
        cmocka_unit_test(borders_are_told_apart_by_rank),
        cmocka_unit_test(a_marker_has_its_disc_and_its_ring),
        cmocka_unit_test(dashes_are_as_long_as_the_style_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
