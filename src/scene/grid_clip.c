/* grid_clip.c — positions of any size brought onto the grid.   [scene] */
#include "grid_clip.h"

#include <math.h>

struct ik_grid_clip {
    double west, east, north, south;
    GArray *points, *other; /* ik_grid_position */
    GArray *ends;           /* guint, of runs */
};

ik_grid_clip *ik_grid_clip_new(const ik_tile_box *window)
{
    ik_grid_clip *clip = g_new0(ik_grid_clip, 1);
    clip->west = window != NULL ? window->min_x : -(double)IK_GRID_LIMIT;
    clip->east = window != NULL ? window->max_x : IK_GRID_LIMIT;
    clip->north = window != NULL ? window->min_y : -(double)IK_GRID_LIMIT;
    clip->south = window != NULL ? window->max_y : IK_GRID_LIMIT;
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

/* False for what is not a number. */
static bool is_inside(const ik_grid_clip *clip, ik_grid_position p)
{
    return p.x >= clip->west && p.x <= clip->east && p.y >= clip->north && p.y <= clip->south;
}

bool ik_grid_round(ik_grid_position position, ik_tile_point *rounded)
{
    if (!(fabs(position.x) <= IK_GRID_LIMIT) || !(fabs(position.y) <= IK_GRID_LIMIT))
        return false;
    *rounded = (ik_tile_point){(int32_t)floor(position.x + 0.5), (int32_t)floor(position.y + 0.5)};
    return true;
}

static bool all_inside(const ik_grid_clip *clip, const ik_grid_position *points, guint n)
{
    for (guint i = 0; i < n; i++)
        if (!is_inside(clip, points[i]))
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

static bool cut_segment(const ik_grid_clip *clip, ik_grid_position *a, ik_grid_position *b)
{
    double from = 0, to = 1, dx = b->x - a->x, dy = b->y - a->y;
    if (!narrow(-dx, a->x - clip->west, &from, &to) || !narrow(dx, clip->east - a->x, &from, &to) ||
        !narrow(-dy, a->y - clip->north, &from, &to) || !narrow(dy, clip->south - a->y, &from, &to))
        return false;
    const ik_grid_position start = *a;
    if (from > 0)
        *a = (ik_grid_position){CLAMP(start.x + from * dx, clip->west, clip->east),
                                CLAMP(start.y + from * dy, clip->north, clip->south)};
    if (to < 1)
        *b = (ik_grid_position){CLAMP(start.x + to * dx, clip->west, clip->east),
                                CLAMP(start.y + to * dy, clip->north, clip->south)};
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
        bool starts = i == 1 || !is_inside(clip, a), ends = !is_inside(clip, b);
        if (!cut_segment(clip, &a, &b))
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
    if (all_inside(clip, points, n)) {
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

/* How far inside a side a position lies: side 0 west, 1 east, 2 north, 3 south. */
static double inside(const ik_grid_clip *clip, ik_grid_position p, guint side)
{
    switch (side) {
    case 0: return p.x - clip->west;
    case 1: return clip->east - p.x;
    case 2: return p.y - clip->north;
    default: return clip->south - p.y;
    }
}

static ik_grid_position on_side(const ik_grid_clip *clip, ik_grid_position a, ik_grid_position b,
                                guint side)
{
    double da = inside(clip, a, side), t = da / (da - inside(clip, b, side));
    ik_grid_position p = {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
    if (side < 2)
        p.x = side == 0 ? clip->west : clip->east;
    else
        p.y = side == 2 ? clip->north : clip->south;
    return p;
}

static void cut_side(const ik_grid_clip *clip, const GArray *from, GArray *to, guint side)
{
    g_array_set_size(to, 0);
    for (guint i = 0; i < from->len; i++) {
        ik_grid_position a = g_array_index(from, ik_grid_position, i > 0 ? i - 1 : from->len - 1);
        ik_grid_position b = g_array_index(from, ik_grid_position, i);
        bool a_in = inside(clip, a, side) >= 0, b_in = inside(clip, b, side) >= 0;
        if (a_in != b_in) {
            ik_grid_position cut = on_side(clip, a, b, side);
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
    if (all_inside(clip, points, n))
        return points;
    copy_finite(clip->points, points, n);
    for (guint side = 0; side < 4; side += 2) {
        cut_side(clip, clip->points, clip->other, side);
        cut_side(clip, clip->other, clip->points, side + 1);
    }
    *n_left = clip->points->len;
    return (const ik_grid_position *)(gpointer)clip->points->data;
}
