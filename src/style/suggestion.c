/* suggestion.c — what somebody may have meant.   [style]
 *
 * Distance after Damerau and Levenshtein, two swapped neighbours counting as one change; by bytes,
 * as names of properties are ASCII.
 */
#include "suggestion.h"

#include <string.h>

#define MAX_WORD 64

static guint distance(const char *a, const char *b)
{
    guint rows[3][MAX_WORD + 1]; /* this one, the one before, the one before that */
    guint n = (guint)strlen(b), m = (guint)strlen(a);
    for (guint j = 0; j <= n; j++)
        rows[0][j] = j;
    for (guint i = 1; i <= m; i++) {
        guint *row = rows[i % 3], *last = rows[(i - 1) % 3], *last_but_one = rows[(i + 1) % 3];
        row[0] = i;
        for (guint j = 1; j <= n; j++) {
            guint change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = MIN(change, MIN(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = MIN(row[j], last_but_one[j - 2] + 1);
        }
    }
    return rows[m % 3][n];
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
