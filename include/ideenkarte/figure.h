/* figure.h — charts and maps of coverage as pictures.   [pipeline]
 *
 * Each carries title, legend or axis, what the figures stand on and the sources. Same figures, same bytes.
 */
#ifndef IDEENKARTE_FIGURE_H
#define IDEENKARTE_FIGURE_H

#include <ideenkarte/coverage.h>

G_BEGIN_DECLS

typedef enum {
    IK_MEASURE_PER_100K, /* projects per 100,000 inhabitants */
    IK_MEASURE_PROJECTS,
    IK_MEASURE_SHARE,    /* per cent of the municipalities with a project */
    IK_MEASURE_DISTANCE, /* median kilometres to the nearest project */
    IK_MEASURE_EVENTS,
    IK_N_MEASURES
} ik_measure;

typedef struct {
    ik_measure measure;
    ik_class_method method; /* of a map */
    guint classes;          /* of a map, 2..IK_MAX_CLASSES */
    const char *language;   /* "de", "en" */
} ik_figure_options;

/* Read "per-100k", "projects", "share", "distance" or "events"; "quantiles", "equal" or "jenks". False otherwise. */
bool ik_measure_parse(const char *name, ik_measure *measure);
bool ik_class_method_parse(const char *name, ik_class_method *method);

/* Draws a bar chart, or a map of areas in the lightness of their class, and writes it to `path` by one rename; its
 * ending says the format: .svg, .png or .pdf. INPUT: another ending; NOT_FOUND: the font Noto Sans is not installed;
 * IO. */
bool ik_chart_file(const ik_coverage *coverage, const ik_territory *territory,
                   const ik_figure_options *options, const char *path, GError **error);
bool ik_map_file(const ik_coverage *coverage, const ik_territory *territory,
                 const ik_figure_options *options, const char *path, GError **error);

/* Writes the whole report to `folder`: a page for the state and one for each region in German and English, their
 * pictures, tables as CSV. It is written beside and moved there by one rename; an earlier report is replaced.
 *
 *   filter    NULL: all
 *   radius_m  who lives that near to a project is reached
 *
 * INPUT: `folder` holds something else, or as ik_survey_coverage; NOT_FOUND: font; IO, BUSY. */
bool ik_report_publish(const ik_survey *survey, const ik_coverage_filter *filter, double radius_m,
                       const char *folder, GError **error);

G_END_DECLS

#endif
