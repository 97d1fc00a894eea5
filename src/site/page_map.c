/* page_map.c — the picture of the map, its legend and the key figures of the first page.   [site]
 *
 * The picture stands in the element where the script puts the map that moves; what that needs to know is in the
 * element's attributes.
 */
#include <ideenkarte/text.h>
#include <string.h>

#include "page_parts.h"
#include "tilejson.h"

/* --- picture ---------------------------------------------------------------------------------- */

static void append_bounds(const ik_page_builder *page, const char *name, const ik_lonlat_box *box)
{
    const double sides[] = {box->west, box->south, box->east, box->north};
    g_string_append_printf(page->out, " %s=\"", name);
    for (guint i = 0; i < G_N_ELEMENTS(sides); i++) {
        char digits[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(digits, sizeof digits, "%.4f", sides[i]);
        g_string_append_printf(page->out, "%s%s", i > 0 ? "," : "", digits);
    }
    g_string_append_c(page->out, '"');
}

/* Where style sheet and tiles are, below the folder's root. */
static void append_tiles(const ik_page_builder *page)
{
    const ik_site_tileset *tileset = page->input->tilesets;
    if (!(page->input->parts & IK_SITE_TILEJSON) || tileset->name == NULL)
        return;
    g_string_append_printf(page->out,
                           " data-style=\"style/%s.json\" data-raster=\"tiles/%s/{z}/{x}/{y}%s\" "
                           "data-raster-zoom=\"%u-%u\"",
                           tileset->name, tileset->name, ik_tile_ending(tileset, 1),
                           tileset->min_zoom, tileset->max_zoom);
    if (page->input->parts & IK_SITE_VECTOR_TILES)
        g_string_append(page->out, " data-archive=\"data/ideenkarte.pmtiles\"");
}

/* Where each project in full is, when there is such a file for each. */
static void append_records(const ik_page_builder *page)
{
    if (page->input->parts & IK_SITE_PROJECT_PAGES)
        g_string_append(page->out, " data-records=\"data/project/\"");
}

/* Where there will be a map that moves, and on narrow screens, a small file that is not to wait. */
static void append_picture(const ik_page_builder *page)
{
    g_autofree char *count =
        ik_text_integer(page->words->language, page->input->regions->total->projects);
    g_autofree char *described =
        ik_text_format(page->words->language, "page.map_described", "count", count, NULL);
    g_autofree char *source = g_strconcat(page->root, "images/map.png", NULL);
    g_autofree char *sources =
        g_strconcat(source, " 1x, ", page->root, "images/map@2x.png 2x", NULL);
    g_autofree char *small = g_strconcat(page->root, IK_SITE_SMALL_MAP, NULL);
    g_string_append(
        page->out,
        "<picture><source type=\"image/webp\" media=\"(scripting: enabled), (max-width: 56rem)\"");
    ik_html_attribute(page->out, "srcset", small);
    g_string_append(page->out, "><img fetchpriority=\"high\"");
    ik_html_attribute(page->out, "src", source);
    ik_html_attribute(page->out, "srcset", sources);
    g_string_append_printf(page->out, " width=\"%u\" height=\"%u\"", page->input->picture_width,
                           page->input->picture_height);
    ik_html_attribute(page->out, "alt", described);
    g_string_append(page->out, "></picture>");
}

static void append_large(const ik_page_builder *page)
{
    g_autofree char *address = g_strconcat(page->root, "images/map@2x.png", NULL);
    g_string_append(page->out, "<p class=\"large\"><a");
    ik_html_attribute(page->out, "href", address);
    g_string_append_c(page->out, '>');
    ik_html_text(page->out, ik_page_text(page, "page.map_large"));
    g_string_append(page->out, "</a></p>\n");
}

static void append_legend(const ik_page_builder *page)
{
    static const struct {
        const char *css_class, *key;
    } entries[] = {
        {"key key-project", "legend.project"},    {"key key-event", "legend.event"},
        {"key key-region", "legend.region"},      {"key key-border", "legend.region_border"},
        {"key key-state", "legend.state_border"},
    };
    g_string_append(page->out, "<ul class=\"legend\">\n");
    for (guint i = 0; i < G_N_ELEMENTS(entries); i++) {
        g_string_append_printf(page->out, "<li><span class=\"%s\"></span> ", entries[i].css_class);
        ik_html_text(page->out, ik_page_text(page, entries[i].key));
        g_string_append(page->out, "</li>\n");
    }
    g_string_append(page->out, "</ul>\n");
}

static void append_map(const ik_page_builder *page)
{
    if (page->input->picture_width == 0)
        return;
    g_string_append(page->out, "<figure class=\"map-figure\">\n<div id=\"map\" class=\"map\"");
    append_bounds(page, "data-bounds", &page->input->box);
    append_bounds(page, "data-picture-bounds", &page->input->picture_box);
    append_tiles(page);
    append_records(page);
    g_string_append_c(page->out, '>');
    append_picture(page);
    g_string_append(page->out, "</div>\n<figcaption>\n");
    append_legend(page);
    ik_html_element(page->out, "p", "hint", ik_page_text(page, "page.map_hint"));
    append_large(page);
    g_string_append(page->out, "</figcaption>\n</figure>\n");
}

/* --- key figures ------------------------------------------------------------------------------ */

static void begin_figure(const ik_page_builder *page, const char *key)
{
    g_string_append(page->out, "<div>");
    ik_html_element(page->out, "dt", NULL, ik_page_text(page, key));
    g_string_append(page->out, "<dd>");
}

static void append_count(const ik_page_builder *page, const char *key, guint64 count)
{
    begin_figure(page, key);
    ik_page_integer(page, count);
    g_string_append(page->out, "</dd></div>\n");
}

static void append_share(const ik_page_builder *page, const char *key, guint64 part, guint64 whole)
{
    g_autofree char *all = ik_text_integer(page->words->language, (gint64)whole);
    g_autofree char *of = ik_text_format(page->words->language, "page.of", "count", all, NULL);
    begin_figure(page, key);
    ik_page_integer(page, part);
    g_string_append(page->out, " <small>");
    ik_html_text(page->out, of);
    g_string_append(page->out, "</small></dd></div>\n");
}

static guint regions_with_project(const ik_coverage *coverage)
{
    guint count = 0;
    for (guint i = 0; i < coverage->rows->len; i++)
        count += ((const ik_coverage_row *)g_ptr_array_index(coverage->rows, i))->projects > 0;
    return count;
}

static void append_figures(const ik_page_builder *page)
{
    const ik_coverage *regions = page->input->regions;
    const ik_coverage_row *total = regions->total;
    g_string_append(page->out, "<dl class=\"figures\">\n");
    append_count(page, "figure.projects", total->projects);
    append_count(page, "figure.organisations", total->organisations);
    append_share(page, "figure.regions", regions_with_project(regions), regions->rows->len);
    append_share(page, "figure.municipalities", total->municipalities_with_project,
                 total->municipalities);
    append_count(page, "figure.themes", g_strv_length(total->themes));
    append_count(page, "figure.events", page->input->records->events->len);
    g_string_append(page->out, "</dl>\n");
}

void ik_page_map(const ik_page_builder *page)
{
    ik_page_begin_section(page, "map-section", "page.map");
    g_string_append(page->out, "<div class=\"overview\">\n");
    append_map(page);
    append_figures(page);
    g_string_append(page->out, "</div>\n");
    ik_page_end_section(page);
}
