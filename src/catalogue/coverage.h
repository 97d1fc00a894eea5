/* coverage.h — what stands where, counted by SQL on the catalogue.   [catalogue]
 *
 * The figures are those of the views coverage_by_region, coverage_by_district and coverage_by_municipality, so anyone
 * can check them with the file in hand.
 */
#ifndef IK_COVERAGE_H
#define IK_COVERAGE_H

#include "sqlite.h"

#include <ideenkarte/catalogue.h>

/* Counts the placed projects and the events in `db`, which ik_catalogue_fill has filled from `territory`. INPUT: the
 * database holds another territory. Caller frees. */
ik_coverage *ik_coverage_compute(ik_db *db, const ik_territory *territory, ik_coverage_by by,
                                 GError **error);

#endif
