/* sheet_format.h — what those who ask for charts and maps say of the page.   [raster] */
#ifndef IK_SHEET_FORMAT_H
#define IK_SHEET_FORMAT_H

#include <glib.h>
#include <stdbool.h>

typedef enum { IK_SHEET_SVG, IK_SHEET_PDF, IK_SHEET_PNG } ik_sheet_format;

/* All borrowed. */
typedef struct {
    const char *title, *subtitle; /* `subtitle` may be NULL */
    const char *const *notes;     /* NULL-terminated: what the figures stand on, the sources */
} ik_sheet_words;

#endif
