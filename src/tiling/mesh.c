/* mesh.c — simplification that takes back what went too far.   [tiling] */
#include "mesh.h"

#include "simplify.h"

#include <string.h>

/* Points as the arc has them on the grid, and which of them are kept. */
typedef struct {
    GArray *points; /* ik_tile_point, of all arcs */
    GArray *kept;   /* guint8 */
    GArray *spans;  /* guint32: first point of each arc, and the end */
    /* of the segments between kept points */
    GArray *segments;       /* ik_segment */
    GArray *from, *to;      /* guint32, into points */
    GArray *is_in_conflict; /* guint8 */
    GArray *arcs;           /* guint32, of each segment */
} sketch;

static void append_arc(sketch *s, const ik_world *world, guint32 n, double zoom)
{
    guint first = s->points->len;
    g_array_set_size(s->points, first + n);
    ik_tile_point *points = &g_array_index(s->points, ik_tile_point, first);
    guint kept = 0;
    ik_tile_points_from_world(world, n, zoom, points);
    for (guint32 i = 0; i < n; i++)
        if (kept == 0 || !ik_tile_point_equal(points[i], points[kept - 1]))
            points[kept++] = points[i];
    g_array_set_size(s->points, first + kept);
}

/* Marks what Douglas and Peucker keep. */
static void simplify_arc(sketch *s, guint first, GArray *work, GByteArray *scratch)
{
    guint n = s->points->len - first;
    g_array_set_size(s->kept, s->points->len);
    guint8 *kept = (guint8 *)(gpointer)s->kept->data + first;
    memset(kept, 0, n);
    kept[0] = kept[n - 1] = 1;
    if (n <= 2)
        return;
    g_array_set_size(work, 0);
    g_array_append_vals(work, &g_array_index(s->points, ik_tile_point, first), n);
    ik_simplify((ik_tile_point *)(gpointer)work->data, n, IK_MESH_TOLERANCE, scratch);
    memcpy(kept, scratch->data, n);
}

/* Whether a closed arc is too small to be seen. */
static bool is_too_small(const sketch *s, guint first, guint end)
{
    const ik_tile_point *p = (const ik_tile_point *)(gconstpointer)s->points->data;
    if (end - first == 1)
        return true;
    if (!ik_tile_point_equal(p[first], p[end - 1]))
        return false;
    int64_t area2 = 0;
    for (guint i = first + 1; i + 1 < end; i++)
        area2 += ik_tile_point_side(p[first], p[i], p[i + 1]);
    guint n_kept = 0;
    for (guint i = first; i < end; i++)
        n_kept += g_array_index(s->kept, guint8, i);
    return n_kept < 4 || ABS(area2) < IK_MESH_LEAST_AREA2;
}

static void collect_segments(sketch *s)
{
    GArray *all[] = {s->segments, s->from, s->to, s->arcs};
    for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
        g_array_set_size(all[i], 0);
    for (guint32 arc = 0; arc + 1 < s->spans->len; arc++) {
        guint32 end = g_array_index(s->spans, guint32, arc + 1);
        guint32 before = g_array_index(s->spans, guint32, arc);
        for (guint32 i = before + 1; i < end; i++) {
            if (!g_array_index(s->kept, guint8, i))
                continue;
            ik_segment segment = {g_array_index(s->points, ik_tile_point, before),
                                  g_array_index(s->points, ik_tile_point, i)};
            g_array_append_val(s->segments, segment);
            g_array_append_val(s->from, before);
            g_array_append_val(s->to, i);
            g_array_append_val(s->arcs, arc);
            before = i;
        }
    }
}

static bool note_conflict(guint i, guint j, gpointer data)
{
    sketch *s = data;
    const ik_segment *all = (const ik_segment *)(gconstpointer)s->segments->data;
    if (ik_segments_conflict(all[i], all[j])) {
        g_array_index(s->is_in_conflict, guint8, i) = 1;
        g_array_index(s->is_in_conflict, guint8, j) = 1;
    }
    return true;
}

/* Keeps the point farthest from the line between the ends; false when there is none between. */
static bool give_back(sketch *s, guint32 from, guint32 to)
{
    const ik_tile_point *p = (const ik_tile_point *)(gconstpointer)s->points->data;
    guint32 best = from;
    int64_t most = -1;
    bool is_loop = ik_tile_point_equal(p[from], p[to]);
    for (guint32 i = from + 1; i < to; i++) {
        int64_t dx = (int64_t)p[i].x - p[from].x, dy = (int64_t)p[i].y - p[from].y;
        int64_t d = is_loop ? dx * dx + dy * dy : ABS(ik_tile_point_side(p[from], p[to], p[i]));
        if (d > most) {
            most = d;
            best = i;
        }
    }
    if (best != from)
        g_array_index(s->kept, guint8, best) = 1;
    return best != from;
}

/* One round; true when a point was given back. `conflicts` counts segments. */
static bool refine(sketch *s, guint *conflicts)
{
    bool changed = false;
    collect_segments(s);
    g_array_set_size(s->is_in_conflict, s->segments->len);
    memset(s->is_in_conflict->data, 0, s->segments->len);
    ik_segments_pairs((const ik_segment *)(gconstpointer)s->segments->data, s->segments->len,
                      note_conflict, s);
    *conflicts = 0;
    for (guint i = 0; i < s->segments->len; i++) {
        if (!g_array_index(s->is_in_conflict, guint8, i))
            continue;
        *conflicts += 1;
        changed |=
            give_back(s, g_array_index(s->from, guint32, i), g_array_index(s->to, guint32, i));
    }
    return changed;
}

static void sketch_arcs(sketch *s, const ik_topology *borders, const ik_world *world, double zoom,
                        GArray *sides, guint *dropped)
{
    g_autoptr(GArray) work = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    g_autoptr(GByteArray) scratch = g_byte_array_new();
    guint32 first = 0;
    g_array_append_val(s->spans, first);
    for (guint32 i = 0; i < borders->n_arcs; i++) {
        const ik_arc *arc = &borders->arcs[i];
        append_arc(s, &world[arc->first], arc->count, zoom);
        simplify_arc(s, first, work, scratch);
        if (is_too_small(s, first, s->points->len)) {
            const ik_fixed_lonlat *p = &borders->points[arc->first];
            *dropped +=
                p[0].lon_e6 == p[arc->count - 1].lon_e6 && p[0].lat_e6 == p[arc->count - 1].lat_e6;
            g_array_set_size(s->points, first);
            continue;
        }
        first = s->points->len;
        g_array_append_val(s->spans, first);
        g_array_append_vals(sides, arc, 1);
    }
}

static GArray *edges_of(const sketch *s, const GArray *sides)
{
    GArray *edges = g_array_new(FALSE, FALSE, sizeof(ik_mesh_edge));
    for (guint i = 0; i < s->segments->len; i++) {
        ik_segment segment = g_array_index(s->segments, ik_segment, i);
        const ik_arc *arc = &g_array_index(sides, ik_arc, g_array_index(s->arcs, guint32, i));
        ik_mesh_edge edge = {segment.a, segment.b, arc->left, arc->right};
        if (!ik_tile_point_equal(edge.a, edge.b))
            g_array_append_val(edges, edge);
    }
    return edges;
}

static sketch *sketch_new(void)
{
    sketch *s = g_new0(sketch, 1);
    s->points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    s->kept = g_array_new(FALSE, FALSE, sizeof(guint8));
    s->spans = g_array_new(FALSE, FALSE, sizeof(guint32));
    s->segments = g_array_new(FALSE, FALSE, sizeof(ik_segment));
    s->from = g_array_new(FALSE, FALSE, sizeof(guint32));
    s->to = g_array_new(FALSE, FALSE, sizeof(guint32));
    s->is_in_conflict = g_array_new(FALSE, FALSE, sizeof(guint8));
    s->arcs = g_array_new(FALSE, FALSE, sizeof(guint32));
    return s;
}

static void sketch_free(sketch *s)
{
    GArray *all[] = {s->points, s->kept, s->spans,          s->segments,
                     s->from,   s->to,   s->is_in_conflict, s->arcs};
    for (gsize i = 0; i < G_N_ELEMENTS(all); i++)
        g_array_unref(all[i]);
    g_free(s);
}

ik_mesh *ik_mesh_new(const ik_topology *borders, const ik_world *world, double zoom)
{
    g_autoptr(GArray) sides = g_array_new(FALSE, FALSE, sizeof(ik_arc));
    ik_mesh *mesh = g_new0(ik_mesh, 1);
    sketch *s = sketch_new();
    guint conflicts;
    sketch_arcs(s, borders, world, zoom, sides, &mesh->dropped);
    while (refine(s, &conflicts))
        continue;
    g_autoptr(GArray) edges = edges_of(s, sides);
    sketch_free(s);
    if (conflicts > 0)
        ik_mesh_untangle(edges);
    mesh->points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    mesh->arcs = g_array_new(FALSE, FALSE, sizeof(ik_arc));
    ik_mesh_join(edges, mesh->points, mesh->arcs);
    mesh->view = (ik_topology){.points = (const ik_fixed_lonlat *)(gconstpointer)mesh->points->data,
                               .arcs = (const ik_arc *)(gconstpointer)mesh->arcs->data,
                               .n_points = mesh->points->len,
                               .n_arcs = mesh->arcs->len,
                               .n_faces = borders->n_faces};
    return mesh;
}

void ik_mesh_free(ik_mesh *mesh)
{
    if (mesh == NULL)
        return;
    g_array_unref(mesh->points);
    g_array_unref(mesh->arcs);
    g_free(mesh);
}
