/* tiling.c — the borders of one zoom level: generalised, cut into pieces, indexed.   [tiling] */
#include "tiling.h"

#include "mesh.h"
#include "packed_rtree.h"

#include <math.h>

#define PIECE_SEGMENTS 32u

typedef struct {
    guint32 first, n; /* pieces */
} arc_pieces;

struct ik_tiling {
    const ik_division *division;
    double zoom;
    GArray *points; /* ik_tile_point */
    GArray *pieces; /* ik_piece */
    GArray *boxes;  /* ik_tile_box of each piece */
    arc_pieces *arcs;
    ik_mesh *mesh;
    ik_topology *faces[IK_N_LEVELS]; /* of the mesh */
    ik_packed_rtree *index;
};

/* ---- building ---- */

static void add_pieces(ik_tiling *tiling, guint32 arc, const ik_tile_point *points, guint n)
{
    double length = 0;
    guint32 base = tiling->points->len;
    tiling->arcs[arc] = (arc_pieces){tiling->pieces->len, (n - 2) / PIECE_SEGMENTS + 1};
    g_array_append_vals(tiling->points, points, n);
    for (guint first = 0; first + 1 < n; first += PIECE_SEGMENTS) {
        guint last = MIN(first + PIECE_SEGMENTS, n - 1);
        ik_piece piece = {base + first, last - first + 1, arc, length};
        ik_tile_box box = {points[first].x, points[first].y, points[first].x, points[first].y};
        for (guint i = first + 1; i <= last; i++) {
            ik_tile_box_add(&box, points[i]);
            length +=
                hypot((double)points[i].x - points[i - 1].x, (double)points[i].y - points[i - 1].y);
        }
        g_array_append_val(tiling->pieces, piece);
        g_array_append_val(tiling->boxes, box);
    }
}

static void add_arc(ik_tiling *tiling, guint32 index, GArray *points)
{
    const ik_arc *arc = &tiling->mesh->view.arcs[index];
    g_array_set_size(points, arc->count);
    ik_tile_point *p = (ik_tile_point *)(gpointer)points->data;
    for (guint32 i = 0; i < arc->count; i++) {
        ik_fixed_lonlat from = tiling->mesh->view.points[arc->first + i];
        p[i] = (ik_tile_point){from.lon_e6, -from.lat_e6};
    }
    add_pieces(tiling, index, p, arc->count);
}

static void make_faces(ik_tiling *tiling)
{
    const ik_territory *territory = ik_division_territory(tiling->division);
    g_autofree guint32 *groups = g_new(guint32, territory->n_municipalities);
    for (guint level = 0; level < IK_N_LEVELS; level++) {
        const ik_topology *faces = ik_division_faces(tiling->division, (ik_level)level);
        for (guint32 i = 0; i < territory->n_municipalities; i++)
            groups[i] = ik_division_face_of(tiling->division, (ik_level)level, i);
        tiling->faces[level] = ik_topology_dissolve(&tiling->mesh->view, groups, faces->n_faces);
    }
}

ik_tiling *ik_tiling_new(const ik_division *division, double zoom)
{
    const ik_topology *borders = ik_division_territory(division)->borders;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    ik_tiling *tiling = g_new0(ik_tiling, 1);
    g_assert(zoom >= 0 && zoom <= IK_MAX_ZOOM);
    tiling->division = division;
    tiling->zoom = zoom;
    tiling->points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    tiling->pieces = g_array_new(FALSE, FALSE, sizeof(ik_piece));
    tiling->boxes = g_array_new(FALSE, FALSE, sizeof(ik_tile_box));
    tiling->mesh = ik_mesh_new(borders, ik_division_world(division), zoom);
    tiling->arcs = g_new0(arc_pieces, tiling->mesh->view.n_arcs);
    for (guint32 i = 0; i < tiling->mesh->view.n_arcs; i++)
        add_arc(tiling, i, points);
    make_faces(tiling);
    tiling->index =
        ik_packed_rtree_new((const ik_tile_box *)(gpointer)tiling->boxes->data, tiling->boxes->len);
    return tiling;
}

void ik_tiling_free(ik_tiling *tiling)
{
    if (tiling == NULL)
        return;
    g_array_unref(tiling->points);
    g_array_unref(tiling->pieces);
    g_array_unref(tiling->boxes);
    g_free(tiling->arcs);
    for (guint level = 0; level < IK_N_LEVELS; level++)
        ik_topology_free(tiling->faces[level]);
    ik_mesh_free(tiling->mesh);
    ik_packed_rtree_free(tiling->index);
    g_free(tiling);
}

double ik_tiling_zoom(const ik_tiling *tiling)
{
    return tiling->zoom;
}

const ik_division *ik_tiling_division(const ik_tiling *tiling)
{
    return tiling->division;
}

guint ik_tiling_dropped_arcs(const ik_tiling *tiling)
{
    return tiling->mesh->dropped;
}

static guint count_polygons(const ik_topology *faces, guint32 face)
{
    const ik_face *f = &faces->faces[face];
    guint n = 0;
    for (guint32 r = f->first; r < f->first + f->count; r++)
        n += !faces->rings[r].is_hole;
    return n;
}

guint ik_tiling_lost_polygons(const ik_tiling *tiling)
{
    const ik_topology *before = ik_division_faces(tiling->division, IK_LEVEL_MUNICIPALITY);
    const ik_topology *now = tiling->faces[IK_LEVEL_MUNICIPALITY];
    guint lost = 0;
    for (guint32 face = 0; face < before->n_faces; face++) {
        guint had = count_polygons(before, face), has = count_polygons(now, face);
        lost += had > has ? had - has : 0;
    }
    return lost;
}

const ik_arc *ik_tiling_arc(const ik_tiling *tiling, guint32 arc)
{
    return &tiling->mesh->view.arcs[arc];
}

ik_rank ik_tiling_rank(const ik_tiling *tiling, guint32 arc)
{
    const ik_arc *a = ik_tiling_arc(tiling, arc);
    return ik_division_rank_between(tiling->division, a->left, a->right);
}

const ik_piece *ik_tiling_piece(const ik_tiling *tiling, guint32 piece)
{
    return &g_array_index(tiling->pieces, ik_piece, piece);
}

const ik_tile_point *ik_tiling_piece_points(const ik_tiling *tiling, guint32 piece)
{
    return &g_array_index(tiling->points, ik_tile_point, ik_tiling_piece(tiling, piece)->first);
}

void ik_tiling_find_pieces(const ik_tiling *tiling, const ik_tile_box *box, GArray *found)
{
    ik_packed_rtree_query(tiling->index, box, found);
}

/* ---- point in face ---- */

/* The border next to the west of a point, and who lies on its east side. */
typedef struct {
    ik_tile_point point;
    double x;
    guint32 owner;
} western_border;

static void look_at_segment(western_border *west, const ik_arc *arc, ik_tile_point a,
                            ik_tile_point b)
{
    if ((a.y > west->point.y) == (b.y > west->point.y))
        return;
    double x = a.x + ((double)b.x - a.x) * ((double)west->point.y - a.y) / ((double)b.y - a.y);
    if (x > west->point.x || x <= west->x)
        return;
    west->x = x;
    /* y grows south: walking north, east is on the right. */
    west->owner = b.y < a.y ? arc->right : arc->left;
}

guint32 ik_tiling_locate(const ik_tiling *tiling, ik_tile_point point)
{
    const ik_topology *borders = &tiling->mesh->view;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint32));
    const ik_tile_box row = {G_MININT32, point.y, point.x, point.y};
    western_border west = {point, -INFINITY, IK_NONE};
    ik_tiling_find_pieces(tiling, &row, found);
    for (guint i = 0; i < found->len; i++) {
        guint32 number = g_array_index(found, guint32, i);
        const ik_piece *piece = ik_tiling_piece(tiling, number);
        const ik_tile_point *points = ik_tiling_piece_points(tiling, number);
        for (guint32 k = 1; k < piece->count; k++)
            look_at_segment(&west, &borders->arcs[piece->arc], points[k - 1], points[k]);
    }
    return west.owner;
}

/* ---- outlines ---- */

enum { BEYOND_WEST = 1, BEYOND_EAST = 2, BEYOND_NORTH = 4, BEYOND_SOUTH = 8 };

/* Drops runs of points beyond one side while a ring goes by. */
typedef struct {
    const ik_tile_box *box;
    GArray *points;
    guint first;           /* of this ring in points */
    ik_tile_point pending; /* the last point seen, not appended yet */
    guint sides;           /* beyond which all since the last appended one lie, pending included */
    guint all_sides;       /* beyond which the whole ring lies */
} clipper;

static guint sides_of_point(const ik_tile_box *box, ik_tile_point p)
{
    return (p.x < box->min_x ? BEYOND_WEST : 0u) | (p.x > box->max_x ? BEYOND_EAST : 0u) |
           (p.y < box->min_y ? BEYOND_NORTH : 0u) | (p.y > box->max_y ? BEYOND_SOUTH : 0u);
}

static guint sides_of_box(const ik_tile_box *box, const ik_tile_box *inner)
{
    return (inner->max_x < box->min_x ? BEYOND_WEST : 0u) |
           (inner->min_x > box->max_x ? BEYOND_EAST : 0u) |
           (inner->max_y < box->min_y ? BEYOND_NORTH : 0u) |
           (inner->min_y > box->max_y ? BEYOND_SOUTH : 0u);
}

/* The ring goes on to `p`; everything on the way, `p` included, lies beyond `sides`. */
static void clip_to(clipper *clip, ik_tile_point p, guint sides)
{
    clip->all_sides &= sides;
    if ((clip->sides & sides) == 0) {
        g_array_append_val(clip->points, clip->pending);
        clip->sides = sides_of_point(clip->box, clip->pending);
    }
    clip->sides &= sides;
    clip->pending = p;
}

static void clip_piece(const ik_tiling *tiling, guint32 number, bool is_forward, clipper *clip)
{
    const ik_piece *piece = ik_tiling_piece(tiling, number);
    const ik_tile_point *points = ik_tiling_piece_points(tiling, number);
    guint sides = sides_of_box(clip->box, &g_array_index(tiling->boxes, ik_tile_box, number));
    guint32 n = piece->count;
    if (sides != 0) {
        clip_to(clip, points[is_forward ? n - 1 : 0], sides);
        return;
    }
    for (guint32 i = 1; i < n; i++) {
        ik_tile_point p = points[is_forward ? i : n - 1 - i];
        clip_to(clip, p, sides_of_point(clip->box, p));
    }
}

static ik_tile_point first_point(const ik_tiling *tiling, ik_arc_ref ref)
{
    const arc_pieces *arc = &tiling->arcs[ref >= 0 ? ref : ~ref];
    guint32 number = ref >= 0 ? arc->first : arc->first + arc->n - 1;
    const ik_piece *piece = ik_tiling_piece(tiling, number);
    return ik_tiling_piece_points(tiling, number)[ref >= 0 ? 0 : piece->count - 1];
}

static void clip_ring(const ik_tiling *tiling, const ik_topology *faces, const ik_ring *ring,
                      const ik_tile_box *box, GArray *points, GArray *ends)
{
    const ik_arc_ref *refs = &faces->refs[ring->first];
    clipper clip = {.box = box, .points = points, .first = points->len};
    clip.pending = first_point(tiling, refs[0]);
    clip.sides = sides_of_point(box, clip.pending);
    clip.all_sides = clip.sides;
    g_array_append_val(points, clip.pending);
    for (uint32_t r = 0; r < ring->count; r++) {
        bool is_forward = refs[r] >= 0;
        const arc_pieces *arc = &tiling->arcs[is_forward ? refs[r] : ~refs[r]];
        for (guint32 i = 0; i < arc->n; i++)
            clip_piece(tiling, arc->first + (is_forward ? i : arc->n - 1 - i), is_forward, &clip);
    }
    g_array_append_val(points, clip.pending);
    if (clip.all_sides != 0)
        g_array_set_size(points, clip.first);
    else
        g_array_append_val(ends, points->len);
}

void ik_tiling_clip_face(const ik_tiling *tiling, ik_level level, guint32 face,
                         const ik_tile_box *box, GArray *points, GArray *ends)
{
    const ik_topology *faces = tiling->faces[level];
    const ik_face *f = &faces->faces[face];
    for (guint32 r = f->first; r < f->first + f->count; r++)
        clip_ring(tiling, faces, &faces->rings[r], box, points, ends);
}
