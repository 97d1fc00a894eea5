/* known_town.h — postcodes with a town as it is officially written: decided beforehand.   [geocoder]
 *
 * Nearly every row of a file has its postcode and its town as the tables have them. Every such pair is put through the
 * parser, the reading of towns and the decision once; where these find no fault and nothing left over, the result is
 * kept. It is the same by construction. Immutable, shared between threads.
 */
#ifndef IK_KNOWN_TOWN_H
#define IK_KNOWN_TOWN_H

#include "place_index.h"

#include <ideenkarte/match.h>

typedef struct {
    const char *postcode, *city; /* as written, borrowed from the territory */
    guint32 municipality;
    guint32 candidates[IK_MAX_CANDIDATES];
    guint n_candidates;
} ik_known_town;

typedef struct ik_known_towns ik_known_towns;

/* `index` is borrowed and must outlive it. */
ik_known_towns *ik_known_towns_new(const ik_place_index *index);
void ik_known_towns_free(ik_known_towns *towns);

/* The decision about exactly these two columns, NULL where they have to be read. NULL allowed for all. */
const ik_known_town *ik_known_towns_find(const ik_known_towns *towns, const char *postcode,
                                         const char *city);

#endif
