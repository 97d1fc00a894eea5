/* geo.h — positions and boxes on the earth.   [geo]
 *
 * The unit is in the type: ik_lonlat is WGS 84 degrees, longitude first.
 */
#ifndef IDEENKARTE_GEO_H
#define IDEENKARTE_GEO_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    double lon; /* degrees east, -180..180 */
    double lat; /* degrees north, -90..90 */
} ik_lonlat;

typedef struct {
    double west, south, east, north; /* degrees; empty when west > east */
} ik_lonlat_box;

/* Metres between two positions on the sphere of radius 6 371 008.8 m (haversine). */
double ik_lonlat_distance_m(ik_lonlat from, ik_lonlat to);

/* The position `east_m`, `north_m` metres away; for short distances (< 100 km). */
ik_lonlat ik_lonlat_moved(ik_lonlat from, double east_m, double north_m);

bool ik_lonlat_box_contains(const ik_lonlat_box *box, ik_lonlat position);

G_END_DECLS

#endif
