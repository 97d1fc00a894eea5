/* topology.c — reading a topology: rings as points, areas, what lies inside.   [geo] */
#include "topology_storage.h"

void ik_topology_free(ik_topology *topology)
{
    if (topology == NULL) {
        return;
    }
    ik_topology_storage *storage = (ik_topology_storage *)topology;
    GArray *owned[] = {storage->points, storage->arcs, storage->refs, storage->rings,
                       storage->faces};
    for (gsize i = 0; i < G_N_ELEMENTS(owned); i++) {
        if (owned[i] != NULL) {
            g_array_unref(owned[i]);
        }
    }
    g_free(storage);
}

/* Appends an arc's points but its last, which is the next arc's first. */
static void append_arc(const ik_topology *topology, ik_arc_ref ref, GArray *points)
{
    const ik_arc *arc = &topology->arcs[ref >= 0 ? ref : ~ref];
    const ik_fixed_lonlat *first = &topology->points[arc->first];
    if (ref >= 0) {
        g_array_append_vals(points, first, arc->count - 1);
        return;
    }
    for (uint32_t i = arc->count - 1; i > 0; i--) {
        g_array_append_val(points, first[i]);
    }
}

void ik_topology_ring_points(const ik_topology *topology, const ik_ring *ring, bool close,
                             GArray *points)
{
    guint before = points->len;
    for (uint32_t i = 0; i < ring->count; i++) {
        append_arc(topology, topology->refs[ring->first + i], points);
    }
    if (close) {
        ik_fixed_lonlat first = g_array_index(points, ik_fixed_lonlat, before);
        g_array_append_val(points, first);
    }
}

/* The sum is taken modulo 2^64: parts of it may be larger than the whole, which fits. */
double ik_fixed_ring_area2(const ik_fixed_lonlat *points, guint n_points)
{
    uint64_t sum = 0;
    for (guint i = 1; i + 1 < n_points; i++) {
        int64_t ax = (int64_t)points[i].lon_e6 - points[0].lon_e6;
        int64_t ay = (int64_t)points[i].lat_e6 - points[0].lat_e6;
        int64_t bx = (int64_t)points[i + 1].lon_e6 - points[0].lon_e6;
        int64_t by = (int64_t)points[i + 1].lat_e6 - points[0].lat_e6;
        sum += (uint64_t)(ax * by) - (uint64_t)(ay * bx);
    }
    return (double)(int64_t)sum;
}
