/* site_plan.c — names, order and addresses of the pages.   [site] */
#include "site_plan.h"

#include <string.h>

#include "clean_text.h"
#include "page_names.h"

/* --- order ------------------------------------------------------------------------------------ */

typedef struct {
    char *key; /* place, title, id: in the order of the alphabet, umlauts with their letter */
    guint32 region, project;
} listed_project;

static void clear_listed(gpointer listed)
{
    g_free(((listed_project *)listed)->key);
}

static gint compare_listed(gconstpointer a, gconstpointer b)
{
    const listed_project *first = a, *second = b;
    if (first->region != second->region)
        return first->region < second->region ? -1 : 1;
    return strcmp(first->key, second->key);
}

static GArray *list_projects(const ik_site_input *input)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(listed_project));
    g_array_set_clear_func(list, clear_listed);
    for (guint32 i = 0; i < input->records->projects->len; i++) {
        const ik_project *project = g_ptr_array_index(input->records->projects, i);
        const ik_municipality *municipality =
            &input->territory->municipalities[project->match.municipality];
        g_autofree char *place = ik_text_fold(municipality->name);
        g_autofree char *title = ik_text_fold(project->title);
        const listed_project listed = {
            .key = g_strconcat(place, "\x01", title, "\x01", project->id, NULL),
            .region = municipality->region,
            .project = i};
        g_array_append_val(list, listed);
    }
    g_array_sort(list, compare_listed);
    return list;
}

static void order_projects(ik_site_plan *plan)
{
    g_autoptr(GArray) list = list_projects(plan->input);
    const guint32 n_regions = plan->input->territory->n_regions;
    plan->listed = g_new(guint32, list->len + 1);
    plan->first = g_new0(guint32, n_regions + 1);
    plan->places = g_new(guint32, list->len + 1);
    for (guint i = 0; i < list->len; i++) {
        const listed_project *listed = &g_array_index(list, listed_project, i);
        plan->listed[i] = listed->project;
        plan->places[listed->project] = i;
        plan->first[listed->region + 1] = i + 1;
    }
    for (guint32 i = 1; i <= n_regions; i++)
        plan->first[i] = MAX(plan->first[i], plan->first[i - 1]);
}

static gint compare_events(gconstpointer a, gconstpointer b)
{
    const ik_event *first = *(const ik_event *const *)a, *second = *(const ik_event *const *)b;
    if ((first->date == NULL) != (second->date == NULL))
        return first->date == NULL ? 1 : -1;
    int order = g_strcmp0(first->date, second->date);
    return order != 0 ? order : strcmp(first->id, second->id);
}

ik_site_plan *ik_site_plan_new(const ik_site_input *input)
{
    ik_site_plan *plan = g_new0(ik_site_plan, 1);
    plan->input = input;
    plan->names = ik_page_names(input->records->projects);
    order_projects(plan);
    plan->events = g_ptr_array_new();
    g_ptr_array_extend(plan->events, input->records->events, NULL, NULL);
    g_ptr_array_sort(plan->events, compare_events);
    return plan;
}

void ik_site_plan_free(ik_site_plan *plan)
{
    if (plan == NULL)
        return;
    g_strfreev(plan->names);
    g_free(plan->listed);
    g_free(plan->first);
    g_free(plan->places);
    g_ptr_array_unref(plan->events);
    g_free(plan);
}

/* --- records ---------------------------------------------------------------------------------- */

const ik_project *ik_site_plan_project(const ik_site_plan *plan, guint32 index)
{
    return g_ptr_array_index(plan->input->records->projects, index);
}

const ik_municipality *ik_site_plan_town(const ik_site_plan *plan, guint32 index)
{
    const ik_project *project = ik_site_plan_project(plan, index);
    return &plan->input->territory->municipalities[project->match.municipality];
}

const ik_site_photo *ik_site_plan_photo(const ik_site_plan *plan, guint32 index)
{
    if (plan->input->photos == NULL || plan->input->photos[index].large.width == 0)
        return NULL;
    return &plan->input->photos[index];
}

/* --- sheets ----------------------------------------------------------------------------------- */

guint32 ik_site_plan_sheets(const ik_site_plan *plan, guint32 region)
{
    const guint32 count = plan->first[region + 1] - plan->first[region];
    return MAX(1, (count + IK_SITE_SHEET - 1) / IK_SITE_SHEET);
}

void ik_site_plan_range(const ik_site_plan *plan, ik_page_id page, guint32 *from, guint32 *end)
{
    g_assert(page.kind == IK_PAGE_REGION && page.sheet < ik_site_plan_sheets(plan, page.index));
    *from = plan->first[page.index] + page.sheet * IK_SITE_SHEET;
    *end = MIN(*from + IK_SITE_SHEET, plan->first[page.index + 1]);
}

ik_page_id ik_site_plan_listing(const ik_site_plan *plan, guint32 project)
{
    const guint32 region = ik_site_plan_town(plan, project)->region;
    const guint32 place = plan->places[project] - plan->first[region];
    return (ik_page_id){IK_PAGE_REGION, region, place / IK_SITE_SHEET};
}

/* --- addresses -------------------------------------------------------------------------------- */

char *ik_site_plan_path(const ik_site_plan *plan, ik_page_id page, guint language)
{
    const char *name = plan->input->words[language].language;
    const char *home = language == 0 ? "" : name, *slash = language == 0 ? "" : "/";
    switch (page.kind) {
    case IK_PAGE_REGION: {
        const char *region = plan->input->territory->regions[page.index].id;
        return page.sheet == 0
                   ? g_strdup_printf("%s%sregion/%s.html", home, slash, region)
                   : g_strdup_printf("%s%sregion/%s-%u.html", home, slash, region, page.sheet + 1);
    }
    case IK_PAGE_PROJECT:
        return g_strdup_printf("%s%sprojekt/%s.html", home, slash, plan->names[page.index]);
    case IK_PAGE_FEED: return g_strdup_printf("%s%sfeed.xml", home, slash);
    case IK_PAGE_INDEX: break;
    }
    return g_strdup_printf("%s%sindex.html", home, slash);
}

char *ik_site_plan_file_address(const ik_site_plan *plan, const char *path)
{
    const char *portal = plan->input->portal_url;
    return portal == NULL ? NULL : g_strconcat(portal, path, NULL);
}

char *ik_site_plan_address(const ik_site_plan *plan, ik_page_id page, guint language)
{
    g_autofree char *path = ik_site_plan_path(plan, page, language);
    if (page.kind == IK_PAGE_INDEX) /* "https://www.example.org/karte/en/" */
        *strstr(path, "index.html") = '\0';
    return ik_site_plan_file_address(plan, path);
}
