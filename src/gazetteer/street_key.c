/* street_key.c — the key under which a street is filed and looked for.   [gazetteer]
 *
 * A word is rewritten by itself or together with the one behind it; then all are glued. A dot behind a word is what
 * tells an abbreviation from a word, and a Roman numeral from initials.
 */
#include "street_key.h"

#include <string.h>

/* Abbreviations that mean one thing wherever they stand. */
static const struct {
    const char *word, *meaning;
} WRITTEN_OUT[] = {
    {"st", "sankt"},
    {"dr", "doktor"},
    {"prof", "professor"},
    {"bgm", "burgermeister"},
    {"bgmstr", "burgermeister"},
    {"burgerm", "burgermeister"},
    {"gebr", "gebruder"},
    {"u", "und"},
};

/* Pairs of letters: "a. d. Kapelle". */
static const struct {
    const char *first, *second, *meaning;
} PAIRS[] = {{"a", "d", "ander"}, {"v", "d", "vonder"}, {"i", "d", "inder"}};

static const char *const ROMAN[] = {"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                    "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                    "xv",   "xvi", "xvii", "xviii", "xix", "xx"};

static bool is_dotted(const ik_words *words, guint i)
{
    return words->text[ik_words_get(words, i)->end] == '.';
}

/* 1..20, 0 for none. */
static guint roman(const char *word)
{
    for (guint i = 0; i < G_N_ELEMENTS(ROMAN); i++)
        if (strcmp(word, ROMAN[i]) == 0)
            return i + 1;
    return 0;
}

static const char *pair(const ik_words *words, guint i, guint to)
{
    if (ik_words_get(words, i)->fold_length != 1)
        return NULL;
    for (gsize n = 0; i + 1 < to && n < G_N_ELEMENTS(PAIRS); n++)
        if (ik_words_is(words, i, PAIRS[n].first) && ik_words_is(words, i + 1, PAIRS[n].second))
            return PAIRS[n].meaning;
    return NULL;
}

static const char *written_out(const char *word)
{
    for (gsize n = 0; strchr("sdpbgu", word[0]) != NULL && n < G_N_ELEMENTS(WRITTEN_OUT); n++)
        if (strcmp(word, WRITTEN_OUT[n].word) == 0)
            return WRITTEN_OUT[n].meaning;
    return NULL;
}

/* A word by itself, but for what its end stands for. */
static void append_end(const ik_words *words, guint i, bool is_last, GString *key)
{
    const char *word = ik_words_fold(words, i);
    gsize length = strlen(word);
    if (length < 2 || (word[length - 1] != 'e' && word[length - 1] != 'l')) {
        g_string_append_len(key, word, (gssize)length);
        return;
    }
    bool is_pl = strcmp(word, "pl") == 0 && (is_last || is_dotted(words, i));
    if (g_str_has_suffix(word, "strasse"))
        g_string_append_len(key, word, (gssize)(length - strlen("asse")));
    else if (is_pl || (is_dotted(words, i) && g_str_has_suffix(word, "pl")))
        g_string_append_printf(key, "%satz", word);
    else
        g_string_append_len(key, word, (gssize)length);
}

/* Appends word `i`, with the next one if they belong together; returns how many words that were. */
static guint append_word(const ik_words *words, guint i, guint from, guint to, GString *key)
{
    const char *word = ik_words_fold(words, i);
    const char *meaning = pair(words, i, to);
    if (meaning != NULL) {
        g_string_append(key, meaning);
        return 2;
    }
    guint ordinal = i == from && i + 1 < to && is_dotted(words, i) ? roman(word) : 0;
    if (ordinal > 0)
        g_string_append_printf(key, "%u", ordinal);
    else if (i > from && strcmp(word, "v") == 0)
        g_string_append(key, "von");
    else if ((meaning = written_out(word)) != NULL)
        g_string_append(key, meaning);
    else
        append_end(words, i, i + 1 == to, key);
    return 1;
}

void ik_street_key_append(const ik_words *words, guint from, guint to, GString *key)
{
    gsize start = key->len;
    for (guint i = from; i < to;)
        i += append_word(words, i, from, to, key);
    if (key->len - start <= IK_STREET_KEY_BYTES)
        return;
    gsize end = start + IK_STREET_KEY_BYTES;
    while (((guchar)key->str[end] & 0xC0) == 0x80)
        end--;
    g_string_truncate(key, end);
}

char *ik_street_key(const char *name)
{
    ik_words words;
    ik_words_init(&words, name);
    GString *key = g_string_sized_new(48);
    ik_street_key_append(&words, 0, ik_words_count(&words), key);
    ik_words_clear(&words);
    return g_string_free(key, FALSE);
}

char *ik_street_letters_apart(const char *name)
{
    GString *apart = g_string_new(NULL);
    for (const char *at = name; *at != '\0'; at++) {
        bool umlaut = at > name && strchr("aouAOU", at[-1]) != NULL && (*at == 'e' || *at == 'E');
        if (umlaut)
            g_string_append(apart, "é");
        else
            g_string_append_c(apart, *at);
    }
    return g_string_free(apart, FALSE);
}

char *ik_street_key_with_umlauts(const char *name)
{
    static const char *const UMLAUTS[][2] = {{"ä", "aé"}, {"ö", "oé"}, {"ü", "ué"},
                                             {"Ä", "Aé"}, {"Ö", "Oé"}, {"Ü", "Ué"}};
    g_autofree char *composed = g_utf8_normalize(name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    g_autofree char *written = ik_street_letters_apart(composed != NULL ? composed : name);
    GString *apart = g_string_new(written);
    for (gsize i = 0; i < G_N_ELEMENTS(UMLAUTS); i++)
        g_string_replace(apart, UMLAUTS[i][0], UMLAUTS[i][1], 0);
    char *key = ik_street_key(apart->str);
    g_string_free(apart, TRUE);
    return key;
}
