/* test_style.c — reading style sheets: what is drawn and what is wrong.   [tests] */
#include "test_support.h"

#include "style.h"

#include <ideenkarte/error.h>
#include <string.h>

#define BEFORE                                                                       \
    "{\"version\": 8, \"sources\": {\"s\": {\"type\": \"geojson\", \"data\": {}}}, " \
    "\"layers\": ["
#define AFTER "]}"
#define LINE  "{\"id\": \"l\", \"type\": \"line\", \"source\": \"s\", "

static ik_style *parse(const char *text, GError **error)
{
    return ik_style_parse(text, strlen(text), "s.json", error);
}

static void expect_error(const char *text, int code, const char *message)
{
    GError *error = NULL;
    g_autoptr(ik_style) style = parse(text, &error);
    assert_null(style);
    ik_assert_error(error, IK_ERROR, code, message);
    g_clear_error(&error);
}

static void the_message_leads_to_the_wrong_part(void **state)
{
    (void)state;
    expect_error(BEFORE "{\"id\": \"a\", \"type\": \"background\"}," LINE
                        "\"paint\": {\"line-width\": [\"+\", 1, \"x\"]}}" AFTER,
                 IK_ERROR_INPUT,
                 "s.json: layers[1].paint.line-width[2]: expected number but found string");
    expect_error(BEFORE LINE "\"layout\": {\"line-cap\": \"rund\"}}" AFTER, IK_ERROR_INPUT,
                 "s.json: layers[0].layout.line-cap: expected one of [butt, round, square] but "
                 "found \"rund\"");
    expect_error(BEFORE LINE "\"paint\": {\"line-width\": -1}}" AFTER, IK_ERROR_INPUT,
                 "s.json: layers[0].paint.line-width: -1 is less than 0");
    expect_error(BEFORE LINE "\"paint\": {\"line-opacity\": 2}}" AFTER, IK_ERROR_INPUT,
                 "layers[0].paint.line-opacity: 2 is greater than 1");
    expect_error(BEFORE LINE "\"paint\": {\"line-dasharray\": [1, \"a\"]}}" AFTER, IK_ERROR_INPUT,
                 "layers[0].paint.line-dasharray[1]: expected number but found string");
    expect_error(BEFORE LINE "\"filter\": [\"get\", 1]}" AFTER, IK_ERROR_INPUT,
                 "layers[0].filter[1]: expected string but found number");
    expect_error(BEFORE LINE "\"paint\": {\"line-color\": \"bleu\"}}" AFTER, IK_ERROR_INPUT,
                 "layers[0].paint.line-color: could not read \"bleu\" as color");
    expect_error(BEFORE LINE "\"minzoom\": \"5\"}" AFTER, IK_ERROR_INPUT,
                 "layers[0].minzoom: expected number but found string");
}

static void unknown_names_come_with_a_suggestion(void **state)
{
    (void)state;
    expect_error(BEFORE LINE "\"paint\": {\"line-widht\": 1}}" AFTER, IK_ERROR_INPUT,
                 "layers[0].paint.line-widht: unknown property, did you mean \"line-width\"?");
    expect_error(BEFORE LINE "\"paint\": {\"line-cap\": \"round\"}}" AFTER, IK_ERROR_INPUT,
                 "layers[0].paint.line-cap: unknown property");
    expect_error(BEFORE LINE "\"piant\": {}}" AFTER, IK_ERROR_INPUT,
                 "layers[0].piant: unknown property, did you mean \"paint\"?");
    expect_error("{\"version\": 8, \"leyers\": []}", IK_ERROR_INPUT,
                 "leyers: unknown property, did you mean \"layers\"?");
}

static void what_a_style_must_have_is_asked_for(void **state)
{
    (void)state;
    expect_error("{\"version\": 7, \"layers\": []}", IK_ERROR_INPUT, "expected \"version\": 8");
    expect_error("{\"version\": 8, \"sources\": {}}", IK_ERROR_INPUT,
                 "missing property \"layers\"");
    expect_error("[]", IK_ERROR_INPUT, "expected object but found array");
    expect_error(BEFORE "5" AFTER, IK_ERROR_INPUT, "layers[0]: expected object but found number");
    expect_error(BEFORE "{\"type\": \"background\"}" AFTER, IK_ERROR_INPUT,
                 "layers[0]: missing property \"id\"");
    expect_error(BEFORE "{\"id\": \"a\"}" AFTER, IK_ERROR_INPUT,
                 "layers[0]: missing property \"type\"");
    expect_error(BEFORE "{\"id\": \"a\", \"type\": \"fill\"}" AFTER, IK_ERROR_INPUT,
                 "layers[0]: missing property \"source\"");
    expect_error(BEFORE "{\"id\": \"a\", \"type\": \"background\"},"
                        "{\"id\": \"a\", \"type\": \"background\"}" AFTER,
                 IK_ERROR_INPUT, "layers[1]: id \"a\" is that of layers[0] too");
    expect_error(BEFORE "{\"id\": \"a\", \"type\": \"fill\", \"source\": \"t\"}" AFTER,
                 IK_ERROR_INPUT, "layers[0].source: there is no source \"t\"");
    expect_error("{\"version\": 8, \"layers\": []}", IK_ERROR_INPUT,
                 "missing property \"sources\"");
    expect_error("{\"version\": 8, ", IK_ERROR_INPUT, "s.json");
}

static void what_is_known_but_not_drawn_is_a_warning(void **state)
{
    GError *error = NULL;
    (void)state;
    g_autoptr(ik_style) style =
        parse(BEFORE LINE "\"paint\": {\"line-layer-blend\": \"multiply\", \"line-width\": 3}},"
                          "{\"id\": \"m\", \"type\": \"line\", \"source\": \"s\", \"paint\": "
                          "{\"line-layer-blend\": \"screen\"}},"
                          "{\"id\": \"h\", \"type\": \"hillshade\", \"source\": \"s\"}" AFTER,
              &error);
    ik_assert_no_error(error);
    assert_int_equal(ik_style_n_warnings(style), 2);
    assert_string_equal(
        ik_style_warning(style, 0),
        "s.json: layers[0].paint.line-layer-blend: property \"line-layer-blend\" is "
        "not supported and left out");
    assert_string_equal(ik_style_warning(style, 1),
                        "s.json: layers[2]: layers of type \"hillshade\" are not supported and "
                        "left out");
    assert_int_equal(ik_style_n_layers(style), 2);
}

static void properties_have_their_value_or_the_default(void **state)
{
    GError *error = NULL;
    double dashes[4] = {0};
    g_autoptr(ik_arena) arena = ik_arena_new();
    (void)state;
    g_autoptr(ik_style) style = parse(
        BEFORE LINE "\"minzoom\": 5, \"maxzoom\": 8, \"layout\": {\"line-cap\": \"square\"}, "
                    "\"filter\": [\"==\", [\"get\", \"rank\"], 1], \"paint\": {\"line-width\": "
                    "[\"interpolate\", [\"linear\"], [\"zoom\"], 5, 1, 7, 3], \"line-opacity\": "
                    "[\"get\", \"missing\"], \"line-dasharray\": [2, 1]}}" AFTER,
        &error);
    ik_assert_no_error(error);
    const ik_style_layer *layer = ik_style_layer_at(style, 0);
    ik_attribute rank = {"rank", ik_value_number(1)};
    ik_feature feature = {.geometry = "LineString", .attributes = &rank, .n_attributes = 1};
    ik_evaluation evaluation = {.zoom = 6, .feature = &feature, .arena = arena};
    assert_true(ik_style_layer_takes(layer, &evaluation));
    ik_assert_near(ik_style_number(layer, IK_LINE_WIDTH, &evaluation), 2, 1e-12);
    ik_assert_near(ik_style_number(layer, IK_LINE_OPACITY, &evaluation), 1, 0);
    ik_assert_near(ik_style_number(layer, IK_LINE_MITER_LIMIT, &evaluation), 2, 0);
    assert_int_equal(ik_style_choice(layer, IK_LINE_CAP, &evaluation), IK_CAP_SQUARE);
    assert_int_equal(ik_style_choice(layer, IK_LINE_JOIN, &evaluation), IK_JOIN_MITER);
    assert_int_equal(ik_style_numbers(layer, IK_LINE_DASHARRAY, &evaluation, dashes, 4), 2);
    ik_assert_near(dashes[0], 2, 0);
    rank.value.number = 2;
    assert_false(ik_style_layer_takes(layer, &evaluation));
    assert_false(ik_style_layer_is_drawn(layer, 4.99));
    assert_true(ik_style_layer_is_drawn(layer, 5));
    assert_false(ik_style_layer_is_drawn(layer, 8));
}

static double width_at(const ik_style_layer *layer, double zoom, const ik_feature *feature,
                       ik_arena *arena)
{
    ik_evaluation evaluation = {.zoom = zoom, .feature = feature, .arena = arena};
    return ik_style_number(layer, IK_LINE_WIDTH, &evaluation);
}

/* The same values, and what depended on the zoom alone is there without asking for it. */
static void a_layer_of_one_zoom_gives_the_same(void **state)
{
    static const char *const WIDTHS[] = {
        "[\"interpolate\", [\"linear\"], [\"zoom\"], 5, 1, 9, 5]",
        "[\"interpolate\", [\"linear\"], [\"zoom\"], 5, [\"get\", \"rank\"], 9, 5]",
        "[\"let\", \"z\", [\"get\", \"rank\"], [\"step\", [\"zoom\"], [\"var\", \"z\"], 6, [\"*\", "
        "2, [\"var\", \"z\"]]]]",
        "[\"let\", \"z\", [\"zoom\"], [\"step\", [\"zoom\"], 1, 6, [\"+\", [\"var\", \"z\"], "
        "[\"get\", \"rank\"]]]]",
        "{\"stops\": [[5, 1], [9, 5]]}"};
    g_autoptr(ik_arena) arena = ik_arena_new();
    ik_attribute rank = {"rank", ik_value_number(3)};
    ik_feature feature = {.geometry = "LineString", .attributes = &rank, .n_attributes = 1};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(WIDTHS); i++) {
        GError *error = NULL;
        g_autofree char *text =
            g_strconcat(BEFORE LINE "\"paint\": {\"line-width\": ", WIDTHS[i], "}}" AFTER, NULL);
        g_autoptr(ik_style) style = parse(text, &error);
        ik_assert_no_error(error);
        const ik_style_layer *layer = ik_style_layer_at(style, 0);
        const ik_style_layer *zoomed = ik_style_layer_at_zoom(layer, 7, arena);
        ik_assert_near(width_at(zoomed, 7, &feature, arena), width_at(layer, 7, &feature, arena),
                       0);
        assert_false(ik_expression_needs_zoom(zoomed->properties[IK_LINE_WIDTH]) &&
                     !ik_style_is_per_feature(zoomed, IK_LINE_WIDTH));
        assert_true(ik_style_is_per_feature(layer, IK_LINE_WIDTH) ||
                    ik_expression_is_constant(zoomed->properties[IK_LINE_WIDTH], NULL));
    }
}

/* MapLibre keeps the room that a text needs at the end of its zoom step: 12 + 2 (7 - 6) pixels. */
static void the_size_of_a_text_can_be_asked_ahead(void **state)
{
    GError *error = NULL;
    g_autoptr(ik_arena) arena = ik_arena_new();
    g_autoptr(ik_style) style = parse(
        BEFORE "{\"id\": \"t\", \"type\": \"symbol\", \"source\": \"s\", \"layout\": {"
               "\"text-size\": [\"interpolate\", [\"linear\"], [\"zoom\"], 6, 12, 12, 24]}}" AFTER,
        &error);
    (void)state;
    ik_assert_no_error(error);
    const ik_style_layer *layer = ik_style_layer_at_zoom(ik_style_layer_at(style, 0), 6, arena);
    ik_evaluation now = {.zoom = 6, .arena = arena}, later = {.zoom = 7, .arena = arena};
    ik_assert_near(ik_style_number(layer, IK_TEXT_SIZE, &now), 12, 1e-9);
    ik_assert_near(ik_style_number(layer, IK_TEXT_SIZE, &later), 14, 1e-9);
}

/* Sixty doublings: 2^60 steps if a variable were computed each time it is used. */
static void a_variable_is_computed_once(void **state)
{
    GError *error = NULL;
    g_autoptr(ik_arena) arena = ik_arena_new();
    g_autoptr(GString) width = g_string_new("[\"var\", \"v59\"]");
    ik_attribute rank = {"rank", ik_value_number(1)};
    ik_feature feature = {.geometry = "LineString", .attributes = &rank, .n_attributes = 1};
    (void)state;
    for (int i = 59; i > 0; i--) {
        g_autofree char *head = g_strdup_printf("[\"let\", \"v%d\", [\"+\", [\"var\", \"v%d\"], "
                                                "[\"var\", \"v%d\"]], ",
                                                i, i - 1, i - 1);
        g_string_prepend(width, head);
        g_string_append_c(width, ']');
    }
    g_autofree char *text = g_strconcat(BEFORE LINE "\"paint\": {\"line-width\": [\"let\", \"v0\", "
                                                    "[\"get\", \"rank\"], ",
                                        width->str, "]}}" AFTER, NULL);
    g_autoptr(ik_style) style = parse(text, &error);
    ik_assert_no_error(error);
    const ik_style_layer *layer = ik_style_layer_at(style, 0);
    ik_assert_near(width_at(layer, 5, &feature, arena), 0x1p59, 0);
    ik_assert_near(width_at(ik_style_layer_at_zoom(layer, 5, arena), 5, &feature, arena), 0x1p59,
                   0);
}

static void a_variable_of_the_zoom_is_computed_once(void **state)
{
    GError *error = NULL;
    g_autoptr(ik_arena) arena = ik_arena_new();
    g_autoptr(GString) width =
        g_string_new("[\"step\", [\"zoom\"], [\"get\", \"rank\"], 1, [\"+\", "
                     "[\"get\", \"rank\"], [\"var\", \"v59\"]]]");
    ik_attribute rank = {"rank", ik_value_number(1)};
    ik_feature feature = {.geometry = "LineString", .attributes = &rank, .n_attributes = 1};
    (void)state;
    for (int i = 59; i > 0; i--) {
        g_autofree char *head = g_strdup_printf("[\"let\", \"v%d\", [\"max\", [\"var\", \"v%d\"], "
                                                "[\"var\", \"v%d\"]], ",
                                                i, i - 1, i - 1);
        g_string_prepend(width, head);
        g_string_append_c(width, ']');
    }
    g_autofree char *text =
        g_strconcat(BEFORE LINE "\"paint\": {\"line-width\": [\"let\", \"v0\", [\"zoom\"], ",
                    width->str, "]}}" AFTER, NULL);
    g_autoptr(ik_style) style = parse(text, &error);
    ik_assert_no_error(error);
    const ik_style_layer *layer = ik_style_layer_at_zoom(ik_style_layer_at(style, 0), 5, arena);
    ik_assert_near(width_at(layer, 5, &feature, arena), 6, 0);
}

static void what_stands_beside_the_layers_is_read(void **state)
{
    static const char TEXT[] =
        "{\"version\": 8, \"name\": \"N\", \"center\": [7, 51], \"zoom\": 8.5, \"glyphs\": "
        "\"g/{fontstack}/{range}\", \"sprite\": [{\"id\": \"a\", \"url\": \"u\"}, {\"id\": "
        "\"default\", \"url\": \"v\"}], \"metadata\": {\"k\": \"text\", \"n\": 1}, \"sources\": "
        "{\"t\": {\"type\": \"vector\", \"tiles\": [\"a/{z}\"], \"scheme\": \"tms\", "
        "\"promoteId\": {\"roads\": \"ref\"}, \"maxzoom\": "
        "14}, \"g\": {\"type\": \"geojson\", \"data\": {\"type\": \"Point\"}, \"cluster\": "
        "true, \"clusterRadius\": 40}, \"i\": {\"type\": \"image\", \"url\": \"x.png\", "
        "\"coordinates\": [[1, 4], [2, 4], [2, 3], [1, 3]]}}, \"layers\": []}";
    GError *error = NULL;
    (void)state;
    g_autoptr(ik_style) style = parse(TEXT, &error);
    ik_assert_no_error(error);
    const ik_style_view *view = ik_style_get_view(style);
    assert_true(view->has_center && view->has_zoom);
    ik_assert_near(view->center[1], 51, 0);
    ik_assert_near(view->zoom, 8.5, 0);
    assert_int_equal(ik_style_n_sprites(style), 2);
    assert_string_equal(ik_style_sprite_at(style, 1)->url, "v");
    assert_string_equal(ik_style_metadata(style, "k"), "text");
    assert_null(ik_style_metadata(style, "n"));
    const ik_style_source *tiles = ik_style_find_source(style, "t");
    assert_true(tiles->is_tms);
    ik_assert_near(tiles->max_zoom, 14, 0);
    ik_assert_near(tiles->min_zoom, 0, 0);
    assert_string_equal(ik_style_source_promoted(tiles, "roads"), "ref");
    assert_null(ik_style_source_promoted(tiles, "rivers"));
    const ik_style_source *points = ik_style_find_source(style, "g");
    assert_true(points->cluster && ik_json_exists(points->data));
    ik_assert_near(points->cluster_max_zoom, 17, 0); /* one less than maxzoom, which is 18 */
    ik_assert_near(ik_style_find_source(style, "i")->coordinates[2][1], 3, 0);
    assert_null(ik_style_find_source(style, "none"));
}

#define CLUSTERS(members)                                                                      \
    "{\"version\": 8, \"layers\": [], \"sources\": {\"s\": {\"type\": \"geojson\", \"data\": " \
    "{}, \"cluster\": true, " members "}}}"

static void what_clusters_sum_up_is_checked(void **state)
{
    (void)state;
    expect_error(CLUSTERS("\"clusterProperties\": {\"a\": [\"+\"]}"), IK_ERROR_INPUT,
                 "sources.s.clusterProperties.a: expected an operator and an expression");
    expect_error(CLUSTERS("\"clusterProperties\": {\"a\": [\"plus\", 1]}"), IK_ERROR_INPUT,
                 "sources.s.clusterProperties.a[0][0]: unknown operator \"plus\"");
    expect_error(CLUSTERS("\"clusterProperties\": {\"a\": [\"+\", [\"zoom\"]]}"), IK_ERROR_INPUT,
                 "sources.s.clusterProperties.a[1]: clusters do not know the zoom");
    expect_error(CLUSTERS("\"clusterProperties\": {\"a\": [\"+\", [\"accumulated\"]]}"),
                 IK_ERROR_INPUT, "sources.s.clusterProperties.a[1]: \"accumulated\" stands in");
    expect_error(CLUSTERS("\"clusterRadius\": -1"), IK_ERROR_INPUT,
                 "sources.s.clusterRadius: expected 0 or more pixels");
    expect_error(BEFORE LINE "\"filter\": [\"accumulated\"]}" AFTER, IK_ERROR_INPUT,
                 "\"accumulated\" stands in");
}

static void ramps_of_colors_are_given_in_whole(void **state)
{
    GError *error = NULL;
    ik_color colors[3];
    (void)state;
    g_autoptr(ik_style) style =
        parse(BEFORE "{\"id\": \"h\", \"type\": \"heatmap\", \"source\": \"s\"}, " LINE
                     "\"paint\": {\"line-gradient\": [\"interpolate\", [\"linear\"], "
                     "[\"line-progress\"], 0, \"red\", 1, \"blue\"]}}" AFTER,
              &error);
    ik_assert_no_error(error);
    assert_true(ik_style_color_ramp(ik_style_layer_at(style, 1), IK_LINE_GRADIENT, colors, 3));
    ik_assert_near(colors[1].r, 0.5, 1e-12);
    ik_assert_near(colors[2].b, 1, 1e-12);
    /* the default of the specification: lime at 0.5, transparent blue at 0 */
    assert_true(ik_style_color_ramp(ik_style_layer_at(style, 0), IK_HEATMAP_COLOR, colors, 3));
    ik_assert_near(colors[0].a, 0, 0);
    ik_assert_near(colors[1].g, 1, 1e-12);
    ik_assert_near(colors[1].r, 0, 1e-12);
}

static void the_styles_of_the_program_are_sound(void **state)
{
    GError *error = NULL;
    (void)state;
    static const char *const NAMES[] = {"regions", "light", "print"};
    for (gsize i = 0; i < G_N_ELEMENTS(NAMES); i++) {
        g_autoptr(ik_style) style = ik_style_builtin(NAMES[i], &error);
        ik_assert_no_error(error);
        assert_true(ik_style_n_layers(style) > 5);
        assert_int_equal(ik_style_n_warnings(style), 0);
    }
    assert_null(ik_style_builtin("regoins", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "there is no style named \"regoins\"");
    g_clear_error(&error);
}

static void ten_thousand_layers_are_the_limit(void **state)
{
    g_autoptr(GString) text = g_string_new(BEFORE);
    (void)state;
    for (int i = 0; i <= 10000; i++)
        g_string_append(text, i > 0 ? ",{}" : "{}");
    g_string_append(text, AFTER);
    expect_error(text->str, IK_ERROR_INPUT, "layers: 10001 layers are more than the 10000 allowed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_message_leads_to_the_wrong_part),
        cmocka_unit_test(unknown_names_come_with_a_suggestion),
        cmocka_unit_test(what_a_style_must_have_is_asked_for),
        cmocka_unit_test(what_is_known_but_not_drawn_is_a_warning),
        cmocka_unit_test(properties_have_their_value_or_the_default),
        cmocka_unit_test(a_layer_of_one_zoom_gives_the_same),
        cmocka_unit_test(the_size_of_a_text_can_be_asked_ahead),
        cmocka_unit_test(a_variable_is_computed_once),
        cmocka_unit_test(a_variable_of_the_zoom_is_computed_once),
        cmocka_unit_test(what_stands_beside_the_layers_is_read),
        cmocka_unit_test(what_clusters_sum_up_is_checked),
        cmocka_unit_test(ramps_of_colors_are_given_in_whole),
        cmocka_unit_test(the_styles_of_the_program_are_sound),
        cmocka_unit_test(ten_thousand_layers_are_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
