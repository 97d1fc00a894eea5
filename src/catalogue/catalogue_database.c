/* catalogue_database.c — a catalogue's file as a database of this version.   [catalogue] */
#include "catalogue_database.h"

#include "file_stage.h"
#include "migration.h"
#include "store.h"

#include <ideenkarte/error.h>

static bool read_number(ik_db *db, const char *sql, gint64 *number, GError **error)
{
    g_autoptr(ik_statement) query = ik_statement_new(db, sql, error);
    bool row;
    if (query == NULL || !ik_statement_step(query, &row, error))
        return false;
    *number = row ? ik_column_integer(query, 0) : 0;
    return true;
}

guint ik_catalogue_database_version(ik_db *db, const char *path, GError **error)
{
    gint64 application, version;
    if (!read_number(db, "PRAGMA application_id", &application, error) ||
        !read_number(db, "PRAGMA user_version", &version, error))
        return 0;
    if (application != IK_CATALOGUE_APPLICATION || version < 1) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: is an SQLite database, but no catalogue of ideenkarte", path);
        return 0;
    }
    /* SQLite reads the schema when it is first asked for: damage in it shows here. */
    if (version <= IK_CATALOGUE_VERSION)
        return read_number(db, "SELECT EXISTS (SELECT 1 FROM projects)", &application, error)
                   ? (guint)version
                   : 0;
    g_set_error(error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                "%s: is a catalogue of version %" G_GINT64_FORMAT
                "; this program knows versions up to %d, a newer one is needed",
                path, version, IK_CATALOGUE_VERSION);
    return 0;
}

/* Opens it as it is. */
static ik_db *open_any(const char *path, bool thorough, guint *version, GError **error)
{
    g_autoptr(ik_db) db = ik_db_open_unchecked(path, error);
    *version = db == NULL ? 0 : ik_catalogue_database_version(db, path, error);
    if (*version == 0 || !thorough)
        return *version == 0 ? NULL : g_steal_pointer(&db);
    g_clear_pointer(&db, ik_db_close);
    return ik_db_open(path, error);
}

ik_db *ik_catalogue_database_open(const char *path, bool thorough, GError **error)
{
    guint version;
    g_autoptr(ik_db) db = open_any(path, thorough, &version, error);
    if (db == NULL || version == IK_CATALOGUE_VERSION)
        return g_steal_pointer(&db);
    g_autoptr(ik_db) converted = ik_db_create(":memory:", error);
    if (converted == NULL || !ik_catalogue_convert(db, version, converted, error)) {
        g_prefix_error(error, "%s: cannot be read as a catalogue of version %u: ", path, version);
        return NULL;
    }
    return g_steal_pointer(&converted);
}

ik_catalogue *ik_catalogue_open(const char *path, GError **error)
{
    ik_db *db = ik_catalogue_database_open(path, false, error);
    if (db == NULL)
        return NULL;
    ik_catalogue *catalogue = g_new(ik_catalogue, 1);
    catalogue->db = db;
    return catalogue;
}

void ik_catalogue_close(ik_catalogue *catalogue)
{
    if (catalogue == NULL)
        return;
    ik_db_close(catalogue->db);
    g_free(catalogue);
}

static bool write_converted(ik_db *from, guint version, const char *path, GError **error)
{
    g_autoptr(ik_db) to = ik_db_create(path, error);
    return to != NULL && ik_catalogue_convert(from, version, to, error) && ik_db_finish(to, error);
}

bool ik_catalogue_migrate(const char *path, GError **error)
{
    guint version;
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "%s: no such file", path);
        return false;
    }
    g_autoptr(ik_file_stage) stage = ik_file_stage_open(path, error);
    g_autoptr(ik_db) db = stage == NULL ? NULL : open_any(path, true, &version, error);
    if (db == NULL || version == IK_CATALOGUE_VERSION)
        return db != NULL;
    if (write_converted(db, version, ik_file_stage_path(stage), error))
        return ik_file_stage_commit(stage, error);
    g_prefix_error(error, "%s: cannot be converted from version %u: ", path, version);
    return false;
}
