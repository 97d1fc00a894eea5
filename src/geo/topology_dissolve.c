/* topology_dissolve.c — walking along arcs round groups of faces.   [geo]
 *
 * An arc belongs to the outline of a group when the group lies on one side of it only. A walk
 * keeps its group on the left and takes the tightest left turn at every junction: so it stays
 * with one corner of the group where corners meet in a point. Where it comes back to a
 * vertex it has already touched, the loop in between is a ring of its own. Rings made like this
 * never touch themselves, and the inside of what they enclose hangs together, as OGC's rules for
 * polygons want it. All tests are exact, in integers.
 */
#include "topology_storage.h"

#include <stdlib.h>

/* An arc in one direction, with its group on the left. */
typedef struct {
    uint32_t group;
    ik_fixed_lonlat from;
    ik_arc_ref ref;
    bool used;
} dart;

/* A ring before it has its place among the polygons of its group. */
typedef struct {
    uint32_t first, count; /* into `refs` */
    uint32_t exterior;     /* of a hole: index of the ring around it, IK_NONE when there is none */
    double area2;          /* positive for an exterior ring */
} loop;

typedef struct {
    const ik_topology *topology;
    GArray *darts;                /* by group, start and reference */
    GArray *path;                 /* of darts: the walk since the last ring was cut off */
    GArray *refs;                 /* of all loops */
    GArray *loops;                /* of the group in work */
    GArray *points, *hole_points; /* scratch */
    ik_topology_storage *made;
    uint32_t orphan;
} walker;

static const ik_arc *arc_of(const walker *w, ik_arc_ref ref)
{
    return &w->topology->arcs[ref >= 0 ? ref : ~ref];
}

/* The k-th point of an arc, counted in the direction of the reference. */
static ik_fixed_lonlat point_along(const walker *w, ik_arc_ref ref, uint32_t k)
{
    const ik_arc *arc = arc_of(w, ref);
    return w->topology->points[arc->first + (ref >= 0 ? k : arc->count - 1 - k)];
}

static bool is_same_point(ik_fixed_lonlat a, ik_fixed_lonlat b)
{
    return a.lon_e6 == b.lon_e6 && a.lat_e6 == b.lat_e6;
}

/* Positive when `c` lies on the left of the line from `a` to `b`. */
static int64_t side_of(ik_fixed_lonlat a, ik_fixed_lonlat b, ik_fixed_lonlat c)
{
    return ((int64_t)b.lon_e6 - a.lon_e6) * ((int64_t)c.lat_e6 - a.lat_e6) -
           ((int64_t)b.lat_e6 - a.lat_e6) * ((int64_t)c.lon_e6 - a.lon_e6);
}

static int compare_starts(const dart *left, const dart *right)
{
    if (left->group != right->group) {
        return left->group < right->group ? -1 : 1;
    }
    if (left->from.lon_e6 != right->from.lon_e6) {
        return left->from.lon_e6 < right->from.lon_e6 ? -1 : 1;
    }
    return (left->from.lat_e6 > right->from.lat_e6) - (left->from.lat_e6 < right->from.lat_e6);
}

static int compare_darts(const void *a, const void *b)
{
    const dart *left = a, *right = b;
    int order = compare_starts(left, right);
    return order != 0 ? order : (left->ref > right->ref) - (left->ref < right->ref);
}

static uint32_t group_of(const uint32_t *group_of_face, uint32_t face)
{
    return face == IK_NONE ? IK_NONE : group_of_face[face];
}

static void collect_darts(walker *w, const uint32_t *group_of_face)
{
    for (uint32_t i = 0; i < w->topology->n_arcs; i++) {
        const ik_arc *arc = &w->topology->arcs[i];
        uint32_t left = group_of(group_of_face, arc->left);
        uint32_t right = group_of(group_of_face, arc->right);
        if (left == right) {
            continue;
        }
        ik_arc_ref refs[] = {(ik_arc_ref)i, ~(ik_arc_ref)i};
        uint32_t groups[] = {left, right};
        for (int k = 0; k < 2; k++) {
            if (groups[k] != IK_NONE) {
                dart d = {groups[k], point_along(w, refs[k], 0), refs[k], false};
                g_array_append_val(w->darts, d);
            }
        }
    }
    g_array_sort(w->darts, compare_darts);
}

static dart *dart_at(const walker *w, guint index)
{
    return &g_array_index(w->darts, dart, index);
}

/* Index of the first dart that starts where the group's walk has come to. */
static guint first_dart_at(const walker *w, const dart *key)
{
    guint low = 0, high = w->darts->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (compare_starts(dart_at(w, middle), key) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* How far to turn clockwise about `at` from `back` to `p`, in halves: 0 for less than half a turn,
 * 1 for exactly half, 2 for more. */
static int half_turns(ik_fixed_lonlat at, ik_fixed_lonlat back, ik_fixed_lonlat p)
{
    int64_t side = side_of(at, back, p);
    return side < 0 ? 0 : side == 0 ? 1 : 2;
}

/* Whether `p` comes before `q` when one turns clockwise about `at`, beginning at `back`. */
static bool comes_before(ik_fixed_lonlat at, ik_fixed_lonlat back, ik_fixed_lonlat p,
                         ik_fixed_lonlat q)
{
    int halves_p = half_turns(at, back, p), halves_q = half_turns(at, back, q);
    return halves_p != halves_q ? halves_p < halves_q : side_of(at, p, q) < 0;
}

/* The dart that leaves the end of `last` by the tightest left turn; NULL when all are used. */
static dart *tightest_turn(const walker *w, const dart *last)
{
    uint32_t count = arc_of(w, last->ref)->count;
    ik_fixed_lonlat at = point_along(w, last->ref, count - 1);
    ik_fixed_lonlat back = point_along(w, last->ref, count - 2);
    dart key = {.group = last->group, .from = at};
    dart *best = NULL;
    for (guint i = first_dart_at(w, &key); i < w->darts->len; i++) {
        dart *d = dart_at(w, i);
        if (compare_starts(d, &key) != 0) {
            break;
        }
        if (!d->used && (best == NULL || comes_before(at, back, point_along(w, d->ref, 1),
                                                      point_along(w, best->ref, 1)))) {
            best = d;
        }
    }
    return best;
}

/* Makes a ring of what has been walked since `start`. */
static void cut_off_loop(walker *w, guint start)
{
    loop l = {.first = w->refs->len, .count = w->path->len - start, .exterior = IK_NONE};
    for (guint i = start; i < w->path->len; i++) {
        g_array_append_val(w->refs, g_array_index(w->path, dart *, i)->ref);
    }
    ik_ring ring = {.first = l.first, .count = l.count};
    ik_topology view = *w->topology;
    view.refs = (const void *)w->refs->data;
    g_array_set_size(w->points, 0);
    ik_topology_ring_points(&view, &ring, false, w->points);
    l.area2 = ik_fixed_ring_area2((const void *)w->points->data, w->points->len);
    g_array_append_val(w->loops, l);
    g_array_set_size(w->path, start);
}

/* Cuts off a loop if the walk has come back to a vertex of its path. */
static void cut_off_at(walker *w, ik_fixed_lonlat at)
{
    for (guint i = w->path->len; i > 0; i--) {
        if (is_same_point(g_array_index(w->path, dart *, i - 1)->from, at)) {
            cut_off_loop(w, i - 1);
            return;
        }
    }
}

static void walk_from(walker *w, dart *start)
{
    for (dart *d = start; d != NULL; d = tightest_turn(w, d)) {
        d->used = true;
        g_array_append_val(w->path, d);
        cut_off_at(w, point_along(w, d->ref, arc_of(w, d->ref)->count - 1));
    }
    g_assert(w->path->len == 0);
}

static void load_loop(const walker *w, const loop *l, GArray *points)
{
    ik_ring ring = {.first = l->first, .count = l->count};
    ik_topology view = *w->topology;
    view.refs = (const void *)w->refs->data;
    g_array_set_size(points, 0);
    ik_topology_ring_points(&view, &ring, false, points);
}

/* Whether the middle of the segment `a`–`b` lies inside the ring: exact, in halves of a unit. The
 * middle never lies on the ring, because the two have no segment in common. */
static bool contains_middle(const GArray *ring, ik_fixed_lonlat a, ik_fixed_lonlat b)
{
    int64_t x = (int64_t)a.lon_e6 + b.lon_e6, y = (int64_t)a.lat_e6 + b.lat_e6;
    bool inside = false;
    ik_fixed_lonlat p = g_array_index(ring, ik_fixed_lonlat, ring->len - 1);
    for (guint i = 0; i < ring->len; i++) {
        ik_fixed_lonlat q = g_array_index(ring, ik_fixed_lonlat, i);
        int64_t py = 2 * (int64_t)p.lat_e6 - y, qy = 2 * (int64_t)q.lat_e6 - y;
        if ((py > 0) != (qy > 0)) {
            int64_t px = 2 * (int64_t)p.lon_e6 - x, qx = 2 * (int64_t)q.lon_e6 - x;
            int64_t side = px * qy - qx * py;
            inside ^= (side > 0) == (qy > py);
        }
        p = q;
    }
    return inside;
}

/* Finds the smallest exterior ring around a hole. */
static void nest_hole(walker *w, loop *hole)
{
    load_loop(w, hole, w->hole_points);
    ik_fixed_lonlat a = g_array_index(w->hole_points, ik_fixed_lonlat, 0);
    ik_fixed_lonlat b = g_array_index(w->hole_points, ik_fixed_lonlat, 1);
    double smallest = G_MAXDOUBLE;
    for (guint i = 0; i < w->loops->len; i++) {
        const loop *l = &g_array_index(w->loops, loop, i);
        if (l->area2 <= 0.0 || l->area2 >= smallest) {
            continue;
        }
        load_loop(w, l, w->points);
        if (contains_middle(w->points, a, b)) {
            smallest = l->area2;
            hole->exterior = i;
        }
    }
}

static int compare_loops(const void *a, const void *b)
{
    const loop *left = a, *right = b;
    if (left->area2 != right->area2) {
        return left->area2 > right->area2 ? -1 : 1;
    }
    return left->first < right->first ? -1 : left->first > right->first;
}

static void emit_ring(walker *w, const loop *l)
{
    GArray *refs = w->made->refs;
    ik_ring ring = {.first = refs->len, .count = l->count, .is_hole = l->area2 < 0.0};
    g_array_append_vals(refs, &g_array_index(w->refs, ik_arc_ref, l->first), l->count);
    g_array_append_val(w->made->rings, ring);
}

static void emit_holes_of(walker *w, uint32_t exterior)
{
    for (guint i = 0; i < w->loops->len; i++) {
        const loop *l = &g_array_index(w->loops, loop, i);
        if (l->area2 < 0.0 && l->exterior == exterior) {
            emit_ring(w, l);
        }
    }
}

/* Makes the polygons of a group, the largest first. */
static void emit_face(walker *w, uint32_t group)
{
    ik_face face = {.first = w->made->rings->len};
    g_array_sort(w->loops, compare_loops);
    for (guint i = 0; i < w->loops->len; i++) {
        loop *l = &g_array_index(w->loops, loop, i);
        if (l->area2 < 0.0) {
            nest_hole(w, l);
            w->orphan = l->exterior == IK_NONE ? MIN(w->orphan, group) : w->orphan;
        }
    }
    for (guint i = 0; i < w->loops->len; i++) {
        if (g_array_index(w->loops, loop, i).area2 > 0.0) {
            emit_ring(w, &g_array_index(w->loops, loop, i));
            emit_holes_of(w, i);
        }
    }
    emit_holes_of(w, IK_NONE);
    face.count = w->made->rings->len - face.first;
    g_array_append_val(w->made->faces, face);
    g_array_set_size(w->loops, 0);
    g_array_set_size(w->refs, 0);
}

static void walk_groups(walker *w, uint32_t n_groups)
{
    guint next = 0;
    for (uint32_t group = 0; group < n_groups; group++) {
        for (; next < w->darts->len && dart_at(w, next)->group == group; next++) {
            if (!dart_at(w, next)->used) {
                walk_from(w, dart_at(w, next));
            }
        }
        emit_face(w, group);
    }
}

static ik_topology_storage *storage_new(const ik_topology *topology)
{
    ik_topology_storage *storage = g_new0(ik_topology_storage, 1);
    storage->view.points = topology->points;
    storage->view.arcs = topology->arcs;
    storage->view.n_points = topology->n_points;
    storage->view.n_arcs = topology->n_arcs;
    storage->refs = g_array_new(FALSE, FALSE, sizeof(ik_arc_ref));
    storage->rings = g_array_new(FALSE, TRUE, sizeof(ik_ring));
    storage->faces = g_array_new(FALSE, FALSE, sizeof(ik_face));
    return storage;
}

static void storage_seal(ik_topology_storage *storage)
{
    ik_topology *view = &storage->view;
    view->refs = (const void *)storage->refs->data;
    view->rings = (const void *)storage->rings->data;
    view->faces = (const void *)storage->faces->data;
    view->n_refs = storage->refs->len;
    view->n_rings = storage->rings->len;
    view->n_faces = storage->faces->len;
}

ik_topology_storage *ik_topology_assemble(const ik_topology *topology,
                                          const uint32_t *group_of_face, uint32_t n_groups,
                                          uint32_t *orphan)
{
    walker w = {
        .topology = topology,
        .darts = g_array_new(FALSE, FALSE, sizeof(dart)),
        .path = g_array_new(FALSE, FALSE, sizeof(dart *)),
        .refs = g_array_new(FALSE, FALSE, sizeof(ik_arc_ref)),
        .loops = g_array_new(FALSE, FALSE, sizeof(loop)),
        .points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat)),
        .hole_points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat)),
        .made = storage_new(topology),
        .orphan = IK_NONE,
    };
    collect_darts(&w, group_of_face);
    walk_groups(&w, n_groups);
    storage_seal(w.made);
    GArray *scratch[] = {w.darts, w.path, w.refs, w.loops, w.points, w.hole_points};
    for (gsize i = 0; i < G_N_ELEMENTS(scratch); i++) {
        g_array_unref(scratch[i]);
    }
    *orphan = w.orphan;
    return w.made;
}

ik_topology *ik_topology_dissolve(const ik_topology *topology, const uint32_t *group_of_face,
                                  uint32_t n_groups)
{
    uint32_t orphan;
    return &ik_topology_assemble(topology, group_of_face, n_groups, &orphan)->view;
}
