/* csv_append.h — writing CSV records that spreadsheets read and do not run.   [base] */
#ifndef IK_CSV_APPEND_H
#define IK_CSV_APPEND_H

#include <glib.h>
#include <stdbool.h>

/* Appends one record in RFC 4180 form, with CRLF.
 *
 *   fields  valid UTF-8; NULL stands for an empty field
 *   defuse  a field that a spreadsheet would take for a formula (it starts with = + - @, tab, CR
 *           or LF) gets an apostrophe in front; plain numbers such as -1.5 or +3 are excepted
 *
 * A field is quoted when it holds the separator, a quote or a line break, or starts or ends with a
 * blank or tab.
 */
void ik_csv_append(GString *out, char separator, bool defuse, const char *const *fields,
                   guint n_fields);

/* One field of a record in the same form; the separators and the line end are the caller's. */
void ik_csv_append_field(GString *out, char separator, bool defuse, const char *field);

#endif
