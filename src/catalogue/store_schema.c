/* store_schema.c — tables before the rows, layers and indexes behind them.   [catalogue]
 *
 * SpatiaLite's triggers on a table with a geometry cost more than the row itself, so a table becomes a layer only when
 * its rows are in; that call looks at every geometry once.
 */
#include "catalogue_resources.h"
#include "store_parts.h"

#include <gio/gio.h>
#include <ideenkarte/error.h>

/* Tables that a map can show. */
static const struct {
    const char *table, *kind;
} layers[] = {
    {"regions", "MULTIPOLYGON"}, {"districts", "MULTIPOLYGON"}, {"municipalities", "MULTIPOLYGON"},
    {"projects", "POINT"},       {"events", "POINT"},
};

/* Views that a map can show, each with the table whose geometry it passes on. */
static const char views[] =
    "INSERT INTO views_geometry_columns"
    " (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only) VALUES"
    " ('project_list', 'geometry', 'fid', 'projects', 'geometry', 1),"
    " ('placed_projects', 'geometry', 'fid', 'projects', 'geometry', 1),"
    " ('coverage_by_region', 'geometry', 'fid', 'regions', 'geometry', 1),"
    " ('coverage_by_district', 'geometry', 'fid', 'districts', 'geometry', 1),"
    " ('coverage_by_municipality', 'geometry', 'fid', 'municipalities', 'geometry', 1)";

/* SpatiaLite's functions answer 0 where they fail. */
static bool call(ik_db *db, const char *sql, GError **error)
{
    g_autoptr(ik_statement) statement = ik_statement_new(db, sql, error);
    bool row = false;
    if (statement == NULL || !ik_statement_step(statement, &row, error))
        return false;
    if (row && ik_column_integer(statement, 0) == 1)
        return true;
    g_set_error(error, IK_ERROR, IK_ERROR_INTERNAL, "SpatiaLite refuses %s", sql);
    return false;
}

static bool run_resource(ik_db *db, const char *path, GError **error)
{
    g_autoptr(GBytes) sql = g_resource_lookup_data(ik_catalogue_get_resource(), path,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    return sql != NULL && ik_db_run(db, g_bytes_get_data(sql, NULL), error);
}

bool ik_store_make_tables(ik_db *db, GError **error)
{
    return run_resource(db, "/ideenkarte/catalogue/schema.sql", error);
}

static bool make_layer(ik_db *db, const char *table, const char *kind, GError **error)
{
    g_autofree char *recover = g_strdup_printf(
        "SELECT RecoverGeometryColumn('%s', 'geometry', 4326, '%s', 'XY')", table, kind);
    g_autofree char *index = g_strdup_printf("SELECT CreateSpatialIndex('%s', 'geometry')", table);
    return call(db, recover, error) && call(db, index, error);
}

bool ik_store_make_indexes(ik_db *db, GError **error)
{
    if (!run_resource(db, "/ideenkarte/catalogue/indexes.sql", error))
        return false;
    for (guint i = 0; i < G_N_ELEMENTS(layers); i++)
        if (!make_layer(db, layers[i].table, layers[i].kind, error))
            return false;
    return ik_db_run(db, views, error);
}
