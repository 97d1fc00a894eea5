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

/* The key with an ä or ae as "ae" that differs from an a: "Forster Straße" is not "Försterstraße". Caller frees. */
char *ik_street_key_with_umlauts(const char *name);

/* `name` with each e behind a, o or u as an é, which makes no umlaut with the letter in front. Caller frees. */
char *ik_street_letters_apart(const char *name);

#endif
