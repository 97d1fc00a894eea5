/* topology.c — reading a topology: rings as points, areas, what lies inside.   [geo] */
#include "orientation.h"
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

ik_lonlat ik_lonlat_from_fixed(ik_fixed_lonlat point)
{
    return (ik_lonlat){.lon = point.lon_e6 / 1e6, .lat = point.lat_e6 / 1e6};
}

typedef enum { OUTSIDE, INSIDE, ON_BORDER } ring_side;

/* Counts how often a ray to the east crosses the ring. */
static ring_side locate_in_ring(const GArray *ring, ik_lonlat position)
{
    bool inside = false;
    ik_lonlat a = ik_lonlat_from_fixed(g_array_index(ring, ik_fixed_lonlat, ring->len - 1));
    for (guint i = 0; i < ring->len; i++) {
        ik_lonlat b = ik_lonlat_from_fixed(g_array_index(ring, ik_fixed_lonlat, i));
        if (ik_lonlat_is_between(a, b, position)) {
            return ON_BORDER;
        }
        bool upwards = a.lat <= position.lat && b.lat > position.lat;
        bool downwards = b.lat <= position.lat && a.lat > position.lat;
        if (upwards || downwards) {
            inside ^= (ik_lonlat_orientation(a, b, position) > 0) == upwards;
        }
        a = b;
    }
    return inside ? INSIDE : OUTSIDE;
}

bool ik_topology_face_contains(const ik_topology *topology, uint32_t face, ik_lonlat position)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    const ik_face *f = &topology->faces[face];
    bool inside = false;
    for (uint32_t i = 0; i < f->count; i++) {
        g_array_set_size(points, 0);
        ik_topology_ring_points(topology, &topology->rings[f->first + i], false, points);
        ring_side side = locate_in_ring(points, position);
        if (side == ON_BORDER) {
            return true;
        }
        inside ^= side == INSIDE;
    }
    return inside;
}

static ik_lonlat_box box_around(const ik_fixed_lonlat *points, gsize n_points)
{
    int32_t west = INT32_MAX, south = INT32_MAX, east = INT32_MIN, north = INT32_MIN;
    for (gsize i = 0; i < n_points; i++) {
        west = MIN(west, points[i].lon_e6);
        east = MAX(east, points[i].lon_e6);
        south = MIN(south, points[i].lat_e6);
        north = MAX(north, points[i].lat_e6);
    }
    return (ik_lonlat_box){west / 1e6, south / 1e6, east / 1e6, north / 1e6};
}

ik_lonlat_box ik_topology_box(const ik_topology *topology)
{
    return box_around(topology->points, topology->n_points);
}

ik_lonlat_box ik_topology_face_box(const ik_topology *topology, uint32_t face)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    const ik_face *of = &topology->faces[face];
    for (uint32_t ring = of->first; ring < of->first + of->count; ring++)
        ik_topology_ring_points(topology, &topology->rings[ring], false, points);
    return box_around((const ik_fixed_lonlat *)(const void *)points->data, points->len);
}
