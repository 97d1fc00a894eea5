/* view_features.c — what a box shows of features drawn one by one.   [scene]
 *
 * Nothing is cut that lies near: of rings, runs of corners beyond one side of the box shrink to their ends; of
 * lines, the segments that may reach into the box are taken whole. So everything looks the same in
 * every box that sees it. What reaches further than a drawer can count is cut far outside.
 */
#include "view_features.h"

#include "grid_clip.h"

#include <math.h>

/* One item in one box. */
typedef struct {
    ik_view *view;
    const ik_scene_item *item;
    const ik_drawn_tile *tile;
    ik_tile_box box; /* of positions before they are shifted, with the margin */
    ik_tile_box far; /* beyond which drawers need not count */
} glance;

ik_tile_box ik_box_grow(const ik_tile_box *box, double margin_px)
{
    int32_t margin = (int32_t)ceil(margin_px * IK_UNITS_PER_PIXEL);
    return (ik_tile_box){box->min_x - margin, box->min_y - margin, box->max_x + margin,
                         box->max_y + margin};
}

bool ik_box_may_touch(const ik_tile_box *box, ik_tile_point a, ik_tile_point b)
{
    return !((a.x < box->min_x && b.x < box->min_x) || (a.x > box->max_x && b.x > box->max_x) ||
             (a.y < box->min_y && b.y < box->min_y) || (a.y > box->max_y && b.y > box->max_y));
}

/* Steps of a coarse grid, so that boxes beside each other mostly cut at the same places. */
#define FAR_STEP (1 << 20)

static int32_t far_down(int32_t units)
{
    return (int32_t)CLAMP(floor((double)units / FAR_STEP - 1) * FAR_STEP, -IK_GRID_LIMIT,
                          IK_GRID_LIMIT);
}

static int32_t far_up(int32_t units)
{
    return (int32_t)CLAMP(ceil((double)units / FAR_STEP + 1) * FAR_STEP, -IK_GRID_LIMIT,
                          IK_GRID_LIMIT);
}

static ik_tile_box far_box(const ik_tile_box *box)
{
    return (ik_tile_box){far_down(box->min_x), far_down(box->min_y), far_up(box->max_x),
                         far_up(box->max_y)};
}

static bool reaches_far(const glance *at, const ik_tile_box *box)
{
    return box->min_x < at->far.min_x || box->min_y < at->far.min_y || box->max_x > at->far.max_x ||
           box->max_y > at->far.max_y;
}

/* A clip that is moved stays on whole pixels: what it separates goes on beyond it on both sides. */
static int32_t whole_pixels(int32_t units)
{
    return (int32_t)lround((double)units / IK_UNITS_PER_PIXEL) * IK_UNITS_PER_PIXEL;
}

static ik_draw new_draw(const glance *at, ik_draw_kind kind, guint first)
{
    ik_draw draw = {.kind = kind, .first = first, .is_clipped = at->tile->is_clipped};
    int32_t dx = whole_pixels(at->item->drawn->shift.x);
    int32_t dy = whole_pixels(at->item->drawn->shift.y);
    const ik_clip *clip = &at->tile->clip;
    draw.clip = (ik_tile_box){clip->box.min_x + dx, clip->box.min_y + dy, clip->box.max_x + dx,
                              clip->box.max_y + dy};
    draw.n_clip_ring = at->tile->is_clipped ? clip->n_ring : 0;
    for (guint i = 0; i < draw.n_clip_ring; i++)
        draw.clip_ring[i] = (ik_tile_point){clip->ring[i].x + dx, clip->ring[i].y + dy};
    return draw;
}

static ik_tile_point shifted(const glance *at, ik_tile_point p)
{
    const ik_tile_point shift = at->item->drawn->shift;
    return (ik_tile_point){p.x + shift.x, p.y + shift.y};
}

/* ---- areas ---- */

enum { WEST = 1, EAST = 2, NORTH = 4, SOUTH = 8 };

static guint sides_of(const ik_tile_box *box, ik_tile_point p)
{
    return (p.x < box->min_x ? WEST : 0u) | (p.x > box->max_x ? EAST : 0u) |
           (p.y < box->min_y ? NORTH : 0u) | (p.y > box->max_y ? SOUTH : 0u);
}

/* A corner goes when it, all since the last one kept and the next lie beyond one side: the way from
 * the one kept to the next then passes the box on that side as the corners did.
 */
static void add_ring(const glance *at, const ik_tile_point *points, guint n)
{
    guint common = sides_of(&at->box, points[0]), all = common;
    guint first = at->view->fill_points->len;
    for (guint i = 0; i < n; i++) {
        guint here = sides_of(&at->box, points[i]);
        guint next = sides_of(&at->box, points[(i + 1) % n]);
        all &= here;
        if (i > 0 && (common & here & next) != 0) {
            common &= here;
            continue;
        }
        const ik_tile_point p = shifted(at, points[i]);
        common = here;
        g_array_append_val(at->view->fill_points, p);
    }
    guint end = at->view->fill_points->len;
    if (all != 0 || end - first < 3)
        g_array_set_size(at->view->fill_points, first);
    else
        g_array_append_val(at->view->ends, end);
}

static void add_far_ring(const glance *at, const ik_tile_point *points, guint n)
{
    g_autoptr(GArray) ring = g_array_sized_new(FALSE, FALSE, sizeof(ik_grid_position), n);
    g_autoptr(GArray) cut = g_array_new(FALSE, FALSE, sizeof(ik_tile_point));
    ik_grid_clip *clip = ik_grid_clip_new(&at->far);
    guint n_cut;
    for (guint i = 0; i < n; i++) {
        const ik_grid_position p = {points[i].x, points[i].y};
        g_array_append_val(ring, p);
    }
    const ik_grid_position *left =
        ik_grid_clip_ring(clip, (const ik_grid_position *)(gpointer)ring->data, n, &n_cut);
    for (guint i = 0; i < n_cut; i++) {
        ik_tile_point p;
        if (ik_grid_round(left[i], &p))
            g_array_append_val(cut, p);
    }
    if (cut->len >= 3)
        add_ring(at, (const ik_tile_point *)(gpointer)cut->data, cut->len);
    ik_grid_clip_free(clip);
}

static void add_area(const glance *at, const ik_drawn_feature *drawn)
{
    const ik_set_feature *feature = ik_feature_set_at(drawn->set, drawn->feature);
    const ik_fill_style *style =
        &g_array_index(at->item->drawn->fill_styles, ik_fill_style, drawn->style);
    ik_fill fill = {
        .paint = style->paint, .first_ring = at->view->ends->len, .pattern = style->pattern};
    for (guint part = 0; part < feature->n_parts; part++) {
        guint n;
        const ik_tile_point *points = ik_feature_set_part(drawn->set, feature, part, &n);
        if (n >= 3 && reaches_far(at, &feature->box))
            add_far_ring(at, points, n);
        else if (n >= 3)
            add_ring(at, points, n);
    }
    fill.n_rings = at->view->ends->len - fill.first_ring;
    if (fill.n_rings > 0)
        g_array_append_val(at->view->fills, fill);
}

static void look_at_areas(const glance *at)
{
    ik_view *view = at->view;
    ik_draw draw = new_draw(at, IK_DRAW_AREAS, view->fills->len);
    draw.is_rough = at->item->is_rough;
    for (guint i = 0; i < view->hits->len; i++)
        add_area(at, &g_array_index(at->tile->drawn, ik_drawn_feature,
                                    g_array_index(view->hits, guint32, i)));
    draw.count = view->fills->len - draw.first;
    if (draw.count > 0)
        g_array_append_val(view->draws, draw);
}

/* ---- strokes ---- */

/* A line on its way into the view. */
typedef struct {
    const glance *at;
    const ik_tile_point *points;
    guint n, n_segments;
    double length;
    bool is_open; /* the last path goes on at its last point */
} tracing;

static double segment_length(const tracing *t, guint segment)
{
    ik_tile_point a = t->points[segment], b = t->points[(segment + 1) % t->n];
    return hypot((double)b.x - a.x, (double)b.y - a.y);
}

static bool is_near(const tracing *t, guint segment)
{
    return ik_box_may_touch(&t->at->box, t->points[segment], t->points[(segment + 1) % t->n]);
}

static void end_path(tracing *t)
{
    GArray *paths = t->at->view->paths;
    if (!t->is_open)
        return;
    ik_path *path = &g_array_index(paths, ik_path, paths->len - 1);
    path->count = t->at->view->points->len - path->first;
    t->is_open = false;
}

static void add_segment(tracing *t, guint segment, double start)
{
    ik_view *view = t->at->view;
    if (!t->is_open) {
        const ik_path path = {.first = view->points->len, .start = start, .length = t->length};
        const ik_tile_point p = shifted(t->at, t->points[segment]);
        g_array_append_val(view->paths, path);
        g_array_append_val(view->points, p);
        t->is_open = true;
    }
    const ik_tile_point p = shifted(t->at, t->points[(segment + 1) % t->n]);
    g_array_append_val(view->points, p);
}

/* Where to begin with a ring, so that no path ends at its first corner without need: behind a
 * segment that is not seen. Dashes begin at the first corner, and so do paths with dashes.
 */
static guint first_segment(const tracing *t, bool is_ring, bool has_dashes)
{
    if (!is_ring || has_dashes)
        return 0;
    for (guint i = 0; i < t->n_segments; i++)
        if (!is_near(t, i))
            return (i + 1) % t->n_segments;
    return 0;
}

/* The part of a segment that drawers can count, as a path of its own. */
static void add_far_segment(tracing *t, guint segment, double start)
{
    ik_view *view = t->at->view;
    ik_grid_clip *clip = ik_grid_clip_new(&t->at->far);
    const ik_tile_point a = t->points[segment], b = t->points[(segment + 1) % t->n];
    const ik_grid_position ends[2] = {{a.x, a.y}, {b.x, b.y}};
    guint n = 0, n_runs = ik_grid_clip_line(clip, ends, 2);
    const ik_grid_position *part = n_runs > 0 ? ik_grid_clip_run(clip, 0, &n) : NULL;
    end_path(t);
    if (n == 2) {
        const ik_path path = {.first = view->points->len,
                              .count = 2,
                              .start = start + hypot(part[0].x - a.x, part[0].y - a.y),
                              .length = t->length};
        g_array_append_val(view->paths, path);
        for (guint i = 0; i < 2; i++) {
            ik_tile_point p = {0, 0};
            ik_grid_round(part[i], &p);
            p = shifted(t->at, p);
            g_array_append_val(view->points, p);
        }
    }
    ik_grid_clip_free(clip);
}

static bool is_far(const tracing *t, guint segment)
{
    const ik_tile_point a = t->points[segment], b = t->points[(segment + 1) % t->n];
    const ik_tile_box box = {MIN(a.x, b.x), MIN(a.y, b.y), MAX(a.x, b.x), MAX(a.y, b.y)};
    return reaches_far(t->at, &box);
}

static void trace(tracing *t, bool is_ring, bool has_dashes)
{
    GArray *paths = t->at->view->paths;
    guint begin = first_segment(t, is_ring, has_dashes), n_seen = 0, first_path = paths->len;
    double start = 0;
    t->length = 0;
    for (guint i = 0; i < t->n_segments; i++)
        t->length += segment_length(t, i);
    for (guint i = 0; i < begin; i++)
        start += segment_length(t, i);
    for (guint i = 0; i < t->n_segments; i++) {
        guint segment = (begin + i) % t->n_segments;
        if (segment == 0)
            start = 0;
        if (is_near(t, segment) && is_far(t, segment)) {
            add_far_segment(t, segment, start);
        } else if (is_near(t, segment)) {
            add_segment(t, segment, start);
            n_seen++;
        } else {
            end_path(t);
        }
        start += segment_length(t, segment);
    }
    end_path(t);
    /* All round, there are no ends that caps could mark. */
    if (is_ring && n_seen == t->n_segments && paths->len == first_path + 1)
        g_array_index(paths, ik_path, first_path).is_closed = true;
}

static bool is_loop(const ik_tile_point *points, guint n)
{
    return n > 3 && points[0].x == points[n - 1].x && points[0].y == points[n - 1].y;
}

static void trace_feature(const glance *at, const ik_drawn_feature *drawn, bool has_dashes)
{
    const ik_set_feature *feature = ik_feature_set_at(drawn->set, drawn->feature);
    for (guint part = 0; part < feature->n_parts; part++) {
        tracing t = {.at = at};
        t.points = ik_feature_set_part(drawn->set, feature, part, &t.n);
        bool is_ring = feature->shape == IK_SHAPE_POLYGON;
        if (t.n < 2)
            continue;
        if (!is_ring && is_loop(t.points, t.n)) {
            t.n--;
            is_ring = true;
        }
        t.n_segments = is_ring ? t.n : t.n - 1;
        trace(&t, is_ring, has_dashes);
    }
}

/* Closed paths repeat their first point. Strokes that hide what is under them may be drawn together
 * when they look alike; where ground shines through, every feature is seen for itself.
 */
static bool may_join(const ik_stroke *stroke)
{
    return stroke->paint.a >= 1 && stroke->gradient == NULL && stroke->pattern == NULL &&
           stroke->gap_width_px <= 0 && stroke->blur_px <= 0;
}

static void look_at_strokes(const glance *at)
{
    ik_view *view = at->view;
    guint32 last = G_MAXUINT32;
    for (guint i = 0; i < view->hits->len; i++) {
        const ik_drawn_feature *drawn = &g_array_index(at->tile->drawn, ik_drawn_feature,
                                                       g_array_index(view->hits, guint32, i));
        const ik_stroke *stroke = &g_array_index(at->item->drawn->strokes, ik_stroke, drawn->style);
        guint first = view->paths->len;
        trace_feature(at, drawn, stroke->n_dashes > 0);
        if (view->paths->len == first)
            continue;
        if (drawn->style == last && may_join(stroke)) {
            g_array_index(view->draws, ik_draw, view->draws->len - 1).count +=
                view->paths->len - first;
            continue;
        }
        ik_draw draw = new_draw(at, IK_DRAW_STROKE, first);
        draw.count = view->paths->len - first;
        draw.stroke = *stroke;
        g_array_append_val(view->draws, draw);
        last = drawn->style;
    }
}

/* ---- the item ---- */

static ik_tile_box unshift(const ik_tile_box *box, ik_tile_point shift)
{
    return (ik_tile_box){box->min_x - shift.x, box->min_y - shift.y, box->max_x - shift.x,
                         box->max_y - shift.y};
}

void ik_view_add_features(ik_view *view, const ik_scene_item *item, const ik_tile_box *box)
{
    const ik_drawn_features *drawn = item->drawn;
    ik_tile_box moved = unshift(box, drawn->shift);
    for (guint i = 0; i < drawn->tiles->len; i++) {
        glance at = {.view = view,
                     .item = item,
                     .tile = &g_array_index(drawn->tiles, ik_drawn_tile, i),
                     .far = far_box(&moved)};
        /* One pixel more for smooth edges. */
        at.box = ik_box_grow(&moved, drawn->margin_px + 1);
        if (at.tile->is_clipped && !ik_tile_box_intersects(&at.tile->clip.box, &at.box))
            continue;
        g_array_set_size(view->hits, 0);
        ik_packed_rtree_query(at.tile->index, &at.box, view->hits);
        if (item->kind == IK_DRAW_AREAS)
            look_at_areas(&at);
        else
            look_at_strokes(&at);
    }
}
