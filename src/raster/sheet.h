/* sheet.h — a page to draw charts and maps on: SVG, PDF or PNG, with text.   [raster]
 *
 * Lengths are units of the sheet: CSS pixels in SVG, 0.75 points in PDF, half pixels in PNG (which is drawn at twice
 * the size, unless another scale is asked for). Text is Noto Sans, set before the sheet has a size, so that the size can follow it. The same drawing gives
 * the same bytes: no clock, no counter of the process. One sheet serves one thread.
 */
#ifndef IK_SHEET_H
#define IK_SHEET_H

#include "sheet_format.h"

#include <cairo.h>

typedef enum { IK_INK_TEXT, IK_INK_QUIET, IK_INK_LINE, IK_INK_ACCENT, IK_INK_PAPER } ik_ink;

typedef struct {
    double size;  /* of the em */
    double width; /* where lines break; 0: never */
    bool is_bold;
    double align; /* 0: the place is the left end, 0.5: the middle, 1: the right end */
    ik_ink ink;
    bool has_halo; /* a rim of paper, for text on a map */
} ik_sheet_text;

typedef struct ik_sheet ik_sheet;

/* A sheet without size yet. NOT_FOUND: Noto Sans is not installed. */
ik_sheet *ik_sheet_new(GError **error);
void ik_sheet_free(ik_sheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_sheet, ik_sheet_free)

/* How large a text will be; `width` and `height` may be NULL. */
void ik_sheet_measure(ik_sheet *sheet, const ik_sheet_text *style, const char *text, double *width,
                      double *height);

/* How many pixels of a PNG a unit is, 1 to 3; 2 if never said. */
void ik_sheet_set_png_scale(ik_sheet *sheet, double scale);

/* Gives the sheet its size and a white ground; from now on there is something to draw on. INTERNAL when
 * Cairo fails. */
bool ik_sheet_open(ik_sheet *sheet, ik_sheet_format format, double width, double height,
                   GError **error);
cairo_t *ik_sheet_cairo(ik_sheet *sheet);

/* Draws a text with the top of its first line at `y`; returns its height. */
double ik_sheet_draw_text(ik_sheet *sheet, const ik_sheet_text *style, const char *text, double x,
                          double y);
void ik_sheet_set_ink(ik_sheet *sheet, ik_ink ink);

/* The file's bytes, the caller's; `title` and `description` say what is seen to those who cannot see it. The sheet can
 * only be freed afterwards. INTERNAL when Cairo met an error. */
GBytes *ik_sheet_finish(ik_sheet *sheet, const char *title, const char *description,
                        GError **error);

#endif
