/* rows.h — rows of one database into another.   [catalogue] */
#ifndef IK_ROWS_H
#define IK_ROWS_H

#include "sqlite.h"

/* Inserts what `select` answers in `from` into `table` of `to`: as many columns, in the order of the table's. */
bool ik_rows_copy(ik_db *from, const char *select, ik_db *to, const char *table, GError **error);

#endif
