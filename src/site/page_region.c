/* page_region.c — the page of a region: map, figures, projects, events.   [site] */
#include <ideenkarte/text.h>

#include "json_ld.h"
#include "page.h"
#include "page_frame.h"

static const char *const contents[][2] = {
    {"#map-section", "page.map"}, {"#list", "page.projects_in"}, {NULL, NULL}};
static const char *const contents_with_events[][2] = {{"#map-section", "page.map"},
                                                      {"#list", "page.projects_in"},
                                                      {"#events", "page.events_region"},
                                                      {NULL, NULL}};

/* --- map -------------------------------------------------------------------------------------- */

static void append_picture(const ik_page_builder *page, const ik_region *region, guint projects)
{
    if (!page->input->has_region_pictures)
        return;
    const char *language = page->words->language;
    g_autofree char *count = ik_text_integer(language, projects);
    g_autofree char *described =
        ik_text_format(language, "page.region_map", "region", region->name, "count", count, NULL);
    g_autofree char *source = g_strdup_printf("%simages/og/%s.png", page->root, region->id);
    g_string_append(page->out, "<img");
    ik_html_attribute(page->out, "src", source);
    g_string_append_printf(page->out, " width=\"%d\" height=\"%d\"", IK_SITE_CARD_WIDTH,
                           IK_SITE_CARD_HEIGHT);
    ik_html_attribute(page->out, "alt", described);
    g_string_append(page->out, ">\n");
}

/* To the first page; the script there reads what to show, without one the place in the list is found. */
static void append_map_link(const ik_page_builder *page, const ik_region *region)
{
    g_autofree char *index = ik_page_link(page, (ik_page_id){IK_PAGE_INDEX, 0, 0});
    g_autofree char *address =
        g_strdup_printf("%s?region=%s#region-%s", index, region->id, region->id);
    g_string_append(page->out, "<p class=\"action\"><a");
    ik_html_attribute(page->out, "href", address);
    g_string_append_c(page->out, '>');
    ik_html_text(page->out, ik_page_text(page, "page.on_map"));
    g_string_append(page->out, "</a></p>\n");
}

/* --- figures ---------------------------------------------------------------------------------- */

static void append_figure(const ik_page_builder *page, const char *key, const char *value)
{
    g_string_append(page->out, "<div>");
    ik_html_element(page->out, "dt", NULL, ik_page_text(page, key));
    g_string_append(page->out, "<dd><bdi dir=\"ltr\">");
    ik_html_text(page->out, value);
    g_string_append(page->out, "</bdi></dd></div>\n");
}

static void append_figures(const ik_page_builder *page, const ik_coverage_row *row)
{
    const char *language = page->words->language;
    const struct {
        const char *key;
        guint64 value;
    } counts[] = {{"figure.projects", row->projects},
                  {"figure.organisations", row->organisations},
                  {"figure.events", row->events},
                  {"table.population", row->population}};
    g_autofree char *density = ik_page_density(page, row);
    g_autofree char *towns = ik_text_integer(language, row->municipalities_with_project);
    g_autofree char *all = ik_text_integer(language, row->municipalities);
    g_autofree char *of = g_strconcat(towns, " / ", all, NULL);
    g_string_append(page->out, "<dl class=\"figures\">\n");
    for (guint i = 0; i < G_N_ELEMENTS(counts); i++) {
        g_autofree char *value = ik_text_integer(language, (gint64)counts[i].value);
        append_figure(page, counts[i].key, value);
    }
    append_figure(page, "table.per_100k", density);
    append_figure(page, "figure.municipalities", of);
    g_string_append(page->out, "</dl>\n");
}

static void append_map(const ik_page_builder *page, const ik_region *region,
                       const ik_coverage_row *row)
{
    ik_page_begin_section(page, "map-section", "page.map");
    g_string_append(page->out, "<div class=\"overview\">\n<div class=\"map-figure\">\n"
                               "<div class=\"map\">");
    append_picture(page, region, row->projects);
    g_string_append(page->out, "</div>\n");
    append_map_link(page, region);
    g_string_append(page->out, "</div>\n");
    append_figures(page, row);
    g_string_append(page->out, "</div>\n");
    ik_page_end_section(page);
}

/* --- page ------------------------------------------------------------------------------------- */

static void append_list(const ik_page_builder *page)
{
    guint32 from, end;
    ik_site_plan_range(page->plan, page->id, &from, &end);
    ik_page_begin_section(page, "list", "page.projects_in");
    ik_page_sheets(page);
    ik_page_projects(page, from, end);
    ik_page_sheet_neighbours(page);
    ik_page_end_section(page);
}

/* Map, figures and events stand on the first sheet. */
static void append_body(const ik_page_builder *page)
{
    const guint32 index = page->id.index;
    if (page->id.sheet == 0)
        append_map(page, &page->input->territory->regions[index],
                   g_ptr_array_index(page->input->regions->rows, index));
    append_list(page);
    if (page->id.sheet == 0)
        ik_page_events(page, index);
}

static const char *const (*contents_of(const ik_page_builder *page, const ik_coverage_row *row))[2]
{
    if (page->id.sheet > 0)
        return NULL;
    return row->events > 0 ? contents_with_events : contents;
}

char *ik_region_page(const ik_site_plan *plan, guint32 region, guint32 sheet, guint language)
{
    ik_page_builder page;
    ik_page_builder_init(&page, plan, (ik_page_id){IK_PAGE_REGION, region, sheet}, language);
    const ik_region *of = &plan->input->territory->regions[region];
    const ik_coverage_row *row = g_ptr_array_index(plan->input->regions->rows, region);
    g_autofree char *name = ik_page_sheet_name(&page);
    g_autofree char *heading =
        name == NULL ? g_strdup(of->name) : g_strconcat(of->name, ", ", name, NULL);
    g_autofree char *count = ik_text_integer(page.words->language, row->projects);
    g_autofree char *described = ik_text_format(page.words->language, "page.region_described",
                                                "region", of->name, "count", count, NULL);
    g_autofree char *lead =
        ik_text_format(page.words->language, "page.agency", "agency", of->agency, NULL);
    g_autofree char *picture = g_strdup_printf("images/og/%s.png", of->id);
    g_autofree char *data = ik_json_ld_region(&page);
    g_autofree char *all =
        name == NULL ? g_strdup(described) : g_strconcat(name, ". ", described, NULL);
    const ik_page_frame frame = {.heading = heading,
                                 .lead = lead,
                                 .description = all,
                                 .picture = plan->input->has_region_pictures ? picture : NULL,
                                 .picture_size = {IK_SITE_CARD_WIDTH, IK_SITE_CARD_HEIGHT},
                                 .data = data,
                                 .contents = contents_of(&page, row)};
    ik_page_begin(&page, &frame);
    append_body(&page);
    return ik_page_end(&page);
}
