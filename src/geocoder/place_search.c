/* place_search.c — street and house looked up in the municipalities that came into question.   [geocoder]
 *
 * In this order, the first that finds a street ends the search:
 *   1 the parser's reading as written, then parted elsewhere into street and number, in all candidates
 *   2 the parser's reading abbreviated or with slips, in all candidates
 *   3 what is left behind words that are passed over, in all candidates        words_passed_over (10)
 *   4 the parser's reading as written in the neighbours of the candidates, if one of them has it and postcode and
 *     town leave a doubt                                                        street_elsewhere (15)
 *   5 the same anywhere, if there is one street of that name only              street_elsewhere (20)
 * Of what is found the answer with most points wins; equal ones that lie apart are named, and a person is asked.
 */
#include "place_search.h"

#include "house_search.h"
#include "readings.h"
#include "street_key.h"
#include "street_search.h"

#include <math.h>
#include <string.h>

enum {
    PENALTY_ABBREVIATED = 2,
    PENALTY_SLIP = 5,
    PENALTY_TWO_SLIPS = 9,
    PENALTY_SLIP_OF_SEVERAL = 12,
    PENALTY_NEIGHBOUR = 15,
    PENALTY_ANYWHERE = 20,
    PENALTY_POSTCODE = 4,
    PENALTY_STREET_UNKNOWN = 10,
    PENALTY_PASSED_OVER = 10,
    PENALTY_AMBIGUOUS = 15,
    SOFT_POSTCODE_AMBIGUOUS =
        2, /* what is left of a doubt about the town once street and number exist in one only */
    SOFT_CITY_AMBIGUOUS = 5,
    SOFT_CITY_UNKNOWN = 6,
    SOFT_CITY_MISSING = 20,
    SOFT_MISMATCH = 12,
    MOST_PLACES = 16
};

#define APART_M             50.0
#define LOCALITY_ACCURACY_M 1500.0

typedef struct {
    ik_gazetteer_street street;
    ik_house_answer house;
    guint32 municipality; /* of the territory */
    int place_penalty;    /* 0, or how far from the candidates it lies */
    int score;
    ik_street_hit hit;
    bool postcode_differs;
    bool locality_agrees;
} place;

typedef struct {
    const ik_place_tools *tools;
    const ik_address_parts *parts;
    const ik_address *address;
    ik_match *match;
    GString *trace;
    guint32 candidates[IK_MAX_CANDIDATES + 1];
    guint n_candidates;
    char *locality_key; /* of the written locality, or NULL */
    place *places;      /* room for MOST_PLACES; only those that are found are ever written */
    guint n_places;
    bool passed_over; /* the street was found behind words that mean nothing */
} search;

/* ---- weighing what was found ---- */

static int street_penalty(const ik_street_hit *hit, guint n_hits)
{
    switch (hit->how) {
    case IK_STREET_EXACT: return 0;
    case IK_STREET_ABBREVIATED: return n_hits > 1 ? PENALTY_SLIP_OF_SEVERAL : PENALTY_ABBREVIATED;
    case IK_STREET_EDIT1: return n_hits > 1 ? PENALTY_SLIP_OF_SEVERAL : PENALTY_SLIP;
    case IK_STREET_EDIT2: return n_hits > 1 ? PENALTY_SLIP_OF_SEVERAL : PENALTY_TWO_SLIPS;
    }
    g_assert_not_reached();
}

static void trace_place(const search *s, const place *p)
{
    static const char *const hows[] = {"as written", "abbreviated", "one slip", "two slips"};
    if (s->trace == NULL)
        return;
    g_string_append_printf(
        s->trace, "  %s %s, %s: %s, %s%s%s, %d points\n", p->street.name, p->house.number,
        s->tools->territory->municipalities[p->municipality].name, hows[p->hit.how],
        ik_match_level_name(p->house.level), p->house.fault != NULL ? ", " : "",
        p->house.fault != NULL ? p->house.fault : "", p->score);
}

static void add_place(search *s, guint32 municipality, const ik_street_hit *hit,
                      const ik_reading *reading, int penalty)
{
    const ik_gazetteer *gazetteer = s->tools->gazetteer;
    const char *postcode = s->parts->postcode;
    if (s->n_places == MOST_PLACES)
        return;
    place *p = &s->places[s->n_places++];
    *p = (place){.municipality = municipality, .hit = *hit, .place_penalty = penalty};
    p->street = ik_gazetteer_street_brief(gazetteer, hit->street);
    p->house = ik_house_search(gazetteer, hit->street, &reading->number, postcode);
    p->postcode_differs = postcode != NULL && p->house.postcode[0] != '\0' &&
                          strcmp(p->house.postcode, postcode) != 0;
    const char *locality = p->street.locality;
    if (s->locality_key != NULL && locality != NULL && locality[0] != '\0') {
        g_autofree char *key = ik_street_key(locality);
        p->locality_agrees = strcmp(key, s->locality_key) == 0;
    }
}

static void score_places(search *s, guint n_hits)
{
    for (guint i = 0; i < s->n_places; i++) {
        place *p = &s->places[i];
        p->score = ik_match_level_points(p->house.level) - p->house.penalty - p->place_penalty -
                   street_penalty(&p->hit, n_hits) - (p->postcode_differs ? PENALTY_POSTCODE : 0);
        trace_place(s, p);
    }
}

/* ---- looking ---- */

static guint32 number_in_gazetteer(const search *s, guint32 municipality)
{
    return s->tools->numbers[municipality];
}

static bool look_exact(search *s, const ik_reading *reading, guint32 municipality, int penalty)
{
    guint32 number = number_in_gazetteer(s, municipality);
    if (number == IK_NONE)
        return false;
    ik_street_hits hits = {.n = 0};
    ik_street_search_exact(s->tools->gazetteer, number, reading->words, reading->from, reading->to,
                           &hits);
    for (guint i = 0; i < hits.n; i++)
        add_place(s, municipality, &hits.items[i], reading, penalty);
    return hits.n > 0;
}

/* The readings from `first` on as written, until one is found. */
static bool look_in_candidates(search *s, const ik_readings *readings, guint first)
{
    for (guint r = first; r < readings->items->len; r++) {
        const ik_reading *reading = &g_array_index(readings->items, ik_reading, r);
        for (guint i = 0; i < s->n_candidates; i++)
            look_exact(s, reading, s->candidates[i], 0);
        s->passed_over = reading->is_partial;
        if (s->n_places > 0) {
            score_places(s, 1);
            return true;
        }
    }
    s->passed_over = false;
    return false;
}

/* Streets of one key count once. */
static guint count_names(const search *s)
{
    guint n = 0;
    for (guint i = 0; i < s->n_places; i++) {
        bool is_new = true;
        for (guint k = 0; k < i; k++)
            is_new = is_new && strcmp(s->places[i].street.key, s->places[k].street.key) != 0;
        n += is_new;
    }
    return n;
}

static bool look_near(search *s, const ik_reading *reading)
{
    for (guint i = 0; i < s->n_candidates; i++) {
        guint32 number = number_in_gazetteer(s, s->candidates[i]);
        ik_street_hits hits = {.n = 0};
        if (number != IK_NONE)
            ik_street_search_near(s->tools->gazetteer, number, reading->words, reading->from,
                                  reading->to, &hits);
        for (guint k = 0; k < hits.n; k++)
            add_place(s, s->candidates[i], &hits.items[k], reading, 0);
    }
    score_places(s, count_names(s));
    return s->n_places > 0;
}

static bool look_in_neighbours(search *s, const ik_reading *reading)
{
    for (guint i = 0; i < s->n_candidates; i++) {
        guint n;
        const guint32 *neighbours = ik_neighbours_of(s->tools->neighbours, s->candidates[i], &n);
        for (guint k = 0; k < n; k++)
            look_exact(s, reading, neighbours[k], PENALTY_NEIGHBOUR);
    }
    for (guint i = 1; i < s->n_places; i++) {
        if (s->places[i].municipality != s->places[0].municipality) {
            s->n_places = 0; /* several: which is a guess */
            return true;
        }
    }
    score_places(s, 1);
    return s->n_places > 0;
}

static void look_anywhere(search *s, const ik_reading *reading)
{
    g_autoptr(GString) key = g_string_new(NULL);
    guint32 streets[2];
    ik_street_key_append(reading->words, reading->from, reading->to, key);
    if (key->len == 0 || ik_gazetteer_find_anywhere(s->tools->gazetteer, key->str, streets, 2) != 1)
        return;
    ik_gazetteer_street street = ik_gazetteer_street_brief(s->tools->gazetteer, streets[0]);
    guint32 municipality = ik_territory_find_municipality(
        s->tools->territory, ik_gazetteer_ags(s->tools->gazetteer, street.municipality));
    if (municipality == IK_NONE)
        return;
    const ik_street_hit hit = {streets[0], IK_STREET_EXACT, reading->from, reading->to};
    add_place(s, municipality, &hit, reading, PENALTY_ANYWHERE);
    score_places(s, 1);
}

/* ---- choosing ---- */

static int compare_places(const place *a, const place *b)
{
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    if (a->locality_agrees != b->locality_agrees)
        return a->locality_agrees ? -1 : 1;
    return a->hit.street < b->hit.street
               ? -1
               : a->hit.street > b->hit.street; /* by AGS, key, official key */
}

static const place *best_place(const search *s)
{
    const place *best = NULL;
    for (guint i = 0; i < s->n_places; i++)
        if (s->places[i].house.level != IK_MATCH_NONE &&
            (best == NULL || compare_places(&s->places[i], best) < 0))
            best = &s->places[i];
    return best;
}

static bool rivals(const place *best, const place *other)
{
    return other != best && other->house.level != IK_MATCH_NONE && other->score == best->score &&
           other->locality_agrees == best->locality_agrees &&
           ik_lonlat_distance_m(best->house.position, other->house.position) > APART_M;
}

/* "Bergstr. 5 (Essen) / Bergstr. 5 (Mülheim an der Ruhr)": NULL when there is one only. */
static char *rival_names(const search *s, const place *best)
{
    guint n = 0;
    if (s->n_places < 2)
        return NULL;
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < s->n_places; i++) {
        const place *p = &s->places[i];
        if (p != best && !rivals(best, p))
            continue;
        const char *where = p->street.locality[0] != '\0'
                                ? p->street.locality
                                : s->tools->territory->municipalities[p->municipality].name;
        g_string_append_printf(names, "%s%s%s%s (%s)", n > 0 ? " / " : "", p->street.name,
                               p->house.number[0] != '\0' ? " " : "", p->house.number, where);
        n++;
    }
    return g_string_free(names, n < 2);
}

/* ---- the answer ---- */

/* A doubt about the town weighs less when street and number exist in one of the towns only. */
static void soften_doubts(search *s, const place *best)
{
    for (guint i = 0; i < s->n_places; i++)
        if (s->places[i].municipality != best->municipality &&
            s->places[i].house.level >= best->house.level)
            return;
    ik_faults *faults = &s->match->faults;
    ik_faults_soften(faults, "postcode_ambiguous", SOFT_POSTCODE_AMBIGUOUS);
    ik_faults_soften(faults, "city_ambiguous", SOFT_CITY_AMBIGUOUS);
    ik_faults_soften(faults, "city_unknown", SOFT_CITY_UNKNOWN);
    ik_faults_soften(faults, "city_missing", SOFT_CITY_MISSING);
    ik_faults_soften(faults, "postcode_city_mismatch", SOFT_MISMATCH);
}

static void add_street_fault(search *s, const place *best, guint n_names)
{
    int penalty = street_penalty(&best->hit, best->hit.how == IK_STREET_EXACT ? 1 : n_names);
    const char *code = best->hit.how == IK_STREET_EXACT         ? NULL
                       : best->hit.how == IK_STREET_ABBREVIATED ? "street_abbreviated"
                                                                : "street_spelling";
    if (code != NULL)
        ik_faults_add(&s->match->faults, code, "street", s->parts->street, best->street.name,
                      penalty);
    if (s->passed_over)
        ik_faults_add(&s->match->faults, "words_passed_over", "street", s->parts->street,
                      best->street.name, PENALTY_PASSED_OVER);
    if (best->place_penalty > 0)
        ik_faults_add(&s->match->faults, "street_elsewhere", "street", s->parts->street,
                      s->tools->territory->municipalities[best->municipality].name,
                      best->place_penalty);
}

static void add_house_fault(search *s, const place *best)
{
    const ik_house_answer *house = &best->house;
    if (house->fault != NULL)
        ik_faults_add(&s->match->faults, house->fault, "house_number", s->parts->house_number,
                      house->expected[0] != '\0' ? house->expected : NULL, house->penalty);
    if (best->postcode_differs)
        ik_faults_add(&s->match->faults, "postcode_differs", "postcode", s->parts->postcode,
                      house->postcode, PENALTY_POSTCODE);
}

static void put_first(ik_match *match, guint32 municipality)
{
    guint at = 0;
    while (at < match->n_candidates && match->candidates[at].municipality != municipality)
        at++;
    if (at == match->n_candidates)
        match->n_candidates = MIN(at + 1, IK_MAX_CANDIDATES);
    for (guint i = MIN(at, IK_MAX_CANDIDATES - 1); i > 0; i--)
        match->candidates[i] = match->candidates[i - 1];
    match->candidates[0].municipality = municipality;
}

/* What was asked stands in the answer anyway where it is the same (ik_place_search). */
static void replace(char **text, const char *by, const char *asked)
{
    if (*text == NULL && g_strcmp0(by, asked) == 0)
        return;
    g_free(*text);
    *text = by[0] != '\0' ? g_strdup(by) : NULL;
}

static void take_place(search *s, const place *best)
{
    ik_match *match = s->match;
    guint n_names = count_names(s);
    g_autofree char *names = rival_names(s, best);
    soften_doubts(s, best);
    add_street_fault(s, best, n_names);
    add_house_fault(s, best);
    if (names != NULL)
        ik_faults_add(&match->faults, "address_ambiguous", "street", s->parts->street, names,
                      PENALTY_AMBIGUOUS);
    match->municipality = best->municipality;
    put_first(match, best->municipality);
    match->level = best->house.level;
    match->position = best->house.position;
    match->accuracy_m = best->house.accuracy_m;
    replace(&match->street, best->street.name, s->parts->street);
    if (best->house.number[0] != '\0')
        replace(&match->house_number, best->house.number, s->parts->house_number);
    if (match->locality == NULL && best->street.locality[0] != '\0')
        match->locality = g_strdup(best->street.locality);
    if (match->postcode == NULL && best->house.postcode[0] != '\0')
        match->postcode = g_strdup(best->house.postcode);
}

/* ---- localities ---- */

/* A locality that the gazetteer knows is verified; without a street it is the answer. */
static void look_for_locality(search *s, bool has_street)
{
    guint32 number = s->match->municipality != IK_NONE
                         ? number_in_gazetteer(s, s->match->municipality)
                         : IK_NONE;
    if (s->locality_key == NULL || number == IK_NONE)
        return;
    ik_gazetteer_range range =
        ik_gazetteer_find_localities(s->tools->gazetteer, number, s->locality_key);
    if (range.count == 0)
        return;
    ik_faults_remove(&s->match->faults, "locality_unverified");
    ik_gazetteer_locality locality = ik_gazetteer_locality_get(s->tools->gazetteer, range.first);
    if (has_street || !locality.has_position || s->match->level > IK_MATCH_LOCALITY)
        return;
    s->match->level = IK_MATCH_LOCALITY;
    s->match->position = locality.position;
    s->match->accuracy_m = LOCALITY_ACCURACY_M;
}

/* ---- the whole ---- */

static void collect_candidates(search *s)
{
    const ik_match *match = s->match;
    if (match->municipality != IK_NONE)
        s->candidates[s->n_candidates++] = match->municipality;
    for (guint i = 0; match->municipality != IK_NONE && i < match->n_candidates; i++)
        if (match->candidates[i].municipality != match->municipality)
            s->candidates[s->n_candidates++] = match->candidates[i].municipality;
}

/* Only a street is written, neither town nor postcode. */
static bool has_no_town(const ik_address_parts *parts)
{
    return parts->postcode == NULL && parts->bad_postcode == NULL && parts->city == NULL;
}

/* Postcode and town agree: another town is not looked for, whatever the street. */
static bool is_town_certain(const ik_match *match)
{
    static const char *const DOUBTS[] = {
        "city_ambiguous",   "city_missing",           "city_unknown",     "district_named",
        "postcode_missing", "postcode_city_mismatch", "postcode_unknown", "postcode_ambiguous"};
    for (gsize i = 0; i < G_N_ELEMENTS(DOUBTS); i++)
        if (ik_faults_has(&match->faults, DOUBTS[i]))
            return false;
    return true;
}

static void look_around(search *s, ik_readings *readings)
{
    const ik_reading first = g_array_index(readings->items, ik_reading, 0); /* the array may move */
    if (look_in_candidates(s, readings, 0))
        return;
    guint n = readings->items->len;
    ik_readings_add_splits(readings, s->parts, s->address);
    if (look_in_candidates(s, readings, n) || look_near(s, &first))
        return;
    n = readings->items->len;
    ik_readings_add_spans(readings, s->address);
    if (!look_in_candidates(s, readings, n) && !is_town_certain(s->match) &&
        !look_in_neighbours(s, &first))
        look_anywhere(s, &first);
}

static void look(search *s, ik_readings *readings)
{
    if (s->n_candidates > 0)
        look_around(s, readings);
    else if (has_no_town(s->parts))
        look_anywhere(s, &g_array_index(readings->items, ik_reading, 0));
}

static bool is_street_covered(const search *s)
{
    guint32 municipality = s->match->municipality;
    return municipality != IK_NONE && number_in_gazetteer(s, municipality) != IK_NONE &&
           ik_gazetteer_streets_of(s->tools->gazetteer, number_in_gazetteer(s, municipality))
                   .count > 0;
}

static void search_street(search *s, ik_readings *readings)
{
    look(s, readings);
    const place *best = best_place(s);
    if (best != NULL)
        take_place(s, best);
    else if (s->n_places == 0 && is_street_covered(s))
        ik_faults_add(&s->match->faults, "street_unknown", "street", s->parts->street,
                      s->tools->territory->municipalities[s->match->municipality].name,
                      PENALTY_STREET_UNKNOWN);
    else if (s->n_places > 0 && is_street_covered(s))
        ik_faults_add(&s->match->faults, "street_without_position", "street", s->parts->street,
                      s->places[0].street.name, PENALTY_POSTCODE);
}

void ik_place_search(const ik_place_tools *tools, const ik_address_parts *parts,
                     const ik_address *address, ik_match *match, GString *trace)
{
    if (parts->postbox != NULL)
        return;
    place places[MOST_PLACES];
    search s = {.tools = tools,
                .parts = parts,
                .address = address,
                .match = match,
                .trace = trace,
                .places = places};
    if (match->locality != NULL)
        s.locality_key = ik_street_key(match->locality);
    collect_candidates(&s);
    bool has_street = parts->street != NULL;
    if (has_street) {
        ik_readings readings;
        ik_readings_init(&readings, parts, address);
        if (readings.items->len > 0)
            search_street(&s, &readings);
        ik_readings_clear(&readings);
    }
    look_for_locality(&s, has_street);
    g_free(s.locality_key);
}
