/* test_expression.c — MapLibre expressions against tables.   [tests]
 *
 * Expected values: the text and examples of the MapLibre Style Specification, "Expressions"; where
 * it gives none, hand calculation. A row that starts with "!" expects a fault while evaluating,
 * one that starts with "?" an error while compiling that holds the rest.
 */
#include "test_support.h"

#include "expression.h"

#include <ideenkarte/error.h>
#include <string.h>

typedef struct {
    const char *json;
    const char *expected;
    double zoom;
} row;

static const ik_value LIST[] = {{.type = IK_VALUE_NUMBER, .number = 10},
                                {.type = IK_VALUE_STRING, .string = "b"}};
static const ik_attribute ATTRIBUTES[] = {
    {"name", {.type = IK_VALUE_STRING, .string = "Köln"}},
    {"population", {.type = IK_VALUE_NUMBER, .number = 1000}},
    {"tint", {.type = IK_VALUE_NUMBER, .number = 2}},
    {"is_city", {.type = IK_VALUE_BOOL, .boolean = true}},
    {"list", {.type = IK_VALUE_ARRAY, .array = {LIST, 2}}},
};
static const ik_feature FEATURE = {.id = {.type = IK_VALUE_NUMBER, .number = 7},
                                   .geometry = "Point",
                                   .attributes = ATTRIBUTES,
                                   .n_attributes = G_N_ELEMENTS(ATTRIBUTES)};

static void check_error(const row *r, const GError *error)
{
    if (r->expected[0] != '?' || strstr(error->message, r->expected + 1) == NULL)
        fail_msg("%s: unexpected error: %s", r->json, error->message);
}

static void check_value(const row *r, const ik_expression *expression, ik_arena *arena)
{
    ik_evaluation evaluation = {.zoom = r->zoom, .feature = &FEATURE, .arena = arena};
    ik_value value;
    if (!ik_expression_evaluate(expression, &evaluation, &value)) {
        if (r->expected[0] != '!' || strstr(evaluation.fault, r->expected + 1) == NULL)
            fail_msg("%s: unexpected fault: %s", r->json, evaluation.fault);
        return;
    }
    const char *text = ik_value_text(&value, arena);
    if (strcmp(text, r->expected) != 0)
        fail_msg("%s is %s, expected %s", r->json, text, r->expected);
}

static void check_row(const row *r, ik_value_type type)
{
    GError *error = NULL;
    g_autoptr(ik_arena) arena = ik_arena_new();
    g_autoptr(GString) path = g_string_new("e");
    g_autoptr(ik_json) json = ik_json_parse(r->json, strlen(r->json), "test", &error);
    ik_assert_no_error(error);
    ik_compiler compiler = {.file = "test", .path = path, .arena = arena, .error = &error};
    const ik_expression *expression =
        ik_expression_compile(&compiler, ik_json_root(json), IK_TYPE(type));
    if (expression == NULL) {
        check_error(r, error);
        g_clear_error(&error);
    } else
        check_value(r, expression, arena);
}

#define CHECK(rows, type)                          \
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) \
    check_row(&(rows)[i], type)

static void arithmetic_follows_the_specification(void **state)
{
    static const row ROWS[] = {
        {"[\"+\", 1, 2, 3]", "6", 0},
        {"[\"+\", 0.1, 0.2]", "0.30000000000000004", 0},
        {"[\"+\", 1, \"x\"]", "?e[2]: expected number but found string", 0},
        {"[\"-\", 5]", "-5", 0},
        {"[\"-\", 5, 7]", "-2", 0},
        {"[\"-\", 1, 2, 3]", "?at most 2 arguments", 0},
        {"[\"*\", 2, 3, 4]", "24", 0},
        {"[\"/\", 1, 4]", "0.25", 0},
        {"[\"/\", 1, 0]", "Infinity", 0},
        {"[\"%\", 10, 3]", "1", 0},
        {"[\"%\", -10, 3]", "-1", 0},
        {"[\"^\", 2, 10]", "1024", 0},
        {"[\"min\", 3, 1, 2]", "1", 0},
        {"[\"max\", 3, 1, 2]", "3", 0},
        {"[\"round\", 2.5]", "3", 0},
        {"[\"round\", -2.5]", "-3", 0},
        {"[\"round\", 2.4]", "2", 0},
        {"[\"abs\", -3]", "3", 0},
        {"[\"ceil\", 1.2]", "2", 0},
        {"[\"floor\", -1.2]", "-2", 0},
        {"[\"sqrt\", 9]", "3", 0},
        {"[\"log2\", 8]", "3", 0},
        {"[\"log10\", 1000]", "3", 0},
        {"[\"ln\", 1]", "0", 0},
        {"[\"pi\"]", "3.141592653589793", 0},
        {"[\"e\"]", "2.718281828459045", 0},
        {"[\"pi\", 1]", "?expects no arguments", 0},
        {"[\"+\", [\"get\", \"name\"], 1]", "!expected number", 0},
        {"[\"+\", [\"get\", \"population\"], [\"zoom\"]]", "1005", 5},
    };
    (void)state;
    CHECK(ROWS, IK_VALUE_ANY);
}

static void decisions_follow_the_specification(void **state)
{
    static const row ROWS[] = {
        {"[\"==\", 1, 1]", "true", 0},
        {"[\"==\", \"a\", \"b\"]", "false", 0},
        {"[\"==\", 1, \"1\"]", "?cannot compare types number and string", 0},
        {"[\"==\", [\"get\", \"missing\"], null]", "true", 0},
        {"[\"!=\", [\"get\", \"tint\"], 3]", "true", 0},
        {"[\"<\", 1, 2]", "true", 0},
        {"[\"<\", \"a\", \"b\"]", "true", 0},
        {"[\"<\", true, false]", "?does not compare boolean", 0},
        {"[\"<\", [\"get\", \"name\"], 2]", "!expected number but found string", 0},
        {"[\"<=\", 2, 2]", "true", 0},
        {"[\">\", 2, 2]", "false", 0},
        {"[\">=\", [\"get\", \"population\"], 1000]", "true", 0},
        {"[\"all\"]", "true", 0},
        {"[\"all\", true, false]", "false", 0},
        {"[\"all\", true, 1]", "?e[2]: expected boolean but found number", 0},
        {"[\"any\"]", "false", 0},
        {"[\"any\", false, true]", "true", 0},
        {"[\"any\", true, [\"get\", \"name\"]]", "true", 0},
        {"[\"!\", true]", "false", 0},
        {"[\"!\", [\"has\", \"missing\"]]", "true", 0},
        {"[\"!\", 1]", "?e[1]: expected boolean but found number", 0},
        {"[\"case\", false, 1, true, 2, 3]", "2", 0},
        {"[\"case\", false, 1, 3]", "3", 0},
        {"[\"case\", false, 1]", "?\"case\" expects", 0},
        {"[\"case\", true, 1, \"x\"]", "?e[3]: expected number but found string", 0},
        {"[\"coalesce\", [\"get\", \"missing\"], 5]", "5", 0},
        {"[\"coalesce\", [\"get\", \"name\"], \"x\"]", "Köln", 0},
        {"[\"coalesce\", null]", "", 0},
        {"[\"match\", [\"get\", \"tint\"], 1, \"a\", [2, 3], \"b\", \"c\"]", "b", 0},
        {"[\"match\", [\"get\", \"name\"], \"Bonn\", 1, 0]", "0", 0},
        {"[\"match\", [\"get\", \"name\"], 1, 1, 0]", "0", 0},
        {"[\"match\", 1, 1, 2, 1, 3, 0]", "?labels of \"match\" must differ", 0},
        {"[\"match\", 1, 1, 2, \"a\", 3, 0]", "?expected number but found string", 0},
        {"[\"match\", 1, true, 2, 0]", "?e[2]: labels of \"match\"", 0},
    };
    (void)state;
    CHECK(ROWS, IK_VALUE_ANY);
}

static void lookups_follow_the_specification(void **state)
{
    static const row ROWS[] = {
        {"[\"get\", \"name\"]", "Köln", 0},
        {"[\"get\", \"missing\"]", "", 0},
        {"[\"get\", 1]", "?e[1]: expected string but found number", 0},
        {"[\"has\", \"name\"]", "true", 0},
        {"[\"has\", \"missing\"]", "false", 0},
        {"[\"has\", [\"get\", \"tint\"]]", "!expected string", 0},
        {"[\"id\"]", "7", 0},
        {"[\"geometry-type\"]", "Point", 0},
        {"[\"zoom\"]", "7.5", 7.5},
        {"[\"at\", 1, [\"literal\", [1, 2]]]", "2", 0},
        {"[\"at\", 1, [\"get\", \"list\"]]", "b", 0},
        {"[\"at\", 2, [\"literal\", [1, 2]]]", "?out of bounds", 0},
        {"[\"at\", 0.5, [\"get\", \"list\"]]", "!not an integer", 0},
        {"[\"in\", \"b\", [\"get\", \"list\"]]", "true", 0},
        {"[\"in\", \"öl\", [\"get\", \"name\"]]", "true", 0},
        {"[\"in\", \"x\", 5]", "?expected array or string but found number", 0},
        {"[\"length\", \"Köln\"]", "4", 0},
        {"[\"length\", [\"literal\", [1, 2, 3]]]", "3", 0},
        {"[\"length\", 5]", "?expected array or string but found number", 0},
        {"[\"literal\", [1, \"a\", true]]", "[1,\"a\",true]", 0},
        {"[\"let\", \"a\", 2, [\"*\", [\"var\", \"a\"], [\"var\", \"a\"]]]", "4", 0},
        {"[\"let\", \"a\", 1, \"a\", 3, [\"var\", \"a\"]]", "3", 0},
        {"[\"var\", \"a\"]", "?unknown variable \"a\"", 0},
    };
    (void)state;
    CHECK(ROWS, IK_VALUE_ANY);
}

static void ramps_follow_the_specification(void **state)
{
    static const row ROWS[] = {
        {"[\"step\", [\"zoom\"], 1, 5, 2, 10, 3]", "1", 4.99},
        {"[\"step\", [\"zoom\"], 1, 5, 2, 10, 3]", "2", 5},
        {"[\"step\", [\"zoom\"], 1, 5, 2, 10, 3]", "3", 11},
        {"[\"step\", [\"zoom\"], 1, 5, 2, 6]", "?expects a result after each stop", 0},
        {"[\"step\", [\"zoom\"], 1, 5, 2, 5, 3]", "?ascending", 0},
        {"[\"step\", \"x\", 1, 5, 2]", "?e[1]: expected number but found string", 0},
        {"[\"interpolate\", [\"linear\"], [\"zoom\"], 5, 10, 10, 20]", "10", 3},
        {"[\"interpolate\", [\"linear\"], [\"zoom\"], 5, 10, 10, 20]", "14", 7},
        {"[\"interpolate\", [\"linear\"], [\"zoom\"], 5, 10, 10, 20]", "20", 12},
        /* (2^2 - 1) / (2^4 - 1) = 0.2 of the way */
        {"[\"interpolate\", [\"exponential\", 2], [\"zoom\"], 0, 0, 4, 100]", "20", 2},
        {"[\"interpolate\", [\"cubic-bezier\", 0, 0, 1, 1], [\"zoom\"], 0, 0, 4, 100]", "100", 4},
        {"[\"interpolate\", [\"linear\"], [\"zoom\"], 0, [\"literal\", [0, 10]], 2, "
         "[\"literal\", [10, 20]]]",
         "[5,15]", 1},
        {"[\"interpolate\", [\"linear\"], [\"zoom\"], 0, true, 2, false]",
         "?type boolean is not interpolatable", 0},
        {"[\"interpolate\", [\"cubic\"], [\"zoom\"], 0, 1, 2, 2]", "?e[1]: expected [\"linear\"]",
         0},
        {"[\"interpolate\", [\"linear\"], [\"zoom\"], \"a\", 1, 2, 2]",
         "?e[3]: stops are plain numbers, found string", 0},
    };
    (void)state;
    CHECK(ROWS, IK_VALUE_ANY);
}

static void colors_are_read_where_colors_are_expected(void **state)
{
    static const row ROWS[] = {
        {"\"red\"", "rgba(255,0,0,1)", 0},
        {"\"rde\"", "?could not read \"rde\" as color", 0},
        {"5", "?expected color but found number", 0},
        {"[\"rgb\", 255, 0, 0]", "rgba(255,0,0,1)", 0},
        {"[\"rgba\", 0, 0, 0, 0.5]", "rgba(0,0,0,0.5)", 0},
        {"[\"rgb\", 256, 0, 0]", "?between 0 and 255", 0},
        {"[\"match\", [\"get\", \"tint\"], 2, \"#00f\", \"#fff\"]", "rgba(0,0,255,1)", 0},
        {"[\"get\", \"name\"]", "!could not read \"Köln\" as color", 0},
        {"[\"to-color\", [\"get\", \"name\"], \"lime\"]", "rgba(0,255,0,1)", 0},
        {"[\"interpolate\", [\"linear\"], [\"zoom\"], 0, \"#000\", 2, \"#fff\"]",
         "rgba(128,128,128,1)", 1},
    };
    (void)state;
    CHECK(ROWS, IK_VALUE_COLOR);
}

static void types_and_texts_follow_the_specification(void **state)
{
    static const row ROWS[] = {
        {"[\"concat\", \"a\", 1, true, null]", "a1true", 0},
        {"[\"concat\", [\"get\", \"name\"], \" \", [\"get\", \"population\"]]", "Köln 1000", 0},
        {"[\"upcase\", \"Straße Kölı\"]", "STRASSE KÖLI", 0},
        {"[\"downcase\", \"ÄGYPTEN I\"]", "ägypten i", 0},
        {"[\"upcase\", 1]", "?e[1]: expected string but found number", 0},
        {"[\"to-string\", 1.5]", "1.5", 0},
        {"[\"to-string\", null]", "", 0},
        {"[\"to-string\", [\"literal\", [1, null]]]", "[1,null]", 0},
        {"[\"to-number\", \" 12.5 \"]", "12.5", 0},
        {"[\"to-number\", null]", "0", 0},
        {"[\"to-number\", \"x\", true]", "1", 0},
        {"[\"to-number\", \"x\"]", "?could not read \"x\" as number", 0},
        {"[\"to-boolean\", \"\"]", "false", 0},
        {"[\"to-boolean\", \"false\"]", "true", 0},
        {"[\"to-boolean\", 0]", "false", 0},
        {"[\"typeof\", [\"get\", \"list\"]]", "array<value, 2>", 0},
        {"[\"typeof\", null]", "null", 0},
        {"[\"typeof\", true]", "boolean", 0},
        {"[\"number\", [\"get\", \"name\"], 3]", "3", 0},
        {"[\"number\", \"x\"]", "?expected number", 0},
        {"[\"string\", [\"get\", \"tint\"]]", "!expected string", 0},
        {"[\"boolean\", [\"get\", \"is_city\"]]", "true", 0},
        {"[\"array\", \"number\", 2, [\"literal\", [1, 2]]]", "[1,2]", 0},
        {"[\"array\", \"number\", [\"get\", \"list\"]]",
         "!expected array<number> but found array<value, 2>", 0},
        {"[\"array\", \"string\", 3, [\"literal\", [\"a\"]]]",
         "?expected array<string, 3> but found array<string, 1>", 0},
    };
    (void)state;
    CHECK(ROWS, IK_VALUE_ANY);
}

static void what_is_no_expression_is_explained(void **state)
{
    static const row ROWS[] = {
        {"[]", "?e: expected an operator but found an empty array", 0},
        {"[1, 2]", "?e[0]: expected the name of an operator but found number", 0},
        {"[\"plus\", 1]", "?e[0]: unknown operator \"plus\"", 0},
        {"[\"pitch\"]", "?e[0]: operator \"pitch\" is not supported", 0},
        {"{\"a\": 1}", "?e: objects are written [\"literal\", {...}]", 0},
        {"[\"get\"]", "?e: \"get\" expects at least 1 argument but found 0", 0},
    };
    (void)state;
    CHECK(ROWS, IK_VALUE_ANY);
}

static void constants_are_computed_while_compiling(void **state)
{
    static const char TEXT[] = "[\"case\", [\">\", 2, 1], [\"+\", 1, 2], 9]";
    GError *error = NULL;
    ik_value value;
    g_autoptr(ik_arena) arena = ik_arena_new();
    g_autoptr(GString) path = g_string_new("");
    g_autoptr(ik_json) json = ik_json_parse(TEXT, strlen(TEXT), "test", &error);
    ik_compiler compiler = {.file = "test", .path = path, .arena = arena, .error = &error};
    (void)state;
    const ik_expression *expression =
        ik_expression_compile(&compiler, ik_json_root(json), IK_TYPE(IK_VALUE_NUMBER));
    assert_true(ik_expression_is_constant(expression, &value));
    ik_assert_near(value.number, 3, 0);
}

static void nesting_as_deep_as_json_allows_compiles(void **state)
{
    GError *error = NULL;
    g_autoptr(ik_arena) arena = ik_arena_new();
    g_autoptr(GString) path = g_string_new("");
    g_autoptr(GString) text = g_string_new("1");
    (void)state;
    for (int i = 0; i < 250; i++) {
        g_string_prepend(text, "[\"abs\",");
        g_string_append_c(text, ']');
    }
    g_autoptr(ik_json) json = ik_json_parse(text->str, text->len, "test", &error);
    ik_assert_no_error(error);
    ik_compiler compiler = {.file = "test", .path = path, .arena = arena, .error = &error};
    ik_value value;
    const ik_expression *expression =
        ik_expression_compile(&compiler, ik_json_root(json), IK_TYPE(IK_VALUE_NUMBER));
    assert_true(ik_expression_is_constant(expression, &value));
    ik_assert_near(value.number, 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arithmetic_follows_the_specification),
        cmocka_unit_test(decisions_follow_the_specification),
        cmocka_unit_test(lookups_follow_the_specification),
        cmocka_unit_test(ramps_follow_the_specification),
        cmocka_unit_test(colors_are_read_where_colors_are_expected),
        cmocka_unit_test(types_and_texts_follow_the_specification),
        cmocka_unit_test(what_is_no_expression_is_explained),
        cmocka_unit_test(constants_are_computed_while_compiling),
        cmocka_unit_test(nesting_as_deep_as_json_allows_compiles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
