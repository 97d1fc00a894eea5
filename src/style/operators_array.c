/* operators_array.c — items of arrays, characters of text.   [style]
 *
 * Style Specification, "Lookup" and "Types". Positions in text count characters, not bytes.
 */
#include "expression_node.h"

#include <math.h>
#include <string.h>

/* ---- arrays as they stand ---- */

static bool compile_literal(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                            ik_type expected, ik_expression *node)
{
    (void)operator;
    ik_compile_literal(compiler, ik_json_item(json, 1), &node->constant);
    node->type = ik_type_of(&node->constant);
    /* An empty array is one of whatever is asked for. */
    if (node->type.kind == IK_VALUE_ARRAY && node->type.length == 0 &&
        expected.kind == IK_VALUE_ARRAY && expected.length <= 0)
        node->type = expected;
    return true;
}

static bool compile_semiliteral(ik_compiler *compiler, const ik_operator *operator,
                                ik_json_value json, ik_type expected, ik_expression *node)
{
    ik_json_value array = ik_json_item(json, 1);
    if (ik_json_type_of(array) != IK_JSON_ARRAY) {
        node->evaluate = NULL;
        return compile_literal(compiler, operator, json, expected, node);
    }
    gsize length = ik_compiler_enter(compiler, 1);
    if (!ik_compile_arguments(compiler, array, 0, IK_TYPE(IK_VALUE_ANY), node))
        return false;
    ik_compiler_leave(compiler, length);
    ik_value_type item = node->n > 0 ? node->args[0]->type.kind : IK_VALUE_ANY;
    for (guint i = 1; i < node->n; i++)
        if (node->args[i]->type.kind != item || item == IK_VALUE_ARRAY)
            item = IK_VALUE_ANY;
    node->type = IK_ARRAY_TYPE(item, (int)node->n);
    return true;
}

static bool evaluate_semiliteral(const ik_expression *node, ik_evaluation *evaluation,
                                 ik_value *value)
{
    ik_value *items = ik_arena_alloc(evaluation->arena, node->n, sizeof *items);
    for (guint i = 0; i < node->n; i++)
        if (!ik_evaluate_argument(node, i, evaluation, &items[i]))
            return false;
    *value = (ik_value){.type = IK_VALUE_ARRAY, .array = {items, node->n}};
    return true;
}

/* ---- one item ---- */

static bool compile_at(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                       ik_type expected, ik_expression *node)
{
    (void)operator;
    ik_value_type item = ik_type_is_asked(expected) ? expected.kind : IK_VALUE_ANY;
    ik_compile_reserve(compiler, node, 2);
    if (!ik_compile_argument(compiler, json, 1, IK_TYPE(IK_VALUE_NUMBER), node) ||
        !ik_compile_argument(compiler, json, 2, IK_ARRAY_TYPE(item, IK_ANY_LENGTH), node))
        return false;
    item = node->args[1]->type.item;
    node->type = item == IK_VALUE_ARRAY && ik_type_is_asked(expected) ? expected : IK_TYPE(item);
    return true;
}

static bool evaluate_at(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value index, array;
    if (!ik_evaluate_argument(node, 0, evaluation, &index) ||
        !ik_evaluate_argument(node, 1, evaluation, &array))
        return false;
    if (!(index.number >= 0 && index.number < array.array.n))
        return ik_evaluation_fail(evaluation, "array index is out of bounds");
    guint i = (guint)index.number;
    if (i != index.number)
        return ik_evaluation_fail(evaluation, "array index is not an integer");
    *value = array.array.items[i];
    return true;
}

/* ---- searching ---- */

static bool is_searchable(ik_value_type type)
{
    return type == IK_VALUE_BOOL || type == IK_VALUE_STRING || type == IK_VALUE_NUMBER ||
           type == IK_VALUE_NULL;
}

static bool compile_search(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                           ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    ik_compile_reserve(compiler, node, 3);
    for (guint i = 1; i < ik_json_length(json); i++)
        if (!ik_compile_argument(compiler, json, i,
                                 IK_TYPE(i == 3 ? IK_VALUE_NUMBER : IK_VALUE_ANY), node))
            return false;
    ik_value_type needle = node->args[0]->type.kind;
    if (is_searchable(needle) || needle == IK_VALUE_ANY || needle == IK_VALUE_ERROR)
        return true;
    ik_compiler_enter(compiler, 1);
    return ik_compiler_fail(compiler, "expected boolean, string, number or null but found %s",
                            ik_type_text(node->args[0]->type, compiler->arena));
}

/* What is looked for in a text; null is "null" there, as in ECMAScript. */
static const char *needle_text(const ik_value *needle, ik_arena *arena)
{
    return needle->type == IK_VALUE_NULL ? "null" : ik_value_text(needle, arena);
}

static bool check_search(ik_evaluation *evaluation, const ik_value *needle, const ik_value *hay)
{
    if (!is_searchable(needle->type))
        return ik_evaluation_fail_type(evaluation, "boolean, string, number or null", needle);
    if (hay->type != IK_VALUE_STRING && hay->type != IK_VALUE_ARRAY)
        return ik_evaluation_fail_type(evaluation, "array or string", hay);
    return true;
}

static bool is_empty(const ik_value *value)
{
    return value->type == IK_VALUE_NULL || (value->type == IK_VALUE_BOOL && !value->boolean) ||
           (value->type == IK_VALUE_STRING && value->string[0] == '\0') ||
           (value->type == IK_VALUE_NUMBER && (value->number == 0 || isnan(value->number)));
}

static bool evaluate_in(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value needle, hay;
    bool found = false;
    if (!ik_evaluate_argument(node, 0, evaluation, &needle) ||
        !ik_evaluate_argument(node, 1, evaluation, &hay))
        return false;
    if (is_empty(&hay)) {
        *value = ik_value_bool(false);
        return true;
    }
    if (!check_search(evaluation, &needle, &hay))
        return false;
    if (hay.type == IK_VALUE_STRING)
        found = strstr(hay.string, needle_text(&needle, evaluation->arena)) != NULL;
    for (guint i = 0; hay.type == IK_VALUE_ARRAY && i < hay.array.n && !found; i++)
        found = ik_value_equal(&needle, &hay.array.items[i]);
    *value = ik_value_bool(found);
    return true;
}

/* A position as ECMAScript takes it: cut to a whole number, NaN is 0, kept within 0..n. */
static glong position_of(double number, glong n, bool from_end)
{
    double whole = isnan(number) ? 0 : trunc(number);
    if (whole < 0)
        whole = from_end ? whole + (double)n : 0;
    return (glong)CLAMP(whole, 0, (double)n);
}

static double index_in_text(const char *hay, const char *needle, double first)
{
    glong start = position_of(first, g_utf8_strlen(hay, -1), false);
    const char *from = g_utf8_offset_to_pointer(hay, start);
    const char *found = strstr(from, needle);
    return found != NULL ? (double)g_utf8_pointer_to_offset(hay, found) : -1;
}

static double index_in_array(const ik_value *hay, const ik_value *needle, double first)
{
    glong start = position_of(first, hay->array.n, true);
    for (guint i = (guint)start; i < hay->array.n; i++)
        if (ik_value_equal(needle, &hay->array.items[i]))
            return i;
    return -1;
}

static bool evaluate_index_of(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value needle, hay, first = ik_value_number(0);
    if (!ik_evaluate_argument(node, 0, evaluation, &needle) ||
        !ik_evaluate_argument(node, 1, evaluation, &hay) ||
        (node->n > 2 && !ik_evaluate_argument(node, 2, evaluation, &first)) ||
        !check_search(evaluation, &needle, &hay))
        return false;
    *value = ik_value_number(
        hay.type == IK_VALUE_ARRAY
            ? index_in_array(&hay, &needle, first.number)
            : index_in_text(hay.string, needle_text(&needle, evaluation->arena), first.number));
    return true;
}

/* ---- length and parts ---- */

/* A slice keeps the type of the whole, length included: wrong, but styles compile in the browser
 * that way. */
static bool compile_countable(ik_compiler *compiler, const ik_operator *operator,
                              ik_json_value json, ik_type expected, ik_expression *node)
{
    (void)expected;
    ik_compile_reserve(compiler, node, 3);
    for (guint i = 1; i < ik_json_length(json); i++)
        if (!ik_compile_argument(compiler, json, i, IK_TYPE(i > 1 ? IK_VALUE_NUMBER : IK_VALUE_ANY),
                                 node))
            return false;
    ik_value_type kind = node->args[0]->type.kind;
    if (operator->result == IK_VALUE_ANY)
        node->type = node->args[0]->type;
    if (kind == IK_VALUE_ARRAY || kind == IK_VALUE_STRING || kind == IK_VALUE_ANY)
        return true;
    ik_compiler_enter(compiler, 1);
    return ik_compiler_fail(compiler, "expected array or string but found %s",
                            ik_type_text(node->args[0]->type, compiler->arena));
}

static bool evaluate_length(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value v;
    if (!ik_evaluate_argument(node, 0, evaluation, &v))
        return false;
    if (v.type == IK_VALUE_STRING)
        *value = ik_value_number((double)g_utf8_strlen(v.string, -1));
    else if (v.type == IK_VALUE_ARRAY)
        *value = ik_value_number(v.array.n);
    else
        return ik_evaluation_fail_type(evaluation, "array or string", &v);
    return true;
}

static ik_value slice_text(const char *text, glong first, glong last, ik_arena *arena)
{
    const char *from = g_utf8_offset_to_pointer(text, first);
    const char *to = g_utf8_offset_to_pointer(from, MAX(last - first, 0));
    g_autofree char *part = g_strndup(from, (gsize)(to - from));
    return ik_value_string(ik_arena_copy(arena, part));
}

static bool evaluate_slice(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value v, first, last;
    if (!ik_evaluate_argument(node, 0, evaluation, &v) ||
        !ik_evaluate_argument(node, 1, evaluation, &first) ||
        (node->n > 2 && !ik_evaluate_argument(node, 2, evaluation, &last)))
        return false;
    if (v.type != IK_VALUE_STRING && v.type != IK_VALUE_ARRAY)
        return ik_evaluation_fail_type(evaluation, "array or string", &v);
    glong n = v.type == IK_VALUE_ARRAY ? (glong)v.array.n : g_utf8_strlen(v.string, -1);
    glong from = position_of(first.number, n, true);
    glong to = node->n > 2 ? position_of(last.number, n, true) : n;
    if (v.type == IK_VALUE_STRING)
        *value = slice_text(v.string, from, to, evaluation->arena);
    else
        *value = (ik_value){.type = IK_VALUE_ARRAY,
                            .array = {v.array.items + from, (guint)MAX(to - from, 0)}};
    return true;
}

#define ROW(name, evaluate, result, min, max, compile)                                 \
    {                                                                                  \
        name, evaluate, result, IK_VALUE_ANY, min, max, 0, compile, NULL, IK_ROLE_NONE \
    }

const ik_operator IK_OPERATORS_ARRAY[] = {
    ROW("literal", NULL, IK_VALUE_ANY, 1, 1, compile_literal),
    ROW("semiliteral", evaluate_semiliteral, IK_VALUE_ARRAY, 1, 1, compile_semiliteral),
    ROW("at", evaluate_at, IK_VALUE_ANY, 2, 2, compile_at),
    ROW("in", evaluate_in, IK_VALUE_BOOL, 2, 2, compile_search),
    ROW("index-of", evaluate_index_of, IK_VALUE_NUMBER, 2, 3, compile_search),
    ROW("length", evaluate_length, IK_VALUE_NUMBER, 1, 1, compile_countable),
    ROW("slice", evaluate_slice, IK_VALUE_ANY, 2, 3, compile_countable),
    {0}};
