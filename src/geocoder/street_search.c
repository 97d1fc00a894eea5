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

static void find_slips(const ik_gazetteer *gazetteer, guint32 municipality, const char *key,
                       guint edits, ik_street_hits *hits)
{
    ik_street_signature signature = signature_of(key);
    ik_gazetteer_range range = ik_gazetteer_streets_of(gazetteer, municipality);
    const guint32 end = range.first + range.count;
    for (guint32 i = range.first; i < end; i++) {
        i = ik_gazetteer_next_similar(gazetteer, i, end, signature, edits);
        if (i == G_MAXUINT32)
            return;
        const char *other = ik_gazetteer_street_key(gazetteer, i);
        if (ik_edit_distance(other, key, edits) == edits && has_same_digits(other, key))
            add_hit(hits, i, edits == 1 ? IK_STREET_EDIT1 : IK_STREET_EDIT2, 0, 0);
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

static bool has_short_word(const ik_words *words, guint from, guint to)
{
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
    if (to - from > MOST_WORDS || !has_short_word(words, from, to))
        return;
    char first = *ik_words_fold(words, from);
    ik_gazetteer_range range = ik_gazetteer_streets_of(gazetteer, municipality);
    for (guint32 i = range.first; i < range.first + range.count; i++) {
        if (*ik_gazetteer_street_key(gazetteer, i) == first &&
            abbreviates(words, from, to, ik_gazetteer_street_brief(gazetteer, i).name))
            add_hit(hits, i, IK_STREET_ABBREVIATED, from, to);
    }
}

/* A slip may make an "ae" that stands for no ä ("Bdaerweg"): the key with every written e as a letter of its own; NULL
 * where that is the same. An é is an e that no vowel takes in. */
static char *key_of_letters(const ik_words *words, guint from, guint to)
{
    g_autofree char *text = ik_words_copy(words, from, to);
    GString *apart = g_string_new(NULL);
    bool differs = false;
    for (const char *at = text; *at != '\0'; at++) {
        bool umlaut = at > text && strchr("aouAOU", at[-1]) != NULL && (*at == 'e' || *at == 'E');
        differs = differs || umlaut;
        if (umlaut)
            g_string_append(apart, "é");
        else
            g_string_append_c(apart, *at);
    }
    char *key = differs ? ik_street_key(apart->str) : NULL;
    g_string_free(apart, TRUE);
    return key;
}

/* The streets one slip from either key, or else two. */
static void find_slips_of(const ik_gazetteer *gazetteer, guint32 municipality, const char *key,
                          const char *letters, ik_street_hits *hits)
{
    static const guint SHORTEST[] = {0, SHORTEST_SLIP - 1, SHORTEST_DOUBLE_SLIP - 1};
    guint before = hits->n;
    for (guint edits = 1; edits <= 2 && hits->n == before; edits++) {
        if (own_length(key) >= SHORTEST[edits])
            find_slips(gazetteer, municipality, key, edits, hits);
        if (hits->n == before && letters != NULL && own_length(letters) >= SHORTEST[edits])
            find_slips(gazetteer, municipality, letters, edits, hits);
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
        g_autofree char *letters = key_of_letters(words, from, to);
        find_slips_of(gazetteer, municipality, key->str, letters, hits);
    }
    for (guint i = before; i < hits->n; i++) {
        hits->items[i].from = from;
        hits->items[i].to = to;
    }
}
