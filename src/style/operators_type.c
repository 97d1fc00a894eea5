/* operators_type.c — assertions and conversions.   [style]
 *
 * Style Specification, "Types". Most take further arguments as fallbacks, tried in turn.
 */
#include "expression_node.h"
#include "value_convert.h"

#include <math.h>
#include <string.h>

/* ---- assertions ---- */

bool ik_evaluate_assertion(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    for (guint i = 0; i < node->n; i++) {
        if (!ik_evaluate_argument(node, i, evaluation, value))
            return false;
        bool is_plain = node->type.kind != IK_VALUE_ARRAY;
        if (is_plain ? value->type == node->type.kind : ik_type_fits(node->type, ik_type_of(value)))
            return true;
    }
    return ik_evaluation_fail_type(evaluation, ik_type_text(node->type, evaluation->arena), value);
}

static bool compile_assertion(ik_compiler *compiler, const ik_operator *operator,
                              ik_json_value json, ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    return ik_compile_arguments(compiler, json, 1, IK_TYPE(IK_VALUE_ANY), node);
}

static bool read_item_type(ik_compiler *compiler, ik_json_value json, ik_type *type)
{
    static const ik_value_type TYPES[] = {IK_VALUE_BOOL, IK_VALUE_NUMBER, IK_VALUE_STRING};
    const char *name = ik_json_type_of(json) == IK_JSON_STRING ? ik_json_string(json) : "";
    for (gsize i = 0; i < G_N_ELEMENTS(TYPES); i++)
        if (strcmp(name, ik_value_type_name(TYPES[i])) == 0) {
            type->item = TYPES[i];
            return true;
        }
    ik_compiler_enter(compiler, 1);
    return ik_compiler_fail(compiler,
                            "expected string, number or boolean as the type of the items");
}

static bool read_length(ik_compiler *compiler, ik_json_value json, ik_type *type)
{
    if (ik_json_type_of(json) == IK_JSON_NULL)
        return true;
    double length = ik_json_type_of(json) == IK_JSON_NUMBER ? ik_json_number(json) : -1;
    if (length >= 0 && length <= G_MAXINT && length == floor(length)) {
        type->length = (int)length;
        return true;
    }
    ik_compiler_enter(compiler, 2);
    return ik_compiler_fail(compiler, "expected a whole number as the length of the array");
}

/* ["array", value], ["array", item type, value], ["array", item type, length, value, ...]. */
static bool compile_array(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                          ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    guint n = ik_json_length(json), first = 1;
    if (n > 2 && !read_item_type(compiler, ik_json_item(json, first++), &node->type))
        return false;
    if (n > 3 && !read_length(compiler, ik_json_item(json, first++), &node->type))
        return false;
    return ik_compile_arguments(compiler, json, first, IK_TYPE(IK_VALUE_ANY), node);
}

/* ---- conversions ---- */

static bool convert(const ik_value *from, ik_value_type to, ik_arena *arena, ik_value *value)
{
    double number = 0;
    ik_color color;
    switch (to) {
    case IK_VALUE_BOOL: *value = ik_value_bool(ik_value_to_bool(from)); return true;
    case IK_VALUE_STRING: *value = ik_value_string(ik_value_text(from, arena)); return true;
    case IK_VALUE_FORMATTED: *value = ik_value_to_formatted(from, arena); return true;
    case IK_VALUE_IMAGE: *value = ik_value_to_image(from, arena); return true;
    case IK_VALUE_PADDING: return ik_value_to_padding(from, value);
    case IK_VALUE_ANCHOR_OFFSETS: return ik_value_to_anchor_offsets(from, arena, value);
    case IK_VALUE_NUMBER:
        if (!ik_value_to_number(from, &number))
            return false;
        *value = ik_value_number(number);
        return true;
    case IK_VALUE_COLOR:
        if (!ik_value_to_color(from, &color))
            return false;
        *value = ik_value_color(color);
        return true;
    default: g_assert_not_reached();
    }
}

bool ik_evaluate_conversion(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value from = {.type = IK_VALUE_NULL};
    for (guint i = 0; i < node->n; i++) {
        if (!ik_evaluate_argument(node, i, evaluation, &from))
            return false;
        if (convert(&from, node->type.kind, evaluation->arena, value))
            return true;
    }
    g_autoptr(GString) found = g_string_new(NULL);
    if (from.type == IK_VALUE_STRING)
        g_string_printf(found, "\"%s\"", from.string);
    else
        g_string_append(found, ik_type_text(ik_type_of(&from), evaluation->arena));
    return ik_evaluation_fail_with(evaluation, "could not read %s as %s", found->str,
                                   ik_value_type_name(node->type.kind));
}

static bool evaluate_typeof(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value v;
    if (!ik_evaluate_argument(node, 0, evaluation, &v))
        return false;
    *value = ik_value_string(ik_type_text(ik_type_of(&v), evaluation->arena));
    return true;
}

/* ---- colours ---- */

static bool evaluate_rgba(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value parts[4];
    ik_color color;
    for (guint i = 0; i < node->n; i++)
        if (!ik_evaluate_argument(node, i, evaluation, &parts[i]))
            return false;
    ik_value array = {.type = IK_VALUE_ARRAY, .array = {parts, node->n}};
    if (!ik_value_to_color(&array, &color))
        return ik_evaluation_fail(
            evaluation, "red, green and blue must lie between 0 and 255, alpha between 0 and 1");
    *value = ik_value_color(color);
    return true;
}

static bool compile_to_rgba(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                            ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    node->type = IK_ARRAY_TYPE(IK_VALUE_NUMBER, 4);
    return ik_compile_arguments(compiler, json, 1, IK_TYPE(IK_VALUE_COLOR), node);
}

static bool evaluate_to_rgba(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value v;
    if (!ik_evaluate_argument(node, 0, evaluation, &v))
        return false;
    const double parts[4] = {v.color.r * 255, v.color.g * 255, v.color.b * 255, v.color.a};
    ik_value *items = ik_arena_alloc(evaluation->arena, 4, sizeof *items);
    for (int i = 0; i < 4; i++)
        items[i] = ik_value_number(parts[i]);
    *value = (ik_value){.type = IK_VALUE_ARRAY, .array = {items, 4}};
    return true;
}

#define ASSERTION(name, kind)                                                              \
    {                                                                                      \
        name, ik_evaluate_assertion, kind, IK_VALUE_ANY, 1, 0, 0, compile_assertion, NULL, \
            IK_ROLE_ASSERTION                                                              \
    }
#define CONVERSION(name, kind, max)                                                           \
    {                                                                                         \
        name, ik_evaluate_conversion, kind, IK_VALUE_ANY, 1, max, 0, NULL, NULL, IK_ROLE_NONE \
    }

const ik_operator IK_OPERATORS_TYPE[] = {
    ASSERTION("boolean", IK_VALUE_BOOL),
    ASSERTION("number", IK_VALUE_NUMBER),
    ASSERTION("string", IK_VALUE_STRING),
    ASSERTION("object", IK_VALUE_OBJECT),
    {"array", ik_evaluate_assertion, IK_VALUE_ARRAY, IK_VALUE_ANY, 1, 0, 0, compile_array, NULL,
     IK_ROLE_ASSERTION},
    CONVERSION("to-boolean", IK_VALUE_BOOL, 1),
    CONVERSION("to-number", IK_VALUE_NUMBER, 0),
    CONVERSION("to-color", IK_VALUE_COLOR, 0),
    CONVERSION("to-string", IK_VALUE_STRING, 1),
    {"typeof", evaluate_typeof, IK_VALUE_STRING, IK_VALUE_ANY, 1, 1, 0, NULL, NULL, IK_ROLE_NONE},
    {"rgb", evaluate_rgba, IK_VALUE_COLOR, IK_VALUE_NUMBER, 3, 3, 0, NULL, NULL, IK_ROLE_NONE},
    {"rgba", evaluate_rgba, IK_VALUE_COLOR, IK_VALUE_NUMBER, 4, 4, 0, NULL, NULL, IK_ROLE_NONE},
    {"to-rgba", evaluate_to_rgba, IK_VALUE_ARRAY, IK_VALUE_COLOR, 1, 1, 0, compile_to_rgba, NULL,
     IK_ROLE_NONE},
    {0}};
