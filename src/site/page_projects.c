/* page_projects.c — every project, by region and place.   [site] */
#include <string.h>

#include <ideenkarte/text.h>

#include "address_line.h"
#include "clean_text.h"
#include "page_parts.h"
#include "web_address.h"

typedef struct {
    char *key; /* place, title, id: in the order of the alphabet, umlauts with their letter */
    guint32 region;
    const ik_project *project;
} listed_project;

/* --- order ------------------------------------------------------------------------------------ */

static void clear_listed(gpointer listed)
{
    g_free(((listed_project *)listed)->key);
}

static gint compare_listed(gconstpointer a, gconstpointer b)
{
    return strcmp(((const listed_project *)a)->key, ((const listed_project *)b)->key);
}

static GArray *list_projects(const ik_site_input *input)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(listed_project));
    g_array_set_clear_func(list, clear_listed);
    for (guint i = 0; i < input->records->projects->len; i++) {
        const ik_project *project = g_ptr_array_index(input->records->projects, i);
        const ik_municipality *municipality =
            &input->territory->municipalities[project->match.municipality];
        g_autofree char *place = ik_text_fold(municipality->name);
        g_autofree char *title = ik_text_fold(project->title);
        const listed_project listed = {
            .key = g_strconcat(place, "\x01", title, "\x01", project->id, NULL),
            .region = municipality->region,
            .project = project};
        g_array_append_val(list, listed);
    }
    g_array_sort(list, compare_listed);
    return list;
}

/* --- one project ------------------------------------------------------------------------------ */

static void append_themes(const ik_page_builder *page, char *const *themes)
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

static void append_story(const ik_page_builder *page, const ik_project *project)
{
    ik_page_foreign(page, "p", "summary", project->summary);
    if (project->text == NULL)
        return;
    g_string_append(page->out, "<details><summary>");
    ik_html_text(page->out, ik_page_text(page, "page.more"));
    g_string_append(page->out, "<span class=\"visually-hidden\">: ");
    ik_html_text(page->out, project->title);
    g_string_append(page->out, "</span></summary>\n");
    ik_page_foreign(page, "p", NULL, project->text);
    g_string_append(page->out, "</details>\n");
}

static void append_website(const ik_page_builder *page, const char *website)
{
    g_autofree char *address = website != NULL ? ik_web_address(website) : NULL;
    if (address == NULL)
        return;
    const char *host = strstr(address, "://") + 3;
    g_autofree char *shown = g_strndup(host, strcspn(host, "/?#"));
    g_string_append(page->out, "<p class=\"website\"><span class=\"visually-hidden\">");
    ik_html_text(page->out, ik_page_text(page, "page.website"));
    g_string_append(page->out, ": </span>");
    ik_html_link(page->out, address, "noopener", shown);
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

/* How sure the place on the map is. */
static void append_position(const ik_page_builder *page, const ik_match *match)
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

static void append_project(const ik_page_builder *page, const ik_project *project)
{
    g_autofree char *anchor = ik_html_anchor("project-", project->id);
    g_autofree char *address = ik_project_address_line(project);
    g_string_append(page->out, "<li class=\"project\"");
    ik_html_attribute(page->out, "id", anchor);
    g_string_append(page->out, ">\n");
    ik_page_foreign(page, "h4", NULL, project->title);
    if (g_strcmp0(project->organisation, project->title) != 0)
        ik_page_foreign(page, "p", "organisation", project->organisation);
    append_themes(page, project->themes);
    append_story(page, project);
    g_string_append(page->out, "<div class=\"where\">\n");
    ik_page_foreign(page, "p", "address", address);
    append_position(page, &project->match);
    append_website(page, project->website);
    g_string_append(page->out, "</div>\n</li>\n");
}

/* --- one region ------------------------------------------------------------------------------- */

static void append_region_figures(const ik_page_builder *page, const ik_coverage_row *row)
{
    const char *language = page->words->language;
    g_autofree char *projects = ik_text_integer(language, row->projects);
    g_autofree char *density = ik_page_density(page, row);
    g_autofree char *figures = ik_text_format(language, "page.region_figures", "projects", projects,
                                              "density", density, NULL);
    ik_html_element(page->out, "p", "region-figures", figures);
}

static void append_region(const ik_page_builder *page, guint32 index, const GArray *list)
{
    const ik_region *region = &page->input->territory->regions[index];
    const ik_coverage_row *row = g_ptr_array_index(page->input->regions->rows, index);
    g_string_append(page->out, "<section class=\"region\"");
    ik_page_region_attribute(page, "id", region);
    g_string_append(page->out, ">\n<header>\n");
    ik_html_element(page->out, "h3", NULL, region->name);
    ik_html_element(page->out, "p", "agency", region->agency);
    append_region_figures(page, row);
    g_string_append(page->out, "</header>\n");
    guint count = 0;
    for (guint i = 0; i < list->len; i++) {
        const listed_project *listed = &g_array_index(list, listed_project, i);
        if (listed->region != index)
            continue;
        if (count++ == 0)
            g_string_append(page->out, "<ul class=\"projects\">\n");
        append_project(page, listed->project);
    }
    if (count > 0)
        g_string_append(page->out, "</ul>\n");
    else
        ik_html_element(page->out, "p", "none", ik_page_text(page, "page.region_empty"));
    g_string_append(page->out, "</section>\n");
}

void ik_page_projects(const ik_page_builder *page)
{
    g_autoptr(GArray) list = list_projects(page->input);
    ik_page_begin_section(page, "projects", "page.projects");
    for (guint32 i = 0; i < page->input->territory->n_regions; i++)
        append_region(page, i, list);
    ik_page_end_section(page);
}
