/* coverage_base.h — sentences that say what figures stand on.   [site] */
#ifndef IK_COVERAGE_BASE_H
#define IK_COVERAGE_BASE_H

#include <ideenkarte/coverage.h>

/* Sentences in `language`, of char *, owned: what was counted and left out, inhabitants, distances, areas without an
 * event. The caller's. */
GPtrArray *ik_coverage_base(const ik_coverage *coverage, const ik_territory *territory,
                            const char *language);

/* Sentences about white spots (first one) and gains (the others), of char *, owned. The caller's. */
GPtrArray *ik_white_spots_explained(const ik_white_spots *spots, const char *language);

/* Names of the areas without an event, in order; of char *, borrowed. The caller's. */
GPtrArray *ik_coverage_without_event(const ik_coverage *coverage);

#endif
