/* report_page.c — the report on coverage: a page for the state and one for each region.   [site] */
#include "report_page.h"

#include <ideenkarte/text.h>
#include <ideenkarte/version.h>

#include "attribution.h"
#include "coverage_base.h"
#include "coverage_grid.h"
#include "html.h"
#include "page_head.h"
#include "spoken_date.h"

/* The largest white spots that the page of the state names. */
#define STATE_SPOTS 25

typedef struct {
    GString *out;
    const ik_report_input *input;
    guint language_index;
    const char *language, *root;
    guint32 region; /* IK_NONE: the state */
} page;

static const char *word(const page *p, const char *key)
{
    return ik_text(p->language, key);
}

static const ik_coverage_row *figures_of(const page *p)
{
    return p->region == IK_NONE ? p->input->regions->total
                                : p->input->regions->rows->pdata[p->region];
}

static const char *name_of(const page *p)
{
    return p->region == IK_NONE ? word(p, "coverage.total")
                                : p->input->territory->regions[p->region].name;
}

/* --- paths ------------------------------------------------------------------------------------- */

char *ik_report_page_path(const ik_report_input *input, guint language, guint32 region)
{
    const char *folder = language == 0 ? "" : input->languages[language];
    const char *name = region == IK_NONE ? "index" : input->territory->regions[region].id;
    return g_strconcat(folder, *folder != '\0' ? "/" : "", name, ".html", NULL);
}

char *ik_report_picture_path(const ik_report_input *input, guint language,
                             ik_report_picture picture, guint32 region)
{
    static const char *const names[] = {"regions-map",  "regions-chart", "municipalities-map",
                                        "distance-map", "-map",          "-chart"};
    const char *area = region == IK_NONE ? "" : input->territory->regions[region].id;
    return g_strconcat("images/", input->languages[language], "/", area, names[picture], ".svg",
                       NULL);
}

/* Address of the page of an area in this page's language, seen from this page. Caller frees. */
static char *address_of(const page *p, guint32 region)
{
    const char *name = region == IK_NONE ? "index" : p->input->territory->regions[region].id;
    return g_strconcat(name, ".html", NULL);
}

static void append_link(const page *p, guint32 region, const char *text)
{
    g_autofree char *address = address_of(p, region);
    g_string_append(p->out, "<a");
    ik_html_attribute(p->out, "href", address);
    if (region == p->region)
        ik_html_attribute(p->out, "aria-current", "page");
    g_string_append_c(p->out, '>');
    ik_html_text(p->out, text);
    g_string_append(p->out, "</a>");
}

/* --- parts ------------------------------------------------------------------------------------- */

static void begin_section(const page *p, const char *id, const char *heading)
{
    g_string_append_printf(p->out,
                           "<section id=\"%s\" aria-labelledby=\"%s-heading\">\n"
                           "<h2 id=\"%s-heading\">",
                           id, id, id);
    ik_html_text(p->out, heading);
    g_string_append(p->out, "</h2>\n");
}

static void end_section(const page *p)
{
    g_string_append(p->out, "</section>\n");
}

/* Takes the value over. */
static void append_figure(const page *p, const char *key, char *value, const char *of)
{
    g_string_append(p->out, "<div>");
    ik_html_element(p->out, "dt", NULL, word(p, key));
    g_string_append(p->out, "<dd>");
    ik_html_text(p->out, value);
    if (of != NULL) {
        g_string_append(p->out, " <small>");
        ik_html_text(p->out, of);
        g_string_append(p->out, "</small>");
    }
    g_string_append(p->out, "</dd></div>\n");
    g_free(value);
}

static void append_figures(const page *p)
{
    const ik_coverage_row *row = figures_of(p);
    g_autofree char *towns = ik_text_integer(p->language, row->municipalities);
    g_autofree char *of = ik_text_format(p->language, "page.of", "count", towns, NULL);
    g_string_append(p->out, "<dl class=\"figures wide\">\n");
    append_figure(p, "figure.projects", ik_text_integer(p->language, row->projects), NULL);
    append_figure(p, "report.per_100k", ik_text_decimal(p->language, row->projects_per_100k, 2),
                  NULL);
    append_figure(p, "figure.municipalities",
                  ik_text_integer(p->language, row->municipalities_with_project), of);
    append_figure(p, "report.median", ik_kilometres(row->distance_median_m, p->language), "km");
    append_figure(p, "figure.organisations", ik_text_integer(p->language, row->organisations),
                  NULL);
    append_figure(p, "figure.events", ik_text_integer(p->language, row->events), NULL);
    g_string_append(p->out, "</dl>\n");
}

static void append_picture(const page *p, ik_report_picture picture, const char *described_key)
{
    g_autofree char *path = ik_report_picture_path(p->input, p->language_index, picture, p->region);
    g_autofree char *address = g_strconcat(p->root, path, NULL);
    g_autofree char *described =
        ik_text_format(p->language, described_key, "area", name_of(p), NULL);
    g_string_append(p->out, "<figure class=\"picture\">\n<a");
    ik_html_attribute(p->out, "href", address);
    g_string_append(p->out, "><img");
    ik_html_attribute(p->out, "src", address);
    ik_html_attribute(p->out, "alt", described);
    g_string_append(p->out, "></a>\n</figure>\n");
}

static void append_pictures(const page *p)
{
    begin_section(p, "pictures", word(p, "report.pictures"));
    if (p->region == IK_NONE) {
        append_picture(p, IK_REPORT_REGIONS_MAP, "report.alt_regions_map");
        append_picture(p, IK_REPORT_REGIONS_CHART, "report.alt_regions_chart");
        append_picture(p, IK_REPORT_TOWNS_MAP, "report.alt_towns_map");
        append_picture(p, IK_REPORT_DISTANCE_MAP, "report.alt_distance_map");
    } else {
        append_picture(p, IK_REPORT_REGION_MAP, "report.alt_towns_map");
        if (figures_of(p)->projects > 0)
            append_picture(p, IK_REPORT_REGION_CHART, "report.alt_towns_chart");
    }
    end_section(p);
}

/* Names of regions lead to their pages. */
static void link_regions(const page *p, ik_grid *grid)
{
    grid->links = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(grid->links, NULL);
    for (guint32 i = 0; i < p->input->territory->n_regions; i++)
        g_ptr_array_add(grid->links, address_of(p, i));
    g_ptr_array_add(grid->links, NULL);
}

static void append_table(const page *p)
{
    const ik_report_input *input = p->input;
    const char *heading = word(p, p->region == IK_NONE ? "page.regions" : "report.towns");
    begin_section(p, "table", heading);
    g_autoptr(ik_grid) grid =
        p->region == IK_NONE ? ik_coverage_grid(input->regions, p->language)
                             : ik_coverage_grid_of_region(input->municipalities, input->territory,
                                                          p->region, p->language);
    if (p->region == IK_NONE)
        link_regions(p, grid);
    ik_grid_append_html(p->out, grid, heading);
    end_section(p);
}

static void append_spots(const page *p)
{
    const ik_white_spots *spots =
        p->region == IK_NONE ? p->input->spots : p->input->region_spots[p->region];
    const guint limit = p->region == IK_NONE ? STATE_SPOTS : spots->spots->len;
    g_autoptr(GPtrArray) sentences = ik_white_spots_explained(spots, p->language);
    begin_section(p, "white-spots", word(p, "spots.title"));
    ik_html_element(p->out, "p", NULL, sentences->pdata[0]);
    if (spots->spots->len > limit) {
        g_autofree char *shown = ik_text_integer(p->language, limit);
        g_autofree char *cut = ik_text_format(p->language, "spots.shown", "shown", shown, NULL);
        ik_html_element(p->out, "p", NULL, cut);
    }
    if (spots->spots->len > 0) {
        g_autoptr(ik_grid) grid =
            ik_white_spot_grid(spots, p->input->territory, p->language, limit);
        ik_grid_append_html(p->out, grid, word(p, "spots.title"));
    }
    end_section(p);
    begin_section(p, "reach", word(p, "gains.title"));
    for (guint i = 1; i < sentences->len; i++)
        ik_html_element(p->out, "p", NULL, sentences->pdata[i]);
    if (spots->gains->len > 0) {
        g_autoptr(ik_grid) grid = ik_gain_grid(spots, p->input->territory, p->language);
        ik_grid_append_html(p->out, grid, word(p, "gains.title"));
    }
    end_section(p);
}

/* --- events ------------------------------------------------------------------------------------ */

static void append_foreign(const page *p, const char *name, const char *css_class, const char *text)
{
    ik_html_foreign_element(p->out, name, css_class,
                            p->language_index == 0 ? NULL : p->input->languages[0], text);
}

static void append_event(const page *p, const ik_report_event *event)
{
    g_autofree char *spoken = event->date == NULL ? g_strdup(word(p, "page.date_open"))
                                                  : ik_date_spoken(event->date, p->language);
    g_string_append(p->out, "<li class=\"event\">\n");
    append_foreign(p, "h3", NULL, event->title);
    ik_html_element(p->out, "p", "date", spoken);
    append_foreign(p, "p", "date-note", event->note);
    append_foreign(p, "p", "address", event->place);
    if (p->region == IK_NONE && event->region != IK_NONE) {
        g_string_append(p->out, "<p class=\"event-region\">");
        append_link(p, event->region, p->input->territory->regions[event->region].name);
        g_string_append(p->out, "</p>\n");
    }
    g_string_append(p->out, "</li>\n");
}

static void append_events(const page *p)
{
    bool any = false;
    begin_section(p, "events", word(p, "page.events"));
    for (guint i = 0; i < p->input->n_events; i++) {
        const ik_report_event *event = &p->input->events[i];
        if (p->region != IK_NONE && event->region != p->region)
            continue;
        g_string_append(p->out, any ? "" : "<ul class=\"events\">\n");
        append_event(p, event);
        any = true;
    }
    if (any)
        g_string_append(p->out, "</ul>\n");
    else
        ik_html_element(p->out, "p", "none", word(p, "page.events_empty"));
    end_section(p);
}

/* --- base, other pages ------------------------------------------------------------------------- */

static void append_base(const page *p)
{
    const guint parts = IK_COVERAGE_BASE_COUNTS | IK_COVERAGE_BASE_DISTANCE |
                        IK_COVERAGE_BASE_POPULATION |
                        (p->region == IK_NONE ? IK_COVERAGE_BASE_EVENTS : 0);
    g_autoptr(GPtrArray) base =
        ik_coverage_base(p->input->regions, p->input->territory, p->language, parts);
    begin_section(p, "base", word(p, "coverage.base"));
    if (p->region != IK_NONE)
        ik_html_element(p->out, "p", NULL, word(p, "report.base_state"));
    g_string_append(p->out, "<ul class=\"base\">\n");
    for (guint i = 0; i < base->len; i++)
        ik_html_element(p->out, "li", NULL, base->pdata[i]);
    g_string_append(p->out, "</ul>\n");
    end_section(p);
}

static void append_files(const page *p)
{
    static const char *const files[][2] = {{"regions.csv", "report.file_regions"},
                                           {"districts.csv", "report.file_districts"},
                                           {"municipalities.csv", "report.file_municipalities"},
                                           {"white-spots.csv", "report.file_spots"}};
    begin_section(p, "data", word(p, "page.data"));
    g_string_append(p->out, "<ul class=\"files\">\n");
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *address = g_strconcat(p->root, files[i][0], NULL);
        g_string_append(p->out, "<li><a");
        ik_html_attribute(p->out, "href", address);
        g_string_append_c(p->out, '>');
        ik_html_text(p->out, word(p, files[i][1]));
        g_string_append(p->out, " <span class=\"format\">CSV</span></a></li>\n");
    }
    g_string_append(p->out, "</ul>\n");
    end_section(p);
}

static void append_other_pages(const page *p)
{
    const ik_territory *territory = p->input->territory;
    begin_section(p, "pages", word(p, "report.pages"));
    g_string_append(p->out, "<ul class=\"files\">\n<li>");
    append_link(p, IK_NONE, word(p, "coverage.total"));
    g_string_append(p->out, "</li>\n");
    for (guint32 i = 0; i < territory->n_regions; i++) {
        g_string_append(p->out, "<li>");
        append_link(p, i, territory->regions[i].name);
        g_string_append(p->out, "</li>\n");
    }
    g_string_append(p->out, "</ul>\n");
    end_section(p);
}

/* --- frame ------------------------------------------------------------------------------------- */

static void append_contents(const page *p)
{
    static const char *const entries[][2] = {
        {"#pictures", "report.pictures"}, {"#table", "report.table"},
        {"#white-spots", "report.spots"}, {"#events", "page.events"},
        {"#base", "coverage.base"},       {"#pages", "report.regions"},
    };
    g_string_append(p->out, "<nav class=\"contents\"");
    ik_html_attribute(p->out, "aria-label", word(p, "page.contents"));
    g_string_append(p->out, "><ul>\n");
    for (guint i = 0; i < G_N_ELEMENTS(entries); i++) {
        g_string_append(p->out, "<li><a");
        ik_html_attribute(p->out, "href", entries[i][0]);
        g_string_append_c(p->out, '>');
        ik_html_text(p->out, word(p, entries[i][1]));
        g_string_append(p->out, "</a></li>\n");
    }
    g_string_append(p->out, "</ul></nav>\n");
}

static void append_header(const page *p, const ik_page_head *head)
{
    g_string_append(p->out, "<body>\n<a class=\"skip\" href=\"#main\">");
    ik_html_text(p->out, word(p, "page.skip"));
    g_string_append(p->out,
                    "</a>\n<header class=\"site\">\n<div class=\"bar\">\n<p class=\"operator\">");
    append_link(p, IK_NONE, word(p, "report.name"));
    g_string_append(p->out, "</p>\n");
    ik_page_languages_append(p->out, head);
    g_string_append(p->out, "</div>\n");
    ik_html_element(p->out, "h1", NULL, name_of(p));
    append_foreign(p, "p", "subtitle",
                   p->region == IK_NONE ? p->input->regions->title
                                        : p->input->territory->regions[p->region].agency);
    append_contents(p);
    g_string_append(p->out, "</header>\n<main id=\"main\" class=\"report\" tabindex=\"-1\">\n");
    if (p->input->regions->notice == NULL)
        return;
    g_string_append(p->out, "<aside class=\"notice\"");
    ik_html_attribute(p->out, "aria-label", word(p, "page.notice"));
    g_string_append(p->out, ">\n");
    append_foreign(p, "p", NULL, p->input->regions->notice);
    g_string_append(p->out, "</aside>\n");
}

static void append_footer(const page *p)
{
    const ik_territory *territory = p->input->territory;
    g_autofree char *made =
        ik_text_format(p->language, "page.made_with", "version", IK_VERSION, NULL);
    g_string_append(p->out, "</main>\n<footer class=\"site\">\n");
    ik_html_element(p->out, "h2", NULL, word(p, "page.sources"));
    g_string_append(p->out, "<ul class=\"attributions\">\n");
    for (guint32 i = 0; i < territory->n_attributions; i++) {
        const ik_attribution *of = &territory->attributions[i];
        g_string_append(p->out, "<li>");
        ik_html_text(p->out, ik_attribution_text(of, p->language));
        g_string_append(p->out, " (");
        ik_html_link(p->out, of->url, "license noopener", of->licence);
        g_string_append(p->out, ")</li>\n");
    }
    g_string_append(p->out, "</ul>\n");
    ik_html_element(p->out, "p", "made", made);
    g_string_append(p->out, "</footer>\n</body>\n</html>\n");
}

static void append_body(const page *p, const ik_page_head *head)
{
    append_header(p, head);
    begin_section(p, "figures", word(p, "report.figures"));
    append_figures(p);
    end_section(p);
    append_pictures(p);
    append_table(p);
    append_spots(p);
    append_events(p);
    append_base(p);
    if (p->region == IK_NONE)
        append_files(p);
    append_other_pages(p);
    append_footer(p);
}

static guint count_languages(const ik_report_input *input)
{
    guint n = 0;
    while (input->languages[n] != NULL)
        n++;
    return n;
}

char *ik_report_page(const ik_report_input *input, guint language, guint32 region)
{
    const page p = {.out = g_string_new(NULL),
                    .input = input,
                    .language_index = language,
                    .language = input->languages[language],
                    .root = language == 0 ? "" : "../",
                    .region = region};
    g_autofree char *title = ik_text_format(p.language, "report.title", "area", name_of(&p), NULL);
    const guint n = count_languages(input);
    g_autofree ik_page_version *versions = g_new(ik_page_version, n);
    g_autoptr(GPtrArray) addresses = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < n; i++) {
        g_autofree char *path = ik_report_page_path(input, i, region);
        g_ptr_array_add(addresses, g_strconcat(p.root, path, NULL));
        versions[i] = (ik_page_version){input->languages[i], addresses->pdata[i]};
    }
    const ik_page_head head = {.language = p.language,
                               .title = title,
                               .root = p.root,
                               .versions = versions,
                               .n_versions = n};
    ik_page_head_append(p.out, &head);
    append_body(&p, &head);
    return g_string_free(p.out, FALSE);
}
