/* coverage_base.h — sentences that say what figures stand on.   [site] */
#ifndef IK_COVERAGE_BASE_H
#define IK_COVERAGE_BASE_H

#include <ideenkarte/coverage.h>

typedef enum {
    IK_COVERAGE_BASE_COUNTS = 1, /* what was counted and left out */
    IK_COVERAGE_BASE_EVENTS = 2, /* areas without an event */
    IK_COVERAGE_BASE_DISTANCE = 4,
    IK_COVERAGE_BASE_POPULATION = 8,
    IK_COVERAGE_BASE_ALL = 15
} ik_coverage_base_parts;

/* Sentences in `language`, of char *, owned: `parts` (ik_coverage_base_parts) of what figures stand on. The caller's. */
GPtrArray *ik_coverage_base(const ik_coverage *coverage, const ik_territory *territory,
                            const char *language, guint parts);

/* Sentences about white spots (first one) and gains (the others), of char *, owned. The caller's. */
GPtrArray *ik_white_spots_explained(const ik_white_spots *spots, const char *language);

/* Names of the areas without an event, in order; of char *, borrowed. The caller's. */
GPtrArray *ik_coverage_without_event(const ik_coverage *coverage);

#endif
