/* operators_decision.c — and, or, and choosing one of several results.   [style]
 *
 * Style Specification, "Decision". Only the branch that is taken is evaluated.
 */
#include "expression_node.h"

#include <math.h>
#include <string.h>

#define MAX_LABEL 9007199254740991.0 /* 2^53 - 1 */

/* ---- and, or, not ---- */

static bool evaluate_until(const ik_expression *node, ik_evaluation *evaluation, ik_value *value,
                           bool stop)
{
    for (guint i = 0; i < node->n; i++) {
        if (!ik_evaluate_argument(node, i, evaluation, value))
            return false;
        if (value->boolean == stop)
            return true;
    }
    *value = ik_value_bool(!stop);
    return true;
}

static bool evaluate_all(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    return evaluate_until(node, evaluation, value, false);
}

static bool evaluate_any(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    return evaluate_until(node, evaluation, value, true);
}

static bool evaluate_not(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    if (!ik_evaluate_argument(node, 0, evaluation, value))
        return false;
    value->boolean = !value->boolean;
    return true;
}

static bool evaluate_error(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    if (!ik_evaluate_argument(node, 0, evaluation, value))
        return false;
    return ik_evaluation_fail_with(evaluation, "%s", value->string);
}

/* ---- case ---- */

/* Compiles one of several results; all have the type of the first unless one is asked for. */
static bool compile_result(ik_compiler *compiler, ik_json_value json, guint index, ik_type *type,
                           ik_expression *node)
{
    if (!ik_compile_argument(compiler, json, index, *type, node))
        return false;
    if (type->kind == IK_VALUE_UNASKED)
        *type = node->args[node->n - 1]->type;
    node->type = *type;
    return true;
}

static ik_type result_type(ik_type expected)
{
    return ik_type_is_asked(expected) ? expected : IK_TYPE(IK_VALUE_UNASKED);
}

static bool compile_case(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                         ik_type expected, ik_expression *node)
{
    (void)operator;
    guint n = ik_json_length(json);
    ik_type type = result_type(expected);
    if (n % 2 != 0)
        return ik_compiler_fail(compiler,
                                "\"case\" expects conditions with results and a fallback");
    ik_compile_reserve(compiler, node, n);
    for (guint i = 1; i + 1 < n; i += 2)
        if (!ik_compile_argument(compiler, json, i, IK_TYPE(IK_VALUE_BOOL), node) ||
            !compile_result(compiler, json, i + 1, &type, node))
            return false;
    return compile_result(compiler, json, n - 1, &type, node);
}

static bool evaluate_case(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    for (guint i = 0; i + 1 < node->n; i += 2) {
        if (!ik_evaluate_argument(node, i, evaluation, value))
            return false;
        if (value->boolean)
            return ik_evaluate_argument(node, i + 1, evaluation, value);
    }
    return ik_evaluate_argument(node, node->n - 1, evaluation, value);
}

/* ---- coalesce ---- */

/* An attribute that is absent is no wrong type here: asked for its type, it would fail before the
 * next has its turn. What the results are is then asserted of the chosen one.
 */
static bool compile_coalesce(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                             ik_type expected, ik_expression *node)
{
    (void)operator;
    guint n = ik_json_length(json);
    ik_type type = result_type(expected);
    bool fits = true;
    ik_compile_reserve(compiler, node, n);
    for (guint i = 1; i < n; i++) {
        if (!ik_compile_bare_argument(compiler, json, i, type, node))
            return false;
        ik_type found = node->args[node->n - 1]->type;
        if (type.kind == IK_VALUE_UNASKED)
            type = found;
        fits = fits && ik_type_fits(expected, found);
    }
    node->type = fits ? type : IK_TYPE(IK_VALUE_ANY);
    return true;
}

/* An image that no sprite has counts as null; when all are missing the first is named. */
static bool evaluate_coalesce(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value first = {.type = IK_VALUE_NULL};
    for (guint i = 0; i < node->n; i++) {
        if (!ik_evaluate_argument(node, i, evaluation, value))
            return false;
        bool is_missing = value->type == IK_VALUE_IMAGE && !value->image.is_available;
        if (is_missing && first.type == IK_VALUE_NULL)
            first = *value;
        if (!is_missing && value->type != IK_VALUE_NULL)
            return true;
    }
    *value = first;
    return true;
}

/* ---- match ---- */

typedef struct {
    ik_value value;
    guint result; /* argument; 0 is the input */
} match_label;

typedef struct {
    match_label *labels; /* all numbers or all texts, sorted */
    guint n;
} match_table;

static int compare_labels(gconstpointer a, gconstpointer b)
{
    const ik_value *x = a, *y = b; /* a label begins with its value */
    if (x->type == IK_VALUE_STRING)
        return strcmp(x->string, y->string);
    return x->number < y->number ? -1 : x->number > y->number;
}

static bool check_label(ik_compiler *compiler, const match_table *table, const ik_value *label)
{
    if (label->type != IK_VALUE_NUMBER && label->type != IK_VALUE_STRING)
        return ik_compiler_fail(compiler, "labels of \"match\" are numbers or strings");
    if (label->type == IK_VALUE_NUMBER &&
        (fabs(label->number) > MAX_LABEL || floor(label->number) != label->number))
        return ik_compiler_fail(compiler, "labels of \"match\" that are numbers are whole");
    if (table->n == 0 || table->labels[0].value.type == label->type)
        return true;
    return ik_compiler_fail(compiler, "expected %s but found %s",
                            ik_value_type_name(table->labels[0].value.type),
                            ik_value_type_name(label->type));
}

static bool add_label(ik_compiler *compiler, ik_json_value json, guint result, match_table *table)
{
    ik_value label;
    ik_compile_literal(compiler, json, &label);
    if (!check_label(compiler, table, &label))
        return false;
    table->labels[table->n++] = (match_label){label, result};
    return true;
}

static bool add_labels(ik_compiler *compiler, ik_json_value json, guint result, match_table *table)
{
    if (ik_json_type_of(json) != IK_JSON_ARRAY)
        return add_label(compiler, json, result, table);
    if (ik_json_length(json) == 0)
        return ik_compiler_fail(compiler, "expected at least one label");
    for (guint i = 0; i < ik_json_length(json); i++) {
        gsize length = ik_compiler_enter(compiler, i);
        if (!add_label(compiler, ik_json_item(json, i), result, table))
            return false;
        ik_compiler_leave(compiler, length);
    }
    return true;
}

static guint count_labels(ik_json_value json)
{
    guint n = 0;
    for (guint i = 2; i + 1 < ik_json_length(json); i += 2) {
        ik_json_value label = ik_json_item(json, i);
        n += ik_json_type_of(label) == IK_JSON_ARRAY ? ik_json_length(label) : 1;
    }
    return n;
}

static bool sort_labels(ik_compiler *compiler, match_table *table)
{
    qsort(table->labels, table->n, sizeof *table->labels, compare_labels);
    for (guint i = 1; i < table->n; i++)
        if (compare_labels(&table->labels[i - 1], &table->labels[i]) == 0)
            return ik_compiler_fail(compiler,
                                    "labels of \"match\" must differ, %s stands there twice",
                                    ik_value_text(&table->labels[i].value, compiler->arena));
    return true;
}

static bool compile_branches(ik_compiler *compiler, ik_json_value json, ik_type *type,
                             match_table *table, ik_expression *node)
{
    for (guint i = 2; i + 1 < ik_json_length(json); i += 2) {
        gsize length = ik_compiler_enter(compiler, i);
        if (!add_labels(compiler, ik_json_item(json, i), node->n, table))
            return false;
        ik_compiler_leave(compiler, length);
        if (!compile_result(compiler, json, i + 1, type, node))
            return false;
    }
    return sort_labels(compiler, table);
}

static bool compile_match(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                          ik_type expected, ik_expression *node)
{
    (void)operator;
    guint n = ik_json_length(json);
    ik_type type = result_type(expected);
    if (n % 2 == 0)
        return ik_compiler_fail(compiler,
                                "\"match\" expects an input, labels with results and a fallback");
    match_table *table = ik_arena_alloc(compiler->arena, 1, sizeof *table);
    table->labels = ik_arena_alloc(compiler->arena, count_labels(json), sizeof *table->labels);
    node->data = table;
    ik_compile_reserve(compiler, node, n);
    if (!ik_compile_argument(compiler, json, 1, IK_TYPE(IK_VALUE_ANY), node) ||
        !compile_branches(compiler, json, &type, table, node) ||
        !compile_result(compiler, json, n - 1, &type, node))
        return false;
    ik_type input = node->args[0]->type;
    gsize length = ik_compiler_enter(compiler, 1);
    if (input.kind != IK_VALUE_ANY &&
        !ik_compiler_check_fit(compiler, IK_TYPE(table->labels[0].value.type), input))
        return false;
    ik_compiler_leave(compiler, length);
    return true;
}

static bool evaluate_match(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const match_table *table = node->data;
    ik_value input;
    guint result = node->n - 1;
    if (!ik_evaluate_argument(node, 0, evaluation, &input))
        return false;
    if (input.type == table->labels[0].value.type) {
        const match_label *found =
            bsearch(&input, table->labels, table->n, sizeof *table->labels, compare_labels);
        if (found != NULL)
            result = found->result;
    }
    return ik_evaluate_argument(node, result, evaluation, value);
}

const ik_operator IK_OPERATORS_DECISION[] = {
    {"all", evaluate_all, IK_VALUE_BOOL, IK_VALUE_BOOL, 0, 0, 0, NULL, NULL, IK_ROLE_NONE},
    {"any", evaluate_any, IK_VALUE_BOOL, IK_VALUE_BOOL, 0, 0, 0, NULL, NULL, IK_ROLE_NONE},
    {"!", evaluate_not, IK_VALUE_BOOL, IK_VALUE_BOOL, 1, 1, 0, NULL, NULL, IK_ROLE_NONE},
    {"case", evaluate_case, IK_VALUE_ANY, IK_VALUE_ANY, 3, 0, 0, compile_case, NULL, IK_ROLE_CASE},
    {"coalesce", evaluate_coalesce, IK_VALUE_ANY, IK_VALUE_ANY, 1, 0, 0, compile_coalesce, NULL,
     IK_ROLE_COALESCE},
    {"match", evaluate_match, IK_VALUE_ANY, IK_VALUE_ANY, 4, 0, 0, compile_match, NULL,
     IK_ROLE_MATCH},
    {"error", evaluate_error, IK_VALUE_ERROR, IK_VALUE_STRING, 1, 1, IK_DEPENDS_ON_CALL, NULL, NULL,
     IK_ROLE_NONE},
    {0}};
