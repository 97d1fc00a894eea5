/* grid_clip.c — positions of any size brought onto the grid.   [scene] */
#include "grid_clip.h"

#include <math.h>

struct ik_grid_clip {
    GArray *points, *other; /* ik_grid_position */
    GArray *ends;           /* guint, of runs */
};

ik_grid_clip *ik_grid_clip_new(void)
{
    ik_grid_clip *clip = g_new0(ik_grid_clip, 1);
    clip->points = g_array_new(FALSE, FALSE, sizeof(ik_grid_position));
    clip->other = g_array_new(FALSE, FALSE, sizeof(ik_grid_position));
    clip->ends = g_array_new(FALSE, FALSE, sizeof(guint));
    return clip;
}

void ik_grid_clip_free(ik_grid_clip *clip)
{
    if (clip == NULL)
        return;
    g_array_unref(clip->points);
    g_array_unref(clip->other);
    g_array_unref(clip->ends);
    g_free(clip);
}

static bool is_on_grid(ik_grid_position p)
{
    return fabs(p.x) <= IK_GRID_LIMIT && fabs(p.y) <= IK_GRID_LIMIT; /* false for NaN */
}

bool ik_grid_round(ik_grid_position position, ik_tile_point *rounded)
{
    if (!is_on_grid(position))
        return false;
    *rounded = (ik_tile_point){(int32_t)floor(position.x + 0.5), (int32_t)floor(position.y + 0.5)};
    return true;
}

static bool all_on_grid(const ik_grid_position *points, guint n)
{
    for (guint i = 0; i < n; i++)
        if (!is_on_grid(points[i]))
            return false;
    return true;
}

/* Copies what is finite; infinity times nothing is not a number either. */
static void copy_finite(GArray *to, const ik_grid_position *points, guint n)
{
    g_array_set_size(to, 0);
    for (guint i = 0; i < n; i++)
        if (isfinite(points[i].x) && isfinite(points[i].y))
            g_array_append_val(to, points[i]);
}

/* ---- lines ---- */

/* Liang and Barsky: narrows the part of a segment, `from` to `to` of 0..1, to one side of the grid. */
static bool narrow(double step, double room, double *from, double *to)
{
    if (step == 0)
        return room >= 0;
    double t = room / step;
    if (step < 0)
        *from = MAX(*from, t);
    else
        *to = MIN(*to, t);
    return *from <= *to;
}

static bool cut_segment(ik_grid_position *a, ik_grid_position *b)
{
    const double limit = IK_GRID_LIMIT;
    double from = 0, to = 1, dx = b->x - a->x, dy = b->y - a->y;
    if (!narrow(-dx, a->x + limit, &from, &to) || !narrow(dx, limit - a->x, &from, &to) ||
        !narrow(-dy, a->y + limit, &from, &to) || !narrow(dy, limit - a->y, &from, &to))
        return false;
    const ik_grid_position start = *a;
    if (from > 0)
        *a = (ik_grid_position){CLAMP(start.x + from * dx, -limit, limit),
                                CLAMP(start.y + from * dy, -limit, limit)};
    if (to < 1)
        *b = (ik_grid_position){CLAMP(start.x + to * dx, -limit, limit),
                                CLAMP(start.y + to * dy, -limit, limit)};
    return true;
}

static void end_run(ik_grid_clip *clip)
{
    guint end = clip->points->len;
    guint before = clip->ends->len > 0 ? g_array_index(clip->ends, guint, clip->ends->len - 1) : 0;
    if (end > before)
        g_array_append_val(clip->ends, end);
}

static void cut_line(ik_grid_clip *clip)
{
    const GArray *line = clip->other;
    for (guint i = 1; i < line->len; i++) {
        ik_grid_position a = g_array_index(line, ik_grid_position, i - 1);
        ik_grid_position b = g_array_index(line, ik_grid_position, i);
        bool starts = i == 1 || !is_on_grid(a), ends = !is_on_grid(b);
        if (!cut_segment(&a, &b))
            continue;
        if (starts) {
            end_run(clip);
            g_array_append_val(clip->points, a);
        }
        g_array_append_val(clip->points, b);
        if (ends)
            end_run(clip);
    }
    end_run(clip);
}

guint ik_grid_clip_line(ik_grid_clip *clip, const ik_grid_position *points, guint n)
{
    g_array_set_size(clip->points, 0);
    g_array_set_size(clip->ends, 0);
    if (all_on_grid(points, n)) {
        if (n > 0)
            g_array_append_vals(clip->points, points, n);
        end_run(clip);
        return clip->ends->len;
    }
    copy_finite(clip->other, points, n);
    cut_line(clip);
    return clip->ends->len;
}

const ik_grid_position *ik_grid_clip_run(const ik_grid_clip *clip, guint run, guint *n)
{
    guint first = run > 0 ? g_array_index(clip->ends, guint, run - 1) : 0;
    *n = g_array_index(clip->ends, guint, run) - first;
    return &g_array_index(clip->points, ik_grid_position, first);
}

/* ---- rings ---- */

/* How far inside a side of the grid a position lies: side 0 west, 1 east, 2 north, 3 south. */
static double inside(ik_grid_position p, guint side)
{
    const double limit = IK_GRID_LIMIT;
    switch (side) {
    case 0: return p.x + limit;
    case 1: return limit - p.x;
    case 2: return p.y + limit;
    default: return limit - p.y;
    }
}

static ik_grid_position on_side(ik_grid_position a, ik_grid_position b, guint side)
{
    const double limit = IK_GRID_LIMIT;
    double da = inside(a, side), t = da / (da - inside(b, side));
    ik_grid_position p = {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
    if (side < 2)
        p.x = side == 0 ? -limit : limit;
    else
        p.y = side == 2 ? -limit : limit;
    return p;
}

static void cut_side(const GArray *from, GArray *to, guint side)
{
    g_array_set_size(to, 0);
    for (guint i = 0; i < from->len; i++) {
        ik_grid_position a = g_array_index(from, ik_grid_position, i > 0 ? i - 1 : from->len - 1);
        ik_grid_position b = g_array_index(from, ik_grid_position, i);
        bool a_in = inside(a, side) >= 0, b_in = inside(b, side) >= 0;
        if (a_in != b_in) {
            ik_grid_position cut = on_side(a, b, side);
            g_array_append_val(to, cut);
        }
        if (b_in)
            g_array_append_val(to, b);
    }
}

const ik_grid_position *ik_grid_clip_ring(ik_grid_clip *clip, const ik_grid_position *points,
                                          guint n, guint *n_left)
{
    *n_left = n;
    if (all_on_grid(points, n))
        return points;
    copy_finite(clip->points, points, n);
    for (guint side = 0; side < 4; side += 2) {
        cut_side(clip->points, clip->other, side);
        cut_side(clip->other, clip->points, side + 1);
    }
    *n_left = clip->points->len;
    return (const ik_grid_position *)(gpointer)clip->points->data;
}
