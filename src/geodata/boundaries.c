/* boundaries.c — from a tree of JSON to rings of integers.   [geodata] */
#include "boundaries.h"

#include "json.h"

#include <ideenkarte/error.h>
#include <math.h>

/* What is being read, for messages. */
typedef struct {
    ik_boundaries *boundaries;
    const char *name; /* of the file */
    guint feature;
    GError **error;
} reading;

static bool fail(const reading *r, const char *what)
{
    g_set_error(r->error, IK_ERROR, IK_ERROR_INPUT, "%s: features[%u]: %s", r->name, r->feature,
                what);
    return false;
}

static bool is_of(ik_json_value value, ik_json_type type)
{
    return ik_json_exists(value) && ik_json_type_of(value) == type;
}

/* Text of a member; NULL when there is none. */
static const char *text_of(ik_json_value object, const char *key)
{
    ik_json_value member = ik_json_member(object, key);
    return is_of(member, IK_JSON_STRING) ? ik_json_string(member) : NULL;
}

static bool read_degrees(ik_json_value value, double limit, int32_t *degrees_e6)
{
    if (!is_of(value, IK_JSON_NUMBER) || !(fabs(ik_json_number(value)) <= limit)) {
        return false;
    }
    *degrees_e6 = (int32_t)lround(ik_json_number(value) * 1e6);
    return true;
}

static bool read_position(const reading *r, ik_json_value value, ik_fixed_lonlat *point)
{
    if (!is_of(value, IK_JSON_ARRAY) || ik_json_length(value) < 2 ||
        !read_degrees(ik_json_item(value, 0), 180.0, &point->lon_e6) ||
        !read_degrees(ik_json_item(value, 1), 90.0, &point->lat_e6)) {
        return fail(r, "a position is not [longitude, latitude] in degrees");
    }
    return true;
}

static void reverse(ik_fixed_lonlat *points, guint n)
{
    for (guint i = 0; i < n / 2; i++) {
        ik_fixed_lonlat swapped = points[i];
        points[i] = points[n - 1 - i];
        points[n - 1 - i] = swapped;
    }
}

static bool read_ring(const reading *r, ik_json_value value, bool is_hole)
{
    if (!is_of(value, IK_JSON_ARRAY) || ik_json_length(value) < 4) {
        return fail(r, "a ring is not an array of 4 positions or more");
    }
    GArray *points = r->boundaries->points;
    guint first = points->len, n = ik_json_length(value) - 1;
    ik_fixed_lonlat point = {0, 0};
    for (guint i = 0; i <= n; i++) {
        if (!read_position(r, ik_json_item(value, i), &point)) {
            return false;
        }
        g_array_append_val(points, point);
    }
    ik_fixed_lonlat *ring = &g_array_index(points, ik_fixed_lonlat, first);
    if (point.lon_e6 != ring->lon_e6 || point.lat_e6 != ring->lat_e6) {
        return fail(r, "a ring does not end where it begins");
    }
    g_array_set_size(points, first + n);
    if ((ik_fixed_ring_area2(ring, n) < 0.0) != is_hole) {
        reverse(ring, n);
    }
    uint32_t count = n, face = r->feature;
    g_array_append_val(r->boundaries->ring_points, count);
    g_array_append_val(r->boundaries->ring_faces, face);
    return true;
}

static bool read_polygon(const reading *r, ik_json_value rings)
{
    if (!is_of(rings, IK_JSON_ARRAY) || ik_json_length(rings) == 0) {
        return fail(r, "a polygon is not an array of rings");
    }
    for (guint i = 0; i < ik_json_length(rings); i++) {
        if (!read_ring(r, ik_json_item(rings, i), i > 0)) {
            return false;
        }
    }
    return true;
}

static bool read_geometry(const reading *r, ik_json_value geometry)
{
    const char *type = is_of(geometry, IK_JSON_OBJECT) ? text_of(geometry, "type") : NULL;
    if (g_strcmp0(type, "Polygon") == 0) {
        return read_polygon(r, ik_json_member(geometry, "coordinates"));
    }
    if (g_strcmp0(type, "MultiPolygon") != 0) {
        return fail(r, "the geometry is neither Polygon nor MultiPolygon");
    }
    ik_json_value polygons = ik_json_member(geometry, "coordinates");
    if (!is_of(polygons, IK_JSON_ARRAY) || ik_json_length(polygons) == 0) {
        return fail(r, "a MultiPolygon is not an array of polygons");
    }
    for (guint i = 0; i < ik_json_length(polygons); i++) {
        if (!read_polygon(r, ik_json_item(polygons, i))) {
            return false;
        }
    }
    return true;
}

static bool read_feature(const reading *r, ik_json_value feature)
{
    if (!is_of(feature, IK_JSON_OBJECT)) {
        return fail(r, "not an object");
    }
    ik_json_value properties = ik_json_member(feature, "properties");
    const char *ags = is_of(properties, IK_JSON_OBJECT) ? text_of(properties, "ags") : NULL;
    if (ags == NULL) {
        return fail(r, "no text in the property ags");
    }
    g_ptr_array_add(r->boundaries->ags, g_strdup(ags));
    return read_geometry(r, ik_json_member(feature, "geometry"));
}

static bool read_collection(reading *r, ik_json_value root)
{
    ik_json_value features = {NULL};
    if (is_of(root, IK_JSON_OBJECT)) {
        features = ik_json_member(root, "features");
    }
    if (!is_of(features, IK_JSON_ARRAY)) {
        g_set_error(r->error, IK_ERROR, IK_ERROR_INPUT, "%s: no array of features", r->name);
        return false;
    }
    for (r->feature = 0; r->feature < ik_json_length(features); r->feature++) {
        if (!read_feature(r, ik_json_item(features, r->feature))) {
            return false;
        }
    }
    return true;
}

static ik_boundaries *boundaries_new(void)
{
    ik_boundaries *boundaries = g_new(ik_boundaries, 1);
    boundaries->ags = g_ptr_array_new_with_free_func(g_free);
    boundaries->points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    boundaries->ring_points = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    boundaries->ring_faces = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    return boundaries;
}

ik_boundaries *ik_boundaries_load(const char *path, GError **error)
{
    g_autoptr(ik_json) json = ik_json_load(path, error);
    if (json == NULL) {
        return NULL;
    }
    g_autofree char *name = g_path_get_basename(path);
    g_autoptr(ik_boundaries) boundaries = boundaries_new();
    reading r = {.boundaries = boundaries, .name = name, .error = error};
    return read_collection(&r, ik_json_root(json)) ? g_steal_pointer(&boundaries) : NULL;
}

void ik_boundaries_free(ik_boundaries *boundaries)
{
    if (boundaries == NULL) {
        return;
    }
    g_ptr_array_unref(boundaries->ags);
    g_array_unref(boundaries->points);
    g_array_unref(boundaries->ring_points);
    g_array_unref(boundaries->ring_faces);
    g_free(boundaries);
}

ik_coverage_rings ik_boundaries_rings(const ik_boundaries *boundaries)
{
    return (ik_coverage_rings){
        .points = (const void *)boundaries->points->data,
        .ring_points = (const void *)boundaries->ring_points->data,
        .ring_faces = (const void *)boundaries->ring_faces->data,
        .n_rings = boundaries->ring_points->len,
        .n_faces = boundaries->ags->len,
    };
}
