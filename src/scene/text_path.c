/* text_path.c — the way of a text along a line: the line around a place, or one beside it.   [scene] */
#include "text_path.h"

#include <math.h>

#define SAME_POINT_PX 1e-6

typedef struct {
    double x, y;
} vector;

/* One walk from the place to an end of the line. */
typedef struct {
    const ik_line *line;
    double across;
    int direction; /* 1 with the line, -1 against it */
    double reach;
} walk;

static vector point_of(const walk *w, guint i)
{
    return (vector){(double)w->line->points[i].x / IK_UNITS_PER_PIXEL,
                    (double)w->line->points[i].y / IK_UNITS_PER_PIXEL};
}

/* To the right of the line, `across` long, where the walk goes from `a` to `b`. */
static vector normal_of(const walk *w, vector a, vector b)
{
    double x = b.x - a.x, y = b.y - a.y, length = hypot(x, y);
    double scale = length > 0 ? w->across * w->direction / length : 0;
    return (vector){-y * scale, x * scale};
}

/* The next point of the walk that is another one than `from`, which may be computed; false at the end of the line. */
static bool next_point(const walk *w, vector from, gint64 *index, vector *next)
{
    for (gint64 i = *index + w->direction; i >= 0 && i < w->line->n; i += w->direction) {
        *next = point_of(w, (guint)i);
        if (hypot(next->x - from.x, next->y - from.y) > SAME_POINT_PX) {
            *index = i;
            return true;
        }
    }
    return false;
}

/* Where the line beside a -> b meets the one beside b -> c; beside b where they are parallel. */
static vector corner_of(const walk *w, vector a, vector b, vector c)
{
    vector n = normal_of(w, a, b), m = normal_of(w, b, c);
    vector u = {b.x - a.x, b.y - a.y}, v = {c.x - b.x, c.y - b.y};
    double cross = u.x * v.y - u.y * v.x;
    if (fabs(cross) <= 1e-9 * hypot(u.x, u.y) * hypot(v.x, v.y))
        return (vector){b.x + n.x, b.y + n.y};
    /* b + n + t u = b + m + s v */
    double t = ((m.x - n.x) * v.y - (m.y - n.y) * v.x) / cross;
    return (vector){b.x + n.x + t * u.x, b.y + n.y + t * u.y};
}

/* Appends the corners of one walk, the nearest first. `first` is the place itself on the way. */
static void take_walk(const walk *w, guint segment, const ik_line_place *place, GArray *corners)
{
    gint64 index = w->direction > 0 ? (gint64)segment : (gint64)segment + 1;
    vector a = {place->x, place->y}, b, c;
    vector n =
        normal_of(w, (vector){0, 0},
                  (vector){cos(place->angle) * w->direction, sin(place->angle) * w->direction});
    vector former = {a.x + n.x, a.y + n.y};
    double at = 0;
    while (at < w->reach && next_point(w, a, &index, &b)) {
        gint64 ahead = index;
        n = normal_of(w, a, b);
        vector corner = {b.x + n.x, b.y + n.y};
        if (next_point(w, b, &ahead, &c) && w->across != 0)
            corner = corner_of(w, a, b, c);
        at += hypot(corner.x - former.x, corner.y - former.y);
        const ik_path_point point = {corner.x, corner.y, at * w->direction};
        g_array_append_val(corners, point);
        former = corner;
        a = b;
    }
}

void ik_text_path_follow(const ik_line *line, const ik_line_place *place, double across_px,
                         double before, double behind, GArray *path)
{
    g_autoptr(GArray) back = g_array_new(FALSE, FALSE, sizeof(ik_path_point));
    guint segment = ik_line_segment(line, place->at);
    take_walk(&(walk){line, across_px, -1, before}, segment, place, back);
    for (guint i = back->len; i > 0; i--)
        g_array_append_val(path, g_array_index(back, ik_path_point, i - 1));
    const ik_path_point middle = {place->x - sin(place->angle) * across_px,
                                  place->y + cos(place->angle) * across_px, 0};
    g_array_append_val(path, middle);
    take_walk(&(walk){line, across_px, 1, behind}, segment, place, path);
}

ik_line_place ik_text_path_at(const GArray *path, double at)
{
    const ik_path_point *points = (const ik_path_point *)(gconstpointer)path->data;
    guint i = 1;
    g_assert(path->len > 0);
    if (path->len == 1)
        return (ik_line_place){points[0].at, points[0].x, points[0].y, 0};
    while (i + 1 < path->len && points[i].at < at)
        i++;
    const ik_path_point *a = &points[i - 1], *b = &points[i];
    double length = b->at - a->at;
    double t = length > 0 ? CLAMP((at - a->at) / length, 0, 1) : 0;
    double dx = b->x - a->x, dy = b->y - a->y;
    return (ik_line_place){at, a->x + t * dx, a->y + t * dy, atan2(dy, dx)};
}

void ik_text_path_cut(GArray *path, double first, double last)
{
    g_autoptr(GArray) whole = g_array_copy(path);
    ik_line_place begin = ik_text_path_at(whole, first), end = ik_text_path_at(whole, last);
    const ik_path_point ends[2] = {{begin.x, begin.y, first}, {end.x, end.y, last}};
    g_array_set_size(path, 0);
    g_array_append_val(path, ends[0]);
    for (guint i = 0; i < whole->len; i++) {
        const ik_path_point *point = &g_array_index(whole, ik_path_point, i);
        if (point->at > first && point->at < last)
            g_array_append_vals(path, point, 1);
    }
    g_array_append_val(path, ends[1]);
}
