/* site.c — which file holds what.   [site] */
#include "site.h"

#include <ideenkarte/report.h>
#include <string.h>

#include "files.h"
#include "geojson.h"
#include "site_pages.h"
#include "site_resources.h"
#include "tilejson.h"
#include "web_assets.h"
#include "wmts.h"

/* Takes the text over. */
static bool write_text(const char *folder, const char *path, char *text, GError **error)
{
    bool ok = ik_write_file(folder, path, text, strlen(text), error);
    g_free(text);
    return ok;
}

static bool write_geojson(const ik_site_input *input, const char *folder, GError **error)
{
    return write_text(folder, "data/projects.geojson", ik_geojson_projects(input), error) &&
           write_text(folder, "data/events.geojson", ik_geojson_events(input), error) &&
           write_text(folder, "data/regions.geojson", ik_geojson_regions(input), error) &&
           write_text(folder, "data/municipalities.geojson", ik_geojson_municipalities(input),
                      error);
}

static bool write_coverage(const ik_site_input *input, const char *folder, GError **error)
{
    return write_text(folder, "data/coverage.csv",
                      ik_coverage_to_csv(input->regions, input->territory), error) &&
           write_text(folder, "data/coverage.json",
                      ik_coverage_to_json(input->regions, input->territory), error);
}

static bool write_tilejson_of(const ik_site_input *input, const ik_site_tileset *tileset,
                              const char *folder, GError **error)
{
    for (guint scale = 1; scale <= 3; scale++) {
        g_autofree char *at = scale > 1 ? g_strdup_printf("@%ux", scale) : g_strdup("");
        g_autofree char *path = g_strdup_printf("tilejson/%s%s.json", tileset->name, at);
        if (scale > 1 && (tileset->scales & 1u << scale) == 0)
            continue;
        if (!write_text(folder, path, ik_tilejson(input, tileset, scale), error))
            return false;
    }
    return true;
}

static bool write_tilejson(const ik_site_input *input, const char *folder, GError **error)
{
    for (const ik_site_tileset *tileset = input->tilesets; tileset->name; tileset++)
        if (!write_tilejson_of(input, tileset, folder, error))
            return false;
    return true;
}

/* Addresses of a service are absolute: without the portal's there is none. */
static bool write_wmts(const ik_site_input *input, const char *folder, GError **error)
{
    for (const ik_site_tileset *tileset = input->tilesets; input->portal_url && tileset->name;
         tileset++) {
        g_autofree char *path = g_strdup_printf("tiles/%s/WMTSCapabilities.xml", tileset->name);
        if (!write_text(folder, path, ik_wmts_capabilities(input, tileset), error))
            return false;
    }
    return true;
}

static bool write_asset(const char *folder, const char *name, GError **error)
{
    g_autofree char *resource = g_strconcat("/ideenkarte/site/", name, NULL);
    g_autofree char *path = g_strconcat("assets/", name, NULL);
    g_autoptr(GBytes) bytes = g_resource_lookup_data(ik_site_get_resource(), resource,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    g_assert(bytes != NULL);
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    return ik_write_file(folder, path, data, size, error);
}

bool ik_site_write_assets(const char *folder, GError **error)
{
    return write_asset(folder, "page.css", error) && write_asset(folder, "icon.svg", error);
}

static bool write_pages(const ik_site_input *input, const char *folder, GError **error)
{
    g_autoptr(ik_site_plan) plan = ik_site_plan_new(input);
    return ik_site_pages_write(plan, folder, error) && ik_site_write_assets(folder, error) &&
           ik_web_assets_write(folder, error);
}

static void check_input(const ik_site_input *input)
{
    g_assert(input->n_words > 0);
    g_assert(input->regions->rows->len == input->territory->n_regions);
    g_assert(input->municipalities->rows->len == input->territory->n_municipalities);
    for (guint i = 0; i < input->records->projects->len; i++) {
        const ik_project *project = g_ptr_array_index(input->records->projects, i);
        g_assert(project->match.municipality < input->territory->n_municipalities);
    }
}

bool ik_site_write(const ik_site_input *input, const char *folder, GError **error)
{
    check_input(input);
    if ((input->parts & IK_SITE_GEOJSON) && !write_geojson(input, folder, error))
        return false;
    if ((input->parts & IK_SITE_COVERAGE) && !write_coverage(input, folder, error))
        return false;
    if ((input->parts & IK_SITE_TILEJSON) &&
        (!write_tilejson(input, folder, error) || !write_wmts(input, folder, error)))
        return false;
    return !(input->parts & IK_SITE_PAGES) || write_pages(input, folder, error);
}
