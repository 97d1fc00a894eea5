/* mesh_untangle.c — edges cut at their crossings, sides given out anew.   [tiling] */
#include "mesh.h"
#include "packed_rtree.h"

#include <math.h>
#include <stdlib.h>

#define MOST_ROUNDS 64

typedef struct {
    guint edge;
    ik_tile_point at;
    int64_t along; /* from the edge's start */
} cut;

typedef struct {
    const GArray *segments; /* ik_segment */
    GArray *cuts;           /* cut */
} cutter;

static void add_cut(cutter *c, guint edge, ik_tile_point at)
{
    ik_segment s = g_array_index(c->segments, ik_segment, edge);
    if (ik_tile_point_equal(at, s.a) || ik_tile_point_equal(at, s.b))
        return;
    int64_t along = ((int64_t)at.x - s.a.x) * ((int64_t)s.b.x - s.a.x) +
                    ((int64_t)at.y - s.a.y) * ((int64_t)s.b.y - s.a.y);
    cut found = {edge, at, along};
    g_array_append_val(c->cuts, found);
}

static bool lies_on(ik_segment s, ik_tile_point p)
{
    return ik_tile_point_side(s.a, s.b, p) == 0 && p.x >= MIN(s.a.x, s.b.x) &&
           p.x <= MAX(s.a.x, s.b.x) && p.y >= MIN(s.a.y, s.b.y) && p.y <= MAX(s.a.y, s.b.y);
}

static bool cut_pair(guint i, guint j, gpointer data)
{
    cutter *c = data;
    ik_segment s = g_array_index(c->segments, ik_segment, i);
    ik_segment t = g_array_index(c->segments, ik_segment, j);
    if (!ik_segments_conflict(s, t))
        return true;
    const ik_tile_point ends[] = {s.a, s.b, t.a, t.b};
    bool touches = false;
    for (guint k = 0; k < 4; k++) {
        if (!lies_on(k < 2 ? t : s, ends[k]))
            continue;
        add_cut(c, k < 2 ? j : i, ends[k]);
        touches = true;
    }
    if (touches)
        return true;
    double from = (double)ik_tile_point_side(t.a, t.b, s.a);
    double to = (double)ik_tile_point_side(t.a, t.b, s.b);
    double part = from / (from - to);
    ik_tile_point at = {(int32_t)lround(s.a.x + part * ((double)s.b.x - s.a.x)),
                        (int32_t)lround(s.a.y + part * ((double)s.b.y - s.a.y))};
    add_cut(c, i, at);
    add_cut(c, j, at);
    return true;
}

static int compare_cuts(const void *a, const void *b)
{
    const cut *left = a, *right = b;
    if (left->edge != right->edge)
        return left->edge < right->edge ? -1 : 1;
    return (left->along > right->along) - (left->along < right->along);
}

static void add_edge(GArray *edges, ik_tile_point a, ik_tile_point b, const ik_mesh_edge *from)
{
    ik_mesh_edge edge = {a, b, from->left, from->right};
    if (!ik_tile_point_equal(a, b))
        g_array_append_val(edges, edge);
}

static void apply_cuts(GArray *edges, const GArray *cuts)
{
    g_autoptr(GArray) made = g_array_new(FALSE, FALSE, sizeof(ik_mesh_edge));
    guint next = 0;
    for (guint i = 0; i < edges->len; i++) {
        const ik_mesh_edge *edge = &g_array_index(edges, ik_mesh_edge, i);
        ik_tile_point at = edge->a;
        for (; next < cuts->len && g_array_index(cuts, cut, next).edge == i; next++) {
            ik_tile_point to = g_array_index(cuts, cut, next).at;
            add_edge(made, at, to, edge);
            at = to;
        }
        add_edge(made, at, edge->b, edge);
    }
    g_array_set_size(edges, 0);
    g_array_append_vals(edges, made->data, made->len);
}

static GArray *segments_of(const GArray *edges)
{
    GArray *segments = g_array_sized_new(FALSE, FALSE, sizeof(ik_segment), edges->len);
    for (guint i = 0; i < edges->len; i++) {
        const ik_mesh_edge *edge = &g_array_index(edges, ik_mesh_edge, i);
        ik_segment segment = {edge->a, edge->b};
        g_array_append_val(segments, segment);
    }
    return segments;
}

static bool cut_once(GArray *edges)
{
    g_autoptr(GArray) segments = segments_of(edges);
    g_autoptr(GArray) cuts = g_array_new(FALSE, FALSE, sizeof(cut));
    cutter c = {segments, cuts};
    ik_segments_pairs((const ik_segment *)(gconstpointer)segments->data, segments->len, cut_pair,
                      &c);
    g_array_sort(cuts, compare_cuts);
    apply_cuts(edges, cuts);
    return cuts->len > 0;
}

/* ---- sides ---- */

static int compare_edges(const void *a, const void *b)
{
    const ik_mesh_edge *left = a, *right = b;
    const gint32 l[] = {left->a.x, left->a.y, left->b.x, left->b.y};
    const gint32 r[] = {right->a.x, right->a.y, right->b.x, right->b.y};
    for (guint i = 0; i < 4; i++)
        if (l[i] != r[i])
            return l[i] < r[i] ? -1 : 1;
    return 0;
}

/* Each edge from west to east, or north to south, sides exchanged where it is turned. */
static void turn_edges(GArray *edges)
{
    for (guint i = 0; i < edges->len; i++) {
        ik_mesh_edge *e = &g_array_index(edges, ik_mesh_edge, i);
        if (e->a.x > e->b.x || (e->a.x == e->b.x && e->a.y > e->b.y))
            *e = (ik_mesh_edge){e->b, e->a, e->right, e->left};
    }
    g_array_sort(edges, compare_edges);
}

/* How often each outline winds round a place. */
typedef struct {
    GArray *faces;  /* guint32 */
    GArray *counts; /* gint */
} winding;

static void wind(winding *w, guint32 face, gint by)
{
    for (guint i = 0; i < w->faces->len; i++) {
        if (g_array_index(w->faces, guint32, i) == face) {
            g_array_index(w->counts, gint, i) += by;
            return;
        }
    }
    g_array_append_val(w->faces, face);
    g_array_append_val(w->counts, by);
}

static guint32 owner(const winding *w)
{
    guint32 best = IK_NONE;
    for (guint i = 0; i < w->faces->len; i++)
        if (g_array_index(w->counts, gint, i) > 0)
            best = MIN(best, g_array_index(w->faces, guint32, i));
    return best;
}

/* Who owns the place a hair's breadth to the west of the middle of an edge; of a level edge, a hair's
 * breadth to the north or south. Counts what the ray from the far west crosses. */
typedef struct {
    const GArray *edges;
    const ik_packed_rtree *index;
    GArray *found;
    winding winding;
} looker;

static guint32 look_from_west(looker *l, guint number, bool is_beyond)
{
    const ik_mesh_edge *own = &g_array_index(l->edges, ik_mesh_edge, number);
    bool is_level = own->a.y == own->b.y;
    int64_t y2 = (int64_t)own->a.y + own->b.y; /* doubled */
    double x = ((double)own->a.x + own->b.x) / 2;
    const ik_tile_box row = {G_MININT32, MIN(own->a.y, own->b.y), MAX(own->a.x, own->b.x),
                             MAX(own->a.y, own->b.y)};
    bool is_south = !is_level || is_beyond;
    g_array_set_size(l->found, 0);
    g_array_set_size(l->winding.faces, 0);
    g_array_set_size(l->winding.counts, 0);
    wind(&l->winding, IK_NONE, 1);
    ik_packed_rtree_query(l->index, &row, l->found);
    for (guint i = 0; i < l->found->len; i++) {
        guint other = g_array_index(l->found, guint32, i);
        const ik_mesh_edge *e = &g_array_index(l->edges, ik_mesh_edge, other);
        int64_t ay = 2 * (int64_t)e->a.y, by = 2 * (int64_t)e->b.y;
        bool a_below = is_south ? ay > y2 : ay >= y2, b_below = is_south ? by > y2 : by >= y2;
        if (a_below == b_below)
            continue;
        bool is_own =
            !is_level && ik_tile_point_equal(e->a, own->a) && ik_tile_point_equal(e->b, own->b);
        double at = e->a.x + ((double)e->b.x - e->a.x) * (double)(y2 - ay) / (double)(by - ay);
        if (is_own ? !is_beyond : at >= x)
            continue;
        /* going north, east is on the right */
        bool is_north = b_below < a_below;
        wind(&l->winding, is_north ? e->right : e->left, 1);
        wind(&l->winding, is_north ? e->left : e->right, -1);
    }
    return owner(&l->winding);
}

static GArray *give_sides(const GArray *edges)
{
    GArray *made = g_array_new(FALSE, FALSE, sizeof(ik_mesh_edge));
    g_autoptr(GArray) boxes = g_array_new(FALSE, FALSE, sizeof(ik_tile_box));
    for (guint i = 0; i < edges->len; i++) {
        const ik_mesh_edge *e = &g_array_index(edges, ik_mesh_edge, i);
        ik_tile_box box = {e->a.x, e->a.y, e->a.x, e->a.y};
        ik_tile_box_add(&box, e->b);
        g_array_append_val(boxes, box);
    }
    g_autoptr(ik_packed_rtree) index =
        ik_packed_rtree_new((const ik_tile_box *)(gpointer)boxes->data, boxes->len);
    looker l = {
        edges,
        index,
        g_array_new(FALSE, FALSE, sizeof(guint32)),
        {g_array_new(FALSE, FALSE, sizeof(guint32)), g_array_new(FALSE, FALSE, sizeof(gint))}};
    for (guint i = 0; i < edges->len; i++) {
        ik_mesh_edge e = g_array_index(edges, ik_mesh_edge, i);
        if (i > 0 && compare_edges(&e, &g_array_index(edges, ik_mesh_edge, i - 1)) == 0)
            continue;
        guint32 before = look_from_west(&l, i, false), beyond = look_from_west(&l, i, true);
        /* before: west of it, or north; an edge that runs south has west on its right */
        bool is_left_before = e.b.y <= e.a.y;
        e.left = is_left_before ? before : beyond;
        e.right = is_left_before ? beyond : before;
        if (e.left != e.right)
            g_array_append_val(made, e);
    }
    g_array_unref(l.found);
    g_array_unref(l.winding.faces);
    g_array_unref(l.winding.counts);
    return made;
}

void ik_mesh_untangle(GArray *edges)
{
    for (guint round = 0; round < MOST_ROUNDS && cut_once(edges); round++) {
        turn_edges(edges);
    }
    turn_edges(edges);
    g_autoptr(GArray) made = give_sides(edges);
    g_array_set_size(edges, 0);
    g_array_append_vals(edges, made->data, made->len);
}
