/* feed.c — new projects as an Atom feed.   [site] */
#include "feed.h"

#include <ideenkarte/text.h>
#include <ideenkarte/version.h>
#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "story.h"

#define UNKNOWN_DAY "1970-01-01"

/* --- order ------------------------------------------------------------------------------------ */

typedef struct {
    const char *start; /* "" where it is not known */
    guint32 index;
} dated_project;

/* Later days first, then later lines. "2016-10" stands before "2016-10-02" of the same month in time, so behind it here:
 * the order of the text. */
static int compare_dated(const void *a, const void *b)
{
    const dated_project *first = a, *second = b;
    int order = strcmp(second->start, first->start);
    if (order == 0 && first->index != second->index)
        order = first->index < second->index ? 1 : -1;
    return order;
}

/* Caller frees. */
static dated_project *newest_first(const ik_site_plan *plan)
{
    const GPtrArray *projects = plan->input->records->projects;
    dated_project *dated = g_new(dated_project, projects->len + 1);
    for (guint32 i = 0; i < projects->len; i++) {
        const char *start = ik_site_plan_project(plan, i)->start;
        dated[i] = (dated_project){start != NULL ? start : "", i};
    }
    qsort(dated, projects->len, sizeof *dated, compare_dated);
    return dated;
}

/* "2016-10" as "2016-10-01T00:00:00Z". Caller frees. */
static char *moment(const char *start)
{
    const char *day = strlen(start) >= 4 && strlen(start) <= 10 ? start : UNKNOWN_DAY;
    return g_strconcat(day, &"-01-01"[MIN(strlen(day) - 4, 6)], "T00:00:00Z", NULL);
}

/* --- XML -------------------------------------------------------------------------------------- */

/* What is escaped for HTML is for XML, too: the five entities are those of XML. */
static void append_element(GString *out, const char *name, const char *text)
{
    if (text == NULL)
        return;
    g_string_append_printf(out, "<%s>", name);
    ik_html_text(out, text);
    g_string_append_printf(out, "</%s>\n", name);
}

static void append_link(GString *out, const char *rel, const char *type, const char *address)
{
    g_string_append_printf(out, "<link rel=\"%s\" type=\"%s\"", rel, type);
    ik_html_attribute(out, "href", address);
    g_string_append(out, "/>\n");
}

static bool has_page(const ik_site_plan *plan)
{
    return (plan->input->parts & IK_SITE_PROJECT_PAGES) != 0;
}

/* Where a project stands: its page, without one its place in the list of the region. Caller frees. */
static char *link_of(const ik_site_plan *plan, guint32 index, guint language)
{
    if (has_page(plan))
        return ik_site_plan_address(plan, (ik_page_id){IK_PAGE_PROJECT, index, 0}, language);
    g_autofree char *address =
        ik_site_plan_address(plan, ik_site_plan_listing(plan, index), language);
    return g_strconcat(address, "#p-", plan->names[index], NULL);
}

/* For readers to know an entry again: without a sheet, which changes as projects come. Caller frees. */
static char *id_of(const ik_site_plan *plan, guint32 index, guint language)
{
    const ik_page_id region = {IK_PAGE_REGION, ik_site_plan_town(plan, index)->region, 0};
    const ik_page_id own = {IK_PAGE_PROJECT, index, 0};
    g_autofree char *address = ik_site_plan_address(plan, has_page(plan) ? own : region, language);
    return g_strconcat(address, "#p-", plan->names[index], NULL);
}

static char *summary_of(const ik_project *project)
{
    if (project->summary != NULL)
        return g_strdup(project->summary);
    return project->text != NULL ? ik_story_plain(project->text, IK_DESCRIPTION_LENGTH) : NULL;
}

static void append_entry(GString *out, const ik_site_plan *plan, const dated_project *dated,
                         guint language)
{
    const ik_project *project = ik_site_plan_project(plan, dated->index);
    g_autofree char *address = link_of(plan, dated->index, language);
    g_autofree char *id = id_of(plan, dated->index, language);
    g_autofree char *updated = moment(dated->start);
    g_autofree char *summary = summary_of(project);
    g_string_append(out, "<entry>\n");
    append_element(out, "title", project->title);
    append_link(out, "alternate", "text/html", address);
    append_element(out, "id", id);
    append_element(out, "updated", updated);
    append_element(out, "summary", summary);
    if (project->organisation != NULL) {
        g_string_append(out, "<author>");
        append_element(out, "name", project->organisation);
        g_string_append(out, "</author>\n");
    }
    g_string_append(out, "</entry>\n");
}

static void append_head(GString *out, const ik_site_plan *plan, const char *latest, guint language)
{
    const ik_site_words *words = &plan->input->words[language];
    const ik_page_id feed = {IK_PAGE_FEED, 0, 0}, index = {IK_PAGE_INDEX, 0, 0};
    g_autofree char *title =
        ik_text_format(words->language, "feed.title", "title", words->title, NULL);
    g_autofree char *self = ik_site_plan_address(plan, feed, language);
    g_autofree char *home = ik_site_plan_address(plan, index, language);
    g_autofree char *updated = moment(latest);
    const char *author = words->operator_name != NULL ? words->operator_name : words->title;
    g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    ik_html_attribute(out, "xml:lang", ik_text_tag(words->language));
    g_string_append(out, ">\n");
    append_element(out, "title", title);
    append_element(out, "subtitle", words->subtitle);
    append_link(out, "self", "application/atom+xml", self);
    append_link(out, "alternate", "text/html", home);
    append_element(out, "id", self);
    append_element(out, "updated", updated);
    g_string_append(out, "<author>");
    append_element(out, "name", author);
    g_string_append(out,
                    "</author>\n<generator version=\"" IK_VERSION "\">ideenkarte</generator>\n");
}

char *ik_feed(const ik_site_plan *plan, guint language)
{
    g_assert(plan->input->portal_url != NULL);
    g_autofree dated_project *dated = newest_first(plan);
    const guint n = plan->input->records->projects->len;
    GString *out = g_string_new(NULL);
    append_head(out, plan, n > 0 ? dated[0].start : "", language);
    for (guint i = 0; i < MIN(n, IK_FEED_LENGTH); i++)
        append_entry(out, plan, &dated[i], language);
    g_string_append(out, "</feed>\n");
    return g_string_free(out, FALSE);
}
