/* segments.c — pairs of segments by a sweep from west to east.   [geo] */
#include "segments.h"

#include "key_sort.h"

#include <stdlib.h>

typedef struct {
    int32_t min_x, max_x, min_y, max_y;
    guint number;
} entry;

int64_t ik_tile_point_side(ik_tile_point a, ik_tile_point b, ik_tile_point c)
{
    return ((int64_t)b.x - a.x) * ((int64_t)c.y - a.y) -
           ((int64_t)b.y - a.y) * ((int64_t)c.x - a.x);
}

static int sign(int64_t value)
{
    return (value > 0) - (value < 0);
}

static bool is_within(ik_segment s, ik_tile_point p)
{
    return p.x >= MIN(s.a.x, s.b.x) && p.x <= MAX(s.a.x, s.b.x) && p.y >= MIN(s.a.y, s.b.y) &&
           p.y <= MAX(s.a.y, s.b.y);
}

static bool is_inside(ik_segment s, ik_tile_point p, int side)
{
    return side == 0 && is_within(s, p) && !ik_tile_point_equal(p, s.a) &&
           !ik_tile_point_equal(p, s.b);
}

bool ik_segments_conflict(ik_segment s, ik_segment t)
{
    if ((ik_tile_point_equal(s.a, t.a) && ik_tile_point_equal(s.b, t.b)) ||
        (ik_tile_point_equal(s.a, t.b) && ik_tile_point_equal(s.b, t.a)))
        return true;
    int a = sign(ik_tile_point_side(s.a, s.b, t.a)), b = sign(ik_tile_point_side(s.a, s.b, t.b));
    int c = sign(ik_tile_point_side(t.a, t.b, s.a)), d = sign(ik_tile_point_side(t.a, t.b, s.b));
    if (a * b < 0 && c * d < 0)
        return true;
    return is_inside(s, t.a, a) || is_inside(s, t.b, b) || is_inside(t, s.a, c) ||
           is_inside(t, s.b, d);
}

/* From west to east, ties by number; the caller's. */
static entry *sorted_entries(const ik_segment *segments, guint n)
{
    g_autofree ik_keyed *order = g_new(ik_keyed, n);
    entry *entries = g_new(entry, n);
    for (guint i = 0; i < n; i++)
        order[i] = (ik_keyed){ik_key_of(MIN(segments[i].a.x, segments[i].b.x)), i};
    ik_keyed_sort(order, n);
    for (guint i = 0; i < n; i++) {
        const ik_segment *s = &segments[order[i].value];
        entries[i] = (entry){MIN(s->a.x, s->b.x), MAX(s->a.x, s->b.x), MIN(s->a.y, s->b.y),
                             MAX(s->a.y, s->b.y), order[i].value};
    }
    return entries;
}

bool ik_segments_pairs(const ik_segment *segments, guint n, ik_segment_pair_fn pair, gpointer data)
{
    g_autofree entry *entries = sorted_entries(segments, n);
    for (guint i = 0; i < n; i++) {
        const entry *e = &entries[i];
        for (guint k = i + 1; k < n && entries[k].min_x <= e->max_x; k++) {
            const entry *f = &entries[k];
            if (f->min_y <= e->max_y && f->max_y >= e->min_y &&
                !pair(MIN(e->number, f->number), MAX(e->number, f->number), data))
                return false;
        }
    }
    return true;
}

static int compare_numbers(const void *left, const void *right)
{
    int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;
    return (a > b) - (a < b);
}

/* Each segment is held against those that begin between its own two ends, ties in the order of the sweep. */
guint64 ik_segments_work(const ik_segment *segments, guint n)
{
    g_autofree int32_t *starts = g_new(int32_t, (gsize)n + 1), *ends = g_new(int32_t, (gsize)n + 1);
    for (guint i = 0; i < n; i++) {
        starts[i] = MIN(segments[i].a.x, segments[i].b.x);
        ends[i] = MAX(segments[i].a.x, segments[i].b.x);
    }
    qsort(starts, n, sizeof *starts, compare_numbers);
    qsort(ends, n, sizeof *ends, compare_numbers);
    guint64 work = 0;
    guint begun = 0;
    for (guint i = 0; i < n; i++) {
        while (begun < n && starts[begun] <= ends[i])
            begun++;
        work += begun - i - 1; /* begun, and not among those that ended before */
    }
    return work;
}
