/* operators_lookup.c — the zoom, the feature and its attributes, members of objects.   [style]
 *
 * Style Specification, "Lookup", "Feature data", "Camera".
 */
#include "expression_node.h"

#include <string.h>

static const ik_value NOTHING = {.type = IK_VALUE_NULL};

/* ---- the map ---- */

static bool evaluate_zoom(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    (void)node;
    *value = ik_value_number(evaluation->zoom);
    return true;
}

static bool evaluate_progress(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    (void)node;
    *value = ik_value_number(evaluation->line_progress);
    return true;
}

static bool evaluate_density(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    (void)node;
    *value = ik_value_number(evaluation->heatmap_density);
    return true;
}

static bool compile_accumulated(ik_compiler *compiler, const ik_operator *operator,
                                ik_json_value json, ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)json;
    (void)expected;
    (void)node;
    return compiler->may_accumulate ||
           ik_compiler_fail(compiler, "\"accumulated\" stands in the first part of a member of "
                                      "\"clusterProperties\" alone");
}

static bool evaluate_accumulated(const ik_expression *node, ik_evaluation *evaluation,
                                 ik_value *value)
{
    (void)node;
    *value = evaluation->accumulated != NULL ? *evaluation->accumulated : NOTHING;
    return true;
}

/* No map runs here: no feature has a state. */
static bool compile_feature_state(ik_compiler *compiler, const ik_operator *operator,
                                  ik_json_value json, ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    ik_compiler_warn(compiler, "feature-state",
                     "\"feature-state\" needs a running map and is taken as null");
    return ik_compile_arguments(compiler, json, 1, IK_TYPE(IK_VALUE_STRING), node);
}

static bool evaluate_nothing(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    (void)node;
    (void)evaluation;
    *value = NOTHING;
    return true;
}

/* The state a map starts with: the defaults in the style. */
static bool compile_global_state(ik_compiler *compiler, const ik_operator *operator,
                                 ik_json_value json, ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    ik_json_value key = ik_json_item(json, 1), entry = {NULL}, value = {NULL};
    if (ik_json_type_of(key) != IK_JSON_STRING)
        return ik_compiler_fail(compiler, "\"global-state\" expects a name");
    ik_compiler_warn(compiler, "global-state",
                     "\"global-state\" needs a running map and keeps its default");
    if (ik_json_exists(compiler->state) && ik_json_type_of(compiler->state) == IK_JSON_OBJECT)
        entry = ik_json_member(compiler->state, ik_json_string(key));
    if (ik_json_exists(entry) && ik_json_type_of(entry) == IK_JSON_OBJECT)
        value = ik_json_member(entry, "default");
    if (ik_json_exists(value))
        ik_compile_literal(compiler, value, &node->constant);
    return true;
}

static bool evaluate_global_state(const ik_expression *node, ik_evaluation *evaluation,
                                  ik_value *value)
{
    (void)evaluation;
    *value = node->constant;
    return true;
}

/* ---- the feature ---- */

static const ik_value *find_member(const ik_attribute *members, guint n, const char *name)
{
    for (guint i = 0; i < n; i++)
        if (members[i].name[0] == name[0] && strcmp(members[i].name, name) == 0)
            return &members[i].value;
    return NULL;
}

static bool find(const ik_expression *node, ik_evaluation *evaluation, const ik_value **found)
{
    ik_value name, object;
    const ik_feature *feature = evaluation->feature;
    *found = NULL;
    if (!ik_evaluate_argument(node, 0, evaluation, &name))
        return false;
    if (node->n > 1) {
        if (!ik_evaluate_argument(node, 1, evaluation, &object))
            return false;
        *found = find_member(object.object.members, object.object.n, name.string);
    } else if (feature != NULL)
        *found = find_member(feature->attributes, feature->n_attributes, name.string);
    return true;
}

static bool evaluate_get(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const ik_value *found = NULL;
    if (!find(node, evaluation, &found))
        return false;
    *value = found != NULL ? *found : NOTHING;
    return true;
}

static bool evaluate_has(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    const ik_value *found = NULL;
    if (!find(node, evaluation, &found))
        return false;
    *value = ik_value_bool(found != NULL);
    return true;
}

/* ["get", name] of the feature, ["get", name, object]. */
static bool compile_find(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                         ik_type expected, ik_expression *node)
{
    (void)operator;
    (void)expected;
    guint n = ik_json_length(json);
    ik_compile_reserve(compiler, node, 2);
    if (n == 2)
        node->depends |= IK_DEPENDS_ON_FEATURE;
    return ik_compile_argument(compiler, json, 1, IK_TYPE(IK_VALUE_STRING), node) &&
           (n == 2 || ik_compile_argument(compiler, json, 2, IK_TYPE(IK_VALUE_OBJECT), node));
}

static bool evaluate_properties(const ik_expression *node, ik_evaluation *evaluation,
                                ik_value *value)
{
    (void)node;
    const ik_feature *feature = evaluation->feature;
    *value = (ik_value){.type = IK_VALUE_OBJECT};
    if (feature != NULL) {
        value->object.members = feature->attributes;
        value->object.n = feature->n_attributes;
    }
    return true;
}

static bool evaluate_id(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    (void)node;
    *value = evaluation->feature != NULL ? evaluation->feature->id : NOTHING;
    return true;
}

static bool evaluate_geometry(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    (void)node;
    if (evaluation->feature == NULL || evaluation->feature->geometry == NULL)
        return ik_evaluation_fail(evaluation, "there is no feature to have a geometry");
    *value = ik_value_string(evaluation->feature->geometry);
    return true;
}

#define ASKED(name, evaluate, kind, depends)                                                       \
    {                                                                                              \
        name, evaluate, kind, IK_VALUE_NULL, 0, IK_NO_ARGUMENTS, depends, NULL, NULL, IK_ROLE_NONE \
    }

const ik_operator IK_OPERATORS_LOOKUP[] = {
    {"zoom", evaluate_zoom, IK_VALUE_NUMBER, IK_VALUE_NULL, 0, IK_NO_ARGUMENTS, IK_DEPENDS_ON_ZOOM,
     NULL, NULL, IK_ROLE_ZOOM},
    ASKED("line-progress", evaluate_progress, IK_VALUE_NUMBER, IK_DEPENDS_ON_PLACE),
    ASKED("heatmap-density", evaluate_density, IK_VALUE_NUMBER, IK_DEPENDS_ON_PLACE),
    {"accumulated", evaluate_accumulated, IK_VALUE_ANY, IK_VALUE_NULL, 0, IK_NO_ARGUMENTS,
     IK_DEPENDS_ON_FEATURE, compile_accumulated, NULL, IK_ROLE_NONE},
    ASKED("properties", evaluate_properties, IK_VALUE_OBJECT, IK_DEPENDS_ON_FEATURE),
    ASKED("id", evaluate_id, IK_VALUE_ANY, IK_DEPENDS_ON_FEATURE),
    ASKED("geometry-type", evaluate_geometry, IK_VALUE_STRING, IK_DEPENDS_ON_FEATURE),
    {"get", evaluate_get, IK_VALUE_ANY, IK_VALUE_STRING, 1, 2, 0, compile_find, NULL, IK_ROLE_NONE},
    {"has", evaluate_has, IK_VALUE_BOOL, IK_VALUE_STRING, 1, 2, 0, compile_find, NULL,
     IK_ROLE_NONE},
    {"feature-state", evaluate_nothing, IK_VALUE_ANY, IK_VALUE_STRING, 1, 1, IK_DEPENDS_ON_FEATURE,
     compile_feature_state, NULL, IK_ROLE_NONE},
    {"global-state", evaluate_global_state, IK_VALUE_ANY, IK_VALUE_STRING, 1, 1, IK_DEPENDS_ON_CALL,
     compile_global_state, NULL, IK_ROLE_NONE},
    {0}};
