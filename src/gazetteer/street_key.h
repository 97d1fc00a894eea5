/* street_key.h — the key under which a street is filed and looked for.   [gazetteer]
 *
 * Spellings of one street have one key: "Adalbert-Stifter-Straße", "ADALBERT STIFTERSTR.", "Adalbert Stifter
 * Strasse" → "adalbertstifterstr". Words are folded (normalise.h), abbreviations that can mean one thing only are
 * written out or shortened, Roman ordinals become digits, and the words are glued together.
 */
#ifndef IK_STREET_KEY_H
#define IK_STREET_KEY_H

#include "normalise.h"

/* Longest key in bytes; what is longer is cut. */
#define IK_STREET_KEY_BYTES 120

/* Appends the key of the words from..to (exclusive) to `key`. Empty when there are none. */
void ik_street_key_append(const ik_words *words, guint from, guint to, GString *key);

/* The key of a whole name. Caller frees. */
char *ik_street_key(const char *name);

#endif
