/* figure_parts.h — what charts, maps and the report share.   [pipeline] */
#ifndef IK_FIGURE_PARTS_H
#define IK_FIGURE_PARTS_H

#include <ideenkarte/figure.h>

#include "division.h"
#include "sheet_format.h"

/* What a figure shows. All borrowed. */
typedef struct {
    const ik_coverage *coverage;
    const ik_division *division;
    guint32
        region; /* only the municipalities of this region (coverage by municipality); IK_NONE: all */
    ik_figure_options options;
} ik_figure;

/* The measure of a row, rounded as it will be shown; NaN where it is not known. */
double ik_measure_value(const ik_coverage_row *row, ik_measure measure);
/* Nothing stands there, which is no low value but none. */
bool ik_measure_is_empty(const ik_coverage_row *row, ik_measure measure);
/* Caller frees. */
char *ik_measure_spell(double value, ik_measure measure, const char *language);

/* Whether row `index` of the coverage belongs to the figure. */
bool ik_figure_shows(const ik_figure *figure, guint32 index);

/* "Projects per 100,000 inhabitants by district". Caller frees. */
char *ik_figure_title(const ik_figure *figure);
/* What the legend says above its classes. Caller frees. */
char *ik_figure_legend(const ik_figure *figure);
/* Sentences for the foot and then the sources, NULL-terminated. Caller frees (g_strfreev). */
char **ik_figure_notes(const ik_figure *figure, const char *first);

GBytes *ik_figure_chart(const ik_figure *figure, ik_sheet_format format, GError **error);
GBytes *ik_figure_map(const ik_figure *figure, ik_sheet_format format, GError **error);

#endif
