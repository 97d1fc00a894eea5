/* sample_query.h — the answer of an SQL query as one text.   [tests] */
#ifndef IK_SAMPLE_QUERY_H
#define IK_SAMPLE_QUERY_H

#include "sqlite.h"
#include "test_support.h"

/* Fails the test unless the query's only column, row by row joined by blanks, is `expected`; NULL is "–". */
static inline void sample_assert_query(ik_db *db, const char *sql, const char *expected)
{
    GError *error = NULL;
    g_autoptr(ik_statement) query = ik_statement_new(db, sql, &error);
    ik_assert_no_error(error);
    g_autoptr(GString) text = g_string_new(NULL);
    for (bool row = true, first = true; row; first = false) {
        ik_statement_step(query, &row, &error);
        ik_assert_no_error(error);
        const char *value = row ? ik_column_text(query, 0) : NULL;
        if (row)
            g_string_append_printf(text, "%s%s", first ? "" : " ", value == NULL ? "–" : value);
    }
    assert_string_equal(text->str, expected);
}

#endif
