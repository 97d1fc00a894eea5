/* near_word.c — proposing a word.   [pipeline]
 *
 * Levenshtein distance over bytes: the words are our own ASCII keys.
 */
#include "near_word.h"

#include <string.h>

#define MAX_WORD 63

static guint edit_distance(const char *a, const char *b)
{
    gsize n = strlen(a), m = strlen(b);
    guint row[MAX_WORD + 1];
    if (n > MAX_WORD || m > MAX_WORD)
        return MAX_WORD;
    for (guint j = 0; j <= m; j++)
        row[j] = j;
    for (guint i = 1; i <= n; i++) {
        guint diagonal = row[0];
        row[0] = i;
        for (guint j = 1; j <= m; j++) {
            guint substituted = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = MIN(substituted, MIN(row[j], row[j - 1]) + 1);
        }
    }
    return row[m];
}

char *ik_near_word_hint(const char *word, const char *const *known)
{
    const char *nearest = NULL;
    guint best = 3;
    for (const char *const *candidate = known; *candidate; candidate++) {
        guint distance = edit_distance(word, *candidate);
        if (distance < best) {
            best = distance;
            nearest = *candidate;
        }
    }
    if (nearest)
        return g_strdup_printf("; did you mean \"%s\"?", nearest);
    GString *list = g_string_new("; known are ");
    for (const char *const *word_known = known; *word_known; word_known++)
        g_string_append_printf(list, "%s%s", word_known == known ? "" : ", ", *word_known);
    return g_string_free(list, FALSE);
}
