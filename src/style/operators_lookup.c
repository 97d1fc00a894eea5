/* operators_lookup.c — the zoom, attributes of the feature, items of arrays, variables.   [style]
 *
 * Style Specification, "Lookup" and "Variable binding".
 */
#include "expression_node.h"

#include <string.h>

static bool evaluate_zoom(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    (void)node;
    *value = ik_value_number(evaluation->zoom);
    return true;
}

static const ik_attribute *find_attribute(const ik_feature *feature, const char *name)
{
    for (guint i = 0; i < feature->n_attributes; i++)
        if (strcmp(feature->attributes[i].name, name) == 0)
            return &feature->attributes[i];
    return NULL;
}

static bool evaluate_get(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value name;
    if (!ik_evaluate_argument(node, 0, evaluation, &name))
        return false;
    if (evaluation->feature == NULL)
        return ik_evaluation_fail(evaluation, "there is no feature to get an attribute of");
    const ik_attribute *found = find_attribute(evaluation->feature, name.string);
    *value = found != NULL ? found->value : (ik_value){.type = IK_VALUE_NULL};
    return true;
}

static bool evaluate_has(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value name;
    if (!ik_evaluate_argument(node, 0, evaluation, &name))
        return false;
    if (evaluation->feature == NULL)
        return ik_evaluation_fail(evaluation, "there is no feature to have an attribute");
    *value = ik_value_bool(find_attribute(evaluation->feature, name.string) != NULL);
    return true;
}

static bool evaluate_id(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    (void)node;
    if (evaluation->feature == NULL)
        return ik_evaluation_fail(evaluation, "there is no feature to have an id");
    *value = evaluation->feature->id;
    return true;
}

static bool evaluate_geometry(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    (void)node;
    if (evaluation->feature == NULL)
        return ik_evaluation_fail(evaluation, "there is no feature to have a geometry");
    *value = ik_value_string(evaluation->feature->geometry);
    return true;
}

/* ---- arrays and text ---- */

static bool compile_at(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                       ik_value_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    ik_compile_reserve(compiler, node, 2);
    return ik_compile_argument(compiler, json, 1, IK_VALUE_NUMBER, node) &&
           ik_compile_argument(compiler, json, 2, IK_VALUE_ARRAY, node);
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

static bool evaluate_in(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_value needle, hay;
    if (!ik_evaluate_argument(node, 0, evaluation, &needle) ||
        !ik_evaluate_argument(node, 1, evaluation, &hay))
        return false;
    bool found = false;
    if (hay.type == IK_VALUE_STRING)
        found = strstr(hay.string, ik_value_text(&needle, evaluation->arena)) != NULL;
    else if (hay.type != IK_VALUE_ARRAY)
        return ik_evaluation_fail(evaluation, "\"in\" expects an array or a string to search");
    for (guint i = 0; hay.type == IK_VALUE_ARRAY && i < hay.array.n; i++)
        found = found || ik_value_equal(&needle, &hay.array.items[i]);
    *value = ik_value_bool(found);
    return true;
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
        return ik_evaluation_fail(evaluation, "\"length\" expects an array or a string");
    return true;
}

static bool compile_literal(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                            ik_value_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    gsize length = ik_compiler_enter(compiler, 1);
    if (!ik_compile_literal(compiler, ik_json_item(json, 1), &node->constant))
        return false;
    ik_compiler_leave(compiler, length);
    node->type = node->constant.type;
    return true;
}

/* ---- variables ---- */

typedef struct scope {
    const char *name;
    const ik_expression *bound;
    const struct scope *outer;
} scope;

static bool evaluate_bound(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    return ik_evaluate_argument(node, 0, evaluation, value);
}

static bool bind_variable(ik_compiler *compiler, ik_json_value json, guint index)
{
    ik_json_value name = ik_json_item(json, index);
    gsize length = ik_compiler_enter(compiler, index);
    if (ik_json_type_of(name) != IK_JSON_STRING)
        return ik_compiler_fail(compiler, "expected string but found %s",
                                ik_json_type_name(ik_json_type_of(name)));
    ik_compiler_leave(compiler, length);
    ik_expression holder = {0};
    ik_compile_reserve(compiler, &holder, 1);
    if (!ik_compile_argument(compiler, json, index + 1, IK_VALUE_ANY, &holder))
        return false;
    scope *inner = ik_arena_alloc(compiler->arena, 1, sizeof *inner);
    *inner = (scope){ik_arena_copy(compiler->arena, ik_json_string(name)), holder.args[0],
                     compiler->scope};
    compiler->scope = inner;
    return true;
}

static bool compile_let(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                        ik_value_type expected, ik_expression *node)
{
    (void)operator;
    guint n = ik_json_length(json);
    const void *outer = compiler->scope;
    if (n % 2 != 0)
        return ik_compiler_fail(compiler, "\"let\" expects names with values and one result");
    for (guint i = 1; i + 1 < n; i += 2)
        if (!bind_variable(compiler, json, i))
            return false;
    ik_compile_reserve(compiler, node, 1);
    if (!ik_compile_argument(compiler, json, n - 1, expected, node))
        return false;
    compiler->scope = outer;
    node->type = node->args[0]->type;
    return true;
}

static bool compile_var(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                        ik_value_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    ik_json_value name = ik_json_item(json, 1);
    const scope *at = compiler->scope;
    if (ik_json_type_of(name) != IK_JSON_STRING)
        return ik_compiler_fail(compiler, "\"var\" expects a name");
    while (at != NULL && strcmp(at->name, ik_json_string(name)) != 0)
        at = at->outer;
    if (at == NULL)
        return ik_compiler_fail(compiler, "unknown variable \"%s\"", ik_json_string(name));
    ik_compile_reserve(compiler, node, 1);
    node->args[node->n++] = at->bound;
    node->type = at->bound->type;
    return true;
}

const ik_operator IK_OPERATORS_LOOKUP[] = {
    {"zoom", evaluate_zoom, IK_VALUE_NUMBER, IK_VALUE_NULL, 0, IK_NO_ARGUMENTS, IK_DEPENDS_ON_ZOOM,
     NULL, NULL},
    {"get", evaluate_get, IK_VALUE_ANY, IK_VALUE_STRING, 1, 1, IK_DEPENDS_ON_FEATURE, NULL, NULL},
    {"has", evaluate_has, IK_VALUE_BOOL, IK_VALUE_STRING, 1, 1, IK_DEPENDS_ON_FEATURE, NULL, NULL},
    {"id", evaluate_id, IK_VALUE_ANY, IK_VALUE_NULL, 0, IK_NO_ARGUMENTS, IK_DEPENDS_ON_FEATURE,
     NULL, NULL},
    {"geometry-type", evaluate_geometry, IK_VALUE_STRING, IK_VALUE_NULL, 0, IK_NO_ARGUMENTS,
     IK_DEPENDS_ON_FEATURE, NULL, NULL},
    {"at", evaluate_at, IK_VALUE_ANY, IK_VALUE_ANY, 2, 2, 0, compile_at, NULL},
    {"in", evaluate_in, IK_VALUE_BOOL, IK_VALUE_ANY, 2, 2, 0, NULL, NULL},
    {"length", evaluate_length, IK_VALUE_NUMBER, IK_VALUE_ANY, 1, 1, 0, NULL, NULL},
    {"literal", NULL, IK_VALUE_ANY, IK_VALUE_ANY, 1, 1, 0, compile_literal, NULL},
    {"let", evaluate_bound, IK_VALUE_ANY, IK_VALUE_ANY, 3, 0, 0, compile_let, NULL},
    {"var", evaluate_bound, IK_VALUE_ANY, IK_VALUE_STRING, 1, 1, 0, compile_var, NULL},
    {0}};
