/* cluster_source.c — the points of a source of a style, joined where they would lie on each other.   [pipeline] */
#include "cluster_source.h"

#include <math.h>

#include "clusters.h"

/* CSS pixels of a tile, and what MapLibre takes for a radius of 0. */
#define TILE_PX        512.0
#define DEFAULT_RADIUS 50.0

/* Of the names of clusters; supercluster's, too. */
#define DEEPEST_ZOOM 30.0

#define N_OWN 4 /* attributes of every cluster */

struct ik_cluster_source {
    const ik_style_source *source;
    GArray *positions; /* ik_lonlat */
    GArray *features;  /* ik_feature */
    ik_arena *arena;   /* values of clusters */
};

/* A level with the values of "clusterProperties" of each of its clusters, n_cluster_properties apiece. */
typedef struct {
    ik_cluster_level *level;
    ik_value *values;
} valued_level;

ik_cluster_source *ik_cluster_source_new(const ik_style_source *source)
{
    ik_cluster_source *clusters = g_new0(ik_cluster_source, 1);
    clusters->source = source;
    clusters->positions = g_array_new(FALSE, FALSE, sizeof(ik_lonlat));
    clusters->features = g_array_new(FALSE, FALSE, sizeof(ik_feature));
    clusters->arena = ik_arena_new();
    return clusters;
}

void ik_cluster_source_free(ik_cluster_source *clusters)
{
    if (clusters == NULL)
        return;
    g_array_unref(clusters->positions);
    g_array_unref(clusters->features);
    ik_arena_free(clusters->arena);
    g_free(clusters);
}

void ik_cluster_source_add(ik_cluster_source *clusters, ik_lonlat position,
                           const ik_feature *feature)
{
    g_array_append_val(clusters->positions, position);
    g_array_append_val(clusters->features, *feature);
}

/* ---- values ---- */

/* Null where the expression fails, as in MapLibre. */
static ik_value evaluate(const ik_cluster_source *clusters, const ik_expression *expression,
                         const ik_feature *feature, const ik_value *accumulated)
{
    ik_evaluation evaluation = {
        .feature = feature, .arena = clusters->arena, .accumulated = accumulated};
    ik_value value;
    return ik_expression_evaluate(expression, &evaluation, &value)
               ? value
               : (ik_value){.type = IK_VALUE_NULL};
}

static ik_value *values_new(const ik_cluster_source *clusters, guint n)
{
    return g_new(ik_value, (gsize)n * clusters->source->n_cluster_properties + 1);
}

static valued_level level_of_points(const ik_cluster_source *clusters)
{
    const ik_style_source *source = clusters->source;
    const guint n = clusters->positions->len;
    valued_level points = {
        ik_cluster_level_new((const ik_lonlat *)(gpointer)clusters->positions->data, n),
        values_new(clusters, n)};
    for (guint i = 0, k = 0; i < n; i++)
        for (guint p = 0; p < source->n_cluster_properties; p++)
            points.values[k++] = evaluate(clusters, source->cluster_properties[p].map,
                                          &g_array_index(clusters->features, ik_feature, i), NULL);
    return points;
}

static void add_values(const ik_cluster_source *clusters, ik_value *sums, const ik_value *values)
{
    const ik_style_source *source = clusters->source;
    const guint n = source->n_cluster_properties;
    g_autofree ik_attribute *attributes = g_new(ik_attribute, n + 1u);
    for (guint p = 0; p < n; p++)
        attributes[p] = (ik_attribute){source->cluster_properties[p].name, values[p]};
    const ik_feature feature = {
        .id = {.type = IK_VALUE_NULL}, .attributes = attributes, .n_attributes = n};
    for (guint p = 0; p < n; p++)
        sums[p] = evaluate(clusters, source->cluster_properties[p].reduce, &feature, &sums[p]);
}

static void sum_up(const ik_cluster_source *clusters, const valued_level *below,
                   const valued_level *made)
{
    const guint n = clusters->source->n_cluster_properties;
    for (guint i = 0; i < made->level->clusters->len; i++) {
        const ik_cluster *cluster = &g_array_index(made->level->clusters, ik_cluster, i);
        const guint32 *items = made->level->items + cluster->first_item;
        ik_value *sums = made->values + (gsize)i * n;
        for (guint p = 0; p < n; p++)
            sums[p] = below->values[(gsize)items[0] * n + p];
        for (guint32 k = 1; k < cluster->n_items; k++)
            add_values(clusters, sums, below->values + (gsize)items[k] * n);
    }
}

/* ---- levels ---- */

static void clear_level(valued_level *level)
{
    ik_cluster_level_free(level->level);
    g_free(level->values);
}

/* The level that tiles of the style's zoom show. */
static valued_level level_at(const ik_cluster_source *clusters, double zoom)
{
    const ik_style_source *source = clusters->source;
    const double radius = source->cluster_radius > 0 ? source->cluster_radius : DEFAULT_RADIUS;
    const ik_cluster_rule rule = {radius / TILE_PX, source->cluster_min_points};
    const int shown = (int)floor(CLAMP(MIN(zoom, source->max_zoom), 0, DEEPEST_ZOOM));
    valued_level level = level_of_points(clusters);
    for (int z = (int)CLAMP(source->cluster_max_zoom, -1, DEEPEST_ZOOM); z >= shown; z--) {
        valued_level below = level;
        level.level = ik_cluster_level_join(below.level, (guint)z, &rule);
        level.values = values_new(clusters, level.level->clusters->len);
        sum_up(clusters, &below, &level);
        clear_level(&below);
    }
    return level;
}

/* ---- clusters as features ---- */

/* 999, "1.2k", "12k" */
static ik_value abbreviated(ik_arena *arena, guint32 count)
{
    const guint32 tenths = count / 100 + (count % 100 >= 50);
    g_autofree char *text =
        count >= 10000     ? g_strdup_printf("%uk", count / 1000 + (count % 1000 >= 500))
        : tenths % 10 == 0 ? g_strdup_printf("%uk", tenths / 10)
                           : g_strdup_printf("%u.%uk", tenths / 10, tenths % 10);
    return count < 1000 ? ik_value_number(count) : ik_value_string(ik_arena_copy(arena, text));
}

static ik_feature describe(const ik_cluster_source *clusters, const ik_cluster *cluster,
                           const ik_value *values)
{
    const ik_style_source *source = clusters->source;
    const ik_value id = ik_value_number((double)cluster->id);
    const guint n = N_OWN + source->n_cluster_properties;
    ik_attribute *attributes = ik_arena_alloc(clusters->arena, n, sizeof *attributes);
    attributes[0] = (ik_attribute){"cluster", ik_value_bool(true)};
    attributes[1] = (ik_attribute){"cluster_id", id};
    attributes[2] = (ik_attribute){"point_count", ik_value_number(cluster->count)};
    attributes[3] =
        (ik_attribute){"point_count_abbreviated", abbreviated(clusters->arena, cluster->count)};
    for (guint p = 0; p < source->n_cluster_properties; p++)
        attributes[N_OWN + p] = (ik_attribute){source->cluster_properties[p].name, values[p]};
    return (ik_feature){.id = id, .geometry = "Point", .attributes = attributes, .n_attributes = n};
}

static ik_lonlat middle_of(const ik_cluster *cluster)
{
    const double side_m = 2 * ik_mercator_from_lonlat((ik_lonlat){180, 0}).x;
    return ik_lonlat_from_mercator(
        (ik_mercator){(cluster->x - 0.5) * side_m, (0.5 - cluster->y) * side_m});
}

void ik_cluster_source_each(ik_cluster_source *clusters, double zoom, ik_cluster_source_fn call,
                            gpointer data)
{
    valued_level level = level_at(clusters, zoom);
    const guint n_values = clusters->source->n_cluster_properties;
    for (guint i = 0; i < level.level->clusters->len; i++) {
        const ik_cluster *cluster = &g_array_index(level.level->clusters, ik_cluster, i);
        if (cluster->count == 1) {
            const guint32 point = level.level->members[cluster->first];
            call(g_array_index(clusters->positions, ik_lonlat, point),
                 &g_array_index(clusters->features, ik_feature, point), data);
        } else {
            const ik_feature feature =
                describe(clusters, cluster, level.values + (gsize)i * n_values);
            call(middle_of(cluster), &feature, data);
        }
    }
    clear_level(&level);
}
