/* sqlite.h — SQLite connections and statements with GError, SpatiaLite started.   [db]
 *
 * One connection serves one thread. Deterministic files: no clock is left in SpatiaLite's own tables. */
#ifndef IK_SQLITE_H
#define IK_SQLITE_H

#include <glib.h>
#include <stdbool.h>

typedef struct ik_db ik_db;
typedef struct ik_statement ik_statement;

/* Creates a new database file (must not exist; ":memory:" allowed) with SpatiaLite's tables (EPSG 4326, 3857,
 * 25832), fast and unsafe settings: it is published by rename only after ik_db_finish. */
ik_db *ik_db_create(const char *path, GError **error);
/* Opens an existing one read-only. NOT_FOUND; INPUT: not an SQLite database, or damaged. */
ik_db *ik_db_open(const char *path, GError **error);
/* Frees clocks and free pages (VACUUM), checks integrity, closes. On failure the file is not usable. */
bool ik_db_finish(ik_db *db, GError **error);
void ik_db_close(ik_db *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_db, ik_db_close)

/* Runs one or more statements without results. */
bool ik_db_run(ik_db *db, const char *sql, GError **error);

ik_statement *ik_statement_new(ik_db *db, const char *sql, GError **error);
void ik_statement_free(ik_statement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_statement, ik_statement_free)

/* Parameters count from 1. Text is copied; NULL text binds NULL. */
void ik_bind_text(ik_statement *statement, int parameter, const char *text);
void ik_bind_integer(ik_statement *statement, int parameter, gint64 value);
void ik_bind_real(ik_statement *statement, int parameter, double value);
void ik_bind_null(ik_statement *statement, int parameter);
void ik_bind_blob(ik_statement *statement, int parameter, const void *bytes, gsize size);

/* Runs a statement that returns nothing, then resets it for the next bindings. */
bool ik_statement_run(ik_statement *statement, GError **error);
/* Steps to the next row: true with `*row` saying whether there is one; false on error. */
bool ik_statement_step(ik_statement *statement, bool *row, GError **error);
const char *ik_column_text(ik_statement *statement, int column); /* from 0; NULL for NULL; until next step */
gint64 ik_column_integer(ik_statement *statement, int column);
double ik_column_real(ik_statement *statement, int column);

#endif
