/* geos.c — faces handed to GEOS through its reentrant interface.   [geo] */
#include "geos.h"

#include <geos_c.h>
#include <math.h>

static GEOSGeometry *make_ring(GEOSContextHandle_t geos, const ik_topology *topology,
                               const ik_ring *ring)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    ik_topology_ring_points(topology, ring, true, points);
    GEOSCoordSequence *sequence = GEOSCoordSeq_create_r(geos, points->len, 2);
    for (guint i = 0; i < points->len; i++) {
        ik_lonlat p = ik_lonlat_from_fixed(g_array_index(points, ik_fixed_lonlat, i));
        GEOSCoordSeq_setXY_r(geos, sequence, i, p.lon, p.lat);
    }
    return GEOSGeom_createLinearRing_r(geos, sequence);
}

/* The polygon of the exterior ring `first`, with the holes that follow it; `next` receives the ring
 * behind them. */
static GEOSGeometry *make_polygon(GEOSContextHandle_t geos, const ik_topology *topology,
                                  uint32_t first, uint32_t end, uint32_t *next)
{
    *next = first + 1;
    while (*next < end && topology->rings[*next].is_hole) {
        (*next)++;
    }
    guint n_holes = *next - first - 1;
    g_autofree GEOSGeometry **holes = g_new(GEOSGeometry *, n_holes + 1);
    for (guint i = 0; i < n_holes; i++) {
        holes[i] = make_ring(geos, topology, &topology->rings[first + 1 + i]);
    }
    GEOSGeometry *shell = make_ring(geos, topology, &topology->rings[first]);
    return GEOSGeom_createPolygon_r(geos, shell, holes, n_holes);
}

static GEOSGeometry *make_face(GEOSContextHandle_t geos, const ik_topology *topology, uint32_t face)
{
    g_autoptr(GPtrArray) polygons = g_ptr_array_new();
    uint32_t ring = topology->faces[face].first, end = ring + topology->faces[face].count;
    while (ring < end) {
        g_ptr_array_add(polygons, make_polygon(geos, topology, ring, end, &ring));
    }
    return GEOSGeom_createCollection_r(geos, GEOS_MULTIPOLYGON, (GEOSGeometry **)polygons->pdata,
                                       polygons->len);
}

bool ik_geos_face_is_valid(const ik_topology *topology, guint32 face, char **reason)
{
    GEOSContextHandle_t geos = GEOS_init_r();
    GEOSGeometry *geometry = make_face(geos, topology, face);
    bool is_valid = GEOSisValid_r(geos, geometry) == 1;
    if (!is_valid && reason != NULL) {
        char *text = GEOSisValidReason_r(geos, geometry);
        *reason = g_strdup(text);
        GEOSFree_r(geos, text);
    }
    GEOSGeom_destroy_r(geos, geometry);
    GEOS_finish_r(geos);
    return is_valid;
}

static GEOSGeometry *make_union(GEOSContextHandle_t geos, const ik_topology *topology,
                                const guint32 *faces, guint n)
{
    g_autofree GEOSGeometry **parts = g_new(GEOSGeometry *, n + 1);
    for (guint i = 0; i < n; i++) {
        parts[i] = make_face(geos, topology, faces[i]);
    }
    GEOSGeometry *all = GEOSGeom_createCollection_r(geos, GEOS_GEOMETRYCOLLECTION, parts, n);
    GEOSGeometry *joined = GEOSUnaryUnion_r(geos, all);
    GEOSGeom_destroy_r(geos, all);
    return joined;
}

double ik_geos_union_difference(const ik_topology *parts, const guint32 *faces, guint n,
                                const ik_topology *whole, guint32 whole_face)
{
    GEOSContextHandle_t geos = GEOS_init_r();
    GEOSGeometry *joined = make_union(geos, parts, faces, n);
    GEOSGeometry *face = make_face(geos, whole, whole_face);
    GEOSGeometry *difference = joined != NULL ? GEOSSymDifference_r(geos, joined, face) : NULL;
    double area = NAN;
    if (difference != NULL) {
        GEOSArea_r(geos, difference, &area);
        GEOSGeom_destroy_r(geos, difference);
    }
    if (joined != NULL) {
        GEOSGeom_destroy_r(geos, joined);
    }
    GEOSGeom_destroy_r(geos, face);
    GEOS_finish_r(geos);
    return area;
}
