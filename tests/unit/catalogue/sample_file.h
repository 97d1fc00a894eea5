/* sample_file.h — the sample records as catalogue files, and what their parts answer.   [tests] */
#ifndef IK_SAMPLE_FILE_H
#define IK_SAMPLE_FILE_H

#include "sample_query.h"
#include "sample_records.h"
#include "store.h"

typedef struct {
    ik_topology *borders;
    ik_territory territory;
    ik_records *records;
    char *folder, *path; /* of a catalogue that is not there yet */
} sample_file;

static inline int sample_file_set_up(void **state)
{
    sample_file *f = g_new0(sample_file, 1);
    f->borders = sample_borders();
    f->territory = sample_territory(f->borders);
    f->records = sample_records();
    f->folder = ik_test_folder_new();
    f->path = g_build_filename(f->folder, "katalog.sqlite", NULL);
    *state = f;
    return 0;
}

static inline int sample_file_tear_down(void **state)
{
    sample_file *f = *state;
    ik_test_folder_remove(f->folder);
    g_free(f->path);
    ik_records_free(f->records);
    ik_topology_free(f->borders);
    g_free(f);
    return 0;
}

#define WITH_SAMPLE_FILE(test) \
    cmocka_unit_test_setup_teardown(test, sample_file_set_up, sample_file_tear_down)

/* Imports the records as they are into the file. */
static inline ik_import_summary sample_file_import(const sample_file *f, const char *label)
{
    GError *error = NULL;
    ik_import_summary summary;
    const ik_store_input input = {.territory = &f->territory,
                                  .records = f->records,
                                  .title = "Karte",
                                  .notice = "Beispieldaten",
                                  .label = label};
    ik_catalogue_update(f->path, &input, &summary, &error);
    ik_assert_no_error(error);
    return summary;
}

static inline ik_project *sample_file_project(const sample_file *f, const char *id)
{
    for (guint i = 0; i < f->records->projects->len; i++) {
        ik_project *project = g_ptr_array_index(f->records->projects, i);
        if (g_str_equal(project->id, id))
            return project;
    }
    fail_msg("no project %s", id);
    return NULL;
}

static inline void sample_file_remove(const sample_file *f, const char *id)
{
    g_ptr_array_remove(f->records->projects, sample_file_project(f, id));
}

static inline ik_db *sample_file_open(const sample_file *f)
{
    GError *error = NULL;
    ik_db *db = ik_db_open(f->path, &error);
    ik_assert_no_error(error);
    return db;
}

static inline ik_catalogue *sample_catalogue(const char *path)
{
    GError *error = NULL;
    ik_catalogue *catalogue = ik_catalogue_open(path, &error);
    ik_assert_no_error(error);
    return catalogue;
}

static inline bool sample_collect(const char *bytes, gsize size, gpointer data, GError **error)
{
    (void)error;
    g_string_append_len(data, bytes, (gssize)size);
    return true;
}

/* An answer that is collected in `text`. */
static inline ik_answer sample_answer(ik_answer_format format, GString *text)
{
    return (ik_answer){.format = format, .language = "en", .write = sample_collect, .data = text};
}

/* Runs the committed SQL of a catalogue of schema version 1 into a new file. */
static inline void sample_write_version_1(const char *path)
{
    GError *error = NULL;
    g_autofree char *source = ik_test_source_path("tests/data/catalogue_v1.sql");
    g_autofree char *sql = ik_test_file_read(source, &(size_t){0});
    g_autoptr(ik_db) db = ik_db_create(path, &error);
    const bool ok = ik_db_run(db, sql, &error) && ik_db_finish(db, &error);
    ik_assert_no_error(error);
    assert_true(ok);
}

#endif
