/* site_plan.h — what all pages of one folder share: names, order, addresses.   [site]
 *
 * Made once, read by many threads. Indexes of projects are those of input->records->projects.
 */
#ifndef IK_SITE_PLAN_H
#define IK_SITE_PLAN_H

#include "site.h"

/* Above this the first page names the regions only, each with a page of its own, and the index for the script is cut
 * into a part for each region. */
#define IK_SITE_LONG_LIST  1000
#define IK_SITE_LARGE_SITE 5000

typedef struct {
    const ik_site_input *input; /* borrowed */
    char **names;               /* of each project: how its files are called (page_names.h) */
    guint32 *listed;            /* projects by region, place, title, id */
    guint32 *first;             /* where each region begins in `listed`; one more than regions */
    GPtrArray *events;          /* borrowed: earliest first, those without a date last */
} ik_site_plan;

ik_site_plan *ik_site_plan_new(const ik_site_input *input);
void ik_site_plan_free(ik_site_plan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_site_plan, ik_site_plan_free)

/* The project of an index; its municipality; its photo, NULL where it has none. Borrowed. */
const ik_project *ik_site_plan_project(const ik_site_plan *plan, guint32 index);
const ik_municipality *ik_site_plan_town(const ik_site_plan *plan, guint32 index);
const ik_site_photo *ik_site_plan_photo(const ik_site_plan *plan, guint32 index);

typedef enum { IK_PAGE_INDEX, IK_PAGE_REGION, IK_PAGE_PROJECT, IK_PAGE_FEED } ik_page_kind;

/* One page, in whatever language. */
typedef struct {
    ik_page_kind kind;
    guint32 index; /* of the region or the project */
} ik_page_id;

/* Where it stands below the folder: "index.html", "en/region/muensterland.html". `language` is an index of
 * input->words. Caller frees. */
char *ik_site_plan_path(const ik_site_plan *plan, ik_page_id page, guint language);

/* Its address in the net; NULL while the portal's is not known. Caller frees. */
char *ik_site_plan_address(const ik_site_plan *plan, ik_page_id page, guint language);

/* "https://www.example.org/karte/images/x.png"; NULL while the portal's address is not known. Caller frees. */
char *ik_site_plan_file_address(const ik_site_plan *plan, const char *path);

#endif
