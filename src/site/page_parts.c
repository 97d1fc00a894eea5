/* page_parts.c — words, addresses and sections, as every part of a page writes them.   [site] */
#include "page_parts.h"

#include <ideenkarte/text.h>
#include <string.h>

void ik_page_builder_init(ik_page_builder *page, const ik_site_plan *plan, ik_page_id id,
                          guint language)
{
    static const char *const climbs[] = {"", "../", "../../"};
    const guint below_home = id.kind == IK_PAGE_INDEX ? 0 : 1;
    *page = (ik_page_builder){.out = g_string_new(NULL),
                              .plan = plan,
                              .input = plan->input,
                              .words = &plan->input->words[language],
                              .language = language,
                              .id = id,
                              .root = climbs[below_home + (language == 0 ? 0 : 1)],
                              .home = climbs[below_home]};
}

/* --- words ------------------------------------------------------------------------------------ */

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

void ik_page_counted(const ik_page_builder *page, const char *element, const char *key,
                     guint64 count)
{
    g_autofree char *digits = ik_text_integer(page->words->language, (gint64)count);
    g_autofree char *text = ik_text_format(page->words->language, key, "count", digits, NULL);
    ik_html_element(page->out, element, NULL, text);
}

/* NULL where this page is written in the language of the records. */
static const char *language_of_records(const ik_page_builder *page)
{
    return page->language == 0 ? NULL : ik_text_tag(page->input->words[0].language);
}

void ik_page_foreign_attributes(const ik_page_builder *page)
{
    ik_html_attribute(page->out, "lang", language_of_records(page));
    ik_html_attribute(page->out, "dir", "auto");
}

void ik_page_foreign(const ik_page_builder *page, const char *name, const char *css_class,
                     const char *text)
{
    ik_html_foreign_element(page->out, name, css_class, language_of_records(page), text);
}

/* --- addresses -------------------------------------------------------------------------------- */

char *ik_page_link(const ik_page_builder *page, ik_page_id id)
{
    g_autofree char *path = ik_site_plan_path(page->plan, id, page->language);
    const gsize folder = page->language == 0 ? 0 : strlen(page->words->language) + 1;
    return g_strconcat(page->home, path + folder, NULL);
}

void ik_page_href(const ik_page_builder *page, ik_page_id id)
{
    g_autofree char *address = ik_page_link(page, id);
    ik_html_attribute(page->out, "href", address);
}

bool ik_page_has_projects(const ik_page_builder *page)
{
    return (page->input->parts & IK_SITE_PROJECT_PAGES) != 0;
}

/* --- sections --------------------------------------------------------------------------------- */

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
