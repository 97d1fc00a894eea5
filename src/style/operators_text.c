/* operators_text.c — joining and changing text.   [style]
 *
 * Style Specification, "String". Lengths and positions of text count characters, not bytes.
 */
#include "expression_node.h"
#include "letter_case.h"

#include <string.h>

static bool evaluate_concat(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ik_value part;
    for (guint i = 0; i < node->n; i++) {
        if (!ik_evaluate_argument(node, i, evaluation, &part))
            return false;
        g_string_append(out, ik_value_text(&part, evaluation->arena));
    }
    *value = ik_value_string(ik_arena_copy(evaluation->arena, out->str));
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

const ik_operator IK_OPERATORS_TEXT[] = {
    {"concat", evaluate_concat, IK_VALUE_STRING, IK_VALUE_ANY, 1, 0, 0, NULL, NULL},
    {"upcase", evaluate_upcase, IK_VALUE_STRING, IK_VALUE_STRING, 1, 1, 0, NULL, NULL},
    {"downcase", evaluate_downcase, IK_VALUE_STRING, IK_VALUE_STRING, 1, 1, 0, NULL, NULL},
    {0}};
