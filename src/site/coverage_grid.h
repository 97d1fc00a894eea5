/* coverage_grid.h — figures, white spots and gains as rows and columns in a language.   [site] */
#ifndef IK_COVERAGE_GRID_H
#define IK_COVERAGE_GRID_H

#include <ideenkarte/coverage.h>

#include "grid.h"

/* All rows and the total. The caller's. */
ik_grid *ik_coverage_grid(const ik_coverage *coverage, const char *language);

/* The rows of the municipalities of one region, without a total; `coverage` is by municipality. The caller's. */
ik_grid *ik_coverage_grid_of_region(const ik_coverage *coverage, const ik_territory *territory,
                                    guint32 region, const char *language);

/* The first `limit` municipalities without a project. The caller's. */
ik_grid *ik_white_spot_grid(const ik_white_spots *spots, const ik_territory *territory,
                            const char *language, guint limit);

/* Where further projects would reach most people, in their order. The caller's. */
ik_grid *ik_gain_grid(const ik_white_spots *spots, const ik_territory *territory,
                      const char *language);

/* Kilometres with one decimal, or a dash where it is not known. Caller frees. */
char *ik_kilometres(double metres, const char *language);

#endif
