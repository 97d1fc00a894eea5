/* page_sheets.c — the ways between the sheets of a long region.   [site]
 *
 * Projects are listed by place: a sheet is known by its first and its last one.
 */
#include <ideenkarte/text.h>

#include "page_parts.h"

static guint32 sheets_of(const ik_page_builder *page)
{
    return page->id.kind == IK_PAGE_REGION ? ik_site_plan_sheets(page->plan, page->id.index) : 1;
}

static ik_page_id sheet_at(const ik_page_builder *page, guint32 sheet)
{
    return (ik_page_id){IK_PAGE_REGION, page->id.index, sheet};
}

char *ik_page_sheet_link(const ik_page_builder *page, int step)
{
    const gint64 sheet = (gint64)page->id.sheet + step;
    if (sheet < 0 || sheet >= sheets_of(page))
        return NULL;
    return ik_page_link(page, sheet_at(page, (guint32)sheet));
}

char *ik_page_sheet_name(const ik_page_builder *page)
{
    if (page->id.sheet == 0)
        return NULL;
    const char *language = page->words->language;
    g_autofree char *number = ik_text_integer(language, page->id.sheet + 1);
    g_autofree char *count = ik_text_integer(language, sheets_of(page));
    return ik_text_format(language, "page.sheet_of", "number", number, "count", count, NULL);
}

/* "Ahaus – Bocholt", or "Ahaus". Caller frees. */
static char *places_on(const ik_page_builder *page, guint32 sheet)
{
    guint32 from, end;
    ik_site_plan_range(page->plan, sheet_at(page, sheet), &from, &end);
    const char *first = ik_site_plan_town(page->plan, page->plan->listed[from])->name;
    const char *last = ik_site_plan_town(page->plan, page->plan->listed[end - 1])->name;
    return g_str_equal(first, last) ? g_strdup(first) : g_strconcat(first, " – ", last, NULL);
}

static void begin_nav(const ik_page_builder *page, const char *css_class, const char *key)
{
    g_string_append_printf(page->out, "<nav class=\"%s\"", css_class);
    ik_html_attribute(page->out, "aria-label", ik_page_text(page, key));
    g_string_append(page->out, ">");
}

static void append_sheet(const ik_page_builder *page, guint32 sheet)
{
    g_autofree char *places = places_on(page, sheet);
    g_string_append(page->out, "<li><a");
    ik_page_href(page, sheet_at(page, sheet));
    if (sheet == page->id.sheet)
        ik_html_attribute(page->out, "aria-current", "page");
    g_string_append_c(page->out, '>');
    ik_page_integer(page, sheet + 1u);
    g_string_append(page->out, " <bdi>");
    ik_html_text(page->out, places);
    g_string_append(page->out, "</bdi></a></li>\n");
}

void ik_page_sheets(const ik_page_builder *page)
{
    const guint32 sheets = sheets_of(page);
    if (sheets == 1)
        return;
    begin_nav(page, "sheets", "page.sheets");
    g_string_append(page->out, "<ol>\n");
    for (guint32 sheet = 0; sheet < sheets; sheet++)
        append_sheet(page, sheet);
    g_string_append(page->out, "</ol></nav>\n");
}

static void append_neighbour(const ik_page_builder *page, int step, const char *rel,
                             const char *key)
{
    g_autofree char *address = ik_page_sheet_link(page, step);
    if (address == NULL)
        return;
    g_string_append(page->out, "<li><a");
    ik_html_attribute(page->out, "href", address);
    ik_html_attribute(page->out, "rel", rel);
    g_string_append_c(page->out, '>');
    ik_html_text(page->out, ik_page_text(page, key));
    g_string_append(page->out, "</a></li>\n");
}

void ik_page_sheet_neighbours(const ik_page_builder *page)
{
    if (sheets_of(page) == 1)
        return;
    begin_nav(page, "neighbours", "page.sheet_turn");
    g_string_append(page->out, "<ul>\n");
    append_neighbour(page, -1, "prev", "page.sheet_previous");
    append_neighbour(page, 1, "next", "page.sheet_next");
    g_string_append(page->out, "</ul></nav>\n");
}
