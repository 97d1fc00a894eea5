/* sitemap.h — every page of the folder for search engines (sitemaps.org, protocol 0.9).   [site] */
#ifndef IK_SITEMAP_H
#define IK_SITEMAP_H

#include "site_plan.h"

/* Addresses of one sitemap at most: the protocol's limit. */
#define IK_SITEMAP_LENGTH 50000

/* Sitemaps that the pages need; more than one stand as sitemap-1.xml, … under an index. */
guint ik_sitemap_count(const ik_site_plan *plan);

/* sitemap.xml: all pages with their versions in other languages, or the index of the parts. The portal's address is
 * known. Caller frees. */
char *ik_sitemap(const ik_site_plan *plan);

/* Part 0.. of those. Caller frees. */
char *ik_sitemap_part(const ik_site_plan *plan, guint part);

#endif
