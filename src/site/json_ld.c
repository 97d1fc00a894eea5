/* json_ld.c — what a page is about, in the words of schema.org.   [site] */
#include "json_ld.h"

#include <ideenkarte/text.h>
#include <string.h>

#include "address_line.h"
#include "clean_text.h"
#include "json_writer.h"
#include "project_flags.h"
#include "story.h"

/* Search engines read the beginning of a list. */
#define MAX_LISTED 200

typedef struct {
    ik_json_writer writer;
    GString *text;
    const ik_page_builder *page;
} graph;

static void begin_graph(graph *of, const ik_page_builder *page)
{
    of->page = page;
    of->text = g_string_new(NULL);
    ik_json_writer_init(&of->writer, of->text, 0);
    ik_json_begin_object(&of->writer);
    ik_json_key(&of->writer, "@context");
    ik_json_put_string(&of->writer, "https://schema.org");
    ik_json_key(&of->writer, "@graph");
    ik_json_begin_array(&of->writer);
}

static char *end_graph(graph *of)
{
    ik_json_end_array(&of->writer);
    ik_json_end_object(&of->writer);
    return g_string_free(of->text, FALSE);
}

/* Cleaned once more; nothing where there is none. */
static void put_text(graph *of, const char *key, const char *text)
{
    if (text == NULL)
        return;
    g_autofree char *clean = ik_text_clean(text);
    ik_json_key(&of->writer, key);
    ik_json_put_string(&of->writer, clean);
}

static void begin_thing(graph *of, const char *key, const char *type)
{
    if (key != NULL)
        ik_json_key(&of->writer, key);
    ik_json_begin_object(&of->writer);
    put_text(of, "@type", type);
}

static void end_thing(graph *of)
{
    ik_json_end_object(&of->writer);
}

static void put_address(graph *of, const char *key, ik_page_id id)
{
    g_autofree char *address = ik_site_plan_address(of->page->plan, id, of->page->language);
    if (address == NULL)
        address = ik_page_link(of->page, id);
    put_text(of, key, address);
}

/* --- the way to a page ------------------------------------------------------------------------ */

static void put_crumb(graph *of, gint position, ik_page_id id, const char *name)
{
    begin_thing(of, NULL, "ListItem");
    ik_json_key(&of->writer, "position");
    ik_json_put_integer(&of->writer, position);
    put_text(of, "name", name);
    put_address(of, "item", id);
    end_thing(of);
}

static void put_breadcrumbs(graph *of, guint32 region, const ik_project *project)
{
    const ik_page_builder *page = of->page;
    begin_thing(of, NULL, "BreadcrumbList");
    ik_json_key(&of->writer, "itemListElement");
    ik_json_begin_array(&of->writer);
    put_crumb(of, 1, (ik_page_id){IK_PAGE_INDEX, 0, 0}, page->words->title);
    put_crumb(of, 2, (ik_page_id){IK_PAGE_REGION, region, 0},
              page->input->territory->regions[region].name);
    if (project != NULL)
        put_crumb(of, 3, page->id, project->title);
    ik_json_end_array(&of->writer);
    end_thing(of);
}

/* --- events ----------------------------------------------------------------------------------- */

static void put_event_place(graph *of, const ik_event *event)
{
    g_autofree char *address = ik_event_address_line(event);
    const char *region =
        event->region != IK_NONE ? of->page->input->territory->regions[event->region].name : NULL;
    begin_thing(of, "location", "Place");
    put_text(of, "name", event->place != NULL ? event->place : region);
    put_text(of, "address", address != NULL ? address : region);
    end_thing(of);
}

/* Without a date and a place it is no Event as search engines understand it. */
static void put_events(graph *of, guint32 region)
{
    const GPtrArray *events = of->page->plan->events;
    for (guint i = 0; i < events->len; i++) {
        const ik_event *event = g_ptr_array_index(events, i);
        const bool has_place =
            event->region != IK_NONE || event->place != NULL || event->city != NULL;
        if (event->date == NULL || !has_place || (region != IK_NONE && event->region != region))
            continue;
        begin_thing(of, NULL, "Event");
        put_text(of, "name", event->title);
        put_text(of, "startDate", event->date);
        put_text(of, "description", event->description);
        put_event_place(of, event);
        end_thing(of);
    }
}

/* --- the first page --------------------------------------------------------------------------- */

char *ik_json_ld_site(const ik_page_builder *page)
{
    graph of;
    begin_graph(&of, page);
    begin_thing(&of, NULL, "WebSite");
    put_text(&of, "name", page->words->title);
    put_text(&of, "description", page->words->subtitle);
    put_text(&of, "inLanguage", ik_text_tag(page->words->language));
    put_address(&of, "url", page->id);
    if (page->words->operator_name != NULL) {
        begin_thing(&of, "publisher", "Organization");
        put_text(&of, "name", page->words->operator_name);
        end_thing(&of);
    }
    end_thing(&of);
    put_events(&of, IK_NONE);
    return end_graph(&of);
}

/* --- a region --------------------------------------------------------------------------------- */

static void put_listed(graph *of, gint position, guint32 project)
{
    begin_thing(of, NULL, "ListItem");
    ik_json_key(&of->writer, "position");
    ik_json_put_integer(&of->writer, position);
    put_text(of, "name", ik_site_plan_project(of->page->plan, project)->title);
    if (ik_page_has_projects(of->page))
        put_address(of, "url", (ik_page_id){IK_PAGE_PROJECT, project, 0});
    end_thing(of);
}

static void put_list(graph *of, guint32 region)
{
    const ik_site_plan *plan = of->page->plan;
    const guint32 count = plan->first[region + 1] - plan->first[region];
    guint32 from, end;
    ik_site_plan_range(plan, of->page->id, &from, &end);
    begin_thing(of, "mainEntity", "ItemList");
    ik_json_key(&of->writer, "numberOfItems");
    ik_json_put_integer(&of->writer, count);
    ik_json_key(&of->writer, "itemListElement");
    ik_json_begin_array(&of->writer);
    for (guint32 i = from; i < MIN(end, from + MAX_LISTED); i++)
        put_listed(of, (gint)(i - plan->first[region]) + 1, plan->listed[i]);
    ik_json_end_array(&of->writer);
    end_thing(of);
}

char *ik_json_ld_region(const ik_page_builder *page)
{
    const guint32 region = page->id.index;
    graph of;
    begin_graph(&of, page);
    begin_thing(&of, NULL, "CollectionPage");
    put_text(&of, "name", page->input->territory->regions[region].name);
    put_text(&of, "inLanguage", ik_text_tag(page->words->language));
    put_address(&of, "url", page->id);
    put_list(&of, region);
    end_thing(&of);
    put_breadcrumbs(&of, region, NULL);
    if (page->id.sheet == 0)
        put_events(&of, region);
    return end_graph(&of);
}

/* --- a project -------------------------------------------------------------------------------- */

static void put_postal(graph *of, const ik_project *project, const ik_municipality *town)
{
    g_autofree char *street = project->street == NULL
                                  ? NULL
                                  : g_strjoin(" ", project->street, project->house_number, NULL);
    begin_thing(of, "address", "PostalAddress");
    put_text(of, "streetAddress", street);
    put_text(of, "postalCode", project->postcode);
    put_text(of, "addressLocality", project->city != NULL ? project->city : town->name);
    put_text(of, "addressRegion", "Nordrhein-Westfalen");
    put_text(of, "addressCountry", "DE");
    end_thing(of);
}

static void put_place(graph *of, const ik_project *project, const ik_municipality *town)
{
    begin_thing(of, "location", "Place");
    put_postal(of, project, town);
    begin_thing(of, "geo", "GeoCoordinates");
    ik_json_key(&of->writer, "latitude");
    ik_json_put_rounded(&of->writer, project->match.position.lat, 6);
    ik_json_key(&of->writer, "longitude");
    ik_json_put_rounded(&of->writer, project->match.position.lon, 6);
    end_thing(of);
    end_thing(of);
}

static void put_body(graph *of, const char *organisation)
{
    if (organisation == NULL)
        return;
    begin_thing(of, "parentOrganization", "Organization");
    put_text(of, "name", organisation);
    end_thing(of);
}

static void put_keywords(graph *of, char *const *themes)
{
    if (*themes == NULL)
        return;
    ik_json_key(&of->writer, "keywords");
    ik_json_begin_array(&of->writer);
    for (; *themes != NULL; themes++) {
        g_autofree char *key = g_strconcat("theme.", *themes, NULL);
        ik_json_put_string(&of->writer, ik_text_has(key) ? ik_page_text(of->page, key) : *themes);
    }
    ik_json_end_array(&of->writer);
}

static void put_photo(graph *of)
{
    const ik_page_builder *page = of->page;
    if (ik_site_plan_photo(page->plan, page->id.index) == NULL)
        return;
    g_autofree char *path =
        g_strdup_printf("images/project/%s-960.jpg", page->plan->names[page->id.index]);
    g_autofree char *address = ik_site_plan_file_address(page->plan, path);
    g_autofree char *relative = g_strconcat(page->root, path, NULL);
    put_text(of, "image", address != NULL ? address : relative);
}

char *ik_json_ld_project(const ik_page_builder *page)
{
    const ik_project *project = ik_site_plan_project(page->plan, page->id.index);
    const ik_municipality *town = ik_site_plan_town(page->plan, page->id.index);
    g_autofree char *website = ik_safe_address(project->website);
    graph of;
    begin_graph(&of, page);
    begin_thing(&of, NULL, "Project");
    put_text(&of, "name", project->title);
    put_text(&of, "description", project->summary);
    put_address(&of, "mainEntityOfPage", page->id);
    put_text(&of, "url", website);
    put_text(&of, "foundingDate", project->start);
    put_photo(&of);
    put_body(&of, project->organisation);
    put_place(&of, project, town);
    put_keywords(&of, project->themes);
    end_thing(&of);
    put_breadcrumbs(&of, town->region, project);
    return end_graph(&of);
}
