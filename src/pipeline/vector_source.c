/* vector_source.c — vector tiles as features of a picture.   [pipeline] */
#include "vector_source.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#include "mvt_reader.h"
#include "tile_cover.h"

/* A circle of a tile beside the picture may reach into it. */
#define MARGIN_PX      128
#define MOST_TILES     4096u
#define DEFAULT_EXTENT 4096u

/* One layer of one tile. */
typedef struct {
    const ik_vector_source *vector;
    const ik_covering_tile *at;
    const ik_mvt_layer *layer;
    ik_feature_set *set;
    GPtrArray *texts;  /* keys and texts with an end */
    const char **keys; /* of each key of the layer */
    ik_value *values;  /* of each value of the layer */
    GArray *points;    /* ik_tile_point */
    GArray *ends;      /* guint */
    GArray *positions; /* ik_grid_position */
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
    const char *promoted = r->vector->source->promote_id;
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

static void place_points(const layer_reader *r, double extent)
{
    const double unit = r->at->side / extent;
    g_array_set_size(r->positions, r->points->len);
    for (guint i = 0; i < r->points->len; i++) {
        const ik_tile_point *p = &g_array_index(r->points, ik_tile_point, i);
        g_array_index(r->positions, ik_grid_position, i) =
            (ik_grid_position){r->at->left + p->x * unit, r->at->top + p->y * unit};
    }
}

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
    ik_feature_set_ring(r->set, &g_array_index(r->positions, ik_grid_position, first), n,
                        (area > 0) != (*exterior > 0));
}

static void add_parts(const layer_reader *r, guint type, gint64 extent)
{
    gint64 exterior = 0;
    for (guint part = 0, first = 0; part < r->ends->len; part++) {
        const guint end = g_array_index(r->ends, guint, part);
        const ik_grid_position *points = &g_array_index(r->positions, ik_grid_position, first);
        if (type == IK_MVT_LINE)
            ik_feature_set_line(r->set, points, end - first);
        else if (type == IK_MVT_POLYGON)
            add_ring(r, part, first, &exterior);
        else if (is_inside(&g_array_index(r->points, ik_tile_point, first), extent))
            ik_feature_set_point(r->set, *points);
        first = end;
    }
}

static void add_feature(layer_reader *r, const ik_mvt_feature *feature)
{
    static const ik_shape shapes[] = {IK_SHAPE_POINT, IK_SHAPE_POINT, IK_SHAPE_LINE,
                                      IK_SHAPE_POLYGON};
    const guint32 extent = r->layer->extent > 0 ? r->layer->extent : DEFAULT_EXTENT;
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
    place_points(r, extent);
    ik_feature_set_begin(r->set, shapes[feature->type], id_of(r, feature));
    add_attributes(r, feature);
    add_parts(r, feature->type, extent);
    ik_feature_set_end(r->set);
}

/* ---- tiles ---- */

static ik_feature_set *read_layer(layer_reader *r)
{
    r->set = ik_feature_set_new(&r->at->box);
    r->texts = g_ptr_array_new_with_free_func(g_free);
    r->points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    r->ends = g_array_new(FALSE, FALSE, sizeof(guint));
    r->positions = g_array_new(FALSE, FALSE, sizeof(ik_grid_position));
    read_dictionary(r);
    for (guint i = 0; i < r->layer->features->len; i++)
        add_feature(r, &g_array_index(r->layer->features, ik_mvt_feature, i));
    ik_feature_set_seal(r->set);
    g_ptr_array_unref(r->texts);
    g_array_unref(r->points);
    g_array_unref(r->ends);
    g_array_unref(r->positions);
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
