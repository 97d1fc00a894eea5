/* site_pages.c — all pages and what belongs to them, written by many threads.   [site] */
#include "site_pages.h"

#include <string.h>

#include "feed.h"
#include "files.h"
#include "page.h"
#include "pool.h"
#include "script_data.h"
#include "sitemap.h"

typedef struct {
    const ik_site_plan *plan;
    const char *folder;
} pages_run;

/* Takes path and text over. A text of NULL is a file that is not needed. */
static bool write_text(const char *folder, char *path, char *text, GError **error)
{
    bool ok = text == NULL || ik_write_file(folder, path, text, strlen(text), error);
    g_free(path);
    g_free(text);
    return ok;
}

/* --- many threads ----------------------------------------------------------------------------- */

static bool deliver_nothing(guint item, gpointer result, gpointer data, GError **error)
{
    (void)item, (void)result, (void)data, (void)error;
    return true;
}

static bool write_items(const ik_site_plan *plan, const char *folder, guint items,
                        ik_pool_work_fn work, GError **error)
{
    pages_run run = {plan, folder};
    const ik_pool_task task = {.jobs = plan->input->jobs,
                               .items = items,
                               .work = work,
                               .deliver = deliver_nothing,
                               .data = &run};
    return ik_pool_run(&task, error);
}

static bool write_sheet(const pages_run *run, ik_page_id page, GError **error)
{
    bool ok = true;
    for (guint i = 0; i < run->plan->input->n_words && ok; i++)
        ok = write_text(run->folder, ik_site_plan_path(run->plan, page, i),
                        ik_region_page(run->plan, page.index, page.sheet, i), error);
    return ok;
}

static gpointer write_region(guint worker, guint region, gpointer data, GError **error)
{
    (void)worker;
    const pages_run *run = data;
    bool ok = true;
    for (guint32 i = 0; i < ik_site_plan_sheets(run->plan, region) && ok; i++)
        ok = write_sheet(run, (ik_page_id){IK_PAGE_REGION, region, i}, error);
    return NULL;
}

static gpointer write_project(guint worker, guint project, gpointer data, GError **error)
{
    (void)worker;
    const pages_run *run = data;
    for (guint i = 0; i < run->plan->input->n_words; i++) {
        char *path = ik_site_plan_path(run->plan, (ik_page_id){IK_PAGE_PROJECT, project, 0}, i);
        if (!write_text(run->folder, path, ik_project_page(run->plan, project, i), error))
            return NULL;
    }
    write_text(run->folder, g_strdup_printf("data/project/%s.json", run->plan->names[project]),
               ik_project_record(run->plan, project), error);
    return NULL;
}

/* --- one thread ------------------------------------------------------------------------------- */

static bool write_first_pages(const ik_site_plan *plan, const char *folder, GError **error)
{
    for (guint i = 0; i < plan->input->n_words; i++) {
        const char *language = plan->input->words[i].language;
        char *path = ik_site_plan_path(plan, (ik_page_id){IK_PAGE_INDEX, 0, 0}, i);
        if (!write_text(folder, path, ik_page(plan, i), error) ||
            !write_text(folder, g_strdup_printf("assets/texts.%s.json", language),
                        ik_script_texts(language), error))
            return false;
    }
    return write_text(folder, g_strdup("404.html"), ik_not_found_page(plan), error);
}

static bool write_index(const ik_site_plan *plan, const char *folder, GError **error)
{
    const guint32 parts = ik_project_index_has_parts(plan) ? plan->input->territory->n_regions : 0;
    for (guint32 i = 0; i < parts; i++)
        if (!write_text(folder, g_strdup_printf("data/projects.index.%u.json", i + 1),
                        ik_project_index_part(plan, i), error))
            return false;
    return write_text(folder, g_strdup("data/projects.index.json"), ik_project_index(plan),
                      error) &&
           write_text(folder, g_strdup("data/places.index.json"),
                      ik_place_index(plan->input->territory), error);
}

/* What needs the portal's address. */
static bool write_lists(const ik_site_plan *plan, const char *folder, GError **error)
{
    if (plan->input->portal_url == NULL)
        return true;
    const guint parts = ik_sitemap_count(plan);
    for (guint i = 0; i < parts && parts > 1; i++)
        if (!write_text(folder, g_strdup_printf("sitemap-%u.xml", i + 1), ik_sitemap_part(plan, i),
                        error))
            return false;
    for (guint i = 0; i < plan->input->n_words; i++) {
        char *path = ik_site_plan_path(plan, (ik_page_id){IK_PAGE_FEED, 0, 0}, i);
        if (!write_text(folder, path, ik_feed(plan, i), error))
            return false;
    }
    return write_text(folder, g_strdup("sitemap.xml"), ik_sitemap(plan), error);
}

bool ik_site_pages_write(const ik_site_plan *plan, const char *folder, GError **error)
{
    const ik_site_input *input = plan->input;
    const guint projects =
        (input->parts & IK_SITE_PROJECT_PAGES) != 0 ? input->records->projects->len : 0;
    return write_first_pages(plan, folder, error) && write_index(plan, folder, error) &&
           write_lists(plan, folder, error) &&
           write_items(plan, folder, input->territory->n_regions, write_region, error) &&
           write_items(plan, folder, projects, write_project, error);
}
