/* page.h — the plain page: map picture, figures, list of projects by region.   [site]
 *
 * Semantic HTML with one stylesheet, without script, without a request to anybody else (the policy in its head
 * forbids both). WCAG 2.2 AA is the aim; the list says all that the picture shows.
 */
#ifndef IK_PAGE_H
#define IK_PAGE_H

#include "site.h"

/* The page in the language of `input->words[index]`. Caller frees. */
char *ik_page(const ik_site_input *input, guint index);

/* Where it stands: "index.html" for the first, "en/index.html" for the others. Caller frees. */
char *ik_page_path(const ik_site_input *input, guint index);

#endif
