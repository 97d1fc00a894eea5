/* answer_table.h — rows of a query in aligned columns for a terminal.   [catalogue] */
#ifndef IK_ANSWER_TABLE_H
#define IK_ANSWER_TABLE_H

#include "answer_rows.h"

/* Reads all rows before the first is written, because the widest cell makes the column. Long cells are cut; control
 * characters are shown as U+FFFD. */
bool ik_answer_table(ik_answer_buffer *buffer, ik_statement *query, GError **error);

#endif
