/* town.c — reading a written town.   [geocoder]
 *
 * In this order, the first that yields something decides:
 *   1 the whole is a key                      "Castrop-Rauxel", "Neuss am Rhein", "Kreis Unna"
 *   2 its longest beginning is a key          "Dortmund-Mengede", "Köln-Mülheim": the rest is a locality
 *   3 its end is one, set off by ( , / or OT  "Mengede (Dortmund)"
 *   4 its end is one behind hyphen or blank   "Alt-Marl": weak
 *   5 a key is one slip of the pen away, then two
 * An addition behind the name may contradict it: "Neunkirchen (Saar)", "Mülheim am Rhein" are not in
 * the index, whatever the first word says.
 */
#include "town.h"

#include "place_words.h"

#include <string.h>

enum {
    SHORTEST_GUESS = 3,       /* letters of a name in which one slip is looked for */
    SHORTEST_BEGINNING = 5,   /* the same for the beginning of a longer text */
    SHORTEST_DOUBLE_SLIP = 9, /* two slips */
    LONGEST_NAME = 8 /* words of a town with title and addition: what is longer is no name */
};

typedef struct {
    const ik_place_index *index;
    ik_town *town;
    guint from, to;        /* the words that count: without titles and country */
    guint32 district_said; /* "Wenden (Kreis Olpe)": the town must lie in it; IK_NONE otherwise */
} reader;

static ik_word_role role_of(const ik_words *words, guint i)
{
    return ik_place_word(ik_words_fold(words, i), NULL);
}

static ik_gap gap_before(const ik_words *words, guint i)
{
    return ik_words_get(words, i)->gap;
}

static ik_places find(const ik_place_index *index, const ik_words *words, guint from, guint to)
{
    g_autoptr(GString) key = g_string_sized_new(32);
    ik_place_key(words, from, to, key);
    return ik_place_index_find(index, key->str);
}

static bool is_frame(const ik_words *words, guint i)
{
    ik_word_role role = role_of(words, i);
    return role == IK_WORD_TITLE || role == IK_WORD_COUNTRY || ik_words_get(words, i)->is_number;
}

/* "Nordrhein-Westfalen" behind a town is a country of two words. */
static bool is_country_of_two(const ik_words *words, guint from, guint to)
{
    return to >= from + 2 && to <= ik_words_count(words) &&
           role_of(words, to - 2) == IK_WORD_COUNTRY && role_of(words, to - 1) == IK_WORD_LANDSCAPE;
}

static void trim(const ik_words *words, guint *from, guint *to)
{
    while (*from < *to && is_frame(words, *from))
        *from += is_country_of_two(words, *from, *from + 2) && *from + 2 <= *to ? 2 : 1;
    while (*from < *to) {
        if (is_country_of_two(words, *from, *to))
            *to -= 2;
        else if (is_frame(words, *to - 1) || role_of(words, *to - 1) == IK_WORD_LINK)
            --*to;
        else
            break;
    }
}

/* Adds a reading unless the town is one already, or lies in another district than the one that is named. */
static bool add(reader *r, guint32 municipality, ik_town_how how, guint from, guint to)
{
    ik_town *town = r->town;
    const ik_territory *territory = ik_place_index_territory(r->index);
    if (r->district_said != IK_NONE &&
        territory->municipalities[municipality].district != r->district_said)
        return false;
    for (guint i = 0; i < town->n_readings; i++)
        if (town->readings[i].municipality == municipality)
            return false;
    if (town->n_readings == IK_TOWN_READINGS)
        return false;
    town->readings[town->n_readings++] = (ik_town_reading){municipality, how, from, to};
    return true;
}

/* The addition contradicts the name: it is a place elsewhere, or another water than the official one. */
static bool contradicts(const reader *r, guint32 municipality, guint from, guint to)
{
    const char *water = ik_place_index_water(r->index, municipality);
    for (guint i = from; i < to; i++) {
        ik_word_role role = role_of(&r->town->words, i);
        if (role == IK_WORD_NEAR)
            return false;
        if (role == IK_WORD_ELSEWHERE ||
            (role == IK_WORD_WATER && water != NULL && !ik_words_is(&r->town->words, i, water)))
            return true;
    }
    return false;
}

static bool is_addition(const ik_words *words, guint i)
{
    ik_word_role role = role_of(words, i);
    return role == IK_WORD_LINK || role == IK_WORD_WATER || role == IK_WORD_LANDSCAPE ||
           role == IK_WORD_PART || is_frame(words, i);
}

/* Leaves of the words behind or in front of a town those that name a locality. */
static void trim_locality(const ik_words *words, guint *from, guint *to)
{
    for (guint i = *from; i < *to; i++)
        if (role_of(words, i) == IK_WORD_NEAR || role_of(words, i) == IK_WORD_DISTRICT)
            *to = i;
    while (*from < *to && is_addition(words, *from))
        ++*from;
    while (*from < *to && is_addition(words, *to - 1))
        --*to;
}

/* Takes the places of a key as readings. For half of a double name the half itself, at..end, is the
 * locality unless one is written. */
static void take(reader *r, ik_places places, guint at, guint end, guint from, guint to)
{
    trim_locality(&r->town->words, &from, &to);
    for (guint i = 0; i < places.count; i++) {
        const ik_place *place = &places.items[i];
        if (place->kind == IK_PLACE_DISTRICT || contradicts(r, place->index, end, r->to))
            continue;
        bool part = place->kind == IK_PLACE_PART;
        bool own = part && from == to;
        add(r, place->index, part ? IK_TOWN_PART : IK_TOWN_NAMED, own ? at : from, own ? end : to);
    }
    r->town->is_ambiguous = r->town->n_readings > 1;
}

static guint32 district_of(ik_places places)
{
    for (guint i = 0; i < places.count; i++)
        if (places.items[i].kind == IK_PLACE_DISTRICT)
            return places.items[i].index;
    return IK_NONE;
}

/* "Wenden, Kreis Olpe", "Lage (Lippe)": a district behind a town narrows it and is done with. "Verl
 * (Gütersloh)" too, where the seat stands for its district. */
static void take_district_behind(reader *r)
{
    const ik_words *words = &r->town->words;
    for (guint i = r->from + 1; i < r->to; i++) {
        bool set_off = gap_before(words, i) >= IK_GAP_SLASH;
        if (!set_off && role_of(words, i) != IK_WORD_DISTRICT)
            continue;
        ik_places places = find(r->index, words, i, r->to);
        guint32 district = district_of(places);
        if (district == IK_NONE ||
            (places.items[0].kind != IK_PLACE_DISTRICT && role_of(words, i) != IK_WORD_DISTRICT))
            continue;
        r->district_said = district;
        r->to = i;
        return;
    }
}

/* "Unna, Kreis" is turned round. */
static guint32 find_district(const reader *r)
{
    const ik_words *words = &r->town->words;
    guint32 district = district_of(find(r->index, words, r->from, r->to));
    if (district == IK_NONE && r->to > r->from + 1 &&
        role_of(words, r->to - 1) == IK_WORD_DISTRICT) {
        g_autoptr(GString) key = g_string_new("kreis");
        ik_place_key(words, r->from, r->to - 1, key);
        district = district_of(ik_place_index_find(r->index, key->str));
    }
    return district;
}

static bool read_whole(reader *r)
{
    ik_places places = find(r->index, &r->town->words, r->from, r->to);
    if (places.count > 0 && places.items[0].kind != IK_PLACE_DISTRICT)
        take(r, places, r->from, r->to, r->to, r->to);
    else
        r->town->district = find_district(r);
    return r->town->n_readings > 0 || r->town->district != IK_NONE;
}

/* Two towns side by side, "Unna / Kamen": none is part of the other. The larger one comes first, in
 * whichever order they are written. */
static void put_larger_first(reader *r)
{
    const ik_municipality *all = ik_place_index_territory(r->index)->municipalities;
    ik_town_reading *first = &r->town->readings[0],
                    *last = &r->town->readings[r->town->n_readings - 1];
    guint32 a = first->municipality, b = last->municipality;
    bool larger = all[b].population > all[a].population;
    *last = (ik_town_reading){larger ? a : b, IK_TOWN_ALSO, 0, 0};
    *first = (ik_town_reading){larger ? b : a, IK_TOWN_NAMED, 0, 0};
}

/* "Mülheim (Köln)" is Mülheim in Köln. */
static void put_outer_first(reader *r, guint end)
{
    ik_town_reading *first = &r->town->readings[0],
                    *last = &r->town->readings[r->town->n_readings - 1];
    guint32 inner = first->municipality;
    *first = (ik_town_reading){last->municipality, IK_TOWN_NAMED, r->from, end};
    *last = (ik_town_reading){inner, IK_TOWN_ALSO, 0, 0};
}

/* The first words up to `end` name a town and the rest another one, or the same again. */
static void take_second(reader *r, guint end)
{
    const ik_words *words = &r->town->words;
    guint from = end, to = r->to;
    trim_locality(words, &from, &to);
    ik_places places = find(r->index, words, from, to);
    if (from == to || places.count == 0 || places.items[0].kind > IK_PLACE_SHORT)
        return;
    ik_town *town = r->town;
    guint32 first = town->readings[0].municipality, second = places.items[0].index;
    guint32 district = ik_place_index_territory(r->index)->municipalities[first].district;
    ik_gap gap = gap_before(words, end);
    bool seat = gap == IK_GAP_OPEN && ik_place_index_seat(r->index, district) == second;
    if (second == first || seat) {
        town->readings[0].from = town->readings[0].to; /* "Verl (Gütersloh)": its district's seat */
        return;
    }
    bool beside = add(r, second, IK_TOWN_ALSO, 0, 0) && gap >= IK_GAP_SLASH;
    if (beside && gap == IK_GAP_OPEN)
        put_outer_first(r, end);
    else if (beside)
        put_larger_first(r);
    town->is_ambiguous = town->is_ambiguous || beside;
    for (guint i = 1; i < places.count && places.items[i].kind <= IK_PLACE_SHORT; i++)
        add(r, places.items[i].index, IK_TOWN_ALSO, 0, 0);
}

/* A double name with a slip ("Neunkirchen-Seelscheit") before half of it is taken for the whole. */
static bool read_double_name(reader *r)
{
    g_autoptr(GString) key = g_string_new(NULL);
    ik_place_key(&r->town->words, r->from, r->to, key);
    guint32 near[1];
    if (key->len < SHORTEST_DOUBLE_SLIP || ik_place_index_near(r->index, key->str, 1, near, 1) != 1)
        return false;
    add(r, near[0], IK_TOWN_EDIT1, r->to, r->to);
    return r->town->n_readings > 0;
}

static bool has_part(ik_places places)
{
    for (guint i = 0; i < places.count; i++)
        if (places.items[i].kind == IK_PLACE_PART)
            return true;
    return false;
}

static bool read_beginning(reader *r)
{
    for (guint end = MIN(r->to - 1, r->from + LONGEST_NAME); end > r->from; end--) {
        ik_places places = find(r->index, &r->town->words, r->from, end);
        if (places.count == 0 || places.items[0].kind == IK_PLACE_DISTRICT)
            continue;
        if (has_part(places) && read_double_name(r))
            return true;
        take(r, places, r->from, end, end, r->to);
        if (r->town->n_readings > 0)
            take_second(r, end);
        return true; /* contradicted or not: no shorter beginning says more */
    }
    return false;
}

static bool is_set_off(const ik_words *words, guint i)
{
    return gap_before(words, i) >= IK_GAP_SLASH || role_of(words, i - 1) == IK_WORD_PART;
}

static bool read_end(reader *r)
{
    const ik_words *words = &r->town->words;
    guint first = r->to > r->from + LONGEST_NAME ? r->to - LONGEST_NAME : r->from + 1;
    for (guint at = first; at < r->to; at++) {
        ik_places places = find(r->index, words, at, r->to);
        if (places.count == 0 || places.items[0].kind > IK_PLACE_SHORT)
            continue;
        take(r, places, at, r->to, r->from, at);
        for (guint i = 0; i < r->town->n_readings && !is_set_off(words, at); i++)
            r->town->readings[i].how = IK_TOWN_WEAK;
        return is_set_off(words, at);
    }
    return false;
}

static bool guess(reader *r, guint to, guint edits)
{
    g_autoptr(GString) key = g_string_new(NULL);
    ik_place_key(&r->town->words, r->from, to, key);
    guint shortest = edits == 2   ? SHORTEST_DOUBLE_SLIP
                     : to < r->to ? SHORTEST_BEGINNING
                                  : SHORTEST_GUESS;
    if (key->len < shortest || ik_place_word(key->str, NULL) == IK_WORD_ELSEWHERE)
        return false;
    guint32 near[IK_TOWN_READINGS];
    guint n = ik_place_index_near(r->index, key->str, edits, near, IK_TOWN_READINGS);
    guint from = to, end = r->to;
    trim_locality(&r->town->words, &from, &end);
    for (guint i = 0; i < MIN(n, IK_TOWN_READINGS); i++)
        if (!contradicts(r, near[i], to, r->to))
            add(r, near[i], edits == 1 ? IK_TOWN_EDIT1 : IK_TOWN_EDIT2, from, end);
    return n > 0;
}

static void guess_all(reader *r)
{
    for (guint edits = 1; edits <= 2; edits++)
        for (guint to = MIN(r->to, r->from + LONGEST_NAME); to > r->from; to--)
            if (guess(r, to, edits))
                return;
}

void ik_town_read(const ik_place_index *index, const char *text, ik_town *town)
{
    *town = (ik_town){.district = IK_NONE};
    ik_words_init(&town->words, text);
    reader r = {index, town, 0, ik_words_count(&town->words), IK_NONE};
    trim(&town->words, &r.from, &r.to);
    town->is_written = r.from < r.to;
    if (!town->is_written || read_whole(&r))
        return;
    take_district_behind(&r);
    trim(&town->words, &r.from, &r.to);
    if (r.from == r.to || (r.district_said != IK_NONE && read_whole(&r)))
        return;
    if (!read_beginning(&r) && !read_end(&r))
        guess_all(&r);
}

void ik_town_clear(ik_town *town)
{
    if (town != NULL)
        ik_words_clear(&town->words);
}

char *ik_town_locality(const ik_town *town, const ik_town_reading *reading)
{
    return ik_words_copy(&town->words, reading->from, reading->to);
}

/* "am Rhein", "(Westf.)", ", Stadt" behind a town belong to it; "Am Markt" does not. */
static guint addition_end(const ik_words *words, guint from, guint to)
{
    guint i = from;
    while (i < to && role_of(words, i) == IK_WORD_LINK)
        i++;
    if (i == to)
        return from;
    ik_word_role role = role_of(words, i);
    bool belongs = role == IK_WORD_WATER || role == IK_WORD_LANDSCAPE || role == IK_WORD_TITLE;
    return belongs ? addition_end(words, i + 1, to) : from;
}

guint ik_town_prefix(const ik_place_index *index, const ik_words *words, guint from, guint to)
{
    guint start = from;
    while (start < to && role_of(words, start) == IK_WORD_TITLE)
        start++;
    for (guint end = MIN(to, start + LONGEST_NAME); end > start; end--) {
        bool ends =
            role_of(words, end - 1) != IK_WORD_LINK && !ik_words_get(words, end - 1)->is_number;
        if (ends && find(index, words, start, end).count > 0)
            return addition_end(words, end, to);
    }
    return from;
}
