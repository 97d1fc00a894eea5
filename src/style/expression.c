/* expression.c — MapLibre expressions, compiled.   [style] */
#include "expression.h"

#include "expression_node.h"
#include "printable.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

bool ik_compiler_fail(ik_compiler *compiler, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    g_set_error(compiler->error, IK_ERROR, IK_ERROR_INPUT, "%s: %s: %s", compiler->file,
                compiler->path->str, message);
    ik_error_make_printable(compiler->error);
    return false;
}

gsize ik_compiler_enter(ik_compiler *compiler, guint index)
{
    gsize length = compiler->path->len;
    g_string_append_printf(compiler->path, "[%u]", index);
    return length;
}

void ik_compiler_leave(ik_compiler *compiler, gsize length)
{
    g_string_truncate(compiler->path, length);
}

bool ik_evaluation_fail(ik_evaluation *evaluation, const char *fault)
{
    evaluation->fault = fault;
    return false;
}

bool ik_evaluate_argument(const ik_expression *node, guint index, ik_evaluation *evaluation,
                          ik_value *value)
{
    return ik_expression_evaluate(node->args[index], evaluation, value);
}

bool ik_expression_evaluate(const ik_expression *expression, ik_evaluation *evaluation,
                            ik_value *value)
{
    if (expression->evaluate != NULL)
        return expression->evaluate(expression, evaluation, value);
    *value = expression->constant;
    return true;
}

ik_value_type ik_expression_type(const ik_expression *expression)
{
    return expression->type;
}

bool ik_expression_is_constant(const ik_expression *expression, ik_value *value)
{
    if (expression->evaluate != NULL)
        return false;
    if (value != NULL)
        *value = expression->constant;
    return true;
}

bool ik_expression_needs_zoom(const ik_expression *expression)
{
    return (expression->depends & IK_DEPENDS_ON_ZOOM) != 0;
}

bool ik_expression_needs_feature(const ik_expression *expression)
{
    return (expression->depends & IK_DEPENDS_ON_FEATURE) != 0;
}

static bool literal_array(ik_compiler *compiler, ik_json_value json, ik_value *value)
{
    guint n = ik_json_length(json);
    ik_value *items = ik_arena_alloc(compiler->arena, n, sizeof *items);
    for (guint i = 0; i < n; i++) {
        gsize length = ik_compiler_enter(compiler, i);
        if (!ik_compile_literal(compiler, ik_json_item(json, i), &items[i]))
            return false;
        ik_compiler_leave(compiler, length);
    }
    value->array.items = items;
    value->array.n = n;
    return true;
}

bool ik_compile_literal(ik_compiler *compiler, ik_json_value json, ik_value *value)
{
    static const ik_value_type TYPES[] = {
        [IK_JSON_NULL] = IK_VALUE_NULL,     [IK_JSON_BOOL] = IK_VALUE_BOOL,
        [IK_JSON_NUMBER] = IK_VALUE_NUMBER, [IK_JSON_STRING] = IK_VALUE_STRING,
        [IK_JSON_ARRAY] = IK_VALUE_ARRAY,   [IK_JSON_OBJECT] = IK_VALUE_NULL};
    ik_json_type type = ik_json_type_of(json);
    *value = (ik_value){.type = TYPES[type]};
    switch (type) {
    case IK_JSON_BOOL: value->boolean = ik_json_bool(json); break;
    case IK_JSON_NUMBER: value->number = ik_json_number(json); break;
    case IK_JSON_STRING:
        value->string = ik_arena_copy(compiler->arena, ik_json_string(json));
        break;
    case IK_JSON_ARRAY: return literal_array(compiler, json, value);
    case IK_JSON_OBJECT:
        return ik_compiler_fail(compiler, "bare objects are no values, use [\"literal\", {...}]");
    default: break;
    }
    return true;
}

/* ---- nodes ---- */

void ik_compile_reserve(ik_compiler *compiler, ik_expression *node, guint n)
{
    node->args = ik_arena_alloc(compiler->arena, n, sizeof(gpointer));
}

bool ik_compile_argument(ik_compiler *compiler, ik_json_value json, guint index,
                         ik_value_type expected, ik_expression *node)
{
    gsize length = ik_compiler_enter(compiler, index);
    const ik_expression *argument =
        ik_expression_compile(compiler, ik_json_item(json, index), expected);
    if (argument == NULL)
        return false;
    ik_compiler_leave(compiler, length);
    node->args[node->n++] = argument;
    return true;
}

bool ik_compile_arguments(ik_compiler *compiler, ik_json_value json, guint first,
                          ik_value_type expected, ik_expression *node)
{
    guint n = ik_json_length(json);
    ik_compile_reserve(compiler, node, n - first);
    for (guint i = first; i < n; i++)
        if (!ik_compile_argument(compiler, json, i, expected, node))
            return false;
    return true;
}

static ik_expression *new_constant(ik_compiler *compiler, ik_value value)
{
    ik_expression *node = ik_arena_alloc(compiler->arena, 1, sizeof *node);
    node->type = value.type;
    node->constant = value;
    return node;
}

/* Replaces an operation on constants by its result; a failure is one of the style sheet. */
static const ik_expression *fold(ik_compiler *compiler, ik_expression *node)
{
    for (guint i = 0; i < node->n; i++)
        node->depends |= node->args[i]->depends;
    if (node->evaluate == NULL || node->depends != 0)
        return node;
    ik_evaluation evaluation = {.arena = compiler->arena};
    ik_value value;
    if (!ik_expression_evaluate(node, &evaluation, &value)) {
        ik_compiler_fail(compiler, "%s", evaluation.fault);
        return NULL;
    }
    return new_constant(compiler, value);
}

static bool check_count(ik_compiler *compiler, const ik_operator *operator, guint n)
{
    if (operator->max == IK_NO_ARGUMENTS && n> 0)
        return ik_compiler_fail(compiler,
                                "\"%s\" expects no arguments but found %u", operator->name, n);
    if (n >= operator->min &&(operator->max == 0 || n <= operator->max))
        return true;
    if (operator->min == operator->max)
        return ik_compiler_fail(
            compiler, "\"%s\" expects %u arguments but found %u", operator->name, operator->min, n);
    return ik_compiler_fail(compiler, "\"%s\" expects at %s %u arguments but found %u",
                            operator->name, n < operator->min ? "least" : "most",
                            n < operator->min ? operator->min : operator->max, n);
}

static const ik_expression *compile_operation(ik_compiler *compiler, ik_json_value json,
                                              ik_value_type expected)
{
    if (ik_json_length(json) == 0) {
        ik_compiler_fail(compiler, "expected an operator but found an empty array");
        return NULL;
    }
    if (ik_json_type_of(ik_json_item(json, 0)) != IK_JSON_STRING) {
        ik_compiler_enter(compiler, 0);
        ik_compiler_fail(compiler, "expected the name of an operator but found %s",
                         ik_json_type_name(ik_json_type_of(ik_json_item(json, 0))));
        return NULL;
    }
    const char *name = ik_json_string(ik_json_item(json, 0));
    const ik_operator *operator= ik_operator_find(name);
    if (operator== NULL) {
        ik_compiler_enter(compiler, 0);
        if (ik_expression_is_operator(name))
            g_set_error(compiler->error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                        "%s: %s: operator \"%s\" is not supported", compiler->file,
                        compiler->path->str, name);
        else
            ik_compiler_fail(compiler, "unknown operator \"%s\"", name);
        return NULL;
    }
    ik_expression *node = ik_arena_alloc(compiler->arena, 1, sizeof *node);
    node->evaluate = operator->evaluate;
    node->type = operator->result;
    node->depends = operator->depends;
    node->data = operator->data;
    if (!check_count(compiler, operator, ik_json_length(json) - 1))
        return NULL;
    bool done = operator->compile != NULL ? operator->compile(compiler, operator, json, expected,
                                                              node)
                                          : ik_compile_arguments(compiler, json,
                                                                 1, operator->argument, node);
    return done ? fold(compiler, node) : NULL;
}

/* ---- types ---- */

/* Wraps `node` in what asserts or converts to `expected`. */
static const ik_expression *wrap(ik_compiler *compiler, const ik_expression *node,
                                 ik_value_type expected)
{
    static const char *const OPERATORS[] = {[IK_VALUE_BOOL] = "boolean",
                                            [IK_VALUE_NUMBER] = "number",
                                            [IK_VALUE_STRING] = "string",
                                            [IK_VALUE_COLOR] = "to-color",
                                            [IK_VALUE_ARRAY] = "array",
                                            [IK_VALUE_FORMATTED] = "to-formatted",
                                            [IK_VALUE_IMAGE] = "to-image",
                                            [IK_VALUE_PADDING] = "to-padding",
                                            [IK_VALUE_ANCHOR_OFFSETS] = "to-anchor-offsets"};
    const ik_operator *operator= ik_operator_find(OPERATORS[expected]);
    ik_expression *wrapper = ik_arena_alloc(compiler->arena, 1, sizeof *wrapper);
    wrapper->evaluate = operator->evaluate;
    wrapper->type = expected;
    wrapper->data = operator->data;
    ik_compile_reserve(compiler, wrapper, 1);
    wrapper->args[wrapper->n++] = node;
    return fold(compiler, wrapper);
}

static bool is_convertible(ik_value_type from, ik_value_type to)
{
    switch (to) {
    case IK_VALUE_COLOR:
    case IK_VALUE_FORMATTED:
    case IK_VALUE_IMAGE: return from == IK_VALUE_STRING;
    case IK_VALUE_PADDING: return from == IK_VALUE_NUMBER || from == IK_VALUE_ARRAY;
    case IK_VALUE_ANCHOR_OFFSETS: return from == IK_VALUE_ARRAY;
    default: return false;
    }
}

static const ik_expression *fit(ik_compiler *compiler, const ik_expression *node,
                                ik_value_type expected)
{
    if (expected == IK_VALUE_ANY || node->type == expected)
        return node;
    if (expected != IK_VALUE_NULL && node->type == IK_VALUE_ANY)
        return wrap(compiler, node, expected);
    if (is_convertible(node->type, expected))
        return wrap(compiler, node, expected);
    ik_compiler_fail(compiler, "expected %s but found %s", ik_value_type_name(expected),
                     ik_value_type_name(node->type));
    return NULL;
}

/* Recursion goes no deeper than JSON may: 256 levels. */
const ik_expression *ik_expression_compile(ik_compiler *compiler, ik_json_value json,
                                           ik_value_type expected)
{
    const ik_expression *node = NULL;
    ik_value value;
    if (ik_json_type_of(json) == IK_JSON_ARRAY)
        node = compile_operation(compiler, json, expected);
    else if (ik_compile_literal(compiler, json, &value))
        node = new_constant(compiler, value);
    return node != NULL ? fit(compiler, node, expected) : NULL;
}
