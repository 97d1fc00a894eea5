/* territory_store.c — regions, districts and municipalities into the catalogue.   [catalogue]
 *
 * The areas of regions and districts are the municipalities joined along their shared borders: exact, without slivers.
 */
#include "store_parts.h"
#include "wkb.h"

static void bind_face(ik_statement *insert, int parameter, const ik_topology *topology,
                      guint32 face)
{
    g_autoptr(GBytes) wkb = ik_wkb_from_face(topology, face);
    if (wkb == NULL) {
        ik_bind_null(insert, parameter);
        return;
    }
    gsize size = 0;
    const void *bytes = g_bytes_get_data(wkb, &size);
    ik_bind_blob(insert, parameter, bytes, size);
}

static bool store_regions(ik_db *db, const ik_territory *territory, const ik_topology *areas,
                          GError **error)
{
    g_autoptr(ik_statement) insert = ik_statement_new(
        db, "INSERT INTO regions VALUES (?, ?, ?, ?, ?, GeomFromWKB(?, 4326))", error);
    if (insert == NULL)
        return false;
    for (guint32 i = 0; i < territory->n_regions; i++) {
        const ik_region *region = &territory->regions[i];
        ik_bind_integer(insert, 1, i + 1);
        ik_bind_text(insert, 2, region->id);
        ik_bind_integer(insert, 3, region->number);
        ik_bind_text(insert, 4, region->name);
        ik_bind_text(insert, 5, region->agency);
        bind_face(insert, 6, areas, i);
        if (!ik_statement_run(insert, error))
            return false;
    }
    return true;
}

static bool store_districts(ik_db *db, const ik_territory *territory, const ik_topology *areas,
                            GError **error)
{
    g_autoptr(ik_statement) insert = ik_statement_new(
        db, "INSERT INTO districts VALUES (?, ?, ?, ?, GeomFromWKB(?, 4326))", error);
    if (insert == NULL)
        return false;
    for (guint32 i = 0; i < territory->n_districts; i++) {
        const ik_district *district = &territory->districts[i];
        const char *const texts[] = {district->code, district->name, district->kind};
        ik_bind_integer(insert, 1, i + 1);
        ik_bind_texts(insert, 2, texts, G_N_ELEMENTS(texts));
        bind_face(insert, 5, areas, i);
        if (!ik_statement_run(insert, error))
            return false;
    }
    return true;
}

static bool store_municipality(ik_statement *insert, const ik_territory *territory, guint32 index,
                               GError **error)
{
    const ik_municipality *of = &territory->municipalities[index];
    const char *const texts[] = {of->ags, of->name, of->kind,
                                 territory->districts[of->district].code,
                                 territory->regions[of->region].id};
    ik_bind_integer(insert, 1, index + 1);
    ik_bind_texts(insert, 2, texts, G_N_ELEMENTS(texts));
    ik_bind_integer(insert, 7, of->population);
    ik_bind_text(insert, 8, of->population_source);
    ik_bind_position(insert, 9, true, of->label);
    bind_face(insert, 11, territory->borders, index);
    return ik_statement_run(insert, error);
}

static bool store_municipalities(ik_db *db, const ik_territory *territory, GError **error)
{
    g_autoptr(ik_statement) insert = ik_statement_new(
        db,
        "INSERT INTO municipalities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, GeomFromWKB(?, 4326))",
        error);
    if (insert == NULL)
        return false;
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        if (!store_municipality(insert, territory, i, error))
            return false;
    return true;
}

static ik_topology *join(const ik_territory *territory, bool by_region)
{
    g_autofree guint32 *groups = g_new(guint32, territory->n_municipalities);
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        groups[i] =
            by_region ? territory->municipalities[i].region : territory->municipalities[i].district;
    return ik_topology_dissolve(territory->borders, groups,
                                by_region ? territory->n_regions : territory->n_districts);
}

bool ik_store_territory(ik_db *db, const ik_territory *territory, GError **error)
{
    g_autoptr(ik_topology) regions = join(territory, true);
    g_autoptr(ik_topology) districts = join(territory, false);
    return store_regions(db, territory, regions, error) &&
           store_districts(db, territory, districts, error) &&
           store_municipalities(db, territory, error);
}
