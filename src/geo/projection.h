/* projection.h — coordinates of other reference systems, through PROJ.   [geo] */
#ifndef IK_PROJECTION_H
#define IK_PROJECTION_H

#include <ideenkarte/geo.h>

typedef struct ik_projection ik_projection;

/* From an EPSG code (e.g. 25832, 4647, 31466, 4326) to WGS 84. UNSUPPORTED: PROJ does not know it. One
 * projection serves one thread. */
ik_projection *ik_projection_new(guint epsg, GError **error);
void ik_projection_free(ik_projection *projection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_projection, ik_projection_free)

/* Easting and northing in metres (degrees for geographic systems: longitude, latitude). INPUT when the point
 * lies outside what the projection can do. */
bool ik_projection_to_lonlat(const ik_projection *projection, double easting, double northing,
                             ik_lonlat *position, GError **error);

#endif
