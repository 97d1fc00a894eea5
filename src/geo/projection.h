/* projection.h — coordinates of other reference systems, through PROJ.   [geo]
 *
 * No grid is ever fetched from a network. Systems on the old datum DHDN are turned with the grid
 * BETA2007 where PROJ's data are installed (centimetres), else by seven parameters (metres).
 *
 * Threads  one projection serves one thread.   Cost  about a microsecond a point.
 */
#ifndef IK_PROJECTION_H
#define IK_PROJECTION_H

#include <ideenkarte/geo.h>

typedef struct ik_projection ik_projection;

/* Prepares the way from a reference system to WGS 84 and back.
 *
 *   epsg     code of a projected or geographic system: 25832, 4647, 31466, 4326
 *   returns  the caller's
 *   error    UNSUPPORTED when PROJ does not know it or knows no way
 */
ik_projection *ik_projection_new(guint epsg, GError **error);
void ik_projection_free(ik_projection *projection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_projection, ik_projection_free)

/* Turns one position.
 *
 *   easting, northing  metres; for geographic systems degrees, longitude first
 *   position           receives WGS 84 degrees
 *   error              INPUT when the point lies outside what the projection can do
 */
bool ik_projection_to_lonlat(const ik_projection *projection, double easting, double northing,
                             ik_lonlat *position, GError **error);

/* The way back, in the same units and with the same error. */
bool ik_projection_from_lonlat(const ik_projection *projection, ik_lonlat position, double *easting,
                               double *northing, GError **error);

#endif
