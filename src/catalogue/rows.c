/* rows.c — rows of one database into another.   [catalogue] */
#include "rows.h"

static ik_statement *new_insert(ik_db *to, const char *table, int columns, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    g_string_append_printf(sql, "INSERT INTO %s VALUES (", table);
    for (int i = 0; i < columns; i++)
        g_string_append(sql, i == 0 ? "?" : ", ?");
    g_string_append_c(sql, ')');
    return ik_statement_new(to, sql->str, error);
}

static bool copy_row(ik_statement *query, ik_statement *insert, GError **error)
{
    for (int i = 0; i < ik_column_count(query); i++)
        ik_bind_column(insert, i + 1, query, i);
    return ik_statement_run(insert, error);
}

bool ik_rows_copy(ik_db *from, const char *select, ik_db *to, const char *table, GError **error)
{
    g_autoptr(ik_statement) query = ik_statement_new(from, select, error);
    g_autoptr(ik_statement) insert =
        query == NULL ? NULL : new_insert(to, table, ik_column_count(query), error);
    bool row = insert != NULL;
    while (row) {
        if (!ik_statement_step(query, &row, error) || (row && !copy_row(query, insert, error)))
            return false;
    }
    return insert != NULL;
}
