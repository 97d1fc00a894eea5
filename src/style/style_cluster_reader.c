/* style_cluster_reader.c — how a source of a style joins its points.   [style]
 *
 * Style Specification, "GeoJSON": cluster, clusterRadius, clusterMaxZoom, clusterMinPoints, clusterProperties.
 */
#include "expression_node.h"
#include "json_writer.h"
#include "style_record.h"

#include <math.h>
#include <string.h>

#define MAX_PROPERTIES 1000u

/* Clusters are made before a zoom is asked for. */
static const ik_expression *compile(ik_compiler *compiler, ik_json_value json)
{
    const ik_expression *expression =
        ik_expression_compile(compiler, json, IK_TYPE(IK_VALUE_UNASKED));
    if (expression == NULL || !ik_expression_needs_zoom(expression))
        return expression;
    ik_compiler_fail(compiler, "clusters do not know the zoom");
    return NULL;
}

/* An operator alone stands for [operator, ["accumulated"], ["get", name]]. */
static const ik_expression *compile_operator(ik_compiler *compiler, const char *operator,
                                             const char * name)
{
    g_autoptr(GString) text = g_string_new(NULL);
    ik_json_writer writer;
    ik_json_writer_init(&writer, text, 0);
    ik_json_begin_array(&writer);
    ik_json_put_string(&writer, operator);
    ik_json_put_strings(&writer, (const char *const[]){"accumulated", NULL});
    ik_json_put_strings(&writer, (const char *const[]){"get", name, NULL});
    ik_json_end_array(&writer);
    g_autoptr(ik_json) json = ik_json_parse(text->str, text->len, compiler->file, compiler->error);
    return json != NULL ? compile(compiler, ik_json_root(json)) : NULL;
}

static const ik_expression *compile_reduce(ik_compiler *compiler, ik_json_value json,
                                           const char *name)
{
    compiler->may_accumulate = true;
    const ik_expression *reduce = ik_json_type_of(json) == IK_JSON_STRING
                                      ? compile_operator(compiler, ik_json_string(json), name)
                                      : compile(compiler, json);
    compiler->may_accumulate = false;
    return reduce;
}

static bool read_property(ik_compiler *compiler, ik_json_value json, ik_cluster_property *property)
{
    if (!ik_compiler_check_type(compiler, json, IK_JSON_ARRAY))
        return false;
    if (ik_json_length(json) != 2)
        return ik_compiler_fail(compiler, "expected an operator and an expression");
    gsize length = ik_compiler_enter(compiler, 0);
    property->reduce = compile_reduce(compiler, ik_json_item(json, 0), property->name);
    if (property->reduce == NULL)
        return false;
    ik_compiler_leave(compiler, length);
    length = ik_compiler_enter(compiler, 1);
    property->map = compile(compiler, ik_json_item(json, 1));
    if (property->map == NULL)
        return false;
    ik_compiler_leave(compiler, length);
    return true;
}

static bool read_properties(ik_compiler *compiler, ik_json_value json, ik_style_source *source)
{
    ik_json_value members;
    if (!ik_compiler_get(compiler, json, "clusterProperties", IK_JSON_OBJECT, &members))
        return false;
    const guint n = ik_json_exists(members) ? ik_json_length(members) : 0;
    if (n == 0)
        return true;
    const gsize before = ik_compiler_enter_key(compiler, "clusterProperties");
    if (n > MAX_PROPERTIES)
        return ik_compiler_fail(compiler, "%u properties are more than the %u allowed", n,
                                MAX_PROPERTIES);
    ik_cluster_property *properties = ik_arena_alloc(compiler->arena, n, sizeof *properties);
    for (guint i = 0; i < n; i++) {
        properties[i].name = ik_arena_copy(compiler->arena, ik_json_member_key(members, i));
        const gsize length = ik_compiler_enter_key(compiler, properties[i].name);
        if (!read_property(compiler, ik_json_member_at(members, i), &properties[i]))
            return false;
        ik_compiler_leave(compiler, length);
    }
    ik_compiler_leave(compiler, before);
    source->cluster_properties = properties;
    source->n_cluster_properties = n;
    return true;
}

bool ik_style_read_cluster(ik_style_reader *reader, ik_json_value json, ik_style_source *source)
{
    ik_compiler *compiler = &reader->compiler;
    double min_points = 2, max_zoom = source->max_zoom - 1;
    if (!ik_compiler_get_flag(compiler, json, "cluster", &source->cluster) ||
        !ik_compiler_get_number(compiler, json, "clusterRadius", &source->cluster_radius) ||
        !ik_compiler_get_number(compiler, json, "clusterMaxZoom", &max_zoom) ||
        !ik_compiler_get_number(compiler, json, "clusterMinPoints", &min_points))
        return false;
    if (source->cluster_radius < 0) {
        ik_compiler_enter_key(compiler, "clusterRadius");
        return ik_compiler_fail(compiler, "expected 0 or more pixels");
    }
    source->cluster_max_zoom = floor(max_zoom + 0.5);
    source->cluster_min_points = (guint)CLAMP(min_points, 2, 1e9);
    return read_properties(compiler, json, source);
}
