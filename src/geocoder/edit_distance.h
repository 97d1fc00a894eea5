/* edit_distance.h — how many slips of the pen lie between two words.   [geocoder] */
#ifndef IK_EDIT_DISTANCE_H
#define IK_EDIT_DISTANCE_H

#include <glib.h>

/* Longest word that is compared; longer ones are further apart than any limit. */
#define IK_EDIT_MAX_LENGTH 64

/* Damerau-Levenshtein distance (optimal string alignment) of two folded words in bytes: a letter
 * missing, too many, wrong, or two neighbours swapped counts one. Anything above `limit` is returned as
 * limit + 1. O(length²) at most; the difference in length alone often decides. */
guint ik_edit_distance(const char *a, const char *b, guint limit);

#endif
