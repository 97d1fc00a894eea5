/* geojson_source.c — GeoJSON (RFC 7946) as features of a picture.   [pipeline] */
#include "geojson_source.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#include "cluster_source.h"
#include "json_attributes.h"

typedef struct {
    const ik_style_source *source;
    const ik_picture_grid *grid;
    ik_feature_set *set;
    ik_arena *arena;
    GArray *positions;           /* ik_grid_position of all parts */
    GArray *ends;                /* guint */
    GArray *holes;               /* guint8, of each part */
    GArray *degrees;             /* ik_lonlat of all parts; filled for clusters alone */
    ik_cluster_source *clusters; /* NULL: points are not joined */
    guint n_features;
    ik_geojson_losses losses;
} reader;

/* What a geometry of a type is made of. */
typedef struct {
    const char *name;
    ik_shape shape;
    guint depth; /* arrays around a position */
    const char *geometry;
} geometry_type;

static const geometry_type TYPES[] = {{"Point", IK_SHAPE_POINT, 0, "Point"},
                                      {"MultiPoint", IK_SHAPE_POINT, 1, "Point"},
                                      {"LineString", IK_SHAPE_LINE, 1, "LineString"},
                                      {"MultiLineString", IK_SHAPE_LINE, 2, "LineString"},
                                      {"Polygon", IK_SHAPE_POLYGON, 2, "Polygon"},
                                      {"MultiPolygon", IK_SHAPE_POLYGON, 3, "Polygon"}};

static bool has_type(ik_json_value json, ik_json_type type)
{
    return ik_json_exists(json) && ik_json_type_of(json) == type;
}

static const char *type_of(ik_json_value json)
{
    const ik_json_value type =
        has_type(json, IK_JSON_OBJECT) ? ik_json_member(json, "type") : (ik_json_value){NULL};
    return has_type(type, IK_JSON_STRING) ? ik_json_string(type) : "";
}

/* ---- coordinates ---- */

static bool read_position(reader *r, ik_json_value json)
{
    double degrees[2];
    if (!has_type(json, IK_JSON_ARRAY) || ik_json_length(json) < 2)
        return false;
    for (guint i = 0; i < 2; i++) {
        const ik_json_value number = ik_json_item(json, i);
        if (!has_type(number, IK_JSON_NUMBER))
            return false;
        degrees[i] = ik_json_number(number);
        if (!isfinite(degrees[i]))
            return false;
    }
    const ik_lonlat position = {degrees[0], degrees[1]};
    const ik_grid_position p = ik_picture_grid_place(r->grid, position);
    g_array_append_val(r->positions, p);
    if (r->clusters != NULL)
        g_array_append_val(r->degrees, position);
    return true;
}

static void end_part(reader *r, bool is_hole)
{
    const guint end = r->positions->len;
    const guint8 hole = is_hole;
    g_array_append_val(r->ends, end);
    g_array_append_val(r->holes, hole);
}

/* Points: each a part. Lines and rings: one a part; after the first, rings of a polygon are holes. */
static bool read_parts(reader *r, ik_json_value json, ik_shape shape, guint depth, bool is_hole)
{
    const guint line_depth = shape == IK_SHAPE_POINT ? 0 : 1;
    if (depth == 0) {
        if (!read_position(r, json))
            return false;
        if (line_depth == 0)
            end_part(r, false);
        return true;
    }
    if (!has_type(json, IK_JSON_ARRAY))
        return false;
    const bool are_rings = shape == IK_SHAPE_POLYGON && depth == 2;
    for (guint i = 0; i < ik_json_length(json); i++)
        if (!read_parts(r, ik_json_item(json, i), shape, depth - 1, are_rings && i > 0))
            return false;
    if (depth == line_depth)
        end_part(r, is_hole);
    return true;
}

static void bounds_of(const reader *r, ik_grid_position corners[2])
{
    corners[0] = (ik_grid_position){INFINITY, INFINITY};
    corners[1] = (ik_grid_position){-INFINITY, -INFINITY};
    for (guint i = 0; i < r->positions->len; i++) {
        const ik_grid_position *p = &g_array_index(r->positions, ik_grid_position, i);
        corners[0] = (ik_grid_position){MIN(corners[0].x, p->x), MIN(corners[0].y, p->y)};
        corners[1] = (ik_grid_position){MAX(corners[1].x, p->x), MAX(corners[1].y, p->y)};
    }
}

/* ---- features ---- */

static ik_value id_of(const reader *r, ik_json_value feature, ik_json_value properties)
{
    const char *promoted = ik_style_source_promoted(r->source, NULL);
    if (r->source->generate_id)
        return ik_value_number(r->n_features);
    if (promoted != NULL)
        return has_type(properties, IK_JSON_OBJECT) &&
                       ik_json_exists(ik_json_member(properties, promoted))
                   ? ik_value_from_json(ik_json_member(properties, promoted), r->arena)
                   : (ik_value){.type = IK_VALUE_NULL};
    const ik_json_value id = ik_json_member(feature, "id");
    return ik_json_exists(id) ? ik_value_from_json(id, r->arena)
                              : (ik_value){.type = IK_VALUE_NULL};
}

/* The feature as it is told to expressions. */
static ik_feature describe(const reader *r, ik_json_value feature)
{
    const ik_json_value properties = ik_json_member(feature, "properties");
    ik_feature described = {.id = id_of(r, feature, properties)};
    if (!has_type(properties, IK_JSON_OBJECT))
        return described;
    const ik_value object = ik_value_from_json(properties, r->arena);
    described.attributes = object.object.members;
    described.n_attributes = object.object.n;
    return described;
}

static bool is_let_through(const reader *r, const ik_feature *feature)
{
    ik_evaluation evaluation = {.feature = feature, .arena = r->arena};
    ik_value value;
    if (r->source->filter == NULL)
        return true;
    return ik_expression_evaluate(r->source->filter, &evaluation, &value) &&
           value.type == IK_VALUE_BOOL && value.boolean;
}

static void add_part(const reader *r, ik_shape shape, guint part)
{
    const guint first = part > 0 ? g_array_index(r->ends, guint, part - 1) : 0;
    const guint n = g_array_index(r->ends, guint, part) - first;
    const ik_grid_position *points = &g_array_index(r->positions, ik_grid_position, first);
    switch (shape) {
    case IK_SHAPE_POINT: ik_feature_set_point(r->set, *points); break;
    case IK_SHAPE_LINE: ik_feature_set_line(r->set, points, n); break;
    case IK_SHAPE_POLYGON:
        ik_feature_set_ring(r->set, points, n, g_array_index(r->holes, guint8, part));
        break;
    }
}

static void add_copy(reader *r, const ik_feature *feature, ik_shape shape, double shift)
{
    for (guint i = 0; i < r->positions->len; i++)
        g_array_index(r->positions, ik_grid_position, i).x += shift;
    ik_feature_set_begin(r->set, shape, feature->id);
    for (guint i = 0; i < feature->n_attributes; i++)
        ik_feature_set_attribute(r->set, feature->attributes[i].name, feature->attributes[i].value);
    for (guint part = 0; part < r->ends->len; part++)
        add_part(r, shape, part);
    ik_feature_set_end(r->set);
    for (guint i = 0; i < r->positions->len; i++)
        g_array_index(r->positions, ik_grid_position, i).x -= shift;
}

static void add_copies(reader *r, const ik_feature *feature, ik_shape shape)
{
    ik_grid_position corners[2];
    int first, last;
    bounds_of(r, corners);
    ik_picture_grid_copies(r->grid, corners[0].x, corners[1].x, &first, &last);
    for (int copy = first; copy <= last; copy++)
        if (ik_picture_grid_shows(r->grid, corners, copy))
            add_copy(r, feature, shape, copy * ik_picture_grid_world(r->grid));
}

/* ---- clusters ---- */

static void join_points(reader *r, const ik_feature *feature, ik_shape shape)
{
    if (shape != IK_SHAPE_POINT)
        r->losses.not_joined++;
    for (guint i = 0; shape == IK_SHAPE_POINT && i < r->degrees->len; i++)
        ik_cluster_source_add(r->clusters, g_array_index(r->degrees, ik_lonlat, i), feature);
}

static void add_joined(ik_lonlat position, const ik_feature *feature, gpointer data)
{
    reader *r = data;
    const ik_grid_position at = ik_picture_grid_place(r->grid, position);
    g_array_set_size(r->positions, 0);
    g_array_set_size(r->ends, 0);
    g_array_set_size(r->holes, 0);
    g_array_append_val(r->positions, at);
    end_part(r, false);
    add_copies(r, feature, IK_SHAPE_POINT);
}

/* ---- the document ---- */

static void add_geometry(reader *r, ik_json_value geometry, ik_feature *feature)
{
    const char *type = type_of(geometry);
    for (gsize i = 0; i < G_N_ELEMENTS(TYPES); i++) {
        if (strcmp(TYPES[i].name, type) != 0)
            continue;
        g_array_set_size(r->positions, 0);
        g_array_set_size(r->ends, 0);
        g_array_set_size(r->holes, 0);
        g_array_set_size(r->degrees, 0);
        feature->geometry = TYPES[i].geometry;
        if (!read_parts(r, ik_json_member(geometry, "coordinates"), TYPES[i].shape, TYPES[i].depth,
                        false))
            r->losses.unread++;
        else if (!is_let_through(r, feature))
            return;
        else if (r->clusters != NULL)
            join_points(r, feature, TYPES[i].shape);
        else
            add_copies(r, feature, TYPES[i].shape);
        return;
    }
    const ik_json_value members = strcmp(type, "GeometryCollection") == 0
                                      ? ik_json_member(geometry, "geometries")
                                      : (ik_json_value){NULL};
    if (!has_type(members, IK_JSON_ARRAY)) {
        r->losses.unread++;
        return;
    }
    for (guint i = 0; i < ik_json_length(members); i++)
        add_geometry(r, ik_json_item(members, i), feature);
}

/* A feature without geometry is no error: the RFC knows them. */
static void add_feature(reader *r, ik_json_value json)
{
    const ik_json_value geometry =
        has_type(json, IK_JSON_OBJECT) ? ik_json_member(json, "geometry") : (ik_json_value){NULL};
    if (r->clusters == NULL)
        ik_arena_clear(r->arena);
    if (strcmp(type_of(json), "Feature") != 0) {
        r->losses.unread++;
    } else if (ik_json_exists(geometry) && ik_json_type_of(geometry) != IK_JSON_NULL) {
        ik_feature feature = describe(r, json);
        add_geometry(r, geometry, &feature);
    }
    r->n_features++;
}

static bool add_document(reader *r, ik_json_value document, const char *name, GError **error)
{
    const char *type = type_of(document);
    if (strcmp(type, "FeatureCollection") == 0) {
        const ik_json_value features = ik_json_member(document, "features");
        if (has_type(features, IK_JSON_ARRAY)) {
            for (guint i = 0; i < ik_json_length(features); i++)
                add_feature(r, ik_json_item(features, i));
            return true;
        }
    } else if (strcmp(type, "Feature") == 0) {
        add_feature(r, document);
        return true;
    } else if (strcmp(type, "GeometryCollection") == 0 ||
               ik_json_exists(ik_json_member(document, "coordinates"))) {
        ik_feature feature = {.id = {.type = IK_VALUE_NULL}};
        add_geometry(r, document, &feature);
        return true;
    }
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "%s: expected GeoJSON: a FeatureCollection with \"features\", a Feature or a "
                "geometry",
                name);
    return false;
}

static void free_reader(reader *r)
{
    ik_cluster_source_free(r->clusters);
    ik_arena_free(r->arena);
    g_array_unref(r->positions);
    g_array_unref(r->ends);
    g_array_unref(r->holes);
    g_array_unref(r->degrees);
}

ik_feature_set *ik_geojson_source_read(const ik_style_source *source, ik_json_value document,
                                       const char *name, const ik_picture_grid *grid,
                                       ik_geojson_losses *losses, GError **error)
{
    reader r = {.source = source,
                .grid = grid,
                .set = ik_feature_set_new(NULL),
                .arena = ik_arena_new(),
                .positions = g_array_new(FALSE, FALSE, sizeof(ik_grid_position)),
                .ends = g_array_new(FALSE, FALSE, sizeof(guint)),
                .holes = g_array_new(FALSE, FALSE, sizeof(guint8)),
                .degrees = g_array_new(FALSE, FALSE, sizeof(ik_lonlat)),
                .clusters = source->cluster ? ik_cluster_source_new(source) : NULL};
    const bool is_read = has_type(document, IK_JSON_OBJECT)
                             ? add_document(&r, document, name, error)
                             : (g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                                            "%s: expected GeoJSON, an object", name),
                                false);
    if (r.clusters != NULL)
        ik_cluster_source_each(r.clusters, grid->zoom - IK_GRID_ZOOM_AHEAD, add_joined, &r);
    ik_feature_set_seal(r.set);
    free_reader(&r);
    *losses = r.losses;
    if (is_read)
        return r.set;
    ik_feature_set_free(r.set);
    return NULL;
}
