/* report_page.h — the report on coverage: a page for the state and one for each region, in each language.   [site]
 *
 * Semantic HTML with the stylesheet of the page, without script. Charts and maps stand beside it as SVG.
 */
#ifndef IK_REPORT_PAGE_H
#define IK_REPORT_PAGE_H

#include <ideenkarte/coverage.h>

/* An event that counts. */
typedef struct {
    const char *title, *date, *note, *place; /* NULL: unknown */
    guint32 region;                          /* index or IK_NONE */
} ik_report_event;

/* All borrowed. */
typedef struct {
    const ik_territory *territory;
    const ik_coverage *regions, *municipalities;
    const ik_white_spots *spots;               /* of the state */
    const ik_white_spots *const *region_spots; /* of each region */
    const ik_report_event *events;             /* in the order in which they are shown */
    guint n_events;
    const char *const *languages; /* NULL-terminated; the first one stands at the root */
} ik_report_input;

/* The page of a region, or of the state (IK_NONE), in the language of that index. Caller frees. */
char *ik_report_page(const ik_report_input *input, guint language, guint32 region);

/* Where it stands: "index.html", "en/region-koeln.html". Caller frees. */
char *ik_report_page_path(const ik_report_input *input, guint language, guint32 region);

/* Pictures that the pages show. */
typedef enum {
    IK_REPORT_REGIONS_MAP,
    IK_REPORT_REGIONS_CHART,
    IK_REPORT_TOWNS_MAP,
    IK_REPORT_DISTANCE_MAP,
    IK_REPORT_REGION_MAP,  /* of one region */
    IK_REPORT_REGION_CHART /* of one region, where it has a project */
} ik_report_picture;

/* Where a picture stands: "images/de/regions-map.svg". Caller frees. */
char *ik_report_picture_path(const ik_report_input *input, guint language,
                             ik_report_picture picture, guint32 region);

#endif
