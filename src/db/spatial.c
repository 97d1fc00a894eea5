/* spatial.c — SpatiaLite on a connection: its start, its tables, its clocks.   [db]
 *
 * Where SpatiaLite 5 keeps a clock: `spatialite_history.timestamp`, a row for each table and trigger it
 * makes; `geometry_columns_time.last_insert|last_update|last_delete`, set by triggers on every table with
 * a geometry; `last_verified` of the three statistics tables, set by UpdateLayerStatistics.
 * `sql_statements_log` is written by its own desktop program only.
 */
#include <sqlite3.h>

#include <spatialite.h>

#include "connection.h"

void *ik_spatial_start(sqlite3 *handle)
{
    static gsize started = 0;
    if (g_once_init_enter(&started)) {
        spatialite_initialize();
        g_once_init_leave(&started, 1);
    }
    void *spatial = spatialite_alloc_connection();
    spatialite_init_ex(handle, spatial, 0);
    spatialite_set_silent_mode(spatial);
    return spatial;
}

void ik_spatial_stop(void *spatial)
{
    if (spatial != NULL)
        spatialite_cleanup_ex(spatial);
}

/* SpatiaLite's functions answer 0 where they fail. */
static bool run_function(ik_db *db, const char *sql, GError **error)
{
    g_autoptr(ik_statement) statement = ik_statement_new(db, sql, error);
    bool row;
    if (statement == NULL || !ik_statement_step(statement, &row, error))
        return false;
    if (row && ik_column_integer(statement, 0) == 1)
        return true;
    return ik_db_fail(db, SQLITE_ERROR, sql, error);
}

bool ik_spatial_make_tables(ik_db *db, GError **error)
{
    /* NONE: without the 5,000 reference systems of the world, which make a file of 5 MB. */
    return run_function(db, "SELECT InitSpatialMetaData(1, 'NONE')", error) &&
           run_function(db, "SELECT InsertEpsgSrid(4326)", error) &&
           run_function(db, "SELECT InsertEpsgSrid(3857)", error) &&
           run_function(db, "SELECT InsertEpsgSrid(25832)", error);
}

bool ik_spatial_clear_clocks(ik_db *db, GError **error)
{
    /* Statistics that were never verified stay so (NULL); the others stay newer than their tables. */
    return ik_db_run(
        db,
        "DELETE FROM spatialite_history;"
        "UPDATE geometry_columns_time SET last_insert = '0000-01-01T00:00:00.000Z',"
        " last_update = '0000-01-01T00:00:00.000Z', last_delete = '0000-01-01T00:00:00.000Z';"
        "UPDATE geometry_columns_statistics SET last_verified = '0000-01-01T00:00:00.001Z'"
        " WHERE last_verified IS NOT NULL;"
        "UPDATE views_geometry_columns_statistics SET last_verified = '0000-01-01T00:00:00.001Z'"
        " WHERE last_verified IS NOT NULL;"
        "UPDATE virts_geometry_columns_statistics SET last_verified = '0000-01-01T00:00:00.001Z'"
        " WHERE last_verified IS NOT NULL;",
        error);
}
