/* place.h — where a project is and how sure that is: given coordinates or geocoder.   [pipeline]
 *
 * The one place where coordinates, address and borders meet. A position that came with the record decides; the
 * address then only checks it. Without one the geocoder answers. Whatever disagrees is a fault with both sides
 * named; a position that can be used is never thrown away.
 */
#ifndef IK_PLACE_H
#define IK_PLACE_H

#include <ideenkarte/catalogue.h>
#include <ideenkarte/geocoder.h>
#include <ideenkarte/region.h>

/* What placing needs; borrowed, immutable, shared by threads. */
typedef struct {
    const ik_territory *territory;
    const ik_region_set *regions;
    const ik_geocoder *geocoder;
} ik_placer;

/* Radius within which a given coordinate is taken to be right: it names a building. */
#define IK_GIVEN_ACCURACY_M 30.0
/* Nearer to a border than this, the other side is as likely: it is said. */
#define IK_NEAR_BORDER_M    50.0

/* Fills `project->match` and `project->marker`; faults found at import are kept in front. */
void ik_place_project(const ik_placer *placer, ik_project *project);

/* Fills position, municipality and, where it is not named, region of an event. */
void ik_place_event(const ik_placer *placer, ik_event *event);

/* One address, with or without a position, as the commands ask it. `match` is overwritten. */
void ik_place_address(const ik_placer *placer, const ik_address *address, const ik_lonlat *given,
                      ik_match *match);

#endif
