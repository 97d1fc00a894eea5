/* clean_text.h — text as people type it, made fit to publish.   [catalogue]
 *
 * What strangers write may hold line breaks, doubled and hard blanks, control characters, and marks that turn
 * the direction of a line around and make it read as something else. The cleaned text is one line in NFC.
 */
#ifndef IK_CLEAN_TEXT_H
#define IK_CLEAN_TEXT_H

#include <glib.h>
#include <stdbool.h>

/* `text` in NFC, white space of every kind collapsed to one blank, trimmed, without control characters, soft
 * hyphens, byte order marks and direction marks; joiners of scripts that need them stay. Invalid UTF-8 becomes
 * U+FFFD. Never NULL; caller frees. */
char *ik_text_clean(const char *text);

/* Whether ik_text_clean would give the same text again, as far as a quick look can tell: false asks for it. */
bool ik_text_is_clean(const char *text);

/* The same line by line: lines end with one '\n' between them (CR, LF or both, a line or paragraph separator in `text`),
 * at most one in a row is empty, none at the beginning or the end. Never NULL; caller frees. */
char *ik_text_clean_lines(const char *text);

/* Letters and digits of `text` only, without case and accents, umlauts and their spellings alike: "Straße",
 * "STRASSE" and "Träger", "Traeger" are one. For comparing names, not for display. Caller frees. */
char *ik_text_fold(const char *text);

/* Whether anything is left of `text` when it is folded: a letter or a digit. */
bool ik_text_has_word(const char *text);

#endif
