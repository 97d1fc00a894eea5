/* operators_geometry.c — whether a feature lies in an area, how far it is away.   [style]
 *
 * Style Specification, "within" and "distance".
 */
#include "expression_node.h"
#include "geometry_shape.h"

#include <math.h>

static bool has_ring(const ik_shape *shape)
{
    for (guint i = 0; i < shape->n; i++)
        if (shape->parts[i].kind == IK_SHAPE_RING)
            return true;
    return false;
}

static bool compile_shape(ik_compiler *compiler, const ik_operator *operator, ik_json_value json,
                          ik_type expected, ik_expression *node)
{
    (void)expected;
    ik_value geojson;
    ik_shape *shape = ik_arena_alloc(compiler->arena, 1, sizeof *shape);
    node->data = shape;
    gsize length = ik_compiler_enter(compiler, 1);
    ik_compile_literal(compiler, ik_json_item(json, 1), &geojson);
    if (!ik_shape_read(&geojson, compiler->arena, shape) ||
        (operator->result == IK_VALUE_BOOL && !has_ring(shape)))
        return ik_compiler_fail(
            compiler,
            "\"%s\" expects a GeoJSON object with %s",
            operator->name, operator->result == IK_VALUE_BOOL ? "polygons" : "a geometry");
    ik_compiler_leave(compiler, length);
    return true;
}

/* The shape of the feature, empty when nobody knows it. */
static ik_shape feature_shape(ik_evaluation *evaluation)
{
    const ik_feature *feature = evaluation->feature;
    if (feature == NULL || feature->parts == NULL || feature->geometry == NULL)
        return (ik_shape){NULL, 0};
    return ik_shape_of_feature(feature, evaluation->arena);
}

static bool evaluate_within(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_shape shape = feature_shape(evaluation);
    *value = ik_value_bool(ik_shape_within(&shape, node->data));
    return true;
}

static bool evaluate_distance(const ik_expression *node, ik_evaluation *evaluation, ik_value *value)
{
    ik_shape shape = feature_shape(evaluation);
    *value = ik_value_number(ik_shape_distance(&shape, node->data));
    return true;
}

const ik_operator IK_OPERATORS_GEOMETRY[] = {
    {"within", evaluate_within, IK_VALUE_BOOL, IK_VALUE_ANY, 1, 1, IK_DEPENDS_ON_FEATURE,
     compile_shape, NULL, IK_ROLE_NONE},
    {"distance", evaluate_distance, IK_VALUE_NUMBER, IK_VALUE_ANY, 1, 1, IK_DEPENDS_ON_FEATURE,
     compile_shape, NULL, IK_ROLE_NONE},
    {0}};
