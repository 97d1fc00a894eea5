/* territory_digest.c — one checksum over all that a territory says.   [site]
 *
 * Text with its terminating NUL, numbers as big-endian 64-bit integers, degrees as millionths: the bytes that
 * are summed do not depend on the machine.
 */
#include <math.h>
#include <string.h>

#include "manifest.h"
#include "topology.h"

static void add_text(GChecksum *sum, const char *text)
{
    const char *known = text != NULL ? text : "";
    g_checksum_update(sum, (const guchar *)known, (gssize)strlen(known) + 1);
}

static void add_number(GChecksum *sum, gint64 number)
{
    const gint64 bytes = GINT64_TO_BE(number);
    g_checksum_update(sum, (const guchar *)&bytes, sizeof bytes);
}

static void add_municipalities(GChecksum *sum, const ik_territory *territory)
{
    for (guint32 i = 0; i < territory->n_municipalities; i++) {
        const ik_municipality *row = &territory->municipalities[i];
        const char *const texts[] = {row->ags, row->name, row->kind, row->population_source};
        for (guint t = 0; t < G_N_ELEMENTS(texts); t++)
            add_text(sum, texts[t]);
        add_number(sum, row->district);
        add_number(sum, row->region);
        add_number(sum, row->population);
        add_number(sum, llround(row->label.lon * 1e6));
        add_number(sum, llround(row->label.lat * 1e6));
    }
}

static void add_divisions(GChecksum *sum, const ik_territory *territory)
{
    for (guint32 i = 0; i < territory->n_districts; i++) {
        add_text(sum, territory->districts[i].code);
        add_text(sum, territory->districts[i].name);
        add_text(sum, territory->districts[i].kind);
    }
    for (guint32 i = 0; i < territory->n_regions; i++) {
        add_text(sum, territory->regions[i].id);
        add_number(sum, territory->regions[i].number);
        add_text(sum, territory->regions[i].name);
        add_text(sum, territory->regions[i].agency);
    }
}

static void add_postcodes(GChecksum *sum, const ik_territory *territory)
{
    for (guint32 i = 0; i < territory->n_postcodes; i++) {
        const ik_postcode *row = &territory->postcodes[i];
        add_text(sum, row->code);
        add_number(sum, row->count);
        for (guint32 m = 0; m < row->count; m++)
            add_number(sum, territory->postcode_municipalities[row->first + m]);
    }
}

static void add_borders(GChecksum *sum, const ik_topology *borders)
{
    for (uint32_t i = 0; i < borders->n_arcs; i++) {
        add_number(sum, borders->arcs[i].count);
        add_number(sum, borders->arcs[i].left);
        add_number(sum, borders->arcs[i].right);
    }
    for (uint32_t i = 0; i < borders->n_points; i++) {
        add_number(sum, borders->points[i].lon_e6);
        add_number(sum, borders->points[i].lat_e6);
    }
}

char *ik_territory_digest(const ik_territory *territory)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    add_number(sum, territory->n_municipalities);
    add_number(sum, territory->n_districts);
    add_number(sum, territory->n_regions);
    add_number(sum, territory->n_postcodes);
    add_municipalities(sum, territory);
    add_divisions(sum, territory);
    add_postcodes(sum, territory);
    add_borders(sum, territory->borders);
    return g_strdup(g_checksum_get_string(sum));
}
