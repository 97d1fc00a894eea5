/* operators_type.c — assertions and conversions.   [style]
 *
 * Style Specification, "Types". Each takes further arguments as fallbacks, tried in turn.
 */
#include "expression_node.h"
#include "value_convert.h"

#include <math.h>
#include <string.h>

typedef struct {
    ik_value_type type;
    const char *fault;
} assertion;

static const assertion A_BOOL = {IK_VALUE_BOOL, "expected boolean but found another type"},
                       A_NUMBER = {IK_VALUE_NUMBER, "expected number but found another type"},
                       A_STRING = {IK_VALUE_STRING, "expected string but found another type"};

static bool evaluate_assertion(const ik_expression *node, ik_evaluation *evaluation,
                               ik_value *value)
{
    const assertion *asserted = node->data;
    for (guint i = 0; i < node->n; i++) {
        if (!ik_evaluate_argument(node, i, evaluation, value))
            return false;
        if (value->type == asserted->type)
            return true;
    }
    return ik_evaluation_fail(evaluation, asserted->fault);
}

/* ["array", item type, length, value]: what is asked of the items beside being an array. */
typedef struct {
    ik_value_type item; /* IK_VALUE_ANY: whatever */
    bool has_length;
    double length;
} array_shape;

static bool array_item_type(const char *name, ik_value_type *type)
{
    static const ik_value_type TYPES[] = {IK_VALUE_BOOL, IK_VALUE_NUMBER, IK_VALUE_STRING};
    for (gsize i = 0; i < G_N_ELEMENTS(TYPES); i++)
        if (strcmp(name, ik_value_type_name(TYPES[i])) == 0) {
            *type = TYPES[i];
            return true;
        }
    return false;
}

static bool compile_array(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                          ik_value_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    guint n = ik_json_length(json);
    array_shape *shape = ik_arena_alloc(compiler->arena, 1, sizeof *shape);
    shape->item = IK_VALUE_ANY;
    if (n > 2) {
        ik_json_value item = ik_json_item(json, 1);
        if (ik_json_type_of(item) != IK_JSON_STRING ||
            !array_item_type(ik_json_string(item), &shape->item))
            return ik_compiler_fail(
                compiler, "\"array\" expects string, number or boolean as type of its items");
    }
    if (n > 3) {
        ik_json_value length = ik_json_item(json, 2);
        if (ik_json_type_of(length) != IK_JSON_NUMBER || ik_json_number(length) < 0)
            return ik_compiler_fail(compiler, "\"array\" expects a number as length");
        shape->has_length = true;
        shape->length = ik_json_number(length);
    }
    node->data = shape;
    ik_compile_reserve(compiler, node, 1);
    return ik_compile_argument(compiler, json, n - 1, IK_VALUE_ANY, node);
}

static bool evaluate_array(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const array_shape *shape = node->data;
    if (!ik_evaluate_argument(node, 0, evaluation, value))
        return false;
    if (value->type != IK_VALUE_ARRAY)
        return ik_evaluation_fail(evaluation, "expected array but found another type");
    if (shape == NULL)
        return true;
    if (shape->has_length && value->array.n != shape->length)
        return ik_evaluation_fail(evaluation, "array has another length than expected");
    for (guint i = 0; shape->item != IK_VALUE_ANY && i < value->array.n; i++)
        if (value->array.items[i].type != shape->item)
            return ik_evaluation_fail(evaluation, "array has items of another type than expected");
    return true;
}

static bool evaluate_to_boolean(const ik_expression *node, ik_evaluation *evaluation,
                                ik_value *value)
{
    ik_value v;
    if (!ik_evaluate_argument(node, 0, evaluation, &v))
        return false;
    *value = ik_value_bool(ik_value_to_bool(&v));
    return true;
}

static bool evaluate_to_number(const ik_expression *node, ik_evaluation *evaluation,
                               ik_value *value)
{
    ik_value v;
    double number = 0;
    for (guint i = 0; i < node->n; i++) {
        if (!ik_evaluate_argument(node, i, evaluation, &v))
            return false;
        if (ik_value_to_number(&v, &number)) {
            *value = ik_value_number(number);
            return true;
        }
    }
    return ik_evaluation_fail(evaluation, "could not convert the value to a number");
}

static bool evaluate_to_color(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value v;
    ik_color color;
    for (guint i = 0; i < node->n; i++) {
        if (!ik_evaluate_argument(node, i, evaluation, &v))
            return false;
        if (ik_value_to_color(&v, &color)) {
            *value = ik_value_color(color);
            return true;
        }
    }
    return ik_evaluation_fail(evaluation, "could not read the value as a color");
}

static bool evaluate_to_padding(const ik_expression *node, ik_evaluation *evaluation,
                                ik_value *value)
{
    ik_value v;
    if (!ik_evaluate_argument(node, 0, evaluation, &v))
        return false;
    return ik_value_to_padding(&v, value) ||
           ik_evaluation_fail(evaluation, "could not read the value as a padding");
}

static bool evaluate_to_offsets(const ik_expression *node, ik_evaluation *evaluation,
                                ik_value *value)
{
    ik_value v;
    if (!ik_evaluate_argument(node, 0, evaluation, &v))
        return false;
    return ik_value_to_anchor_offsets(&v, evaluation->arena, value) ||
           ik_evaluation_fail(evaluation, "could not read the value as anchors with offsets");
}

static bool evaluate_to_formatted(const ik_expression *node, ik_evaluation *evaluation,
                                  ik_value *value)
{
    ik_value v;
    if (!ik_evaluate_argument(node, 0, evaluation, &v))
        return false;
    *value = ik_value_to_formatted(&v, evaluation->arena);
    return true;
}

static bool evaluate_to_image(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value v;
    if (!ik_evaluate_argument(node, 0, evaluation, &v))
        return false;
    *value = ik_value_to_image(&v, evaluation->arena);
    return true;
}

static bool evaluate_to_string(const ik_expression *node, ik_evaluation *evaluation,
                               ik_value *value)
{
    ik_value v;
    if (!ik_evaluate_argument(node, 0, evaluation, &v))
        return false;
    *value = ik_value_string(ik_value_text(&v, evaluation->arena));
    return true;
}

static bool evaluate_typeof(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value v;
    if (!ik_evaluate_argument(node, 0, evaluation, &v))
        return false;
    *value = ik_value_string(ik_value_type_name(v.type));
    return true;
}

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

const ik_operator IK_OPERATORS_TYPE[] = {
    {"boolean", evaluate_assertion, IK_VALUE_BOOL, IK_VALUE_ANY, 1, 0, 0, NULL, &A_BOOL},
    {"number", evaluate_assertion, IK_VALUE_NUMBER, IK_VALUE_ANY, 1, 0, 0, NULL, &A_NUMBER},
    {"string", evaluate_assertion, IK_VALUE_STRING, IK_VALUE_ANY, 1, 0, 0, NULL, &A_STRING},
    {"array", evaluate_array, IK_VALUE_ARRAY, IK_VALUE_ANY, 1, 3, 0, compile_array, NULL},
    {"to-boolean", evaluate_to_boolean, IK_VALUE_BOOL, IK_VALUE_ANY, 1, 1, 0, NULL, NULL},
    {"to-number", evaluate_to_number, IK_VALUE_NUMBER, IK_VALUE_ANY, 1, 0, 0, NULL, NULL},
    {"to-color", evaluate_to_color, IK_VALUE_COLOR, IK_VALUE_ANY, 1, 0, 0, NULL, NULL},
    {"to-string", evaluate_to_string, IK_VALUE_STRING, IK_VALUE_ANY, 1, 1, 0, NULL, NULL},
    {"to-padding", evaluate_to_padding, IK_VALUE_PADDING, IK_VALUE_ANY, 1, 1, 0, NULL, NULL},
    {"to-anchor-offsets", evaluate_to_offsets, IK_VALUE_ANCHOR_OFFSETS, IK_VALUE_ANY, 1, 1, 0, NULL,
     NULL},
    {"to-formatted", evaluate_to_formatted, IK_VALUE_FORMATTED, IK_VALUE_ANY, 1, 1, 0, NULL, NULL},
    {"to-image", evaluate_to_image, IK_VALUE_IMAGE, IK_VALUE_ANY, 1, 1, 0, NULL, NULL},
    {"typeof", evaluate_typeof, IK_VALUE_STRING, IK_VALUE_ANY, 1, 1, 0, NULL, NULL},
    {"rgb", evaluate_rgba, IK_VALUE_COLOR, IK_VALUE_NUMBER, 3, 3, 0, NULL, NULL},
    {"rgba", evaluate_rgba, IK_VALUE_COLOR, IK_VALUE_NUMBER, 4, 4, 0, NULL, NULL},
    {0}};
