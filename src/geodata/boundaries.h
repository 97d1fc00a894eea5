/* boundaries.h — reading the boundaries of municipalities from GeoJSON.   [geodata]
 *
 * RFC 7946: a FeatureCollection of Polygon and MultiPolygon features, each with the municipality's
 * key in the property `ags`. Coordinates are rounded to 1e-6 degrees.
 */
#ifndef IK_BOUNDARIES_H
#define IK_BOUNDARIES_H

#include "topology.h"

/* One feature is one face, in the order of the file. */
typedef struct {
    GPtrArray *ags;      /* of char *, owned: the key of each face */
    GArray *points;      /* of ik_fixed_lonlat, all rings, the first point not repeated */
    GArray *ring_points; /* of uint32_t: points in each ring */
    GArray *ring_faces;  /* of uint32_t: face of each ring */
} ik_boundaries;

/* Reads a file.
 *
 *   returns  the caller's; rings run with their face on the left, whatever the file's habit
 *   error    NOT_FOUND, IO; INPUT for broken JSON and for what is no collection of polygons with a
 *            key each, with the number of the feature, counted from 0
 */
ik_boundaries *ik_boundaries_load(const char *path, GError **error);
void ik_boundaries_free(ik_boundaries *boundaries);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_boundaries, ik_boundaries_free)

/* The same rings as the topology wants them; borrowed. */
ik_coverage_rings ik_boundaries_rings(const ik_boundaries *boundaries);

#endif
