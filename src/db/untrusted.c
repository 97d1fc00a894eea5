/* untrusted.c — statements that a person wrote: they read, and reach nothing outside the database.   [db]
 *
 * SQLite asks the authorizer about every action while it prepares a statement; what is not on the list is refused. The
 * connection is read-only besides, and SpatiaLite keeps its functions for files switched off.
 */
#include <ideenkarte/error.h>
#include <string.h>

#include "connection.h"

/* Pragmas that tell about the schema or check it. */
static const char *const harmless_pragmas[] = {
    "application_id", "compile_options", "database_list", "foreign_key_check", "foreign_key_list",
    "function_list",  "index_info",      "index_list",    "index_xinfo",       "integrity_check",
    "quick_check",    "table_info",      "table_list",    "table_xinfo",       "user_version",
};
/* Of these an argument would be a new value. */
static const char *const settable_pragmas[] = {"application_id", "user_version"};

/* How the names of functions begin that read or write files, or run text as SQL. */
static const char *const outward_functions[] = {
    "load_extension", "readfile", "writefile",   "edit",       "eval",
    "import",         "export",   "blobfrom",    "blobto",     "xb_",
    "zipfile",        "sqlproc_", "storedproc_", "storedvar_", "proj_setdatabasepath",
};

static bool is_listed(const char *name, const char *const *list, gsize n)
{
    for (gsize i = 0; i < n; i++)
        if (g_ascii_strcasecmp(name, list[i]) == 0)
            return true;
    return false;
}

static bool is_pragma_allowed(const char *name, const char *argument)
{
    if (argument != NULL && is_listed(name, settable_pragmas, G_N_ELEMENTS(settable_pragmas)))
        return false;
    return is_listed(name, harmless_pragmas, G_N_ELEMENTS(harmless_pragmas));
}

static bool is_function_allowed(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(outward_functions); i++)
        if (g_ascii_strncasecmp(name, outward_functions[i], strlen(outward_functions[i])) == 0)
            return false;
    return true;
}

/* Virtual tables, such as spatial indexes, declare their columns and prepare all that they may ever need when they are
 * first used. What a person writes of this kind is caught as a statement that writes. */
static bool is_preparation(int action)
{
    return action == SQLITE_CREATE_TABLE || action == SQLITE_INSERT || action == SQLITE_UPDATE ||
           action == SQLITE_DELETE;
}

/* SQLite's sqlite3_set_authorizer fixes these parameters. */
static int authorize(void *data, int action, const char *first, const char *second,
                     const char *database, const char *trigger)
{
    bool *prepares_write = data;
    (void)database, (void)trigger;
    *prepares_write |= is_preparation(action);
    bool allowed = action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE ||
                   is_preparation(action);
    if (action == SQLITE_FUNCTION)
        allowed = is_function_allowed(second);
    else if (action == SQLITE_PRAGMA)
        allowed = is_pragma_allowed(first, second);
    return allowed ? SQLITE_OK : SQLITE_DENY;
}

static bool refuse(const ik_db *db, const char *why, GError **error)
{
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: %s", db->name, why);
    return false;
}

/* Whether nothing but blanks, comments and semicolons follows. */
static bool is_over(ik_db *db, const char *rest)
{
    sqlite3_stmt *second = NULL;
    int code = sqlite3_prepare_v2(db->handle, rest, -1, &second, NULL);
    bool is_empty = code == SQLITE_OK && second == NULL;
    sqlite3_finalize(second);
    return is_empty;
}

static bool check(ik_db *db, sqlite3_stmt *handle, const char *rest, GError **error)
{
    if (handle == NULL)
        return refuse(db, "the SQL is empty; expected one SELECT", error);
    if (!is_over(db, rest))
        return refuse(db, "more than one SQL statement; expected one SELECT", error);
    return sqlite3_stmt_readonly(handle) != 0 ||
           refuse(db, "the SQL would write; expected a SELECT", error);
}

ik_statement *ik_statement_new_untrusted(ik_db *db, const char *sql, GError **error)
{
    sqlite3_stmt *handle = NULL;
    const char *rest = sql;
    sqlite3_set_authorizer(db->handle, authorize, &db->prepares_write);
    db->prepares_write = false;
    int code = sqlite3_prepare_v2(db->handle, sql, -1, &handle, &rest);
    if (code == SQLITE_AUTH || (code == SQLITE_ERROR && db->prepares_write))
        refuse(db, "the SQL does more than read, or is wrong; expected one SELECT", error);
    else if (code == SQLITE_ERROR)
        refuse(db, sqlite3_errmsg(db->handle), error);
    else if (code != SQLITE_OK)
        ik_db_fail(db, code, sql, error);
    else if (check(db, handle, rest, error))
        return ik_statement_wrap(db, handle);
    sqlite3_finalize(handle);
    return NULL;
}
