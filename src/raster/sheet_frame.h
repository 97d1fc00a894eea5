/* sheet_frame.h — what every chart and map has around it: title above, notes below.   [raster] */
#ifndef IK_SHEET_FRAME_H
#define IK_SHEET_FRAME_H

#include "sheet.h"

#define IK_SHEET_WIDTH  900.0
#define IK_SHEET_MARGIN 26.0
#define IK_SHEET_INNER  (IK_SHEET_WIDTH - 2 * IK_SHEET_MARGIN)

/* Heights of what stands above and below, margins included. */
double ik_sheet_head_height(ik_sheet *sheet, const ik_sheet_words *words);
double ik_sheet_foot_height(ik_sheet *sheet, const ik_sheet_words *words);

/* Draws them; `bottom` is the height of the sheet. */
void ik_sheet_draw_frame(ik_sheet *sheet, const ik_sheet_words *words, double bottom);

/* Colour `index` of `n` that grow darker: all of one hue, their lightness in even steps, so that they keep their order
 * without colour. */
void ik_sheet_set_ramp(ik_sheet *sheet, guint index, guint n);
/* The same as red, green, blue, 0..1. */
void ik_ramp_colour(guint index, guint n, double rgb[3]);

/* Fills the current path with lines, its ground stays: of what is empty (slanting), of what is not known (upright). */
typedef enum { IK_HATCH_EMPTY, IK_HATCH_UNKNOWN } ik_hatch;
void ik_sheet_fill_hatch(ik_sheet *sheet, ik_hatch hatch);

#endif
