/* scale_bar.h — a bar as long as a round distance on the ground.   [raster] */
#ifndef IK_SCALE_BAR_H
#define IK_SCALE_BAR_H

#include "sheet.h"

/* The largest 1, 2 or 5 times a power of ten, metres, that is at most `most_m`, which is above 0. */
double ik_scale_bar_metres(double most_m);

typedef struct {
    double metres_per_unit; /* of the sheet */
    double most;            /* width that there is, units */
    double size;            /* of its figures */
    const char *language;   /* of their signs */
} ik_scale_bar;

/* Draws the bar with the right end of its longest figure at `right` and its top at `y`; returns its height. */
double ik_scale_bar_draw(ik_sheet *sheet, const ik_scale_bar *bar, double right, double y);

#endif
