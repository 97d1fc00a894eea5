/* place_words.h — what the small words in names of towns mean.   [geocoder]
 *
 * "an der", "Stadt", "Ortsteil", "(Westf.)", "Kreis": each has a role in a written name of a town, and
 * abbreviations have a full form. Both the index and the reader of towns ask here.
 */
#ifndef IK_PLACE_WORDS_H
#define IK_PLACE_WORDS_H

#include "normalise.h"

typedef enum {
    IK_WORD_PLAIN,
    IK_WORD_LINK,     /* an, der, am, in: no part of a key unless it comes first */
    IK_WORD_NEAR,     /* bei, b.: what follows only says whereabouts the town lies */
    IK_WORD_TITLE,    /* Stadt, Gemeinde, Landeshauptstadt */
    IK_WORD_COUNTRY,  /* Deutschland, NRW */
    IK_WORD_DISTRICT, /* Kreis, Landkreis, Kr. */
    IK_WORD_PART,     /* Ortsteil, OT, Stadtbezirk */
    IK_WORD_WATER,    /* Ruhr, Rhein, Sieg, See: tells towns of one name apart */
    IK_WORD_LANDSCAPE, /* Westf., Rhld., Sauerland: lies over many towns and contradicts none in NRW */
    IK_WORD_ELSEWHERE /* Saale, Hessen, Berlin: behind a town's name it means another town */
} ik_word_role;

/* The role of a folded word, and in `*full` (may be NULL) the form that stands for all its spellings:
 * "westfalen" → "westf", "st" → "sankt"; otherwise `fold` itself. */
ik_word_role ik_place_word(const char *fold, const char **full);

/* Appends the key of the words from..to (exclusive): full forms glued together, without links and
 * numbers, so that "Castrop Rauxel" and "Castrop-Rauxel", "Mülheim (Ruhr)" and "Mülheim an der Ruhr"
 * are one. */
void ik_place_key(const ik_words *words, guint from, guint to, GString *key);

#endif
