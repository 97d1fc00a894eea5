/* mesh_join.c — edges end to end as arcs.   [tiling] */
#include "mesh.h"

#include "key_sort.h"

/* An edge seen from one of its ends. */
typedef struct {
    ik_tile_point at;
    guint edge;
    bool is_start;
} end;

typedef struct {
    const GArray *edges;
    GArray *ends; /* end, by place */
    guint8 *used; /* of each edge */
    guint *group; /* of each edge's start and end: the first end at that place */
    guint *size;  /* by that first end: how many meet there */
    GArray *points, *arcs;
} joiner;

static end end_of(const GArray *edges, guint number)
{
    const ik_mesh_edge *edge = &g_array_index(edges, ik_mesh_edge, number / 2);
    bool is_start = number % 2 == 0;
    return (end){is_start ? edge->a : edge->b, number / 2, is_start};
}

/* By place, ties by edge. */
static void sort_ends(joiner *j)
{
    guint n = 2 * j->edges->len;
    g_autofree ik_keyed *order = g_new(ik_keyed, n);
    for (guint i = 0; i < n; i++) {
        end e = end_of(j->edges, i);
        order[i] = (ik_keyed){(uint64_t)ik_key_of(e.at.x) << 32 | ik_key_of(e.at.y), i};
    }
    ik_keyed_sort(order, n);
    g_array_set_size(j->ends, n);
    for (guint i = 0; i < n; i++)
        g_array_index(j->ends, end, i) = end_of(j->edges, order[i].value);
}

static void group_ends(joiner *j)
{
    guint first = 0;
    for (guint i = 0; i < j->ends->len; i++) {
        const end *e = &g_array_index(j->ends, end, i);
        if (!ik_tile_point_equal(e->at, g_array_index(j->ends, end, first).at))
            first = i;
        j->group[2 * e->edge + (e->is_start ? 0 : 1)] = first;
        j->size[first]++;
    }
}

static void add_point(joiner *j, ik_tile_point p)
{
    ik_fixed_lonlat point = {p.x, -p.y};
    g_array_append_val(j->points, point);
}

/* Walks from an end to the next place where not two edges meet, or round to the start. */
static void walk(joiner *j, end from)
{
    const ik_mesh_edge *edge = &g_array_index(j->edges, ik_mesh_edge, from.edge);
    ik_arc arc = {.first = j->points->len,
                  .left = from.is_start ? edge->left : edge->right,
                  .right = from.is_start ? edge->right : edge->left};
    ik_tile_point start = from.at;
    add_point(j, start);
    for (;;) {
        edge = &g_array_index(j->edges, ik_mesh_edge, from.edge);
        ik_tile_point at = from.is_start ? edge->b : edge->a;
        j->used[from.edge] = 1;
        add_point(j, at);
        guint first = j->group[2 * from.edge + (from.is_start ? 1 : 0)];
        if (ik_tile_point_equal(at, start) || j->size[first] != 2)
            break;
        end next = g_array_index(j->ends, end, first);
        if (next.edge == from.edge)
            next = g_array_index(j->ends, end, first + 1);
        from = next;
    }
    arc.count = j->points->len - arc.first;
    g_array_append_val(j->arcs, arc);
}

void ik_mesh_join(const GArray *edges, GArray *points, GArray *arcs)
{
    joiner j = {edges,
                g_array_sized_new(FALSE, FALSE, sizeof(end), 2 * edges->len),
                g_new0(guint8, edges->len + 1),
                g_new(guint, 2 * edges->len + 1),
                g_new0(guint, 2 * edges->len + 1),
                points,
                arcs};
    sort_ends(&j);
    group_ends(&j);
    for (guint i = 0; i < j.ends->len; i += j.size[i])
        for (guint k = 0, n = j.size[i]; n != 2 && k < n; k++)
            if (!j.used[g_array_index(j.ends, end, i + k).edge])
                walk(&j, g_array_index(j.ends, end, i + k));
    for (guint i = 0; i < j.ends->len; i++)
        if (!j.used[g_array_index(j.ends, end, i).edge])
            walk(&j, g_array_index(j.ends, end, i));
    g_array_unref(j.ends);
    g_free(j.used);
    g_free(j.group);
    g_free(j.size);
}
