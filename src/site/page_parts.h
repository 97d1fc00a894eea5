/* page_parts.h — the parts of the page, each in a file of its own.   [site] */
#ifndef IK_PAGE_PARTS_H
#define IK_PAGE_PARTS_H

#include "html.h"
#include "site.h"

typedef struct {
    GString *out;
    const ik_site_input *input;
    const ik_site_words *words;
    const char *root; /* from this page to the folder's root: "" or "../" */
} ik_page_builder;

/* Text of the table in the page's language. */
const char *ik_page_text(const ik_page_builder *page, const char *key);
/* A whole number in the page's language, appended. */
void ik_page_integer(const ik_page_builder *page, guint64 value);
/* Projects a hundred thousand inhabitants, in the page's language. Caller frees. */
char *ik_page_density(const ik_page_builder *page, const ik_coverage_row *row);

/* An element with text of a record. Records are taken to be written in the first page's language, which is
 * stated where this page has another. */
void ik_page_foreign(const ik_page_builder *page, const char *name, const char *css_class,
                     const char *text);

/* `<section id="id">` with its heading; ended by ik_page_end_section. `id` is a literal. */
void ik_page_begin_section(const ik_page_builder *page, const char *id, const char *heading_key);
void ik_page_end_section(const ik_page_builder *page);
/* ` href="#region-ID"` or ` id="region-ID"`. */
void ik_page_region_attribute(const ik_page_builder *page, const char *name,
                              const ik_region *region);

void ik_page_map(const ik_page_builder *page);      /* picture, legend and key figures */
void ik_page_regions(const ik_page_builder *page);  /* table of figures */
void ik_page_projects(const ik_page_builder *page); /* list by region */
void ik_page_events(const ik_page_builder *page);
void ik_page_data(const ik_page_builder *page);    /* files for others to use */
void ik_page_sources(const ik_page_builder *page); /* whom the data come from */

#endif
