/* test_csv_records.c — records with their lines, flawed ones among them, and attacks.   [tests] */
#include "csv_records.h"

#include <string.h>

#include "csv_expect.h"

/* --- RFC 4180 --------------------------------------------------------------------------------- */

static void records_carry_the_line_they_start_on(void **state)
{
    (void)state;
    assert_records("a,b\n1,2\n3,4\n", "1: [a][b]\n2: [1][2]\n3: [3][4]\n");
    assert_records("a,b\r\n1,2\r\n3,4", "1: [a][b]\n2: [1][2]\n3: [3][4]\n");
    assert_records("a,b\r1,2\r3,4\r", "1: [a][b]\n2: [1][2]\n3: [3][4]\n");
}

static void quoted_fields_hold_separators_quotes_and_line_breaks(void **state)
{
    (void)state;
    assert_records("a,b\n\"1,\"\"x\"\"\",\"two\nlines\"\n\"r\r\nn\",4\n5,6\n",
                   "1: [a][b]\n2: [1,\"x\"][two\nlines]\n4: [r\r\nn][4]\n6: [5][6]\n");
}

static void empty_fields_are_kept(void **state)
{
    (void)state;
    assert_comma_records("a,,c\n,,\"\"x\n,\"\",z\n",
                         "1: [a][][c]\n2 stray/2: [][][\"x]\n3: [][][z]\n");
    assert_comma_records("a,b,\n1,2,\n", "1: [a][b][]\n2: [1][2][]\n");
}

static void blank_lines_and_records_of_nothing_are_skipped_and_counted(void **state)
{
    (void)state;
    assert_comma_records("\n\n  \na,b\n\n,\n \t , \n\"\",\"  \"\n1,2\n\n",
                         "4: [a][b]\n9: [1][2]\n");
    assert_comma_records("", "");
    assert_comma_records("\n\r\n  \n,,,\n", "");
}

static void blanks_around_fields_are_dropped_unless_quoted(void **state)
{
    (void)state;
    assert_comma_records(" a , \" b \" ,c d\n", "1: [a][ b ][c d]\n");
}

static void a_quote_inside_an_unquoted_field_is_plain_text(void **state)
{
    (void)state;
    assert_records("id;name\n1;Verein \"Hand in Hand\" e. V.\n2;12\" Rohr\n",
                   "1: [id][name]\n2: [1][Verein \"Hand in Hand\" e. V.]\n3: [2][12\" Rohr]\n");
}

/* --- flaws and recovery ----------------------------------------------------------------------- */

static void after_an_unclosed_quote_reading_resumes_on_the_next_line(void **state)
{
    (void)state;
    assert_records(
        "id,title,city\n1,\"open,Köln\n2,b,Bonn\n3,c,Unna\n",
        "1: [id][title][city]\n2 unclosed/1: [1][open,Köln]\n3: [2][b][Bonn]\n4: [3][c][Unna]\n");
}

static void an_unclosed_quote_does_not_swallow_records_up_to_the_next_quoted_field(void **state)
{
    (void)state;
    assert_records("id,title\n1,\"open\n2,b\n3,\"c\"\n4,d\n",
                   "1: [id][title]\n2 unclosed/1: [1][open]\n3: [2][b]\n4: [3][c]\n5: [4][d]\n");
}

static void an_unclosed_quote_in_the_last_line_is_found(void **state)
{
    (void)state;
    assert_comma_records("1,\"x", "1 unclosed/1: [1][x]\n");
    assert_comma_records("1,\"", "1 unclosed/1: [1][]\n");
    assert_comma_records("\"", "1 unclosed/0: []\n");
    assert_comma_records("a\n\"\n", "1: [a]\n2 unclosed/0: []\n");
    assert_comma_records("1,\"x\"\"\n2,y\n", "1 unclosed/1: [1][x\"]\n2: [2][y]\n");
}

static void a_stray_quote_costs_its_own_line_only(void **state)
{
    (void)state;
    assert_records("id,a,b\n1,\"x\"y,z\n2,p,q\n",
                   "1: [id][a][b]\n2 stray/1: [1][x\"y,z]\n3: [2][p][q]\n");
    assert_records("id,a,b\n1,\"say \"hi\" you\",z\n2,p,q\n",
                   "1: [id][a][b]\n2 stray/1: [1][say \"hi\" you][z]\n3: [2][p][q]\n");
    assert_records("id,a,b\n1,x,\"y\" z\n2,p,q",
                   "1: [id][a][b]\n2 stray/2: [1][x][y\" z]\n3: [2][p][q]\n");
}

static void every_kind_of_line_end_survives_the_recovery(void **state)
{
    (void)state;
    assert_comma_records("1,\"x\r\n2,y\r\n3,z", "1 unclosed/1: [1][x]\n2: [2][y]\n3: [3][z]\n");
    assert_comma_records("1,\"x\r2,y\r3,z", "1 unclosed/1: [1][x]\n2: [2][y]\n3: [3][z]\n");
    assert_comma_records("1,\"x\"a\r2,y\r", "1 stray/1: [1][x\"a]\n2: [2][y]\n");
}

static void nul_bytes_and_broken_utf8_become_replacement_characters(void **state)
{
    (void)state;
    assert_records(
        "a,ä\n1,x\0y\n2,\xC3(\n3,ok\n",
        "1: [a][ä]\n2 nul/1: [1][x\xEF\xBF\xBDy]\n3 broken/1: [2][\xEF\xBF\xBD(]\n4: [3][ok]\n");
}

static void a_field_over_the_limit_is_cut_at_a_character(void **state)
{
    (void)state;
    const char text[] = "12345678,x\n123456ä7,y\n1234567ä,z\n\"abcdefghi\njkl\",u\n";
    const ik_csv_options options = {.separator = ',', .max_field_bytes = 8};
    assert_records_with(text, sizeof text - 1, &options,
                        "1: [12345678][x]\n2 long/0: [123456ä][y]\n3 long/0: [1234567][z]\n"
                        "4 long/0: [abcdefgh][u]\n");
}

static void a_field_of_ten_megabytes_is_cut_to_one(void **state)
{
    (void)state;
    enum { SIZE = 10 << 20 };
    g_autoptr(GString) file = g_string_new("id,text\n1,\"");
    for (guint i = 0; i < SIZE / 8; i++)
        g_string_append(file, "seven.x\n");
    g_string_append(file, "\"\n2,next\n");
    g_autoptr(ik_csv_reader) reader = open_bytes(file->str, file->len, NULL);
    ik_csv_reader_next(reader);
    const ik_csv_record *record = ik_csv_reader_next(reader);
    assert_int_equal(record->flaw, IK_CSV_FIELD_TOO_LONG);
    assert_int_equal(record->flaw_field, 1);
    assert_int_equal(strlen(record->fields[1]), 1 << 20);
    record = ik_csv_reader_next(reader);
    assert_string_equal(record->fields[1], "next");
    assert_int_equal(record->line, 3 + SIZE / 8);
    assert_null(ik_csv_reader_next(reader));
}

static void raw_is_the_record_without_its_line_end(void **state)
{
    (void)state;
    const char text[] = "1 , \"a\nb\"\r\n2,\"open\n3,c";
    g_autoptr(ik_csv_reader) reader =
        open_bytes(text, sizeof text - 1, &(ik_csv_options){.separator = ','});
    assert_string_equal(ik_csv_reader_next(reader)->raw, "1 , \"a\nb\"");
    assert_string_equal(ik_csv_reader_next(reader)->raw, "2,\"open");
    assert_string_equal(ik_csv_reader_next(reader)->raw, "3,c");
}

static void raw_is_cut_to_1000_bytes_at_a_character(void **state)
{
    (void)state;
    g_autoptr(GString) file = g_string_new("x");
    for (guint i = 0; i < 700; i++)
        g_string_append(file, "ß");
    g_autoptr(ik_csv_reader) reader =
        open_bytes(file->str, file->len, &(ik_csv_options){.separator = ','});
    const ik_csv_record *record = ik_csv_reader_next(reader);
    assert_int_equal(strlen(record->raw), 999);
    assert_true(g_utf8_validate(record->raw, -1, NULL));

    g_string_assign(file, "x");
    for (guint i = 0; i < 300; i++)
        g_string_append(file, "😀");
    g_autoptr(ik_csv_reader) wide =
        open_bytes(file->str, file->len, &(ik_csv_options){.separator = ','});
    record = ik_csv_reader_next(wide);
    assert_int_equal(strlen(record->raw), 997);
    assert_true(g_str_has_suffix(record->raw, "😀"));

    g_string_assign(file, ""); /* Windows-1252: each byte becomes three */
    for (guint i = 0; i < 700; i++)
        g_string_append_c(file, '\x80');
    g_autoptr(ik_csv_reader) other =
        open_bytes(file->str, file->len, &(ik_csv_options){.separator = ','});
    record = ik_csv_reader_next(other);
    assert_int_equal(strlen(record->raw), 999);
    assert_true(g_str_has_prefix(record->raw, "€€"));
}

static void a_million_fields_are_cut_without_harm(void **state)
{
    (void)state;
    enum { MANY = 1000000 };
    g_autofree char *commas = g_strnfill(MANY, ',');
    commas[0] = 'x';
    commas[MANY - 1] = '"'; /* never closed */
    g_autoptr(ik_csv_reader) reader = open_bytes(commas, MANY, &(ik_csv_options){.separator = ','});
    const ik_csv_record *record = ik_csv_reader_next(reader);
    assert_int_equal(record->n_fields, 65535);
    assert_int_equal(record->flaw, IK_CSV_UNCLOSED_QUOTE);
    assert_int_equal(record->flaw_field, 65534);
    assert_null(ik_csv_reader_next(reader));
}

/* --- attacks ---------------------------------------------------------------------------------- */

/* Reads all of it and checks what is promised about every record, whatever the bytes. */
static void assert_survived(const char *bytes, gsize size)
{
    g_autoptr(GBytes) shared = g_bytes_new(bytes, size);
    const ik_csv_options options = {.max_field_bytes = 64};
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_new(shared, "x", &options, NULL);
    guint line = 0;
    for (const ik_csv_record *record; reader && (record = ik_csv_reader_next(reader)) != NULL;) {
        assert_true(record->line > line);
        line = record->line;
        assert_true(record->n_fields > 0);
        assert_true(record->flaw_field < record->n_fields);
        assert_true(strlen(record->raw) <= 1000 && g_utf8_validate(record->raw, -1, NULL));
        for (guint i = 0; i < record->n_fields; i++) {
            assert_true(g_utf8_validate(record->fields[i], -1, NULL));
            assert_true(strlen(record->fields[i]) <= (gsize)3 * 64);
        }
    }
}

static void no_bytes_break_the_reader(void **state)
{
    (void)state;
    static const char common[] = ";;,\t\"\"\"\n\n\r\0a \xC3\xA4\xFF";
    g_autoptr(GRand) random = g_rand_new_with_seed(20160900);
    for (guint round = 0; round < 20000; round++) {
        char bytes[200];
        gsize size = (gsize)g_rand_int_range(random, 0, sizeof bytes);
        for (gsize i = 0; i < size; i++)
            bytes[i] = round % 4 == 0 ? (char)g_rand_int_range(random, 0, 256)
                                      : common[g_rand_int_range(random, 0, sizeof common - 1)];
        assert_survived(bytes, size);
    }
}

static double seconds_to_read(const GString *file)
{
    gint64 start = g_get_monotonic_time();
    assert_survived(file->str, file->len);
    return (double)(g_get_monotonic_time() - start) / 1e6;
}

static void hostile_quotes_cost_linear_time(void **state)
{
    (void)state;
    static const char *const lines[] = {"x,\"\n",     "\"\"\n",        "x,\"\"\"\n", "\"\"\"\"x\n",
                                        "a\"b\"c,\n", "\"x\"y\"z\"\n", "\r\n\n\r",   ",\"\"\"\"\n"};
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autoptr(GString) file = g_string_new(",\"\n");
        while (file->len < 1 << 20)
            g_string_append(file, lines[i]);
        assert_true(seconds_to_read(file) < 60); /* quadratic: many minutes */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_carry_the_line_they_start_on),
        cmocka_unit_test(quoted_fields_hold_separators_quotes_and_line_breaks),
        cmocka_unit_test(empty_fields_are_kept),
        cmocka_unit_test(blank_lines_and_records_of_nothing_are_skipped_and_counted),
        cmocka_unit_test(blanks_around_fields_are_dropped_unless_quoted),
        cmocka_unit_test(a_quote_inside_an_unquoted_field_is_plain_text),
        cmocka_unit_test(after_an_unclosed_quote_reading_resumes_on_the_next_line),
        cmocka_unit_test(an_unclosed_quote_does_not_swallow_records_up_to_the_next_quoted_field),
        cmocka_unit_test(an_unclosed_quote_in_the_last_line_is_found),
        cmocka_unit_test(a_stray_quote_costs_its_own_line_only),
        cmocka_unit_test(every_kind_of_line_end_survives_the_recovery),
        cmocka_unit_test(nul_bytes_and_broken_utf8_become_replacement_characters),
        cmocka_unit_test(a_field_over_the_limit_is_cut_at_a_character),
        cmocka_unit_test(a_field_of_ten_megabytes_is_cut_to_one),
        cmocka_unit_test(raw_is_the_record_without_its_line_end),
        cmocka_unit_test(raw_is_cut_to_1000_bytes_at_a_character),
        cmocka_unit_test(a_million_fields_are_cut_without_harm),
        cmocka_unit_test(no_bytes_break_the_reader),
        cmocka_unit_test(hostile_quotes_cost_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
