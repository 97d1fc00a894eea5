/* own_features.c — our own source layers as features with geometry.   [scene] */
#include "own_features.h"

#include <string.h>

/* A feature with its place in the order of points. */
typedef struct {
    ik_tile_point point;
    const char *key;
    guint index;
} placed;

typedef struct {
    const ik_map_data *data;
    const ik_tiling *tiling;
    ik_source_layer layer;
    ik_feature_set *set;
    GArray *points;    /* ik_tile_point */
    GArray *ends;      /* guint */
    GArray *positions; /* ik_grid_position */
} maker;

static const ik_tile_box EVERYTHING = {G_MININT32, G_MININT32, G_MAXINT32, G_MAXINT32};

static const ik_grid_position *positions_of(const maker *make, const ik_tile_point *points, guint n)
{
    g_array_set_size(make->positions, 0);
    for (guint i = 0; i < n; i++) {
        const ik_grid_position p = {points[i].x, points[i].y};
        g_array_append_val(make->positions, p);
    }
    return (const ik_grid_position *)(gpointer)make->positions->data;
}

static void begin(const maker *make, ik_shape shape, guint index)
{
    ik_source_feature feature;
    ik_source_layer_get(make->data, make->layer, index, &feature);
    ik_feature_set_begin(make->set, shape, feature.feature.id);
    for (guint i = 0; i < feature.feature.n_attributes; i++)
        ik_feature_set_attribute(make->set, feature.attributes[i].name,
                                 feature.attributes[i].value);
    if (shape != IK_SHAPE_POLYGON)
        return;
    const ik_tile_point at = ik_tile_point_from_lonlat(feature.point, ik_tiling_zoom(make->tiling));
    ik_feature_set_label_point(make->set, (ik_grid_position){at.x, at.y});
}

/* ---- polygons ---- */

/* Faces have their exterior rings and their holes turned against each other already, but which
 * way round is the tiling's affair: the sign of all areas together tells.
 */
static double area2(const ik_tile_point *points, guint n)
{
    double area = 0;
    for (guint i = 0; i < n; i++) {
        const ik_tile_point *a = &points[i], *b = &points[(i + 1) % n];
        area += (double)a->x * b->y - (double)b->x * a->y;
    }
    return area;
}

static void add_face(const maker *make, ik_level level, guint face)
{
    double sum = 0;
    g_array_set_size(make->points, 0);
    g_array_set_size(make->ends, 0);
    ik_tiling_clip_face(make->tiling, level, face, &EVERYTHING, make->points, make->ends);
    const ik_tile_point *points = (const ik_tile_point *)(gpointer)make->points->data;
    begin(make, IK_SHAPE_POLYGON, face);
    for (guint i = 0, first = 0; i < make->ends->len; i++) {
        guint end = g_array_index(make->ends, guint, i);
        sum += area2(&points[first], end - first);
        first = end;
    }
    for (guint i = 0, first = 0; i < make->ends->len; i++) {
        guint end = g_array_index(make->ends, guint, i);
        double area = area2(&points[first], end - first);
        ik_feature_set_ring(make->set, positions_of(make, &points[first], end - first), end - first,
                            (area < 0) != (sum < 0));
        first = end;
    }
    ik_feature_set_end(make->set);
}

/* ---- borders ---- */

static void end_line(const maker *make)
{
    guint n = make->points->len;
    if (n > 1)
        ik_feature_set_line(
            make->set, positions_of(make, (const ik_tile_point *)(gpointer)make->points->data, n),
            n);
    g_array_set_size(make->points, 0);
}

/* Pieces follow each other along their arc. */
static void add_rank(const maker *make, guint rank)
{
    guint32 arc = IK_NONE;
    g_array_set_size(make->ends, 0);
    g_array_set_size(make->points, 0);
    ik_tiling_find_pieces(make->tiling, &EVERYTHING, make->ends);
    begin(make, IK_SHAPE_LINE, rank);
    for (guint i = 0; i < make->ends->len; i++) {
        guint32 number = g_array_index(make->ends, guint32, i);
        const ik_piece *piece = ik_tiling_piece(make->tiling, number);
        if ((guint)ik_tiling_rank(make->tiling, piece->arc) != rank)
            continue;
        const ik_tile_point *points = ik_tiling_piece_points(make->tiling, number);
        guint skipped = piece->arc == arc ? 1 : 0;
        if (skipped == 0)
            end_line(make);
        g_array_append_vals(make->points, points + skipped, piece->count - skipped);
        arc = piece->arc;
    }
    end_line(make);
    ik_feature_set_end(make->set);
}

/* ---- points ---- */

static int compare_placed(gconstpointer a, gconstpointer b)
{
    const placed *x = a, *y = b;
    if (x->point.y != y->point.y)
        return x->point.y < y->point.y ? -1 : 1;
    if (x->point.x != y->point.x)
        return x->point.x < y->point.x ? -1 : 1;
    return strcmp(x->key, y->key);
}

static void add_points(const maker *make)
{
    g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(placed));
    for (guint i = 0; i < ik_source_layer_count(make->data, make->layer); i++) {
        ik_source_feature feature;
        ik_source_layer_get(make->data, make->layer, i, &feature);
        const placed p = {ik_tile_point_from_lonlat(feature.point, ik_tiling_zoom(make->tiling)),
                          feature.key, i};
        g_array_append_val(order, p);
    }
    g_array_sort(order, compare_placed);
    for (guint i = 0; i < order->len; i++) {
        const placed *p = &g_array_index(order, placed, i);
        begin(make, IK_SHAPE_POINT, p->index);
        ik_feature_set_point(make->set, (ik_grid_position){p->point.x, p->point.y});
        ik_feature_set_end(make->set);
    }
}

ik_feature_set *ik_own_features_new(const ik_map_data *data, const ik_tiling *tiling,
                                    ik_source_layer layer)
{
    ik_level level;
    maker make = {.data = data,
                  .tiling = tiling,
                  .layer = layer,
                  .set = ik_feature_set_new(NULL),
                  .points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point)),
                  .ends = g_array_new(FALSE, FALSE, sizeof(guint)),
                  .positions = g_array_new(FALSE, FALSE, sizeof(ik_grid_position))};
    guint n = ik_source_layer_count(data, layer);
    if (ik_source_layer_level(layer, &level))
        for (guint i = 0; i < n; i++)
            add_face(&make, level, i);
    else if (layer == IK_SOURCE_BORDERS)
        for (guint i = 0; i < n; i++)
            add_rank(&make, i);
    else
        add_points(&make);
    ik_feature_set_seal(make.set);
    g_array_unref(make.points);
    g_array_unref(make.ends);
    g_array_unref(make.positions);
    return make.set;
}
