/* simplify.c — Douglas and Peucker without recursion.   [geo]
 *
 * The marks of what is kept are at the same time the stack: the stretch in work always ends at
 * the next mark, and a new mark in its middle makes the first half the next one in work.
 */
#include "simplify.h"

#include <string.h>

/* Square of the distance between `p` and the segment `a`–`b`. */
static double distance2(ik_tile_point p, ik_tile_point a, ik_tile_point b)
{
    double abx = (double)b.x - a.x, aby = (double)b.y - a.y;
    double apx = (double)p.x - a.x, apy = (double)p.y - a.y;
    double length2 = abx * abx + aby * aby;
    double along = apx * abx + apy * aby;
    if (along <= 0.0 || length2 <= 0.0) {
        return apx * apx + apy * apy;
    }
    if (along >= length2) {
        double bpx = (double)p.x - b.x, bpy = (double)p.y - b.y;
        return bpx * bpx + bpy * bpy;
    }
    double across = abx * apy - aby * apx;
    return across * across / length2;
}

/* The point between `from` and `to` that lies farthest from the segment between them, the first
 * of several; `from` when none is farther than the tolerance. */
static guint farthest(const ik_tile_point *points, guint from, guint to, double tolerance2)
{
    guint found = from;
    double most = tolerance2;
    for (guint i = from + 1; i < to; i++) {
        double d = distance2(points[i], points[from], points[to]);
        if (d > most) {
            most = d;
            found = i;
        }
    }
    return found;
}

static void mark_kept(const ik_tile_point *points, guint n, double tolerance2, guint8 *kept)
{
    guint from = 0, to = n - 1;
    while (from < n - 1) {
        guint split = farthest(points, from, to, tolerance2);
        if (split != from) {
            kept[split] = 1;
            to = split;
            continue;
        }
        from = to++;
        while (to < n && !kept[to]) {
            to++;
        }
    }
}

/* Moves what is kept to the front and drops what repeats its predecessor, but for the last. */
static guint compact(ik_tile_point *points, guint n, const guint8 *kept)
{
    guint count = 1;
    for (guint i = 1; i < n - 1; i++) {
        ik_tile_point before = points[count - 1];
        if (kept[i] && (points[i].x != before.x || points[i].y != before.y)) {
            points[count++] = points[i];
        }
    }
    ik_tile_point last = points[n - 1];
    while (count > 1 && points[count - 1].x == last.x && points[count - 1].y == last.y) {
        count--;
    }
    points[count++] = last;
    return count;
}

guint ik_simplify(ik_tile_point *points, guint n, double tolerance, GByteArray *scratch)
{
    if (n <= 2) {
        return n;
    }
    g_byte_array_set_size(scratch, n);
    memset(scratch->data, 0, n);
    scratch->data[0] = scratch->data[n - 1] = 1;
    mark_kept(points, n, tolerance * tolerance, scratch->data);
    return compact(points, n, scratch->data);
}
