/* page_regions.c — the table of figures for each region.   [site] */
#include <ideenkarte/text.h>

#include "page_parts.h"

static void append_heading(const ik_page_builder *page, const char *key)
{
    g_string_append(page->out, "<th scope=\"col\">");
    ik_html_text(page->out, ik_page_text(page, key));
    g_string_append(page->out, "</th>\n");
}

static void append_headings(const ik_page_builder *page)
{
    static const char *const keys[] = {"table.region",         "table.projects",   "table.per_100k",
                                       "table.municipalities", "table.population", "table.events"};
    g_string_append(page->out, "<thead>\n<tr>\n");
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        append_heading(page, keys[i]);
    g_string_append(page->out, "</tr>\n</thead>\n");
}

static void append_number(const ik_page_builder *page, guint64 value)
{
    g_string_append(page->out, "<td>");
    ik_page_integer(page, value);
    g_string_append(page->out, "</td>");
}

static void append_figures(const ik_page_builder *page, const ik_coverage_row *row)
{
    g_autofree char *density = ik_page_density(page, row);
    append_number(page, row->projects);
    g_string_append_printf(page->out, "<td>%s</td><td><bdi dir=\"ltr\">", density);
    ik_page_integer(page, row->municipalities_with_project);
    g_string_append(page->out, " / ");
    ik_page_integer(page, row->municipalities);
    g_string_append(page->out, "</bdi></td>");
    append_number(page, row->population);
    append_number(page, row->events);
    g_string_append(page->out, "</tr>\n");
}

static void append_region(const ik_page_builder *page, guint32 index)
{
    const ik_region *region = &page->input->territory->regions[index];
    const ik_coverage_row *row = g_ptr_array_index(page->input->regions->rows, index);
    g_string_append(page->out, "<tr><th scope=\"row\"><a");
    ik_page_href(page, (ik_page_id){IK_PAGE_REGION, index, 0});
    g_string_append_c(page->out, '>');
    ik_html_text(page->out, region->name);
    g_string_append(page->out, "</a></th>");
    append_figures(page, row);
}

static void append_total(const ik_page_builder *page, const ik_coverage_row *total)
{
    g_string_append(page->out, "<tfoot>\n<tr><th scope=\"row\">");
    ik_html_text(page->out, ik_page_text(page, "coverage.total"));
    g_string_append(page->out, "</th>");
    append_figures(page, total);
    g_string_append(page->out, "</tfoot>\n");
}

static void append_table(const ik_page_builder *page)
{
    const ik_coverage *coverage = page->input->regions;
    g_string_append(page->out, "<table aria-describedby=\"regions-note\">\n");
    ik_html_element(page->out, "caption", "visually-hidden", ik_page_text(page, "table.caption"));
    append_headings(page);
    g_string_append(page->out, "<tbody>\n");
    for (guint32 i = 0; i < coverage->rows->len; i++)
        append_region(page, i);
    g_string_append(page->out, "</tbody>\n");
    append_total(page, coverage->total);
    g_string_append(page->out, "</table>\n");
}

void ik_page_regions(const ik_page_builder *page)
{
    g_autofree char *count =
        ik_text_integer(page->words->language, page->input->territory->n_regions);
    g_autofree char *note =
        ik_text_format(page->words->language, "page.regions_note", "count", count, NULL);
    ik_page_begin_section(page, "regions", "page.regions");
    g_string_append(page->out, "<p id=\"regions-note\">");
    ik_html_text(page->out, note);
    g_string_append(page->out, "</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\"");
    ik_html_attribute(page->out, "aria-label", ik_page_text(page, "table.caption"));
    g_string_append(page->out, ">\n");
    append_table(page);
    g_string_append(page->out, "</div>\n");
    ik_page_end_section(page);
}
