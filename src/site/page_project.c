/* page_project.c — the page of a project: photo, story, facts, ways on.   [site] */
#include <ideenkarte/text.h>
#include <string.h>

#include "address_line.h"
#include "json_ld.h"
#include "page.h"
#include "page_frame.h"
#include "project_flags.h"
#include "spoken_date.h"
#include "story.h"

/* --- facts ------------------------------------------------------------------------------------ */

static void begin_fact(const ik_page_builder *page, const char *key)
{
    g_string_append(page->out, "<div>");
    ik_html_element(page->out, "dt", NULL, ik_page_text(page, key));
    g_string_append(page->out, "<dd>\n");
}

static void end_fact(const ik_page_builder *page)
{
    g_string_append(page->out, "</dd></div>\n");
}

static void append_place(const ik_page_builder *page, const ik_project *project)
{
    g_autofree char *address = ik_project_address_line(project);
    begin_fact(page, "page.address");
    ik_page_foreign(page, "p", "address", address);
    ik_page_position(page, &project->match);
    end_fact(page);
}

static void append_period(const ik_page_builder *page, const ik_project *project)
{
    if (project->start == NULL && project->end == NULL)
        return;
    const char *language = page->words->language;
    g_autofree char *start =
        project->start != NULL ? ik_date_spoken(project->start, language) : NULL;
    g_autofree char *end = project->end != NULL ? ik_date_spoken(project->end, language) : NULL;
    const char *key = "date.period";
    if (start == NULL)
        key = "date.until";
    else if (end == NULL)
        key = "date.since";
    g_autofree char *period = ik_text_format(language, key, "start", start != NULL ? start : "",
                                             "end", end != NULL ? end : "", NULL);
    begin_fact(page, "page.period");
    ik_html_element(page->out, "p", NULL, period);
    end_fact(page);
}

static void append_website(const ik_page_builder *page, const char *website)
{
    g_autofree char *address = ik_safe_address(website);
    if (address == NULL)
        return;
    begin_fact(page, "page.website");
    ik_page_website(page, address);
    end_fact(page);
}

/* A link, with a word on where it leads: nothing of another site is loaded here. */
static void append_video(const ik_page_builder *page, const char *video)
{
    g_autofree char *address = ik_safe_address(video);
    if (address == NULL)
        return;
    const char *host = address + strlen("https://");
    g_autofree char *name = g_strndup(host, strcspn(host, "/?#"));
    g_autofree char *text =
        ik_text_format(page->words->language, "page.video_open", "host", name, NULL);
    begin_fact(page, "page.video");
    g_string_append(page->out, "<p>");
    ik_html_link(page->out, address, "noopener nofollow ugc", text);
    g_string_append(page->out, "</p>\n");
    ik_html_element(page->out, "p", "hint", ik_page_text(page, "page.video_note"));
    end_fact(page);
}

static void append_region(const ik_page_builder *page, guint32 region)
{
    begin_fact(page, "page.region");
    g_string_append(page->out, "<p><a");
    ik_page_href(page, (ik_page_id){IK_PAGE_REGION, region, 0});
    g_string_append(page->out, "><bdi>");
    ik_html_text(page->out, page->input->territory->regions[region].name);
    g_string_append(page->out, "</bdi></a></p>\n");
    end_fact(page);
}

static void append_facts(const ik_page_builder *page, const ik_project *project, guint32 region)
{
    g_string_append(page->out, "<dl class=\"facts\">\n");
    append_place(page, project);
    append_region(page, region);
    append_period(page, project);
    append_website(page, project->website);
    append_video(page, project->video);
    g_string_append(page->out, "</dl>\n");
}

/* --- story ------------------------------------------------------------------------------------ */

static void append_story(const ik_page_builder *page, const ik_project *project)
{
    ik_page_organisation(page, project);
    ik_page_themes(page, project->themes);
    ik_page_foreign(page, "p", "summary", project->summary);
    if (project->text == NULL)
        return;
    g_string_append(page->out, "<div class=\"story\"");
    ik_page_foreign_attributes(page);
    g_string_append(page->out, ">\n");
    ik_story_append(page->out, project->text);
    g_string_append(page->out, "</div>\n");
}

static void append_ways_on(const ik_page_builder *page, guint32 index, guint32 region)
{
    g_autofree char *first = ik_page_link(page, (ik_page_id){IK_PAGE_INDEX, 0, 0});
    g_autofree char *id =
        g_uri_escape_string(ik_site_plan_project(page->plan, index)->id, NULL, FALSE);
    const bool is_listed = page->input->records->projects->len <= IK_SITE_LONG_LIST;
    g_autofree char *map = g_strdup_printf(
        "%s?project=%s#%s%s", first, id, is_listed ? "p-" : "region-",
        is_listed ? page->plan->names[index] : page->input->territory->regions[region].id);
    g_autofree char *all = ik_text_format(page->words->language, "page.region_all", "region",
                                          page->input->territory->regions[region].name, NULL);
    g_string_append(page->out, "<p class=\"action\"><a");
    ik_html_attribute(page->out, "href", map);
    g_string_append_c(page->out, '>');
    ik_html_text(page->out, ik_page_text(page, "page.on_map"));
    g_string_append(page->out, "</a></p>\n<p><a");
    ik_page_href(page, (ik_page_id){IK_PAGE_REGION, region, 0});
    g_string_append_c(page->out, '>');
    ik_html_text(page->out, all);
    g_string_append(page->out, "</a></p>\n");
}

/* --- page ------------------------------------------------------------------------------------- */

static void append_body(const ik_page_builder *page, guint32 index)
{
    const ik_project *project = ik_site_plan_project(page->plan, index);
    const guint32 region = ik_site_plan_town(page->plan, index)->region;
    g_string_append(page->out, "<article class=\"full-project\">\n<div class=\"telling\">\n");
    ik_page_photo(page, index, "(min-width: 60rem) 44rem, 100vw");
    append_story(page, project);
    append_ways_on(page, index, region);
    g_string_append(page->out, "</div>\n");
    append_facts(page, project, region);
    g_string_append(page->out, "</article>\n");
}

/* What the record says of itself in a line. Caller frees; NULL where it says nothing. */
static char *description(const ik_project *project)
{
    if (project->summary != NULL)
        return g_strdup(project->summary);
    return project->text != NULL ? ik_story_plain(project->text, IK_DESCRIPTION_LENGTH) : NULL;
}

char *ik_project_page(const ik_site_plan *plan, guint32 index, guint language)
{
    ik_page_builder page;
    ik_page_builder_init(&page, plan, (ik_page_id){IK_PAGE_PROJECT, index, 0}, language);
    const ik_project *project = ik_site_plan_project(plan, index);
    const ik_site_photo *photo = ik_site_plan_photo(plan, index);
    const char *region = plan->input->territory->regions[ik_site_plan_town(plan, index)->region].id;
    g_autofree char *described = description(project);
    g_autofree char *data = ik_json_ld_project(&page);
    g_autofree char *picture =
        photo != NULL ? g_strdup_printf("images/project/%s-960.jpg", plan->names[index])
                      : g_strdup_printf("images/og/%s.png", region);
    const bool has_picture = photo != NULL || plan->input->has_region_pictures;
    const ik_page_frame frame = {
        .heading = project->title,
        .is_foreign = true,
        .description = described,
        .picture = has_picture ? picture : NULL,
        .picture_size =
            photo != NULL ? photo->large : (ik_site_size){IK_SITE_CARD_WIDTH, IK_SITE_CARD_HEIGHT},
        .data = data};
    ik_page_begin(&page, &frame);
    append_body(&page, index);
    return ik_page_end(&page);
}
