/* suggestion.c — what somebody may have meant.   [style]
 *
 * Levenshtein's distance by bytes: names of properties are ASCII.
 */
#include "suggestion.h"

#include <string.h>

#define MAX_WORD 64

static guint distance(const char *a, const char *b)
{
    guint row[MAX_WORD + 1];
    guint n = (guint)strlen(b);
    for (guint j = 0; j <= n; j++)
        row[j] = j;
    for (guint i = 1; a[i - 1] != '\0'; i++) {
        guint diagonal = row[0];
        row[0] = i;
        for (guint j = 1; j <= n; j++) {
            guint change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = MIN(change, MIN(row[j], row[j - 1]) + 1);
        }
    }
    return row[n];
}

const char *ik_suggestion(const char *word, const char *const *names, guint n)
{
    gsize length = strlen(word);
    const char *best = NULL;
    guint fewest = (guint)length / 3 + 1;
    if (length > MAX_WORD)
        return NULL;
    for (guint i = 0; i < n; i++) {
        g_assert(strlen(names[i]) <= MAX_WORD);
        guint changes = distance(word, names[i]);
        if (changes < fewest) {
            fewest = changes;
            best = names[i];
        }
    }
    return best;
}
