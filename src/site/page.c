/* page.c — the first page, part by part.   [site] */
#include "page.h"

#include "json_ld.h"
#include "page_frame.h"

static const char *const contents[][2] = {
    {"#map-section", "page.map"}, {"#list", "page.projects"}, {"#events", "page.events"},
    {"#regions", "page.regions"}, {"#data", "page.data"},     {NULL, NULL}};

/* The script fills it; without one there is nothing to filter with. */
static void append_filters(const ik_page_builder *page)
{
    g_string_append(page->out, "<section id=\"filters\"");
    ik_html_attribute(page->out, "aria-label", ik_page_text(page, "page.filters"));
    g_string_append(page->out, " hidden></section>\n");
}

char *ik_page(const ik_site_plan *plan, guint language)
{
    g_assert(language < plan->input->n_words);
    ik_page_builder page;
    ik_page_builder_init(&page, plan, (ik_page_id){IK_PAGE_INDEX, 0, 0}, language);
    const ik_site_input *input = plan->input;
    g_autofree char *data = ik_json_ld_site(&page);
    const ik_page_frame frame = {.heading = page.words->title,
                                 .lead = page.words->subtitle,
                                 .description = page.words->subtitle,
                                 .picture = input->picture_width > 0 ? "images/map.png" : NULL,
                                 .picture_size = {input->picture_width, input->picture_height},
                                 .data = data,
                                 .contents = contents};
    ik_page_begin(&page, &frame);
    ik_page_map(&page);
    append_filters(&page);
    ik_page_list(&page);
    ik_page_events(&page, IK_NONE);
    ik_page_regions(&page);
    ik_page_data(&page);
    return ik_page_end(&page);
}
