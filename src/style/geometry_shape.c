/* geometry_shape.c — where a feature lies to the geometry that an expression names.   [style] */
#include "geometry_shape.h"

#include <math.h>
#include <string.h>

#define MAX_LATITUDE 85.051129

typedef struct {
    double x, y;
} place;

/* How positions become places on a plane. */
typedef struct {
    double x_factor, y_factor;
    double middle; /* longitude that everything is brought within 180 degrees of */
    bool is_mercator;
} plane;

/* ---- planes ---- */

static place project(const plane *on, const double position[2])
{
    double lon = position[0], lat = position[1];
    if (on->is_mercator) {
        double angle = CLAMP(lat, -MAX_LATITUDE, MAX_LATITUDE) * G_PI / 180;
        return (place){lon, log(tan(G_PI / 4 + angle / 2)) * 180 / G_PI};
    }
    double east = remainder(lon - on->middle, 360);
    return (place){east * on->x_factor, lat * on->y_factor};
}

/* Metres a degree at a latitude of WGS 84: radii of curvature of the ellipsoid. */
static plane metres_at(const double position[2])
{
    const double radius = 6378137, flattening = 1 / 298.257223563;
    const double eccentricity = flattening * (2 - flattening);
    double cosine = cos(position[1] * G_PI / 180);
    double w2 = 1 / (1 - eccentricity * (1 - cosine * cosine)), w = sqrt(w2);
    double degree = radius * G_PI / 180;
    return (plane){degree * w * cosine, degree * w * w2 * (1 - eccentricity), position[0], false};
}

/* ---- segments ---- */

typedef struct {
    place a, b;
} segment;

static guint count_segments(const ik_shape_part *part)
{
    return part->kind == IK_SHAPE_LINE ? MAX(part->n - 1, 1) : part->n;
}

/* Points are segments without length; a ring closes. */
static segment segment_at(const ik_shape_part *part, guint i, const plane *on)
{
    guint next = part->kind == IK_SHAPE_POINTS ? i : (i + 1) % part->n;
    return (segment){project(on, part->positions[i]), project(on, part->positions[next])};
}

static double side(place a, place b, place p)
{
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

static bool are_apart(double one, double other)
{
    return (one > 0 && other < 0) || (one < 0 && other > 0);
}

static bool do_cross(segment s, segment t)
{
    return are_apart(side(s.a, s.b, t.a), side(s.a, s.b, t.b)) &&
           are_apart(side(t.a, t.b, s.a), side(t.a, t.b, s.b));
}

static double distance_to(place p, segment s)
{
    double dx = s.b.x - s.a.x, dy = s.b.y - s.a.y, length2 = dx * dx + dy * dy;
    double t = length2 > 0 ? ((p.x - s.a.x) * dx + (p.y - s.a.y) * dy) / length2 : 0;
    t = CLAMP(t, 0, 1);
    return hypot(p.x - (s.a.x + t * dx), p.y - (s.a.y + t * dy));
}

static double distance_between(segment s, segment t)
{
    if (do_cross(s, t))
        return 0;
    return MIN(MIN(distance_to(s.a, t), distance_to(s.b, t)),
               MIN(distance_to(t.a, s), distance_to(t.b, s)));
}

/* ---- inside ---- */

typedef enum { OUTSIDE, INSIDE, ON_BORDER } location;

static bool is_on(place p, segment s)
{
    return side(s.a, s.b, p) == 0 && (p.x - s.a.x) * (p.x - s.b.x) <= 0 &&
           (p.y - s.a.y) * (p.y - s.b.y) <= 0;
}

/* Even and odd crossings of a ray to the right, over the rings of one polygon. */
static location locate(place p, const ik_shape *area, guint polygon, const plane *on)
{
    bool is_inside = false;
    for (guint r = 0; r < area->n; r++) {
        const ik_shape_part *ring = &area->parts[r];
        if (ring->kind != IK_SHAPE_RING || ring->polygon != polygon)
            continue;
        for (guint i = 0; i < ring->n; i++) {
            segment s = segment_at(ring, i, on);
            if (is_on(p, s))
                return ON_BORDER;
            if ((s.a.y > p.y) != (s.b.y > p.y) &&
                p.x < (s.b.x - s.a.x) * (p.y - s.a.y) / (s.b.y - s.a.y) + s.a.x)
                is_inside = !is_inside;
        }
    }
    return is_inside ? INSIDE : OUTSIDE;
}

static bool is_polygon(const ik_shape *area, guint polygon)
{
    for (guint r = 0; r < area->n; r++)
        if (area->parts[r].kind == IK_SHAPE_RING && area->parts[r].polygon == polygon)
            return true;
    return false;
}

static bool crosses_rings(segment s, const ik_shape *area, guint polygon, const plane *on)
{
    for (guint r = 0; r < area->n; r++) {
        const ik_shape_part *ring = &area->parts[r];
        if (ring->kind != IK_SHAPE_RING || ring->polygon != polygon)
            continue;
        for (guint i = 0; i < ring->n; i++)
            if (do_cross(s, segment_at(ring, i, on)))
                return true;
    }
    return false;
}

static bool part_is_within(const ik_shape_part *part, const ik_shape *area, guint polygon,
                           const plane *on)
{
    for (guint i = 0; i < part->n; i++)
        if (locate(project(on, part->positions[i]), area, polygon, on) != INSIDE)
            return false;
    for (guint i = 0; part->kind == IK_SHAPE_LINE && i + 1 < part->n; i++)
        if (crosses_rings(segment_at(part, i, on), area, polygon, on))
            return false;
    return true;
}

/* A set of points may lie in several polygons, each point in one; a line must lie in one. */
static bool part_is_within_some(const ik_shape_part *part, const ik_shape *area, const plane *on)
{
    for (guint polygon = 0; is_polygon(area, polygon); polygon++)
        if (part_is_within(part, area, polygon, on))
            return true;
    return false;
}

bool ik_shape_within(const ik_shape *feature, const ik_shape *area)
{
    const plane mercator = {.is_mercator = true};
    for (guint p = 0; p < feature->n; p++) {
        const ik_shape_part *part = &feature->parts[p];
        if (part->kind == IK_SHAPE_RING)
            return false;
        for (guint i = 0; part->kind == IK_SHAPE_POINTS && i < part->n; i++) {
            ik_shape_part point = {IK_SHAPE_POINTS, 0, part->positions + i, 1};
            if (!part_is_within_some(&point, area, &mercator))
                return false;
        }
        if (part->kind == IK_SHAPE_LINE && !part_is_within_some(part, area, &mercator))
            return false;
    }
    return feature->n > 0;
}

/* ---- distance ---- */

/* Whether a position of `shape` lies in a polygon of `area`. */
static bool reaches_into(const ik_shape *shape, const ik_shape *area, const plane *on)
{
    for (guint polygon = 0; is_polygon(area, polygon); polygon++)
        for (guint p = 0; p < shape->n; p++)
            for (guint i = 0; i < shape->parts[p].n; i++)
                if (locate(project(on, shape->parts[p].positions[i]), area, polygon, on) != OUTSIDE)
                    return true;
    return false;
}

static double part_distance(const ik_shape_part *a, const ik_shape_part *b, const plane *on)
{
    double least = INFINITY;
    for (guint i = 0; i < count_segments(a); i++)
        for (guint k = 0; k < count_segments(b); k++)
            least = MIN(least, distance_between(segment_at(a, i, on), segment_at(b, k, on)));
    return least;
}

double ik_shape_distance(const ik_shape *feature, const ik_shape *other)
{
    double least = INFINITY;
    if (feature->n == 0 || other->n == 0)
        return NAN;
    plane on = metres_at(feature->parts[0].positions[0]);
    if (reaches_into(feature, other, &on) || reaches_into(other, feature, &on))
        return 0;
    for (guint i = 0; i < feature->n; i++)
        for (guint k = 0; k < other->n; k++)
            least = MIN(least, part_distance(&feature->parts[i], &other->parts[k], &on));
    return least;
}

ik_shape ik_shape_of_feature(const ik_feature *feature, ik_arena *arena)
{
    const ik_feature_part *given = NULL;
    guint n = feature->parts(feature->shape, arena, &given), n_kept = 0;
    ik_shape_kind kind = g_str_has_suffix(feature->geometry, "Polygon")      ? IK_SHAPE_RING
                         : g_str_has_suffix(feature->geometry, "LineString") ? IK_SHAPE_LINE
                                                                             : IK_SHAPE_POINTS;
    ik_shape_part *parts = ik_arena_alloc(arena, n, sizeof *parts);
    for (guint i = 0; i < n; i++)
        if (given[i].n > 0)
            parts[n_kept++] = (ik_shape_part){kind, 0, given[i].positions, given[i].n};
    return (ik_shape){parts, n_kept};
}
