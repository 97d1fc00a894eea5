/* fuzz_territory.c — any folder of tables and boundaries: one error, or tables that point to each other.   [tests] */
#include "fuzz_support.h"

#include <string.h>

#include "territory_data.h"

static const char *const names[] = {
    "districts.csv", "regions.csv",     "region_members.csv",     "municipalities.csv",
    "postcodes.csv", "attribution.csv", "municipalities.geojson", NULL};

static void check_municipality(const ik_territory *territory, guint32 i)
{
    const ik_municipality *municipality = &territory->municipalities[i];
    g_assert(strlen(municipality->ags) == 8);
    g_assert(municipality->district < territory->n_districts);
    g_assert(municipality->region < territory->n_regions);
    g_assert(
        g_str_has_prefix(municipality->ags, territory->districts[municipality->district].code));
    g_assert(i == 0 || strcmp(territory->municipalities[i - 1].ags, municipality->ags) < 0);
    g_assert(ik_territory_find_municipality(territory, municipality->ags) == i);
    g_assert(ik_topology_face_contains(territory->borders, i, municipality->label));
}

static void check_postcode(const ik_territory *territory, guint32 i)
{
    const ik_postcode *postcode = &territory->postcodes[i];
    g_assert(strlen(postcode->code) == 5 && postcode->count >= 1);
    g_assert(ik_territory_find_postcode(territory, postcode->code) == i);
    for (guint32 k = 0; k < postcode->count; k++)
        g_assert(territory->postcode_municipalities[postcode->first + k] <
                 territory->n_municipalities);
}

static void check_territory(const ik_territory *territory)
{
    g_assert(territory->borders->n_faces == territory->n_municipalities);
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        check_municipality(territory, i);
    for (guint32 i = 0; i < territory->n_postcodes; i++)
        check_postcode(territory, i);
    for (guint32 i = 0; i < territory->n_regions; i++) {
        g_assert(territory->regions[i].number == i + 1);
        g_assert(ik_territory_find_region(territory, territory->regions[i].id) == i);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    fuzz_files(data, size, names);
    g_autoptr(ik_territory_data) loaded = ik_territory_data_load(fuzz_folder(), &error);
    if (loaded == NULL) {
        fuzz_require_failure(error);
        return 0;
    }
    g_assert(error == NULL);
    check_territory(ik_territory_data_get(loaded));
    return 0;
}
