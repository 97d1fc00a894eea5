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

double ik_geos_union_area(const ik_topology *topology, const guint32 *faces, guint n)
{
    GEOSContextHandle_t geos = GEOS_init_r();
    GEOSGeometry *joined = make_union(geos, topology, faces, n);
    double area = NAN;
    if (joined != NULL) {
        GEOSArea_r(geos, joined, &area);
        GEOSGeom_destroy_r(geos, joined);
    }
    GEOS_finish_r(geos);
    return area;
}

struct ik_geos_locator {
    GEOSContextHandle_t geos;
    GEOSSTRtree *tree;
    guint32 n_faces;
    GEOSGeometry **faces;
    const GEOSPreparedGeometry **prepared;
};

ik_geos_locator *ik_geos_locator_new(const ik_topology *topology)
{
    ik_geos_locator *locator = g_new0(ik_geos_locator, 1);
    locator->geos = GEOS_init_r();
    locator->tree = GEOSSTRtree_create_r(locator->geos, 10);
    locator->n_faces = topology->n_faces;
    locator->faces = g_new0(GEOSGeometry *, topology->n_faces + 1);
    locator->prepared = g_new0(const GEOSPreparedGeometry *, topology->n_faces + 1);
    for (guint32 i = 0; i < topology->n_faces; i++) {
        locator->faces[i] = make_face(locator->geos, topology, i);
        locator->prepared[i] = GEOSPrepare_r(locator->geos, locator->faces[i]);
        GEOSSTRtree_insert_r(locator->geos, locator->tree, locator->faces[i], GUINT_TO_POINTER(i));
    }
    return locator;
}

void ik_geos_locator_free(ik_geos_locator *locator)
{
    if (locator == NULL) {
        return;
    }
    GEOSSTRtree_destroy_r(locator->geos, locator->tree);
    for (guint32 i = 0; i < locator->n_faces; i++) {
        GEOSPreparedGeom_destroy_r(locator->geos, locator->prepared[i]);
        GEOSGeom_destroy_r(locator->geos, locator->faces[i]);
    }
    g_free(locator->prepared);
    g_free(locator->faces);
    GEOS_finish_r(locator->geos);
    g_free(locator);
}

typedef struct {
    const ik_geos_locator *locator;
    GEOSGeometry *point;
    guint32 found;
} point_query;

static void test_candidate(void *item, void *user_data)
{
    point_query *query = user_data;
    guint32 face = GPOINTER_TO_UINT(item);
    if (face < query->found &&
        GEOSPreparedIntersects_r(query->locator->geos, query->locator->prepared[face],
                                 query->point) == 1) {
        query->found = face;
    }
}

guint32 ik_geos_locator_locate(ik_geos_locator *locator, ik_lonlat position)
{
    point_query query = {
        .locator = locator,
        .point = GEOSGeom_createPointFromXY_r(locator->geos, position.lon, position.lat),
        .found = IK_NONE,
    };
    GEOSSTRtree_query_r(locator->geos, locator->tree, query.point, test_candidate, &query);
    GEOSGeom_destroy_r(locator->geos, query.point);
    return query.found;
}
