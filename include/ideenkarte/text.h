/* text.h — the one table of texts, in the languages of the published pages.   [base]
 *
 * Keys are dotted ("summary.placed"); placeholders stand in braces ("{count}"). Languages: "de", "en", "ar" and "leicht"
 * (Leichte Sprache, German by rules for people who read with difficulty). What stands in a terminal or in a clerk's list
 * is German or English; a text that Arabic lacks is English, one that Leichte Sprache lacks is German.
 */
#ifndef IDEENKARTE_TEXT_H
#define IDEENKARTE_TEXT_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* The text of `key` in `language`; an unknown key or language is a caller's bug. Static. */
const char *ik_text(const char *language, const char *key);
bool ik_text_has(const char *key);
bool ik_text_is_language(const char *language);

/* What an attribute `lang` says of it (BCP 47): "leicht" is "de-simple", the others are their own tag. Static. */
const char *ik_text_tag(const char *language);
/* "rtl" for Arabic, "ltr" for the others. Static. */
const char *ik_text_direction(const char *language);
/* "de" or "en": in which of the two stands what the table lacks, and what exists in those two only. Static. */
const char *ik_text_fallback(const char *language);

/* The keys that begin with `prefix`, sorted bytewise. Caller frees the array; the keys are static. */
const char **ik_text_keys(const char *prefix);

/* The text with `{name}` replaced by the value that follows each name; ends with NULL. Where the value of `count` is "1" and
 * the table has `key`_one, it is that text. Caller frees. */
char *ik_text_format(const char *language, const char *key, ...) G_GNUC_NULL_TERMINATED;

/* `value` with the language's thousands separator ("12.345" / "12,345"; Arabic with European digits, as in house numbers
 * and postcodes, and English signs), or with `decimals` after the
 * language's decimal sign. Independent of the process locale. Caller frees. */
char *ik_text_integer(const char *language, gint64 value);
char *ik_text_decimal(const char *language, double value, guint decimals);

G_END_DECLS

#endif
