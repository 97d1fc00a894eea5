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

static void the_style_of_the_program_is_sound(void **state)
{
    GError *error = NULL;
    (void)state;
    g_autoptr(ik_style) style = ik_style_builtin("regions", &error);
    ik_assert_no_error(error);
    assert_true(ik_style_n_layers(style) > 5);
    assert_int_equal(ik_style_n_warnings(style), 0);
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
        cmocka_unit_test(the_style_of_the_program_is_sound),
        cmocka_unit_test(ten_thousand_layers_are_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
