/* white_spot_report.h — white spots and gains as CSV for Excel and as JSON.   [site] */
#ifndef IK_WHITE_SPOT_REPORT_H
#define IK_WHITE_SPOT_REPORT_H

#include <ideenkarte/coverage.h>

/* One row a white spot (kind "white_spot", the first `limit`), then one a further project (kind "further_project"); on
 * each row the radius and how many records were rejected. Caller frees. */
char *ik_white_spots_to_csv(const ik_white_spots *spots, const ik_coverage *coverage,
                            const ik_territory *territory, guint limit);

/* The same with the method in words. Caller frees. */
char *ik_white_spots_to_json(const ik_white_spots *spots, const ik_coverage *coverage,
                             const ik_territory *territory, guint limit);

#endif
