/* sqlite.h — SQLite connections and statements with GError, SpatiaLite started.   [db]
 *
 * One connection serves one thread. Files are deterministic: the same statements make the same bytes, no
 * clock is left in SpatiaLite's own tables. A file is new and written by one process (create, finish), or
 * finished and only read (open). Statements are freed before their connection is finished or closed.
 *
 * Errors  INPUT: a constraint is hurt, or the file is damaged or no database; IO: disk full, no permission;
 * BUSY: locked by another process; INTERNAL: all else, such as SQL that is wrong. Each message starts with the
 * file's base name and ends with the statement.
 */
#ifndef IK_SQLITE_H
#define IK_SQLITE_H

#include <glib.h>
#include <stdbool.h>

typedef struct ik_db ik_db;
typedef struct ik_statement ik_statement;

/* Creates a new database file with SpatiaLite's tables and the reference systems EPSG 4326, 3857 and 25832.
 * Foreign keys are enforced. Until it is finished the database is SQLite's own temporary one (in memory as far as 256 MiB
 * go, then in TMPDIR) and there is no file.
 *
 *   path  must not exist (else INPUT); ":memory:" for tests and passing results
 */
ik_db *ik_db_create(const char *path, GError **error);

/* The same without SpatiaLite's tables: for formats that bring their own. */
ik_db *ik_db_create_plain(const char *path, GError **error);

/* Opens an existing one read-only, SpatiaLite's functions at hand. NOT_FOUND: no such file; INPUT: not an SQLite
 * database, or damaged. Checks the whole file first: linear in its size. */
ik_db *ik_db_open(const char *path, GError **error);

/* The same in constant time: damage shows as INPUT of the statement that meets it. */
ik_db *ik_db_open_unchecked(const char *path, GError **error);

/* From now on a value or a row of more than `bytes` is an error (INPUT) and nothing is allocated for it. For files of
 * strangers: a few bytes of SQL can ask for a gigabyte. */
void ik_db_limit_values(ik_db *db, guint bytes);

/* From now on statements may take about so many steps of SQLite's virtual machine, all together; whatever asks for more
 * ends with INPUT. Called again it starts anew. A view can be made to work for ever without a row. */
void ik_db_limit_steps(ik_db *db, guint64 steps);

/* The last step with a created file: removes clocks of SpatiaLite, checks structure and foreign keys, writes the file
 * without free pages (VACUUM INTO), ends the connection; only ik_db_close may follow. On failure the file, if there is
 * one, is not usable. */
bool ik_db_finish(ik_db *db, GError **error);
void ik_db_close(ik_db *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_db, ik_db_close)

/* Runs one or more statements; their results are dropped. */
bool ik_db_run(ik_db *db, const char *sql, GError **error);

/* Prepares the one statement in `sql`; borrows `db`. */
ik_statement *ik_statement_new(ik_db *db, const char *sql, GError **error);

/* The same for what a person wrote: one statement that only reads. From then on `db` reads tables, calls functions that
 * stay inside the database and asks about its schema, nothing else. INPUT: anything else, or SQL that is wrong. */
ik_statement *ik_statement_new_untrusted(ik_db *db, const char *sql, GError **error);
void ik_statement_free(ik_statement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_statement, ik_statement_free)

/* Parameters count from 1; one that the statement does not have is a caller's bug. Text and bytes are copied;
 * NULL text binds NULL. What is too large for SQLite (1 GB) fails when the statement runs. */
void ik_bind_text(ik_statement *statement, int parameter, const char *text);
void ik_bind_integer(ik_statement *statement, int parameter, gint64 value);
void ik_bind_real(ik_statement *statement, int parameter, double value); /* NaN binds NULL */
void ik_bind_null(ik_statement *statement, int parameter);
void ik_bind_blob(ik_statement *statement, int parameter, const void *bytes, gsize size);
/* The value of a column of `from`, which stands on a row. */
void ik_bind_column(ik_statement *statement, int parameter, ik_statement *from, int column);

/* Runs a statement that returns nothing, then resets it for the next bindings, which replace the former ones;
 * parameters that are not bound again keep their value. */
bool ik_statement_run(ik_statement *statement, GError **error);

/* Steps to the next row: true with `*row` saying whether there is one; false on error. Behind the last row the
 * statement is reset. */
bool ik_statement_step(ik_statement *statement, bool *row, GError **error);

/* Columns count from 0. Text and bytes are valid until the next step; NULL for NULL. */
const char *ik_column_text(ik_statement *statement, int column);
gint64 ik_column_integer(ik_statement *statement, int column);
double ik_column_real(ik_statement *statement, int column);
const void *ik_column_blob(ik_statement *statement, int column, gsize *size);
bool ik_column_is_null(ik_statement *statement, int column);

typedef enum {
    IK_COLUMN_NULL,
    IK_COLUMN_INTEGER,
    IK_COLUMN_REAL,
    IK_COLUMN_TEXT,
    IK_COLUMN_BLOB
} ik_column_kind;
ik_column_kind ik_column_kind_of(ik_statement *statement, int column);
/* These need no row. The name is borrowed, as written behind AS. */
int ik_column_count(ik_statement *statement);
const char *ik_column_name(ik_statement *statement, int column);

#endif
