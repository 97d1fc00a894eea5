/* sqlite.c — SQLite connections: created and finished, or opened for reading.   [db] */
#include "sqlite.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <string.h>
#include <unistd.h>

#include "connection.h"

enum { SHOWN_SQL_BYTES = 200 };

/* Steps between two looks at the limit. */
enum { STEPS_A_LOOK = 1000 };

static ik_error_code error_code(int code)
{
    switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CONSTRAINT:
    case SQLITE_INTERRUPT:
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG: return IK_ERROR_INPUT;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM: return IK_ERROR_IO;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return IK_ERROR_BUSY;
    default: return IK_ERROR_INTERNAL;
    }
}

bool ik_db_fail(const ik_db *db, int code, const char *sql, GError **error)
{
    bool is_no_memory = (code & 0xFF) == SQLITE_NOMEM;
    /* SQLite says so of some damaged schemas, too, with memory enough: of a file that is read it is an error. */
    if (is_no_memory && !db->is_foreign)
        g_error("%s: out of memory in SQLite", db->name);
    /* The connection's own message says more, unless it is about something else. */
    bool is_last = db->handle != NULL && (sqlite3_errcode(db->handle) & 0xFF) == (code & 0xFF);
    const char *message = is_last ? sqlite3_errmsg(db->handle) : sqlite3_errstr(code);
    if ((code & 0xFF) == SQLITE_INTERRUPT)
        message = "asks for more work than is allowed";
    if (is_no_memory)
        message = "is damaged, or needs more memory than there is";
    g_autofree char *shown = g_strndup(sql != NULL ? sql : "", SHOWN_SQL_BYTES);
    g_autofree char *valid = g_utf8_make_valid(shown, -1);
    /* Names of a foreign schema stand in it as they are. */
    g_autofree char *told = g_utf8_make_valid(message, -1);
    if (sql == NULL)
        g_set_error(error, IK_ERROR, error_code(code), "%s: %s", db->name, told);
    else
        g_set_error(error, IK_ERROR, error_code(code), "%s: %s in \"%s\"", db->name, told, valid);
    return false;
}

static ik_db *connect(const char *path, int flags, GError **error)
{
    g_autoptr(ik_db) db = g_new0(ik_db, 1);
    db->name = g_path_get_basename(path);
    int code = sqlite3_open_v2(path, &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK) {
        ik_db_fail(db, code, NULL, error);
        return NULL;
    }
    sqlite3_extended_result_codes(db->handle, 1);
    db->spatial = ik_spatial_start(db->handle);
    return g_steal_pointer(&db);
}

static ik_db *create(const char *path, GError **error)
{
    const bool is_file = strcmp(path, ":memory:") != 0;
    if (is_file && g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: exists already, expected a new file",
                    path);
        return NULL;
    }
    g_autofree char *folder = g_path_get_dirname(path);
    if (is_file && g_access(folder, W_OK | X_OK) != 0) {
        g_set_error(error, IK_ERROR, IK_ERROR_IO, "%s: cannot write into its folder: %s", path,
                    g_strerror(errno));
        return NULL;
    }
    /* A private one without a name, which ik_db_finish writes to its place in one go. */
    g_autoptr(ik_db) db =
        connect(is_file ? "" : path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
    if (db == NULL)
        return NULL;
    g_free(db->name);
    db->name = g_path_get_basename(path);
    db->target = is_file ? g_strdup(path) : NULL;
    if (!ik_db_run(db,
                   "PRAGMA journal_mode = MEMORY;"
                   "PRAGMA synchronous = OFF;"
                   "PRAGMA locking_mode = EXCLUSIVE;"
                   "PRAGMA cache_size = -262144;" /* up to 256 MiB before it spills */
                   "PRAGMA foreign_keys = ON;",
                   error))
        return NULL;
    return g_steal_pointer(&db);
}

ik_db *ik_db_create_plain(const char *path, GError **error)
{
    return create(path, error);
}

ik_db *ik_db_create(const char *path, GError **error)
{
    g_autoptr(ik_db) db = create(path, error);
    if (db == NULL || !ik_spatial_make_tables(db, error))
        return NULL;
    db->has_spatial_tables = true;
    return g_steal_pointer(&db);
}

/* The first row of a check: `expected`, or what is wrong. */
static bool check(ik_db *db, const char *sql, const char *expected, GError **error)
{
    g_autoptr(ik_statement) statement = ik_statement_new(db, sql, error);
    bool row;
    if (statement == NULL || !ik_statement_step(statement, &row, error))
        return false;
    const char *answer = row ? ik_column_text(statement, 0) : NULL;
    if (g_strcmp0(answer, expected) == 0)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: the database is damaged: %s: %s", db->name,
                sql, answer != NULL ? answer : "no answer");
    return false;
}

ik_db *ik_db_open_unchecked(const char *path, GError **error)
{
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "%s: no such file", path);
        return NULL;
    }
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: is a folder, expected a database", path);
        return NULL;
    }
    g_autoptr(ik_db) db = connect(path, SQLITE_OPEN_READONLY, error);
    if (db != NULL)
        db->is_foreign = true;
    /* The schema is foreign: its views and triggers may call harmless functions only. */
    if (db == NULL ||
        !ik_db_run(db, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON", error))
        return NULL;
    int code = sqlite3_exec(db->handle, "PRAGMA schema_version", NULL, NULL, NULL);
    if (code != SQLITE_OK) {
        ik_db_fail(db, code, NULL, error); /* the file is to blame, no statement */
        return NULL;
    }
    return g_steal_pointer(&db);
}

ik_db *ik_db_open(const char *path, GError **error)
{
    g_autoptr(ik_db) db = ik_db_open_unchecked(path, error);
    if (db == NULL || !check(db, "PRAGMA quick_check(1)", "ok", error))
        return NULL;
    return g_steal_pointer(&db);
}

void ik_db_limit_values(ik_db *db, guint bytes)
{
    g_assert(bytes <= G_MAXINT);
    sqlite3_limit(db->handle, SQLITE_LIMIT_LENGTH, (int)bytes);
}

static int count_steps(void *data)
{
    ik_db *db = data;
    bool is_over = db->steps_left < STEPS_A_LOOK;
    db->steps_left -= is_over ? 0 : STEPS_A_LOOK;
    return is_over;
}

void ik_db_limit_steps(ik_db *db, guint64 steps)
{
    db->steps_left = steps;
    sqlite3_progress_handler(db->handle, STEPS_A_LOOK, count_steps, db);
}

static bool disconnect(ik_db *db, GError **error)
{
    int code = sqlite3_close(db->handle);
    if (code != SQLITE_OK)
        return ik_db_fail(db, code, NULL, error);
    db->handle = NULL;
    return true;
}

/* Writes the database to its file, packed; nothing of what was deleted or replaced is left in it. */
static bool write_target(ik_db *db, GError **error)
{
    if (db->target == NULL)
        return true;
    g_autoptr(ik_statement) vacuum = ik_statement_new(db, "VACUUM INTO ?", error);
    if (vacuum == NULL)
        return false;
    ik_bind_text(vacuum, 1, db->target);
    return ik_statement_run(vacuum, error);
}

bool ik_db_finish(ik_db *db, GError **error)
{
    return (!db->has_spatial_tables || ik_spatial_clear_clocks(db, error)) &&
           check(db, "PRAGMA foreign_key_check", NULL, error) &&
           check(db, "PRAGMA quick_check(1)", "ok", error) && write_target(db, error) &&
           disconnect(db, error);
}

void ik_db_close(ik_db *db)
{
    if (db == NULL)
        return;
    sqlite3_close_v2(db->handle);
    ik_spatial_stop(db->spatial);
    g_free(db->name);
    g_free(db->target);
    g_free(db);
}

bool ik_db_run(ik_db *db, const char *sql, GError **error)
{
    int code = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
    return code == SQLITE_OK || ik_db_fail(db, code, sql, error);
}
