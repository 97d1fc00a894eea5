/* store.c — the catalogue as a SpatiaLite file.   [catalogue] */
#include "store.h"

#include "catalogue_resources.h"
#include "store_parts.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <ideenkarte/version.h>

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
    " ('placed_projects', 'geometry', 'fid', 'projects', 'geometry', 1),"
    " ('coverage_by_region', 'geometry', 'fid', 'regions', 'geometry', 1),"
    " ('coverage_by_district', 'geometry', 'fid', 'districts', 'geometry', 1),"
    " ('coverage_by_municipality', 'geometry', 'fid', 'municipalities', 'geometry', 1)";

void ik_bind_texts(ik_statement *statement, int first, const char *const *texts, int n)
{
    for (int i = 0; i < n; i++)
        ik_bind_text(statement, first + i, texts[i]);
}

void ik_bind_position(ik_statement *statement, int first, bool is_known, ik_lonlat position)
{
    if (is_known) {
        ik_bind_real(statement, first, position.lon);
        ik_bind_real(statement, first + 1, position.lat);
    } else {
        ik_bind_null(statement, first);
        ik_bind_null(statement, first + 1);
    }
}

bool ik_store_faults(ik_statement *insert, const char *owner, const ik_faults *faults,
                     GError **error)
{
    for (guint i = 0; i < ik_faults_count(faults); i++) {
        const ik_fault *fault = ik_faults_get(faults, i);
        const char *const texts[] = {fault->code, fault->field, fault->read, fault->expected};
        ik_bind_text(insert, 1, owner);
        ik_bind_integer(insert, 2, i + 1);
        ik_bind_texts(insert, 3, texts, G_N_ELEMENTS(texts));
        ik_bind_integer(insert, 7, fault->penalty);
        if (!ik_statement_run(insert, error))
            return false;
    }
    return true;
}

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

static bool make_tables(ik_db *db, GError **error)
{
    g_autoptr(GBytes) schema =
        g_resource_lookup_data(ik_catalogue_get_resource(), "/ideenkarte/catalogue/schema.sql",
                               G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    if (schema == NULL || !ik_db_run(db, g_bytes_get_data(schema, NULL), error))
        return false;
    for (guint i = 0; i < G_N_ELEMENTS(layers); i++) {
        g_autofree char *sql =
            g_strdup_printf("SELECT RecoverGeometryColumn('%s', 'geometry', 4326, '%s', 'XY')",
                            layers[i].table, layers[i].kind);
        if (!call(db, sql, error))
            return false;
    }
    return ik_db_run(db, views, error);
}

/* After the rows: a tree built at once is smaller than one that grew. */
static bool make_spatial_indexes(ik_db *db, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(layers); i++) {
        g_autofree char *sql =
            g_strdup_printf("SELECT CreateSpatialIndex('%s', 'geometry')", layers[i].table);
        if (!call(db, sql, error))
            return false;
    }
    return true;
}

static bool insert_about(ik_statement *insert, const char *key, const char *value, GError **error)
{
    if (value == NULL)
        return true;
    ik_bind_text(insert, 1, key);
    ik_bind_text(insert, 2, value);
    return ik_statement_run(insert, error);
}

static bool store_attribution(ik_db *db, const ik_territory *territory, GError **error)
{
    g_autoptr(ik_statement) insert =
        ik_statement_new(db, "INSERT INTO attribution VALUES (?, ?, ?, ?, ?, ?)", error);
    if (insert == NULL)
        return false;
    for (guint32 i = 0; i < territory->n_attributions; i++) {
        const ik_attribution *of = &territory->attributions[i];
        const char *const texts[] = {of->source, of->text_de, of->text_en, of->licence, of->url};
        ik_bind_integer(insert, 1, i + 1);
        ik_bind_texts(insert, 2, texts, G_N_ELEMENTS(texts));
        if (!ik_statement_run(insert, error))
            return false;
    }
    return true;
}

bool ik_store_about(ik_db *db, const ik_store_input *input, GError **error)
{
    g_autoptr(ik_statement) insert = ik_statement_new(db, "INSERT INTO about VALUES (?, ?)", error);
    return insert != NULL && insert_about(insert, "title", input->title, error) &&
           insert_about(insert, "notice", input->notice, error) &&
           insert_about(insert, "program", "ideenkarte " IK_VERSION, error) &&
           insert_about(insert, "schema", "1", error) &&
           insert_about(insert, "licence", "see the table attribution", error) &&
           store_attribution(db, input->territory, error);
}

static bool fill_tables(ik_db *db, const ik_store_input *input, GError **error)
{
    return make_tables(db, error) && ik_store_about(db, input, error) &&
           ik_store_territory(db, input->territory, error) && ik_store_projects(db, input, error) &&
           ik_store_events(db, input, error) && ik_store_rejects(db, input->records, error) &&
           make_spatial_indexes(db, error);
}

bool ik_catalogue_fill(ik_db *db, const ik_store_input *input, GError **error)
{
    if (!ik_db_run(db, "BEGIN", error))
        return false;
    if (fill_tables(db, input, error) && ik_db_run(db, "COMMIT", error))
        return true;
    ik_db_run(db, "ROLLBACK", NULL);
    return false;
}

bool ik_catalogue_write(const char *path, const ik_store_input *input, GError **error)
{
    g_autoptr(ik_db) db = ik_db_create(path, error);
    if (db == NULL)
        return false;
    if (ik_catalogue_fill(db, input, error) && ik_db_finish(db, error))
        return true;
    g_clear_pointer(&db, ik_db_close);
    g_unlink(path);
    return false;
}
