/* page_projects.c — projects in lists: every one by region, those of one region.   [site] */
#include <string.h>

#include <ideenkarte/text.h>

#include "address_line.h"
#include "page_parts.h"
#include "project_flags.h"

/* --- parts of a project ----------------------------------------------------------------------- */

void ik_page_organisation(const ik_page_builder *page, const ik_project *project)
{
    if (g_strcmp0(project->organisation, project->title) != 0)
        ik_page_foreign(page, "p", "organisation", project->organisation);
}

void ik_page_themes(const ik_page_builder *page, char *const *themes)
{
    if (*themes == NULL)
        return;
    ik_html_element(page->out, "p", "visually-hidden", ik_page_text(page, "page.themes"));
    g_string_append(page->out, "<ul class=\"themes\">\n");
    for (; *themes != NULL; themes++) {
        g_autofree char *key = g_strconcat("theme.", *themes, NULL);
        if (ik_text_has(key))
            ik_html_element(page->out, "li", NULL, ik_page_text(page, key));
        else
            ik_page_foreign(page, "li", NULL, *themes);
    }
    g_string_append(page->out, "</ul>\n");
}

void ik_page_website(const ik_page_builder *page, const char *website)
{
    g_autofree char *address = ik_safe_address(website);
    if (address == NULL)
        return;
    const char *host = strstr(address, "://") + 3;
    g_autofree char *shown = g_strndup(host, strcspn(host, "/?#"));
    g_string_append(page->out, "<p class=\"website\"><span class=\"visually-hidden\">");
    ik_html_text(page->out, ik_page_text(page, "page.website"));
    g_string_append(page->out, ": </span>");
    ik_html_link(page->out, address, "noopener nofollow ugc", shown);
    g_string_append(page->out, "</p>\n");
}

/* "12 km" or "150 m". */
static char *distance(const char *language, double metres)
{
    const bool is_far = metres >= 1000;
    g_autofree char *number =
        ik_text_decimal(language, is_far ? metres / 1000 : metres, is_far && metres < 9950 ? 1 : 0);
    return g_strconcat(number, is_far ? " km" : " m", NULL);
}

void ik_page_position(const ik_page_builder *page, const ik_match *match)
{
    const char *language = page->words->language;
    g_autofree char *key = g_strconcat("position.", ik_match_level_name(match->level), NULL);
    g_autofree char *accuracy = distance(language, match->accuracy_m);
    g_autofree char *sentence = ik_text_format(
        language, key, "place", page->input->territory->municipalities[match->municipality].name,
        "accuracy", accuracy, NULL);
    g_string_append(page->out, "<p class=\"position\">");
    ik_html_text(page->out, sentence);
    if (match->status == IK_STATUS_CHECK) {
        g_string_append(page->out, " <span class=\"to-check\">");
        ik_html_text(page->out, ik_page_text(page, "position.to_check"));
        g_string_append(page->out, "</span>");
    }
    g_string_append(page->out, "</p>\n");
}

void ik_page_photo(const ik_page_builder *page, guint32 project, const char *sizes)
{
    const ik_site_photo *photo = ik_site_plan_photo(page->plan, project);
    if (photo == NULL)
        return;
    const char *name = page->plan->names[project], *root = page->root;
    g_autofree char *large = g_strdup_printf("%simages/project/%s-960.jpg", root, name);
    g_autofree char *sources = g_strdup_printf("%simages/project/%s-320.jpg %uw, %s %uw", root,
                                               name, photo->small.width, large, photo->large.width);
    g_autofree char *described =
        ik_text_format(page->words->language, "page.photo", "title",
                       ik_site_plan_project(page->plan, project)->title, NULL);
    g_string_append(page->out, "<img class=\"photo\"");
    ik_html_attribute(page->out, "src", large);
    ik_html_attribute(page->out, "srcset", sources);
    ik_html_attribute(page->out, "sizes", sizes);
    g_string_append_printf(page->out, " width=\"%u\" height=\"%u\" loading=\"lazy\"",
                           photo->large.width, photo->large.height);
    ik_html_attribute(page->out, "alt", described);
    g_string_append(page->out, ">\n");
}

/* --- one project in a list -------------------------------------------------------------------- */

/* Keys with a blank between; what a key has beyond letters and digits is escaped as in addresses. */
static void append_theme_keys(const ik_page_builder *page, char *const *themes)
{
    g_autoptr(GString) keys = g_string_new(NULL);
    for (; *themes != NULL; themes++) {
        g_autofree char *escaped = g_uri_escape_string(*themes, NULL, TRUE);
        g_string_append_printf(keys, "%s%s", keys->len > 0 ? " " : "", escaped);
    }
    ik_html_attribute(page->out, "data-themes", keys->str);
}

static void begin_item(const ik_page_builder *page, guint32 index)
{
    const ik_project *project = ik_site_plan_project(page->plan, index);
    const guint32 region = ik_site_plan_town(page->plan, index)->region;
    g_autofree char *anchor = g_strconcat("p-", page->plan->names[index], NULL);
    g_string_append(page->out, "<li class=\"project\"");
    ik_html_attribute(page->out, "id", anchor);
    ik_html_attribute(page->out, "data-id", project->id);
    ik_html_attribute(page->out, "data-region", page->input->territory->regions[region].id);
    append_theme_keys(page, project->themes);
    g_string_append_printf(page->out, " data-flags=\"%u\">\n",
                           ik_project_flags_of(page->plan, index));
}

/* On a region's page the projects stand below its own heading, on the first page below the region's. */
static void append_title(const ik_page_builder *page, guint32 index)
{
    const char *name = page->id.kind == IK_PAGE_INDEX ? "h4" : "h3";
    const char *title = ik_site_plan_project(page->plan, index)->title;
    if (!ik_page_has_projects(page)) {
        ik_page_foreign(page, name, NULL, title);
        return;
    }
    g_string_append_printf(page->out, "<%s", name);
    ik_page_foreign_attributes(page);
    g_string_append(page->out, "><a");
    ik_page_href(page, (ik_page_id){IK_PAGE_PROJECT, index, 0});
    g_string_append_c(page->out, '>');
    ik_html_text(page->out, title);
    g_string_append_printf(page->out, "</a></%s>\n", name);
}

static void append_item(const ik_page_builder *page, guint32 index)
{
    const ik_project *project = ik_site_plan_project(page->plan, index);
    g_autofree char *address = ik_project_address_line(project);
    begin_item(page, index);
    ik_page_photo(page, index, "20rem");
    append_title(page, index);
    ik_page_organisation(page, project);
    ik_page_themes(page, project->themes);
    ik_page_foreign(page, "p", "summary", project->summary);
    g_string_append(page->out, "<div class=\"where\">\n");
    ik_page_foreign(page, "p", "address", address);
    ik_page_position(page, &project->match);
    ik_page_website(page, project->website);
    g_string_append(page->out, "</div>\n</li>\n");
}

void ik_page_projects(const ik_page_builder *page, guint32 from, guint32 end)
{
    if (from == end) {
        ik_html_element(page->out, "p", "none", ik_page_text(page, "page.region_empty"));
        return;
    }
    g_string_append(page->out, "<ul class=\"projects\">\n");
    for (guint32 i = from; i < end; i++)
        append_item(page, page->plan->listed[i]);
    g_string_append(page->out, "</ul>\n");
}

/* --- the list of the first page --------------------------------------------------------------- */

static void append_region_figures(const ik_page_builder *page, const ik_coverage_row *row)
{
    const char *language = page->words->language;
    g_autofree char *projects = ik_text_integer(language, row->projects);
    g_autofree char *density = ik_page_density(page, row);
    g_autofree char *figures = ik_text_format(language, "page.region_figures", "projects", projects,
                                              "density", density, NULL);
    ik_html_element(page->out, "p", "region-figures", figures);
}

static void append_region(const ik_page_builder *page, guint32 index, bool is_long)
{
    const ik_region *region = &page->input->territory->regions[index];
    g_autofree char *anchor = g_strconcat("region-", region->id, NULL);
    g_string_append(page->out, "<section class=\"region\"");
    ik_html_attribute(page->out, "id", anchor);
    g_string_append(page->out, ">\n<header>\n<h3><a");
    ik_page_href(page, (ik_page_id){IK_PAGE_REGION, index, 0});
    g_string_append_c(page->out, '>');
    ik_html_text(page->out, region->name);
    g_string_append(page->out, "</a></h3>\n");
    ik_html_element(page->out, "p", "agency", region->agency);
    append_region_figures(page, g_ptr_array_index(page->input->regions->rows, index));
    g_string_append(page->out, "</header>\n");
    if (!is_long)
        ik_page_projects(page, page->plan->first[index], page->plan->first[index + 1]);
    g_string_append(page->out, "</section>\n");
}

void ik_page_list(const ik_page_builder *page)
{
    const bool is_long = page->input->records->projects->len > IK_SITE_LONG_LIST;
    ik_page_begin_section(page, "list", "page.projects");
    if (is_long)
        ik_html_element(page->out, "p", NULL, ik_page_text(page, "page.projects_many"));
    for (guint32 i = 0; i < page->input->territory->n_regions; i++)
        append_region(page, i, is_long);
    ik_page_end_section(page);
}
