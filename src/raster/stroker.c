/* stroker.c — the outline of a line that has a width.   [raster] */
#include "stroker.h"

#include <math.h>

#define ONE            IK_COVER_ONE
/* How far the chord of a round join may lie inside the circle, in subpixels. */
#define ARC_TOLERANCE  (ONE / 10.0)
#define MAX_ARC_HALVES 8
/* Dashes and gaps shorter than this, in pixels, could not be told apart and would be without number. */
#define LEAST_PERIOD   0.05
#define TURNS_BACK     (-0.9999) /* cosine */

/* From a vertex to the side of the line, or a direction; subpixels. */
typedef struct {
    double x, y;
} vector;

typedef struct {
    vector along; /* of length one */
    vector side;  /* half the width, to the left of `along` where y grows north */
} segment;

struct ik_stroker {
    GArray *points;   /* ik_subpixel, without repetitions */
    GArray *segments; /* segment */
    GArray *dash;     /* ik_subpixel */
};

/* One line on its way into the cover. */
typedef struct {
    ik_pixel_cover *cover;
    guint32 area;
    const ik_stroke_shape *shape;
    double half;         /* of the width */
    bool is_trial;       /* nothing is added */
    int left_out;        /* of the sides; -1: none */
    ik_subpixel ends[2]; /* of the sides so far: left, right */
} outline;

ik_stroker *ik_stroker_new(void)
{
    ik_stroker *stroker = g_new0(ik_stroker, 1);
    stroker->points = g_array_new(FALSE, FALSE, sizeof(ik_subpixel));
    stroker->segments = g_array_new(FALSE, FALSE, sizeof(segment));
    stroker->dash = g_array_new(FALSE, FALSE, sizeof(ik_subpixel));
    return stroker;
}

void ik_stroker_free(ik_stroker *stroker)
{
    if (stroker == NULL)
        return;
    g_array_unref(stroker->points);
    g_array_unref(stroker->segments);
    g_array_unref(stroker->dash);
    g_free(stroker);
}

static double dot(vector a, vector b)
{
    return a.x * b.x + a.y * b.y;
}

static double cross(vector a, vector b)
{
    return a.x * b.y - a.y * b.x;
}

static vector sum(vector a, vector b)
{
    return (vector){a.x + b.x, a.y + b.y};
}

static vector scaled(vector v, double by)
{
    return (vector){v.x * by, v.y * by};
}

static ik_subpixel moved(ik_subpixel p, vector by)
{
    return (ik_subpixel){p.x + (int32_t)floor(by.x + 0.5), p.y + (int32_t)floor(by.y + 0.5)};
}

/* ---- the two sides ---- */

enum { LEFT, RIGHT };

/* The left side runs with the line, the right one against it: together they go round. */
static void side_to(outline *o, int side, ik_subpixel to)
{
    bool is_added = !o->is_trial && side != o->left_out;
    if (is_added && side == LEFT)
        ik_pixel_cover_line(o->cover, o->area, o->ends[LEFT], to);
    if (is_added && side == RIGHT)
        ik_pixel_cover_line(o->cover, o->area, to, o->ends[RIGHT]);
    o->ends[side] = to;
}

/* Along the circle round `at` from `from` to `to`, less than half of it, both excluded. */
static void arc_between(outline *o, int side, ik_subpixel at, const vector ends[2], int halves)
{
    vector middle = sum(ends[0], ends[1]);
    double length = sqrt(dot(middle, middle));
    if (length <= 0 || halves == 0 || o->half - length / 2 <= ARC_TOLERANCE)
        return;
    middle = scaled(middle, o->half / length);
    const vector first[2] = {ends[0], middle}, second[2] = {middle, ends[1]};
    arc_between(o, side, at, first, halves - 1);
    side_to(o, side, moved(at, middle));
    arc_between(o, side, at, second, halves - 1);
}

static void join_outside(outline *o, int side, ik_subpixel at, const vector sides[2], double cosine)
{
    double limit = o->shape->miter_limit;
    if (o->shape->join == IK_STROKE_JOIN_MITER && 2 <= limit * limit * (1 + cosine)) {
        side_to(o, side, moved(at, scaled(sum(sides[0], sides[1]), 1 / (1 + cosine))));
        return;
    }
    side_to(o, side, moved(at, sides[0]));
    if (o->shape->join == IK_STROKE_JOIN_ROUND)
        arc_between(o, side, at, sides, MAX_ARC_HALVES);
    side_to(o, side, moved(at, sides[1]));
}

/* Both sides lie on each other where the line turns back: the end is round in two halves. */
static void turn_back(outline *o, int side, ik_subpixel at, const segment *before)
{
    vector from = scaled(before->side, side == LEFT ? 1 : -1);
    const vector first[2] = {from, scaled(before->along, o->half)};
    const vector second[2] = {first[1], scaled(from, -1)};
    side_to(o, side, moved(at, from));
    arc_between(o, side, at, first, MAX_ARC_HALVES);
    side_to(o, side, moved(at, first[1]));
    arc_between(o, side, at, second, MAX_ARC_HALVES);
    side_to(o, side, moved(at, second[1]));
}

static void join_inside(outline *o, int side, ik_subpixel at, const vector sides[2])
{
    side_to(o, side, moved(at, sides[0]));
    side_to(o, side, at);
    side_to(o, side, moved(at, sides[1]));
}

static void join(outline *o, ik_subpixel at, const segment *before, const segment *after)
{
    double cosine = CLAMP(dot(before->along, after->along), -1, 1);
    const vector left[2] = {before->side, after->side};
    const vector right[2] = {scaled(before->side, -1), scaled(after->side, -1)};
    int inner = cross(before->along, after->along) > 0 ? LEFT : RIGHT;
    if (inner != o->left_out)
        join_inside(o, inner, at, inner == LEFT ? left : right);
    if (1 - inner == o->left_out)
        return;
    if (o->shape->join == IK_STROKE_JOIN_ROUND && cosine < TURNS_BACK)
        turn_back(o, 1 - inner, at, before);
    else
        join_outside(o, 1 - inner, at, inner == LEFT ? right : left, cosine);
}

/* ---- ends ---- */

/* Round the end at `at` from `from` to its opposite by way of `ahead`, which is as long. */
static void cap_round(outline *o, ik_subpixel at, vector from, vector ahead)
{
    const vector first[2] = {from, ahead}, second[2] = {ahead, scaled(from, -1)};
    arc_between(o, LEFT, at, first, MAX_ARC_HALVES);
    side_to(o, LEFT, moved(at, ahead));
    arc_between(o, LEFT, at, second, MAX_ARC_HALVES);
}

/* Takes the left side round an end: from `from` beside it to the opposite. */
static void cap(outline *o, ik_subpixel at, vector from, vector ahead)
{
    if (o->shape->cap == IK_STROKE_CAP_ROUND)
        cap_round(o, at, from, ahead);
    if (o->shape->cap == IK_STROKE_CAP_SQUARE) {
        side_to(o, LEFT, moved(at, sum(from, ahead)));
        side_to(o, LEFT, moved(at, sum(scaled(from, -1), ahead)));
    }
    side_to(o, LEFT, moved(at, scaled(from, -1)));
}

/* ---- a whole line ---- */

static void measure(ik_stroker *stroker, double half, const ik_subpixel *points, guint n,
                    bool is_closed)
{
    guint n_segments = is_closed ? n : n - 1;
    g_array_set_size(stroker->segments, n_segments);
    for (guint i = 0; i < n_segments; i++) {
        ik_subpixel a = points[i], b = points[(i + 1) % n];
        vector along = {(double)b.x - a.x, (double)b.y - a.y};
        double length = sqrt(dot(along, along));
        along = scaled(along, 1 / length);
        g_array_index(stroker->segments, segment, i) =
            (segment){along, {-along.y * half, along.x * half}};
    }
}

static void outline_open(const ik_stroker *stroker, outline *o, const ik_subpixel *points, guint n)
{
    const segment *segments = &g_array_index(stroker->segments, segment, 0);
    const segment *first = &segments[0], *last = &segments[n - 2];
    ik_subpixel right = moved(points[0], scaled(first->side, -1));
    o->ends[LEFT] = right;
    cap(o, points[0], scaled(first->side, -1), scaled(first->along, -o->half));
    o->ends[RIGHT] = right;
    for (guint i = 1; i + 1 < n; i++)
        join(o, points[i], &segments[i - 1], &segments[i]);
    side_to(o, LEFT, moved(points[n - 1], last->side));
    side_to(o, RIGHT, moved(points[n - 1], scaled(last->side, -1)));
    cap(o, points[n - 1], last->side, scaled(last->along, o->half));
}

/* A first join, not added, gives where both sides begin. */
static void outline_closed(const ik_stroker *stroker, outline *o, const ik_subpixel *points,
                           guint n)
{
    const segment *segments = &g_array_index(stroker->segments, segment, 0);
    o->is_trial = true;
    join(o, points[0], &segments[n - 1], &segments[0]);
    o->is_trial = false;
    for (guint i = 1; i <= n; i++)
        join(o, points[i % n], &segments[i - 1], &segments[i % n]);
}

static const ik_subpixel *without_repetitions(ik_stroker *stroker, const ik_subpixel *points,
                                              guint *n, bool is_closed)
{
    GArray *kept = stroker->points;
    g_array_set_size(kept, 0);
    for (guint i = 0; i < *n; i++) {
        const ik_subpixel *last =
            kept->len > 0 ? &g_array_index(kept, ik_subpixel, kept->len - 1) : NULL;
        if (last == NULL || last->x != points[i].x || last->y != points[i].y)
            g_array_append_val(kept, points[i]);
    }
    const ik_subpixel *all = &g_array_index(kept, ik_subpixel, 0);
    *n = kept->len;
    while (is_closed && *n > 1 && all[0].x == all[*n - 1].x && all[0].y == all[*n - 1].y)
        (*n)--;
    return all;
}

static void outline_line(ik_stroker *stroker, outline *o, const ik_subpixel *points, guint n,
                         bool is_closed)
{
    points = without_repetitions(stroker, points, &n, is_closed);
    if (n < 2)
        return;
    if (o->left_out >= 0 && n == 2)
        return;
    is_closed = is_closed && n > 2;
    measure(stroker, o->half, points, n, is_closed);
    if (is_closed)
        outline_closed(stroker, o, points, n);
    else
        outline_open(stroker, o, points, n);
}

/* ---- dashes ---- */

/* Where the pattern stands: in its dash or gap `index`, `left` pixels before its end. */
typedef struct {
    guint index;
    double left;
} pattern;

static double period_of(const ik_stroke_shape *shape)
{
    double period = 0;
    for (guint i = 0; i < shape->n_dashes; i++)
        period += shape->dashes[i];
    return period;
}

static pattern pattern_at(const ik_stroke_shape *shape, double length)
{
    double period = period_of(shape);
    /* An odd number of lengths changes dashes and gaps every time. */
    guint n = shape->n_dashes * (1 + shape->n_dashes % 2);
    g_assert(n > 0);
    period *= 1 + shape->n_dashes % 2;
    pattern at = {0, fmod(length, period)};
    while (at.index < n && at.left >= shape->dashes[at.index % shape->n_dashes])
        at.left -= shape->dashes[at.index++ % shape->n_dashes];
    at.index %= n;
    at.left = shape->dashes[at.index % shape->n_dashes] - at.left;
    return at;
}

static void pattern_next(const ik_stroke_shape *shape, pattern *at)
{
    at->index = (at->index + 1) % (shape->n_dashes * (1 + shape->n_dashes % 2));
    at->left += shape->dashes[at->index % shape->n_dashes];
}

static void end_dash(ik_stroker *stroker, outline *o)
{
    if (stroker->dash->len > 1)
        outline_line(stroker, o, &g_array_index(stroker->dash, ik_subpixel, 0), stroker->dash->len,
                     false);
    g_array_set_size(stroker->dash, 0);
}

static ik_subpixel between(ik_subpixel a, ik_subpixel b, double part)
{
    const vector way = {((double)b.x - a.x) * part, ((double)b.y - a.y) * part};
    return moved(a, way);
}

static void dash_segment(ik_stroker *stroker, outline *o, const ik_subpixel ends[2],
                         const double lengths[2])
{
    double length = lengths[1] - lengths[0], done = 0;
    pattern at = pattern_at(o->shape, lengths[0]);
    while (length - done > at.left) {
        done += at.left;
        at.left = 0;
        ik_subpixel cut = between(ends[0], ends[1], done / length);
        bool was_dash = at.index % 2 == 0;
        if (was_dash)
            g_array_append_val(stroker->dash, cut);
        end_dash(stroker, o);
        pattern_next(o->shape, &at);
        if (at.index % 2 == 0)
            g_array_append_val(stroker->dash, cut);
    }
    if (at.index % 2 == 0)
        g_array_append_val(stroker->dash, ends[1]);
    else
        end_dash(stroker, o);
}

static void outline_dashes(ik_stroker *stroker, outline *o, const ik_stroke_line *line)
{
    g_assert(!line->is_closed);
    g_array_set_size(stroker->dash, 0);
    for (guint i = 1; i < line->n; i++) {
        const ik_subpixel ends[2] = {line->points[i - 1], line->points[i]};
        if (stroker->dash->len == 0 && pattern_at(o->shape, line->lengths[i - 1]).index % 2 == 0)
            g_array_append_val(stroker->dash, ends[0]);
        dash_segment(stroker, o, ends, &line->lengths[i - 1]);
    }
    end_dash(stroker, o);
}

void ik_stroker_add(ik_stroker *stroker, ik_pixel_cover *cover, guint32 area,
                    const ik_stroke_shape *shape, const ik_stroke_line *line)
{
    outline o = {cover, area, shape, shape->width / 2 * ONE, false, -1, {{0, 0}, {0, 0}}};
    if (period_of(shape) >= LEAST_PERIOD)
        outline_dashes(stroker, &o, line);
    else
        outline_line(stroker, &o, line->points, line->n, line->is_closed);
}

void ik_stroker_grow(ik_stroker *stroker, ik_pixel_cover *cover, guint32 area,
                     const ik_stroke_shape *shape, const ik_stroke_line *line, bool is_left)
{
    outline o = {
        cover,           area, shape, shape->width / 2 * ONE, false, is_left ? RIGHT : LEFT,
        {{0, 0}, {0, 0}}};
    g_assert(line->is_closed);
    outline_line(stroker, &o, line->points, line->n, true);
}
