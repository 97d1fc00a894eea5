/* line_placer.c — where texts stand along a line, and each letter of a text that follows it.   [scene] */
#include "line_placer.h"

#include <math.h>

#include "text_path.h"

#define WINDOW_EMS  0.6 /* within which bends add up */
#define MOST_PLACES 10000.0

static double px(double units)
{
    return units / IK_UNITS_PER_PIXEL;
}

ik_line ik_line_new(const ik_tile_point *points, guint n)
{
    ik_line line = {points, n, g_new(double, n)};
    g_assert(n >= 2);
    line.lengths[0] = 0;
    for (guint i = 1; i < n; i++)
        line.lengths[i] = line.lengths[i - 1] + hypot(px((double)points[i].x - points[i - 1].x),
                                                      px((double)points[i].y - points[i - 1].y));
    return line;
}

void ik_line_clear(ik_line *line)
{
    g_free(line->lengths);
    *line = (ik_line){0};
}

double ik_line_length(const ik_line *line)
{
    return line->lengths[line->n - 1];
}

guint ik_line_segment(const ik_line *line, double at)
{
    guint low = 0, high = line->n - 1;
    while (high - low > 1) {
        guint middle = low + (high - low) / 2;
        if (line->lengths[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    while (low > 0 && line->lengths[low + 1] <= line->lengths[low])
        low--;
    return low;
}

ik_line_place ik_line_at(const ik_line *line, double at)
{
    guint i = ik_line_segment(line, at);
    ik_tile_point a = line->points[i], b = line->points[i + 1];
    double length = line->lengths[i + 1] - line->lengths[i];
    double t = length > 0 ? CLAMP((at - line->lengths[i]) / length, 0, 1) : 0;
    double dx = px((double)b.x - a.x), dy = px((double)b.y - a.y);
    return (ik_line_place){at, px(a.x) + t * dx, px(a.y) + t * dy, atan2(dy, dx)};
}

/* ---- where a text may stand ---- */

static double bend_at(const ik_line *line, guint i)
{
    double before = ik_line_at(line, (line->lengths[i - 1] + line->lengths[i]) / 2).angle;
    double after = ik_line_at(line, (line->lengths[i] + line->lengths[i + 1]) / 2).angle;
    return fabs(remainder(after - before, 2 * G_PI));
}

/* Whether the line from `start` to `end` nowhere bends by more than the style allows within a few
 * letters. Two fingers go along its corners, so far apart at most.
 */
static bool is_straight_enough(const ik_line *line, const ik_line_wish *wish, double start,
                               double end)
{
    double window = WINDOW_EMS * wish->size_px, sum = 0;
    guint first = ik_line_segment(line, start) + 1, last = first;
    if (window <= 0)
        return true;
    for (guint i = first; i + 1 < line->n && line->lengths[i] < end; i++) {
        sum += bend_at(line, i);
        while (line->lengths[i] - line->lengths[last] > window)
            sum -= bend_at(line, last++);
        if (sum > wish->max_angle)
            return false;
    }
    return true;
}

static void try_place(const ik_line *line, const ik_line_wish *wish, double at, GArray *places)
{
    double half = wish->length_px / 2;
    if (at - half < 0 || at + half > ik_line_length(line) ||
        !is_straight_enough(line, wish, at - half, at + half))
        return;
    ik_line_place place = ik_line_at(line, at);
    g_array_append_val(places, place);
}

void ik_line_find_places(const ik_line *line, const ik_line_wish *wish, GArray *places)
{
    double middle = ik_line_length(line) / 2;
    /* Between two long texts stays a quarter of the spacing. */
    double spacing = fmax(wish->spacing_px, wish->length_px + wish->spacing_px / 4);
    int n = wish->is_middle ? 0 : (int)fmin(floor(middle / spacing), MOST_PLACES);
    g_assert(wish->spacing_px > 0);
    for (int i = -n; i <= n; i++)
        try_place(line, wish, middle + i * spacing, places);
}

/* ---- letters ---- */

static ik_cluster_place set_cluster(const GArray *path, const ik_line_text *text, double at,
                                    double half, double direction)
{
    /* From one end of the letter to the other, so that it leans into a bend instead of jumping. */
    double reach = fmax(half, 0.5);
    ik_line_place from = ik_text_path_at(path, at - reach);
    ik_line_place to = ik_text_path_at(path, at + reach);
    ik_line_place middle = ik_text_path_at(path, at);
    double angle =
        to.x == from.x && to.y == from.y ? middle.angle : atan2(to.y - from.y, to.x - from.x);
    angle = direction < 0 ? remainder(angle + G_PI, 2 * G_PI) : angle;
    return (ik_cluster_place){middle.x - sin(angle) * text->shift_px[1],
                              middle.y + cos(angle) * text->shift_px[1], angle};
}

/* The way below the text with its letters `from` .. `to` pixels from the place, and a little more where the line has it.
 * False where the line ends before.
 */
static bool follow(const ik_line *line, const ik_line_place *place, const ik_line_text *text,
                   double from, double to, GArray *path)
{
    const double more = text->clusters[0].width_px / 2 + text->clusters[text->n - 1].width_px / 2;
    g_array_set_size(path, 0);
    ik_text_path_follow(line, place, text->offset_px[1], fmax(more - from, 0), fmax(to + more, 0),
                        path);
    return g_array_index(path, ik_path_point, 0).at <= from &&
           g_array_index(path, ik_path_point, path->len - 1).at >= to;
}

/* Where a letter is, `middle` from the text's origin: text-offset goes with the line, all else with the text. */
static double along(const ik_line_text *text, double direction, double middle)
{
    return text->offset_px[0] + direction * (middle + text->shift_px[0]);
}

bool ik_line_set_text(const ik_line *line, const ik_line_place *place, const ik_line_text *text,
                      GArray *set, GArray *path)
{
    if (text->n == 0)
        return false;
    const ik_text_cluster *clusters = text->clusters;
    double first = clusters[0].middle_px, last = clusters[text->n - 1].middle_px, direction = 1;
    if (!follow(line, place, text, along(text, 1, first), along(text, 1, last), path))
        return false;
    if (text->is_upright && ik_text_path_at(path, along(text, 1, first)).x >
                                ik_text_path_at(path, along(text, 1, last)).x) {
        direction = -1;
        if (!follow(line, place, text, along(text, -1, last), along(text, -1, first), path))
            return false;
    }
    for (guint i = 0; i < text->n; i++) {
        ik_cluster_place where =
            set_cluster(path, text, along(text, direction, clusters[i].middle_px),
                        clusters[i].width_px / 2, direction);
        where.x_px -= place->x;
        where.y_px -= place->y;
        g_array_append_val(set, where);
    }
    double ends[2] = {along(text, direction, first), along(text, direction, last)};
    ik_text_path_cut(path, fmin(ends[0], ends[1]), fmax(ends[0], ends[1]));
    return true;
}
