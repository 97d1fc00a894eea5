/* test_statement.c — prepared statements: binding, stepping, columns.   [tests]
 *
 * labels: parallel
 */
#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

#include "sqlite.h"
#include "test_support.h"

static int open_database(void **state)
{
    GError *error = NULL;
    ik_db *db = ik_db_create(":memory:", &error);
    ik_assert_no_error(error);
    ik_db_run(db, "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b UNIQUE)", &error);
    ik_assert_no_error(error);
    *state = db;
    return 0;
}

static int close_database(void **state)
{
    ik_db_close(*state);
    return 0;
}

static ik_statement *prepare(void **state, const char *sql)
{
    GError *error = NULL;
    ik_statement *statement = ik_statement_new(*state, sql, &error);
    ik_assert_no_error(error);
    return statement;
}

static void run(ik_statement *statement)
{
    GError *error = NULL;
    ik_statement_run(statement, &error);
    ik_assert_no_error(error);
}

static bool step(ik_statement *statement)
{
    GError *error = NULL;
    bool row = false;
    ik_statement_step(statement, &row, &error);
    ik_assert_no_error(error);
    return row;
}

static void every_type_comes_back_as_it_was_bound(void **state)
{
    g_autoptr(ik_statement) query =
        prepare(state, "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, typeof(?7), ?8");
    ik_bind_text(query, 1, "Münster");
    ik_bind_integer(query, 2, G_MININT64);
    ik_bind_real(query, 3, 0.1);
    ik_bind_null(query, 4);
    ik_bind_blob(query, 5, "a\0b", 3);
    ik_bind_text(query, 6, NULL);
    ik_bind_blob(query, 7, NULL, 0);
    ik_bind_real(query, 8, (double)NAN);
    assert_true(step(query));
    gsize size;
    assert_string_equal(ik_column_text(query, 0), "Münster");
    assert_true(ik_column_integer(query, 1) == G_MININT64);
    assert_true(ik_column_real(query, 2) == 0.1);
    assert_true(ik_column_is_null(query, 3));
    assert_null(ik_column_text(query, 3));
    const void *bytes = ik_column_blob(query, 4, &size);
    assert_int_equal(size, 3);
    assert_memory_equal(bytes, "a\0b", 3);
    assert_null(ik_column_text(query, 5));
    assert_null(ik_column_blob(query, 5, &size));
    assert_non_null(ik_column_blob(query, 6, &size));
    assert_int_equal(size, 0);
    assert_string_equal(ik_column_text(query, 7), "blob");
    assert_true(ik_column_is_null(query, 8));
    assert_false(step(query));
}

static void a_statement_runs_again_with_new_bindings(void **state)
{
    g_autoptr(ik_statement) insert = prepare(state, "INSERT INTO t (a, b) VALUES (?, ?);");
    ik_bind_text(insert, 1, "kept");
    for (gint64 i = 0; i < 3; i++) {
        ik_bind_integer(insert, 2, i);
        run(insert);
    }
    g_autoptr(ik_statement) query = prepare(state, "SELECT a, b FROM t ORDER BY id");
    for (guint pass = 0; pass < 2; pass++) { /* behind the last row it starts anew */
        for (gint64 i = 0; i < 3; i++) {
            assert_true(step(query));
            assert_string_equal(ik_column_text(query, 0), "kept");
            assert_true(ik_column_integer(query, 1) == i);
        }
        assert_false(step(query));
    }
}

static void text_is_copied_when_bound(void **state)
{
    g_autoptr(ik_statement) query = prepare(state, "SELECT ?");
    char text[] = "before";
    ik_bind_text(query, 1, text);
    text[0] = 'B';
    assert_true(step(query));
    assert_string_equal(ik_column_text(query, 0), "before");
}

static void a_hurt_constraint_is_an_error_and_the_statement_stays_usable(void **state)
{
    GError *error = NULL;
    g_autoptr(ik_statement) insert = prepare(state, "INSERT INTO t (b) VALUES (?)");
    ik_bind_integer(insert, 1, 1);
    run(insert);
    assert_false(ik_statement_run(insert, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "UNIQUE constraint failed: t.b");
    g_clear_error(&error);
    ik_bind_integer(insert, 1, 2);
    run(insert);
}

static void wrong_sql_is_an_error(void **state)
{
    GError *error = NULL;
    ik_statement *statement = ik_statement_new(*state, "SELECT name FROM nowhere", &error);
    ik_statement_free(statement); /* NULL is accepted */
    assert_null(statement);
    ik_assert_error(error, IK_ERROR, IK_ERROR_INTERNAL, "no such table: nowhere");
    g_clear_error(&error);
}

static void text_that_is_sql_stays_text(void **state)
{
    static const char text[] = "'); DROP TABLE t; --";
    g_autoptr(ik_statement) insert = prepare(state, "INSERT INTO t (a) VALUES (?)");
    ik_bind_text(insert, 1, text);
    run(insert);
    g_autoptr(ik_statement) query = prepare(state, "SELECT a FROM t");
    assert_true(step(query));
    assert_string_equal(ik_column_text(query, 0), text);
}

static void more_than_sqlite_takes_fails_when_it_runs(void **state)
{
    GError *error = NULL;
    g_autoptr(ik_statement) query = prepare(state, "SELECT ?");
    bool row;
    ik_bind_blob(query, 1, "x", (gsize)1 << 40); /* refused by its size; never read */
    assert_false(ik_statement_step(query, &row, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "too big");
    g_clear_error(&error);
    ik_bind_integer(query, 1, 5);
    assert_true(step(query));
}

static void sums_may_fail_in_the_middle(void **state)
{
    GError *error = NULL;
    ik_db_run(*state, "INSERT INTO t (a) VALUES (9223372036854775807), (1)", &error);
    ik_assert_no_error(error);
    g_autoptr(ik_statement) query = prepare(state, "SELECT sum(a) FROM t");
    bool row = true;
    assert_false(ik_statement_step(query, &row, &error));
    assert_false(row);
    ik_assert_error(error, IK_ERROR, IK_ERROR_INTERNAL, "integer overflow");
    g_clear_error(&error);
}

/* Each thread its own connection. */
static gpointer use_a_connection(gpointer data)
{
    gint *n_good = data;
    g_autoptr(ik_db) db = ik_db_create(":memory:", NULL);
    g_autoptr(ik_statement) query = ik_statement_new(
        db, "SELECT ST_Distance(MakePoint(0, 0, 25832), MakePoint(3, 4, 25832))", NULL);
    bool row = false;
    if (query != NULL && ik_statement_step(query, &row, NULL) && row &&
        ik_column_real(query, 0) == 5)
        g_atomic_int_inc(n_good);
    return NULL;
}

static void threads_work_with_connections_of_their_own(void **state)
{
    (void)state;
    gint n_good = 0;
    GThread *threads[6];
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("reader", use_a_connection, &n_good);
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        g_thread_join(threads[i]);
    assert_int_equal(n_good, G_N_ELEMENTS(threads));
}

#define IN_DATABASE(test) cmocka_unit_test_setup_teardown(test, open_database, close_database)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DATABASE(every_type_comes_back_as_it_was_bound),
        IN_DATABASE(a_statement_runs_again_with_new_bindings),
        IN_DATABASE(text_is_copied_when_bound),
        IN_DATABASE(a_hurt_constraint_is_an_error_and_the_statement_stays_usable),
        IN_DATABASE(wrong_sql_is_an_error),
        IN_DATABASE(text_that_is_sql_stays_text),
        IN_DATABASE(more_than_sqlite_takes_fails_when_it_runs),
        IN_DATABASE(sums_may_fail_in_the_middle),
        cmocka_unit_test(threads_work_with_connections_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
