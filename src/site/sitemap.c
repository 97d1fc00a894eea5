/* sitemap.c — every page of the folder for search engines.   [site]
 *
 * Pages are numbered: the first one, the regions with their sheets, the projects; each in all languages. No dates: none of the data says
 * when a page changed.
 */
#include "sitemap.h"

#include <ideenkarte/text.h>

#include "html.h"

static guint count_sheets(const ik_site_plan *plan)
{
    guint count = 0;
    for (guint32 i = 0; i < plan->input->territory->n_regions; i++)
        count += ik_site_plan_sheets(plan, i);
    return count;
}

static guint count_pages(const ik_site_plan *plan)
{
    const ik_site_input *input = plan->input;
    const guint projects =
        (input->parts & IK_SITE_PROJECT_PAGES) != 0 ? input->records->projects->len : 0;
    return 1 + count_sheets(plan) + projects;
}

/* Whole pages: their versions name each other. */
static guint pages_a_part(const ik_site_plan *plan)
{
    return IK_SITEMAP_LENGTH / plan->input->n_words;
}

static ik_page_id page_at(const ik_site_plan *plan, guint index)
{
    if (index == 0)
        return (ik_page_id){IK_PAGE_INDEX, 0, 0};
    guint left = index - 1;
    for (guint32 region = 0; region < plan->input->territory->n_regions; region++) {
        const guint32 sheets = ik_site_plan_sheets(plan, region);
        if (left < sheets)
            return (ik_page_id){IK_PAGE_REGION, region, left};
        left -= sheets;
    }
    return (ik_page_id){IK_PAGE_PROJECT, left, 0};
}

static void append_address(GString *out, const char *address)
{
    g_string_append(out, "<loc>");
    ik_html_text(out, address);
    g_string_append(out, "</loc>");
}

static void append_versions(GString *out, const ik_site_plan *plan, char *const *addresses)
{
    for (guint i = 0; i < plan->input->n_words && plan->input->n_words > 1; i++) {
        g_string_append(out, "<xhtml:link rel=\"alternate\"");
        ik_html_attribute(out, "hreflang", ik_text_tag(plan->input->words[i].language));
        ik_html_attribute(out, "href", addresses[i]);
        g_string_append(out, "/>");
    }
}

static void append_page(GString *out, const ik_site_plan *plan, ik_page_id page)
{
    const guint n = plan->input->n_words;
    g_auto(GStrv) addresses = g_new0(char *, n + 1);
    for (guint i = 0; i < n; i++)
        addresses[i] = ik_site_plan_address(plan, page, i);
    for (guint i = 0; i < n; i++) {
        g_string_append(out, "<url>");
        append_address(out, addresses[i]);
        append_versions(out, plan, addresses);
        g_string_append(out, "</url>\n");
    }
}

guint ik_sitemap_count(const ik_site_plan *plan)
{
    const guint a_part = pages_a_part(plan);
    return (count_pages(plan) + a_part - 1) / a_part;
}

char *ik_sitemap_part(const ik_site_plan *plan, guint part)
{
    const guint first = part * pages_a_part(plan);
    const guint end = MIN(first + pages_a_part(plan), count_pages(plan));
    GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
                                "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    for (guint i = first; i < end; i++)
        append_page(out, plan, page_at(plan, i));
    g_string_append(out, "</urlset>\n");
    return g_string_free(out, FALSE);
}

char *ik_sitemap(const ik_site_plan *plan)
{
    const guint n = ik_sitemap_count(plan);
    if (n == 1)
        return ik_sitemap_part(plan, 0);
    GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex "
                                "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (guint i = 1; i <= n; i++) {
        g_autofree char *name = g_strdup_printf("sitemap-%u.xml", i);
        g_autofree char *address = ik_site_plan_file_address(plan, name);
        g_string_append(out, "<sitemap>");
        append_address(out, address);
        g_string_append(out, "</sitemap>\n");
    }
    g_string_append(out, "</sitemapindex>\n");
    return g_string_free(out, FALSE);
}
