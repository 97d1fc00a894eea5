/* test_catalogue_database.c — what is no catalogue is refused and never touched; damage is no crash.   [tests] */
#include "catalogue_database.h"

#include "sample_file.h"

#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <string.h>

/* --- what is refused -------------------------------------------------------------------------- */

/* Every way in ends with that error and leaves the bytes. */
static void expect_refused(const sample_file *f, ik_error_code code, const char *part)
{
    GError *error = NULL;
    size_t length, second_length;
    g_autofree char *bytes = ik_test_file_read(f->path, &length);
    assert_null(ik_catalogue_open(f->path, &error));
    ik_assert_error(error, IK_ERROR, (int)code, part);
    g_clear_error(&error);
    const ik_store_input input = {.territory = &f->territory, .records = f->records};
    assert_false(ik_catalogue_update(f->path, &input, NULL, &error));
    ik_assert_error(error, IK_ERROR, (int)code, part);
    g_clear_error(&error);
    assert_false(ik_catalogue_migrate(f->path, &error));
    ik_assert_error(error, IK_ERROR, (int)code, part);
    g_clear_error(&error);
    g_autofree char *second = ik_test_file_read(f->path, &second_length);
    assert_int_equal(length, second_length);
    assert_memory_equal(bytes, second, length);
    g_autoptr(GDir) folder = g_dir_open(f->folder, 0, NULL);
    assert_string_equal(g_dir_read_name(folder), "katalog.sqlite");
    assert_null(g_dir_read_name(folder));
}

static void write_database(const sample_file *f, const char *sql)
{
    GError *error = NULL;
    g_autoptr(ik_db) db = ik_db_create_plain(f->path, &error);
    const bool ok = ik_db_run(db, sql, &error) && ik_db_finish(db, &error);
    ik_assert_no_error(error);
    assert_true(ok);
}

static void a_foreign_database_is_refused(void **state)
{
    const sample_file *f = *state;
    write_database(f, "CREATE TABLE projects (id TEXT); PRAGMA user_version = 2");
    expect_refused(f, IK_ERROR_INPUT, "is an SQLite database, but no catalogue of ideenkarte");
}

static void a_newer_version_is_refused(void **state)
{
    const sample_file *f = *state;
    write_database(f, "PRAGMA application_id = 1229669185; PRAGMA user_version = 3");
    expect_refused(f, IK_ERROR_UNSUPPORTED,
                   "is a catalogue of version 3; this program knows "
                   "versions up to 2");
}

static void an_empty_file_is_refused(void **state)
{
    const sample_file *f = *state;
    g_free(ik_test_file_write(f->folder, "katalog.sqlite", "", 0));
    expect_refused(f, IK_ERROR_INPUT, "no catalogue of ideenkarte");
}

static void what_is_no_database_is_refused(void **state)
{
    const sample_file *f = *state;
    g_free(ik_test_file_write(f->folder, "katalog.sqlite",
                              "id;title\r\nThis is a list and no database at all, which is longer "
                              "than the head of one: one hundred bytes.\r\n",
                              -1));
    expect_refused(f, IK_ERROR_INPUT, "not a database");
}

static void a_damaged_head_is_refused(void **state)
{
    const sample_file *f = *state;
    size_t length;
    sample_file_import(f, NULL);
    g_autofree char *bytes = ik_test_file_read(f->path, &length);
    memset(bytes + 100, 0xA5, 3000); /* the schema's first page */
    g_free(ik_test_file_write(f->folder, "katalog.sqlite", bytes, (gssize)length));
    expect_refused(f, IK_ERROR_INPUT, "malformed");
}

/* Pages behind the schema: reading may not meet them, but an import looks at everything first. */
static void damage_anywhere_stops_an_import(void **state)
{
    const sample_file *f = *state;
    GError *error = NULL;
    size_t length, second_length;
    sample_file_import(f, NULL);
    g_autofree char *bytes = ik_test_file_read(f->path, &length);
    memset(bytes + length - 8192, 0xA5, 8192);
    g_free(ik_test_file_write(f->folder, "katalog.sqlite", bytes, (gssize)length));
    const ik_store_input input = {.territory = &f->territory, .records = f->records};
    assert_false(ik_catalogue_update(f->path, &input, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "katalog.sqlite: ");
    g_clear_error(&error);
    g_autofree char *second = ik_test_file_read(f->path, &second_length);
    assert_int_equal(length, second_length);
    assert_memory_equal(bytes, second, length);
}

static void a_folder_is_refused(void **state)
{
    const sample_file *f = *state;
    GError *error = NULL;
    assert_int_equal(g_mkdir(f->path, 0755), 0);
    assert_null(ik_catalogue_open(f->path, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "is a folder");
    g_clear_error(&error);
    const ik_store_input input = {.territory = &f->territory, .records = f->records};
    assert_false(ik_catalogue_update(f->path, &input, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "is a folder");
    g_clear_error(&error);
}

static void what_is_not_there_is_not_found(void **state)
{
    const sample_file *f = *state;
    GError *error = NULL;
    assert_null(ik_catalogue_open(f->path, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "katalog.sqlite: no such file");
    g_clear_error(&error);
    assert_false(ik_catalogue_migrate(f->path, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "no such file");
    g_clear_error(&error);
    ik_catalogue_close(NULL);
}

/* --- mutated files ---------------------------------------------------------------------------- */

static guint32 next_random(guint32 *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

/* One to eight places: a bit, a byte, a run of bytes, or the end of the file cut off. */
static size_t mutate(char *bytes, size_t length, guint32 *seed)
{
    size_t left = length;
    for (guint n = 1 + next_random(seed) % 8; n > 0; n--) {
        const size_t at = next_random(seed) % left;
        const size_t run = MIN(left - at, 1 + next_random(seed) % 64);
        switch (next_random(seed) % 8) {
        case 0: memset(bytes + at, (int)(next_random(seed) & 0xFF), run); break;
        case 1: left = MAX(at, 1); break;
        case 2: memmove(bytes + at, bytes + next_random(seed) % (left - run + 1), run); break;
        case 3: bytes[at % 4096] ^= (char)next_random(seed); break;
        default: bytes[at] ^= (char)(1U << next_random(seed) % 8); break;
        }
    }
    return left;
}

/* What comes of it does not matter as long as it is an answer or an error. Returns whether the file opened. */
static bool use_every_way_in(const sample_file *f)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *export = g_build_filename(f->folder, "out.gpkg", NULL);
    const ik_catalogue_filter filter = {.region = "suedland", .theme = "work"};
    ik_answer answer = sample_answer(IK_ANSWER_TABLE, text);
    ik_catalogue *catalogue = ik_catalogue_open(f->path, NULL);
    if (catalogue != NULL) {
        ik_catalogue_query(catalogue, &filter, &answer, NULL);
        answer.format = IK_ANSWER_JSON;
        ik_catalogue_diff(catalogue, 0, &answer, NULL);
        ik_catalogue_export(catalogue, export, NULL);
        answer.format = IK_ANSWER_CSV;
        ik_catalogue_query_sql(catalogue, "SELECT * FROM coverage_by_region", &answer, NULL);
        assert_true(g_utf8_validate(text->str, (gssize)text->len, NULL));
    }
    const bool is_open = catalogue != NULL;
    ik_catalogue_close(catalogue);
    return is_open;
}

static void mutated_files_never_crash_and_are_never_written(void **state)
{
    sample_file *f = *state;
    guint32 seed = 20161019;
    guint opened = 0;
    size_t length;
    sample_file_import(f, "eins");
    sample_file_remove(f, "p4");
    sample_file_import(f, "zwei");
    g_autofree char *bytes = ik_test_file_read(f->path, &length);
    const ik_store_input input = {.territory = &f->territory, .records = f->records};
    for (guint i = 0; i < 500; i++) {
        g_autofree char *mutated = g_memdup2(bytes, length);
        const size_t left = mutate(mutated, length, &seed);
        size_t after_length;
        g_free(ik_test_file_write(f->folder, "katalog.sqlite", mutated, (gssize)left));
        opened += use_every_way_in(f);
        g_autofree char *after = ik_test_file_read(f->path, &after_length);
        assert_int_equal(after_length, left);
        assert_memory_equal(after, mutated, left);
        if (i % 10 == 0)
            ik_catalogue_update(f->path, &input, NULL, NULL);
    }
    /* Some are refused at once, some only answer less than they should. */
    assert_in_range(opened, 100, 490);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_SAMPLE_FILE(a_foreign_database_is_refused),
        WITH_SAMPLE_FILE(a_newer_version_is_refused),
        WITH_SAMPLE_FILE(an_empty_file_is_refused),
        WITH_SAMPLE_FILE(what_is_no_database_is_refused),
        WITH_SAMPLE_FILE(a_damaged_head_is_refused),
        WITH_SAMPLE_FILE(damage_anywhere_stops_an_import),
        WITH_SAMPLE_FILE(a_folder_is_refused),
        WITH_SAMPLE_FILE(what_is_not_there_is_not_found),
        WITH_SAMPLE_FILE(mutated_files_never_crash_and_are_never_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
