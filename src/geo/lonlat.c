/* lonlat.c — distances and short moves on the sphere.   [geo]
 *
 * The sphere has the mean radius of the earth. Against the ellipsoid a distance is wrong by less
 * than 0.5 %, which is less than the accuracy of any position in a register.
 */
#include <ideenkarte/geo.h>
#include <math.h>

#define EARTH_RADIUS_M 6371008.8
#define RADIANS        (G_PI / 180.0)

double ik_lonlat_distance_m(ik_lonlat from, ik_lonlat to)
{
    double half_lat = sin((to.lat - from.lat) * RADIANS / 2.0);
    double half_lon = sin((to.lon - from.lon) * RADIANS / 2.0);
    double h =
        half_lat * half_lat + cos(from.lat * RADIANS) * cos(to.lat * RADIANS) * half_lon * half_lon;
    return 2.0 * EARTH_RADIUS_M * asin(sqrt(fmin(h, 1.0)));
}

ik_lonlat ik_lonlat_moved(ik_lonlat from, double east_m, double north_m)
{
    double lat = from.lat + north_m / (EARTH_RADIUS_M * RADIANS);
    double lon = from.lon + east_m / (EARTH_RADIUS_M * RADIANS * cos(from.lat * RADIANS));
    return (ik_lonlat){.lon = lon, .lat = lat};
}

bool ik_lonlat_box_contains(const ik_lonlat_box *box, ik_lonlat position)
{
    return position.lon >= box->west && position.lon <= box->east && position.lat >= box->south &&
           position.lat <= box->north;
}
