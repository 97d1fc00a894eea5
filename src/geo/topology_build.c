/* topology_build.c — cutting a coverage into arcs.   [geo]
 *
 * Every ring runs with its face on the left. The two directed segments of two neighbours fall
 * on one edge, which then knows both its faces. A vertex where other than two edges meet, or
 * where the faces change, is a junction; the edges between two junctions are an arc. Vertices are
 * numbered in the order of their coordinates and edges in that of their vertices, so the result
 * depends on the coverage alone and not on the order of its rings.
 */
#include "topology_storage.h"

#include <ideenkarte/error.h>
#include <stdlib.h>
#include <string.h>

/* One directed segment of a ring, filed under its undirected edge. */
typedef struct {
    uint32_t low, high; /* vertices, low < high */
    uint32_t face;      /* on the left, walking as the ring does */
    bool upwards;       /* the ring goes from low to high */
} segment;

typedef struct {
    uint32_t low, high;
    uint32_t left, right; /* faces, walking from low to high */
    bool walked;
} edge;

typedef struct {
    const ik_coverage_rings *rings;
    GArray *vertices; /* ik_fixed_lonlat, ascending, each once */
    GArray *segments;
    GArray *edges;
    GArray *first_edge; /* of each vertex, into `around`; one more at the end */
    GArray *around;     /* edges of each vertex, by ascending neighbour */
    GArray *points, *arcs;
} cutter;

static int compare_points(const void *a, const void *b)
{
    const ik_fixed_lonlat *left = a, *right = b;
    if (left->lon_e6 != right->lon_e6) {
        return left->lon_e6 < right->lon_e6 ? -1 : 1;
    }
    return left->lat_e6 < right->lat_e6 ? -1 : left->lat_e6 > right->lat_e6;
}

static int compare_segments(const void *a, const void *b)
{
    const segment *left = a, *right = b;
    if (left->low != right->low) {
        return left->low < right->low ? -1 : 1;
    }
    if (left->high != right->high) {
        return left->high < right->high ? -1 : 1;
    }
    if (left->upwards != right->upwards) {
        return left->upwards ? -1 : 1;
    }
    return left->face < right->face ? -1 : left->face > right->face;
}

static edge *edge_at(const cutter *c, uint32_t index)
{
    return &g_array_index(c->edges, edge, index);
}

/* "7.123456 51.500000" */
static char *name_position(ik_fixed_lonlat p)
{
    char lon[G_ASCII_DTOSTR_BUF_SIZE], lat[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(lon, sizeof lon, "%.6f", p.lon_e6 / 1e6);
    g_ascii_formatd(lat, sizeof lat, "%.6f", p.lat_e6 / 1e6);
    return g_strdup_printf("%s %s", lon, lat);
}

static void set_error_at(GError **error, uint32_t face, const char *what, ik_fixed_lonlat p)
{
    g_autofree char *position = name_position(p);
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "face %u: %s at %s", face, what, position);
}

static bool check_ring(const ik_coverage_rings *rings, uint32_t ring, const ik_fixed_lonlat *points,
                       GError **error)
{
    uint32_t n = rings->ring_points[ring], face = rings->ring_faces[ring];
    g_assert(face < rings->n_faces);
    if (n < 3) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "face %u: ring of %u points, expected 3 or more", face, n);
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (compare_points(&points[i], &points[(i + 1) % n]) == 0) {
            set_error_at(error, face, "ring with a doubled point", points[i]);
            return false;
        }
    }
    if (ik_fixed_ring_area2(points, n) == 0.0) {
        set_error_at(error, face, "ring without area", points[0]);
        return false;
    }
    return true;
}

static bool check_rings(const ik_coverage_rings *rings, GError **error)
{
    const ik_fixed_lonlat *points = rings->points;
    for (uint32_t i = 0; i < rings->n_rings; i++) {
        if (!check_ring(rings, i, points, error)) {
            return false;
        }
        points += rings->ring_points[i];
    }
    return true;
}

static void collect_vertices(cutter *c)
{
    gsize n = 0;
    for (uint32_t i = 0; i < c->rings->n_rings; i++) {
        n += c->rings->ring_points[i];
    }
    g_array_append_vals(c->vertices, c->rings->points, (guint)n);
    if (n == 0) {
        return;
    }
    ik_fixed_lonlat *all = &g_array_index(c->vertices, ik_fixed_lonlat, 0);
    qsort(all, n, sizeof *all, compare_points);
    guint kept = 1;
    for (guint i = 1; i < n; i++) {
        if (compare_points(&all[i], &all[kept - 1]) != 0) {
            all[kept++] = all[i];
        }
    }
    g_array_set_size(c->vertices, kept);
}

static uint32_t find_vertex(const cutter *c, const ik_fixed_lonlat *point)
{
    const ik_fixed_lonlat *first = &g_array_index(c->vertices, ik_fixed_lonlat, 0);
    const ik_fixed_lonlat *found =
        bsearch(point, first, c->vertices->len, sizeof *first, compare_points);
    return (uint32_t)(found - first);
}

static void collect_segments(cutter *c)
{
    const ik_fixed_lonlat *points = c->rings->points;
    for (uint32_t i = 0; i < c->rings->n_rings; i++) {
        uint32_t n = c->rings->ring_points[i];
        uint32_t from = find_vertex(c, &points[n - 1]);
        for (uint32_t k = 0; k < n; k++) {
            uint32_t to = find_vertex(c, &points[k]);
            segment s = {MIN(from, to), MAX(from, to), c->rings->ring_faces[i], from < to};
            g_array_append_val(c->segments, s);
            from = to;
        }
        points += n;
    }
    g_array_sort(c->segments, compare_segments);
}

/* Files one segment on the edge of its predecessor or on a new one. */
static bool file_segment(cutter *c, const segment *s, GError **error)
{
    edge *last = c->edges->len > 0 ? edge_at(c, c->edges->len - 1) : NULL;
    if (last == NULL || last->low != s->low || last->high != s->high) {
        edge added = {s->low, s->high, IK_NONE, IK_NONE, false};
        g_array_append_val(c->edges, added);
        last = edge_at(c, c->edges->len - 1);
    }
    uint32_t *side = s->upwards ? &last->left : &last->right;
    uint32_t other = s->upwards ? last->right : last->left;
    ik_fixed_lonlat where = g_array_index(c->vertices, ik_fixed_lonlat, s->low);
    if (*side != IK_NONE) {
        g_autofree char *what = g_strdup_printf("overlaps face %u", *side);
        set_error_at(error, s->face, what, where);
        return false;
    }
    if (other == s->face) {
        set_error_at(error, s->face, "ring runs back on itself", where);
        return false;
    }
    *side = s->face;
    return true;
}

static bool collect_edges(cutter *c, GError **error)
{
    for (guint i = 0; i < c->segments->len; i++) {
        if (!file_segment(c, &g_array_index(c->segments, segment, i), error)) {
            return false;
        }
    }
    return true;
}

/* Edges are sorted, so each vertex meets those to lower neighbours first, then those to higher. */
static void collect_around(cutter *c)
{
    guint n = c->vertices->len;
    g_array_set_size(c->first_edge, n + 1);
    g_array_set_size(c->around, 2 * c->edges->len);
    uint32_t *first = (uint32_t *)(void *)c->first_edge->data;
    memset(first, 0, (n + 1) * sizeof *first);
    for (guint i = 0; i < c->edges->len; i++) {
        first[edge_at(c, i)->low + 1]++;
        first[edge_at(c, i)->high + 1]++;
    }
    for (guint v = 0; v < n; v++) {
        first[v + 1] += first[v];
    }
    g_autofree uint32_t *next = g_new(uint32_t, n + 1);
    memcpy(next, first, (n + 1) * sizeof *next);
    for (guint i = 0; i < c->edges->len; i++) {
        g_array_index(c->around, uint32_t, next[edge_at(c, i)->low]++) = i;
        g_array_index(c->around, uint32_t, next[edge_at(c, i)->high]++) = i;
    }
}

static guint degree(const cutter *c, uint32_t vertex)
{
    const uint32_t *first = &g_array_index(c->first_edge, uint32_t, vertex);
    return first[1] - first[0];
}

static uint32_t edge_around(const cutter *c, uint32_t vertex, guint k)
{
    uint32_t first = g_array_index(c->first_edge, uint32_t, vertex);
    return g_array_index(c->around, uint32_t, first + k);
}

/* The face on the left of an edge, walking away from `vertex`. */
static uint32_t left_leaving(const edge *e, uint32_t vertex)
{
    return e->low == vertex ? e->left : e->right;
}

static uint32_t right_leaving(const edge *e, uint32_t vertex)
{
    return e->low == vertex ? e->right : e->left;
}

static bool is_junction(const cutter *c, uint32_t vertex)
{
    if (degree(c, vertex) != 2) {
        return true;
    }
    const edge *a = edge_at(c, edge_around(c, vertex, 0));
    const edge *b = edge_at(c, edge_around(c, vertex, 1));
    return left_leaving(a, vertex) != right_leaving(b, vertex) ||
           right_leaving(a, vertex) != left_leaving(b, vertex);
}

/* Walks from `start` along an edge to the next junction, or round to `start` again. */
static void cut_arc(cutter *c, uint32_t start, uint32_t edge_index)
{
    const edge *e = edge_at(c, edge_index);
    ik_arc arc = {
        .first = c->points->len,
        .left = left_leaving(e, start),
        .right = right_leaving(e, start),
    };
    uint32_t vertex = start;
    g_array_append_val(c->points, g_array_index(c->vertices, ik_fixed_lonlat, vertex));
    for (;;) {
        edge *walked = edge_at(c, edge_index);
        walked->walked = true;
        vertex = walked->low == vertex ? walked->high : walked->low;
        g_array_append_val(c->points, g_array_index(c->vertices, ik_fixed_lonlat, vertex));
        if (vertex == start || is_junction(c, vertex)) {
            break;
        }
        uint32_t a = edge_around(c, vertex, 0);
        edge_index = a == edge_index ? edge_around(c, vertex, 1) : a;
    }
    arc.count = c->points->len - arc.first;
    g_array_append_val(c->arcs, arc);
}

/* Cuts the arcs that leave every junction, or, what is left then, the closed ones: each of those
 * starts at its smallest vertex because vertices are taken in ascending order. */
static void cut_arcs_from(cutter *c, bool junctions)
{
    for (uint32_t vertex = 0; vertex < c->vertices->len; vertex++) {
        if (is_junction(c, vertex) != junctions) {
            continue;
        }
        for (guint k = 0; k < degree(c, vertex); k++) {
            uint32_t index = edge_around(c, vertex, k);
            if (!edge_at(c, index)->walked) {
                cut_arc(c, vertex, index);
            }
        }
    }
}

static cutter cutter_new(const ik_coverage_rings *rings)
{
    return (cutter){
        .rings = rings,
        .vertices = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat)),
        .segments = g_array_new(FALSE, FALSE, sizeof(segment)),
        .edges = g_array_new(FALSE, FALSE, sizeof(edge)),
        .first_edge = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
        .around = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
        .points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat)),
        .arcs = g_array_new(FALSE, FALSE, sizeof(ik_arc)),
    };
}

static void cutter_clear(cutter *c)
{
    GArray *owned[] = {c->vertices, c->segments, c->edges, c->first_edge,
                       c->around,   c->points,   c->arcs};
    for (gsize i = 0; i < G_N_ELEMENTS(owned); i++) {
        g_array_unref(owned[i]);
    }
}

static bool cut(cutter *c, GError **error)
{
    collect_vertices(c);
    collect_segments(c);
    if (!collect_edges(c, error)) {
        return false;
    }
    collect_around(c);
    cut_arcs_from(c, true);
    cut_arcs_from(c, false);
    return true;
}

/* Every face needs an exterior ring, and every hole needs one around it. */
static bool check_faces(const ik_topology *topology, uint32_t orphan, GError **error)
{
    for (uint32_t i = 0; i < topology->n_faces; i++) {
        if (topology->faces[i].count == 0) {
            g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "face %u: no ring", i);
            return false;
        }
    }
    if (orphan != IK_NONE) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "face %u: hole that lies in none of its polygons", orphan);
        return false;
    }
    return true;
}

static ik_topology *assemble_faces(const cutter *c, GError **error)
{
    ik_topology cuts = {
        .points = (const void *)c->points->data,
        .arcs = (const void *)c->arcs->data,
        .n_points = c->points->len,
        .n_arcs = c->arcs->len,
        .n_faces = c->rings->n_faces,
    };
    g_autofree uint32_t *each_alone = g_new(uint32_t, cuts.n_faces + 1);
    for (uint32_t i = 0; i < cuts.n_faces; i++) {
        each_alone[i] = i;
    }
    uint32_t orphan = IK_NONE;
    ik_topology_storage *made = ik_topology_assemble(&cuts, each_alone, cuts.n_faces, &orphan);
    made->points = g_array_ref(c->points);
    made->arcs = g_array_ref(c->arcs);
    g_autoptr(ik_topology) topology = &made->view;
    return check_faces(topology, orphan, error) ? g_steal_pointer(&topology) : NULL;
}

ik_topology *ik_topology_build(const ik_coverage_rings *rings, GError **error)
{
    if (!check_rings(rings, error)) {
        return NULL;
    }
    cutter c = cutter_new(rings);
    ik_topology *topology = cut(&c, error) ? assemble_faces(&c, error) : NULL;
    cutter_clear(&c);
    return topology;
}
