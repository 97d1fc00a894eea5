/* test_migration.c — a catalogue of schema version 1 becomes one of this version, and nothing is lost.   [tests] */
#include "sample_file.h"

#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <string.h>

static void migrate(const char *path)
{
    GError *error = NULL;
    ik_catalogue_migrate(path, &error);
    ik_assert_no_error(error);
}

static char *read_bytes(const char *path, size_t *length)
{
    return ik_test_file_read(path, length);
}

/* Every row of every table, as one text. */
static char *whole_table(ik_db *db, const char *columns, const char *table)
{
    GError *error = NULL;
    bool row = true;
    GString *text = g_string_new(NULL);
    g_autofree char *sql = g_strdup_printf("SELECT %s FROM %s ORDER BY 1, 2", columns, table);
    g_autoptr(ik_statement) query = ik_statement_new(db, sql, &error);
    ik_assert_no_error(error);
    while (row) {
        ik_statement_step(query, &row, &error);
        ik_assert_no_error(error);
        for (int i = 0; row && i < ik_column_count(query); i++) {
            gsize size = 0;
            const void *bytes = ik_column_blob(query, i, &size);
            g_string_append_len(text, bytes != NULL ? bytes : "NULL",
                                bytes != NULL ? (gssize)size : 4);
            g_string_append_c(text, '|');
        }
    }
    return g_string_free(text, FALSE);
}

static void nothing_is_lost(void **state)
{
    const sample_file *f = *state;
    GError *error = NULL;
    static const struct {
        const char *table, *columns;
    } tables[] = {
        {"attribution", "*"},
        {"regions", "*"},
        {"districts", "*"},
        {"municipalities", "*"},
        {"organisations", "*"},
        {"themes", "*"},
        {"project_themes", "*"},
        {"project_extra", "*"},
        {"project_faults", "*"},
        {"project_candidates", "*"},
        {"assignments", "*"},
        {"events", "*"},
        {"event_faults", "*"},
        {"rejects", "*"},
        {"projects", "fid, id, title, organisation, street, house_number, postcode, city, address, "
                     "summary, text, website, contact, start_date, end_date, given_lon, given_lat, "
                     "file, line, match, status, score, accuracy_m, municipality, matched_street, "
                     "matched_house_number, matched_postcode, matched_locality, position_lon, "
                     "position_lat, geometry"},
    };
    g_autofree char *former_path = g_build_filename(f->folder, "v1.sqlite", NULL);
    sample_write_version_1(former_path);
    sample_write_version_1(f->path);
    migrate(f->path);
    g_autoptr(ik_db) former = ik_db_open(former_path, &error);
    ik_assert_no_error(error);
    g_autoptr(ik_db) db = sample_file_open(f);
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
        g_autofree char *before = whole_table(former, tables[i].columns, tables[i].table);
        g_autofree char *after = whole_table(db, tables[i].columns, tables[i].table);
        assert_string_not_equal(before, "");
        assert_string_equal(before, after);
    }
    sample_assert_query(db, "SELECT project || position || kind || url FROM media",
                        "p11imagehttps://example.org/p1.jpg p12videohttps://example.org/p1.mp4");
    sample_assert_query(db, "SELECT value FROM about WHERE key = 'title'", "Karte");
}

static void the_file_is_sound_and_of_this_version(void **state)
{
    const sample_file *f = *state;
    sample_write_version_1(f->path);
    migrate(f->path);
    g_autoptr(ik_db) db = sample_file_open(f);
    sample_assert_query(db, "PRAGMA integrity_check", "ok");
    sample_assert_query(db, "PRAGMA foreign_key_check", "");
    sample_assert_query(db, "PRAGMA user_version", "2");
    sample_assert_query(db, "SELECT value FROM about WHERE key = 'schema'", "2");
    sample_assert_query(db, "SELECT count(*) FROM idx_municipalities_geometry", "4");
    sample_assert_query(
        db, "SELECT run || ':' || projects_new || events_new || rejects FROM imports", "1:431");
    sample_assert_query(db, "SELECT group_concat(id) FROM (SELECT id FROM changes ORDER BY id)",
                        "e1,e2,e3,p1,p2,p3,p4");
}

/* The definitions, comments included, of tables, views and indexes. */
static void its_schema_is_that_of_a_new_file(void **state)
{
    const sample_file *f = *state;
    GError *error = NULL;
    g_autofree char *new_path = g_build_filename(f->folder, "new.sqlite", NULL);
    const ik_store_input input = {.territory = &f->territory, .records = f->records};
    assert_true(ik_catalogue_write(new_path, &input, &error));
    sample_write_version_1(f->path);
    migrate(f->path);
    g_autoptr(ik_db) db = sample_file_open(f);
    g_autoptr(ik_db) fresh = ik_db_open(new_path, &error);
    ik_assert_no_error(error);
    g_autofree char *converted = whole_table(db, "name, sql", "sqlite_master");
    g_autofree char *expected = whole_table(fresh, "name, sql", "sqlite_master");
    assert_string_equal(converted, expected);
    g_autofree char *layers = whole_table(db, "*", "geometry_columns");
    g_autofree char *expected_layers = whole_table(fresh, "*", "geometry_columns");
    assert_string_equal(layers, expected_layers);
}

static void migrating_twice_changes_nothing(void **state)
{
    const sample_file *f = *state;
    size_t length, second_length;
    sample_write_version_1(f->path);
    migrate(f->path);
    g_autofree char *bytes = read_bytes(f->path, &length);
    migrate(f->path);
    g_autofree char *second = read_bytes(f->path, &second_length);
    assert_int_equal(length, second_length);
    assert_memory_equal(bytes, second, length);
}

static void a_failure_leaves_the_file_untouched(void **state)
{
    const sample_file *f = *state;
    size_t length, second_length;
    GError *error = NULL;
    g_autofree char *source = ik_test_source_path("tests/data/catalogue_v1.sql");
    g_autofree char *sql = ik_test_file_read(source, &length);
    g_autoptr(ik_db) broken = ik_db_create(f->path, &error);
    assert_true(ik_db_run(broken, sql, &error) && ik_db_run(broken, "DROP TABLE rejects", &error) &&
                ik_db_finish(broken, &error));
    g_autofree char *bytes = read_bytes(f->path, &length);
    assert_false(ik_catalogue_migrate(f->path, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INTERNAL, "cannot be converted from version 1");
    g_clear_error(&error);
    g_autofree char *second = read_bytes(f->path, &second_length);
    assert_int_equal(length, second_length);
    assert_memory_equal(bytes, second, length);
    g_autoptr(GDir) folder = g_dir_open(f->folder, 0, NULL);
    assert_string_equal(g_dir_read_name(folder), "katalog.sqlite");
    assert_null(g_dir_read_name(folder));
}

static void reading_an_earlier_version_changes_nothing(void **state)
{
    const sample_file *f = *state;
    size_t length, second_length;
    GError *error = NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    const ik_answer answer = sample_answer(IK_ANSWER_CSV, text);
    sample_write_version_1(f->path);
    g_autofree char *bytes = read_bytes(f->path, &length);
    g_autoptr(ik_catalogue) catalogue = sample_catalogue(f->path);
    const ik_catalogue_filter filter = {.theme = "training"};
    assert_true(ik_catalogue_query(catalogue, &filter, &answer, &error));
    assert_non_null(strstr(text->str, "\np1;Titel p1;Träger A;"));
    assert_non_null(strstr(text->str, ";https://example.org/p1.mp4;"));
    g_autofree char *second = read_bytes(f->path, &second_length);
    assert_int_equal(length, second_length);
    assert_memory_equal(bytes, second, length);
}

/* Its history begins with what the file held; hashes that it did not have are no change. */
static void an_import_into_an_earlier_version_goes_on(void **state)
{
    sample_file *f = *state;
    sample_write_version_1(f->path);
    ik_project *project = sample_file_project(f, "p1");
    project->website = g_strdup("https://example.org/");
    project->image = g_strdup("https://example.org/p1.jpg");
    ik_import_summary summary = sample_file_import(f, NULL);
    assert_int_equal(summary.run, 2);
    assert_int_equal(summary.projects.unchanged, 3);
    assert_int_equal(summary.projects.changed, 1);
    assert_int_equal(summary.events.unchanged, 3);
    g_autoptr(ik_db) db = sample_file_open(f);
    sample_assert_query(db, "SELECT field || before || coalesce(after, '') FROM change_fields",
                        "videohttps://example.org/p1.mp4");
    sample_assert_query(db, "SELECT count(*) FROM changes WHERE content_hash IS NULL", "1");
    summary = sample_file_import(f, NULL);
    assert_int_equal(summary.projects.unchanged, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_SAMPLE_FILE(nothing_is_lost),
        WITH_SAMPLE_FILE(the_file_is_sound_and_of_this_version),
        WITH_SAMPLE_FILE(its_schema_is_that_of_a_new_file),
        WITH_SAMPLE_FILE(migrating_twice_changes_nothing),
        WITH_SAMPLE_FILE(a_failure_leaves_the_file_untouched),
        WITH_SAMPLE_FILE(reading_an_earlier_version_changes_nothing),
        WITH_SAMPLE_FILE(an_import_into_an_earlier_version_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
