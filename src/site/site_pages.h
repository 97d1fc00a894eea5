/* site_pages.h — all pages and what belongs to them, written by many threads.   [site] */
#ifndef IK_SITE_PAGES_H
#define IK_SITE_PAGES_H

#include "site_plan.h"

/* Pages of the first kind, of regions and projects in every language, 404.html, feeds, sitemap, data for the script.
 * Each file is written by the thread that made it. IO. */
bool ik_site_pages_write(const ik_site_plan *plan, const char *folder, GError **error);

#endif
