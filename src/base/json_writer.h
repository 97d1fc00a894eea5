/* json_writer.h — writing JSON deterministically.   [base]
 *
 * Appends to a GString; keys stand in the order of the calls. Numbers are the shortest decimal form that
 * reads back, or rounded to given decimals; NaN and infinity are a caller's bug. Text is escaped so that it
 * may stand inside <script> too (`<`, `>`, `&`, U+2028, U+2029).
 */
#ifndef IK_JSON_WRITER_H
#define IK_JSON_WRITER_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    GString *out; /* borrowed */
    guint depth;
    guint indent; /* blanks a level; 0: one line */
    bool needs_comma;
    bool follows_key; /* the next value belongs to a key just written */
} ik_json_writer;

void ik_json_writer_init(ik_json_writer *writer, GString *out, guint indent);
void ik_json_begin_object(ik_json_writer *writer);
void ik_json_end_object(ik_json_writer *writer);
void ik_json_begin_array(ik_json_writer *writer);
void ik_json_end_array(ik_json_writer *writer);
void ik_json_key(ik_json_writer *writer, const char *key);
void ik_json_put_string(ik_json_writer *writer, const char *text); /* NULL: null */
void ik_json_put_integer(ik_json_writer *writer, gint64 value);
void ik_json_put_number(ik_json_writer *writer, double value);
void ik_json_put_rounded(ik_json_writer *writer, double value, guint decimals);
void ik_json_put_bool(ik_json_writer *writer, bool value);
void ik_json_put_null(ik_json_writer *writer);
void ik_json_put_strings(ik_json_writer *writer, const char *const *texts); /* an array; NULL: [] */
/* Appends text that is JSON already, as one value. */
void ik_json_put_raw(ik_json_writer *writer, const char *json);

/* Appends `value` rounded to `decimals` (0..9) without trailing zeros, "-0" as "0"; locale-free. */
void ik_append_rounded(GString *out, double value, guint decimals);

#endif
