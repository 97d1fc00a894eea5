/* test_diff.c — what an import brought, for readers and for programs.   [tests] */
#include "sample_file.h"

#include <ideenkarte/error.h>

/* A second import: p1 gets a title, p4 goes, p6 comes, e2 gets a date. */
static int set_up(void **state)
{
    sample_file_set_up(state);
    sample_file *f = *state;
    sample_file_import(f, "2016-10");
    ik_project *project = sample_file_project(f, "p1");
    g_free(project->title);
    project->title = g_strdup("Neu \"quer\"");
    sample_file_remove(f, "p4");
    sample_placed(f->records, "p6", NULL, CDORF, IK_MATCH_GIVEN);
    ik_event *event = g_ptr_array_index(f->records->events, 1);
    g_free(event->date);
    event->date = g_strdup("2016-10-07");
    sample_file_import(f, "2016-11");
    return 0;
}

static char *diff_text(const sample_file *f, guint run, ik_answer_format format)
{
    GError *error = NULL;
    GString *text = g_string_new(NULL);
    const ik_answer answer = sample_answer(format, text);
    g_autoptr(ik_catalogue) catalogue = sample_catalogue(f->path);
    ik_catalogue_diff(catalogue, run, &answer, &error);
    ik_assert_no_error(error);
    return g_string_free(text, FALSE);
}

static void a_reader_sees_counts_and_each_change(void **state)
{
    g_autofree char *text = diff_text(*state, 0, IK_ANSWER_TABLE);
    assert_string_equal(text, "import 2 (2016-11) against 1 (2016-10)\n"
                              "projects: 1 new, 1 changed, 1 gone, 2 unchanged\n"
                              "events: 0 new, 1 changed, 0 gone, 2 unchanged\n"
                              "~ p1  Neu \"quer\"\n"
                              "    title: \"Titel p1\" → \"Neu \"quer\"\"\n"
                              "- p4  Titel p4\n"
                              "+ p6  Titel p6\n"
                              "~ event e2  Treffen e2\n"
                              "    date: \"2016-10\" → \"2016-10-07\"\n");
}

static void the_first_import_has_nothing_before_it(void **state)
{
    g_autofree char *text = diff_text(*state, 1, IK_ANSWER_TABLE);
    assert_true(g_str_has_prefix(text, "import 1 (2016-10), the first\n"
                                       "projects: 4 new, 0 changed, 0 gone, 0 unchanged\n"));
    assert_true(g_str_has_suffix(text, "+ event e3  Treffen e3\n"));
}

static void json_has_counts_changes_and_their_fields(void **state)
{
    g_autofree char *text = diff_text(*state, 2, IK_ANSWER_JSON);
    assert_true(g_str_has_prefix(
        text,
        "{\"run\":2,\"label\":\"2016-11\",\"projects\":{\"new\":1,\"changed\":1,\"gone\":1,"
        "\"unchanged\":2},\"events\":{\"new\":0,\"changed\":1,\"gone\":0,\"unchanged\":2},"
        "\"rejects\":1,\"changes\":[{\"record\":\"project\",\"id\":\"p1\",\"change\":\"changed\","
        "\"title\":\"Neu \\\"quer\\\"\",\"fields\":[{\"field\":\"title\",\"before\":\"Titel "
        "p1\",\"after\":\"Neu \\\"quer\\\"\"}]},{\"record\":\"project\",\"id\":\"p4\","));
    assert_true(g_str_has_suffix(
        text, "{\"record\":\"event\",\"id\":\"e2\",\"change\":\"changed\",\"title\":\"Treffen "
              "e2\",\"fields\":[{\"field\":\"date\",\"before\":\"2016-10\",\"after\":"
              "\"2016-10-07\"}]}]}\n"));
}

static void csv_has_a_row_for_each_field(void **state)
{
    g_autofree char *text = diff_text(*state, 2, IK_ANSWER_CSV);
    static const char start[] = "\xEF\xBB\xBF"
                                "run;change;record;id;title;field;before;after\r\n"
                                "2;changed;project;p1;\"Neu \"\"quer\"\"\";title;Titel p1;"
                                "\"Neu \"\"quer\"\"\"\r\n"
                                "2;gone;project;p4;Titel p4;accuracy_m;30.0;\r\n";
    assert_true(g_str_has_prefix(text, start));
    assert_non_null(g_strstr_len(text, -1, "\r\n2;new;project;p6;Titel p6;;;\r\n"));
}

static void an_import_that_never_was_is_not_found(void **state)
{
    const sample_file *f = *state;
    GError *error = NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    const ik_answer answer = sample_answer(IK_ANSWER_TABLE, text);
    g_autoptr(ik_catalogue) catalogue = sample_catalogue(f->path);
    assert_false(ik_catalogue_diff(catalogue, 3, &answer, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "no import 3; the last is 2");
    g_clear_error(&error);
    assert_string_equal(text->str, "");
}

#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, set_up, sample_file_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FILE(a_reader_sees_counts_and_each_change),
        WITH_FILE(the_first_import_has_nothing_before_it),
        WITH_FILE(json_has_counts_changes_and_their_fields),
        WITH_FILE(csv_has_a_row_for_each_field),
        WITH_FILE(an_import_that_never_was_is_not_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
