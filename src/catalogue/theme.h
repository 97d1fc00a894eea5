/* theme.h — what a project is about, by a few agreed keys and any others.   [catalogue]
 *
 * Agreed keys: internship training work language everyday_life coaching recognition funding_advice
 * volunteering. German and English names of these are recognised; anything else is kept as written.
 */
#ifndef IK_THEME_H
#define IK_THEME_H

#include <glib.h>
#include <stdbool.h>

/* The themes of a cell, separated by `|`, `;` or `,`: agreed key where the name is known, else as written.
 * NULL-terminated, sorted bytewise, without doubles. `text` may be NULL. Caller frees. */
char **ik_themes_parse(const char *text);

/* The first of them as it is written there; NULL when there is none. Caller frees. */
char *ik_themes_first(const char *text);

/* The agreed keys, sorted, ending with NULL. Static. */
const char *const *ik_themes_agreed(void);

/* Whether `theme` is one of the agreed keys. */
bool ik_theme_is_agreed(const char *theme);

#endif
