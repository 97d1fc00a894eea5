/* territory.c — looking things up in a territory by their keys.   [geo] */
#include "topology.h"

#include <string.h>

/* Index of the row whose first member, a text, is `key`, in a table of rows of `row_size` bytes
 * sorted by it. */
static guint32 find_row(const void *rows, guint32 n, gsize row_size, const char *key)
{
    const char *bytes = rows;
    guint32 low = 0, high = n;
    while (low < high) {
        guint32 middle = low + (high - low) / 2;
        const char *const *cell = (const void *)(bytes + middle * row_size);
        int order = strcmp(*cell, key);
        if (order == 0) {
            return middle;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return IK_NONE;
}

G_STATIC_ASSERT(G_STRUCT_OFFSET(ik_municipality, ags) == 0);
G_STATIC_ASSERT(G_STRUCT_OFFSET(ik_postcode, code) == 0);

guint32 ik_territory_find_municipality(const ik_territory *territory, const char *ags)
{
    return find_row(territory->municipalities, territory->n_municipalities, sizeof(ik_municipality),
                    ags);
}

guint32 ik_territory_find_postcode(const ik_territory *territory, const char *code)
{
    return find_row(territory->postcodes, territory->n_postcodes, sizeof(ik_postcode), code);
}

guint32 ik_territory_find_region(const ik_territory *territory, const char *id)
{
    for (guint32 i = 0; i < territory->n_regions; i++) {
        if (strcmp(territory->regions[i].id, id) == 0) {
            return i;
        }
    }
    return IK_NONE;
}

ik_lonlat_box ik_territory_box(const ik_territory *territory)
{
    return ik_topology_box(territory->borders);
}
