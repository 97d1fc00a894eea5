/* tile_cut.c — arcs against a box, the box's border given to the faces inside.   [tiling] */
#include "tile_cut.h"

#include <math.h>
#include <stdlib.h>

/* Wider than this no box is tried: that would be a fault of the mesh. */
#define MOST_GROWTH 512

/* Where an arc goes through the border of the box. */
typedef struct {
    ik_tile_point at;
    guint32 before, after; /* whom the border belongs to, going round with the clock on screen */
    int64_t way;           /* round the box from its north-west corner */
} gate;

typedef struct {
    ik_tile_box box;
    ik_tile_point origin; /* of the tile */
    GArray *edges;        /* ik_mesh_edge, relative to the tile */
    GArray *gates;
    bool is_clean;
} knife;

static bool is_inside(const ik_tile_box *box, ik_tile_point p)
{
    return p.x > box->min_x && p.x < box->max_x && p.y > box->min_y && p.y < box->max_y;
}

static bool is_on_line(const ik_tile_box *box, ik_tile_point p)
{
    return p.x == box->min_x || p.x == box->max_x || p.y == box->min_y || p.y == box->max_y;
}

static int64_t way_to(const ik_tile_box *box, ik_tile_point p)
{
    int64_t width = (int64_t)box->max_x - box->min_x, height = (int64_t)box->max_y - box->min_y;
    if (p.y == box->min_y)
        return (int64_t)p.x - box->min_x;
    if (p.x == box->max_x)
        return width + (p.y - box->min_y);
    if (p.y == box->max_y)
        return width + height + (box->max_x - p.x);
    return 2 * width + height + (box->max_y - p.y);
}

static void add_edge(knife *k, ik_tile_point a, ik_tile_point b, const ik_arc *sides)
{
    ik_mesh_edge edge = {{a.x - k->origin.x, a.y - k->origin.y},
                         {b.x - k->origin.x, b.y - k->origin.y},
                         sides->left,
                         sides->right};
    g_array_append_val(k->edges, edge);
}

static void add_gate(knife *k, ik_tile_point at, const ik_arc *sides, bool is_exit)
{
    gate g = {at, is_exit ? sides->left : sides->right, is_exit ? sides->right : sides->left,
              way_to(&k->box, at)};
    g_array_append_val(k->gates, g);
}

/* The stretch of a–b within the box as parts of the whole; false when there is none. */
static bool stretch(const ik_tile_box *box, ik_tile_point a, ik_tile_point b, double *from,
                    double *to)
{
    const double d[] = {(double)b.x - a.x, (double)b.y - a.y};
    const double low[] = {(double)box->min_x - a.x, (double)box->min_y - a.y};
    const double high[] = {(double)box->max_x - a.x, (double)box->max_y - a.y};
    *from = 0;
    *to = 1;
    for (int i = 0; i < 2; i++) {
        if (d[i] == 0) {
            if (low[i] > 0 || high[i] < 0)
                return false;
            continue;
        }
        double t0 = low[i] / d[i], t1 = high[i] / d[i];
        *from = MAX(*from, MIN(t0, t1));
        *to = MIN(*to, MAX(t0, t1));
    }
    return *from <= *to;
}

/* A point of the border, rounded along it. */
static ik_tile_point at_part(const ik_tile_box *box, ik_tile_point a, ik_tile_point b, double part)
{
    double x = a.x + part * ((double)b.x - a.x), y = a.y + part * ((double)b.y - a.y);
    ik_tile_point p = {(gint32)lround(x), (gint32)lround(y)};
    double gaps[] = {fabs(x - box->min_x), fabs(x - box->max_x), fabs(y - box->min_y),
                     fabs(y - box->max_y)};
    int best = 0;
    for (int i = 1; i < 4; i++)
        best = gaps[i] < gaps[best] ? i : best;
    if (best < 2)
        p.x = best == 0 ? box->min_x : box->max_x;
    else
        p.y = best == 2 ? box->min_y : box->max_y;
    return p;
}

static void cut_segment(knife *k, ik_tile_point a, ik_tile_point b, const ik_arc *sides)
{
    bool a_in = is_inside(&k->box, a), b_in = is_inside(&k->box, b);
    double from, to;
    k->is_clean = k->is_clean && !is_on_line(&k->box, a) && !is_on_line(&k->box, b);
    if (a_in && b_in) {
        add_edge(k, a, b, sides);
        return;
    }
    if (!stretch(&k->box, a, b, &from, &to))
        return;
    ik_tile_point start = a_in ? a : at_part(&k->box, a, b, from);
    ik_tile_point end = b_in ? b : at_part(&k->box, a, b, to);
    if (ik_tile_point_equal(start, end)) {
        k->is_clean = false;
        return;
    }
    if (!a_in)
        add_gate(k, start, sides, false);
    if (!b_in)
        add_gate(k, end, sides, true);
    add_edge(k, start, end, sides);
}

static void cut_pieces(knife *k, const ik_tiling *tiling, const GArray *found)
{
    for (guint i = 0; i < found->len; i++) {
        guint32 number = g_array_index(found, guint32, i);
        const ik_piece *piece = ik_tiling_piece(tiling, number);
        const ik_tile_point *points = ik_tiling_piece_points(tiling, number);
        const ik_arc *sides = ik_tiling_arc(tiling, piece->arc);
        for (guint32 p = 1; p < piece->count; p++)
            cut_segment(k, points[p - 1], points[p], sides);
    }
}

static int compare_gates(const void *a, const void *b)
{
    const gate *left = a, *right = b;
    return (left->way > right->way) - (left->way < right->way);
}

static void add_border(knife *k, ik_tile_point a, ik_tile_point b, guint32 inside)
{
    const ik_arc sides = {.left = IK_NONE, .right = inside};
    if (inside != IK_NONE && !ik_tile_point_equal(a, b))
        add_edge(k, a, b, &sides);
}

/* Goes round the box with the clock; `owner` has the north-west corner when there is no gate. */
static void close_border(knife *k, guint32 owner)
{
    const ik_tile_box *box = &k->box;
    const ik_tile_point corners[] = {{box->min_x, box->min_y},
                                     {box->max_x, box->min_y},
                                     {box->max_x, box->max_y},
                                     {box->min_x, box->max_y}};
    g_array_sort(k->gates, compare_gates);
    guint n = k->gates->len, next = 0;
    ik_tile_point at = corners[0];
    guint32 inside = n > 0 ? g_array_index(k->gates, gate, n - 1).after : owner;
    for (guint side = 0; side < 4; side++) {
        int64_t end = side < 3 ? way_to(box, corners[side + 1]) : G_MAXINT64;
        for (; next < n && g_array_index(k->gates, gate, next).way < end; next++) {
            const gate *g = &g_array_index(k->gates, gate, next);
            k->is_clean = k->is_clean && g->before == inside && !ik_tile_point_equal(g->at, at);
            add_border(k, at, g->at, inside);
            at = g->at;
            inside = g->after;
        }
        add_border(k, at, corners[(side + 1) % 4], inside);
        at = corners[(side + 1) % 4];
    }
}

static bool is_apart(guint i, guint j, gpointer data)
{
    const ik_segment *all = data;
    return !ik_segments_conflict(all[i], all[j]);
}

static bool has_conflict(const GArray *edges)
{
    g_autofree ik_segment *segments = g_new(ik_segment, edges->len + 1);
    for (guint i = 0; i < edges->len; i++) {
        const ik_mesh_edge *edge = &g_array_index(edges, ik_mesh_edge, i);
        segments[i] = (ik_segment){edge->a, edge->b};
    }
    return !ik_segments_pairs(segments, edges->len, is_apart, segments);
}

static void make_faces(ik_tile_cut *cut, const ik_tiling *tiling)
{
    const ik_division *division = ik_tiling_division(tiling);
    const ik_topology view = {.points = (const ik_fixed_lonlat *)(gconstpointer)cut->points->data,
                              .arcs = (const ik_arc *)(gconstpointer)cut->arcs->data,
                              .n_points = cut->points->len,
                              .n_arcs = cut->arcs->len,
                              .n_faces = ik_division_territory(division)->n_municipalities};
    g_autofree guint32 *groups = g_new(guint32, view.n_faces + 1);
    for (guint level = 0; level < IK_N_LEVELS; level++) {
        for (guint32 i = 0; i < view.n_faces; i++)
            groups[i] = ik_division_face_of(division, (ik_level)level, i);
        cut->faces[level] = ik_topology_dissolve(
            &view, groups, ik_division_faces(division, (ik_level)level)->n_faces);
    }
}

static guint32 owner_of_corner(const ik_tiling *tiling, const ik_tile_box *box)
{
    return ik_tiling_locate(tiling, (ik_tile_point){box->min_x, box->min_y});
}

/* Cuts at a box `growth` units wider; false when that leaves pieces that touch. */
static bool try_cut(ik_tile_cut *cut, const ik_tiling *tiling, ik_tile tile, gint32 growth)
{
    const gint32 margin = IK_TILE_BUFFER + growth, size = IK_TILE_EXTENT;
    ik_tile_point origin = {(gint32)tile.x * size, (gint32)tile.y * size};
    cut->box = (ik_tile_box){origin.x - margin, origin.y - margin, origin.x + size + margin,
                             origin.y + size + margin};
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint32));
    ik_tiling_find_pieces(tiling, &cut->box, found);
    knife k = {cut->box, origin, g_array_new(FALSE, FALSE, sizeof(ik_mesh_edge)),
               g_array_new(FALSE, FALSE, sizeof(gate)), true};
    cut_pieces(&k, tiling, found);
    cut->is_plain = k.edges->len == 0 && k.is_clean;
    if (cut->is_plain) {
        cut->owner = owner_of_corner(tiling, &cut->box);
    } else {
        ik_mesh_join(k.edges, cut->line_points, cut->line_arcs);
        close_border(&k, k.gates->len == 0 ? owner_of_corner(tiling, &cut->box) : IK_NONE);
        k.is_clean = k.is_clean && !has_conflict(k.edges);
        if (k.is_clean)
            ik_mesh_join(k.edges, cut->points, cut->arcs);
    }
    g_array_unref(k.edges);
    g_array_unref(k.gates);
    return k.is_clean;
}

void ik_tile_cut_init(ik_tile_cut *cut, const ik_tiling *tiling, ik_tile tile)
{
    g_assert(ik_tiling_zoom(tiling) == tile.zoom);
    *cut = (ik_tile_cut){.owner = IK_NONE,
                         .points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat)),
                         .arcs = g_array_new(FALSE, FALSE, sizeof(ik_arc)),
                         .line_points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat)),
                         .line_arcs = g_array_new(FALSE, FALSE, sizeof(ik_arc))};
    gint32 growth = 0;
    while (!try_cut(cut, tiling, tile, growth)) {
        g_array_set_size(cut->line_points, 0);
        g_array_set_size(cut->line_arcs, 0);
        growth++;
        g_assert(growth <= MOST_GROWTH);
    }
    if (!cut->is_plain)
        make_faces(cut, tiling);
}

void ik_tile_cut_clear(ik_tile_cut *cut)
{
    g_array_unref(cut->points);
    g_array_unref(cut->arcs);
    g_array_unref(cut->line_points);
    g_array_unref(cut->line_arcs);
    for (guint level = 0; level < IK_N_LEVELS; level++)
        ik_topology_free(cut->faces[level]);
}
