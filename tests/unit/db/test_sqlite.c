/* test_sqlite.c — databases created, finished, opened; what is refused; equal bytes.   [tests] */
#include "sqlite.h"

#include <ideenkarte/error.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "test_support.h"

typedef struct {
    char *folder, *path;
} place;

static int make_place(void **state)
{
    place *p = g_new(place, 1);
    p->folder = ik_test_folder_new();
    p->path = g_build_filename(p->folder, "map.sqlite", NULL);
    *state = p;
    return 0;
}

static int remove_place(void **state)
{
    place *p = *state;
    ik_test_folder_remove(p->folder);
    g_free(p->path);
    g_free(p);
    return 0;
}

static const char PLACES[] =
    "BEGIN;"
    "CREATE TABLE places (id TEXT PRIMARY KEY, name TEXT NOT NULL);"
    "SELECT AddGeometryColumn('places', 'position', 4326, 'POINT', 'XY');"
    "SELECT CreateSpatialIndex('places', 'position');"
    "INSERT INTO places VALUES ('b', 'Bönen', MakePoint(7.76, 51.6, 4326));"
    "INSERT INTO places VALUES ('a', 'Aachen', MakePoint(6.08, 50.77, 4326));"
    "INSERT INTO places VALUES ('c', 'x', MakePoint(9, 52, 4326));"
    "UPDATE places SET name = 'Borken', position = MakePoint(6.86, 51.84, 4326) WHERE id = 'b';"
    "DELETE FROM places WHERE id = 'c';"
    "SELECT UpdateLayerStatistics('places', 'position');"
    "COMMIT;";

static void create(const char *path)
{
    GError *error = NULL;
    g_autoptr(ik_db) db = ik_db_create(path, &error);
    ik_assert_no_error(error);
    bool ok = ik_db_run(db, PLACES, &error) && ik_db_finish(db, &error);
    ik_assert_no_error(error);
    assert_true(ok);
}

/* The first column of the first row. */
static char *answer(ik_db *db, const char *sql)
{
    GError *error = NULL;
    bool row = false;
    g_autoptr(ik_statement) statement = ik_statement_new(db, sql, &error);
    ik_assert_no_error(error);
    assert_true(ik_statement_step(statement, &row, &error));
    ik_assert_no_error(error);
    return row ? g_strdup(ik_column_text(statement, 0)) : NULL;
}

static void expect_answer(ik_db *db, const char *sql, const char *expected)
{
    g_autofree char *text = answer(db, sql);
    assert_non_null(text);
    assert_string_equal(text, expected);
}

/* --- files ------------------------------------------------------------------------------------ */

static void what_was_created_is_read_back(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    create(p->path);
    g_autoptr(ik_db) db = ik_db_open(p->path, &error);
    ik_assert_no_error(error);
    expect_answer(
        db, "SELECT group_concat(id || ' ' || name, ', ') FROM (SELECT * FROM places ORDER BY id)",
        "a Aachen, b Borken");
    expect_answer(db, "SELECT AsText(position) FROM places WHERE id = 'b'", "POINT(6.86 51.84)");
    expect_answer(db,
                  "SELECT group_concat(srid) FROM (SELECT srid FROM spatial_ref_sys WHERE srid > 0 "
                  "ORDER BY srid)",
                  "3857,4326,25832");
    expect_answer(db, "SELECT count(*) FROM idx_places_position", "2");
}

static void two_files_made_at_different_times_are_equal(void **state)
{
    const place *p = *state;
    g_autofree char *other = g_build_filename(p->folder, "other.sqlite", NULL);
    create(p->path);
    g_usleep(1100000); /* every clock that counts seconds has gone on */
    create(other);
    gsize size, other_size;
    g_autofree char *bytes = ik_test_file_read(p->path, &size);
    g_autofree char *other_bytes = ik_test_file_read(other, &other_size);
    assert_int_equal(size, other_size);
    assert_memory_equal(bytes, other_bytes, size);
}

static void a_finished_file_has_no_free_pages(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    g_autoptr(ik_db) db = ik_db_create(p->path, &error);
    bool ok = ik_db_run(
        db, "CREATE TABLE t (b); INSERT INTO t VALUES (zeroblob(100000)); DROP TABLE t", &error);
    ok = ok && ik_db_finish(db, &error);
    ik_assert_no_error(error);
    assert_true(ok);
    g_autoptr(ik_db) finished = ik_db_open(p->path, &error);
    expect_answer(finished, "PRAGMA freelist_count", "0");
}

static void nothing_stays_beside_the_file(void **state)
{
    const place *p = *state;
    create(p->path);
    g_autoptr(GDir) folder = g_dir_open(p->folder, 0, NULL);
    assert_string_equal(g_dir_read_name(folder), "map.sqlite");
    assert_null(g_dir_read_name(folder));
}

static void no_text_in_the_file_looks_like_a_time_of_today(void **state)
{
    const place *p = *state;
    create(p->path);
    gsize size;
    g_autofree char *bytes = ik_test_file_read(p->path, &size);
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *year = g_strdup_printf("%d-", g_date_time_get_year(now));
    for (gsize i = 0; i + 5 <= size; i++)
        assert_memory_not_equal(bytes + i, year, 5);
}

static void gdal_reads_the_file(void **state)
{
    const place *p = *state;
    g_autofree char *program = g_find_program_in_path("ogrinfo");
    if (program == NULL) {
        print_message("skipped: no ogrinfo\n");
        skip();
    }
    create(p->path);
    GError *error = NULL;
    g_autofree char *out = NULL;
    g_autofree char *messages = NULL;
    int status;
    char *command[] = {program, (char *)"-ro", p->path, (char *)"places", NULL};
    g_spawn_sync(NULL, command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &messages, &status,
                 &error);
    ik_assert_no_error(error);
    assert_int_equal(status, 0);
    assert_string_equal(messages, "");
    assert_non_null(strstr(out, "Geometry: Point"));
    assert_non_null(strstr(out, "Feature Count: 2"));
    assert_non_null(strstr(out, "ID[\"EPSG\",4326]"));
    assert_non_null(strstr(out, "POINT (6.86 51.84)"));
}

/* --- refusing --------------------------------------------------------------------------------- */

static void expect_not_opened(const char *path, ik_error_code code, const char *part)
{
    GError *error = NULL;
    assert_null(ik_db_open(path, &error));
    ik_assert_error(error, IK_ERROR, (int)code, part);
    g_clear_error(&error);
}

static void an_existing_file_is_not_created_again(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    g_free(ik_test_file_write(p->folder, "map.sqlite", "", 0));
    ik_db *db = ik_db_create(p->path, &error);
    ik_db_close(db); /* NULL is accepted */
    assert_null(db);
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "exists already");
    g_clear_error(&error);
    g_autofree char *nowhere = g_build_filename(p->folder, "no/map.sqlite", NULL);
    assert_null(ik_db_create(nowhere, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "map.sqlite: ");
    g_clear_error(&error);
}

static void what_is_no_database_is_not_opened(void **state)
{
    const place *p = *state;
    expect_not_opened(p->path, IK_ERROR_NOT_FOUND, "map.sqlite");
    assert_false(g_file_test(p->path, G_FILE_TEST_EXISTS));
    expect_not_opened(p->folder, IK_ERROR_INPUT, "is a folder");
    g_autofree char *text = g_strnfill(5000, 'x');
    g_free(ik_test_file_write(p->folder, "map.sqlite", text, -1));
    expect_not_opened(p->path, IK_ERROR_INPUT, "not a database");
}

static void a_damaged_file_is_not_opened(void **state)
{
    const place *p = *state;
    create(p->path);
    gsize size;
    g_autofree char *bytes = ik_test_file_read(p->path, &size);
    assert_true(size > 20000);
    g_free(ik_test_file_write(p->folder, "map.sqlite", bytes, (gssize)size / 2));
    expect_not_opened(p->path, IK_ERROR_INPUT, "map.sqlite");
    memset(bytes + 8192, 0xA5, 4096);
    g_free(ik_test_file_write(p->folder, "map.sqlite", bytes, (gssize)size));
    expect_not_opened(p->path, IK_ERROR_INPUT, "map.sqlite");
}

/* Whatever is flipped: no crash, and the answer is an error or a database. */
static void no_damage_crashes_the_reader(void **state)
{
    const place *p = *state;
    create(p->path);
    gsize size;
    g_autofree char *bytes = ik_test_file_read(p->path, &size);
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    for (guint round = 0; round < 60; round++) {
        g_autofree char *damaged = g_memdup2(bytes, size);
        gsize end = round % 2 == 0 ? 4096 : size;
        for (guint i = 0; i < 20; i++)
            damaged[g_rand_int_range(random, 16, (gint32)end)] =
                (char)g_rand_int_range(random, 0, 256);
        g_free(ik_test_file_write(p->folder, "map.sqlite", damaged, (gssize)size));
        g_autoptr(GError) error = NULL;
        g_autoptr(ik_db) db = ik_db_open(p->path, &error);
        assert_true((db == NULL) == (error != NULL));
        if (db != NULL)
            ik_db_run(db, "SELECT count(*), max(name) FROM places", NULL);
    }
}

static void an_opened_file_cannot_be_changed(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    create(p->path);
    g_autoptr(ik_db) db = ik_db_open(p->path, &error);
    assert_false(ik_db_run(db, "CREATE TABLE t (a)", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "readonly");
    g_clear_error(&error);
}

static void there_is_no_file_before_it_is_finished(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    g_autoptr(ik_db) db = ik_db_create(p->path, &error);
    ik_assert_no_error(error);
    assert_true(ik_db_run(db, "CREATE TABLE t (a)", &error));
    expect_not_opened(p->path, IK_ERROR_NOT_FOUND, "no such file");
    assert_true(ik_db_finish(db, &error));
    assert_true(g_file_test(p->path, G_FILE_TEST_IS_REGULAR));
}

static void a_plain_database_holds_only_what_was_made(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    g_autoptr(ik_db) db = ik_db_create_plain(p->path, &error);
    bool ok = ik_db_run(db, "PRAGMA application_id = 7; CREATE TABLE t (a)", &error) &&
              ik_db_finish(db, &error);
    ik_assert_no_error(error);
    assert_true(ok);
    g_autoptr(ik_db) opened = ik_db_open(p->path, &error);
    expect_answer(opened, "SELECT group_concat(name) FROM sqlite_master", "t");
    expect_answer(opened, "PRAGMA application_id", "7");
}

static void damage_behind_the_head_shows_when_it_is_met(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    create(p->path);
    size_t length;
    g_autofree char *bytes = ik_test_file_read(p->path, &length);
    memset(bytes + 4096, 0x55, length - 4096);
    g_free(ik_test_file_write(p->folder, "map.sqlite", bytes, (gssize)length));
    expect_not_opened(p->path, IK_ERROR_INPUT, "map.sqlite: ");
    g_autoptr(ik_db) db = ik_db_open_unchecked(p->path, &error);
    ik_assert_no_error(error);
    assert_false(ik_db_run(db, "SELECT * FROM places", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "malformed");
    g_clear_error(&error);
}

/* A foreign file's views might call what reads and writes other files. */
static void the_schema_of_an_opened_file_is_not_trusted(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    g_autoptr(ik_db) db = ik_db_create(p->path, &error);
    bool ok = ik_db_run(db, "CREATE VIEW v AS SELECT AsText(MakePoint(1, 2))", &error) &&
              ik_db_finish(db, &error);
    ik_assert_no_error(error);
    assert_true(ok);
    g_autoptr(ik_db) opened = ik_db_open(p->path, &error);
    assert_false(ik_db_run(opened, "SELECT * FROM v", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INTERNAL, "unsafe use of");
    g_clear_error(&error);
    expect_answer(opened, "SELECT AsText(MakePoint(1, 2))", "POINT(1 2)");
}

static void wrong_sql_is_named_in_the_message(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(ik_db) db = ik_db_create(":memory:", &error);
    ik_assert_no_error(error);
    assert_false(ik_db_run(db, "SELEKT 1", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INTERNAL, "near \"SELEKT\"");
    assert_non_null(strstr(error->message, "in \"SELEKT 1\""));
    g_clear_error(&error);
}

static void foreign_keys_are_enforced(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    g_autoptr(ik_db) db = ik_db_create(p->path, &error);
    assert_true(ik_db_run(db,
                          "CREATE TABLE a (id INTEGER PRIMARY KEY);"
                          "CREATE TABLE b (a INTEGER REFERENCES a(id));",
                          &error));
    assert_false(ik_db_run(db, "INSERT INTO b VALUES (7)", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "FOREIGN KEY constraint failed");
    g_clear_error(&error);
    assert_true(ik_db_run(db, "PRAGMA foreign_keys = OFF; INSERT INTO b VALUES (7)", &error));
    assert_false(ik_db_finish(db, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "foreign_key_check");
    g_clear_error(&error);
}

static int fill_a_full_disk(const char *path)
{
    GError *error = NULL;
    const struct rlimit limit = {400000, 400000};
    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 1;
    g_autoptr(ik_db) db = ik_db_create(path, &error);
    if (db == NULL || !ik_db_run(db, "CREATE TABLE t (b BLOB)", &error))
        return 2;
    bool ok = true;
    for (guint i = 0; i < 50 && ok; i++)
        ok = ik_db_run(db, "INSERT INTO t VALUES (randomblob(20000))", &error);
    if (!ok || ik_db_finish(db, &error) || !g_error_matches(error, IK_ERROR, IK_ERROR_IO))
        return 3;
    return 0;
}

static void a_full_disk_is_an_error(void **state)
{
    const place *p = *state;
    int status;
    pid_t child = fork();
    if (child == 0)
        _exit(fill_a_full_disk(p->path));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

#define IN_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_PLACE(what_was_created_is_read_back),
        IN_PLACE(two_files_made_at_different_times_are_equal),
        IN_PLACE(a_finished_file_has_no_free_pages),
        IN_PLACE(nothing_stays_beside_the_file),
        IN_PLACE(no_text_in_the_file_looks_like_a_time_of_today),
        IN_PLACE(gdal_reads_the_file),
        IN_PLACE(an_existing_file_is_not_created_again),
        IN_PLACE(what_is_no_database_is_not_opened),
        IN_PLACE(a_damaged_file_is_not_opened),
        IN_PLACE(no_damage_crashes_the_reader),
        IN_PLACE(an_opened_file_cannot_be_changed),
        IN_PLACE(there_is_no_file_before_it_is_finished),
        IN_PLACE(a_plain_database_holds_only_what_was_made),
        IN_PLACE(damage_behind_the_head_shows_when_it_is_met),
        IN_PLACE(the_schema_of_an_opened_file_is_not_trusted),
        cmocka_unit_test(wrong_sql_is_named_in_the_message),
        IN_PLACE(foreign_keys_are_enforced),
        IN_PLACE(a_full_disk_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
