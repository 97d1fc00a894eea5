/* connection.h — what an open database is made of.   [db] */
#ifndef IK_CONNECTION_H
#define IK_CONNECTION_H

#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>

#include "sqlite.h"

struct ik_db {
    sqlite3 *handle;         /* NULL once finished */
    void *spatial;           /* SpatiaLite's part of the connection */
    bool has_spatial_tables; /* made here */
    bool
        prepares_write; /* the last statement of a person would, or a virtual table gets ready for it */
    bool is_foreign;    /* opened, not made here */
    guint64 steps_left; /* where steps are limited */
    char *target;       /* file that finish writes; NULL: none */
    char *name;         /* base name of the file, for messages */
};

/* Sets the error of SQLite's result `code`, with SQLite's message and the statement (may be NULL). Always
 * returns false. */
bool ik_db_fail(const ik_db *db, int code, const char *sql, GError **error);

/* A statement that borrows `db`. The handle is taken over. */
ik_statement *ik_statement_wrap(ik_db *db, sqlite3_stmt *handle);

/* Starts SpatiaLite on an open connection; it goes with ik_spatial_stop after the handle is closed. */
void *ik_spatial_start(sqlite3 *handle);
void ik_spatial_stop(void *spatial);

/* Makes SpatiaLite's own tables. */
bool ik_spatial_make_tables(ik_db *db, GError **error);

/* Removes every time stamp that SpatiaLite has set in its tables. */
bool ik_spatial_clear_clocks(ik_db *db, GError **error);

#endif
