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
/* So many projects stand on one page of a region; what is more goes to further sheets. */
#define IK_SITE_SHEET      200

typedef struct {
    const ik_site_input *input; /* borrowed */
    char **names;               /* of each project: how its files are called (page_names.h) */
    guint32 *listed;            /* projects by region, place, title, id */
    guint32 *first;             /* where each region begins in `listed`; one more than regions */
    guint32 *places;            /* of each project: where it is in `listed` */
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
    guint32 sheet; /* of a region: 0 is its own page, 1 the second IK_SITE_SHEET projects */
} ik_page_id;

/* How many sheets a region has, one at least. */
guint32 ik_site_plan_sheets(const ik_site_plan *plan, guint32 region);
/* The part of `listed` that is on a page of a region. */
void ik_site_plan_range(const ik_site_plan *plan, ik_page_id page, guint32 *from, guint32 *end);
/* The page of its region where a project is in the list, as #p-NAME. */
ik_page_id ik_site_plan_listing(const ik_site_plan *plan, guint32 project);

/* Where it stands below the folder: "index.html", "en/region/muensterland.html", "region/muensterland-2.html".
 * `language` is an index of
 * input->words. Caller frees. */
char *ik_site_plan_path(const ik_site_plan *plan, ik_page_id page, guint language);

/* Its address in the net; NULL while the portal's is not known. Caller frees. */
char *ik_site_plan_address(const ik_site_plan *plan, ik_page_id page, guint language);

/* "https://www.example.org/karte/images/x.png"; NULL while the portal's address is not known. Caller frees. */
char *ik_site_plan_file_address(const ik_site_plan *plan, const char *path);

#endif
