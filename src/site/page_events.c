/* page_events.c — the events with their dates.   [site] */
#include "address_line.h"
#include "page_parts.h"
#include "spoken_date.h"

static void append_date(const ik_page_builder *page, const ik_event *event)
{
    g_string_append(page->out, "<p class=\"date\">");
    if (event->date != NULL) {
        g_autofree char *spoken = ik_date_spoken(event->date, page->words->language);
        g_string_append(page->out, "<time");
        ik_html_attribute(page->out, "datetime", event->date);
        g_string_append_c(page->out, '>');
        ik_html_text(page->out, spoken);
        g_string_append(page->out, "</time>");
    } else {
        ik_html_text(page->out, ik_page_text(page, "page.date_open"));
    }
    g_string_append(page->out, "</p>\n");
    ik_page_foreign(page, "p", "date-note", event->date_note);
}

static void append_region(const ik_page_builder *page, guint32 index)
{
    if (index == IK_NONE || page->id.kind != IK_PAGE_INDEX)
        return;
    const ik_region *region = &page->input->territory->regions[index];
    g_string_append(page->out, "<p class=\"event-region\"><a");
    ik_page_href(page, (ik_page_id){IK_PAGE_REGION, index, 0});
    g_string_append_c(page->out, '>');
    ik_html_text(page->out, region->name);
    g_string_append(page->out, "</a></p>\n");
}

static void append_source(const ik_page_builder *page, const char *source)
{
    if (source == NULL)
        return;
    g_string_append(page->out, "<p class=\"event-source\">");
    ik_html_text(page->out, ik_page_text(page, "page.source"));
    g_string_append(page->out, ": <bdi>");
    ik_html_text(page->out, source);
    g_string_append(page->out, "</bdi></p>\n");
}

static void append_event(const ik_page_builder *page, const ik_event *event)
{
    g_autofree char *address = ik_event_address_line(event);
    g_string_append(page->out, "<li class=\"event\">\n");
    ik_page_foreign(page, "h3", NULL, event->title);
    append_date(page, event);
    ik_page_foreign(page, "p", "address", address);
    append_region(page, event->region);
    ik_page_foreign(page, "p", "summary", event->description);
    append_source(page, event->source);
    g_string_append(page->out, "</li>\n");
}

static guint count_events(const GPtrArray *events, guint32 region)
{
    guint count = 0;
    for (guint i = 0; i < events->len; i++)
        count +=
            region == IK_NONE || ((const ik_event *)g_ptr_array_index(events, i))->region == region;
    return count;
}

void ik_page_events(const ik_page_builder *page, guint32 region)
{
    const GPtrArray *events = page->plan->events;
    const guint count = count_events(events, region);
    if (count == 0 && region != IK_NONE)
        return;
    ik_page_begin_section(page, "events", region == IK_NONE ? "page.events" : "page.events_region");
    if (count == 0)
        ik_html_element(page->out, "p", "none", ik_page_text(page, "page.events_empty"));
    else
        g_string_append(page->out, "<ul class=\"events\">\n");
    for (guint i = 0; i < events->len; i++) {
        const ik_event *event = g_ptr_array_index(events, i);
        if (region == IK_NONE || event->region == region)
            append_event(page, event);
    }
    if (count > 0)
        g_string_append(page->out, "</ul>\n");
    ik_page_end_section(page);
}
