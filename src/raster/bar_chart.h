/* bar_chart.h — lying bars, one a line, with their values.   [raster] */
#ifndef IK_BAR_CHART_H
#define IK_BAR_CHART_H

#include "sheet_format.h"

typedef struct {
    const char *label;
    double value;        /* not negative; NaN: not known, no bar */
    const char *spelled; /* the value as it is to be read */
} ik_bar;

/* All borrowed. */
typedef struct {
    ik_sheet_words words;
    const ik_bar *bars; /* from top to bottom */
    guint n_bars;
    double least_step;     /* of the axis: 1 for what is counted, else 0 */
    double mean;           /* of all, drawn as a line across the bars; NaN: none */
    const char *mean_name; /* what stands beside that line */
    const char *(*spell_tick)(double value, double step, gpointer data); /* valid until the next */
    gpointer data;
} ik_bar_chart;

/* Draws it; the caller's. NOT_FOUND (font), INTERNAL (Cairo). */
GBytes *ik_bar_chart_draw(const ik_bar_chart *chart, ik_sheet_format format, GError **error);

/* The step of an axis from 0 to `largest` with at most `most` marks: 1, 2 or 5 times a power of ten. */
double ik_axis_step(double largest, guint most);

#endif
