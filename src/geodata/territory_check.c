/* territory_check.c — cross-checks of a territory.   [geodata] */
#include "territory_check.h"

#include "geos.h"
#include "table.h"

#include <ideenkarte/error.h>
#include <string.h>

/* Applies a row of region_members.csv: `named` counts for each municipality the rows that name it. */
static void check_member(const ik_territory *territory, ik_table *table, guint *named)
{
    const char *id = ik_table_text(table, 0), *prefix = ik_table_text(table, 1);
    guint32 region = ik_territory_find_region(territory, id);
    bool is_idle = true;
    if (region == IK_NONE) {
        ik_table_fail(table, "region \"%s\" is not in regions.csv", id);
    }
    for (guint32 i = 0; i < territory->n_municipalities; i++) {
        const ik_municipality *municipality = &territory->municipalities[i];
        if (!g_str_has_prefix(municipality->ags, prefix)) {
            continue;
        }
        is_idle = false;
        if (municipality->region != region) {
            ik_table_fail(table,
                          "municipality %s belongs to %s here and to %s in municipalities.csv",
                          municipality->ags, id, territory->regions[municipality->region].id);
        }
        if (named[i]++ > 0) {
            ik_table_fail(table, "municipality %s is named twice", municipality->ags);
        }
    }
    if (is_idle) {
        ik_table_fail(table, "no municipality begins with \"%s\"", prefix);
    }
}

bool ik_territory_check_regions(const ik_territory *territory, const char *folder, GError **error)
{
    g_autoptr(ik_table) table =
        ik_table_open(folder, "region_members.csv", "region,ags_prefix", error);
    if (table == NULL) {
        return false;
    }
    g_autofree guint *named = g_new0(guint, territory->n_municipalities + 1);
    while (ik_table_next(table)) {
        check_member(territory, table, named);
    }
    for (guint32 i = 0; i < territory->n_municipalities; i++) {
        if (named[i] == 0) {
            ik_table_fail(table, "municipality %s is in no region",
                          territory->municipalities[i].ags);
        }
    }
    return ik_table_finish(table, error);
}

static bool check_face(const ik_territory *territory, guint32 index, GError **error)
{
    const ik_municipality *municipality = &territory->municipalities[index];
    g_autofree char *reason = NULL;
    if (!ik_geos_face_is_valid(territory->borders, index, &reason)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "municipalities.geojson: %s is not valid: %s",
                    municipality->ags, reason);
        return false;
    }
    if (!ik_topology_face_contains(territory->borders, index, municipality->label)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "municipalities.csv: point of %s lies outside its polygons", municipality->ags);
        return false;
    }
    return true;
}

/* Building sees overlaps along a segment; those across segments make the outline of all invalid. */
static bool check_overlaps(const ik_topology *borders, GError **error)
{
    g_autofree uint32_t *all_together = g_new0(uint32_t, (gsize)borders->n_faces + 1);
    g_autoptr(ik_topology) whole = ik_topology_dissolve(borders, all_together, 1);
    g_autofree char *reason = NULL;
    if (!ik_geos_face_is_valid(whole, 0, &reason)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "municipalities.geojson: municipalities overlap: %s", reason);
        return false;
    }
    return true;
}

bool ik_territory_check_faces(const ik_territory *territory, GError **error)
{
    for (guint32 i = 0; i < territory->n_municipalities; i++) {
        if (!check_face(territory, i, error)) {
            return false;
        }
    }
    return check_overlaps(territory->borders, error);
}
