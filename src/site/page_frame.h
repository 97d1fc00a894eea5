/* page_frame.h — what stands around the content of each page.   [site] */
#ifndef IK_PAGE_FRAME_H
#define IK_PAGE_FRAME_H

#include "page_parts.h"

/* All borrowed. */
typedef struct {
    const char *heading;
    bool is_foreign;           /* the heading is text of a record */
    const char *lead;          /* a line below the heading; NULL: none */
    const char *description;   /* for search engines; NULL: none */
    const char *picture;       /* below the folder, for portals and messengers; NULL: none */
    ik_site_size picture_size; /* pixels */
    const char *data;          /* JSON-LD; NULL: none */
    const char *const (
        *contents)[2]; /* anchors and keys of their words; ends with NULL; NULL: none */
} ik_page_frame;

/* Head, header, way from the first page to this one, `<main>`. Appends. */
void ik_page_begin(const ik_page_builder *page, const ik_page_frame *frame);

/* `</main>`, sources, end. Returns the page; caller frees. */
char *ik_page_end(const ik_page_builder *page);

#endif
