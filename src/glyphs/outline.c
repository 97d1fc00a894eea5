/* outline.c — the outline of one glyph as straight edges.   [glyphs] */
#include "outline.h"

#include <math.h>

/* How far beside an edge it is asked what lies on that side, pixels. */
#define BESIDE 0.001

void ik_outline_init(ik_outline *outline)
{
    *outline = (ik_outline){.edges = g_array_new(FALSE, FALSE, sizeof(ik_outline_edge))};
}

void ik_outline_clear(ik_outline *outline)
{
    g_clear_pointer(&outline->edges, g_array_unref);
}

void ik_outline_reset(ik_outline *outline)
{
    g_array_set_size(outline->edges, 0);
    outline->start = outline->current = (ik_outline_point){0, 0};
}

static const ik_outline_edge *edge_at(const ik_outline *outline, guint i)
{
    return &g_array_index(outline->edges, ik_outline_edge, i);
}

/* ---- drawing ---- */

void ik_outline_line(ik_outline *outline, ik_outline_point to)
{
    const ik_outline_edge edge = {outline->current, to};
    outline->current = to;
    if (edge.from.x != to.x || edge.from.y != to.y)
        g_array_append_val(outline->edges, edge);
}

void ik_outline_close(ik_outline *outline)
{
    ik_outline_line(outline, outline->start);
}

void ik_outline_move(ik_outline *outline, ik_outline_point to)
{
    ik_outline_close(outline);
    outline->start = outline->current = to;
}

static double bend(ik_outline_point a, ik_outline_point b, ik_outline_point c)
{
    return hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y);
}

void ik_outline_quadratic(ik_outline *outline, ik_outline_point control, ik_outline_point to)
{
    ik_outline_point from = outline->current;
    int n = (int)ceil(sqrt(bend(from, control, to) / (4 * IK_OUTLINE_TOLERANCE)));
    for (int i = 1; i < n; i++) {
        double t = (double)i / n, s = 1 - t;
        ik_outline_line(outline,
                        (ik_outline_point){s * s * from.x + 2 * s * t * control.x + t * t * to.x,
                                           s * s * from.y + 2 * s * t * control.y + t * t * to.y});
    }
    ik_outline_line(outline, to);
}

static double cubic_at(double a, double b, double c, double d, double t)
{
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

void ik_outline_cubic(ik_outline *outline, ik_outline_point first, ik_outline_point second,
                      ik_outline_point to)
{
    ik_outline_point from = outline->current;
    double most = MAX(bend(from, first, second), bend(first, second, to));
    int n = (int)ceil(sqrt(0.75 * most / IK_OUTLINE_TOLERANCE));
    for (int i = 1; i < n; i++) {
        double t = (double)i / n;
        ik_outline_line(outline, (ik_outline_point){cubic_at(from.x, first.x, second.x, to.x, t),
                                                    cubic_at(from.y, first.y, second.y, to.y, t)});
    }
    ik_outline_line(outline, to);
}

/* ---- asking ---- */

/* Which side of the line through an edge a point lies on: > 0 left, < 0 right. */
static double side(const ik_outline_edge *edge, ik_outline_point point)
{
    return (edge->to.x - edge->from.x) * (point.y - edge->from.y) -
           (edge->to.y - edge->from.y) * (point.x - edge->from.x);
}

int ik_outline_winding(const ik_outline *outline, ik_outline_point point)
{
    int winding = 0;
    for (guint i = 0; i < outline->edges->len; i++) {
        const ik_outline_edge *edge = edge_at(outline, i);
        if (edge->from.y <= point.y && edge->to.y > point.y)
            winding += side(edge, point) > 0;
        else if (edge->from.y > point.y && edge->to.y <= point.y)
            winding -= side(edge, point) < 0;
    }
    return winding;
}

bool ik_outline_bounds(const ik_outline *outline, ik_outline_point *low, ik_outline_point *high)
{
    for (guint i = 0; i < outline->edges->len; i++) {
        ik_outline_point point = edge_at(outline, i)->to;
        if (i == 0)
            *low = *high = point;
        *low = (ik_outline_point){MIN(low->x, point.x), MIN(low->y, point.y)};
        *high = (ik_outline_point){MAX(high->x, point.x), MAX(high->y, point.y)};
    }
    return outline->edges->len > 0;
}

/* ---- uniting ---- */

static bool are_apart(const ik_outline_edge *a, const ik_outline_edge *b)
{
    return MAX(a->from.x, a->to.x) < MIN(b->from.x, b->to.x) ||
           MAX(b->from.x, b->to.x) < MIN(a->from.x, a->to.x) ||
           MAX(a->from.y, a->to.y) < MIN(b->from.y, b->to.y) ||
           MAX(b->from.y, b->to.y) < MIN(a->from.y, a->to.y);
}

/* Where on `a`, 0 to 1, `b` cuts it; negative when the two do not cross within both. */
static double crossing(const ik_outline_edge *a, const ik_outline_edge *b)
{
    if (are_apart(a, b))
        return -1;
    double a_from = side(b, a->from), a_to = side(b, a->to);
    double b_from = side(a, b->from), b_to = side(a, b->to);
    if (a_from * a_to >= 0 || b_from * b_to > 0)
        return -1;
    return a_from / (a_from - a_to);
}

static int compare_number(gconstpointer a, gconstpointer b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The places at which other edges cut edge `number`, in order. */
static void find_cuts(const ik_outline *outline, guint number, GArray *cuts)
{
    g_array_set_size(cuts, 0);
    for (guint i = 0; i < outline->edges->len; i++) {
        double cut = i == number ? -1 : crossing(edge_at(outline, number), edge_at(outline, i));
        if (cut > 0 && cut < 1)
            g_array_append_val(cuts, cut);
    }
    g_array_sort(cuts, compare_number);
}

static bool is_border(const ik_outline *outline, const ik_outline_edge *edge)
{
    double dx = edge->to.x - edge->from.x, dy = edge->to.y - edge->from.y;
    double length = hypot(dx, dy);
    ik_outline_point middle = {(edge->from.x + edge->to.x) / 2, (edge->from.y + edge->to.y) / 2};
    ik_outline_point step = {-dy / length * BESIDE, dx / length * BESIDE};
    ik_outline_point left = {middle.x + step.x, middle.y + step.y};
    ik_outline_point right = {middle.x - step.x, middle.y - step.y};
    return (ik_outline_winding(outline, left) != 0) != (ik_outline_winding(outline, right) != 0);
}

static void add_pieces(const ik_outline *outline, const ik_outline_edge *edge, const GArray *cuts,
                       GArray *kept)
{
    ik_outline_edge piece = {edge->from, edge->from};
    for (guint i = 0; i <= cuts->len; i++) {
        double t = i < cuts->len ? g_array_index(cuts, double, i) : 1;
        piece.from = piece.to;
        piece.to = i == cuts->len
                       ? edge->to
                       : (ik_outline_point){edge->from.x + t * (edge->to.x - edge->from.x),
                                            edge->from.y + t * (edge->to.y - edge->from.y)};
        bool is_point = piece.from.x == piece.to.x && piece.from.y == piece.to.y;
        if (!is_point && is_border(outline, &piece))
            g_array_append_val(kept, piece);
    }
}

static bool has_crossing(const ik_outline *outline)
{
    for (guint i = 0; i < outline->edges->len; i++)
        for (guint k = 0; k < i; k++)
            if (crossing(edge_at(outline, i), edge_at(outline, k)) > 0)
                return true;
    return false;
}

void ik_outline_unite(ik_outline *outline)
{
    if (!has_crossing(outline))
        return;
    GArray *kept = g_array_new(FALSE, FALSE, sizeof(ik_outline_edge));
    g_autoptr(GArray) cuts = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < outline->edges->len; i++) {
        find_cuts(outline, i, cuts);
        add_pieces(outline, edge_at(outline, i), cuts, kept);
    }
    g_array_unref(outline->edges);
    outline->edges = kept;
}
