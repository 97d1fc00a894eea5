/* page.c — the frame of the page: head, header, order of the parts, footer.   [site] */
#include "page.h"

#include <ideenkarte/text.h>
#include <ideenkarte/version.h>

#include "page_parts.h"

/* Pictures and the stylesheet of this site, nothing else from anywhere. */
#define POLICY \
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"

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

static void append_meta(const ik_page_builder *page, const char *name, const char *content)
{
    g_string_append_printf(page->out, "<meta name=\"%s\"", name);
    ik_html_attribute(page->out, "content", content);
    g_string_append(page->out, ">\n");
}

static void append_file_link(const ik_page_builder *page, const char *rel, const char *type,
                             const char *path)
{
    g_autofree char *address = g_strconcat(page->root, path, NULL);
    g_string_append_printf(page->out, "<link rel=\"%s\"", rel);
    ik_html_attribute(page->out, "type", type);
    ik_html_attribute(page->out, "href", address);
    g_string_append(page->out, ">\n");
}

/* Address of another language's page, seen from this one. Caller frees. */
static char *address_of_page(const ik_page_builder *page, guint index)
{
    g_autofree char *path = ik_page_path(page->input, index);
    return g_strconcat(page->root, path, NULL);
}

static void append_alternates(const ik_page_builder *page)
{
    for (guint i = 0; i < page->input->n_words && page->input->n_words > 1; i++) {
        g_autofree char *address = address_of_page(page, i);
        g_string_append(page->out, "<link rel=\"alternate\"");
        ik_html_attribute(page->out, "hreflang", page->input->words[i].language);
        ik_html_attribute(page->out, "href", address);
        g_string_append(page->out, ">\n");
    }
}

static void append_head(const ik_page_builder *page)
{
    g_string_append(page->out, "<!DOCTYPE html>\n<html");
    ik_html_attribute(page->out, "lang", page->words->language);
    g_string_append(page->out,
                    ">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\">\n");
    append_meta(page, "viewport", "width=device-width, initial-scale=1");
    append_meta(page, "color-scheme", "light dark");
    append_meta(page, "referrer", "no-referrer");
    ik_html_element(page->out, "title", NULL, page->words->title);
    if (page->words->subtitle != NULL)
        append_meta(page, "description", page->words->subtitle);
    append_file_link(page, "stylesheet", NULL, "assets/page.css");
    append_file_link(page, "icon", "image/svg+xml", "assets/icon.svg");
    append_alternates(page);
    g_string_append(page->out, "</head>\n");
}

/* --- header and footer ------------------------------------------------------------------------ */

static void append_languages(const ik_page_builder *page)
{
    if (page->input->n_words < 2)
        return;
    g_string_append(page->out, "<nav class=\"languages\"");
    ik_html_attribute(page->out, "aria-label", ik_page_text(page, "page.languages"));
    g_string_append(page->out, "><ul>\n");
    for (guint i = 0; i < page->input->n_words; i++) {
        const char *language = page->input->words[i].language;
        g_autofree char *address = address_of_page(page, i);
        g_string_append(page->out, "<li><a");
        ik_html_attribute(page->out, "href", address);
        ik_html_attribute(page->out, "lang", language);
        ik_html_attribute(page->out, "hreflang", language);
        if (&page->input->words[i] == page->words)
            ik_html_attribute(page->out, "aria-current", "page");
        g_string_append_c(page->out, '>');
        ik_html_text(page->out, ik_text(language, "page.language"));
        g_string_append(page->out, "</a></li>\n");
    }
    g_string_append(page->out, "</ul></nav>\n");
}

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

static void append_header(const ik_page_builder *page)
{
    g_string_append(page->out, "<body>\n<a class=\"skip\" href=\"#main\">");
    ik_html_text(page->out, ik_page_text(page, "page.skip"));
    g_string_append(page->out, "</a>\n<header class=\"site\">\n<div class=\"bar\">\n");
    ik_html_element(page->out, "p", "operator", page->words->operator_name);
    append_languages(page);
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
    append_head(&page);
    append_header(&page);
    g_string_append(page.out, "<main id=\"main\" tabindex=\"-1\">\n");
    append_notice(&page);
    ik_page_map(&page);
    ik_page_regions(&page);
    ik_page_projects(&page);
    ik_page_events(&page);
    ik_page_data(&page);
    g_string_append(page.out, "</main>\n");
    append_footer(&page);
    return g_string_free(page.out, FALSE);
}
