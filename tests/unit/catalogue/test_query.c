/* test_query.c — projects by area, theme and status; a person's SQL; indexes.   [tests] */
#include "query.h"

#include "sample_file.h"

#include <ideenkarte/error.h>
#include <string.h>

static int set_up(void **state)
{
    sample_file_set_up(state);
    sample_file_import(*state, NULL);
    return 0;
}

/* The ids that a filter lets through, joined by blanks. */
static void expect_ids(const sample_file *f, const ik_catalogue_filter *filter,
                       const char *expected)
{
    GError *error = NULL;
    bool row = true;
    g_autoptr(GString) ids = g_string_new(NULL);
    g_autoptr(ik_db) db = sample_file_open(f);
    g_autoptr(ik_statement) query = ik_project_query(db, "id", filter, &error);
    ik_assert_no_error(error);
    while (row) {
        ik_statement_step(query, &row, &error);
        ik_assert_no_error(error);
        if (row)
            g_string_append_printf(ids, "%s%s", ids->len > 0 ? " " : "", ik_column_text(query, 0));
    }
    assert_string_equal(ids->str, expected);
}

static void filters_choose_and_combine(void **state)
{
    const sample_file *f = *state;
    expect_ids(f, NULL, "p1 p2 p3 p4");
    expect_ids(f, &(ik_catalogue_filter){.region = "suedland"}, "p1 p2 p3");
    expect_ids(f, &(ik_catalogue_filter){.region = "Nordland/Höhe"}, "p4");
    expect_ids(f, &(ik_catalogue_filter){.district = "05001"}, "p1 p2 p3");
    expect_ids(f, &(ik_catalogue_filter){.district = "Nordkreis"}, "p4");
    expect_ids(f, &(ik_catalogue_filter){.municipality = "05001001"}, "p1 p2");
    expect_ids(f, &(ik_catalogue_filter){.municipality = "05002004"}, "");
    expect_ids(f, &(ik_catalogue_filter){.theme = "work"}, "p1 p2");
    expect_ids(f, &(ik_catalogue_filter){.theme = "Musik"}, "p3");
    expect_ids(f, &(ik_catalogue_filter){.status = "check"}, "p2");
    expect_ids(f, &(ik_catalogue_filter){.region = "suedland", .status = "auto", .theme = "work"},
               "p1");
}

static void expect_unknown(const sample_file *f, const ik_catalogue_filter *filter,
                           const char *message)
{
    GError *error = NULL;
    g_autoptr(ik_db) db = sample_file_open(f);
    assert_null(ik_project_query(db, "id", filter, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, message);
    g_clear_error(&error);
}

static void what_the_catalogue_does_not_have_is_named_with_what_it_has(void **state)
{
    const sample_file *f = *state;
    expect_unknown(f, &(ik_catalogue_filter){.region = "westland"},
                   "no region \"westland\"; there are suedland, nordland");
    expect_unknown(f, &(ik_catalogue_filter){.district = "09999"}, "no district \"09999\"");
    expect_unknown(f, &(ik_catalogue_filter){.municipality = "' OR 1=1 --"},
                   "no municipality \"' OR 1=1 --\"");
    expect_unknown(f, &(ik_catalogue_filter){.theme = "Tanz"}, "there are Musik, coaching, ");
    expect_unknown(f, &(ik_catalogue_filter){.status = "gut"}, "there are auto, check, reject");
}

/* The plan of a query as one line of its steps. */
static char *plan_of(ik_db *db, const char *sql)
{
    GError *error = NULL;
    bool row = true;
    GString *plan = g_string_new(NULL);
    g_autofree char *explain = g_strconcat("EXPLAIN QUERY PLAN ", sql, NULL);
    g_autoptr(ik_statement) query = ik_statement_new(db, explain, &error);
    ik_assert_no_error(error);
    while (row) {
        ik_statement_step(query, &row, &error);
        if (row)
            g_string_append_printf(plan, "%s\n", ik_column_text(query, 3));
    }
    return g_string_free(plan, FALSE);
}

static void expect_plan(ik_db *db, const char *sql, const char *const *steps)
{
    g_autofree char *plan = plan_of(db, sql);
    for (; *steps != NULL; steps++)
        if (strstr(plan, *steps) == NULL)
            fail_msg("%s\nhas no step \"%s\":\n%s", sql, *steps, plan);
    if (strstr(plan, "SCAN p\n") != NULL || strstr(plan, "ORDER BY") != NULL)
        fail_msg("%s\nreads all projects or sorts them:\n%s", sql, plan);
}

static void questions_are_answered_through_indexes(void **state)
{
    const sample_file *f = *state;
    g_autoptr(ik_db) db = sample_file_open(f);
    expect_plan(db,
                "SELECT " IK_PROJECT_COLUMNS " FROM project_list WHERE fid IN (SELECT p.fid FROM "
                "municipalities m JOIN projects p ON p.municipality = m.ags WHERE m.region = "
                "'suedland') ORDER BY fid",
                (const char *const[]){
                    "SEARCH p USING INTEGER PRIMARY KEY (rowid=?)",
                    "SEARCH m USING INDEX municipalities_by_region (region=?)",
                    "SEARCH p USING COVERING INDEX projects_by_municipality (municipality=?)",
                    "SEARCH t USING PRIMARY KEY (project=?)", NULL});
    expect_plan(db, "SELECT id FROM project_list WHERE ags = '05001001'",
                (const char *const[]){"SEARCH p USING INDEX projects_by_municipality", NULL});
    expect_plan(
        db, "SELECT title FROM project_list WHERE id = 'p1'",
        (const char *const[]){"SEARCH p USING INDEX sqlite_autoindex_projects_1 (id=?)", NULL});
    expect_plan(
        db, "SELECT count(*) FROM placed_projects WHERE region = 'suedland'",
        (const char *const[]){"SEARCH p USING COVERING INDEX projects_by_municipality", NULL});
    expect_plan(db, "SELECT project FROM project_themes WHERE theme = 'work'",
                (const char *const[]){"COVERING INDEX project_themes_by_theme (theme=?)", NULL});
    expect_plan(db, "SELECT * FROM changes WHERE run = 2",
                (const char *const[]){"SEARCH changes USING PRIMARY KEY (run=?)", NULL});
}

static void expect_text(const sample_file *f, const char *sql, ik_answer_format format,
                        const char *expected)
{
    GError *error = NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    const ik_answer answer = sample_answer(format, text);
    g_autoptr(ik_catalogue) catalogue = sample_catalogue(f->path);
    ik_catalogue_query_sql(catalogue, sql, &answer, &error);
    ik_assert_no_error(error);
    assert_string_equal(text->str, expected);
}

static void answers_have_three_forms(void **state)
{
    const sample_file *f = *state;
    static const char sql[] = "SELECT 'ä' AS a, 12 AS number, 7.25 AS real, NULL AS none UNION "
                              "ALL SELECT '<b>;', -3, 1e6, x'0aff'";
    expect_text(f, sql, IK_ANSWER_TABLE,
                "a     number     real  none\n"
                "ä         12     7.25\n"
                "<b>;      -3  1000000  0aff\n");
    expect_text(f, sql, IK_ANSWER_CSV,
                "\xEF\xBB\xBF"
                "a;number;real;none\r\nä;12;7,25;\r\n\"<b>;\";-3;1000000;0aff\r\n");
    expect_text(f, sql, IK_ANSWER_JSON,
                "[\n{\"a\":\"ä\",\"number\":12,\"real\":7.25,\"none\":null},\n"
                "{\"a\":\"\\u003cb\\u003e;\",\"number\":-3,\"real\":1000000,\"none\":\"0aff\"}"
                "\n]\n");
    expect_text(f, "SELECT 1 AS n WHERE 0", IK_ANSWER_JSON, "[\n]\n");
    expect_text(f, "SELECT 1 AS n WHERE 0", IK_ANSWER_TABLE, "n\n");
}

static void what_a_spreadsheet_would_run_is_defused(void **state)
{
    expect_text(*state,
                "SELECT '=1+1' AS \"=head\" UNION ALL SELECT '@SUM(A1)' UNION ALL SELECT '-1+1|x' "
                "UNION ALL SELECT char(9) || 'x' UNION ALL SELECT '+cmd' UNION ALL SELECT '-1.5'",
                IK_ANSWER_CSV,
                "\xEF\xBB\xBF"
                "'=head\r\n'=1+1\r\n'@SUM(A1)\r\n'-1+1|x\r\n\"'\tx\"\r\n'+cmd\r\n-1.5\r\n");
}

static void what_is_no_text_and_no_number_is_harmless(void **state)
{
    expect_text(*state, "SELECT CAST(x'41ff42' AS TEXT) AS a, 9e999 AS b", IK_ANSWER_JSON,
                "[\n{\"a\":\"A\xEF\xBF\xBD"
                "B\",\"b\":null}\n]\n");
    expect_text(*state, "SELECT char(27) || '[31m' AS a", IK_ANSWER_TABLE, "a\n\xEF\xBF\xBD[31m\n");
    expect_text(*state, "SELECT 9e999 AS b", IK_ANSWER_CSV,
                "\xEF\xBB\xBF"
                "b\r\n\r\n");
}

static void a_limit_cuts_and_says_so(void **state)
{
    const sample_file *f = *state;
    GError *error = NULL;
    static const guint limits[] = {3, 4, 5, 0};
    for (guint i = 0; i < G_N_ELEMENTS(limits); i++) {
        bool is_cut = false;
        g_autoptr(GString) text = g_string_new(NULL);
        ik_answer answer = sample_answer(IK_ANSWER_CSV, text);
        answer.limit = limits[i];
        answer.is_cut = &is_cut;
        g_autoptr(ik_catalogue) catalogue = sample_catalogue(f->path);
        assert_true(ik_catalogue_query(catalogue, NULL, &answer, &error));
        assert_int_equal(is_cut, limits[i] == 3);
        g_auto(GStrv) lines = g_strsplit(text->str, "\r\n", -1);
        assert_int_equal(g_strv_length(lines) - 2, limits[i] == 3 ? 3 : 4);
    }
}

static bool refuse(const char *bytes, gsize size, gpointer data, GError **error)
{
    (void)bytes, (void)size, (void)data;
    g_set_error_literal(error, IK_ERROR, IK_ERROR_IO, "the disk is full");
    return false;
}

static void a_failing_writer_ends_the_answer(void **state)
{
    const sample_file *f = *state;
    GError *error = NULL;
    for (guint format = 0; format < 3; format++) {
        const ik_answer answer = {.format = (ik_answer_format)format, .write = refuse};
        g_autoptr(ik_catalogue) catalogue = sample_catalogue(f->path);
        assert_false(ik_catalogue_query(catalogue, NULL, &answer, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "the disk is full");
        g_clear_error(&error);
    }
}

#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, set_up, sample_file_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FILE(filters_choose_and_combine),
        WITH_FILE(what_the_catalogue_does_not_have_is_named_with_what_it_has),
        WITH_FILE(questions_are_answered_through_indexes),
        WITH_FILE(answers_have_three_forms),
        WITH_FILE(what_a_spreadsheet_would_run_is_defused),
        WITH_FILE(what_is_no_text_and_no_number_is_harmless),
        WITH_FILE(a_limit_cuts_and_says_so),
        WITH_FILE(a_failing_writer_ends_the_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
