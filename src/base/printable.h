/* printable.h — what strangers wrote, made fit for a message on a terminal.   [base]
 *
 * Messages quote names, keys and values of foreign files. An escape character among them would give commands
 * to the terminal that shows the message, a direction mark would make it read as something else.
 */
#ifndef IK_PRINTABLE_H
#define IK_PRINTABLE_H

#include <glib.h>

/* `text` as valid UTF-8 with U+FFFD for every control character, line separator and invisible format character.
 * Caller frees. */
char *ik_printable(const char *text);

/* Does that to the message of an error; NULL and an unset error are accepted. */
void ik_error_make_printable(GError **error);

#endif
