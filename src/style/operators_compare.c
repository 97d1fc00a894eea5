/* operators_compare.c — equality and order, of text also after a collator.   [style]
 *
 * Style Specification, "Decision" and "collator". Values of different types are unequal and have
 * no order.
 */
#include "collation.h"
#include "expression_node.h"

#include <string.h>

typedef struct {
    bool less, equal, greater; /* which orders satisfy it */
    bool is_order;             /* false: == and != */
} comparison;

static const comparison EQUAL = {false, true, false, false}, UNEQUAL = {true, false, true, false},
                        LESS = {true, false, false, true}, LESS_EQUAL = {true, true, false, true},
                        GREATER = {false, false, true, true},
                        GREATER_EQUAL = {false, true, true, true};

/* ---- compiling ---- */

static bool check_operand(ik_compiler *compiler, const ik_operator *operator, ik_type type,
                          guint index)
{
    const comparison *wanted = operator->data;
    ik_value_type kind = type.kind;
    if (kind == IK_VALUE_STRING || kind == IK_VALUE_NUMBER || kind == IK_VALUE_ANY ||
        (!wanted->is_order && (kind == IK_VALUE_BOOL || kind == IK_VALUE_NULL)))
        return true;
    ik_compiler_enter(compiler, index);
    return ik_compiler_fail(compiler, "\"%s\" does not compare %s", operator->name,
                            ik_type_text(type, compiler->arena));
}

static bool compile_operand(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                            guint index, ik_expression *node)
{
    return ik_compile_argument(compiler, json, index, IK_TYPE(IK_VALUE_ANY), node) &&
           check_operand(compiler, operator, node->args[node->n - 1]->type, index);
}

/* What has no type yet must have that of the other side to have an order. */
static bool assert_alike(ik_compiler *compiler, ik_expression *node)
{
    for (guint i = 0; i < 2; i++) {
        ik_type other = node->args[1 - i]->type;
        if (node->args[i]->type.kind != IK_VALUE_ANY || other.kind == IK_VALUE_ANY)
            continue;
        node->args[i] = ik_compile_assertion(compiler, node->args[i], other);
        if (node->args[i] == NULL)
            return false;
    }
    return true;
}

static bool may_be_text(const ik_expression *operand)
{
    return operand->type.kind == IK_VALUE_STRING || operand->type.kind == IK_VALUE_ANY;
}

static bool compile_comparison(ik_compiler *compiler, const ik_operator *operator,
                               ik_json_value json, ik_type expected, ik_expression *node)
{
    const comparison *wanted = operator->data;
    (void)expected;
    ik_compile_reserve(compiler, node, 3);
    if (!compile_operand(compiler, operator, json, 1, node) ||
        !compile_operand(compiler, operator, json, 2, node))
        return false;
    ik_type a = node->args[0]->type, b = node->args[1]->type;
    if (a.kind != b.kind && a.kind != IK_VALUE_ANY && b.kind != IK_VALUE_ANY)
        return ik_compiler_fail(compiler, "cannot compare types %s and %s",
                                ik_value_type_name(a.kind), ik_value_type_name(b.kind));
    if (wanted->is_order && !assert_alike(compiler, node))
        return false;
    if (ik_json_length(json) == 3)
        return true;
    if (!may_be_text(node->args[0]) && !may_be_text(node->args[1]))
        return ik_compiler_fail(compiler, "a collator compares text alone");
    return ik_compile_argument(compiler, json, 3, IK_TYPE(IK_VALUE_COLLATOR), node);
}

/* ---- evaluating ---- */

static int order_of(bool less, bool greater)
{
    return less ? -1 : greater ? 1 : 0;
}

/* Which order the two have; false when none. */
static bool compare(const ik_value *a, const ik_value *b, const ik_collator *collator, int *order)
{
    if (a->type != b->type)
        return false;
    switch (a->type) {
    case IK_VALUE_NUMBER: *order = order_of(a->number<b->number, a->number> b->number); break;
    case IK_VALUE_STRING:
        *order = collator != NULL ? ik_collate(a->string, b->string, collator)
                                  : strcmp(a->string, b->string);
        return true;
    default: *order = ik_value_equal(a, b) ? 0 : 1; return true;
    }
    return *order != 0 || a->number == b->number; /* NaN is not even equal to itself */
}

static bool evaluate_comparison(const ik_expression *node, ik_evaluation *evaluation,
                                ik_value *value)
{
    const comparison *wanted = node->data;
    ik_value a, b, collator;
    int order = 0;
    if (!ik_evaluate_argument(node, 0, evaluation, &a) ||
        !ik_evaluate_argument(node, 1, evaluation, &b) ||
        (node->n > 2 && !ik_evaluate_argument(node, 2, evaluation, &collator)))
        return false;
    bool is_ordered = a.type == b.type && (a.type == IK_VALUE_NUMBER || a.type == IK_VALUE_STRING);
    if (wanted->is_order && !is_ordered)
        return ik_evaluation_fail_with(
            evaluation, "expected two numbers or two strings to compare but found %s and %s",
            ik_value_type_name(a.type), ik_value_type_name(b.type));
    bool has_order = compare(&a, &b, node->n > 2 ? &collator.collator : NULL, &order);
    *value = ik_value_bool(has_order ? (order < 0    ? wanted->less
                                        : order == 0 ? wanted->equal
                                                     : wanted->greater)
                                     : wanted == &UNEQUAL);
    return true;
}

/* ---- collators ---- */

static bool compile_option(ik_compiler *compiler, ik_json_value options, const char *key,
                           ik_type type, ik_expression *node)
{
    ik_json_value option = ik_json_member(options, key);
    if (ik_json_exists(option))
        return ik_compile_value(compiler, option, type, node);
    ik_value standard = type.kind == IK_VALUE_BOOL ? ik_value_bool(false) : ik_value_string("");
    node->args[node->n++] = ik_compile_constant(compiler, standard);
    return true;
}

static bool compile_collator(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                             ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    ik_json_value options = ik_json_item(json, 1);
    gsize length = ik_compiler_enter(compiler, 1);
    if (ik_json_type_of(options) != IK_JSON_OBJECT)
        return ik_compiler_fail(compiler, "expected an object of options but found %s",
                                ik_json_type_name(ik_json_type_of(options)));
    ik_compile_reserve(compiler, node, 3);
    if (!compile_option(compiler, options, "case-sensitive", IK_TYPE(IK_VALUE_BOOL), node) ||
        !compile_option(compiler, options, "diacritic-sensitive", IK_TYPE(IK_VALUE_BOOL), node) ||
        !compile_option(compiler, options, "locale", IK_TYPE(IK_VALUE_STRING), node))
        return false;
    ik_compiler_leave(compiler, length);
    return true;
}

static bool evaluate_collator(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value options[3];
    for (guint i = 0; i < 3; i++)
        if (!ik_evaluate_argument(node, i, evaluation, &options[i]))
            return false;
    *value = (ik_value){.type = IK_VALUE_COLLATOR,
                        .collator = {options[0].boolean, options[1].boolean, options[2].string}};
    return true;
}

/* Text is compared alike everywhere, so the locale is the one asked for. */
static bool evaluate_locale(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value collator;
    if (!ik_evaluate_argument(node, 0, evaluation, &collator))
        return false;
    bool is_given = collator.collator.locale[0] != '\0';
    *value = ik_value_string(is_given ? collator.collator.locale : "und");
    return true;
}

#define COMPARISON(name, data)                                                                     \
    {                                                                                              \
        name, evaluate_comparison, IK_VALUE_BOOL, IK_VALUE_ANY, 2, 3, 0, compile_comparison, data, \
            IK_ROLE_NONE                                                                           \
    }

const ik_operator IK_OPERATORS_COMPARE[] = {COMPARISON("==", &EQUAL),
                                            COMPARISON("!=", &UNEQUAL),
                                            COMPARISON("<", &LESS),
                                            COMPARISON("<=", &LESS_EQUAL),
                                            COMPARISON(">", &GREATER),
                                            COMPARISON(">=", &GREATER_EQUAL),
                                            {"collator", evaluate_collator, IK_VALUE_COLLATOR,
                                             IK_VALUE_ANY, 1, 1, 0, compile_collator, NULL,
                                             IK_ROLE_NONE},
                                            {"resolved-locale", evaluate_locale, IK_VALUE_STRING,
                                             IK_VALUE_COLLATOR, 1, 1, 0, NULL, NULL, IK_ROLE_NONE},
                                            {0}};
