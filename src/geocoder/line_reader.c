/* line_reader.c — postcode, town and street found in one line.   [geocoder] */
#include "line_reader.h"

#include "place_words.h"
#include "street_line.h"
#include "town.h"

#include <string.h>

enum {
    LEAST_STREET_RANK = 3 /* a number or a word like a street: it is no name of an institution */
};

typedef struct {
    guint from, to;
} span;

typedef struct {
    const ik_place_index *index;
    const ik_words *words;
    GArray *pieces; /* of span: what is not yet understood */
    span city;
    ik_address_parts *parts;
} line_reader;

static bool is_empty(span s)
{
    return s.from >= s.to;
}

static span *piece(const line_reader *r, guint i)
{
    return &g_array_index(r->pieces, span, i);
}

static void add_piece(line_reader *r, guint from, guint to)
{
    span s = {from, to};
    if (!is_empty(s))
        g_array_append_val(r->pieces, s);
}

bool ik_line_is_country(const ik_words *words, guint i)
{
    return i + 1 < ik_words_count(words) && ik_words_get(words, i + 1)->is_number &&
           ik_words_get(words, i + 1)->gap <= IK_GAP_HYPHEN &&
           (ik_words_is(words, i, "d") || ik_words_is(words, i, "de"));
}

/* "Pf.-Kroos-Straße" is named after a priest. */
static bool is_postbox(const ik_words *words, guint i)
{
    bool is_joined = i + 1 < ik_words_count(words) &&
                     ik_words_get(words, i + 1)->gap == IK_GAP_HYPHEN &&
                     !ik_words_get(words, i + 1)->is_number;
    return !is_joined && (ik_words_is(words, i, "postfach") || ik_words_is(words, i, "pf") ||
                          ik_words_is(words, i, "postbox"));
}

static bool starts_piece(const ik_words *words, guint i)
{
    return ik_words_get(words, i)->gap >= IK_GAP_COMMA;
}

/* How likely a number of five digits is the postcode; 0 when it is a postbox or a telephone number. */
static guint postcode_rank(const ik_place_index *index, const ik_words *words, guint i)
{
    bool joined = i > 0 && !starts_piece(words, i);
    if (joined && (is_postbox(words, i - 1) || ik_words_fold(words, i - 1)[0] == '0'))
        return 0;
    const ik_territory *territory = ik_place_index_territory(index);
    bool known = ik_territory_find_postcode(territory, ik_words_fold(words, i)) != IK_NONE;
    bool followed = i + 1 < ik_words_count(words) && !starts_piece(words, i + 1) &&
                    !ik_words_get(words, i + 1)->is_number;
    bool country = joined && ik_line_is_country(words, i - 1);
    return 1u + (known ? 8u : 0u) + (followed ? 2u : 0u) + (country ? 2u : 0u) + (joined ? 0u : 1u);
}

guint ik_line_postcode(const ik_place_index *index, const ik_words *words)
{
    guint n = ik_words_count(words), best = n, best_rank = 0;
    for (guint i = 0; i < n; i++) {
        const ik_word *word = ik_words_get(words, i);
        if (!word->is_number || word->fold_length != 5)
            continue;
        guint rank = postcode_rank(index, words, i);
        if (rank > best_rank) {
            best = i;
            best_rank = rank;
        }
    }
    return best;
}

/* Takes "Postfach 10 12 13" that starts at `i` and returns the word behind it. */
static guint take_postbox(line_reader *r, guint i, guint to, guint postcode)
{
    guint end = i + 1;
    while (end < to && end != postcode && ik_words_get(r->words, end)->is_number)
        end++;
    if (r->parts->postbox == NULL)
        r->parts->postbox = ik_words_copy(r->words, i, end);
    return end;
}

static guint piece_end(const ik_words *words, guint from)
{
    guint to = from + 1;
    while (to < ik_words_count(words) && !starts_piece(words, to))
        to++;
    return to;
}

/* Adds the words from..to as pieces, without a postbox among them. */
static void add_pieces(line_reader *r, guint from, guint to, guint postcode)
{
    for (guint i = from; i < to; i++) {
        if (!is_postbox(r->words, i))
            continue;
        add_piece(r, from, i);
        from = take_postbox(r, i, to, postcode);
        i = from - 1;
    }
    add_piece(r, from, to);
}

static bool is_town(const line_reader *r, span s)
{
    return !is_empty(s) && ik_town_prefix(r->index, r->words, s.from, s.to) == s.to;
}

static bool has_number(const line_reader *r, guint from, guint to)
{
    ik_street_line line = ik_street_line_read(r->words, from, to);
    return line.number_from < line.number_to;
}

/* "Dortmund Ottostr. 5": a town, then something that can only be a street. */
static bool split_town_first(line_reader *r, span s, guint *at)
{
    *at = ik_town_prefix(r->index, r->words, s.from, s.to);
    return *at > s.from && *at < s.to &&
           (has_number(r, *at, s.to) || ik_street_line_is_street(r->words, *at, s.to));
}

/* "Ottostr. 5 Dortmund", "Königsallee Düsseldorf": a street, then a town. */
static bool split_town_last(line_reader *r, span s, guint *at)
{
    for (guint i = s.from + 1; i < s.to; i++) {
        bool starts = ik_words_get(r->words, i)->is_number == false &&
                      (ik_words_get(r->words, i - 1)->is_number ||
                       ik_words_get(r->words, i - 1)->fold_length == 1 ||
                       ik_street_line_is_street(r->words, s.from, i));
        if (starts && ik_town_prefix(r->index, r->words, i, s.to) > i && !has_number(r, i, s.to)) {
            *at = i;
            return true;
        }
    }
    return false;
}

/* Takes the town out of a piece that holds one and leaves the rest as a piece. */
static bool split_town(line_reader *r, span s)
{
    guint at;
    if (split_town_first(r, s, &at)) {
        r->city = (span){s.from, at};
        add_piece(r, at, s.to);
        return true;
    }
    if (ik_town_prefix(r->index, r->words, s.from, s.to) == s.from && split_town_last(r, s, &at)) {
        r->city = (span){at, s.to};
        add_piece(r, s.from, at);
        return true;
    }
    return false;
}

/* What stands beside a postcode is the town, perhaps with a street. */
static void take_beside(line_reader *r, span s)
{
    if (is_empty(s) || split_town(r, s))
        return;
    bool named = ik_town_prefix(r->index, r->words, s.from, s.to) > s.from;
    if (!named && (has_number(r, s.from, s.to) || ik_street_line_is_street(r->words, s.from, s.to)))
        add_piece(r, s.from, s.to);
    else
        r->city = s;
}

/* Behind a postcode may stand nothing, or only the country. */
static bool is_said_beside(const line_reader *r, span s)
{
    for (guint i = s.from; i < s.to; i++)
        if (ik_place_word(ik_words_fold(r->words, i), NULL) != IK_WORD_COUNTRY)
            return !ik_street_line_is_aside(r->words, s.from, s.to);
    return false;
}

static void take_postcode(line_reader *r, guint from, guint to, guint postcode)
{
    if (r->parts->postcode == NULL)
        r->parts->postcode = g_strdup(ik_words_fold(r->words, postcode));
    bool country = postcode > from && ik_line_is_country(r->words, postcode - 1);
    span before = {from, country ? postcode - 1 : postcode}, after = {postcode + 1, to};
    if (is_said_beside(r, after)) {
        take_beside(r, after);
        add_pieces(r, before.from, before.to, postcode);
    } else {
        take_beside(r, before);
    }
}

/* "4414 Dortmund", "D-441455 Dortmund", "Dortmund 4414": a number where the postcode belongs that is none. */
static bool take_bad_postcode(line_reader *r, guint from, guint to)
{
    bool country = ik_line_is_country(r->words, from);
    guint at = country ? from + 1 : from;
    const ik_word *word = ik_words_get(r->words, at);
    bool long_enough =
        word->is_number && word->fold_length != 5 && (word->fold_length > 3 || country);
    span rest = {at + 1, to};
    if (!long_enough) {
        const ik_word *last = ik_words_get(r->words, to - 1);
        at = to - 1;
        rest = (span){from, at};
        if (!last->is_number || last->fold_length != 4 || !is_town(r, rest))
            return false;
    } else if (is_empty(rest) || has_number(r, rest.from, rest.to) ||
               ik_street_line_is_street(r->words, rest.from, rest.to)) {
        return false;
    }
    r->parts->bad_postcode = ik_words_copy(r->words, at, at + 1);
    r->city = rest;
    return true;
}

static void cut_into_pieces(line_reader *r, bool want_town)
{
    guint n = ik_words_count(r->words);
    guint postcode = want_town ? ik_line_postcode(r->index, r->words) : n;
    bool want_bad = want_town && postcode == n && r->parts->postcode == NULL &&
                    r->parts->bad_postcode == NULL && r->parts->city == NULL;
    for (guint from = 0; from < n;) {
        guint to = piece_end(r->words, from);
        if (from <= postcode && postcode < to)
            take_postcode(r, from, to, postcode);
        else if (!want_bad || r->parts->bad_postcode != NULL || !take_bad_postcode(r, from, to))
            add_pieces(r, from, to, postcode);
        from = to;
    }
}

static void remove_piece(line_reader *r, guint i)
{
    g_array_remove_index(r->pieces, i);
}

/* Towns named in pieces of their own: "44359 Mengede, Dortmund" names one beside a locality. All are
 * kept, so that town.h sees when there are several. */
static char *take_named_town(line_reader *r)
{
    GString *text = g_string_new(NULL);
    g_autofree char *beside = ik_words_copy(r->words, r->city.from, r->city.to);
    if (beside != NULL)
        g_string_append(text, beside);
    bool known = beside != NULL &&
                 ik_town_prefix(r->index, r->words, r->city.from, r->city.to) > r->city.from;
    for (guint i = 0; i < r->pieces->len && !known;) {
        span town = *piece(r, i);
        if (!is_town(r, town)) {
            i++;
            continue;
        }
        remove_piece(r, i);
        g_autofree char *named = ik_words_copy(r->words, town.from, town.to);
        g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", named);
    }
    return g_string_free(text, text->len == 0);
}

static bool can_be_town(const line_reader *r, span s)
{
    for (guint i = s.from; i < s.to; i++)
        if (ik_words_get(r->words, i)->is_number)
            return false;
    return !ik_street_line_is_aside(r->words, s.from, s.to) &&
           !ik_street_line_is_street(r->words, s.from, s.to);
}

/* How well a piece serves as the town when none is named exactly: 2 it can be read as one, 1 it might. */
static guint town_rank(const line_reader *r, span s)
{
    if (!can_be_town(r, s))
        return 0;
    g_autofree char *text = ik_words_copy(r->words, s.from, s.to);
    ik_town town;
    ik_town_read(r->index, text, &town);
    guint rank = !town.is_written ? 0 : town.n_readings > 0 ? 2 : 1;
    ik_town_clear(&town);
    return rank;
}

static char *take_likely_town(line_reader *r)
{
    for (guint i = 0; i < r->pieces->len; i++) {
        span s = *piece(r, i);
        if (!ik_street_line_is_aside(r->words, s.from, s.to) && split_town(r, s)) {
            remove_piece(r, i);
            return ik_words_copy(r->words, r->city.from, r->city.to);
        }
    }
    guint best = 0, best_rank = 0;
    for (guint i = 0; i < r->pieces->len; i++) {
        guint rank = town_rank(r, *piece(r, i));
        if (rank > best_rank || (rank == best_rank && rank == 1)) {
            best = i;
            best_rank = rank;
        }
    }
    if (best_rank == 0)
        return NULL;
    span s = *piece(r, best);
    remove_piece(r, best);
    return ik_words_copy(r->words, s.from, s.to);
}

/* The number in a piece of its own, wherever it stands, if there is one only: "Ottostraße, Nr. 5". */
static span number_apart(const line_reader *r, guint street)
{
    span found = {0, 0};
    for (guint i = 0; i < r->pieces->len; i++) {
        span s = *piece(r, i);
        s.from = ik_street_line_number(r->words, s.from, s.to);
        if (i == street || is_empty(s))
            continue;
        if (!is_empty(found))
            return (span){0, 0};
        found = s;
    }
    return found;
}

static span number_of(const line_reader *r, guint i, const ik_street_line *line)
{
    return line->number_from < line->number_to ? (span){line->number_from, line->number_to}
                                               : number_apart(r, i);
}

static guint street_rank(const line_reader *r, guint i)
{
    span s = *piece(r, i);
    ik_street_line line = ik_street_line_read(r->words, s.from, s.to);
    bool is_number = ik_street_line_number(r->words, s.from, s.to) < s.to && r->pieces->len > 1;
    if (line.street_from >= line.street_to || is_number)
        return 0;
    bool street = ik_street_line_is_street(r->words, line.street_from, line.street_to);
    return 1u + (street ? 2u : 0u) + (is_empty(number_of(r, i, &line)) ? 0u : 4u);
}

static void take_street_of(const line_reader *r, ik_street_line line)
{
    if (r->parts->street == NULL) {
        r->parts->street = ik_words_copy(r->words, line.street_from, line.street_to);
        if (r->parts->house_number == NULL)
            r->parts->house_number = ik_words_copy(r->words, line.number_from, line.number_to);
    }
}

/* The piece that looks most like a street, if any ranks `least`. */
static void take_street(line_reader *r, guint least)
{
    guint best = 0, best_rank = 0;
    for (guint i = 0; i < r->pieces->len; i++) {
        guint rank = street_rank(r, i);
        if (rank >= least && rank > best_rank) {
            best = i;
            best_rank = rank;
        }
    }
    if (best_rank == 0 || r->parts->street != NULL)
        return;
    span s = *piece(r, best);
    ik_street_line line = ik_street_line_read(r->words, s.from, s.to);
    span number = number_of(r, best, &line);
    r->parts->street = ik_words_copy(r->words, line.street_from, line.street_to);
    if (r->parts->house_number == NULL)
        r->parts->house_number = ik_words_copy(r->words, number.from, number.to);
}

/* A column that holds one piece, with neither town nor postbox to look for: the street, and perhaps its number. */
static bool read_street_alone(const line_reader *r)
{
    guint n = ik_words_count(r->words);
    for (guint i = 0; i < n; i++)
        if ((i > 0 && starts_piece(r->words, i)) || is_postbox(r->words, i))
            return false;
    ik_street_line line = ik_street_line_read(r->words, 0, n);
    if (line.street_from < line.street_to)
        take_street_of(r, line);
    return true;
}

void ik_line_read(const ik_place_index *index, const ik_words *words, ik_line_kind kind,
                  ik_address_parts *parts)
{
    line_reader r = {.index = index, .words = words, .parts = parts};
    bool want_town = parts->city == NULL || parts->postcode == NULL;
    if (!want_town && kind == IK_LINE_STREET && read_street_alone(&r))
        return;
    r.pieces = g_array_new(FALSE, FALSE, sizeof(span));
    cut_into_pieces(&r, want_town);
    if (want_town && parts->city == NULL) {
        parts->city = take_named_town(&r);
        if (parts->city == NULL)
            parts->city = take_likely_town(&r);
    }
    take_street(&r, kind == IK_LINE_STREET ? 1 : LEAST_STREET_RANK);
    g_array_unref(r.pieces);
}
