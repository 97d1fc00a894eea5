/* geojson_areas.c — regions and municipalities as GeoJSON polygons with their figures.   [site]
 *
 * A region is the union of its municipalities: their shared arcs, with those inside left out.
 */
#include "geojson.h"
#include "geojson_collection.h"

static const ik_coverage_row *figures_of(const ik_coverage *coverage, guint32 index)
{
    return g_ptr_array_index(coverage->rows, index);
}

static void put_region(ik_geojson_collection *out, const ik_region *region,
                       const ik_coverage_row *figures)
{
    ik_geojson_begin_properties(out);
    ik_geojson_put_text(out, "id", region->id);
    ik_geojson_put_count(out, "number", region->number);
    ik_geojson_put_text(out, "name", region->name);
    ik_geojson_put_text(out, "agency", region->agency);
    ik_geojson_put_count(out, "population", (gint64)figures->population);
    ik_geojson_put_count(out, "municipalities", figures->municipalities);
    ik_geojson_put_count(out, "projects", figures->projects);
    ik_geojson_put_rounded(out, "projects_per_100k", figures->projects_per_100k, 2);
    ik_geojson_put_texts(out, "themes", figures->themes);
    ik_geojson_put_count(out, "events", figures->events);
    ik_geojson_end_properties(out);
}

static ik_topology *dissolve_regions(const ik_territory *territory)
{
    g_autofree uint32_t *groups = g_new(uint32_t, territory->n_municipalities);
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        groups[i] = territory->municipalities[i].region;
    return ik_topology_dissolve(territory->borders, groups, territory->n_regions);
}

char *ik_geojson_regions(const ik_site_input *input)
{
    const ik_territory *territory = input->territory;
    g_autoptr(ik_topology) borders = dissolve_regions(territory);
    ik_geojson_collection out;
    ik_geojson_init(&out);
    for (guint32 i = 0; i < territory->n_regions; i++) {
        ik_geojson_begin_feature(&out, territory->regions[i].id);
        ik_geojson_put_face(&out, borders, i);
        put_region(&out, &territory->regions[i], figures_of(input->regions, i));
        ik_geojson_end_feature(&out);
    }
    return ik_geojson_finish(&out, "regions", territory);
}

static void put_municipality(ik_geojson_collection *out, const ik_territory *territory,
                             const ik_municipality *municipality, const ik_coverage_row *figures)
{
    const ik_district *district = &territory->districts[municipality->district];
    ik_geojson_begin_properties(out);
    ik_geojson_put_text(out, "ags", municipality->ags);
    ik_geojson_put_text(out, "name", municipality->name);
    ik_geojson_put_text(out, "kind", municipality->kind);
    ik_geojson_put_text(out, "district", district->code);
    ik_geojson_put_text(out, "region", territory->regions[municipality->region].id);
    ik_geojson_put_count(out, "population", municipality->population);
    ik_geojson_put_count(out, "projects", figures->projects);
    ik_geojson_put_text(out, "district_name", district->name);
    ik_geojson_end_properties(out);
}

char *ik_geojson_municipalities(const ik_site_input *input)
{
    const ik_territory *territory = input->territory;
    ik_geojson_collection out;
    ik_geojson_init(&out);
    for (guint32 i = 0; i < territory->n_municipalities; i++) {
        const ik_municipality *municipality = &territory->municipalities[i];
        ik_geojson_begin_feature(&out, municipality->ags);
        ik_geojson_put_face(&out, territory->borders, i);
        put_municipality(&out, territory, municipality, figures_of(input->municipalities, i));
        ik_geojson_end_feature(&out);
    }
    return ik_geojson_finish(&out, "municipalities", territory);
}
