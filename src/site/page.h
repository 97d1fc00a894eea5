/* page.h — every page of the folder, one function each.   [site]
 *
 * Semantic HTML with one stylesheet, complete without script, without a request to anybody else (the policy in its head
 * forbids it). The first page is where the script, where there is one, puts the map that moves. WCAG 2.2 AA is the aim;
 * the lists say all that the pictures show. Threads: any number, each with its own page. Callers free the results.
 */
#ifndef IK_PAGE_H
#define IK_PAGE_H

#include "site_plan.h"

/* Map, filters, list of projects, events, figures of the regions, data. `language` is an index of input->words. */
char *ik_page(const ik_site_plan *plan, guint language);

/* A region: its map, figures, projects, events; `sheet` 1 and further: more of its projects (ik_site_plan_sheets). */
char *ik_region_page(const ik_site_plan *plan, guint32 region, guint32 sheet, guint language);

/* The project of an index: photo, story, themes, period, place, links. */
char *ik_project_page(const ik_site_plan *plan, guint32 index, guint language);

/* What a web server shows in place of a page that is not there, in all languages. Its links begin with the path of the
 * portal, "/" where that is not known, because it stands at every address. */
char *ik_not_found_page(const ik_site_plan *plan);

#endif
