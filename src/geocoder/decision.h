/* decision.h — postcode and town weighed against each other: one municipality, or none, and why.   [geocoder]
 */
#ifndef IK_DECISION_H
#define IK_DECISION_H

#include "address_parser.h"
#include "town.h"

/* Sets municipality (IK_NONE: rejected), locality, candidates and the faults of postcode and town in
 * `match`. All borrowed. Level, position and score are left to the geocoder. */
void ik_decide(const ik_place_index *index, const ik_address_parts *parts, const ik_town *town,
               ik_match *match);

#endif
