/* territory_check.h — whether the parts of a territory agree with each other.   [geodata] */
#ifndef IK_TERRITORY_CHECK_H
#define IK_TERRITORY_CHECK_H

#include "topology.h"

/* Checks the municipalities' regions against `folder`/region_members.csv, whose rows name a region and
 * the first digits of keys. INPUT unless every municipality is named by exactly one row, that row
 * names the municipality's region, and no row is idle. */
bool ik_territory_check_regions(const ik_territory *territory, const char *folder, GError **error);

/* Checks every municipality's polygons and all of them together by OGC's rules, which shows where two
 * overlap, and that every label point lies inside. INPUT with the municipality or the place. */
bool ik_territory_check_faces(const ik_territory *territory, GError **error);

#endif
