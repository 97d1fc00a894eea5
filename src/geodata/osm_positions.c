/* osm_positions.c — two sorted arrays.   [geodata] */
#include "osm_positions.h"

#include <math.h>
#include <stdlib.h>

#define UNITS_PER_DEGREE 1e7
#define UNSET            G_MAXINT32

typedef struct {
    gint32 lon, lat; /* 1e-7 degrees; lon UNSET: not filled in */
} osm_position;

struct ik_osm_positions {
    GArray *ids; /* gint64, sorted once sealed */
    osm_position *positions;
};

ik_osm_positions *ik_osm_positions_new(void)
{
    ik_osm_positions *positions = g_new0(ik_osm_positions, 1);
    positions->ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    return positions;
}

void ik_osm_positions_free(ik_osm_positions *positions)
{
    if (positions == NULL)
        return;
    g_array_unref(positions->ids);
    g_free(positions->positions);
    g_free(positions);
}

void ik_osm_positions_ask(ik_osm_positions *positions, gint64 id)
{
    g_assert(positions->positions == NULL);
    g_array_append_val(positions->ids, id);
}

static int compare_ids(const void *a, const void *b)
{
    gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;
    return (one > other) - (one < other);
}

void ik_osm_positions_seal(ik_osm_positions *positions)
{
    gint64 *ids = (gint64 *)(gpointer)positions->ids->data;
    guint n = positions->ids->len, kept = 0;
    if (n > 0)
        qsort(ids, n, sizeof *ids, compare_ids);
    for (guint i = 0; i < n; i++)
        if (kept == 0 || ids[kept - 1] != ids[i])
            ids[kept++] = ids[i];
    g_array_set_size(positions->ids, kept);
    positions->positions = g_new(osm_position, (gsize)kept + 1);
    for (guint i = 0; i < kept; i++)
        positions->positions[i].lon = UNSET;
}

static bool find(const ik_osm_positions *positions, gint64 id, guint *index)
{
    const gint64 *ids = (const gint64 *)(gconstpointer)positions->ids->data;
    guint low = 0, high = positions->ids->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (ids[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    *index = low;
    return low < positions->ids->len && ids[low] == id;
}

bool ik_osm_positions_wants(const ik_osm_positions *positions, gint64 id)
{
    guint index;
    return find(positions, id, &index);
}

void ik_osm_positions_set(ik_osm_positions *positions, gint64 id, ik_lonlat position)
{
    guint index;
    if (!find(positions, id, &index))
        return;
    positions->positions[index] = (osm_position){(gint32)lround(position.lon * UNITS_PER_DEGREE),
                                                 (gint32)lround(position.lat * UNITS_PER_DEGREE)};
}

bool ik_osm_positions_get(const ik_osm_positions *positions, gint64 id, ik_lonlat *position)
{
    guint index;
    if (!find(positions, id, &index) || positions->positions[index].lon == UNSET)
        return false;
    *position = (ik_lonlat){positions->positions[index].lon / UNITS_PER_DEGREE,
                            positions->positions[index].lat / UNITS_PER_DEGREE};
    return true;
}
