/* geometry_literal.c — GeoJSON inside of an expression.   [style] */
#include "geometry_shape.h"

#include <math.h>
#include <string.h>

#define MAX_PARTS 100000u

typedef struct {
    ik_arena *arena;
    GArray *parts; /* of ik_shape_part */
    guint n_polygons;
} collector;

static const ik_value *member(const ik_value *object, const char *name)
{
    if (object->type != IK_VALUE_OBJECT)
        return NULL;
    for (guint i = 0; i < object->object.n; i++)
        if (strcmp(object->object.members[i].name, name) == 0)
            return &object->object.members[i].value;
    return NULL;
}

static const char *type_of(const ik_value *object)
{
    const ik_value *type = member(object, "type");
    return type != NULL && type->type == IK_VALUE_STRING ? type->string : "";
}

static bool read_position(const ik_value *value, double position[2])
{
    if (value->type != IK_VALUE_ARRAY || value->array.n < 2)
        return false;
    for (int i = 0; i < 2; i++) {
        const ik_value *number = &value->array.items[i];
        if (number->type != IK_VALUE_NUMBER || !isfinite(number->number))
            return false;
        position[i] = number->number;
    }
    return true;
}

static bool add_part(collector *to, const ik_value *positions, ik_shape_kind kind)
{
    guint n = positions->type == IK_VALUE_ARRAY ? positions->array.n : 0;
    if (n == 0 || to->parts->len >= MAX_PARTS)
        return false;
    double(*read)[2] = ik_arena_alloc(to->arena, n, sizeof *read);
    for (guint i = 0; i < n; i++)
        if (!read_position(&positions->array.items[i], read[i]))
            return false;
    ik_shape_part part = {kind, to->n_polygons, (const double(*)[2])read, n};
    g_array_append_val(to->parts, part);
    return true;
}

static bool add_point(collector *to, const ik_value *position)
{
    ik_value list = {.type = IK_VALUE_ARRAY, .array = {position, 1}};
    return add_part(to, &list, IK_SHAPE_POINTS);
}

static bool add_all(collector *to, const ik_value *list, ik_shape_kind kind)
{
    if (list->type != IK_VALUE_ARRAY || list->array.n == 0)
        return false;
    for (guint i = 0; i < list->array.n; i++)
        if (!add_part(to, &list->array.items[i], kind))
            return false;
    return true;
}

static bool add_polygon(collector *to, const ik_value *rings)
{
    bool is_good = add_all(to, rings, IK_SHAPE_RING);
    to->n_polygons++;
    return is_good;
}

static bool add_polygons(collector *to, const ik_value *list)
{
    if (list->type != IK_VALUE_ARRAY || list->array.n == 0)
        return false;
    for (guint i = 0; i < list->array.n; i++)
        if (!add_polygon(to, &list->array.items[i]))
            return false;
    return true;
}

static bool add_geometry(collector *to, const ik_value *geometry)
{
    const ik_value *coordinates = member(geometry, "coordinates");
    const char *type = type_of(geometry);
    if (coordinates == NULL)
        return false;
    if (strcmp(type, "Point") == 0)
        return add_point(to, coordinates);
    if (strcmp(type, "MultiPoint") == 0)
        return add_part(to, coordinates, IK_SHAPE_POINTS);
    if (strcmp(type, "LineString") == 0)
        return add_part(to, coordinates, IK_SHAPE_LINE);
    if (strcmp(type, "MultiLineString") == 0)
        return add_all(to, coordinates, IK_SHAPE_LINE);
    if (strcmp(type, "Polygon") == 0)
        return add_polygon(to, coordinates);
    return strcmp(type, "MultiPolygon") == 0 && add_polygons(to, coordinates);
}

static bool add_feature(collector *to, const ik_value *feature)
{
    const ik_value *geometry = member(feature, "geometry");
    return geometry != NULL && add_geometry(to, geometry);
}

static bool add_collection(collector *to, const ik_value *collection)
{
    const ik_value *features = member(collection, "features");
    if (features == NULL || features->type != IK_VALUE_ARRAY)
        return false;
    for (guint i = 0; i < features->array.n; i++)
        if (!add_feature(to, &features->array.items[i]))
            return false;
    return true;
}

bool ik_shape_read(const ik_value *geojson, ik_arena *arena, ik_shape *shape)
{
    g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(ik_shape_part));
    collector to = {arena, parts, 0};
    const char *type = type_of(geojson);
    bool is_good = strcmp(type, "FeatureCollection") == 0 ? add_collection(&to, geojson)
                   : strcmp(type, "Feature") == 0         ? add_feature(&to, geojson)
                                                          : add_geometry(&to, geojson);
    if (!is_good || parts->len == 0)
        return false;
    ik_shape_part *kept = ik_arena_alloc(arena, parts->len, sizeof *kept);
    memcpy(kept, parts->data, parts->len * sizeof *kept);
    *shape = (ik_shape){kept, parts->len};
    return true;
}
