/* test_symbols.c — texts and icons on a map of four tiles around (256, 256) pixels.   [tests]
 *
 * The features stand at round numbers of pixels; what must be where follows from the style by hand.
 * Needs the font Noto Sans (Debian: fonts-noto-core).
 */
#include "test_support.h"

#include "picture.h"
#include "raster.h"
#include "scene_builder.h"
#include "sprite.h"
#include "text_engine.h"

#include <math.h>
#include <string.h>

enum { SIDE = 512, ZOOM = 1 };

/* A map with one source "s" of points and lines. */
typedef struct {
    ik_feature_set *set;
    ik_sprite *sprite;
    ik_style *style;
    ik_scene *scene;
    ik_raster *raster;
    test_picture picture;
} map;

static ik_grid_position at_px(double x, double y)
{
    return (ik_grid_position){x * IK_UNITS_PER_PIXEL, y * IK_UNITS_PER_PIXEL};
}

static void add_point(map *m, const char *name, double x, double y)
{
    ik_feature_set_begin(m->set, IK_SHAPE_POINT, ik_value_string(name));
    ik_feature_set_attribute(m->set, "name", ik_value_string(name));
    ik_feature_set_point(m->set, at_px(x, y));
    assert_true(ik_feature_set_end(m->set));
}

/* A quarter of a circle around (cx, cy), from west over north. */
static void add_arc(map *m, const char *name, double cx, double cy, double radius)
{
    enum { N = 64 };
    ik_grid_position points[N];
    for (guint i = 0; i < N; i++) {
        double angle = G_PI + G_PI * i / (N - 1);
        points[i] = at_px(cx + radius * cos(angle), cy + radius * sin(angle));
    }
    ik_feature_set_begin(m->set, IK_SHAPE_LINE, ik_value_string(name));
    ik_feature_set_attribute(m->set, "name", ik_value_string(name));
    ik_feature_set_line(m->set, points, N);
    assert_true(ik_feature_set_end(m->set));
}

static void map_init(map *m)
{
    GError *error = NULL;
    *m = (map){.set = ik_feature_set_new(NULL), .sprite = ik_sprite_new()};
    assert_true(ik_sprite_add_builtin(m->sprite, 1, &error));
}

/* Draws the map in a style whose symbol layer has this layout and paint. */
static void map_draw(map *m, const char *layout, const char *paint)
{
    GError *error = NULL;
    const ik_feature_set *const sets[] = {m->set};
    const ik_layer_features features = {"s", NULL, sets, 1};
    const char *const ids[] = {"s", NULL};
    const ik_map_sources sources = {.features = &features, .n_features = 1, .ids = ids};
    g_autofree char *text = g_strdup_printf(
        "{\"version\": 8, \"sources\": {\"s\": {\"type\": \"geojson\", \"data\": "
        "{\"type\": \"FeatureCollection\", \"features\": []}}}, \"layers\": [{\"id\": \"b\", "
        "\"type\": \"background\", \"paint\": {\"background-color\": \"#ffffff\"}}, {\"id\": "
        "\"l\", \"type\": \"symbol\", \"source\": \"s\", \"layout\": {%s}, \"paint\": {%s}}]}",
        layout, paint);
    ik_feature_set_seal(m->set);
    m->style = ik_style_parse(text, strlen(text), "style.json", &error);
    ik_assert_no_error(error);
    g_autoptr(ik_text_engine) engine = ik_text_engine_new();
    const ik_text_metrics metrics = ik_text_engine_metrics(engine);
    const ik_scene_request request = {.style = m->style,
                                      .sources = &sources,
                                      .images = ik_sprite_images(m->sprite),
                                      .metrics = &metrics,
                                      .zoom = ZOOM};
    m->scene = ik_scene_new_of(&request, &error);
    ik_assert_no_error(error);
    m->raster = ik_raster_new(m->scene, engine, 1, &error);
    ik_assert_no_error(error);
    const ik_picture_frame frame = {0, 0, SIDE, SIDE, NULL, IK_TILE_IMAGE_PNG, 0};
    g_autoptr(GBytes) png = ik_raster_render_picture(m->raster, &frame, &error);
    ik_assert_no_error(error);
    test_picture_init(&m->picture, png);
}

static void map_clear(map *m)
{
    test_picture_clear(&m->picture);
    ik_raster_free(m->raster);
    ik_scene_free(m->scene);
    ik_style_free(m->style);
    ik_sprite_free(m->sprite);
    ik_feature_set_free(m->set);
}

/* ---- what is seen ---- */

typedef struct {
    guint left, top, right, bottom, n; /* right and bottom included */
} ink;

/* Where pixels differ from the white ground within a box. */
static ink ink_in(const map *m, guint left, guint top, guint right, guint bottom)
{
    ink found = {G_MAXUINT, G_MAXUINT, 0, 0, 0};
    for (guint y = top; y < bottom; y++)
        for (guint x = left; x < right; x++) {
            if (test_picture_pixel(&m->picture, x, y) == 0xffffffff)
                continue;
            found.left = MIN(found.left, x);
            found.right = MAX(found.right, x);
            found.top = MIN(found.top, y);
            found.bottom = MAX(found.bottom, y);
            found.n++;
        }
    return found;
}

static ink ink_of(const map *m)
{
    return ink_in(m, 0, 0, SIDE, SIDE);
}

static void assert_about(guint actual, double expected, double tolerance)
{
    ik_assert_near((double)actual, expected, tolerance);
}

static const char BLACK[] = "\"text-color\": \"#000000\"";

/* ---- texts ---- */

static void a_text_is_centred_on_its_point(void **state)
{
    map m;
    (void)state;
    map_init(&m);
    add_point(&m, "HHHH", 256, 256);
    map_draw(&m, "\"text-field\": [\"get\", \"name\"], \"text-size\": 20", BLACK);
    ink text = ink_of(&m);
    /* four H of 0.741 em less the room beside the outer stems (0.098 em each); capitals from
     * 0.339 em above to 0.375 em below the point */
    assert_about(text.right + 1 - text.left, 20 * (4 * 0.741 - 2 * 0.098), 1.5);
    assert_about(text.left + text.right + 1, 512, 2);
    assert_about(text.top, 256 - 20 * 0.339, 1);
    assert_about(text.bottom + 1, 256 + 20 * 0.375, 1);
    map_clear(&m);
}

static void a_text_across_tiles_is_in_each_of_them(void **state)
{
    map m;
    GError *error = NULL;
    (void)state;
    map_init(&m);
    add_point(&m, "Xanten und Umgebung", 256, 256);
    map_draw(&m, "\"text-field\": [\"get\", \"name\"], \"text-size\": 30", BLACK);
    assert_true(ink_in(&m, 0, 0, 256, 256).n > 100);
    assert_true(ink_in(&m, 256, 0, 512, 256).n > 100);
    assert_true(ink_in(&m, 0, 256, 256, 512).n > 100);
    assert_true(ink_in(&m, 256, 256, 512, 512).n > 100);
    /* each tile by itself has the same pixels */
    for (guint i = 0; i < 4; i++) {
        const ik_picture_frame frame = {
            (gint64)(i % 2) * 256, (gint64)(i / 2) * 256, 256, 256, NULL, IK_TILE_IMAGE_PNG, 0};
        test_picture tile;
        g_autoptr(GBytes) png = ik_raster_render_picture(m.raster, &frame, &error);
        ik_assert_no_error(error);
        test_picture_init(&tile, png);
        for (guint y = 0; y < 256; y++)
            for (guint x = 0; x < 256; x++)
                assert_int_equal(test_picture_pixel(&tile, x, y),
                                 test_picture_pixel(&m.picture, i % 2 * 256 + x, i / 2 * 256 + y));
        test_picture_clear(&tile);
    }
    map_clear(&m);
}

static void a_turned_text_stands_upright(void **state)
{
    map m;
    (void)state;
    map_init(&m);
    add_point(&m, "HHHHHH", 256, 256);
    map_draw(&m, "\"text-field\": [\"get\", \"name\"], \"text-size\": 20, \"text-rotate\": 90",
             BLACK);
    ink text = ink_of(&m);
    assert_about(text.bottom + 1 - text.top, 20 * (6 * 0.741 - 2 * 0.098), 1.5);
    /* what was below is left now */
    assert_about(text.left, 256 - 20 * 0.375, 1);
    assert_about(text.right + 1, 256 + 20 * 0.339, 1);
    map_clear(&m);
}

static void lines_are_justified_as_asked(void **state)
{
    map left, right;
    (void)state;
    map_init(&left);
    add_point(&left, "HHHHH\nH", 256, 256);
    map_draw(&left,
             "\"text-field\": [\"get\", \"name\"], \"text-size\": 20, \"text-justify\": \"left\"",
             BLACK);
    map_init(&right);
    add_point(&right, "HHHHH\nH", 256, 256);
    map_draw(&right,
             "\"text-field\": [\"get\", \"name\"], \"text-size\": 20, \"text-justify\": \"right\"",
             BLACK);
    /* the second line, one letter */
    assert_about(ink_in(&left, 0, 260, SIDE, SIDE).left, ink_of(&left).left, 1);
    assert_about(ink_in(&right, 0, 260, SIDE, SIDE).right, ink_of(&right).right, 1);
    map_clear(&left);
    map_clear(&right);
}

static void a_halo_surrounds_the_letters(void **state)
{
    map m;
    (void)state;
    map_init(&m);
    add_point(&m, "H", 256, 256);
    map_draw(
        &m, "\"text-field\": [\"get\", \"name\"], \"text-size\": 40",
        "\"text-color\": \"#000000\", \"text-halo-color\": \"#ff0000\", \"text-halo-width\": 5");
    ink text = ink_of(&m);
    /* cap height 28.6 and five pixels above and below */
    assert_about(text.bottom + 1 - text.top, 40 * 0.714 + 10, 2);
    assert_int_equal(test_picture_pixel(&m.picture, 256, text.top + 13), 0xff0000ff);
    map_clear(&m);
}

/* ---- icons ---- */

static void a_marker_stands_with_its_tip_on_the_point(void **state)
{
    map m;
    (void)state;
    map_init(&m);
    add_point(&m, "A", 256, 256);
    map_draw(&m, "\"icon-image\": \"marker\", \"icon-anchor\": \"bottom\"", "");
    ink icon = ink_of(&m);
    assert_about(icon.bottom, 255, 1);
    assert_about(icon.top, 256 - 32 + 2, 2);
    /* the middle of its head is white, the ring around it red */
    assert_int_equal(test_picture_pixel(&m.picture, 256, 236), 0xffffffff);
    assert_int_equal(test_picture_pixel(&m.picture, 256, 229), 0xd6004fff);
    map_clear(&m);
}

static void an_icon_is_scaled_and_turned(void **state)
{
    map m;
    (void)state;
    map_init(&m);
    add_point(&m, "A", 256, 256);
    map_draw(&m, "\"icon-image\": \"arrow\", \"icon-size\": 4, \"icon-rotate\": 90", "");
    ink icon = ink_of(&m);
    /* the arrow points from 2 to 14.4 of 16 and is 9.2 high: now downwards, four times as large */
    assert_about(icon.top, 256 - 24, 2);
    assert_about(icon.bottom + 1, 256 + 6.4 * 4, 5.5);            /* four pixels of soft edge */
    assert_about(icon.right + 1 - icon.left, 9.2 * 4 + 2 * 4, 2); /* soft on both sides */
    map_clear(&m);
}

static void an_icon_fitted_to_a_text_lies_under_it(void **state)
{
    map m;
    (void)state;
    map_init(&m);
    add_point(&m, "HHHHHHHH", 256, 256);
    map_draw(&m,
             "\"text-field\": [\"get\", \"name\"], \"text-size\": 20, \"icon-image\": \"dots-2\", "
             "\"icon-text-fit\": \"both\", \"icon-text-fit-padding\": [4, 10, 4, 10]",
             BLACK);
    ink both = ink_of(&m);
    /* eight H and ten pixels on both sides; a line of 24 and four above and below */
    assert_about(both.right + 1 - both.left, 20 * 8 * 0.741 + 20, 5); /* soft edges */
    assert_about(both.bottom + 1 - both.top, 24 + 8, 2);
    map_clear(&m);
}

static void what_has_no_image_shows_its_text(void **state)
{
    map m;
    (void)state;
    map_init(&m);
    add_point(&m, "H", 256, 256);
    map_draw(&m, "\"text-field\": [\"get\", \"name\"], \"icon-image\": \"nosuch\"", BLACK);
    assert_true(ink_of(&m).n > 10);
    map_clear(&m);
}

/* ---- distance fields ---- */

/* A disc of radius 12 in 48 x 48 pixels, as a distance field. */
static const uint32_t *disc(void)
{
    static uint32_t pixels[48 * 48];
    for (int i = 0; i < 48 * 48; i++) {
        int column = i % 48, row = i / 48;
        double distance = 12 - hypot(column + 0.5 - 24, row + 0.5 - 24);
        double alpha = CLAMP(0.75 + distance / 8, 0, 1);
        pixels[i] = (uint32_t)(alpha * 255 + 0.5) * 0x01010101u;
    }
    return pixels;
}

static void a_distance_field_has_any_colour_and_halo(void **state)
{
    const ik_sprite_image image = {.name = "disc",
                                   .width = 48,
                                   .height = 48,
                                   .pixel_ratio = 1,
                                   .pixels = disc(),
                                   .is_sdf = true};
    (void)state;
    map m;
    map_init(&m);
    assert_true(ik_image_table_add((ik_image_table *)(guintptr)ik_sprite_images(m.sprite), &image));
    add_point(&m, "A", 256, 256);
    map_draw(&m, "\"icon-image\": \"disc\"",
             "\"icon-color\": \"#0000ff\", \"icon-halo-color\": \"#ff0000\", "
             "\"icon-halo-width\": 3");
    ink icon = ink_of(&m);
    assert_about(icon.right + 1 - icon.left, 2 * (12 + 3), 2);
    assert_int_equal(test_picture_pixel(&m.picture, 256, 256), 0x0000ffff);
    assert_int_equal(test_picture_pixel(&m.picture, 256 - 14, 256), 0xff0000ff);
    map_clear(&m);
}

/* ---- along lines ---- */

static void a_text_follows_an_arc(void **state)
{
    map m;
    (void)state;
    map_init(&m);
    add_arc(&m, "Rheinufer Promenade", 256, 300, 150);
    map_draw(&m,
             "\"text-field\": [\"get\", \"name\"], \"text-size\": 24, \"symbol-placement\": "
             "\"line-center\"",
             BLACK);
    assert_true(ink_of(&m).n > 300);
    for (guint y = 0; y < SIDE; y++)
        for (guint x = 0; x < SIDE; x++) {
            double radius = hypot(x + 0.5 - 256, y + 0.5 - 300);
            /* nothing is further from the arc than an em */
            if (fabs(radius - 150) > 20)
                assert_int_equal(test_picture_pixel(&m.picture, x, y), 0xffffffff);
        }
    /* about 10 em long around the top: as much left as right */
    ink text = ink_of(&m);
    assert_about(text.left + text.right + 1, 512, 6);
    assert_true(text.right - text.left > 150);
    map_clear(&m);
}

static void arabic_follows_an_arc_from_right_to_left(void **state)
{
    map m;
    (void)state;
    map_init(&m);
    add_arc(&m, "حدود منطقة سوق العمل", 256, 300, 150);
    map_draw(&m,
             "\"text-field\": [\"get\", \"name\"], \"text-size\": 24, \"symbol-placement\": "
             "\"line-center\"",
             BLACK);
    guint n = 0;
    const ik_label *labels = ik_scene_labels(m.scene, &n);
    assert_int_equal(n, 1);
    assert_true(labels[0].n_places > 10);
    /* from left to right on the map, whichever way it is read */
    for (guint i = 1; i < labels[0].n_places; i++)
        assert_true(labels[0].places[i].x_px >= labels[0].places[i - 1].x_px - 0.5);
    assert_true(ink_of(&m).n > 300);
    map_clear(&m);
}

static void icons_along_a_line_turn_with_it(void **state)
{
    map m;
    (void)state;
    map_init(&m);
    add_arc(&m, "A", 256, 300, 150);
    map_draw(&m,
             "\"icon-image\": \"arrow\", \"symbol-placement\": \"line\", \"symbol-spacing\": 100",
             "");
    guint n = 0;
    const ik_label *labels = ik_scene_labels(m.scene, &n);
    /* half a circle of 471 pixels: the middle and two on each side */
    assert_int_equal(n, 5);
    for (guint i = 0; i < n; i++) {
        double x = (double)labels[i].origin.x / 16 - 256, y = (double)labels[i].origin.y / 16 - 300;
        /* the tangent, clockwise: a quarter ahead of the radius */
        double expected = atan2(y, x) + G_PI / 2;
        ik_assert_near(remainder(labels[i].angle - expected, 2 * G_PI), 0, 0.06);
    }
    map_clear(&m);
}

/* ---- order ---- */

static void of_equals_the_smaller_id_wins(void **state)
{
    map m;
    guint n = 0;
    (void)state;
    map_init(&m);
    add_point(&m, "bbbb", 256, 256);
    add_point(&m, "aaaa", 260, 256);
    map_draw(&m, "\"text-field\": [\"get\", \"name\"]", BLACK);
    const ik_label *labels = ik_scene_labels(m.scene, &n);
    assert_int_equal(n, 1);
    assert_string_equal(labels[0].name, "aaaa");
    map_clear(&m);
}

static void where_symbols_may_overlap_the_southern_is_on_top(void **state)
{
    map m;
    guint n = 0;
    (void)state;
    map_init(&m);
    add_point(&m, "south", 256, 266);
    add_point(&m, "north", 256, 256);
    map_draw(&m, "\"text-field\": [\"get\", \"name\"], \"text-allow-overlap\": true", BLACK);
    const ik_label *labels = ik_scene_labels(m.scene, &n);
    assert_int_equal(n, 2);
    assert_string_equal(labels[1].name, "south");
    map_clear(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_centred_on_its_point),
        cmocka_unit_test(a_text_across_tiles_is_in_each_of_them),
        cmocka_unit_test(a_turned_text_stands_upright),
        cmocka_unit_test(lines_are_justified_as_asked),
        cmocka_unit_test(a_halo_surrounds_the_letters),
        cmocka_unit_test(a_marker_stands_with_its_tip_on_the_point),
        cmocka_unit_test(an_icon_is_scaled_and_turned),
        cmocka_unit_test(an_icon_fitted_to_a_text_lies_under_it),
        cmocka_unit_test(what_has_no_image_shows_its_text),
        cmocka_unit_test(a_distance_field_has_any_colour_and_halo),
        cmocka_unit_test(a_text_follows_an_arc),
        cmocka_unit_test(arabic_follows_an_arc_from_right_to_left),
        cmocka_unit_test(icons_along_a_line_turn_with_it),
        cmocka_unit_test(of_equals_the_smaller_id_wins),
        cmocka_unit_test(where_symbols_may_overlap_the_southern_is_on_top),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
