/* feature_json.c — a GeoJSON feature as expressions see it.   [style] */
#include "feature_json.h"

#include "expression_node.h"
#include "geometry_shape.h"

#include <ideenkarte/error.h>
#include <string.h>

static bool fail(GError **error, const char *message)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "feature: %s", message);
    return false;
}

static const char *type_of(ik_json_value object)
{
    ik_json_value type = ik_json_member(object, "type");
    bool is_text = ik_json_exists(type) && ik_json_type_of(type) == IK_JSON_STRING;
    return is_text ? ik_json_string(type) : "";
}

static guint list_parts(gconstpointer data, ik_arena *arena, const ik_feature_part **parts)
{
    const ik_shape *shape = data;
    ik_feature_part *list = ik_arena_alloc(arena, shape->n, sizeof *list);
    for (guint i = 0; i < shape->n; i++)
        list[i] = (ik_feature_part){shape->parts[i].positions, shape->parts[i].n};
    *parts = list;
    return shape->n;
}

static bool read_geometry(ik_compiler *compiler, ik_json_value json, ik_feature *feature,
                          GError **error)
{
    static const char *const TYPES[] = {"Point", "LineString", "Polygon"};
    ik_value value;
    ik_shape *shape = ik_arena_alloc(compiler->arena, 1, sizeof *shape);
    feature->geometry = "Unknown";
    if (!ik_json_exists(json) || ik_json_type_of(json) == IK_JSON_NULL)
        return true;
    ik_compile_literal(compiler, json, &value);
    if (!ik_shape_read(&value, compiler->arena, shape))
        return fail(error, "the geometry is none of GeoJSON's");
    for (gsize i = 0; i < G_N_ELEMENTS(TYPES); i++)
        if (g_str_has_suffix(type_of(json), TYPES[i]))
            feature->geometry = TYPES[i];
    feature->parts = list_parts;
    feature->shape = shape;
    return true;
}

bool ik_feature_read(ik_json_value json, ik_arena *arena, ik_feature *feature, GError **error)
{
    ik_compiler compiler = {.arena = arena};
    ik_value attributes = {.type = IK_VALUE_OBJECT};
    *feature = (ik_feature){.id = {.type = IK_VALUE_NULL}};
    if (ik_json_type_of(json) != IK_JSON_OBJECT || strcmp(type_of(json), "Feature") != 0)
        return fail(error, "expected a GeoJSON object of type \"Feature\"");
    ik_json_value properties = ik_json_member(json, "properties");
    ik_json_value id = ik_json_member(json, "id");
    if (ik_json_exists(properties) && ik_json_type_of(properties) != IK_JSON_NULL)
        ik_compile_literal(&compiler, properties, &attributes);
    if (attributes.type != IK_VALUE_OBJECT)
        return fail(error, "expected an object as \"properties\"");
    if (ik_json_exists(id))
        ik_compile_literal(&compiler, id, &feature->id);
    feature->attributes = attributes.object.members;
    feature->n_attributes = attributes.object.n;
    return read_geometry(&compiler, ik_json_member(json, "geometry"), feature, error);
}
