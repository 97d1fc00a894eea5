/* street_search.c — the streets of a municipality that written words may mean.   [geocoder]
 *
 * A slip changes at most two letters of the set that a key is made of, and one of its length: that leaves few of a
 * town's streets for a true distance. Abbreviations are looked for word by word, so that "W. Brandt" finds Willy-Brandt
 * and not Westbrandt.
 */
#include "street_search.h"

#include "edit_distance.h"
#include "street_key.h"

#include <string.h>

enum { SHORTEST_SLIP = 5, SHORTEST_DOUBLE_SLIP = 11, MOST_WORDS = 12 };

static void add_hit(ik_street_hits *hits, guint32 street, ik_street_how how, guint from, guint to)
{
    if (hits->n < IK_STREET_HITS)
        hits->items[hits->n++] = (ik_street_hit){street, how, from, to};
}

/* Of streets with one key those whose umlauts are as written, if there are any. */
static void keep_same_umlauts(const ik_gazetteer *gazetteer, const ik_words *words, guint from,
                              guint to, ik_street_hits *hits)
{
    g_autofree char *text = ik_words_copy(words, from, to);
    g_autofree char *written = ik_street_key_with_umlauts(text);
    ik_street_hits same = {.n = 0};
    for (guint i = 0; i < hits->n; i++) {
        ik_gazetteer_street street = ik_gazetteer_street_get(gazetteer, hits->items[i].street);
        g_autofree char *key = ik_street_key_with_umlauts(street.name);
        if (strcmp(key, written) == 0)
            same.items[same.n++] = hits->items[i];
    }
    if (same.n > 0)
        *hits = same;
}

void ik_street_search_exact(const ik_gazetteer *gazetteer, guint32 municipality,
                            const ik_words *words, guint from, guint to, ik_street_hits *hits)
{
    g_autoptr(GString) key = g_string_sized_new(64);
    ik_street_key_append(words, from, to, key);
    if (key->len == 0)
        return;
    ik_gazetteer_range range = ik_gazetteer_find_streets(gazetteer, municipality, key->str);
    for (guint32 i = range.first; i < range.first + range.count; i++)
        add_hit(hits, i, IK_STREET_EXACT, from, to);
    if (hits->n > 1)
        keep_same_umlauts(gazetteer, words, from, to, hits);
}

static ik_street_signature signature_of(const char *key)
{
    ik_street_signature signature = {0, (guint32)strlen(key)};
    for (; *key != '\0'; key++) {
        if (*key >= 'a' && *key <= 'z')
            signature.letters |= 1u << (*key - 'a');
        else if (g_ascii_isdigit(*key))
            signature.letters |= 1u << 26;
    }
    return signature;
}

static bool has_same_digits(const char *a, const char *b)
{
    for (;;) {
        while (*a != '\0' && !g_ascii_isdigit(*a))
            a++;
        while (*b != '\0' && !g_ascii_isdigit(*b))
            b++;
        if (*a != *b)
            return false;
        if (*a == '\0')
            return true;
        a++;
        b++;
    }
}

/* How many of the first letters of a street's name are not the kind of street. */
static guint32 own_length(const char *key)
{
    gsize length = strlen(key);
    return (guint32)(g_str_has_suffix(key, "str") ? length - 3 : length);
}

/* A key with each ß or ss as one letter, for one slip may have made another of it ("Grokölnstraße"). */
static void join_ss(const char *key, char *joined)
{
    guint n = 0;
    for (; *key != '\0' && n < IK_EDIT_MAX_LENGTH; key++) {
        bool is_double = key[0] == 's' && key[1] == 's';
        joined[n++] = is_double ? 'S' : *key;
        key += is_double;
    }
    joined[n] = '\0';
}

static bool is_near(const char *a, const char *b, guint edits)
{
    return ik_edit_distance(a, b, edits) <= edits && has_same_digits(a, b);
}

static bool is_near_joined(const char *a, const char *b, guint edits)
{
    char first[IK_EDIT_MAX_LENGTH + 1], second[IK_EDIT_MAX_LENGTH + 1];
    if (strstr(a, "ss") == NULL && strstr(b, "ss") == NULL)
        return false;
    join_ss(a, first);
    join_ss(b, second);
    return is_near(first, second, edits);
}

/* "Von-Corels-Straße" for Von-Coels-Straße: a name with the e behind a vowel as a letter. */
static bool is_near_apart(const char *name, const char *key, guint edits)
{
    g_autofree char *apart = ik_street_letters_apart(name);
    if (strcmp(apart, name) == 0)
        return false;
    g_autofree char *letters = ik_street_key(apart);
    return is_near(letters, key, edits);
}

static bool has_hit(const ik_street_hits *hits, guint32 street)
{
    for (guint i = 0; i < hits->n; i++)
        if (hits->items[i].street == street)
            return true;
    return false;
}

typedef struct {
    guint edits;
    bool
        is_wide; /* whether an umlaut or a ß may have suffered, which is one slip in two letters of a key */
} slip;

static void find_slips(const ik_gazetteer *gazetteer, guint32 municipality, const char *key,
                       slip how, ik_street_hits *hits)
{
    ik_street_signature signature = signature_of(key);
    ik_gazetteer_range range = ik_gazetteer_streets_of(gazetteer, municipality);
    const guint32 end = range.first + range.count;
    for (guint32 i = range.first; i < end; i++) {
        i = ik_gazetteer_next_similar(gazetteer, i, end, signature,
                                      how.edits + (how.is_wide ? 1 : 0));
        if (i == G_MAXUINT32)
            return;
        const char *other = ik_gazetteer_street_key(gazetteer, i);
        bool is_hit = how.is_wide ? is_near_joined(other, key, how.edits) ||
                                        is_near_apart(ik_gazetteer_street_get(gazetteer, i).name,
                                                      key, how.edits)
                                  : is_near(other, key, how.edits);
        if (is_hit && !has_hit(hits, i))
            add_hit(hits, i, how.edits == 1 ? IK_STREET_EDIT1 : IK_STREET_EDIT2, 0, 0);
    }
}

/* Whether a written word stands for one of a name: the same, or its beginning with a dot behind it or as a single
 * letter. */
static bool stands_for(const ik_words *words, guint i, const ik_words *name, guint k)
{
    const char *written = ik_words_fold(words, i), *full = ik_words_fold(name, k);
    if (strcmp(written, full) == 0)
        return true;
    bool is_short = words->text[ik_words_get(words, i)->end] == '.' || written[1] == '\0';
    return is_short && !ik_words_get(words, i)->is_number && g_str_has_prefix(full, written);
}

/* The last word may have the kind of street glued on, so it is compared as a key. */
static bool has_same_end(const ik_words *words, guint to, const ik_words *name)
{
    g_autoptr(GString) a = g_string_new(NULL);
    g_autoptr(GString) b = g_string_new(NULL);
    guint n = ik_words_count(name);
    ik_street_key_append(words, to - 1, to, a);
    ik_street_key_append(name, n - 1, n, b);
    return strcmp(a->str, b->str) == 0 || stands_for(words, to - 1, name, n - 1);
}

static bool abbreviates(const ik_words *words, guint from, guint to, const char *name)
{
    ik_words full;
    ik_words_init(&full, name);
    guint n = ik_words_count(&full);
    bool same = n == to - from && n > 0 && has_same_end(words, to, &full);
    for (guint i = 0; same && i + 1 < n; i++)
        same = stands_for(words, from + i, &full, i);
    ik_words_clear(&full);
    return same;
}

/* "Str." at the end is in every key: it is no abbreviation that has to be looked for. */
static bool has_short_word(const ik_words *words, guint from, guint to)
{
    if (to > from && g_str_has_suffix(ik_words_fold(words, to - 1), "str"))
        to--;
    for (guint i = from; i < to; i++) {
        const ik_word *word = ik_words_get(words, i);
        if (!word->is_number && (word->fold_length == 1 || words->text[word->end] == '.'))
            return true;
    }
    return false;
}

static void find_abbreviated(const ik_gazetteer *gazetteer, guint32 municipality,
                             const ik_words *words, guint from, guint to, ik_street_hits *hits)
{
    /* A letter alone is no name: "K 37" is a road that the register does not have. */
    bool is_letter = to == from + 1 && ik_words_get(words, from)->fold_length == 1;
    if (to - from > MOST_WORDS || is_letter || !has_short_word(words, from, to))
        return;
    char first = *ik_words_fold(words, from);
    ik_gazetteer_range range = ik_gazetteer_streets_of(gazetteer, municipality);
    for (guint32 i = range.first; i < range.first + range.count; i++) {
        if (*ik_gazetteer_street_key(gazetteer, i) == first &&
            abbreviates(words, from, to, ik_gazetteer_street_brief(gazetteer, i).name))
            add_hit(hits, i, IK_STREET_ABBREVIATED, from, to);
    }
}

/* What was written, as keys that differ: the key; with every e as a letter of its own, for a slip may make an "ae" that
 * stands for no ä ("Bdaerweg"); as it is, for it may make an abbreviation ("Auf dr Hörn"). */
static GPtrArray *keys_of(const ik_words *words, guint from, guint to, const char *key)
{
    g_autofree char *text = ik_words_copy(words, from, to);
    g_autofree char *apart = ik_street_letters_apart(text);
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(keys, g_strdup(key));
    if (strcmp(apart, text) != 0)
        g_ptr_array_add(keys, ik_street_key(apart));
    GString *plain = g_string_new(NULL);
    for (guint i = from; i + 1 < to; i++)
        g_string_append(plain, ik_words_fold(words, i));
    ik_street_key_append(words, to - 1, to, plain);
    if (strcmp(plain->str, key) != 0)
        g_ptr_array_add(keys, g_string_free(plain, FALSE));
    else
        g_string_free(plain, TRUE);
    return keys;
}

/* The streets one slip away, or else two. */
static void find_slips_of(const ik_gazetteer *gazetteer, guint32 municipality,
                          const GPtrArray *keys, ik_street_hits *hits)
{
    static const slip HOWS[] = {{1, false}, {1, true}, {2, false}};
    static const guint SHORTEST[] = {0, SHORTEST_SLIP - 1, SHORTEST_DOUBLE_SLIP - 1};
    guint before = hits->n;
    for (gsize how = 0; how < G_N_ELEMENTS(HOWS) && hits->n == before; how++)
        for (guint i = 0; i < keys->len; i++) {
            const char *key = g_ptr_array_index(keys, i);
            if (own_length(key) >= SHORTEST[HOWS[how].edits])
                find_slips(gazetteer, municipality, key, HOWS[how], hits);
        }
}

void ik_street_search_near(const ik_gazetteer *gazetteer, guint32 municipality,
                           const ik_words *words, guint from, guint to, ik_street_hits *hits)
{
    g_autoptr(GString) key = g_string_sized_new(64);
    ik_street_key_append(words, from, to, key);
    if (key->len == 0 || key->len > IK_EDIT_MAX_LENGTH)
        return;
    guint before = hits->n;
    find_abbreviated(gazetteer, municipality, words, from, to, hits);
    if (hits->n == before) {
        g_autoptr(GPtrArray) keys = keys_of(words, from, to, key->str);
        find_slips_of(gazetteer, municipality, keys, hits);
    }
    for (guint i = before; i < hits->n; i++) {
        hits->items[i].from = from;
        hits->items[i].to = to;
    }
}
