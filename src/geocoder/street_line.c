/* street_line.c — where the street ends and the house number begins.   [geocoder]
 *
 * The number is the last one that is no ordinal ("17. Juni") and stands at the end, before a floor, or
 * behind a word that ends like a street, or has a letter. Any other number that a longer word follows
 * belongs to the name ("Am 30 Morgen").
 */
#include "street_line.h"

#include <string.h>

enum {
    LONGEST_NUMBER = 4, /* digits of a house number */
    LONGEST_GLUED = 3,  /* letters glued to it */
    LONGEST_ALONE = 3   /* digits of a number between commas: more are a postcode that is none */
};

static const char *const STREET_ENDS[] = {
    "strasse",  "str",       "weg",    "platz",   "allee",     "gasse", "ring", "ufer",
    "damm",     "wall",      "graben", "steig",   "pfad",      "markt", "kamp", "stieg",
    "chaussee", "promenade", "pl",     "hellweg", "esplanade", "meile"};
static const char *const STREET_STARTS[] = {"am",  "an",  "auf", "im",     "in",
                                            "zum", "zur", "vor", "hinter", "unter"};
static const char *const UNITS[] = {
    "og",         "eg",          "ug",           "dg",       "etage",   "stock",       "stockwerk",
    "hinterhaus", "whg",         "wohnung",      "app",      "apt",     "appartement", "apartment",
    "zimmer",     "zi",          "raum",         "aufgang",  "eingang", "gebaude",     "geb",
    "vorderhaus", "erdgeschoss", "obergeschoss", "postfach", "pf",      "postbox",     "tel",
    "telefon",    "fax",         "mobil",        "email"};

static bool is_one_of(const char *fold, const char *const *list, gsize n)
{
    for (gsize i = 0; i < n; i++)
        if (*fold == *list[i] && strcmp(fold, list[i]) == 0)
            return true;
    return false;
}

static bool is_care_of(const ik_words *words, guint i, guint to)
{
    if (i + 1 >= to)
        return false;
    bool care_of = ik_words_is(words, i, "c") && ik_words_is(words, i + 1, "o") &&
                   ik_words_get(words, i + 1)->gap == IK_GAP_SLASH;
    bool hands = (ik_words_is(words, i, "z") || ik_words_is(words, i, "zu")) &&
                 (ik_words_is(words, i + 1, "hd") || ik_words_is(words, i + 1, "hdn") ||
                  ik_words_is(words, i + 1, "handen"));
    return care_of || hands;
}

/* "Tel-Aviv-Straße" is a street. */
static bool is_unit(const ik_words *words, guint i)
{
    bool is_joined = i + 1 < ik_words_count(words) &&
                     ik_words_get(words, i + 1)->gap == IK_GAP_HYPHEN &&
                     !ik_words_get(words, i + 1)->is_number;
    return !is_joined && is_one_of(ik_words_fold(words, i), UNITS, G_N_ELEMENTS(UNITS));
}

/* "2. OG" is a floor from its number on. */
static bool is_ordinal_of_unit(const ik_words *words, guint i, guint to)
{
    return ik_words_get(words, i)->is_number && i + 1 < to && is_unit(words, i + 1) &&
           ik_words_get(words, i + 1)->gap <= IK_GAP_DOT &&
           words->text[ik_words_get(words, i)->end] == '.';
}

bool ik_street_line_is_aside(const ik_words *words, guint i, guint to)
{
    bool address_of_mail = i + 1 < to && ik_words_get(words, i + 1)->gap == IK_GAP_AT;
    return is_care_of(words, i, to) || is_unit(words, i) || is_ordinal_of_unit(words, i, to) ||
           address_of_mail;
}

static bool ends_like_street(const char *fold)
{
    for (gsize i = 0; i < G_N_ELEMENTS(STREET_ENDS); i++)
        if (g_str_has_suffix(fold, STREET_ENDS[i]))
            return true;
    return false;
}

bool ik_street_line_is_street(const ik_words *words, guint from, guint to)
{
    if (from >= to)
        return false;
    return ends_like_street(ik_words_fold(words, to - 1)) ||
           (to > from + 1 &&
            is_one_of(ik_words_fold(words, from), STREET_STARTS, G_N_ELEMENTS(STREET_STARTS)));
}

/* A number that can be one of a house: short, and no ordinal. */
static bool is_house_number(const ik_words *words, guint i, guint to)
{
    const ik_word *word = ik_words_get(words, i);
    bool ordinal = words->text[word->end] == '.' && i + 1 < to &&
                   !ik_words_get(words, i + 1)->is_number &&
                   ik_words_get(words, i + 1)->gap <= IK_GAP_DOT;
    return word->is_number && word->fold_length <= LONGEST_NUMBER && !ordinal;
}

/* Letters of a house number: "5a", "5 a", "7bb", "16a/b", "48e-l", but not "5 - E. Meier" or "5EG". */
static bool is_suffix(const ik_words *words, guint i)
{
    const ik_word *word = ik_words_get(words, i), *former = ik_words_get(words, i - 1);
    if (word->is_number || is_unit(words, i))
        return false;
    if (word->gap == IK_GAP_NONE)
        return word->fold_length <= LONGEST_GLUED;
    bool is_marked =
        word->gap == IK_GAP_HYPHEN || word->gap == IK_GAP_PLUS || word->gap == IK_GAP_SLASH;
    bool is_tight = is_marked && word->start == former->end + 1 && words->text[word->end] != '.';
    return word->fold_length == 1 && (word->gap == IK_GAP_BLANK || is_tight);
}

/* A further number: "12-14", "12/14", "12 + 14", "7 1/2", "13a2". */
static bool is_further(const ik_words *words, guint i, guint to)
{
    const ik_word *word = ik_words_get(words, i);
    if (!word->is_number || word->fold_length > LONGEST_NUMBER)
        return false;
    bool is_fraction =
        word->gap == IK_GAP_BLANK && i + 1 < to && ik_words_get(words, i + 1)->gap == IK_GAP_SLASH;
    return is_fraction || word->gap == IK_GAP_NONE || word->gap == IK_GAP_HYPHEN ||
           word->gap == IK_GAP_PLUS || word->gap == IK_GAP_SLASH;
}

/* The word behind the house number that starts at `i`. */
static guint number_end(const ik_words *words, guint i, guint to)
{
    guint end = i + 1;
    while (end < to && (is_suffix(words, end) || is_further(words, end, to)))
        end++;
    return end;
}

static guint first_aside(const ik_words *words, guint from, guint to)
{
    if (to == from + 1) /* a word alone is the street, whatever it means elsewhere: "Stock" */
        return to;
    for (guint i = from; i < to; i++)
        if (ik_street_line_is_aside(words, i, to))
            return i;
    return to;
}

/* "Nr." in front of the number is no part of the street. */
static guint without_label(const ik_words *words, guint from, guint to)
{
    static const char *const LABELS[] = {"nr", "no", "hausnummer", "hnr"};
    while (to > from && is_one_of(ik_words_fold(words, to - 1), LABELS, G_N_ELEMENTS(LABELS)))
        to--;
    return to;
}

/* Tries the number at `i`; `aside` is where the words end that count. */
static bool take_number(const ik_words *words, guint i, guint aside, ik_street_line *line)
{
    guint from = line->street_from;
    guint end = number_end(words, i, aside);
    bool has_letter = end == i + 2 && !ik_words_get(words, i + 1)->is_number;
    bool settles = end == aside || has_letter || ik_words_get(words, end)->gap >= IK_GAP_HYPHEN ||
                   ends_like_street(ik_words_fold(words, without_label(words, from, i) - 1));
    if (!settles)
        return false;
    line->street_to = without_label(words, from, i);
    line->number_from = i;
    line->number_to = line->rest = end;
    return true;
}

guint ik_street_line_number(const ik_words *words, guint from, guint to)
{
    guint number = from;
    while (number < to && without_label(words, number, number + 1) == number)
        number++;
    bool is_whole = number < to && is_house_number(words, number, to) &&
                    number_end(words, number, to) == to && ik_words_fold(words, number)[0] != '0';
    bool is_short =
        number > from || (is_whole && ik_words_get(words, number)->fold_length <= LONGEST_ALONE);
    return is_whole && is_short ? number : to;
}

/* "25 Straße": no street is called that, while "5 Markt" and "5 Esplanade" are. */
static bool is_kind_alone(const ik_words *words, guint from, guint to)
{
    return to == from + 1 &&
           (ik_words_is(words, from, "strasse") || ik_words_is(words, from, "str"));
}

/* Whether a dash with blanks around it stands between two words, neither of them a number. */
static bool is_parted(const ik_words *words, guint i)
{
    const ik_word *word = ik_words_get(words, i), *former = ik_words_get(words, i - 1);
    return word->gap == IK_GAP_HYPHEN && words->text[former->end] == ' ' &&
           words->text[word->start - 1] == ' ' && !word->is_number && !former->is_number;
}

/* "Brauhaus Albrecht - Adolphsbrücke 7": what stands in front of the dash is no street. */
static guint without_venue(const ik_words *words, guint from, guint to)
{
    for (guint i = to; i-- > from + 1;)
        if (is_parted(words, i) && !ik_street_line_is_street(words, from, i))
            return i;
    return from;
}

ik_street_line ik_street_line_read(const ik_words *words, guint from, guint to)
{
    guint aside = first_aside(words, from, to);
    from = without_venue(words, from, aside);
    ik_street_line line = {from, aside, aside, aside, aside};
    if (from < aside && is_house_number(words, from, aside)) {
        guint end = number_end(words, from, aside);
        if (ik_street_line_is_street(words, end, aside) && !is_kind_alone(words, end, aside))
            return (ik_street_line){end, aside, from, end, aside};
    }
    for (guint i = from + 1; i < aside; i++) {
        bool starts = is_house_number(words, i, aside) && without_label(words, from, i) > from;
        if (starts && take_number(words, i, aside, &line))
            break;
    }
    return line;
}
