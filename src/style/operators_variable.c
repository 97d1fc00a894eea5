/* operators_variable.c — naming a value and using it again.   [style]
 *
 * Style Specification, "Variable binding". A value is computed when it is first used, and once an
 * evaluation: a style that doubles a variable sixty times over must not take 2^60 steps.
 */
#include "expression_node.h"

#include <string.h>

typedef struct scope {
    const char *name;
    const ik_expression *bound;
    const struct scope *outer;
} scope;

struct ik_bindings {
    ik_bindings *outer;
    const ik_expression *let; /* its arguments from 1 on are bound */
    bool *is_known;
    ik_value *values;
};

/* ---- let ---- */

static bool is_name(const char *text)
{
    for (; *text != '\0'; text++)
        if (!g_ascii_isalnum(*text) && *text != '_')
            return false;
    return true;
}

static bool compile_name(ik_compiler *compiler, ik_json_value json, guint index, const char **name)
{
    ik_json_value item = ik_json_item(json, index);
    gsize length = ik_compiler_enter(compiler, index);
    if (ik_json_type_of(item) != IK_JSON_STRING)
        return ik_compiler_fail(compiler, "expected the name of a variable but found %s",
                                ik_json_type_name(ik_json_type_of(item)));
    if (!is_name(ik_json_string(item)))
        return ik_compiler_fail(compiler,
                                "names of variables consist of letters, digits and \"_\" alone");
    ik_compiler_leave(compiler, length);
    *name = ik_arena_copy(compiler->arena, ik_json_string(item));
    return true;
}

/* The result becomes the first argument, so that what is bound keeps its place behind it. */
static bool compile_let(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                        ik_type expected, ik_expression *node)
{
    (void)operator;
    guint n = ik_json_length(json);
    const scope *outer = compiler->scope, *inner = outer;
    if (n % 2 != 0)
        return ik_compiler_fail(compiler, "\"let\" expects names with values and one result");
    ik_compile_reserve(compiler, node, n / 2 + 1);
    node->n = 1;
    for (guint i = 1; i + 1 < n; i += 2) {
        scope *next = ik_arena_alloc(compiler->arena, 1, sizeof *next);
        if (!compile_name(compiler, json, i, &next->name) ||
            !ik_compile_argument(compiler, json, i + 1, IK_TYPE(IK_VALUE_UNASKED), node))
            return false;
        next->bound = node->args[node->n - 1];
        next->outer = inner;
        inner = next;
    }
    guint n_args = node->n;
    node->n = 0;
    compiler->scope = inner;
    if (!ik_compile_argument(compiler, json, n - 1, expected, node))
        return false;
    compiler->scope = outer;
    node->n = n_args;
    node->type = node->args[0]->type;
    return true;
}

static bool evaluate_let(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_bindings *outer = evaluation->bindings;
    ik_bindings inner = {.outer = outer, .let = node};
    inner.is_known = ik_arena_alloc(evaluation->arena, node->n, sizeof *inner.is_known);
    inner.values = ik_arena_alloc(evaluation->arena, node->n, sizeof *inner.values);
    evaluation->bindings = &inner;
    bool is_good = ik_evaluate_argument(node, 0, evaluation, value);
    evaluation->bindings = outer;
    return is_good;
}

/* ---- var ---- */

static bool compile_var(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                        ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    ik_json_value name = ik_json_item(json, 1);
    const scope *at = compiler->scope;
    if (ik_json_type_of(name) != IK_JSON_STRING)
        return ik_compiler_fail(compiler, "\"var\" expects the name of a variable");
    while (at != NULL && strcmp(at->name, ik_json_string(name)) != 0)
        at = at->outer;
    if (at == NULL) {
        ik_compiler_enter(compiler, 1);
        return ik_compiler_fail(compiler, "unknown variable \"%s\"", ik_json_string(name));
    }
    ik_compile_reserve(compiler, node, 1);
    node->args[node->n++] = at->bound;
    node->type = at->bound->type;
    return true;
}

static bool find_binding(const ik_evaluation *evaluation, const ik_expression *bound,
                         ik_bindings **found, guint *index)
{
    for (*found = evaluation->bindings; *found != NULL; *found = (*found)->outer)
        for (*index = 1; *index < (*found)->let->n; (*index)++)
            if ((*found)->let->args[*index] == bound)
                return true;
    return false;
}

static bool evaluate_var(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_bindings *bindings = NULL;
    guint index = 0;
    if (!find_binding(evaluation, node->args[0], &bindings, &index))
        return ik_evaluate_argument(node, 0, evaluation, value);
    if (!bindings->is_known[index]) {
        if (!ik_evaluate_argument(node, 0, evaluation, &bindings->values[index]))
            return false;
        bindings->is_known[index] = true;
    }
    *value = bindings->values[index];
    return true;
}

const ik_operator IK_OPERATORS_VARIABLE[] = {
    {"let", evaluate_let, IK_VALUE_ANY, IK_VALUE_ANY, 3, 0, 0, compile_let, NULL, IK_ROLE_LET},
    {"var", evaluate_var, IK_VALUE_ANY, IK_VALUE_STRING, 1, 1, 0, compile_var, NULL,
     IK_ROLE_VARIABLE},
    {0}};
