/* store.c — the catalogue as a SpatiaLite file.   [catalogue] */
#include "store.h"

#include "catalogue_database.h"
#include "file_stage.h"
#include "store_parts.h"

#include <glib/gstdio.h>
#include <ideenkarte/version.h>

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
           insert_about(insert, "schema", G_STRINGIFY(IK_CATALOGUE_VERSION), error) &&
           insert_about(insert, "licence", "see the table attribution", error) &&
           store_attribution(db, input->territory, error);
}

static bool fill_tables(ik_db *db, const ik_store_input *input, ik_history *history, GError **error)
{
    return ik_store_make_tables(db, error) && ik_store_about(db, input, error) &&
           ik_store_territory(db, input->territory, error) &&
           ik_store_projects(db, input, history, error) &&
           ik_store_events(db, input, history, error) &&
           ik_store_rejects(db, input->records, error);
}

static bool fill(ik_db *db, const ik_store_input *input, ik_import_summary *summary, GError **error)
{
    g_autoptr(ik_history) history = ik_history_new(input->former, error);
    return history != NULL && fill_tables(db, input, history, error) &&
           ik_history_store(history, db, input, summary, error) && ik_store_make_indexes(db, error);
}

static bool fill_in_transaction(ik_db *db, const ik_store_input *input, ik_import_summary *summary,
                                GError **error)
{
    /* Rows come in the order of their keys, from records that refer to each other by index. */
    if (!ik_db_run(db, "PRAGMA foreign_keys = OFF; BEGIN", error))
        return false;
    if (fill(db, input, summary, error) && ik_db_run(db, "COMMIT", error))
        return true;
    ik_db_run(db, "ROLLBACK", NULL);
    return false;
}

bool ik_catalogue_fill(ik_db *db, const ik_store_input *input, GError **error)
{
    ik_import_summary ignored;
    return fill_in_transaction(db, input, &ignored, error);
}

static bool write_file(const char *path, const ik_store_input *input, ik_import_summary *summary,
                       GError **error)
{
    g_autoptr(ik_db) db = ik_db_create(path, error);
    if (db == NULL)
        return false;
    if (fill_in_transaction(db, input, summary, error) && ik_db_finish(db, error))
        return true;
    g_clear_pointer(&db, ik_db_close);
    g_unlink(path);
    return false;
}

bool ik_catalogue_write(const char *path, const ik_store_input *input, GError **error)
{
    ik_import_summary ignored;
    return write_file(path, input, &ignored, error);
}

/* The stage is locked before the former file is read: of two imports at a time, one is refused. */
bool ik_catalogue_update(const char *path, const ik_store_input *input, ik_import_summary *summary,
                         GError **error)
{
    g_autoptr(ik_file_stage) stage = ik_file_stage_open(path, error);
    if (stage == NULL)
        return false;
    ik_import_summary ignored;
    ik_store_input continued = *input;
    g_autoptr(ik_db) former = NULL;
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        former = ik_catalogue_database_open(path, true, error);
        if (former == NULL)
            return false;
    }
    continued.former = former;
    return write_file(ik_file_stage_path(stage), &continued, summary != NULL ? summary : &ignored,
                      error) &&
           ik_file_stage_commit(stage, error);
}
