/* operators_decision.c — comparing and choosing.   [style]
 *
 * Style Specification, "Decision". Only the branch that is taken is evaluated.
 */
#include "expression_node.h"

#include <string.h>

/* ---- comparisons ---- */

typedef struct {
    bool less, equal, greater; /* which orders satisfy it */
} ordering;

static const ordering LESS = {true, false, false}, LESS_EQUAL = {true, true, false},
                      GREATER = {false, false, true}, GREATER_EQUAL = {false, true, true};

static bool is_orderable(ik_value_type type)
{
    return type == IK_VALUE_NUMBER || type == IK_VALUE_STRING || type == IK_VALUE_ANY;
}

static bool compile_comparison(ik_compiler *compiler, const ik_operator *operator,
                               ik_json_value json, ik_value_type expected, ik_expression *node)
{
    (void)expected;
    if (!ik_compile_arguments(compiler, json, 1, IK_VALUE_ANY, node))
        return false;
    ik_value_type a = node->args[0]->type, b = node->args[1]->type;
    if (operator->data != NULL &&(!is_orderable(a) || !is_orderable(b)))
        return ik_compiler_fail(compiler, "\"%s\" does not compare %s", operator->name,
                                ik_value_type_name(is_orderable(a) ? b : a));
    if (a != b && a != IK_VALUE_ANY && b != IK_VALUE_ANY && a != IK_VALUE_NULL &&
        b != IK_VALUE_NULL)
        return ik_compiler_fail(compiler, "cannot compare types %s and %s", ik_value_type_name(a),
                                ik_value_type_name(b));
    return true;
}

static bool evaluate_order(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const ordering *wanted = node->data;
    ik_value a, b;
    if (!ik_evaluate_argument(node, 0, evaluation, &a) ||
        !ik_evaluate_argument(node, 1, evaluation, &b))
        return false;
    bool less = false, greater = false, equal = false;
    if (a.type == IK_VALUE_NUMBER && b.type == IK_VALUE_NUMBER) {
        less = a.number < b.number;
        greater = a.number > b.number;
        equal = a.number == b.number;
    } else if (a.type == IK_VALUE_STRING && b.type == IK_VALUE_STRING) {
        int order = strcmp(a.string, b.string);
        less = order < 0;
        greater = order > 0;
        equal = order == 0;
    } else
        return ik_evaluation_fail(evaluation, "expected two numbers or two strings to compare");
    *value = ik_value_bool((wanted->less && less) || (wanted->greater && greater) ||
                           (wanted->equal && equal));
    return true;
}

static bool evaluate_equal(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value a, b;
    if (!ik_evaluate_argument(node, 0, evaluation, &a) ||
        !ik_evaluate_argument(node, 1, evaluation, &b))
        return false;
    *value = ik_value_bool(ik_value_equal(&a, &b));
    return true;
}

static bool evaluate_not_equal(const ik_expression *node, ik_evaluation *evaluation,
                               ik_value *value)
{
    if (!evaluate_equal(node, evaluation, value))
        return false;
    value->boolean = !value->boolean;
    return true;
}

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

/* ---- choices ---- */

/* Compiles one of several outcomes; all have the type of the first unless one is asked for. */
static bool compile_outcome(ik_compiler *compiler, ik_json_value json, guint index,
                            ik_value_type *type, ik_expression *node)
{
    if (!ik_compile_argument(compiler, json, index, *type, node))
        return false;
    if (*type == IK_VALUE_ANY)
        *type = node->args[node->n - 1]->type;
    node->type = *type;
    return true;
}

static bool compile_case(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                         ik_value_type expected, ik_expression *node)
{
    (void)operator;
    guint n = ik_json_length(json);
    if (n % 2 != 0)
        return ik_compiler_fail(compiler,
                                "\"case\" expects conditions with results and a fallback");
    ik_compile_reserve(compiler, node, n);
    for (guint i = 1; i + 1 < n; i += 2)
        if (!ik_compile_argument(compiler, json, i, IK_VALUE_BOOL, node) ||
            !compile_outcome(compiler, json, i + 1, &expected, node))
            return false;
    return compile_outcome(compiler, json, n - 1, &expected, node);
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

static bool compile_coalesce(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                             ik_value_type expected, ik_expression *node)
{
    (void)operator;
    guint n = ik_json_length(json);
    ik_compile_reserve(compiler, node, n);
    for (guint i = 1; i < n; i++) {
        /* An attribute that is absent is no wrong type here: asked for its type, it would fail
         * before the next has its turn. */
        if (!ik_compile_argument(compiler, json, i, IK_VALUE_ANY, node))
            return false;
        ik_value_type type = node->args[node->n - 1]->type;
        if (i == 1)
            node->type = type;
        else if (node->type != type)
            node->type = IK_VALUE_ANY;
    }
    (void)expected;
    return true;
}

static bool evaluate_coalesce(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    *value = (ik_value){.type = IK_VALUE_NULL};
    for (guint i = 0; i < node->n && value->type == IK_VALUE_NULL; i++)
        if (!ik_evaluate_argument(node, i, evaluation, value))
            return false;
    return true;
}

/* ---- match ---- */

typedef struct {
    ik_value value;
    guint outcome; /* argument; 0 is the input */
} match_label;

typedef struct {
    match_label *labels;
    guint n;
} match_table;

static bool add_label(ik_compiler *compiler, ik_json_value json, guint outcome, match_table *table)
{
    ik_value label;
    if (!ik_compile_literal(compiler, json, &label))
        return false;
    if (label.type != IK_VALUE_NUMBER && label.type != IK_VALUE_STRING)
        return ik_compiler_fail(compiler, "labels of \"match\" are numbers or strings");
    if (table->n > 0 && table->labels[0].value.type != label.type)
        return ik_compiler_fail(compiler, "expected %s but found %s",
                                ik_value_type_name(table->labels[0].value.type),
                                ik_value_type_name(label.type));
    for (guint i = 0; i < table->n; i++)
        if (ik_value_equal(&table->labels[i].value, &label))
            return ik_compiler_fail(compiler, "labels of \"match\" must differ");
    table->labels[table->n++] = (match_label){label, outcome};
    return true;
}

static bool add_labels(ik_compiler *compiler, ik_json_value json, guint outcome, match_table *table)
{
    if (ik_json_type_of(json) != IK_JSON_ARRAY)
        return add_label(compiler, json, outcome, table);
    for (guint i = 0; i < ik_json_length(json); i++) {
        gsize length = ik_compiler_enter(compiler, i);
        if (!add_label(compiler, ik_json_item(json, i), outcome, table))
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

static bool compile_match(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                          ik_value_type expected, ik_expression *node)
{
    (void)operator;
    guint n = ik_json_length(json);
    if (n % 2 == 0)
        return ik_compiler_fail(compiler,
                                "\"match\" expects an input, labels with results and a fallback");
    match_table *table = ik_arena_alloc(compiler->arena, 1, sizeof *table);
    table->labels = ik_arena_alloc(compiler->arena, count_labels(json), sizeof *table->labels);
    node->data = table;
    ik_compile_reserve(compiler, node, n);
    if (!ik_compile_argument(compiler, json, 1, IK_VALUE_ANY, node))
        return false;
    for (guint i = 2; i + 1 < n; i += 2) {
        gsize length = ik_compiler_enter(compiler, i);
        if (!add_labels(compiler, ik_json_item(json, i), node->n, table))
            return false;
        ik_compiler_leave(compiler, length);
        if (!compile_outcome(compiler, json, i + 1, &expected, node))
            return false;
    }
    return compile_outcome(compiler, json, n - 1, &expected, node);
}

static bool evaluate_match(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const match_table *table = node->data;
    ik_value input;
    guint outcome = node->n - 1;
    if (!ik_evaluate_argument(node, 0, evaluation, &input))
        return false;
    for (guint i = 0; i < table->n; i++)
        if (ik_value_equal(&table->labels[i].value, &input)) {
            outcome = table->labels[i].outcome;
            break;
        }
    return ik_evaluate_argument(node, outcome, evaluation, value);
}

#define COMPARISON(name, evaluate, data)                                               \
    {                                                                                  \
        name, evaluate, IK_VALUE_BOOL, IK_VALUE_ANY, 2, 2, 0, compile_comparison, data \
    }

const ik_operator IK_OPERATORS_DECISION[] = {
    COMPARISON("==", evaluate_equal, NULL),
    COMPARISON("!=", evaluate_not_equal, NULL),
    COMPARISON("<", evaluate_order, &LESS),
    COMPARISON("<=", evaluate_order, &LESS_EQUAL),
    COMPARISON(">", evaluate_order, &GREATER),
    COMPARISON(">=", evaluate_order, &GREATER_EQUAL),
    {"all", evaluate_all, IK_VALUE_BOOL, IK_VALUE_BOOL, 0, 0, 0, NULL, NULL},
    {"any", evaluate_any, IK_VALUE_BOOL, IK_VALUE_BOOL, 0, 0, 0, NULL, NULL},
    {"!", evaluate_not, IK_VALUE_BOOL, IK_VALUE_BOOL, 1, 1, 0, NULL, NULL},
    {"case", evaluate_case, IK_VALUE_ANY, IK_VALUE_ANY, 3, 0, 0, compile_case, NULL},
    {"coalesce", evaluate_coalesce, IK_VALUE_ANY, IK_VALUE_ANY, 1, 0, 0, compile_coalesce, NULL},
    {"match", evaluate_match, IK_VALUE_ANY, IK_VALUE_ANY, 4, 0, 0, compile_match, NULL},
    {0}};
