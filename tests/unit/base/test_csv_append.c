/* test_csv_append.c — writing CSV records that spreadsheets read and do not run.   [tests] */
#include "csv_append.h"

#include <string.h>

#include "csv_reader.h"
#include "test_support.h"

static void expect(char separator, bool defuse, const char *a, const char *b, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const char *const fields[] = {a, b};
    ik_csv_append(out, separator, defuse, fields, 2);
    assert_string_equal(out->str, expected);
}

static void plain_fields_are_written_as_they_are(void **state)
{
    (void)state;
    expect(',', false, "Köln", "a b;c", "Köln,a b;c\r\n");
    expect(';', false, "a,b", NULL, "a,b;\r\n");
}

static void fields_are_quoted_where_rfc_4180_wants_it(void **state)
{
    (void)state;
    expect(',', false, "a,b", "say \"hi\"", "\"a,b\",\"say \"\"hi\"\"\"\r\n");
    expect(';', false, "a;b", "two\nlines", "\"a;b\";\"two\nlines\"\r\n");
    expect(',', false, "cr\rhere", " edge", "\"cr\rhere\",\" edge\"\r\n");
    expect(',', false, "edge\t", "", "\"edge\t\",\r\n");
}

static void what_a_spreadsheet_would_run_is_defused(void **state)
{
    (void)state;
    expect(';', true, "=1+1", "@SUM(A1)", "'=1+1;'@SUM(A1)\r\n");
    expect(';', true, "+49 231 5022", "-2+3+cmd|' /C calc'!A0",
           "'+49 231 5022;'-2+3+cmd|' /C calc'!A0\r\n");
    expect(';', true, "\t=1", "\r=1", "\"'\t=1\";\"'\r=1\"\r\n");
    expect(';', true, "=\"x\"", "=a;b", "\"'=\"\"x\"\"\";\"'=a;b\"\r\n");
    expect(';', false, "=1+1", "@x", "=1+1;@x\r\n");
}

static void plain_numbers_are_not_defused(void **state)
{
    (void)state;
    expect(';', true, "-1.5", "+3", "-1.5;+3\r\n");
    expect(';', true, "-7,25", "-0", "-7,25;-0\r\n");
    expect(';', true, "-", "-.5", "'-;'-.5\r\n");
    expect(';', true, "-5.", "-1e5", "'-5.;'-1e5\r\n");
    expect(';', true, "-1.5.2", "--1", "'-1.5.2;'--1\r\n");
}

static void what_is_written_is_read_back(void **state)
{
    (void)state;
    static const char alphabet[] = "ab \t,;\"\n\r=ä";
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    for (guint round = 0; round < 2000; round++) {
        char texts[3][16];
        const char *fields[3] = {texts[0], texts[1], texts[2]};
        for (guint f = 0; f < 3; f++) {
            gsize length = (gsize)g_rand_int_range(random, 0, 12);
            texts[f][0] = 'x'; /* or the record might be blank */
            for (gsize i = 1; i <= length; i++)
                texts[f][i] = alphabet[g_rand_int_range(random, 0, 10)];
            texts[f][length + 1] = '\0';
        }
        g_autoptr(GString) out = g_string_new(NULL);
        ik_csv_append(out, ';', false, fields, 3);
        g_autoptr(GBytes) bytes = g_bytes_new(out->str, out->len);
        const ik_csv_options options = {.separator = ';'};
        g_autoptr(ik_csv_reader) reader = ik_csv_reader_new(bytes, "x", &options, NULL);
        const ik_csv_record *record = ik_csv_reader_next(reader);
        assert_int_equal(record->flaw, IK_CSV_FLAWLESS);
        assert_int_equal(record->n_fields, 3);
        for (guint f = 0; f < 3; f++)
            assert_string_equal(record->fields[f], fields[f]);
        assert_null(ik_csv_reader_next(reader));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_fields_are_written_as_they_are),
        cmocka_unit_test(fields_are_quoted_where_rfc_4180_wants_it),
        cmocka_unit_test(what_a_spreadsheet_would_run_is_defused),
        cmocka_unit_test(plain_numbers_are_not_defused),
        cmocka_unit_test(what_is_written_is_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
