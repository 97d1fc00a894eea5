/* fuzz_expression.c — any expression: one error with its path, or a value of the type it says it has.   [tests] */
#include "fuzz_evaluate.h"

#include <string.h>

#include "json.h"

static const ik_value_type wanted_types[] = {
    IK_VALUE_ANY,       IK_VALUE_NUMBER, IK_VALUE_COLOR,   IK_VALUE_STRING,         IK_VALUE_BOOL,
    IK_VALUE_FORMATTED, IK_VALUE_IMAGE,  IK_VALUE_PADDING, IK_VALUE_ANCHOR_OFFSETS, IK_VALUE_ARRAY,
    IK_VALUE_UNASKED};

/* The same expression has the same value whenever it is asked, and a constant needs nothing. */
static void evaluate(const ik_expression *expression, double zoom, const ik_feature *feature)
{
    g_autoptr(ik_arena) arena = ik_arena_new();
    ik_evaluation evaluation = {.zoom = zoom, .feature = feature, .arena = arena};
    ik_value value = {.type = IK_VALUE_NULL}, again = {.type = IK_VALUE_NULL}, constant;
    bool is_good = ik_expression_evaluate(expression, &evaluation, &value);
    g_assert(is_good || evaluation.fault != NULL);
    g_assert(ik_expression_evaluate(expression, &evaluation, &again) == is_good);
    if (ik_expression_is_constant(expression, &constant))
        g_assert(!ik_expression_needs_zoom(expression) && !ik_expression_needs_feature(expression));
    if (!is_good) {
        fuzz_require_printable(evaluation.fault);
        return;
    }
    fuzz_require_value(&value, arena);
    ik_type type = ik_expression_type(expression);
    bool is_open = type.kind == IK_VALUE_ANY || type.kind == IK_VALUE_IMAGE;
    type.length = IK_ANY_LENGTH; /* "slice" promises that of the whole */
    g_assert(is_open || ik_type_fits(type, ik_type_of(&value)));
    const char *text = ik_value_text(&value, arena);
    g_assert_cmpstr(text, ==, ik_value_text(&again, arena));
}

static void check_type(ik_json_value root, ik_value_type wanted)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_arena) arena = ik_arena_new();
    g_autoptr(GString) path = g_string_new("root");
    ik_compiler compiler = {.file = "input.json", .path = path, .arena = arena, .error = &error};
    const ik_expression *expression = ik_expression_compile(&compiler, root, IK_TYPE(wanted));
    if (expression == NULL) {
        fuzz_require_failure(error);
        g_assert(g_str_has_prefix(error->message, "input.json: root"));
        return;
    }
    g_assert(error == NULL);
    g_assert_cmpstr(path->str, ==, "root");
    evaluate(expression, 7.5, fuzz_feature());
    evaluate(expression, 0, fuzz_feature());
    evaluate(expression, 24, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(ik_json) json = ik_json_parse((const char *)data, size, "input.json", NULL);
    for (guint i = 0; json != NULL && i < G_N_ELEMENTS(wanted_types); i++)
        check_type(ik_json_root(json), wanted_types[i]);
    return 0;
}
