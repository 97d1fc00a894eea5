/* page.c — the frame of the page: head, header, order of the parts, footer.   [site] */
#include "page.h"

#include <ideenkarte/text.h>
#include <ideenkarte/version.h>

#include "page_head.h"
#include "page_parts.h"

char *ik_page_path(const ik_site_input *input, guint index)
{
    if (index == 0)
        return g_strdup("index.html");
    return g_strconcat(input->words[index].language, "/index.html", NULL);
}

/* --- what the parts share --------------------------------------------------------------------- */

const char *ik_page_text(const ik_page_builder *page, const char *key)
{
    return ik_text(page->words->language, key);
}

void ik_page_integer(const ik_page_builder *page, guint64 value)
{
    g_autofree char *digits = ik_text_integer(page->words->language, (gint64)value);
    ik_html_text(page->out, digits);
}

char *ik_page_density(const ik_page_builder *page, const ik_coverage_row *row)
{
    return ik_text_decimal(page->words->language, row->projects_per_100k, 2);
}

void ik_page_foreign(const ik_page_builder *page, const char *name, const char *css_class,
                     const char *text)
{
    const char *language =
        page->words == page->input->words ? NULL : page->input->words[0].language;
    ik_html_foreign_element(page->out, name, css_class, language, text);
}

void ik_page_begin_section(const ik_page_builder *page, const char *id, const char *heading_key)
{
    g_string_append_printf(page->out,
                           "<section id=\"%s\" aria-labelledby=\"%s-heading\">\n"
                           "<h2 id=\"%s-heading\">",
                           id, id, id);
    ik_html_text(page->out, ik_page_text(page, heading_key));
    g_string_append(page->out, "</h2>\n");
}

void ik_page_end_section(const ik_page_builder *page)
{
    g_string_append(page->out, "</section>\n");
}

void ik_page_region_attribute(const ik_page_builder *page, const char *name,
                              const ik_region *region)
{
    g_autofree char *anchor =
        g_strconcat(g_str_equal(name, "href") ? "#" : "", "region-", region->id, NULL);
    ik_html_attribute(page->out, name, anchor);
}

/* --- head ------------------------------------------------------------------------------------- */

/* Address of another language's page, seen from this one. Caller frees. */
static char *address_of_page(const ik_page_builder *page, guint index)
{
    g_autofree char *path = ik_page_path(page->input, index);
    return g_strconcat(page->root, path, NULL);
}

/* The same page in each language; addresses are to be freed. */
static ik_page_version *versions_of(const ik_page_builder *page)
{
    ik_page_version *versions = g_new(ik_page_version, page->input->n_words);
    for (guint i = 0; i < page->input->n_words; i++)
        versions[i] = (ik_page_version){page->input->words[i].language, address_of_page(page, i)};
    return versions;
}

static ik_page_head head_of(const ik_page_builder *page, const ik_page_version *versions)
{
    return (ik_page_head){.language = page->words->language,
                          .title = page->words->title,
                          .description = page->words->subtitle,
                          .root = page->root,
                          .versions = versions,
                          .n_versions = page->input->n_words};
}

/* --- header and footer ------------------------------------------------------------------------ */

static void append_contents(const ik_page_builder *page)
{
    static const struct {
        const char *target, *key;
    } entries[] = {
        {"#map", "page.map"},       {"#regions", "page.regions"}, {"#projects", "page.projects"},
        {"#events", "page.events"}, {"#data", "page.data"},
    };
    g_string_append(page->out, "<nav class=\"contents\"");
    ik_html_attribute(page->out, "aria-label", ik_page_text(page, "page.contents"));
    g_string_append(page->out, "><ul>\n");
    for (guint i = 0; i < G_N_ELEMENTS(entries); i++) {
        g_string_append(page->out, "<li><a");
        ik_html_attribute(page->out, "href", entries[i].target);
        g_string_append_c(page->out, '>');
        ik_html_text(page->out, ik_page_text(page, entries[i].key));
        g_string_append(page->out, "</a></li>\n");
    }
    g_string_append(page->out, "</ul></nav>\n");
}

static void append_header(const ik_page_builder *page, const ik_page_head *head)
{
    g_string_append(page->out, "<body>\n<a class=\"skip\" href=\"#main\">");
    ik_html_text(page->out, ik_page_text(page, "page.skip"));
    g_string_append(page->out, "</a>\n<header class=\"site\">\n<div class=\"bar\">\n");
    ik_html_element(page->out, "p", "operator", page->words->operator_name);
    ik_page_languages_append(page->out, head);
    g_string_append(page->out, "</div>\n");
    ik_html_element(page->out, "h1", NULL, page->words->title);
    ik_html_element(page->out, "p", "subtitle", page->words->subtitle);
    append_contents(page);
    g_string_append(page->out, "</header>\n");
}

static void append_notice(const ik_page_builder *page)
{
    if (page->words->notice == NULL)
        return;
    g_string_append(page->out, "<aside class=\"notice\"");
    ik_html_attribute(page->out, "aria-label", ik_page_text(page, "page.notice"));
    g_string_append(page->out, ">\n");
    ik_html_element(page->out, "p", NULL, page->words->notice);
    g_string_append(page->out, "</aside>\n");
}

static void append_footer(const ik_page_builder *page)
{
    g_string_append(page->out, "<footer class=\"site\">\n");
    ik_page_sources(page);
    g_autofree char *made =
        ik_text_format(page->words->language, "page.made_with", "version", IK_VERSION, NULL);
    ik_html_element(page->out, "p", "made", made);
    g_string_append(page->out, "</footer>\n</body>\n</html>\n");
}

char *ik_page(const ik_site_input *input, guint index)
{
    g_assert(index < input->n_words);
    const ik_page_builder page = {.out = g_string_new(NULL),
                                  .input = input,
                                  .words = &input->words[index],
                                  .root = index == 0 ? "" : "../"};
    ik_page_version *versions = versions_of(&page);
    const ik_page_head head = head_of(&page, versions);
    ik_page_head_append(page.out, &head);
    append_header(&page, &head);
    g_string_append(page.out, "<main id=\"main\" tabindex=\"-1\">\n");
    append_notice(&page);
    ik_page_map(&page);
    ik_page_regions(&page);
    ik_page_projects(&page);
    ik_page_events(&page);
    ik_page_data(&page);
    g_string_append(page.out, "</main>\n");
    append_footer(&page);
    for (guint i = 0; i < input->n_words; i++)
        g_free(versions[i].address);
    g_free(versions);
    return g_string_free(page.out, FALSE);
}
