/* json_ld.h — what a page is about, in the words of schema.org.   [site]
 *
 * JSON-LD 1.1 as it stands in a page's head; `<`, `>` and `&` are escaped by the writer. Addresses are absolute where the
 * portal's is known and relative to the page elsewhere. Callers free the results.
 */
#ifndef IK_JSON_LD_H
#define IK_JSON_LD_H

#include "page_parts.h"

/* WebSite with its publisher; the events that have a date. */
char *ik_json_ld_site(const ik_page_builder *page);

/* CollectionPage with its projects, the way to it, the events of the region that have a date. */
char *ik_json_ld_region(const ik_page_builder *page);

/* Project with body, place and keywords; the way to it. */
char *ik_json_ld_project(const ik_page_builder *page);

#endif
