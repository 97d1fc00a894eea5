/* text.h — the one table of texts, German and English.   [base]
 *
 * Keys are dotted ("summary.placed"); placeholders stand in braces ("{count}"). Languages: "de", "en".
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

/* The text with `{name}` replaced by the value that follows each name; ends with NULL. Caller frees. */
char *ik_text_format(const char *language, const char *key, ...) G_GNUC_NULL_TERMINATED;

/* `value` with the language's thousands separator ("12.345" / "12,345"), or with `decimals` after the
 * language's decimal sign. Independent of the process locale. Caller frees. */
char *ik_text_integer(const char *language, gint64 value);
char *ik_text_decimal(const char *language, double value, guint decimals);

G_END_DECLS

#endif
