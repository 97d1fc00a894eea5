/* test_table.c — strict reading of our own tables.   [tests] */
#include "table.h"

#include <ideenkarte/error.h>

#include "test_support.h"

typedef struct {
    char *folder;
    ik_table *table;
    GError *error;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->folder = ik_test_folder_new();
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_table_free(f->table);
    ik_test_folder_remove(f->folder);
    g_clear_error(&f->error);
    g_free(f);
    return 0;
}

/* Opens `text` as a table of towns: key, number of people, longitude. */
static ik_table *open_text(fixture *f, const char *text)
{
    g_free(ik_test_file_write(f->folder, "towns.csv", text, -1));
    f->table = ik_table_open(f->folder, "towns.csv", "key,people,lon", &f->error);
    return f->table;
}

static void fields_are_read_as_text_numbers_and_degrees(void **state)
{
    fixture *f = *state;
    ik_table *table = open_text(f, "key,people,lon\n05111000,573057,6.776160\n\"a,b\",0,-180\n");
    ik_assert_no_error(f->error);
    assert_true(ik_table_next(table));
    assert_string_equal(ik_table_text(table, 0), "05111000");
    assert_int_equal(ik_table_number(table, 1), 573057);
    ik_assert_near(ik_table_degrees(table, 2), 6.776160, 0.0);
    assert_true(ik_table_next(table));
    assert_string_equal(ik_table_text(table, 0), "a,b");
    ik_assert_near(ik_table_degrees(table, 2), -180.0, 0.0);
    assert_false(ik_table_next(table));
    assert_true(ik_table_finish(table, &f->error));
}

static void another_header_is_an_error(void **state)
{
    fixture *f = *state;
    assert_null(open_text(f, "key,inhabitants,lon\n"));
    ik_assert_error(f->error, IK_ERROR, IK_ERROR_INPUT,
                    "towns.csv:1: column \"inhabitants\", expected \"people\" of key,people,lon");
}

static void an_empty_file_is_an_error(void **state)
{
    fixture *f = *state;
    assert_null(open_text(f, ""));
    ik_assert_error(f->error, IK_ERROR, IK_ERROR_INPUT, "towns.csv:1: no header");
}

static void a_missing_file_is_an_error(void **state)
{
    fixture *f = *state;
    assert_null(ik_table_open(f->folder, "nowhere.csv", "key", &f->error));
    ik_assert_error(f->error, IK_ERROR, IK_ERROR_NOT_FOUND, "nowhere.csv");
}

/* Reads to the end and expects this error. */
static void expect_failure(fixture *f, const char *text, const char *message)
{
    ik_table *table = open_text(f, text);
    ik_assert_no_error(f->error);
    while (ik_table_next(table)) {
        ik_table_number(table, 1);
        ik_table_degrees(table, 2);
    }
    assert_false(ik_table_finish(table, &f->error));
    ik_assert_error(f->error, IK_ERROR, IK_ERROR_INPUT, NULL);
    assert_string_equal(f->error->message, message);
}

static void a_short_record_is_an_error(void **state)
{
    expect_failure(*state, "key,people,lon\na,1,7\nb,2\n", "towns.csv:3: 2 fields, expected 3");
}

static void a_broken_record_is_an_error(void **state)
{
    expect_failure(*state, "key,people,lon\n\"a,1,7\n", "towns.csv:2: broken record");
}

static void a_number_with_a_sign_or_a_fraction_is_an_error(void **state)
{
    expect_failure(*state, "key,people,lon\na,-1,7\n",
                   "towns.csv:2: people \"-1\" is no whole number");
}

static void degrees_beyond_180_are_an_error(void **state)
{
    expect_failure(*state, "key,people,lon\na,1,180.5\n",
                   "towns.csv:2: lon \"180.5\" is no number of degrees");
}

static void the_first_error_is_the_one_that_is_told(void **state)
{
    expect_failure(*state, "key,people,lon\na,x,y\nb,z,7\n",
                   "towns.csv:2: people \"x\" is no whole number");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(fields_are_read_as_text_numbers_and_degrees),
        TEST(another_header_is_an_error),
        TEST(an_empty_file_is_an_error),
        TEST(a_missing_file_is_an_error),
        TEST(a_short_record_is_an_error),
        TEST(a_broken_record_is_an_error),
        TEST(a_number_with_a_sign_or_a_fraction_is_an_error),
        TEST(degrees_beyond_180_are_an_error),
        TEST(the_first_error_is_the_one_that_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
