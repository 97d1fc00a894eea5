/* house_search.c — a house number on a street of the gazetteer.   [geocoder]
 *
 *   asked          there is                     level        fault (penalty)
 *   -------------  ---------------------------  -----------  --------------------------------------
 *   12a            12a                          house
 *   12a            12a twice, far apart         house        address_ambiguous (15)
 *   12a            12                           house_near   suffix_dropped (5)
 *   12             12a, 12b                     house_near   suffix_assumed (5)
 *   16             14-22                        house_near   number_in_range (3)
 *   12-16          12-16                        house
 *   12-16          both ends / only some        house_near   number_range (2) / number_partly (6)
 *   12/14          both / only one              house_near   number_range (2) / number_partly (6)
 *   15             13 and 17                    house_near   number_between (10)
 *   99             1..20                        street       number_unknown (12)
 *   12             no houses known here         street       number_unverified (3)
 *   nothing                                     street       number_missing (3)
 */
#include "house_search.h"

#include <math.h>
#include <string.h>

enum {
    PENALTY_SUFFIX = 5,
    PENALTY_IN_RANGE = 3,
    PENALTY_ALL_THERE = 2,
    PENALTY_SOME_THERE = 6,
    PENALTY_BETWEEN = 10,
    PENALTY_UNKNOWN = 12,
    PENALTY_UNVERIFIED = 3,
    PENALTY_MISSING = 3,
    PENALTY_TWICE = 15
};

#define HOUSE_ACCURACY_M  10.0  /* what a register promises */
#define NEAR_ACCURACY_M   30.0  /* the next entrance */
#define STREET_ACCURACY_M 500.0 /* a street of which one point is known */
#define FAR_M             50.0  /* two positions of one house that are no longer the same place */
#define LONGEST_BETWEEN_M 300.0 /* neighbours further apart say nothing about what lies between */
#define MOST_IN_RANGE     40    /* numbers of a range that are looked up */

typedef struct {
    const ik_gazetteer *gazetteer;
    guint32 street;
    ik_gazetteer_street record;
    const char *postcode;
    ik_house_answer answer;
} search;

/* Houses gathered for a range, list or group of suffixes. */
typedef struct {
    double lon, lat; /* sums */
    guint n;
    ik_lonlat first, farthest;
    double spread_m;
    ik_gazetteer_house from, to;
} gathered;

/* "12a" without a format: nearly every answer has one. */
static void write_plain(char *out, guint number, const char *suffix)
{
    char digits[5], *at = digits + sizeof digits; /* of 16 bits */
    do
        *--at = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    const gsize length = (gsize)(digits + sizeof digits - at);
    memcpy(out, at, length);
    g_strlcpy(out + length, suffix, IK_HOUSE_TEXT - length);
}

static void write_number(char *out, const ik_gazetteer_house *house)
{
    if (house->last > house->number)
        g_snprintf(out, IK_HOUSE_TEXT, "%u%s-%u", house->number, house->suffix, house->last);
    else
        write_plain(out, house->number, house->suffix);
}

static void write_part(char *out, const ik_house_part *part)
{
    g_snprintf(out, IK_HOUSE_TEXT, "%u%s", part->number, part->suffix);
}

static void set_fault(search *s, const char *code, int penalty)
{
    s->answer.fault = code;
    s->answer.penalty = penalty;
}

static void take_house(search *s, const ik_gazetteer_house *house, ik_match_level level,
                       double accuracy_m)
{
    s->answer.level = level;
    s->answer.position = house->position;
    s->answer.accuracy_m = accuracy_m;
    s->answer.postcode = house->postcode;
    write_number(s->answer.number, house);
}

static bool is_part(const ik_gazetteer_house *house, const ik_house_part *part)
{
    return house->number == part->number && house->last <= house->number &&
           strcmp(house->suffix, part->suffix) == 0;
}

/* The house of exactly this number; of several the one of the postcode asked for, else the first. */
static guint find_exact(const search *s, const ik_house_part *part, ik_gazetteer_house *found,
                        bool *is_far)
{
    ik_gazetteer_range range = ik_gazetteer_find_number(s->gazetteer, s->street, part->number);
    guint n = 0;
    bool by_postcode = false;
    *is_far = false;
    for (guint32 i = range.first; i < range.first + range.count; i++) {
        ik_gazetteer_house house = ik_gazetteer_house_get(s->gazetteer, i);
        if (!is_part(&house, part))
            continue;
        bool agrees = s->postcode != NULL && strcmp(house.postcode, s->postcode) == 0;
        *is_far =
            *is_far || (n > 0 && ik_lonlat_distance_m(house.position, found->position) > FAR_M);
        if (n++ == 0 || (agrees && !by_postcode))
            *found = house;
        by_postcode = by_postcode || agrees;
    }
    *is_far = *is_far && !by_postcode;
    return n;
}

static bool answer_exact(search *s, const ik_house_part *part)
{
    ik_gazetteer_house house;
    bool is_far;
    if (find_exact(s, part, &house, &is_far) == 0)
        return false;
    take_house(s, &house, IK_MATCH_HOUSE, HOUSE_ACCURACY_M);
    if (is_far) {
        set_fault(s, "address_ambiguous", PENALTY_TWICE);
        g_strlcpy(s->answer.expected, s->answer.number, IK_HOUSE_TEXT);
    }
    return true;
}

static bool answer_without_suffix(search *s, const ik_house_part *part)
{
    ik_house_part plain = {.number = part->number, .suffix = ""};
    if (part->suffix[0] == '\0' || !answer_exact(s, &plain))
        return false;
    s->answer.level = IK_MATCH_HOUSE_NEAR;
    s->answer.accuracy_m = NEAR_ACCURACY_M;
    set_fault(s, "suffix_dropped", PENALTY_SUFFIX);
    g_strlcpy(s->answer.expected, s->answer.number, IK_HOUSE_TEXT);
    return true;
}

static void gather(gathered *all, const ik_gazetteer_house *house)
{
    if (all->n == 0) {
        all->first = house->position;
        all->from = *house;
    }
    all->to = *house;
    all->lon += house->position.lon - all->first.lon;
    all->lat += house->position.lat - all->first.lat;
    all->n++;
    all->spread_m = MAX(all->spread_m, ik_lonlat_distance_m(all->first, house->position));
}

static void take_gathered(search *s, const gathered *all)
{
    take_house(s, &all->from, IK_MATCH_HOUSE_NEAR, MAX(NEAR_ACCURACY_M, ceil(all->spread_m)));
    s->answer.position =
        (ik_lonlat){all->first.lon + all->lon / all->n, all->first.lat + all->lat / all->n};
    char last[IK_HOUSE_TEXT];
    write_number(last, &all->to);
    if (strcmp(last, s->answer.number) != 0) {
        char first[IK_HOUSE_TEXT];
        g_strlcpy(first, s->answer.number, sizeof first);
        g_snprintf(s->answer.number, IK_HOUSE_TEXT, "%.20s, %.20s", first, last);
    }
    g_strlcpy(s->answer.expected, s->answer.number, IK_HOUSE_TEXT);
}

/* "12" where the register has 12a, 12b. */
static bool answer_other_suffix(search *s, const ik_house_part *part)
{
    ik_gazetteer_range range = ik_gazetteer_find_number(s->gazetteer, s->street, part->number);
    gathered all = {0};
    for (guint32 i = range.first; i < range.first + range.count; i++) {
        ik_gazetteer_house house = ik_gazetteer_house_get(s->gazetteer, i);
        if (house.last <= house.number)
            gather(&all, &house);
    }
    if (all.n == 0)
        return false;
    take_gathered(s, &all);
    set_fault(s, "suffix_assumed", PENALTY_SUFFIX);
    return true;
}

static bool covers(const ik_gazetteer_house *house, guint16 number)
{
    return house->last > house->number && house->number <= number && number <= house->last &&
           ((house->last - house->number) % 2 != 0 || (number - house->number) % 2 == 0);
}

static bool answer_in_range(search *s, guint16 number)
{
    for (guint32 i = 0; i < s->record.n_houses; i++) {
        ik_gazetteer_house house = ik_gazetteer_house_get(s->gazetteer, s->record.first_house + i);
        if (house.number > number)
            break;
        if (!covers(&house, number))
            continue;
        take_house(s, &house, IK_MATCH_HOUSE_NEAR, NEAR_ACCURACY_M);
        set_fault(s, "number_in_range", PENALTY_IN_RANGE);
        g_strlcpy(s->answer.expected, s->answer.number, IK_HOUSE_TEXT);
        return true;
    }
    return false;
}

/* The next numbers of the same side of the street, below and above. */
static guint find_beside(const search *s, guint16 number, ik_gazetteer_house *below,
                         ik_gazetteer_house *above)
{
    guint found = 0;
    for (guint32 i = 0; i < s->record.n_houses; i++) {
        ik_gazetteer_house house = ik_gazetteer_house_get(s->gazetteer, s->record.first_house + i);
        if (house.number % 2 != number % 2)
            continue;
        if (house.number < number) {
            *below = house;
            found |= 1;
        } else if (house.number > number) {
            *above = house;
            return found | 2;
        }
    }
    return found;
}

static bool answer_between(search *s, guint16 number)
{
    ik_gazetteer_house below, above;
    if (find_beside(s, number, &below, &above) != 3)
        return false;
    double apart_m = ik_lonlat_distance_m(below.position, above.position);
    if (apart_m > LONGEST_BETWEEN_M)
        return false;
    double share = (double)(number - below.number) / (double)(above.number - below.number);
    s->answer.level = IK_MATCH_HOUSE_NEAR;
    s->answer.position =
        (ik_lonlat){below.position.lon + share * (above.position.lon - below.position.lon),
                    below.position.lat + share * (above.position.lat - below.position.lat)};
    s->answer.accuracy_m = MAX(NEAR_ACCURACY_M, ceil(apart_m));
    s->answer.postcode = strcmp(below.postcode, above.postcode) == 0 ? below.postcode : "";
    set_fault(s, "number_between", PENALTY_BETWEEN);
    char from[IK_HOUSE_TEXT], to[IK_HOUSE_TEXT];
    write_number(from, &below);
    write_number(to, &above);
    g_snprintf(s->answer.expected, IK_HOUSE_TEXT, "%.20s, %.20s", from, to);
    return true;
}

static void answer_street(search *s, const char *fault, int penalty)
{
    double radius_m = (double)s->record.radius_m;
    s->answer.level = s->record.has_position ? IK_MATCH_STREET : IK_MATCH_NONE;
    s->answer.position = s->record.position;
    s->answer.accuracy_m = radius_m > 0 ? MAX(NEAR_ACCURACY_M, ceil(radius_m)) : STREET_ACCURACY_M;
    set_fault(s, fault, penalty);
}

static void answer_single(search *s, const ik_house_part *part)
{
    if (answer_exact(s, part))
        return;
    s->record = ik_gazetteer_street_brief(s->gazetteer, s->street);
    if (answer_without_suffix(s, part) || answer_other_suffix(s, part) ||
        answer_in_range(s, part->number) || answer_between(s, part->number))
        return;
    if (s->record.n_houses == 0)
        answer_street(s, "number_unverified", PENALTY_UNVERIFIED);
    else
        answer_street(s, "number_unknown", PENALTY_UNKNOWN);
    write_part(s->answer.expected, part);
}

/* The register has the very range that is asked for. */
static bool answer_register_range(search *s, const ik_house_part *from, const ik_house_part *to)
{
    ik_gazetteer_range range = ik_gazetteer_find_number(s->gazetteer, s->street, from->number);
    for (guint32 i = range.first; i < range.first + range.count; i++) {
        ik_gazetteer_house house = ik_gazetteer_house_get(s->gazetteer, i);
        if (house.last == to->number && to->number > from->number) {
            take_house(s, &house, IK_MATCH_HOUSE, HOUSE_ACCURACY_M);
            return true;
        }
    }
    return false;
}

static bool is_between(const ik_gazetteer_house *house, const ik_house_number *number)
{
    const ik_house_part *from = &number->parts[0], *to = &number->parts[1];
    ik_house_part part = {.number = house->number};
    g_strlcpy(part.suffix, house->suffix, sizeof part.suffix);
    bool same_side =
        (to->number - from->number) % 2 != 0 || (house->number - from->number) % 2 == 0;
    bool within = house->number >= from->number && house->number <= to->number;
    if (from->number == to->number || house->number == from->number)
        within = within && ik_house_part_compare(&part, from) >= 0;
    if (from->number == to->number)
        within = within && ik_house_part_compare(&part, to) <= 0;
    return within && same_side;
}

static bool has_part(const search *s, const ik_house_part *part)
{
    ik_gazetteer_house house;
    bool is_far;
    return find_exact(s, part, &house, &is_far) > 0;
}

static bool answer_range(search *s, const ik_house_number *number)
{
    if (answer_register_range(s, &number->parts[0], &number->parts[1]))
        return true;
    gathered all = {0};
    for (guint32 i = 0; i < s->record.n_houses && all.n < MOST_IN_RANGE; i++) {
        ik_gazetteer_house house = ik_gazetteer_house_get(s->gazetteer, s->record.first_house + i);
        if (house.number > number->parts[1].number)
            break;
        if (is_between(&house, number))
            gather(&all, &house);
    }
    if (all.n == 0)
        return false;
    bool whole = has_part(s, &number->parts[0]) && has_part(s, &number->parts[1]);
    take_gathered(s, &all);
    set_fault(s, whole ? "number_range" : "number_partly",
              whole ? PENALTY_ALL_THERE : PENALTY_SOME_THERE);
    return true;
}

static bool answer_list(search *s, const ik_house_number *number)
{
    gathered all = {0};
    for (guint i = 0; i < number->n_parts; i++) {
        ik_gazetteer_house house;
        bool is_far;
        if (find_exact(s, &number->parts[i], &house, &is_far) > 0)
            gather(&all, &house);
    }
    if (all.n == 0)
        return number->n_parts == 2 &&
               answer_register_range(s, &number->parts[0], &number->parts[1]);
    bool whole = all.n == number->n_parts;
    take_gathered(s, &all);
    set_fault(s, whole ? "number_range" : "number_partly",
              whole ? PENALTY_ALL_THERE : PENALTY_SOME_THERE);
    return true;
}

ik_house_answer ik_house_search(const ik_gazetteer *gazetteer, guint32 street,
                                const ik_house_number *number, const char *postcode)
{
    search s = {.gazetteer = gazetteer, .street = street, .postcode = postcode};
    if (number->form != IK_HOUSE_SINGLE) /* there it is seldom needed */
        s.record = ik_gazetteer_street_brief(gazetteer, street);
    s.answer.postcode = "";
    switch (number->form) {
    case IK_HOUSE_NONE: answer_street(&s, "number_missing", PENALTY_MISSING); break;
    case IK_HOUSE_SINGLE: answer_single(&s, &number->parts[0]); break;
    case IK_HOUSE_RANGE:
        if (!answer_range(&s, number))
            answer_single(&s, &number->parts[0]);
        break;
    case IK_HOUSE_LIST:
        if (!answer_list(&s, number))
            answer_single(&s, &number->parts[0]);
        break;
    }
    return s.answer;
}
