/* answer_rows.h — rows of a query as a table, CSV or JSON, piece by piece.   [catalogue]
 *
 * Text that is no UTF-8 (the file may come from anywhere) is repaired, bytes are written in hex, a number that is none is
 * written as nothing.
 */
#ifndef IK_ANSWER_ROWS_H
#define IK_ANSWER_ROWS_H

#include "sqlite.h"

#include <ideenkarte/catalogue_file.h>

/* Text on its way to the caller. */
typedef struct {
    GString *text; /* not handed over yet; owned */
    const ik_answer *answer;
} ik_answer_buffer;

void ik_answer_buffer_init(ik_answer_buffer *buffer, const ik_answer *answer);
/* Hands over what is there when it is much, or `all`. */
bool ik_answer_buffer_flush(ik_answer_buffer *buffer, bool all, GError **error);
void ik_answer_buffer_clear(ik_answer_buffer *buffer);

/* Runs `query`, its parameters bound, and writes every row. */
bool ik_answer_write(const ik_answer *answer, ik_statement *query, GError **error);

/* Steps to the next row while the answer may have more than `n`; false on error. */
bool ik_answer_step(const ik_answer *answer, ik_statement *query, guint64 n, bool *row,
                    GError **error);

/* The text of a column as valid UTF-8; NULL for NULL. `*owned` takes what must be freed, if anything. */
const char *ik_answer_text(ik_statement *query, int column, char **owned);

#endif
