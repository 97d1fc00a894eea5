/* page_data.c — the files that others may use, and whom the data come from.   [site] */
#include <ideenkarte/text.h>

#include "attribution.h"
#include "page_parts.h"
#include "population_sources.h"

typedef struct {
    const char *path, *format, *key;
    guint part; /* of ik_site_parts; 0: the catalogue */
} data_file;

static bool is_there(const ik_site_input *input, const data_file *file)
{
    return file->part != 0 ? (input->parts & file->part) != 0 : input->has_catalogue;
}

static void append_file(const ik_page_builder *page, const data_file *file)
{
    g_autofree char *address = g_strconcat(page->root, file->path, NULL);
    g_string_append(page->out, "<li><a");
    ik_html_attribute(page->out, "href", address);
    g_string_append_c(page->out, '>');
    ik_html_text(page->out, ik_page_text(page, file->key));
    g_string_append_printf(page->out, " <span class=\"format\">%s</span></a></li>\n", file->format);
}

static void append_tilesets(const ik_page_builder *page)
{
    if (!(page->input->parts & IK_SITE_TILEJSON))
        return;
    for (const ik_site_tileset *tileset = page->input->tilesets; tileset->name != NULL; tileset++) {
        g_autofree char *path = g_strdup_printf("tilejson/%s.json", tileset->name);
        const data_file file = {path, "TileJSON", "data.tiles", IK_SITE_TILEJSON};
        append_file(page, &file);
    }
}

static void append_vector_tiles(const ik_page_builder *page)
{
    static const data_file files[] = {
        {"tilejson/ideenkarte.json", "TileJSON", "data.vector_tiles", IK_SITE_VECTOR_TILES},
        {"data/ideenkarte.pmtiles", "PMTiles", "data.vector_tiles", IK_SITE_VECTOR_TILES},
    };
    for (guint i = 0; i < G_N_ELEMENTS(files); i++)
        if (is_there(page->input, &files[i]))
            append_file(page, &files[i]);
}

void ik_page_data(const ik_page_builder *page)
{
    static const data_file files[] = {
        {"data/projects.geojson", "GeoJSON", "data.projects", IK_SITE_GEOJSON},
        {"data/events.geojson", "GeoJSON", "data.events", IK_SITE_GEOJSON},
        {"data/regions.geojson", "GeoJSON", "data.regions", IK_SITE_GEOJSON},
        {"data/municipalities.geojson", "GeoJSON", "data.municipalities", IK_SITE_GEOJSON},
        {"data/coverage.csv", "CSV", "data.coverage", IK_SITE_COVERAGE},
        {"data/coverage.json", "JSON", "data.coverage", IK_SITE_COVERAGE},
        {"data/catalogue.sqlite", "SQLite", "data.catalogue", 0},
    };
    ik_page_begin_section(page, "data", "page.data");
    ik_html_element(page->out, "p", NULL, ik_page_text(page, "page.data_note"));
    g_string_append(page->out, "<ul class=\"files\">\n");
    for (guint i = 0; i < G_N_ELEMENTS(files); i++)
        if (is_there(page->input, &files[i]))
            append_file(page, &files[i]);
    append_vector_tiles(page);
    append_tilesets(page);
    g_string_append(page->out, "</ul>\n");
    ik_page_end_section(page);
}

/* --- sources ---------------------------------------------------------------------------------- */

/* The lines are there in German and English only. */
static void append_foreign_language(const ik_page_builder *page)
{
    const char *written = ik_text_fallback(page->words->language);
    if (g_str_equal(ik_text_direction(written), ik_text_direction(page->words->language)))
        return;
    ik_html_attribute(page->out, "lang", ik_text_tag(written));
    ik_html_attribute(page->out, "dir", ik_text_direction(written));
}

static void append_attributions(const ik_page_builder *page)
{
    const ik_territory *territory = page->input->territory;
    g_string_append(page->out, "<ul class=\"attributions\">\n");
    for (guint32 i = 0; i < territory->n_attributions; i++) {
        const ik_attribution *attribution = &territory->attributions[i];
        g_string_append(page->out, "<li");
        append_foreign_language(page);
        g_string_append_c(page->out, '>');
        ik_html_text(page->out, ik_attribution_text(attribution, page->words->language));
        g_string_append(page->out, " (");
        ik_html_link(page->out, attribution->url, "license noopener", attribution->licence);
        g_string_append(page->out, ")</li>\n");
    }
    g_string_append(page->out, "</ul>\n");
}

static void append_population(const ik_page_builder *page)
{
    g_autofree char *sentence =
        ik_population_sentence(page->input->territory, page->words->language);
    ik_html_element(page->out, "p", NULL, sentence);
}

void ik_page_sources(const ik_page_builder *page)
{
    g_string_append(page->out, "<h2>");
    ik_html_text(page->out, ik_page_text(page, "page.sources"));
    g_string_append(page->out, "</h2>\n");
    append_attributions(page);
    append_population(page);
}
