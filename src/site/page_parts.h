/* page_parts.h — what pages are put together from, each part in a file of its own.   [site] */
#ifndef IK_PAGE_PARTS_H
#define IK_PAGE_PARTS_H

#include "html.h"
#include "site_plan.h"

/* A page being written. */
typedef struct {
    GString *out;
    const ik_site_plan *plan;
    const ik_site_input *input;
    const ik_site_words *words;
    guint language; /* index of `words` */
    ik_page_id id;
    const char *root; /* from this page to the folder's root: "", "../", "../../" */
    const char *home; /* from this page to the folder of its language: "", "../" */
} ik_page_builder;

void ik_page_builder_init(ik_page_builder *page, const ik_site_plan *plan, ik_page_id id,
                          guint language);

/* --- words ------------------------------------------------------------------------------------ */

/* Text of the table in the page's language. */
const char *ik_page_text(const ik_page_builder *page, const char *key);
/* A whole number in the page's language, appended. */
void ik_page_integer(const ik_page_builder *page, guint64 value);
/* Projects a hundred thousand inhabitants, in the page's language. Caller frees. */
char *ik_page_density(const ik_page_builder *page, const ik_coverage_row *row);
/* The text of `key` with {`name`} replaced by a whole number, as an element. */
void ik_page_counted(const ik_page_builder *page, const char *element, const char *key,
                     guint64 count);

/* An element with text of a record. Records are taken to be written in the first page's language, which is
 * stated where this page has another. */
void ik_page_foreign(const ik_page_builder *page, const char *name, const char *css_class,
                     const char *text);
/* The attributes alone: ` lang="de" dir="auto"`. */
void ik_page_foreign_attributes(const ik_page_builder *page);

/* --- addresses -------------------------------------------------------------------------------- */

/* The address of a page in this page's language, seen from this page. Caller frees. */
char *ik_page_link(const ik_page_builder *page, ik_page_id id);
/* ` href="…"` to it. */
void ik_page_href(const ik_page_builder *page, ik_page_id id);
/* Whether projects have pages of their own. */
bool ik_page_has_projects(const ik_page_builder *page);

/* --- sections --------------------------------------------------------------------------------- */

/* `<section id="id">` with its heading; ended by ik_page_end_section. `id` is a literal. */
void ik_page_begin_section(const ik_page_builder *page, const char *id, const char *heading_key);
void ik_page_end_section(const ik_page_builder *page);

void ik_page_map(const ik_page_builder *page);     /* picture, legend and key figures */
void ik_page_regions(const ik_page_builder *page); /* table of figures */
void ik_page_list(const ik_page_builder *page);    /* projects by region, or the regions alone */
void ik_page_data(const ik_page_builder *page);    /* files for others to use */
void ik_page_sources(const ik_page_builder *page); /* whom the data come from */

/* A part of plan->listed as a list; a sentence where there is none. */
void ik_page_projects(const ik_page_builder *page, guint32 from, guint32 end);
/* Ways to the other sheets of a region: all of them with their places; before and after this one. Nothing where there is
 * one sheet only. */
void ik_page_sheets(const ik_page_builder *page);
void ik_page_sheet_neighbours(const ik_page_builder *page);
/* The address of the sheet `step` after this one, seen from this page; NULL where there is none. Caller frees. */
char *ik_page_sheet_link(const ik_page_builder *page, int step);
/* "page 2 of 7"; NULL on a region's own page. Caller frees. */
char *ik_page_sheet_name(const ik_page_builder *page);
/* A project's organisation, where another than its title; its themes as a list. */
void ik_page_organisation(const ik_page_builder *page, const ik_project *project);
void ik_page_themes(const ik_page_builder *page, char *const *themes);
/* How sure the place on the map is. */
void ik_page_position(const ik_page_builder *page, const ik_match *match);
/* The host as a link where the address begins with https, nothing where it is none. */
void ik_page_website(const ik_page_builder *page, const char *website);
/* The photo in one of its widths; nothing where there is none. `sizes` as in HTML. */
void ik_page_photo(const ik_page_builder *page, guint32 project, const char *sizes);

/* The events of a region, of all regions for IK_NONE, as a section; without events nothing for a region. */
void ik_page_events(const ik_page_builder *page, guint32 region);

#endif
