/* line_offset.c — lines that run beside others.   [scene] */
#include "line_offset.h"

#include <math.h>

/* Longer miters than that are cut. */
#define MAX_MITER 2.0

/* The normal on the right of a segment, y growing south; false when it has no length. */
static bool normal_of(ik_tile_point a, ik_tile_point b, ik_grid_position *normal)
{
    double dx = (double)b.x - a.x, dy = (double)b.y - a.y, length = hypot(dx, dy);
    if (length == 0)
        return false;
    *normal = (ik_grid_position){-dy / length, dx / length};
    return true;
}

static void append(GArray *moved, ik_tile_point p, ik_grid_position normal, double offset)
{
    const ik_grid_position q = {p.x + normal.x * offset, p.y + normal.y * offset};
    g_array_append_val(moved, q);
}

static void append_corner(GArray *moved, ik_tile_point p, const ik_grid_position normals[2],
                          double offset)
{
    ik_grid_position sum = {normals[0].x + normals[1].x, normals[0].y + normals[1].y};
    double square = sum.x * sum.x + sum.y * sum.y;
    /* Half the sum has the length of the cosine of half the angle; the miter its reciprocal. */
    if (square * MAX_MITER * MAX_MITER < 4) {
        append(moved, p, normals[0], offset);
        append(moved, p, normals[1], offset);
        return;
    }
    const ik_grid_position miter = {2 * sum.x / square, 2 * sum.y / square};
    append(moved, p, miter, offset);
}

void ik_line_offset(const ik_tile_point *points, guint n, bool is_closed, double offset,
                    GArray *moved)
{
    if (n < 2)
        return;
    g_autofree ik_grid_position *normals = g_new(ik_grid_position, n + 1);
    guint n_segments = is_closed ? n : n - 1;
    for (guint i = 0; i < n_segments; i++)
        if (!normal_of(points[i], points[(i + 1) % n], &normals[i]))
            normals[i] = i > 0 ? normals[i - 1] : (ik_grid_position){0, 0};
    for (guint i = 0; i < n; i++) {
        bool is_end = !is_closed && (i == 0 || i == n - 1);
        const ik_grid_position around[2] = {normals[(i + n_segments - 1) % n_segments],
                                            normals[i % n_segments]};
        if (is_end)
            append(moved, points[i], i == 0 ? around[1] : around[0], offset);
        else
            append_corner(moved, points[i], around, offset);
    }
}
