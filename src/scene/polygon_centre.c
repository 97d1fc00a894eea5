/* polygon_centre.c — the point of a polygon that is furthest from its edges.   [scene]
 *
 * Squares that may hold a better point than the best so far are quartered, the most promising
 * first.
 */
#include "polygon_centre.h"

#include <math.h>

#define PRECISION    16.0 /* tile units: a CSS pixel */
#define MOST_SQUARES 2000u

typedef struct {
    double x, y, half; /* the square around a point */
    double distance;   /* of the point from the edges; negative: outside */
    double promise;    /* the best distance that any of its points may have */
} square;

typedef struct {
    const ik_ring *rings;
    guint n;
    GArray *heap; /* square, the most promising first */
    square best;
} search;

double ik_ring_area2(const ik_tile_point *points, guint n)
{
    double area = 0;
    for (guint i = 0; i < n; i++) {
        const ik_tile_point *a = &points[i], *b = &points[(i + 1) % n];
        area += (double)a->x * b->y - (double)b->x * a->y;
    }
    return area;
}

/* ---- distance from the edges ---- */

static double segment_distance2(double x, double y, const ik_tile_point *a, const ik_tile_point *b)
{
    double dx = (double)b->x - a->x, dy = (double)b->y - a->y;
    double length2 = dx * dx + dy * dy;
    double t = length2 > 0 ? ((x - a->x) * dx + (y - a->y) * dy) / length2 : 0;
    t = CLAMP(t, 0, 1);
    double off_x = x - a->x - t * dx, off_y = y - a->y - t * dy;
    return off_x * off_x + off_y * off_y;
}

static bool crosses_ray(double x, double y, const ik_tile_point *a, const ik_tile_point *b)
{
    return (a->y > y) != (b->y > y) &&
           x < ((double)b->x - a->x) * (y - a->y) / ((double)b->y - a->y) + a->x;
}

static double distance_at(const search *s, double x, double y)
{
    bool is_inside = false;
    double least = HUGE_VAL;
    for (guint r = 0; r < s->n; r++) {
        const ik_ring *ring = &s->rings[r];
        for (guint i = 0; i < ring->n; i++) {
            const ik_tile_point *a = &ring->points[i], *b = &ring->points[(i + 1) % ring->n];
            is_inside = is_inside != crosses_ray(x, y, a, b);
            least = fmin(least, segment_distance2(x, y, a, b));
        }
    }
    return is_inside ? sqrt(least) : -sqrt(least);
}

/* ---- the heap ---- */

static square *at(const search *s, guint i)
{
    return &g_array_index(s->heap, square, i);
}

static void swap(const search *s, guint i, guint k)
{
    square kept = *at(s, i);
    *at(s, i) = *at(s, k);
    *at(s, k) = kept;
}

static void push(const search *s, const square *added)
{
    guint i = s->heap->len;
    g_array_append_val(s->heap, *added);
    while (i > 0 && at(s, (i - 1) / 2)->promise < at(s, i)->promise) {
        swap(s, i, (i - 1) / 2);
        i = (i - 1) / 2;
    }
}

static square pop(const search *s)
{
    square top = *at(s, 0);
    guint n = s->heap->len - 1, i = 0;
    swap(s, 0, n);
    g_array_set_size(s->heap, n);
    while (2 * i + 1 < n) {
        guint child = 2 * i + 1;
        if (child + 1 < n && at(s, child + 1)->promise > at(s, child)->promise)
            child++;
        if (at(s, child)->promise <= at(s, i)->promise)
            break;
        swap(s, i, child);
        i = child;
    }
    return top;
}

/* ---- the search ---- */

static void look_at(search *s, double x, double y, double half)
{
    square looked = {x, y, half, distance_at(s, x, y), 0};
    looked.promise = looked.distance + half * G_SQRT2;
    if (looked.distance > s->best.distance)
        s->best = looked;
    if (looked.promise > s->best.distance + PRECISION)
        push(s, &looked);
}

static ik_tile_box bounds(const ik_ring *ring)
{
    ik_tile_box box = {G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32};
    for (guint i = 0; i < ring->n; i++)
        ik_tile_box_add(&box, ring->points[i]);
    return box;
}

static void centroid_of(const ik_ring *ring, double *x, double *y)
{
    double area = ik_ring_area2(ring->points, ring->n), sum_x = 0, sum_y = 0;
    const ik_tile_point *o = &ring->points[0];
    for (guint i = 0; i < ring->n; i++) {
        const ik_tile_point *a = &ring->points[i], *b = &ring->points[(i + 1) % ring->n];
        double ax = (double)a->x - o->x, ay = (double)a->y - o->y;
        double bx = (double)b->x - o->x, by = (double)b->y - o->y;
        double cross = ax * by - bx * ay;
        sum_x += (ax + bx) * cross;
        sum_y += (ay + by) * cross;
    }
    *x = o->x + (area != 0 ? sum_x / (3 * area) : 0);
    *y = o->y + (area != 0 ? sum_y / (3 * area) : 0);
}

static void look_at_all(search *s, const ik_tile_box *box)
{
    double width = (double)box->max_x - box->min_x, height = (double)box->max_y - box->min_y;
    double side = fmax(fmin(width, height), fmax(width, height) / 16);
    double x = 0, y = 0;
    centroid_of(&s->rings[0], &x, &y);
    look_at(s, x, y, 0);
    int columns = side > 0 ? (int)ceil(width / side) : 0,
        rows = side > 0 ? (int)ceil(height / side) : 0;
    for (int column = 0; column < columns; column++)
        for (int row = 0; row < rows; row++)
            look_at(s, box->min_x + (column + 0.5) * side, box->min_y + (row + 0.5) * side,
                    side / 2);
}

ik_tile_point ik_polygon_centre(const ik_ring *rings, guint n)
{
    ik_tile_box box = bounds(&rings[0]);
    search s = {rings, n, g_array_new(FALSE, FALSE, sizeof(square)), {.distance = -HUGE_VAL}};
    g_assert(n > 0 && rings[0].n > 0);
    look_at_all(&s, &box);
    for (guint i = 0; i < MOST_SQUARES && s.heap->len > 0; i++) {
        square next = pop(&s);
        double half = next.half / 2;
        if (next.promise <= s.best.distance + PRECISION)
            break;
        for (int quarter = 0; quarter < 4; quarter++)
            look_at(&s, next.x + (quarter % 2 == 0 ? -half : half),
                    next.y + (quarter / 2 == 0 ? -half : half), half);
    }
    g_array_unref(s.heap);
    return (ik_tile_point){(int32_t)floor(s.best.x + 0.5), (int32_t)floor(s.best.y + 0.5)};
}
