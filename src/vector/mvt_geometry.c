/* mvt_geometry.c — commands MoveTo, LineTo and ClosePath as positions.   [vector]
 *
 * Section 4.3 of the specification: a command is an id in three bits and a count; each MoveTo and LineTo
 * is followed by two zigzag parameters, steps of a cursor that starts at the tile's corner.
 */
#include "mvt_reader.h"

#define LIMIT (1 << 30)

enum { MOVE_TO = 1, LINE_TO = 2, CLOSE_PATH = 7 };

typedef struct {
    ik_wire_span rest;
    GArray *points, *ends;
    gint64 x, y;
    gsize offset; /* of the command in work */
} cursor;

static bool read_uint32(cursor *c, guint32 *value, GError **error)
{
    guint64 wide = 0;
    gsize offset = c->rest.offset;
    if (c->rest.size == 0)
        return ik_wire_fail(error, offset, "the geometry ends within a command");
    if (!ik_wire_varint(&c->rest, &wide, error))
        return false;
    *value = (guint32)wide;
    return wide <= G_MAXUINT32 || ik_wire_fail(error, offset, "a number is over 32 bits");
}

static bool read_command(cursor *c, guint expected, guint32 *count, GError **error)
{
    static const char *const names[] = {"", "MoveTo", "LineTo", "", "", "", "", "ClosePath"};
    guint32 command = 0;
    c->offset = c->rest.offset;
    if (!read_uint32(c, &command, error))
        return false;
    *count = command >> 3;
    if ((command & 7) != expected)
        return ik_wire_fail(error, c->offset, "command %u where %s must stand", command & 7,
                            names[expected]);
    return *count > 0 || ik_wire_fail(error, c->offset, "%s has the count 0", names[expected]);
}

static gint64 unzigzag(guint32 value)
{
    return (gint64)(value >> 1) ^ -(gint64)(value & 1);
}

static bool step(cursor *c, bool must_move, GError **error)
{
    guint32 dx = 0, dy = 0;
    gsize offset = c->rest.offset;
    if (!read_uint32(c, &dx, error) || !read_uint32(c, &dy, error))
        return false;
    if (must_move && dx == 0 && dy == 0)
        return ik_wire_fail(error, offset, "LineTo goes nowhere");
    c->x += unzigzag(dx);
    c->y += unzigzag(dy);
    if (ABS(c->x) > LIMIT || ABS(c->y) > LIMIT)
        return ik_wire_fail(error, offset, "a position lies too far away");
    ik_tile_point point = {(gint32)c->x, (gint32)c->y};
    g_array_append_val(c->points, point);
    return true;
}

static void end_part(cursor *c)
{
    guint end = c->points->len;
    g_array_append_val(c->ends, end);
}

static bool read_points(cursor *c, GError **error)
{
    guint32 count;
    if (!read_command(c, MOVE_TO, &count, error))
        return false;
    for (guint32 i = 0; i < count; i++) {
        if (!step(c, false, error))
            return false;
        end_part(c);
    }
    return c->rest.size == 0 || ik_wire_fail(error, c->rest.offset, "a command after the points");
}

/* One MoveTo and one LineTo. */
static bool read_path(cursor *c, guint32 least, GError **error)
{
    guint32 count;
    if (!read_command(c, MOVE_TO, &count, error))
        return false;
    if (count != 1)
        return ik_wire_fail(error, c->offset, "MoveTo has the count %u, not 1", count);
    if (!step(c, false, error) || !read_command(c, LINE_TO, &count, error))
        return false;
    if (count < least)
        return ik_wire_fail(error, c->offset, "LineTo has the count %u, at least %u are needed",
                            count, least);
    for (guint32 i = 0; i < count; i++)
        if (!step(c, true, error))
            return false;
    end_part(c);
    return true;
}

static bool read_close(cursor *c, guint first, GError **error)
{
    guint32 count;
    if (!read_command(c, CLOSE_PATH, &count, error))
        return false;
    if (count != 1)
        return ik_wire_fail(error, c->offset, "ClosePath has the count %u, not 1", count);
    ik_tile_point a = g_array_index(c->points, ik_tile_point, first);
    if (a.x == c->x && a.y == c->y)
        return ik_wire_fail(error, c->offset, "a ring repeats its first point");
    return true;
}

bool ik_mvt_feature_points(const ik_mvt_feature *feature, GArray *points, GArray *ends,
                           GError **error)
{
    cursor c = {.rest = feature->geometry, .points = points, .ends = ends};
    bool is_polygon = feature->type == IK_MVT_POLYGON;
    if (feature->type == IK_MVT_UNKNOWN)
        return true;
    if (feature->type == IK_MVT_POINT)
        return read_points(&c, error);
    do {
        guint first = points->len;
        if (!read_path(&c, is_polygon ? 2 : 1, error) ||
            (is_polygon && !read_close(&c, first, error)))
            return false;
    } while (c.rest.size > 0);
    return true;
}

/* Modulo 2^64: parts of the sum may be larger than the whole. */
gint64 ik_mvt_ring_area2(const ik_tile_point *points, guint n)
{
    guint64 sum = 0;
    for (guint i = 1; i + 1 < n; i++) {
        gint64 ax = (gint64)points[i].x - points[0].x, ay = (gint64)points[i].y - points[0].y;
        gint64 bx = (gint64)points[i + 1].x - points[0].x;
        gint64 by = (gint64)points[i + 1].y - points[0].y;
        sum += (guint64)(ax * by) - (guint64)(ay * bx);
    }
    return (gint64)sum;
}
