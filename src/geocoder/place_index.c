/* place_index.c — written forms of the official names.   [geocoder] */
#include "place_index.h"

#include "edit_distance.h"
#include "place_words.h"

#include <stdlib.h>
#include <string.h>

struct ik_place_index {
    const ik_territory *territory;
    GStringChunk *keys;
    GArray *places;      /* of ik_place, sorted */
    const char **waters; /* by municipality, NULL where none */
    guint32 *seats;      /* by district */
};

/* Customary forms that no rule yields: key of the form, key of the official name. */
static const char *const CUSTOMARY[][2] = {
    {"berggladbach", "bergischgladbach"},
    {"beigladbach", "bergischgladbach"},
    {"cologne", "koln"},
    {"ddorf", "dusseldorf"},
    {"en", "enneperuhrkreis"},
    {"enkreis", "enneperuhrkreis"},
    {"enneperuhr", "enneperuhrkreis"},
    {"erftkreis", "rheinerftkreis"},
    {"hochsauerland", "hochsauerlandkreis"},
    {"hsk", "hochsauerlandkreis"},
    {"kreisaachen", "stadteregionaachen"},
    {"kreisneuss", "rheinkreisneuss"},
    {"markkreis", "markischerkreis"},
    {"mgladbach", "monchengladbach"},
    {"oberbergkreis", "oberbergischerkreis"},
    {"rheinbergkreis", "rheinischbergischerkreis"},
    {"rheinbergischerkreis", "rheinischbergischerkreis"},
    {"rheinsieg", "rheinsiegkreis"},
    {"rheinerft", "rheinerftkreis"},
};

enum { SHORTEST_PART = 4 };

static void add(ik_place_index *index, const char *key, ik_place_kind kind, guint32 place)
{
    ik_place item = {g_string_chunk_insert_const(index->keys, key), kind, place};
    g_array_append_val(index->places, item);
}

static void add_words(ik_place_index *index, const ik_words *words, guint from, guint to,
                      ik_place_kind kind, guint32 place)
{
    g_autoptr(GString) key = g_string_new(NULL);
    ik_place_key(words, from, to, key);
    add(index, key->str, kind, place);
}

/* Where the addition of an official name starts: the bracket, the slash, "an der", "am"; the number of
 * words where there is none. */
static guint addition_start(const ik_words *words)
{
    guint n = ik_words_count(words);
    for (guint i = 1; i < n; i++) {
        ik_gap gap = ik_words_get(words, i)->gap;
        if (gap == IK_GAP_OPEN || gap == IK_GAP_SLASH ||
            ik_place_word(ik_words_fold(words, i), NULL) == IK_WORD_LINK)
            return i;
    }
    return n;
}

/* "Mülheim" and, for "Mülheim a. d. R.", its addition as an initial. */
static void add_short_forms(ik_place_index *index, const ik_words *words, guint addition,
                            guint32 place)
{
    add_words(index, words, 0, addition, IK_PLACE_SHORT, place);
    g_autoptr(GString) key = g_string_new(NULL);
    ik_place_key(words, 0, addition, key);
    const char *full;
    ik_word_role role = ik_place_word(ik_words_fold(words, ik_words_count(words) - 1), &full);
    g_string_append_c(key, full[0]);
    add(index, key->str, IK_PLACE_SHORT, place);
    if (role == IK_WORD_WATER)
        index->waters[place] = g_string_chunk_insert_const(index->keys, full);
}

/* The halves of a double name: "Horn" and "Bad Meinberg". */
static void add_parts(ik_place_index *index, const ik_words *words, guint to, guint32 place)
{
    guint from = 0;
    for (guint i = 1; i <= to; i++) {
        if (i < to && ik_words_get(words, i)->gap != IK_GAP_HYPHEN)
            continue;
        bool is_whole = from == 0 && i == to;
        const ik_word *word = ik_words_get(words, from);
        if (!is_whole && (i - from > 1 || word->fold_length >= SHORTEST_PART))
            add_words(index, words, from, i, IK_PLACE_PART, place);
        from = i;
    }
}

static void add_municipality(ik_place_index *index, guint32 place)
{
    ik_words words;
    ik_words_init(&words, index->territory->municipalities[place].name);
    guint addition = addition_start(&words);
    add_words(index, &words, 0, ik_words_count(&words), IK_PLACE_NAME, place);
    if (addition < ik_words_count(&words))
        add_short_forms(index, &words, addition, place);
    if (addition > 1 && ik_words_is(&words, 0, "bad"))
        add_words(index, &words, 1, addition, IK_PLACE_SHORT, place);
    add_parts(index, &words, addition, place);
    ik_words_clear(&words);
}

/* The municipality of that district with that key; IK_NONE for none. */
static guint32 municipality_in(const ik_place_index *index, guint32 district, const char *key)
{
    ik_places places = ik_place_index_find(index, key);
    for (guint i = 0; i < places.count; i++) {
        const ik_place *place = &places.items[i];
        if (place->kind <= IK_PLACE_SHORT &&
            index->territory->municipalities[place->index].district == district)
            return place->index;
    }
    return IK_NONE;
}

/* The seat bears the last word of the district's name ("Rhein-Kreis Neuss") or the first
 * ("Siegen-Wittgenstein"). */
static guint32 find_seat(const ik_place_index *index, const ik_words *words, guint32 district)
{
    guint n = ik_words_count(words);
    guint32 seat = municipality_in(index, district, ik_words_fold(words, n - 1));
    return seat != IK_NONE ? seat : municipality_in(index, district, ik_words_fold(words, 0));
}

static void add_district(ik_place_index *index, guint32 place)
{
    const ik_district *district = &index->territory->districts[place];
    ik_words words;
    ik_words_init(&words, district->name);
    /* A town that is its own district is found by its name. */
    if (strcmp(district->kind, "Kreisfreie Stadt") != 0 && ik_words_count(&words) > 0) {
        add_words(index, &words, 0, ik_words_count(&words), IK_PLACE_DISTRICT, place);
        g_autoptr(GString) key = g_string_new("kreis");
        ik_place_key(&words, 0, ik_words_count(&words), key);
        add(index, key->str, IK_PLACE_DISTRICT, place);
    }
    ik_words_clear(&words);
}

/* Sorts by kind from the keys' point of view, then the greatest, then the smallest AGS. */
static int compare(const void *left, const void *right, void *data)
{
    const ik_place *a = left, *b = right;
    const ik_territory *territory = ((const ik_place_index *)data)->territory;
    int order = strcmp(a->key, b->key);
    if (order == 0)
        order = (int)a->kind - (int)b->kind;
    if (order == 0 && a->kind != IK_PLACE_DISTRICT) {
        guint32 more = territory->municipalities[a->index].population;
        guint32 less = territory->municipalities[b->index].population;
        order = (more < less) - (more > less);
    }
    return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static void sort(ik_place_index *index)
{
    g_array_sort_with_data(index->places, compare, index);
}

static void add_customary(ik_place_index *index)
{
    g_autoptr(GArray) customary = g_array_new(FALSE, FALSE, sizeof(ik_place));
    for (guint i = 0; i < G_N_ELEMENTS(CUSTOMARY); i++) {
        ik_places official = ik_place_index_find(index, CUSTOMARY[i][1]);
        if (official.items == NULL)
            continue; /* a territory need not be the whole of NRW */
        ik_place place = official.items[0];
        place.key = CUSTOMARY[i][0];
        if (place.kind != IK_PLACE_DISTRICT)
            place.kind = IK_PLACE_SHORT;
        g_array_append_val(customary, place);
    }
    g_array_append_vals(index->places, customary->data, customary->len);
}

static void find_seats(ik_place_index *index)
{
    for (guint32 i = 0; i < index->territory->n_districts; i++) {
        ik_words words;
        ik_words_init(&words, index->territory->districts[i].name);
        index->seats[i] = ik_words_count(&words) > 0 ? find_seat(index, &words, i) : IK_NONE;
        ik_words_clear(&words);
    }
}

ik_place_index *ik_place_index_new(const ik_territory *territory)
{
    ik_place_index *index = g_new0(ik_place_index, 1);
    index->territory = territory;
    index->keys = g_string_chunk_new(16384);
    index->places = g_array_new(FALSE, FALSE, sizeof(ik_place));
    index->waters = g_new0(const char *, territory->n_municipalities);
    index->seats = g_new(guint32, territory->n_districts);
    for (guint32 i = 0; i < territory->n_municipalities; i++)
        add_municipality(index, i);
    for (guint32 i = 0; i < territory->n_districts; i++)
        add_district(index, i);
    sort(index);
    add_customary(index);
    sort(index);
    find_seats(index);
    return index;
}

void ik_place_index_free(ik_place_index *index)
{
    if (index == NULL)
        return;
    g_string_chunk_free(index->keys);
    g_array_unref(index->places);
    g_free(index->waters);
    g_free(index->seats);
    g_free(index);
}

const ik_territory *ik_place_index_territory(const ik_place_index *index)
{
    return index->territory;
}

static const ik_place *place_at(const ik_place_index *index, guint i)
{
    return &g_array_index(index->places, ik_place, i);
}

ik_places ik_place_index_find(const ik_place_index *index, const char *key)
{
    guint low = 0, high = index->places->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (strcmp(place_at(index, middle)->key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    guint end = low;
    while (end < index->places->len && strcmp(place_at(index, end)->key, key) == 0)
        end++;
    return (ik_places){end > low ? place_at(index, low) : NULL, end - low};
}

static bool holds(const guint32 *numbers, guint count, guint32 number)
{
    for (guint i = 0; i < count; i++)
        if (numbers[i] == number)
            return true;
    return false;
}

static int compare_numbers(const void *left, const void *right)
{
    guint32 a = *(const guint32 *)left, b = *(const guint32 *)right;
    return (a > b) - (a < b);
}

guint ik_place_index_near(const ik_place_index *index, const char *key, guint edits,
                          guint32 *municipalities, guint room)
{
    guint found = 0, kept = 0;
    for (guint i = 0; i < index->places->len; i++) {
        const ik_place *place = place_at(index, i);
        if (place->kind > IK_PLACE_SHORT || ik_edit_distance(place->key, key, edits) != edits ||
            holds(municipalities, kept, place->index))
            continue;
        if (kept < room)
            municipalities[kept++] = place->index;
        found++;
    }
    qsort(municipalities, kept, sizeof *municipalities, compare_numbers);
    return found;
}

const char *ik_place_index_water(const ik_place_index *index, guint32 municipality)
{
    return index->waters[municipality];
}

guint32 ik_place_index_seat(const ik_place_index *index, guint32 district)
{
    return index->seats[district];
}
