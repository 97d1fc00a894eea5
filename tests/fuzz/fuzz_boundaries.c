/* fuzz_boundaries.c — any GeoJSON: one error, or rings that add up; from them one error, or arcs that do.   [tests]
 *
 * The topology must cover what the rings covered: the areas of a face are the same, to the last unit.
 */
#include "fuzz_support.h"

#include <stdlib.h>
#include <string.h>

#include "boundaries.h"

static void check_rings(const ik_coverage_rings *rings, guint n_points)
{
    guint points = 0;
    for (uint32_t i = 0; i < rings->n_rings; i++) {
        g_assert(rings->ring_points[i] >= 3);
        g_assert(rings->ring_faces[i] < rings->n_faces);
        g_assert(i == 0 || rings->ring_faces[i] >= rings->ring_faces[i - 1]);
        points += rings->ring_points[i];
    }
    g_assert(points == n_points);
    for (guint i = 0; i < n_points; i++) {
        g_assert(abs(rings->points[i].lon_e6) <= 180000000);
        g_assert(abs(rings->points[i].lat_e6) <= 90000000);
    }
}

/* Twice the signed area modulo 2^64, and so exact for comparing. */
static uint64_t area2(const ik_fixed_lonlat *points, guint n)
{
    uint64_t sum = 0;
    for (guint i = 0; i < n; i++) {
        const ik_fixed_lonlat *a = &points[i], *b = &points[(i + 1) % n];
        sum += (uint64_t)((int64_t)a->lon_e6 * b->lat_e6 - (int64_t)b->lon_e6 * a->lat_e6);
    }
    return sum;
}

static uint64_t area2_of_rings(const ik_coverage_rings *rings, uint32_t face)
{
    uint64_t sum = 0;
    guint first = 0;
    for (uint32_t i = 0; i < rings->n_rings; i++) {
        if (rings->ring_faces[i] == face)
            sum += area2(rings->points + first, rings->ring_points[i]);
        first += rings->ring_points[i];
    }
    return sum;
}

static uint64_t area2_of_face(const ik_topology *topology, uint32_t face)
{
    uint64_t sum = 0;
    const ik_face *f = &topology->faces[face];
    g_assert(f->first + f->count <= topology->n_rings);
    for (uint32_t i = 0; i < f->count; i++) {
        const ik_ring *ring = &topology->rings[f->first + i];
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
        ik_topology_ring_points(topology, ring, false, points);
        g_assert(points->len >= 3);
        g_assert((i == 0) <= !ring->is_hole);
        sum += area2((const ik_fixed_lonlat *)(const void *)points->data, points->len);
    }
    return sum;
}

static void check_arcs(const ik_topology *topology)
{
    for (uint32_t i = 0; i < topology->n_arcs; i++) {
        const ik_arc *arc = &topology->arcs[i];
        g_assert(arc->count >= 2 && arc->first + arc->count <= topology->n_points);
        g_assert(arc->left != arc->right);
        g_assert(arc->left == IK_NONE || arc->left < topology->n_faces);
        g_assert(arc->right == IK_NONE || arc->right < topology->n_faces);
    }
    for (uint32_t i = 0; i < topology->n_refs; i++) {
        ik_arc_ref ref = topology->refs[i];
        g_assert((uint32_t)(ref >= 0 ? ref : ~ref) < topology->n_arcs);
    }
}

/* Every municipality in one group: what is left is the outline of all. */
static void check_union(const ik_topology *topology, uint64_t area)
{
    g_autofree uint32_t *group = g_new0(uint32_t, topology->n_faces);
    g_autoptr(ik_topology) joined = ik_topology_dissolve(topology, group, 1);
    g_assert(joined->n_faces == 1);
    g_assert(area2_of_face(joined, 0) == area);
}

static void check_topology(const ik_coverage_rings *rings)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_topology) topology = ik_topology_build(rings, &error);
    if (topology == NULL) {
        fuzz_require_failure(error);
        return;
    }
    g_assert(error == NULL && topology->n_faces == rings->n_faces);
    check_arcs(topology);
    uint64_t area = 0;
    for (uint32_t face = 0; face < rings->n_faces; face++) {
        g_assert(area2_of_face(topology, face) == area2_of_rings(rings, face));
        area += area2_of_face(topology, face);
    }
    if (rings->n_faces > 0)
        check_union(topology, area);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    const char *path = fuzz_file("input.geojson", data, size);
    g_autoptr(ik_boundaries) boundaries = ik_boundaries_load(path, &error);
    if (boundaries == NULL) {
        fuzz_require_failure(error);
        g_assert(g_str_has_prefix(error->message, "input.geojson:"));
        return 0;
    }
    g_assert(error == NULL);
    for (guint i = 0; i < boundaries->ags->len; i++)
        fuzz_require_utf8(g_ptr_array_index(boundaries->ags, i));
    ik_coverage_rings rings = ik_boundaries_rings(boundaries);
    check_rings(&rings, boundaries->points->len);
    check_topology(&rings);
    return 0;
}
