/* own_source.c — our own layers as features on the grid of a picture.   [pipeline] */
#include "own_source.h"

#include <math.h>

#include "own_features.h"

typedef struct {
    const ik_picture_grid *grid;
    double zoom;  /* of the tiling */
    double scale; /* of the grid's units */
    ik_feature_set *from, *to;
    GArray *positions; /* ik_grid_position */
} enlarger;

static ik_grid_position place(const enlarger *e, ik_tile_point point)
{
    if (e->grid->plane != NULL)
        return ik_picture_grid_place(e->grid, ik_lonlat_from_tile_point(point, e->zoom));
    return (ik_grid_position){point.x * e->scale - (double)e->grid->origin.x,
                              point.y * e->scale - (double)e->grid->origin.y};
}

static const ik_grid_position *enlarge(const enlarger *e, const ik_tile_point *points, guint n)
{
    g_array_set_size(e->positions, n);
    for (guint i = 0; i < n; i++)
        g_array_index(e->positions, ik_grid_position, i) = place(e, points[i]);
    return (const ik_grid_position *)(gpointer)e->positions->data;
}

static double area2(const ik_tile_point *points, guint n)
{
    double area = 0;
    for (guint i = 0; i < n; i++) {
        const ik_tile_point *a = &points[i], *b = &points[(i + 1) % n];
        area += (double)a->x * b->y - (double)b->x * a->y;
    }
    return area;
}

static void add_feature(const enlarger *e, const ik_set_feature *feature)
{
    ik_feature_set_begin(e->to, feature->shape, feature->feature.id);
    for (guint i = 0; i < feature->feature.n_attributes; i++)
        ik_feature_set_attribute(e->to, feature->feature.attributes[i].name,
                                 feature->feature.attributes[i].value);
    if (feature->has_label_point)
        ik_feature_set_label_point(e->to, place(e, feature->label_point));
    for (guint part = 0; part < feature->n_parts; part++) {
        guint n;
        const ik_tile_point *points = ik_feature_set_part(e->from, feature, part, &n);
        const ik_grid_position *positions = enlarge(e, points, n);
        if (feature->shape == IK_SHAPE_POINT)
            ik_feature_set_point(e->to, *positions);
        else if (feature->shape == IK_SHAPE_LINE)
            ik_feature_set_line(e->to, positions, n);
        else
            ik_feature_set_ring(e->to, positions, n, area2(points, n) < 0);
    }
    ik_feature_set_end(e->to);
}

void ik_own_source_add(const ik_map_source *map, const char *layer, const ik_picture_grid *grid,
                       ik_layer_sets *sets)
{
    ik_source_layer own;
    if (!ik_source_layer_find(layer, &own))
        return;
    const double zoom = MIN(grid->zoom, IK_MAX_ZOOM);
    g_autoptr(ik_tiling) tiling = ik_tiling_new(map->division, zoom);
    enlarger e = {.grid = grid,
                  .zoom = zoom,
                  .scale = exp2(grid->zoom - zoom),
                  .from = ik_own_features_new(&map->data, tiling, own),
                  .to = ik_feature_set_new(NULL),
                  .positions = g_array_new(FALSE, FALSE, sizeof(ik_grid_position))};
    for (guint i = 0; i < ik_feature_set_count(e.from); i++)
        add_feature(&e, ik_feature_set_at(e.from, i));
    ik_feature_set_seal(e.to);
    ik_layer_sets_add(sets, layer, e.to);
    ik_feature_set_free(e.from);
    g_array_unref(e.positions);
}
