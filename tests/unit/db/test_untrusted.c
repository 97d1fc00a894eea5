/* test_untrusted.c — what a person's SQL may do, and what not.   [tests] */
#include "sqlite.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "test_support.h"

typedef struct {
    char *folder, *path;
    ik_db *db;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    GError *error = NULL;
    f->folder = ik_test_folder_new();
    f->path = g_build_filename(f->folder, "map.sqlite", NULL);
    g_autoptr(ik_db) db = ik_db_create(f->path, &error);
    bool ok = db != NULL &&
              ik_db_run(db,
                        "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 'x'), (2, 'y');"
                        "CREATE TABLE places (fid INTEGER PRIMARY KEY);"
                        "SELECT AddGeometryColumn('places', 'position', 4326, 'POINT', 'XY');"
                        "INSERT INTO places VALUES (4, MakePoint(7, 51, 4326)),"
                        " (5, MakePoint(9, 52, 4326));"
                        "SELECT CreateSpatialIndex('places', 'position')",
                        &error) &&
              ik_db_finish(db, &error);
    ik_assert_no_error(error);
    assert_true(ok);
    f->db = ik_db_open(f->path, &error);
    ik_assert_no_error(error);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_db_close(f->db);
    ik_test_folder_remove(f->folder);
    g_free(f->path);
    g_free(f);
    return 0;
}

static void expect_answer(ik_db *db, const char *sql, const char *expected)
{
    GError *error = NULL;
    bool row = false;
    g_autoptr(ik_statement) statement = ik_statement_new_untrusted(db, sql, &error);
    ik_assert_no_error(error);
    assert_true(ik_statement_step(statement, &row, &error));
    assert_true(row);
    assert_string_equal(ik_column_text(statement, 0), expected);
}

static void expect_refused(ik_db *db, const char *sql)
{
    GError *error = NULL;
    g_autoptr(ik_statement) statement = ik_statement_new_untrusted(db, sql, &error);
    if (statement != NULL)
        fail_msg("%s is let through", sql);
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "map.sqlite: ");
    g_clear_error(&error);
}

static void reading_is_allowed(void **state)
{
    const fixture *f = *state;
    expect_answer(f->db, "SELECT group_concat(b) FROM t", "x,y");
    expect_answer(f->db, "SELECT a FROM t ORDER BY a DESC LIMIT 1; -- the greatest", "2");
    expect_answer(f->db,
                  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) "
                  "SELECT max(i) FROM n",
                  "5");
    expect_answer(f->db, "SELECT AsText(MakePoint(1, 2))", "POINT(1 2)");
    expect_answer(f->db, "VALUES (7)", "7");
    expect_answer(f->db, "PRAGMA user_version", "0");
    expect_answer(f->db, "SELECT name FROM pragma_table_info('t')", "a");
    expect_answer(f->db, "EXPLAIN QUERY PLAN SELECT * FROM t WHERE rowid = 1", "2");
}

static void spatial_indexes_answer(void **state)
{
    const fixture *f = *state;
    expect_answer(f->db,
                  "SELECT fid FROM places WHERE rowid IN (SELECT rowid FROM SpatialIndex WHERE "
                  "f_table_name = 'places' AND search_frame = BuildMbr(6.5, 50.5, 7.5, 51.5))",
                  "4");
}

static void whatever_does_more_is_refused(void **state)
{
    const fixture *f = *state;
    static const char *const statements[] = {
        "INSERT INTO t VALUES (3, 'z')",
        "UPDATE t SET a = 1",
        "DELETE FROM t",
        "WITH x AS (SELECT 1) DELETE FROM t",
        "DROP TABLE t",
        "CREATE TABLE u (a)",
        "CREATE TEMP TABLE u (a)",
        "CREATE VIRTUAL TABLE temp.u USING VirtualText('/etc/passwd', 'UTF-8', 0)",
        "ATTACH 'other.sqlite' AS o",
        "DETACH main",
        "VACUUM INTO 'copy.sqlite'",
        "BEGIN",
        "PRAGMA user_version = 9",
        "PRAGMA writable_schema = ON",
        "PRAGMA trusted_schema(1)",
        "PRAGMA journal_mode = WAL",
        "SELECT * FROM pragma_user_version(9)",
        "SELECT load_extension('x')",
        "SELECT BlobFromFile('/etc/passwd')",
        "SELECT BlobToFile(x'00', 'out')",
        "SELECT ExportSHP('t', 'a', 'out', 'UTF-8')",
        "SELECT ImportWFS('a', 'b', 'c')",
        "SELECT XB_Create(BlobFromFile('x'))",
        "SELECT SqlProc_Execute(x'00')",
        "CREATE TABLE u AS SELECT * FROM t",
        "INSERT INTO sqlite_master VALUES ('table', 'x', 'x', 0, 'y')",
        "UPDATE sqlite_master SET name = 'x'",
        "REINDEX",
        "ANALYZE",
    };
    for (guint i = 0; i < G_N_ELEMENTS(statements); i++)
        expect_refused(f->db, statements[i]);
}

static void it_is_one_statement_and_right(void **state)
{
    const fixture *f = *state;
    expect_refused(f->db, "");
    expect_refused(f->db, " ; -- nothing");
    expect_refused(f->db, "SELECT 1; SELECT 2");
    expect_refused(f->db, "SELECT 1; DROP TABLE t");
    expect_refused(f->db, "SELECT 1; rubbish");
    expect_refused(f->db, "SELEC 1");
    expect_refused(f->db, "SELECT nothing FROM t");
    expect_refused(f->db, "SELECT * FROM nowhere");
    expect_refused(f->db, "SELECT unheard_of(1)");
}

static void the_file_is_as_before(void **state)
{
    const fixture *f = *state;
    size_t before, after;
    g_autofree char *old_bytes = ik_test_file_read(f->path, &before);
    whatever_does_more_is_refused(state);
    g_autofree char *bytes = ik_test_file_read(f->path, &after);
    assert_int_equal(before, after);
    assert_memory_equal(old_bytes, bytes, before);
    g_autoptr(GDir) folder = g_dir_open(f->folder, 0, NULL);
    assert_string_equal(g_dir_read_name(folder), "map.sqlite");
    assert_null(g_dir_read_name(folder));
}

static void columns_say_name_and_kind(void **state)
{
    const fixture *f = *state;
    GError *error = NULL;
    bool row;
    g_autoptr(ik_statement) query = ik_statement_new_untrusted(
        f->db, "SELECT NULL AS n, 1 AS i, 1.5 AS r, 'x' AS t, x'00' AS b", &error);
    ik_assert_no_error(error);
    assert_int_equal(ik_column_count(query), 5);
    assert_string_equal(ik_column_name(query, 4), "b");
    assert_true(ik_statement_step(query, &row, &error));
    static const ik_column_kind kinds[] = {IK_COLUMN_NULL, IK_COLUMN_INTEGER, IK_COLUMN_REAL,
                                           IK_COLUMN_TEXT, IK_COLUMN_BLOB};
    for (int i = 0; i < 5; i++)
        assert_int_equal(ik_column_kind_of(query, i), kinds[i]);
}

static void rows_pass_from_one_database_to_another(void **state)
{
    const fixture *f = *state;
    GError *error = NULL;
    bool row;
    g_autoptr(ik_db) other = ik_db_create(":memory:", &error);
    assert_true(ik_db_run(other, "CREATE TABLE c (n, i, r, t, b)", &error));
    g_autoptr(ik_statement) query =
        ik_statement_new(f->db, "SELECT NULL, 9007199254740993, 0.1, 'ä', x'00ff'", &error);
    g_autoptr(ik_statement) insert =
        ik_statement_new(other, "INSERT INTO c VALUES (?, ?, ?, ?, ?)", &error);
    assert_true(ik_statement_step(query, &row, &error));
    for (int i = 0; i < 5; i++)
        ik_bind_column(insert, i + 1, query, i);
    assert_true(ik_statement_run(insert, &error));
    expect_answer(other,
                  "SELECT (n IS NULL) || ' ' || i || ' ' || (r = 0.1) || ' ' || t || hex(b) FROM c",
                  "1 9007199254740993 1 ä00FF");
}

#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FILE(reading_is_allowed),
        WITH_FILE(spatial_indexes_answer),
        WITH_FILE(whatever_does_more_is_refused),
        WITH_FILE(it_is_one_statement_and_right),
        WITH_FILE(the_file_is_as_before),
        WITH_FILE(columns_say_name_and_kind),
        WITH_FILE(rows_pass_from_one_database_to_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
