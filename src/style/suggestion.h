/* suggestion.h — what somebody may have meant.   [style] */
#ifndef IK_SUGGESTION_H
#define IK_SUGGESTION_H

#include <glib.h>

/* The first of `n` names that takes the fewest insertions, deletions, changes and swaps of
 * neighbours to get from `word`; NULL when even that takes more than a third of the word. Borrowed from `names`.
 * O(n * length²).
 */
const char *ik_suggestion(const char *word, const char *const *names, guint n);

#endif
