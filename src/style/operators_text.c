/* operators_text.c — joining, splitting and changing text.   [style]
 *
 * Style Specification, "String". Every script is drawn, so "is-supported-script" is always true.
 */
#include "expression_node.h"
#include "letter_case.h"

#include <string.h>

/* One piece of memory for the whole: labels are made of this. */
static bool evaluate_concat(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const char **parts = ik_arena_alloc(evaluation->arena, node->n, sizeof *parts);
    gsize length = 0;
    ik_value part;
    for (guint i = 0; i < node->n; i++) {
        if (!ik_evaluate_argument(node, i, evaluation, &part))
            return false;
        parts[i] = ik_value_text(&part, evaluation->arena);
        length += strlen(parts[i]);
    }
    char *whole = ik_arena_alloc(evaluation->arena, length + 1, 1), *end = whole;
    for (guint i = 0; i < node->n; i++)
        end = g_stpcpy(end, parts[i]);
    *value = ik_value_string(whole);
    return true;
}

static bool evaluate_upcase(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    if (!ik_evaluate_argument(node, 0, evaluation, value))
        return false;
    value->string = ik_text_upper(value->string, evaluation->arena);
    return true;
}

static bool evaluate_downcase(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    if (!ik_evaluate_argument(node, 0, evaluation, value))
        return false;
    value->string = ik_text_lower(value->string, evaluation->arena);
    return true;
}

static bool evaluate_supported(const ik_expression *node, ik_evaluation *evaluation,
                               ik_value *value)
{
    if (!ik_evaluate_argument(node, 0, evaluation, value))
        return false;
    *value = ik_value_bool(true);
    return true;
}

/* ---- split, join ---- */

static bool compile_split(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                          ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    node->type = IK_ARRAY_TYPE(IK_VALUE_STRING, IK_ANY_LENGTH);
    return ik_compile_arguments(compiler, json, 1, IK_TYPE(IK_VALUE_STRING), node);
}

/* Nothing between two pieces cuts the text into its characters. */
static GPtrArray *pieces_of(const char *text, const char *between)
{
    GPtrArray *pieces = g_ptr_array_new_with_free_func(g_free);
    gsize skip = strlen(between);
    for (;;) {
        const char *end = text;
        if (skip == 0 && *text == '\0')
            return pieces;
        if (skip == 0)
            end = g_utf8_next_char(text);
        else
            end = strstr(text, between);
        if (end == NULL) {
            g_ptr_array_add(pieces, g_strdup(text));
            return pieces;
        }
        g_ptr_array_add(pieces, g_strndup(text, (gsize)(end - text)));
        text = end + skip;
    }
}

static bool evaluate_split(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value text, between;
    if (!ik_evaluate_argument(node, 0, evaluation, &text) ||
        !ik_evaluate_argument(node, 1, evaluation, &between))
        return false;
    g_autoptr(GPtrArray) pieces = pieces_of(text.string, between.string);
    ik_value *items = ik_arena_alloc(evaluation->arena, pieces->len, sizeof *items);
    for (guint i = 0; i < pieces->len; i++)
        items[i] = ik_value_string(ik_arena_copy(evaluation->arena, g_ptr_array_index(pieces, i)));
    *value = (ik_value){.type = IK_VALUE_ARRAY, .array = {items, pieces->len}};
    return true;
}

static bool compile_join(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                         ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    ik_type list = IK_ARRAY_TYPE(IK_VALUE_STRING, IK_ANY_LENGTH);
    ik_compile_reserve(compiler, node, 2);
    return ik_compile_argument(compiler, json, 1, list, node) &&
           ik_compile_argument(compiler, json, 2, IK_TYPE(IK_VALUE_STRING), node);
}

static bool evaluate_join(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ik_value list, between;
    if (!ik_evaluate_argument(node, 0, evaluation, &list) ||
        !ik_evaluate_argument(node, 1, evaluation, &between))
        return false;
    for (guint i = 0; i < list.array.n; i++) {
        if (i > 0)
            g_string_append(out, between.string);
        g_string_append(out, list.array.items[i].string);
    }
    *value = ik_value_string(ik_arena_copy(evaluation->arena, out->str));
    return true;
}

#define ROW(name, evaluate, argument, min, max, compile)                                    \
    {                                                                                       \
        name, evaluate, IK_VALUE_STRING, argument, min, max, 0, compile, NULL, IK_ROLE_NONE \
    }

const ik_operator IK_OPERATORS_TEXT[] = {
    ROW("concat", evaluate_concat, IK_VALUE_ANY, 0, 0, NULL),
    ROW("upcase", evaluate_upcase, IK_VALUE_STRING, 1, 1, NULL),
    ROW("downcase", evaluate_downcase, IK_VALUE_STRING, 1, 1, NULL),
    ROW("join", evaluate_join, IK_VALUE_ANY, 2, 2, compile_join),
    {"split", evaluate_split, IK_VALUE_ARRAY, IK_VALUE_STRING, 2, 2, 0, compile_split, NULL,
     IK_ROLE_NONE},
    {"is-supported-script", evaluate_supported, IK_VALUE_BOOL, IK_VALUE_STRING, 1, 1, 0, NULL, NULL,
     IK_ROLE_NONE},
    {0}};
