/* statement.c — prepared statements: binding, stepping, columns.   [db] */
#include <ideenkarte/error.h>

#include "connection.h"

struct ik_statement {
    ik_db *db; /* borrowed */
    sqlite3_stmt *handle;
    int bind_code; /* the first binding that failed */
};

ik_statement *ik_statement_wrap(ik_db *db, sqlite3_stmt *handle)
{
    ik_statement *statement = g_new0(ik_statement, 1);
    statement->db = db;
    statement->handle = handle;
    return statement;
}

ik_statement *ik_statement_new(ik_db *db, const char *sql, GError **error)
{
    sqlite3_stmt *handle;
    const char *rest;
    int code = sqlite3_prepare_v2(db->handle, sql, -1, &handle, &rest);
    if (code != SQLITE_OK) {
        ik_db_fail(db, code, sql, error);
        return NULL;
    }
    g_assert(handle != NULL); /* nothing but blanks or a comment */
    while (g_ascii_isspace(*rest) || *rest == ';')
        rest++;
    g_assert(*rest == '\0'); /* a second statement would never run */
    return ik_statement_wrap(db, handle);
}

void ik_statement_free(ik_statement *statement)
{
    if (statement == NULL)
        return;
    sqlite3_finalize(statement->handle);
    g_free(statement);
}

/* --- binding ---------------------------------------------------------------------------------- */

static void note(ik_statement *statement, int code)
{
    g_assert(code != SQLITE_RANGE && code != SQLITE_MISUSE);
    if (statement->bind_code == SQLITE_OK)
        statement->bind_code = code;
}

void ik_bind_text(ik_statement *statement, int parameter, const char *text)
{
    note(statement, sqlite3_bind_text(statement->handle, parameter, text, -1, SQLITE_TRANSIENT));
}

void ik_bind_integer(ik_statement *statement, int parameter, gint64 value)
{
    note(statement, sqlite3_bind_int64(statement->handle, parameter, value));
}

void ik_bind_real(ik_statement *statement, int parameter, double value)
{
    note(statement, sqlite3_bind_double(statement->handle, parameter, value));
}

void ik_bind_null(ik_statement *statement, int parameter)
{
    note(statement, sqlite3_bind_null(statement->handle, parameter));
}

void ik_bind_blob(ik_statement *statement, int parameter, const void *bytes, gsize size)
{
    /* A NULL pointer would bind NULL instead of no bytes. */
    note(statement, sqlite3_bind_blob64(statement->handle, parameter, size > 0 ? bytes : "", size,
                                        SQLITE_TRANSIENT));
}

void ik_bind_column(ik_statement *statement, int parameter, ik_statement *from, int column)
{
    g_assert(column >= 0 && column < sqlite3_data_count(from->handle));
    note(statement, sqlite3_bind_value(statement->handle, parameter,
                                       sqlite3_column_value(from->handle, column)));
}

/* --- running ---------------------------------------------------------------------------------- */

bool ik_statement_step(ik_statement *statement, bool *row, GError **error)
{
    int code = statement->bind_code;
    *row = false;
    if (code == SQLITE_OK)
        code = sqlite3_step(statement->handle);
    if (code == SQLITE_ROW) {
        *row = true;
        return true;
    }
    bool ok = code == SQLITE_DONE ||
              ik_db_fail(statement->db, code, sqlite3_sql(statement->handle), error);
    sqlite3_reset(statement->handle);
    statement->bind_code = SQLITE_OK;
    return ok;
}

bool ik_statement_run(ik_statement *statement, GError **error)
{
    bool row = true;
    while (row)
        if (!ik_statement_step(statement, &row, error))
            return false;
    return true;
}

/* --- columns ---------------------------------------------------------------------------------- */

const char *ik_column_text(ik_statement *statement, int column)
{
    g_assert(column >= 0 && column < sqlite3_data_count(statement->handle));
    return (const char *)sqlite3_column_text(statement->handle, column);
}

gint64 ik_column_integer(ik_statement *statement, int column)
{
    g_assert(column >= 0 && column < sqlite3_data_count(statement->handle));
    return sqlite3_column_int64(statement->handle, column);
}

double ik_column_real(ik_statement *statement, int column)
{
    g_assert(column >= 0 && column < sqlite3_data_count(statement->handle));
    return sqlite3_column_double(statement->handle, column);
}

const void *ik_column_blob(ik_statement *statement, int column, gsize *size)
{
    g_assert(column >= 0 && column < sqlite3_data_count(statement->handle));
    const void *bytes = sqlite3_column_blob(statement->handle, column);
    *size = (gsize)sqlite3_column_bytes(statement->handle, column);
    if (bytes == NULL && !ik_column_is_null(statement, column))
        return "";
    return bytes;
}

bool ik_column_is_null(ik_statement *statement, int column)
{
    g_assert(column >= 0 && column < sqlite3_data_count(statement->handle));
    return sqlite3_column_type(statement->handle, column) == SQLITE_NULL;
}

ik_column_kind ik_column_kind_of(ik_statement *statement, int column)
{
    g_assert(column >= 0 && column < sqlite3_data_count(statement->handle));
    switch (sqlite3_column_type(statement->handle, column)) {
    case SQLITE_INTEGER: return IK_COLUMN_INTEGER;
    case SQLITE_FLOAT: return IK_COLUMN_REAL;
    case SQLITE_TEXT: return IK_COLUMN_TEXT;
    case SQLITE_BLOB: return IK_COLUMN_BLOB;
    default: return IK_COLUMN_NULL;
    }
}

int ik_column_count(ik_statement *statement)
{
    return sqlite3_column_count(statement->handle);
}

const char *ik_column_name(ik_statement *statement, int column)
{
    g_assert(column >= 0 && column < sqlite3_column_count(statement->handle));
    return sqlite3_column_name(statement->handle, column);
}
