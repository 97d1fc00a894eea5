/* vector_source.c — vector tiles as features of a picture.   [pipeline] */
#include "vector_source.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#include "grid_clip.h"
#include "mvt_reader.h"
#include "tile_cover.h"

/* A circle of a tile beside the picture may reach into it. */
#define MARGIN_PX      128
#define MOST_TILES     4096u
#define DEFAULT_EXTENT 4096u
#define MOST_UNITS     1e9 /* that ik_tile_box holds */
/* Of a tile's side: a part of 6 km bends by a metre, and by as little of what is shown at any zoom. */
#define STRAIGHT_PARTS 16

/* One layer of one tile. */
typedef struct {
    const ik_vector_source *vector;
    const ik_covering_tile *at;
    const ik_mvt_layer *layer;
    const char *promoted; /* attribute that is the id; NULL: the feature's own */
    ik_feature_set *set;
    GPtrArray *texts;     /* keys and texts with an end */
    const char **keys;    /* of each key of the layer */
    ik_value *values;     /* of each value of the layer */
    GArray *points;       /* ik_tile_point */
    GArray *ends;         /* guint */
    GArray *positions;    /* ik_grid_position; on a plane still in the tile's own units */
    ik_grid_clip *window; /* on a plane: what is projected of the tile, in its units; else NULL */
    GArray *projected;    /* ik_grid_position */
    guint n_lost;
} layer_reader;

/* ---- attributes ---- */

static const char *keep_text(const layer_reader *r, const ik_wire_span *span)
{
    char *valid = g_utf8_make_valid((const char *)span->bytes, (gssize)span->size);
    g_ptr_array_add(r->texts, valid);
    return valid;
}

static double bits_as_double(guint64 bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static double bits_as_float(guint64 bits)
{
    const guint32 low = (guint32)bits;
    float value;
    memcpy(&value, &low, sizeof value);
    return (double)value;
}

static ik_value value_of(const layer_reader *r, const ik_mvt_value *value)
{
    const guint64 bits = value->bits;
    switch (value->number) {
    case 1: return ik_value_string(keep_text(r, &value->text));
    case 2: return ik_value_number(bits_as_float(bits));
    case 3: return ik_value_number(bits_as_double(bits));
    case 4: return ik_value_number((double)(gint64)bits);
    case 5: return ik_value_number((double)bits);
    case 6: return ik_value_number((double)((gint64)(bits >> 1) ^ -(gint64)(bits & 1)));
    case 7: return ik_value_bool(bits != 0);
    default: return (ik_value){.type = IK_VALUE_NULL};
    }
}

static void read_dictionary(layer_reader *r)
{
    const ik_mvt_layer *layer = r->layer;
    r->keys = g_new(const char *, layer->keys->len + 1);
    r->values = g_new(ik_value, layer->values->len + 1);
    for (guint i = 0; i < layer->keys->len; i++)
        r->keys[i] = keep_text(r, &g_array_index(layer->keys, ik_wire_span, i));
    for (guint i = 0; i < layer->values->len; i++)
        r->values[i] = value_of(r, &g_array_index(layer->values, ik_mvt_value, i));
}

static ik_value id_of(const layer_reader *r, const ik_mvt_feature *feature)
{
    const char *promoted = r->promoted;
    if (promoted == NULL)
        return feature->has_id ? ik_value_number((double)feature->id)
                               : (ik_value){.type = IK_VALUE_NULL};
    for (guint i = 0; i + 1 < feature->n_tags; i += 2) {
        const guint32 *tag = &g_array_index(r->layer->tags, guint32, feature->first_tag + i);
        if (tag[0] < r->layer->keys->len && tag[1] < r->layer->values->len &&
            strcmp(r->keys[tag[0]], promoted) == 0)
            return r->values[tag[1]];
    }
    return (ik_value){.type = IK_VALUE_NULL};
}

static void add_attributes(const layer_reader *r, const ik_mvt_feature *feature)
{
    for (guint i = 0; i + 1 < feature->n_tags; i += 2) {
        const guint32 *tag = &g_array_index(r->layer->tags, guint32, feature->first_tag + i);
        if (tag[0] < r->layer->keys->len && tag[1] < r->layer->values->len)
            ik_feature_set_attribute(r->set, r->keys[tag[0]], r->values[tag[1]]);
    }
}

/* ---- geometry ---- */

static guint32 extent_of(const layer_reader *r)
{
    return r->layer->extent > 0 ? r->layer->extent : DEFAULT_EXTENT;
}

static void place_points(const layer_reader *r)
{
    const double unit = r->window != NULL ? 1 : r->at->side / extent_of(r);
    const double left = r->window != NULL ? 0 : r->at->left;
    const double top = r->window != NULL ? 0 : r->at->top;
    g_array_set_size(r->positions, r->points->len);
    for (guint i = 0; i < r->points->len; i++) {
        const ik_tile_point *p = &g_array_index(r->points, ik_tile_point, i);
        g_array_index(r->positions, ik_grid_position, i) =
            (ik_grid_position){left + p->x * unit, top + p->y * unit};
    }
}

/* ---- on a plane ---- */

/* Of a place along one axis, a part of the world: where it is in the tile. */
static double in_tile(const layer_reader *r, double place, guint32 number)
{
    const double extent = extent_of(r);
    const double units = (place * exp2(r->at->tile.zoom) - number) * extent;
    return CLAMP(units, -MOST_UNITS, MOST_UNITS);
}

/* What may be seen of the tile, with a quarter of it to each side for its buffer: a plane does not reach all of a tile
 * that holds half the world. */
static ik_grid_clip *make_window(const layer_reader *r)
{
    const ik_world_box *seen = &r->at->seen;
    const ik_tile *tile = &r->at->tile;
    const double dx = (seen->max_x - seen->min_x) / 4, dy = (seen->max_y - seen->min_y) / 4;
    const ik_tile_box box = {(int32_t)floor(in_tile(r, seen->min_x - dx, tile->x)),
                             (int32_t)floor(in_tile(r, seen->min_y - dy, tile->y)),
                             (int32_t)ceil(in_tile(r, seen->max_x + dx, tile->x)),
                             (int32_t)ceil(in_tile(r, seen->max_y + dy, tile->y))};
    return ik_grid_clip_new(&box);
}

static void project(const layer_reader *r, double x, double y)
{
    const ik_tile *tile = &r->at->tile;
    const double world = exp2(tile->zoom), extent = extent_of(r);
    const ik_grid_position p = ik_picture_grid_place_part(
        r->vector->grid, (tile->x + x / extent) / world, (tile->y + y / extent) / world);
    g_array_append_val(r->projected, p);
}

/* What is straight in the tile bends on a plane: long segments get corners between. */
static void project_segment(const layer_reader *r, ik_grid_position from, ik_grid_position to)
{
    const double length = MAX(fabs(to.x - from.x), fabs(to.y - from.y));
    const guint n = (guint)ceil(length * STRAIGHT_PARTS / extent_of(r));
    for (guint i = 1; i < n; i++)
        project(r, from.x + (to.x - from.x) * i / n, from.y + (to.y - from.y) * i / n);
    project(r, to.x, to.y);
}

/* Points of the window to r->projected; a ring does not repeat its first. */
static const ik_grid_position *project_all(const layer_reader *r, const ik_grid_position *points,
                                           guint n, bool is_ring)
{
    g_array_set_size(r->projected, 0);
    if (n > 0)
        project(r, points[0].x, points[0].y);
    for (guint i = 1; i < n; i++)
        project_segment(r, points[i - 1], points[i]);
    if (is_ring && n > 0)
        project_segment(r, points[n - 1], points[0]);
    return (const ik_grid_position *)(gpointer)r->projected->data;
}

static void add_line(const layer_reader *r, const ik_grid_position *points, guint n)
{
    if (r->window == NULL) {
        ik_feature_set_line(r->set, points, n);
        return;
    }
    const guint n_runs = ik_grid_clip_line(r->window, points, n);
    for (guint run = 0; run < n_runs; run++) {
        guint n_points;
        const ik_grid_position *part = ik_grid_clip_run(r->window, run, &n_points);
        const ik_grid_position *line = project_all(r, part, n_points, false);
        ik_feature_set_line(r->set, line, r->projected->len);
    }
}

static void add_point(const layer_reader *r, const ik_grid_position *point)
{
    ik_feature_set_point(r->set, r->window != NULL ? *project_all(r, point, 1, false) : *point);
}

/* ---- parts ---- */

/* Every tile brings its own points; those of its buffer are its neighbours'. */
static bool is_inside(const ik_tile_point *p, gint64 extent)
{
    return p->x >= 0 && p->y >= 0 && p->x < extent && p->y < extent;
}

/* The first ring says which way exterior rings go: before version 2 of the specification both did. */
static void add_ring(const layer_reader *r, guint part, guint first, gint64 *exterior)
{
    const guint n = g_array_index(r->ends, guint, part) - first;
    const gint64 area = ik_mvt_ring_area2(&g_array_index(r->points, ik_tile_point, first), n);
    if (area == 0)
        return;
    if (*exterior == 0)
        *exterior = area;
    guint n_left = n;
    const ik_grid_position *ring = &g_array_index(r->positions, ik_grid_position, first);
    if (r->window != NULL) {
        ring = ik_grid_clip_ring(r->window, ring, n, &n_left);
        ring = project_all(r, ring, n_left, true);
        n_left = r->projected->len;
    }
    ik_feature_set_ring(r->set, ring, n_left, (area > 0) != (*exterior > 0));
}

static void add_parts(const layer_reader *r, guint type, gint64 extent)
{
    gint64 exterior = 0;
    for (guint part = 0, first = 0; part < r->ends->len; part++) {
        const guint end = g_array_index(r->ends, guint, part);
        const ik_grid_position *points = &g_array_index(r->positions, ik_grid_position, first);
        if (type == IK_MVT_LINE)
            add_line(r, points, end - first);
        else if (type == IK_MVT_POLYGON)
            add_ring(r, part, first, &exterior);
        else if (is_inside(&g_array_index(r->points, ik_tile_point, first), extent))
            add_point(r, points);
        first = end;
    }
}

static void add_feature(layer_reader *r, const ik_mvt_feature *feature)
{
    static const ik_shape shapes[] = {IK_SHAPE_POINT, IK_SHAPE_POINT, IK_SHAPE_LINE,
                                      IK_SHAPE_POLYGON};
    GError *reason = NULL;
    g_array_set_size(r->points, 0);
    g_array_set_size(r->ends, 0);
    if (feature->type < IK_MVT_POINT || feature->type > IK_MVT_POLYGON)
        return;
    if (!feature->has_geometry || !ik_mvt_feature_points(feature, r->points, r->ends, &reason)) {
        g_clear_error(&reason);
        r->n_lost++;
        return;
    }
    place_points(r);
    ik_feature_set_begin(r->set, shapes[feature->type], id_of(r, feature));
    add_attributes(r, feature);
    add_parts(r, feature->type, extent_of(r));
    ik_feature_set_end(r->set);
}

/* ---- tiles ---- */

static ik_feature_set *read_layer(layer_reader *r)
{
    r->set = ik_feature_set_new(&r->at->clip);
    r->texts = g_ptr_array_new_with_free_func(g_free);
    r->points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    r->ends = g_array_new(FALSE, FALSE, sizeof(guint));
    r->positions = g_array_new(FALSE, FALSE, sizeof(ik_grid_position));
    r->projected = g_array_new(FALSE, FALSE, sizeof(ik_grid_position));
    r->window = r->vector->grid->plane != NULL ? make_window(r) : NULL;
    read_dictionary(r);
    for (guint i = 0; i < r->layer->features->len; i++)
        add_feature(r, &g_array_index(r->layer->features, ik_mvt_feature, i));
    ik_feature_set_seal(r->set);
    g_ptr_array_unref(r->texts);
    g_array_unref(r->points);
    g_array_unref(r->ends);
    g_array_unref(r->positions);
    g_array_unref(r->projected);
    g_clear_pointer(&r->window, ik_grid_clip_free);
    g_free((gpointer)r->keys);
    g_free(r->values);
    return r->set;
}

static void read_tile(const ik_vector_source *vector, const ik_covering_tile *at,
                      const GPtrArray *layers, ik_layer_sets *sets, guint *n_lost)
{
    for (guint i = 0; i < layers->len; i++) {
        layer_reader r = {.vector = vector, .at = at, .layer = g_ptr_array_index(layers, i)};
        g_autofree char *name =
            g_utf8_make_valid((const char *)r.layer->name.bytes, (gssize)r.layer->name.size);
        ik_layer_sets_see(sets, name);
        if (!g_strv_contains(vector->wanted, name))
            continue;
        r.promoted = ik_style_source_promoted(vector->source, name);
        ik_layer_sets_add(sets, name, read_layer(&r));
        *n_lost += r.n_lost;
    }
}

static bool fetch_tile(const ik_vector_source *vector, const ik_covering_tile *at,
                       ik_layer_sets *sets, guint *n_lost, GError **error)
{
    GError *reason = NULL;
    g_autoptr(GBytes) bytes = ik_tile_store_get(vector->store, at->tile, &reason);
    if (reason != NULL) {
        g_propagate_error(error, reason);
        return false;
    }
    if (bytes == NULL)
        return true;
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    g_autoptr(GPtrArray) layers = ik_mvt_read(data, size, error);
    if (layers == NULL) {
        g_prefix_error(error, "source \"%s\": tile %u/%u/%u: ", ik_tile_store_name(vector->store),
                       at->tile.zoom, at->tile.x, at->tile.y);
        return false;
    }
    read_tile(vector, at, layers, sets, n_lost);
    return true;
}

bool ik_vector_source_read(const ik_vector_source *vector, ik_layer_sets *sets, guint *n_lost,
                           GError **error)
{
    const double style_zoom = vector->grid->zoom - IK_GRID_ZOOM_AHEAD;
    const guint min_zoom = ik_tile_store_min_zoom(vector->store);
    const guint max_zoom = ik_tile_store_max_zoom(vector->store);
    if (style_zoom < min_zoom || max_zoom < min_zoom)
        return true;
    const guint zoom = MIN((guint)floor(style_zoom), max_zoom);
    g_autoptr(GArray) tiles = ik_tile_cover(vector->grid, zoom, MARGIN_PX, MOST_TILES);
    for (guint i = 0; i < tiles->len; i++)
        if (!fetch_tile(vector, &g_array_index(tiles, ik_covering_tile, i), sets, n_lost, error))
            return false;
    return true;
}
