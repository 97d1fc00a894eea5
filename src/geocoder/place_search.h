/* place_search.h — street and house looked up in the municipalities that came into question.   [geocoder]
 *
 * Between the decision about the town and the answer: every candidate is asked for the street and the number, and what
 * exists decides where postcode and town left it open. What decides nothing leaves the match as it is, with a fault
 * that says what was not found.
 */
#ifndef IK_PLACE_SEARCH_H
#define IK_PLACE_SEARCH_H

#include "address_parser.h"
#include "gazetteer.h"
#include "neighbours.h"

#include <ideenkarte/match.h>

/* What a search needs besides the address. Immutable; borrowed. */
typedef struct {
    const ik_territory *territory;
    const ik_gazetteer *gazetteer;
    const ik_neighbours *neighbours;
    const guint32
        *numbers; /* of each municipality of the territory: its number in the gazetteer, IK_NONE */
} ik_place_tools;

/* Raises the level of `match` to street or house and adds the faults of both. Street and number of the match stay NULL
 * where they are those of `parts`, from which the caller fills them in.
 *
 *   parts    the address taken apart
 *   address  as it was asked, for readings that the parser did not choose
 *   match    as ik_decide left it, with the position of its municipality
 *   trace    NULL, or receives a line for every street that was weighed
 */
void ik_place_search(const ik_place_tools *tools, const ik_address_parts *parts,
                     const ik_address *address, ik_match *match, GString *trace);

#endif
