/* scene_view.c — what a scene shows in a box.   [scene]
 *
 * Lines are never cut: of each border the segments that may reach into the box are taken whole, so
 * that a stroke looks the same in every box that sees it.
 */
#include "scene.h"

#include "scene_list.h"
#include "view_features.h"

#include <math.h>
#include <string.h>

/* One question. */
typedef struct {
    const ik_scene *scene;
    const ik_tile_box *box;
    ik_tile_box grown; /* by as much as a stroke reaches */
    ik_view *view;
    guint32 centre_owner; /* municipality at the middle of the box, once asked for */
    bool has_centre_owner;
} look;

void ik_view_init(ik_view *view)
{
    view->draws = g_array_new(FALSE, FALSE, sizeof(ik_draw));
    view->fills = g_array_new(FALSE, FALSE, sizeof(ik_fill));
    view->paths = g_array_new(FALSE, FALSE, sizeof(ik_path));
    view->fill_points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    view->ends = g_array_new(FALSE, FALSE, sizeof(guint));
    view->points = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    view->circles = g_array_new(FALSE, FALSE, sizeof(guint32));
    view->heats = g_array_new(FALSE, FALSE, sizeof(guint32));
    view->labels = g_array_new(FALSE, FALSE, sizeof(guint32));
    view->found = g_array_new(FALSE, FALSE, sizeof(guint32));
    view->hits = g_array_new(FALSE, FALSE, sizeof(guint32));
    view->faces = g_array_new(FALSE, FALSE, sizeof(guint32));
}

void ik_view_clear(ik_view *view)
{
    GArray *const arrays[] = {view->draws, view->fills,  view->paths,   view->fill_points,
                              view->ends,  view->points, view->circles, view->labels,
                              view->found, view->hits,   view->faces,   view->heats};
    for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
        if (arrays[i] != NULL)
            g_array_unref(arrays[i]);
    *view = (ik_view){0};
}

static void reset(ik_view *view)
{
    GArray *const arrays[] = {view->draws, view->fills,  view->paths,   view->fill_points,
                              view->ends,  view->points, view->circles, view->labels,
                              view->found, view->heats};
    for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
        g_array_set_size(arrays[i], 0);
}

bool ik_view_is_flat(const ik_view *view)
{
    for (guint i = 0; i < view->draws->len; i++) {
        const ik_draw *draw = &g_array_index(view->draws, ik_draw, i);
        if (draw->kind != IK_DRAW_COVER || draw->pattern != NULL || draw->is_clipped)
            return false;
    }
    return true;
}

static bool piece_may_touch(const ik_tiling *tiling, guint32 number, const ik_tile_box *box)
{
    const ik_tile_point *points = ik_tiling_piece_points(tiling, number);
    for (guint32 i = 1; i < ik_tiling_piece(tiling, number)->count; i++)
        if (ik_box_may_touch(box, points[i - 1], points[i]))
            return true;
    return false;
}

static void find_pieces(look *at)
{
    GArray *found = at->view->found;
    guint kept = 0;
    ik_tiling_find_pieces(at->scene->tiling, &at->grown, found);
    for (guint i = 0; i < found->len; i++) {
        guint32 number = g_array_index(found, guint32, i);
        if (piece_may_touch(at->scene->tiling, number, &at->grown))
            g_array_index(found, guint32, kept++) = number;
    }
    g_array_set_size(found, kept);
}

static guint32 owner_of_centre(look *at)
{
    const ik_tile_box *box = at->box;
    if (!at->has_centre_owner) {
        ik_tile_point centre = {box->min_x + (box->max_x - box->min_x) / 2,
                                box->min_y + (box->max_y - box->min_y) / 2};
        at->centre_owner = ik_tiling_locate(at->scene->tiling, centre);
        at->has_centre_owner = true;
    }
    return at->centre_owner;
}

/* ---- fills ---- */

static void add_face(GArray *faces, guint32 face)
{
    if (face == IK_NONE)
        return;
    for (guint i = 0; i < faces->len; i++)
        if (g_array_index(faces, guint32, i) == face)
            return;
    g_array_append_val(faces, face);
}

static int compare_faces(gconstpointer a, gconstpointer b)
{
    guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
    return x < y ? -1 : x > y;
}

/* The faces of a level that may reach into the box, in the order of their numbers; false when no border of theirs does, so that
 * one face (or none) covers it.
 */
static bool find_faces(look *at, ik_level level)
{
    static const guint WEAKEST[IK_N_LEVELS] = {IK_RANK_REGION, IK_RANK_DISTRICT,
                                               IK_RANK_MUNICIPALITY};
    const ik_division *division = ik_tiling_division(at->scene->tiling);
    bool has_border = false;
    g_array_set_size(at->view->faces, 0);
    add_face(at->view->faces, ik_division_face_of(division, level, owner_of_centre(at)));
    for (guint i = 0; i < at->view->found->len; i++) {
        guint32 number = g_array_index(at->view->found, guint32, i);
        guint32 arc = ik_tiling_piece(at->scene->tiling, number)->arc;
        if ((guint)ik_tiling_rank(at->scene->tiling, arc) > WEAKEST[level])
            continue;
        has_border = true;
        add_face(at->view->faces,
                 ik_division_face_of(division, level, ik_tiling_arc(at->scene->tiling, arc)->left));
        add_face(
            at->view->faces,
            ik_division_face_of(division, level, ik_tiling_arc(at->scene->tiling, arc)->right));
    }
    g_array_sort(at->view->faces, compare_faces);
    return has_border;
}

static void cover(look *at, const ik_scene_item *item)
{
    if (at->view->faces->len == 0)
        return;
    guint32 face = g_array_index(at->view->faces, guint32, 0);
    const ik_draw draw = {.kind = IK_DRAW_COVER,
                          .paint = item->faces[face],
                          .pattern = item->patterns != NULL ? item->patterns[face] : NULL};
    if (draw.paint.a > 0)
        g_array_append_val(at->view->draws, draw);
}

static void look_at_fills(look *at, const ik_scene_item *item)
{
    ik_view *view = at->view;
    if (!find_faces(at, item->level)) {
        cover(at, item);
        return;
    }
    ik_draw draw = {.kind = IK_DRAW_FILLS, .first = view->fills->len};
    for (guint i = 0; i < view->faces->len; i++) {
        guint32 face = g_array_index(view->faces, guint32, i);
        ik_fill fill = {.paint = item->faces[face],
                        .first_ring = view->ends->len,
                        .pattern = item->patterns != NULL ? item->patterns[face] : NULL};
        if (fill.paint.a <= 0)
            continue;
        ik_tiling_clip_face(at->scene->tiling, item->level, face, at->box, view->fill_points,
                            view->ends);
        fill.n_rings = view->ends->len - fill.first_ring;
        if (fill.n_rings > 0)
            g_array_append_val(view->fills, fill);
    }
    draw.count = view->fills->len - draw.first;
    if (draw.count > 0)
        g_array_append_val(view->draws, draw);
}

/* ---- borders ---- */

/* Paths under construction: `is_open` while the last one goes on at its last point. */
typedef struct {
    ik_view *view;
    guint32 arc;
    bool is_open;
} pen;

static void pen_up(pen *p)
{
    if (!p->is_open)
        return;
    ik_path *path = &g_array_index(p->view->paths, ik_path, p->view->paths->len - 1);
    path->count = p->view->points->len - path->first;
    p->is_open = false;
}

static void pen_line(pen *p, ik_tile_point from, ik_tile_point to, double start)
{
    if (!p->is_open) {
        ik_path path = {.first = p->view->points->len, .start = start};
        g_array_append_val(p->view->paths, path);
        g_array_append_val(p->view->points, from);
        p->is_open = true;
    }
    g_array_append_val(p->view->points, to);
}

static void draw_piece(const look *at, guint32 number, pen *p)
{
    const ik_piece *piece = ik_tiling_piece(at->scene->tiling, number);
    const ik_tile_point *points = ik_tiling_piece_points(at->scene->tiling, number);
    double start = piece->start;
    for (guint32 i = 1; i < piece->count; i++) {
        ik_tile_point a = points[i - 1], b = points[i];
        if (ik_box_may_touch(&at->grown, a, b))
            pen_line(p, a, b, start);
        else
            pen_up(p);
        start += hypot((double)b.x - a.x, (double)b.y - a.y);
    }
}

static bool same_point(ik_tile_point a, ik_tile_point b)
{
    return a.x == b.x && a.y == b.y;
}

/* A ring seen in parts begins and ends with the same vertex, which is none of its ends: what goes on
 * there is one path, or the caps of two would show where the vertex is. Dashes do begin there.
 */
static void join_seam(ik_view *view, guint first)
{
    if (first + 1 >= view->paths->len)
        return;
    ik_path *begin = &g_array_index(view->paths, ik_path, first);
    ik_path *end = &g_array_index(view->paths, ik_path, view->paths->len - 1);
    guint n = begin->count - 1, from = begin->first + 1;
    ik_tile_point seam = g_array_index(view->points, ik_tile_point, begin->first);
    if (!same_point(seam, g_array_index(view->points, ik_tile_point, end->first + end->count - 1)))
        return;
    /* The last path's points are the last of all. */
    g_array_set_size(view->points, view->points->len + n);
    ik_tile_point *points = (ik_tile_point *)(gpointer)view->points->data;
    memcpy(&points[end->first + end->count], &points[from], n * sizeof *points);
    end->count += n;
    begin->count = 0;
}

/* An island drawn all round has no ends that caps could mark. */
static void close_rings(ik_view *view, guint first)
{
    for (guint i = first; i < view->paths->len; i++) {
        ik_path *path = &g_array_index(view->paths, ik_path, i);
        if (path->count == 0)
            continue;
        ik_tile_point a = g_array_index(view->points, ik_tile_point, path->first);
        ik_tile_point b = g_array_index(view->points, ik_tile_point, path->first + path->count - 1);
        path->is_closed = path->count > 3 && same_point(a, b);
    }
}

static void end_arc(const pen *p, guint first, const ik_stroke *stroke)
{
    if (stroke->n_dashes == 0)
        join_seam(p->view, first);
}

static void look_at_stroke(look *at, const ik_ranked_stroke *ranked)
{
    ik_view *view = at->view;
    ik_draw draw = {.kind = IK_DRAW_STROKE, .first = view->paths->len, .stroke = ranked->stroke};
    pen p = {view, IK_NONE, false};
    guint32 last = IK_NONE;
    guint first_of_arc = view->paths->len;
    for (guint i = 0; i < view->found->len; i++) {
        guint32 number = g_array_index(view->found, guint32, i);
        guint32 arc = ik_tiling_piece(at->scene->tiling, number)->arc;
        if ((ranked->ranks & 1u << ik_tiling_rank(at->scene->tiling, arc)) == 0)
            continue;
        if (arc != p.arc || number != last + 1)
            pen_up(&p);
        if (arc != p.arc) {
            end_arc(&p, first_of_arc, &ranked->stroke);
            first_of_arc = view->paths->len;
        }
        draw_piece(at, number, &p);
        p.arc = arc;
        last = number;
    }
    pen_up(&p);
    end_arc(&p, first_of_arc, &ranked->stroke);
    if (ranked->stroke.n_dashes == 0)
        close_rings(view, draw.first);
    draw.count = view->paths->len - draw.first;
    if (draw.count > 0)
        g_array_append_val(view->draws, draw);
}

/* ---- circles, labels ---- */

static void look_at_hits(look *at, const ik_scene_item *item, const ik_packed_rtree *index,
                         GArray *list)
{
    ik_draw draw = {.kind = item->kind, .first = list->len, .ramp = item->ramp};
    GArray *hits = at->view->hits;
    /* Drawn at whole pixels or quarters, a thing may lie half a pixel beside its place; smooth
     * edges take another. */
    ik_tile_box around = ik_box_grow(at->box, 2);
    g_array_set_size(hits, 0);
    ik_packed_rtree_query(index, &around, hits);
    for (guint i = 0; i < hits->len; i++) {
        guint32 number = g_array_index(hits, guint32, i);
        if (number >= item->first && number - item->first < item->count)
            g_array_append_val(list, number);
    }
    draw.count = list->len - draw.first;
    if (draw.count > 0)
        g_array_append_val(at->view->draws, draw);
}

/* ---- pictures ---- */

static void look_at_pictures(const look *at, const ik_scene_item *item)
{
    for (guint i = item->first; i < item->first + item->count; i++) {
        const ik_picture *picture = &g_array_index(at->scene->pictures, ik_picture, i);
        const ik_draw draw = {.kind = IK_DRAW_PICTURE, .first = i, .count = 1};
        if (ik_tile_box_intersects(&picture->box, at->box))
            g_array_append_val(at->view->draws, draw);
    }
}

/* ---- the whole ---- */

static void look_at_own(look *at, const ik_scene_item *item)
{
    if (item->kind == IK_DRAW_FILLS)
        look_at_fills(at, item);
    for (guint i = 0; i < item->n_strokes; i++)
        look_at_stroke(at, &item->strokes[i]);
}

static void shift_from(GArray *points, guint first, ik_tile_point shift)
{
    for (guint i = first; i < points->len; i++) {
        ik_tile_point *p = &g_array_index(points, ik_tile_point, i);
        *p = (ik_tile_point){p->x + shift.x, p->y + shift.y};
    }
}

/* What is drawn elsewhere than it lies is looked for elsewhere. */
static void look_at_shifted(look *at, const ik_scene_item *item)
{
    const ik_tile_point shift = item->shift;
    const ik_tile_box box = {at->box->min_x - shift.x, at->box->min_y - shift.y,
                             at->box->max_x - shift.x, at->box->max_y - shift.y};
    look moved = {.scene = at->scene, .box = &box, .view = at->view};
    guint fill_points = at->view->fill_points->len, points = at->view->points->len;
    moved.grown = ik_box_grow(&box, at->scene->margin_px + 1);
    find_pieces(&moved);
    look_at_own(&moved, item);
    shift_from(at->view->fill_points, fill_points, shift);
    shift_from(at->view->points, points, shift);
    find_pieces(at);
}

/* A group without anything in it is none. */
static void end_group(ik_view *view, const ik_draw *draw)
{
    guint last = view->draws->len - 1;
    if (g_array_index(view->draws, ik_draw, last).kind == IK_DRAW_GROUP_BEGIN)
        g_array_set_size(view->draws, last);
    else
        g_array_append_val(view->draws, *draw);
}

static void look_at_item(look *at, const ik_scene_item *item)
{
    const ik_scene *scene = at->scene;
    ik_view *view = at->view;
    ik_draw draw = {.kind = item->kind, .paint = item->paint, .pattern = item->pattern};
    switch (item->kind) {
    case IK_DRAW_COVER:
    case IK_DRAW_GROUP_BEGIN: g_array_append_val(view->draws, draw); break;
    case IK_DRAW_GROUP_END: end_group(view, &draw); break;
    case IK_DRAW_FILLS:
    case IK_DRAW_AREAS:
    case IK_DRAW_STROKE:
        if (item->drawn != NULL)
            ik_view_add_features(view, item, at->box);
        else if (item->shift.x != 0 || item->shift.y != 0)
            look_at_shifted(at, item);
        else
            look_at_own(at, item);
        break;
    case IK_DRAW_CIRCLES: look_at_hits(at, item, scene->circle_index, view->circles); break;
    case IK_DRAW_HEAT: look_at_hits(at, item, scene->heat_index, view->heats); break;
    case IK_DRAW_PICTURE: look_at_pictures(at, item); break;
    case IK_DRAW_LABELS: look_at_hits(at, item, scene->label_index, view->labels); break;
    }
}

void ik_scene_look(const ik_scene *scene, const ik_tile_box *box, ik_view *view)
{
    look at = {.scene = scene, .box = box, .view = view};
    /* One pixel more for smooth edges. */
    at.grown = ik_box_grow(box, scene->margin_px + 1);
    reset(view);
    if (scene->tiling != NULL)
        find_pieces(&at);
    for (guint i = 0; i < scene->items->len; i++)
        look_at_item(&at, &g_array_index(scene->items, ik_scene_item, i));
}
