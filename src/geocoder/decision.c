/* decision.c — which municipality, when postcode and town say the same, different things, or nothing.   [geocoder]
 *
 *   postcode          town                        answer                   faults (penalty)
 *   ----------------  --------------------------  -----------------------  --------------------------------------
 *   malformed         any                         none                     postcode_malformed (40)
 *   of NRW            a reading agrees            that reading             those of the reading, see below
 *   of NRW            missing                     postcode's, largest      city_missing (6) [+ ambiguous (15)]
 *   of NRW            named, elsewhere            the town                 postcode_city_mismatch (25)
 *   of NRW            one slip away, elsewhere    postcode's, largest      postcode_city_mismatch (25)
 *   of NRW            unknown                     postcode's, largest      city_unknown (12) [+ ambiguous (15)]
 *   of NRW            a district around it        postcode's, largest      district_named (6) [+ ambiguous (15)]
 *   of NRW            a district elsewhere        postcode's, largest      postcode_city_mismatch (25)
 *   missing           named, one                  the town                 postcode_missing (5)
 *   missing           named, several              the best                 postcode_missing (5), city_ambiguous (15)
 *   missing           one slip from one town      that town                postcode_missing (5), city_spelling (12)
 *   missing           a district with a seat      the seat                 postcode_missing (5), district_named (20)
 *   missing           district, no seat; unknown  none                     district_named (40); city_unknown (40)
 *   not of NRW        named                       the town                 postcode_unknown (6, 15), _outside_nrw (20)
 *   not of NRW        anything else               none                     the same, city_unknown (40)
 *   missing           missing                     none                     no_address (40), city_missing (40)
 *
 * A reading that agrees with the postcode: its name (0), named second or last in a compound with another
 * town first (city_ambiguous, 15), one slip (city_spelling, 4), two (8). Any locality: locality_unverified (2).
 */
#include "decision.h"

#include "expectation.h"
#include "postcode_table.h"

#include <string.h>

enum {
    PENALTY_NONE_FOUND =
        40, /* the answer is none: the sum does not matter, the fault must be grave */
    PENALTY_MISMATCH = 25,
    PENALTY_AMBIGUOUS = 15,
    PENALTY_CITY_MISSING = 6,
    PENALTY_CITY_UNKNOWN = 12,
    PENALTY_SPELLING = 12,
    PENALTY_SPELLING_AGREED = 4,
    PENALTY_SPELLING_TWICE_AGREED = 8,
    PENALTY_LOCALITY = 2,
    PENALTY_DISTRICT = 20,
    PENALTY_DISTRICT_AGREED = 6,
    PENALTY_POSTCODE_MISSING = 5,
    PENALTY_POSTCODE_UNKNOWN = 15,
    PENALTY_POSTCODE_UNKNOWN_NEAR = 6,
    PENALTY_POSTCODE_OUTSIDE = 20,
    PENALTY_SECOND_POSTCODE = 12
};

typedef struct {
    const ik_place_index *index;
    const ik_territory *territory;
    const ik_address_parts *parts;
    const ik_town *town;
    guint32 postcode; /* index, or IK_NONE */
    ik_match *match;
} decision;

static const char *name_of(const decision *d, guint32 municipality)
{
    return d->territory->municipalities[municipality].name;
}

static void add_fault(decision *d, const char *code, const char *field, const char *expected,
                      int penalty)
{
    const char *read = strcmp(field, "postcode") == 0 ? d->parts->postcode : d->parts->city;
    ik_faults_add(&d->match->faults, code, field, read, expected, penalty);
}

static void add_candidate(decision *d, guint32 municipality)
{
    ik_match *match = d->match;
    for (guint i = 0; i < match->n_candidates; i++)
        if (match->candidates[i].municipality == municipality)
            return;
    if (municipality != IK_NONE && match->n_candidates < IK_MAX_CANDIDATES)
        match->candidates[match->n_candidates++].municipality = municipality;
}

static void add_reading_candidates(decision *d)
{
    for (guint i = 0; i < d->town->n_readings; i++)
        add_candidate(d, d->town->readings[i].municipality);
}

static void add_postcode_candidates(decision *d)
{
    const ik_postcode *postcode = &d->territory->postcodes[d->postcode];
    for (guint32 i = 0; i < postcode->count; i++)
        add_candidate(d, d->territory->postcode_municipalities[postcode->first + i]);
}

static char *postcode_names(const decision *d)
{
    const ik_postcode *postcode = &d->territory->postcodes[d->postcode];
    return ik_expected_names(d->territory, d->territory->postcode_municipalities + postcode->first,
                             postcode->count);
}

static char *reading_names(const decision *d)
{
    guint32 municipalities[IK_TOWN_READINGS];
    for (guint i = 0; i < d->town->n_readings; i++)
        municipalities[i] = d->town->readings[i].municipality;
    return ik_expected_names(d->territory, municipalities, d->town->n_readings);
}

static void place_by_postcode(decision *d)
{
    d->match->municipality = ik_postcode_largest(d->territory, d->postcode);
    add_candidate(d, d->match->municipality);
    add_postcode_candidates(d);
    if (d->territory->postcodes[d->postcode].count == 1)
        return;
    g_autofree char *expected = postcode_names(d);
    add_fault(d, "postcode_ambiguous", "postcode", expected, PENALTY_AMBIGUOUS);
}

static void place_by_reading(decision *d, const ik_town_reading *reading)
{
    ik_match *match = d->match;
    match->municipality = reading->municipality;
    match->locality = ik_town_locality(d->town, reading);
    add_candidate(d, reading->municipality);
    if (match->locality != NULL)
        ik_faults_add(&match->faults, "locality_unverified", "city", match->locality,
                      name_of(d, reading->municipality), PENALTY_LOCALITY);
}

static void add_mismatch(decision *d)
{
    g_autofree char *read = g_strjoin(" ", d->parts->postcode, d->parts->city, NULL);
    g_autofree char *expected = postcode_names(d);
    ik_faults_add(&d->match->faults, "postcode_city_mismatch", "postcode", read, expected,
                  PENALTY_MISMATCH);
}

static const ik_town_reading *agreeing_reading(const decision *d)
{
    for (guint i = 0; i < d->town->n_readings; i++)
        if (ik_postcode_covers(d->territory, d->postcode, d->town->readings[i].municipality))
            return &d->town->readings[i];
    return NULL;
}

/* A town that is called by its name or half of its double name. */
static const ik_town_reading *named_reading(const decision *d)
{
    const ik_town_reading *first = d->town->n_readings > 0 ? &d->town->readings[0] : NULL;
    return first != NULL && first->how <= IK_TOWN_PART ? first : NULL;
}

static void place_by_agreement(decision *d, const ik_town_reading *reading)
{
    place_by_reading(d, reading);
    const char *name = name_of(d, reading->municipality);
    switch (reading->how) {
    case IK_TOWN_NAMED:
    case IK_TOWN_PART:
    case IK_TOWN_WEAK: return;
    case IK_TOWN_ALSO: {
        g_autofree char *expected = reading_names(d);
        add_fault(d, "city_ambiguous", "city", expected, PENALTY_AMBIGUOUS);
        add_reading_candidates(d);
        return;
    }
    case IK_TOWN_EDIT1:
        add_fault(d, "city_spelling", "city", name, PENALTY_SPELLING_AGREED);
        return;
    case IK_TOWN_EDIT2:
        add_fault(d, "city_spelling", "city", name, PENALTY_SPELLING_TWICE_AGREED);
        return;
    }
}

static void place_by_district_and_postcode(decision *d)
{
    guint32 municipality = ik_postcode_largest(d->territory, d->postcode);
    if (d->territory->municipalities[municipality].district == d->town->district)
        add_fault(d, "district_named", "city", name_of(d, municipality), PENALTY_DISTRICT_AGREED);
    else
        add_mismatch(d);
    place_by_postcode(d);
}

static void decide_with_postcode(decision *d)
{
    const ik_town_reading *agreeing = agreeing_reading(d), *named = named_reading(d);
    if (!d->town->is_written) {
        g_autofree char *expected = postcode_names(d);
        add_fault(d, "city_missing", "city", expected, PENALTY_CITY_MISSING);
        place_by_postcode(d);
    } else if (agreeing != NULL) {
        place_by_agreement(d, agreeing);
    } else if (d->town->district != IK_NONE) {
        place_by_district_and_postcode(d);
    } else if (named != NULL) {
        place_by_reading(d, named);
        add_mismatch(d);
        add_postcode_candidates(d);
    } else if (d->town->n_readings > 0 && d->town->readings[0].how == IK_TOWN_EDIT1) {
        add_mismatch(d);
        place_by_postcode(d);
        add_reading_candidates(d);
    } else {
        g_autofree char *expected = postcode_names(d);
        add_fault(d, "city_unknown", "city", expected, PENALTY_CITY_UNKNOWN);
        d->match->locality = g_strdup(d->parts->city);
        place_by_postcode(d);
    }
}

/* Adds the largest municipalities of a district. */
static void add_district_candidates(decision *d, guint32 district)
{
    for (guint round = 0; round < IK_MAX_CANDIDATES; round++) {
        guint32 best = IK_NONE;
        for (guint32 i = 0; i < d->territory->n_municipalities; i++) {
            const ik_municipality *m = &d->territory->municipalities[i];
            bool listed = m->district != district;
            for (guint k = 0; k < d->match->n_candidates; k++)
                listed = listed || d->match->candidates[k].municipality == i;
            if (!listed &&
                (best == IK_NONE || m->population > d->territory->municipalities[best].population))
                best = i;
        }
        add_candidate(d, best);
    }
}

static void decide_by_district(decision *d)
{
    guint32 district = d->town->district, seat = ik_place_index_seat(d->index, district);
    d->match->municipality = seat;
    add_candidate(d, seat);
    add_district_candidates(d, district);
    if (seat != IK_NONE) {
        add_fault(d, "district_named", "city", name_of(d, seat), PENALTY_DISTRICT);
        return;
    }
    guint32 towns[IK_MAX_CANDIDATES];
    for (guint i = 0; i < d->match->n_candidates; i++)
        towns[i] = d->match->candidates[i].municipality;
    g_autofree char *expected = ik_expected_names(d->territory, towns, d->match->n_candidates);
    add_fault(d, "district_named", "city", expected, PENALTY_NONE_FOUND);
}

static void decide_by_name(decision *d, const ik_town_reading *named)
{
    place_by_reading(d, named);
    add_reading_candidates(d);
    if (!d->town->is_ambiguous)
        return;
    g_autofree char *expected = reading_names(d);
    add_fault(d, "city_ambiguous", "city", expected, PENALTY_AMBIGUOUS);
}

static void reject_town(decision *d)
{
    add_reading_candidates(d);
    g_autofree char *expected = reading_names(d);
    if (d->town->is_written)
        add_fault(d, "city_unknown", "city", expected, PENALTY_NONE_FOUND);
}

/* The only town one slip away. */
static const ik_town_reading *only_guess(const decision *d)
{
    const ik_town *town = d->town;
    return town->n_readings == 1 && town->readings[0].how == IK_TOWN_EDIT1 ? &town->readings[0]
                                                                           : NULL;
}

static void add_postcode_missing(decision *d)
{
    if (d->match->municipality == IK_NONE)
        return;
    g_autofree char *expected = ik_expected_postcodes(d->territory, d->match->municipality);
    add_fault(d, "postcode_missing", "postcode", expected, PENALTY_POSTCODE_MISSING);
}

static void decide_by_town(decision *d)
{
    const ik_town_reading *named = named_reading(d), *guess = only_guess(d);
    if (d->town->district != IK_NONE) {
        decide_by_district(d);
    } else if (named != NULL) {
        decide_by_name(d, named);
    } else if (guess != NULL) {
        place_by_reading(d, guess);
        add_fault(d, "city_spelling", "city", name_of(d, guess->municipality), PENALTY_SPELLING);
    } else {
        reject_town(d);
    }
    add_postcode_missing(d);
}

static void decide_against_postcode(decision *d)
{
    const ik_town_reading *named = d->town->district == IK_NONE ? named_reading(d) : NULL;
    guint32 town = named != NULL ? named->municipality : IK_NONE;
    bool near = town != IK_NONE && ik_postcode_is_near(d->territory, d->parts->postcode, town);
    bool unknown = near || ik_postcode_is_plausible(d->territory, d->parts->postcode);
    int penalty = near      ? PENALTY_POSTCODE_UNKNOWN_NEAR
                  : unknown ? PENALTY_POSTCODE_UNKNOWN
                            : PENALTY_POSTCODE_OUTSIDE;
    if (named != NULL)
        decide_by_name(d, named);
    else
        reject_town(d);
    g_autofree char *expected = ik_expected_postcodes(d->territory, town);
    add_fault(d, unknown ? "postcode_unknown" : "postcode_outside_nrw", "postcode", expected,
              named != NULL ? penalty : PENALTY_NONE_FOUND);
}

static void reject_bad_postcode(decision *d)
{
    const ik_town_reading *named = named_reading(d);
    add_reading_candidates(d);
    g_autofree char *expected =
        ik_expected_postcodes(d->territory, named != NULL ? named->municipality : IK_NONE);
    ik_faults_add(&d->match->faults, "postcode_malformed", "postcode", d->parts->bad_postcode,
                  expected, PENALTY_NONE_FOUND);
}

static void reject_nothing(decision *d)
{
    const char *said = d->parts->street != NULL ? d->parts->street : d->parts->postbox;
    if (said != NULL)
        ik_faults_add(&d->match->faults, "city_missing", "city", said, NULL, PENALTY_NONE_FOUND);
    else
        ik_faults_add(&d->match->faults, "no_address", NULL, NULL, NULL, PENALTY_NONE_FOUND);
}

static void add_second_postcode(decision *d)
{
    if (d->parts->other_postcode == NULL)
        return;
    ik_faults_add(&d->match->faults, "postcode_contradiction", "city", d->parts->other_postcode,
                  d->parts->postcode, PENALTY_SECOND_POSTCODE);
}

void ik_decide(const ik_place_index *index, const ik_address_parts *parts, const ik_town *town,
               ik_match *match)
{
    const ik_territory *territory = ik_place_index_territory(index);
    decision d = {index, territory, parts, town, ik_postcode_find(territory, parts->postcode),
                  match};
    match->municipality = IK_NONE;
    if (parts->bad_postcode != NULL)
        reject_bad_postcode(&d);
    else if (d.postcode != IK_NONE)
        decide_with_postcode(&d);
    else if (parts->postcode != NULL)
        decide_against_postcode(&d);
    else if (town->is_written)
        decide_by_town(&d);
    else
        reject_nothing(&d);
    add_second_postcode(&d);
}
