/* feature_set.c — features of a source with their geometry on a scene's grid.   [scene] */
#include "feature_set.h"

#include "arena.h"
#include "grid_clip.h"

#include <math.h>
#include <string.h>

struct ik_feature_set {
    bool is_clipped, is_sealed;
    ik_clip clip;
    ik_arena *arena;         /* arrays inside attributes */
    GStringChunk *texts;     /* names and texts, each once */
    GArray *features;        /* ik_set_feature */
    GArray *first_attribute; /* guint, of each feature */
    GArray *attributes;      /* ik_attribute */
    GArray *points;          /* ik_tile_point */
    GArray *ends;            /* guint32, into points */
    ik_grid_clip *cutter;
    ik_set_feature open; /* being added */
};

ik_feature_set *ik_feature_set_new(const ik_clip *clip)
{
    ik_feature_set *set = g_new0(ik_feature_set, 1);
    set->is_clipped = clip != NULL;
    if (clip != NULL)
        set->clip = *clip;
    set->arena = ik_arena_new();
    set->texts = g_string_chunk_new(4096);
    set->features = g_array_new(FALSE, FALSE, sizeof(ik_set_feature));
    set->first_attribute = g_array_new(FALSE, FALSE, sizeof(guint));
    set->attributes = g_array_new(FALSE, FALSE, sizeof(ik_attribute));
    set->points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    set->ends = g_array_new(FALSE, FALSE, sizeof(guint32));
    set->cutter = ik_grid_clip_new(NULL);
    return set;
}

void ik_feature_set_free(ik_feature_set *set)
{
    if (set == NULL)
        return;
    ik_arena_free(set->arena);
    g_string_chunk_free(set->texts);
    g_array_unref(set->features);
    g_array_unref(set->first_attribute);
    g_array_unref(set->attributes);
    g_array_unref(set->points);
    g_array_unref(set->ends);
    ik_grid_clip_free(set->cutter);
    g_free(set);
}

/* ---- filling ---- */

static ik_value keep(ik_feature_set *set, ik_value value)
{
    if (value.type == IK_VALUE_STRING)
        value.string = g_string_chunk_insert_const(set->texts, value.string);
    if (value.type == IK_VALUE_ARRAY) {
        ik_value *items = ik_arena_alloc(set->arena, value.array.n, sizeof *items);
        for (guint i = 0; i < value.array.n; i++)
            items[i] = keep(set, value.array.items[i]);
        value.array.items = items;
    }
    if (value.type == IK_VALUE_OBJECT) {
        ik_attribute *members = ik_arena_alloc(set->arena, value.object.n, sizeof *members);
        for (guint i = 0; i < value.object.n; i++)
            members[i] = (ik_attribute){
                g_string_chunk_insert_const(set->texts, value.object.members[i].name),
                keep(set, value.object.members[i].value)};
        value.object.members = members;
    }
    return value;
}

void ik_feature_set_begin(ik_feature_set *set, ik_shape shape, ik_value id)
{
    static const char *const GEOMETRIES[] = {"Point", "LineString", "Polygon"};
    g_assert(!set->is_sealed);
    set->open = (ik_set_feature){.shape = shape,
                                 .first_part = set->ends->len,
                                 .box = {G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32}};
    set->open.feature.geometry = GEOMETRIES[shape];
    set->open.feature.id = keep(set, id);
    g_array_append_val(set->first_attribute, set->attributes->len);
}

void ik_feature_set_attribute(ik_feature_set *set, const char *name, ik_value value)
{
    const ik_attribute attribute = {g_string_chunk_insert_const(set->texts, name),
                                    keep(set, value)};
    set->open.feature.n_attributes++;
    g_array_append_val(set->attributes, attribute);
}

static void end_part(ik_feature_set *set)
{
    guint32 end = set->points->len;
    g_array_append_val(set->ends, end);
    set->open.n_parts++;
}

static void drop_points(ik_feature_set *set, guint first)
{
    g_array_set_size(set->points, first);
}

void ik_feature_set_point(ik_feature_set *set, ik_grid_position point)
{
    ik_tile_point rounded;
    if (!ik_grid_round(point, &rounded))
        return;
    g_array_append_val(set->points, rounded);
    end_part(set);
}

/* Positions that fall together with the one before say nothing. */
static void append_rounded(ik_feature_set *set, const ik_grid_position *points, guint n,
                           guint first)
{
    for (guint i = 0; i < n; i++) {
        ik_tile_point p;
        if (!ik_grid_round(points[i], &p))
            continue;
        guint last = set->points->len;
        if (last > first) {
            const ik_tile_point *before = &g_array_index(set->points, ik_tile_point, last - 1);
            if (before->x == p.x && before->y == p.y)
                continue;
        }
        g_array_append_val(set->points, p);
    }
}

void ik_feature_set_line(ik_feature_set *set, const ik_grid_position *points, guint n)
{
    guint n_runs = ik_grid_clip_line(set->cutter, points, n);
    for (guint run = 0; run < n_runs; run++) {
        guint n_points, first = set->points->len;
        const ik_grid_position *part = ik_grid_clip_run(set->cutter, run, &n_points);
        append_rounded(set, part, n_points, first);
        if (set->points->len - first >= 2)
            end_part(set);
        else
            drop_points(set, first);
    }
}

/* Twice the area, positive for a ring clockwise on screen; in double, as far as the grid reaches. */
static double area2(const ik_tile_point *points, guint n)
{
    double area = 0;
    for (guint i = 0; i < n; i++) {
        const ik_tile_point *a = &points[i], *b = &points[(i + 1) % n];
        area += (double)a->x * b->y - (double)b->x * a->y;
    }
    return area;
}

static void turn_round(ik_tile_point *points, guint n)
{
    for (guint i = 0; i < n / 2; i++) {
        ik_tile_point p = points[i];
        points[i] = points[n - 1 - i];
        points[n - 1 - i] = p;
    }
}

void ik_feature_set_label_point(ik_feature_set *set, ik_grid_position point)
{
    set->open.has_label_point = ik_grid_round(point, &set->open.label_point);
}

void ik_feature_set_ring(ik_feature_set *set, const ik_grid_position *points, guint n, bool is_hole)
{
    guint n_cut, first = set->points->len;
    const ik_grid_position *cut = ik_grid_clip_ring(set->cutter, points, n, &n_cut);
    append_rounded(set, cut, n_cut, first);
    guint count = set->points->len - first;
    if (count < 3) {
        drop_points(set, first);
        return;
    }
    ik_tile_point *ring = &g_array_index(set->points, ik_tile_point, first);
    while (count > 1 && ring[0].x == ring[count - 1].x && ring[0].y == ring[count - 1].y)
        count--;
    if (count < 3) {
        drop_points(set, first);
        return;
    }
    if ((area2(ring, count) < 0) != is_hole)
        turn_round(ring, count);
    drop_points(set, first + count);
    end_part(set);
}

bool ik_feature_set_end(ik_feature_set *set)
{
    if (set->open.n_parts == 0) {
        guint first = g_array_index(set->first_attribute, guint, set->features->len);
        g_array_set_size(set->attributes, first);
        g_array_set_size(set->first_attribute, set->features->len);
        return false;
    }
    guint first =
        set->open.first_part > 0 ? g_array_index(set->ends, guint32, set->open.first_part - 1) : 0;
    for (guint i = first; i < set->points->len; i++)
        ik_tile_box_add(&set->open.box, g_array_index(set->points, ik_tile_point, i));
    g_array_append_val(set->features, set->open);
    return true;
}

void ik_feature_set_seal(ik_feature_set *set)
{
    for (guint i = 0; i < set->features->len; i++) {
        guint first = g_array_index(set->first_attribute, guint, i);
        ik_feature *feature = &g_array_index(set->features, ik_set_feature, i).feature;
        /* A set without any attribute has no array yet. */
        feature->attributes =
            set->attributes->len == 0 ? NULL : &g_array_index(set->attributes, ik_attribute, first);
    }
    g_clear_pointer(&set->cutter, ik_grid_clip_free);
    set->is_sealed = true;
}

/* ---- reading ---- */

guint ik_feature_set_count(const ik_feature_set *set)
{
    g_assert(set->is_sealed);
    return set->features->len;
}

const ik_set_feature *ik_feature_set_at(const ik_feature_set *set, guint index)
{
    return &g_array_index(set->features, ik_set_feature, index);
}

const ik_tile_point *ik_feature_set_part(const ik_feature_set *set, const ik_set_feature *feature,
                                         guint part, guint *n)
{
    guint number = feature->first_part + part;
    guint32 first = number > 0 ? g_array_index(set->ends, guint32, number - 1) : 0;
    *n = g_array_index(set->ends, guint32, number) - first;
    return &g_array_index(set->points, ik_tile_point, first);
}

const ik_clip *ik_feature_set_clip(const ik_feature_set *set)
{
    return set->is_clipped ? &set->clip : NULL;
}

/* Whether the ray to the east crosses an edge, which is the same for both who share it. */
static bool crosses(ik_tile_point point, ik_tile_point a, ik_tile_point b)
{
    const ik_tile_point upper = a.y < b.y ? a : b, lower = a.y < b.y ? b : a;
    const double part = ((double)point.y - upper.y) / ((double)lower.y - upper.y);
    return (a.y > point.y) != (b.y > point.y) &&
           point.x < upper.x + part * ((double)lower.x - upper.x);
}

static bool is_in_ring(const ik_clip *clip, ik_tile_point point)
{
    bool is_inside = false;
    for (guint i = 0; i < clip->n_ring; i++)
        if (crosses(point, clip->ring[i], clip->ring[(i + 1) % clip->n_ring]))
            is_inside = !is_inside;
    return is_inside;
}

bool ik_feature_set_owns(const ik_feature_set *set, const ik_set_feature *feature,
                         ik_tile_point point)
{
    const ik_tile_box *box = &set->clip.box;
    if (!set->is_clipped || feature->shape == IK_SHAPE_POINT)
        return true;
    if (set->clip.n_ring > 0)
        return is_in_ring(&set->clip, point);
    return point.x >= box->min_x && point.x < box->max_x && point.y >= box->min_y &&
           point.y < box->max_y;
}
