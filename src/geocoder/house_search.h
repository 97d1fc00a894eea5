/* house_search.h — a house number on a street of the gazetteer.   [geocoder]
 *
 * Never another street's number and never a number that is not there as if it were: whatever differs from what
 * was asked has a level and a fault of its own.
 */
#ifndef IK_HOUSE_SEARCH_H
#define IK_HOUSE_SEARCH_H

#include "gazetteer.h"
#include "house_number.h"

#include <ideenkarte/match.h>

#define IK_HOUSE_TEXT 48

typedef struct {
    ik_match_level level; /* STREET, HOUSE_NEAR or HOUSE; NONE: the street has no position either */
    ik_lonlat position;
    double accuracy_m;
    char number[IK_HOUSE_TEXT]; /* official, "" for none: "12a", "14-22", "12, 14" */
    char expected
        [IK_HOUSE_TEXT];  /* second half of the fault: what there is instead; "" for nothing */
    const char *fault;    /* code, or NULL */
    int penalty;          /* of the fault */
    const char *postcode; /* of the house, "" unknown; borrowed from the gazetteer */
} ik_house_answer;

/* Looks `number` up on a street. `postcode` (NULL allowed) decides between two houses of one number. O(log n) when it
 * is there, otherwise linear in the street's houses. */
ik_house_answer ik_house_search(const ik_gazetteer *gazetteer, guint32 street,
                                const ik_house_number *number, const char *postcode);

#endif
