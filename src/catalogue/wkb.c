/* wkb.c — faces of a topology as well-known binary.   [catalogue] */
#include "wkb.h"

#include <string.h>

enum { TYPE_POLYGON = 3, TYPE_MULTIPOLYGON = 6 };

static void append_count(GByteArray *out, guint32 value)
{
    const guint32 little = GUINT32_TO_LE(value);
    g_byte_array_append(out, (const guint8 *)&little, sizeof little);
}

static void append_double(GByteArray *out, double value)
{
    guint64 bits;
    memcpy(&bits, &value, sizeof bits);
    bits = GUINT64_TO_LE(bits);
    g_byte_array_append(out, (const guint8 *)&bits, sizeof bits);
}

static void append_head(GByteArray *out, guint32 type, guint32 parts)
{
    const guint8 little_endian = 1;
    g_byte_array_append(out, &little_endian, 1);
    append_count(out, type);
    append_count(out, parts);
}

static void append_ring(GByteArray *out, const ik_topology *topology, const ik_ring *ring,
                        GArray *points)
{
    g_array_set_size(points, 0);
    ik_topology_ring_points(topology, ring, true, points);
    append_count(out, points->len);
    for (guint i = 0; i < points->len; i++) {
        const ik_lonlat at = ik_lonlat_from_fixed(g_array_index(points, ik_fixed_lonlat, i));
        append_double(out, at.lon);
        append_double(out, at.lat);
    }
}

/* Rings of the polygon that starts at `first`: the exterior one and the holes behind it. */
static guint32 polygon_rings(const ik_ring *rings, guint32 first, guint32 count)
{
    guint32 n = 1;
    while (first + n < count && rings[first + n].is_hole)
        n++;
    return n;
}

GBytes *ik_wkb_from_face(const ik_topology *topology, guint32 face)
{
    const ik_face *const of = &topology->faces[face];
    const ik_ring *const rings = topology->rings + of->first;
    guint32 n_polygons = 0;
    for (guint32 i = 0; i < of->count; i++)
        n_polygons += !rings[i].is_hole;
    if (n_polygons == 0)
        return NULL;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(ik_fixed_lonlat));
    GByteArray *out = g_byte_array_new();
    append_head(out, TYPE_MULTIPOLYGON, n_polygons);
    for (guint32 i = 0, n = 0; i < of->count; i += n) {
        n = polygon_rings(rings, i, of->count);
        append_head(out, TYPE_POLYGON, n);
        for (guint32 ring = i; ring < i + n; ring++)
            append_ring(out, topology, &rings[ring], points);
    }
    return g_byte_array_free_to_bytes(out);
}
