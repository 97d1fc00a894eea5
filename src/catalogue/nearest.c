/* nearest.c — how far it is to the nearest of many positions.   [catalogue]
 *
 * The nearest on the sphere is the nearest through it: straight chords are compared, and only the shortest one is
 * measured along the surface.
 */
#include "nearest.h"

#include <math.h>

typedef struct {
    double x, y, z; /* on the sphere of radius 1 */
} point;

static point point_of(ik_lonlat position)
{
    const double lon = position.lon * G_PI / 180, lat = position.lat * G_PI / 180;
    return (point){cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)};
}

static guint nearest(point from, const point *to, guint n)
{
    double best = INFINITY;
    guint found = 0;
    for (guint i = 0; i < n; i++) {
        const double dx = to[i].x - from.x, dy = to[i].y - from.y, dz = to[i].z - from.z;
        const double square = dx * dx + dy * dy + dz * dz;
        if (square < best) {
            best = square;
            found = i;
        }
    }
    return found;
}

void ik_nearest_distances(const ik_lonlat *from, guint n_from, const ik_lonlat *to, guint n_to,
                          double *distance_m)
{
    g_autofree point *points = g_new(point, n_to);
    for (guint i = 0; i < n_to; i++)
        points[i] = point_of(to[i]);
    for (guint i = 0; i < n_from; i++) {
        const guint found = nearest(point_of(from[i]), points, n_to);
        distance_m[i] = n_to == 0 ? NAN : ik_lonlat_distance_m(from[i], to[found]);
    }
}
