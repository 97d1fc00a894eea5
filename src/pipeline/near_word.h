/* near_word.h — "did you mean": the known word nearest to a misspelt one.   [pipeline] */
#ifndef IK_NEAR_WORD_H
#define IK_NEAR_WORD_H

#include <glib.h>

/* Text to append to a message: `; did you mean "zoom"?` when a known word is at most two edits away, otherwise
 * `; known are zoom, styles`. `known` ends with NULL. Caller frees. */
char *ik_near_word_hint(const char *word, const char *const *known);

#endif
