/* test_csv_reader.c — CSV as people deliver it: separator, encoding, files.   [tests] */
#include "csv_reader.h"

#include <ideenkarte/error.h>
#include <string.h>
#include <unistd.h>

#include "csv_expect.h"

/* --- dialect ---------------------------------------------------------------------------------- */

static char separator_of(const char *text)
{
    g_autoptr(ik_csv_reader) reader = open_bytes(text, strlen(text), NULL);
    return ik_csv_reader_dialect(reader)->separator;
}

static void the_separator_is_the_one_that_every_record_has_alike(void **state)
{
    (void)state;
    assert_int_equal(separator_of("id,title\n1,a; b\n2,c\n"), ',');
    assert_int_equal(separator_of("id;title\n1;a, b, c\n2;c\n"), ';');
    assert_int_equal(separator_of("id\ttitle\n1\ta, b; c\n"), '\t');
    assert_int_equal(separator_of("lon;lat\n7,5;51,5\n7,25;51,75\n"), ';');
    assert_int_equal(separator_of("id,themes\n1,a;b\n2,c;d\n3,e;f\n"), ',');
    assert_int_equal(separator_of("id,\"a;b;c\"\n1,\"x\ny;z\"\n"), ',');
    assert_int_equal(separator_of("a;b,c\n1;2,3\n"), ';'); /* a tie */
    assert_int_equal(separator_of("a;\"b\",\"c\"\n1;\"x\",\"y\"\n"),
                     ','); /* ; makes stray quotes */
    assert_int_equal(separator_of("title\none\ntwo\n"), ',');
    assert_int_equal(separator_of(""), ',');
}

static void one_broken_record_does_not_change_the_separator(void **state)
{
    (void)state;
    assert_int_equal(separator_of("id;a;b\n1;x;y\n2;x\n3;\"open;y\n4;x;y\n5;x,y;z\n"), ';');
}

static void after_detection_reading_starts_at_the_first_record(void **state)
{
    (void)state;
    g_autoptr(GString) file = g_string_new("id;n\n");
    for (guint i = 2; i < 300; i++)
        g_string_append_printf(file, "%u;x\n", i);
    g_autoptr(ik_csv_reader) reader = open_bytes(file->str, file->len, NULL);
    guint line = 1;
    for (const ik_csv_record *record; (record = ik_csv_reader_next(reader)) != NULL; line++)
        assert_int_equal(record->line, line);
    assert_int_equal(line, 300);
}

static void a_separator_line_is_obeyed_and_counted(void **state)
{
    (void)state;
    assert_records("sep=;\na,b;c\n1,2;3\n", "2: [a,b][c]\n3: [1,2][3]\n");
    assert_records("\"sep=|\"\r\na|b\r\n", "2: [a][b]\n");
    assert_records("\xEF\xBB\xBFsep=\t\na;x\tb\n", "2: [a;x][b]\n");
    assert_records("SEP=,\na,b\n", "2: [a][b]\n");
    assert_records("sep=xy\n1,2\n", "1: [sep=xy]\n2: [1][2]\n");
    g_autoptr(ik_csv_reader) reader = open_bytes("sep=;\na\n", 8, NULL);
    assert_true(ik_csv_reader_dialect(reader)->has_separator_line);
    assert_int_equal(ik_csv_reader_dialect(reader)->separator, ';');
}

static void a_given_separator_wins(void **state)
{
    (void)state;
    const ik_csv_options options = {.separator = '|'};
    assert_records_with("sep=;\na;b|c\n", 12, &options, "2: [a;b][c]\n");
    GError *error = NULL;
    g_autoptr(GBytes) bytes = g_bytes_new("a", 1);
    const ik_csv_options impossible = {.separator = 'x'};
    assert_null(ik_csv_reader_new(bytes, "list.csv", &impossible, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "list.csv");
    g_clear_error(&error);
}

static void windows_1252_is_read_as_what_excel_meant(void **state)
{
    (void)state;
    static const char text[] = "id;Stra\xDF"
                               "e\n1;M\xFCnster \x80 \x96 \x84K\xF6ln\x93\n";
    assert_records(text, "1: [id][Straße]\n2: [1][Münster € – „Köln“]\n");
    g_autoptr(ik_csv_reader) reader = open_bytes(text, sizeof text - 1, NULL);
    assert_string_equal(ik_csv_reader_dialect(reader)->encoding, "windows-1252");
    assert_false(ik_csv_reader_dialect(reader)->has_bom);
}

static void a_byte_order_mark_is_no_part_of_the_first_name(void **state)
{
    (void)state;
    assert_records("\xEF\xBB\xBFid;ä\n1;\xC3\xA9\n", "1: [id][ä]\n2: [1][é]\n");
    g_autoptr(ik_csv_reader) reader = open_bytes("\xEF\xBB\xBFid;b", 7, NULL);
    assert_true(ik_csv_reader_dialect(reader)->has_bom);
    assert_string_equal(ik_csv_reader_dialect(reader)->encoding, "utf-8");
}

static void a_given_encoding_wins_and_an_unknown_one_is_an_error(void **state)
{
    (void)state;
    const ik_csv_options options = {.separator = ',', .encoding = "Windows-1252"};
    assert_records_with("\xC3\xA4", 2, &options, "1: [Ã¤]\n");
    GError *error = NULL;
    g_autoptr(GBytes) bytes = g_bytes_new("a", 1);
    const ik_csv_options unknown = {.encoding = "ebcdic"};
    assert_null(ik_csv_reader_new(bytes, "list.csv", &unknown, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "\"ebcdic\"");
    g_clear_error(&error);
}

static void utf16_is_refused_with_advice(void **state)
{
    (void)state;
    static const char files[][12] = {"\xFF\xFEi\0d\0;\0b\0", "\xFE\xFF\0i\0d\0;\0b",
                                     "i\0d\0;\0b\0\n\0"};
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        GError *error = NULL;
        g_autoptr(GBytes) bytes = g_bytes_new(files[i], 10);
        assert_null(ik_csv_reader_new(bytes, "list.csv", NULL, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "save it as \"CSV UTF-8\"");
        g_clear_error(&error);
    }
}

/* --- files ------------------------------------------------------------------------------------ */

static void files_are_opened_by_path_and_named_without_it(void **state)
{
    (void)state;
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    g_autofree char *path = ik_test_file_write(folder, "list.csv", "a;b\n1;2\n", -1);
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_open(path, NULL, &error);
    ik_assert_no_error(error);
    assert_string_equal(ik_csv_reader_name(reader), "list.csv");
    assert_int_equal(ik_csv_reader_next(reader)->n_fields, 2);

    g_autofree char *empty = ik_test_file_write(folder, "empty.csv", "", 0);
    g_autoptr(ik_csv_reader) nothing = ik_csv_reader_open(empty, NULL, &error);
    ik_assert_no_error(error);
    assert_null(ik_csv_reader_next(nothing));
    ik_test_folder_remove(folder);
}

static void what_is_no_file_is_an_error(void **state)
{
    (void)state;
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    assert_null(ik_csv_reader_open(folder, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "is a folder");
    g_clear_error(&error);
    g_autofree char *absent = g_build_filename(folder, "absent.csv", NULL);
    assert_null(ik_csv_reader_open(absent, NULL, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "absent.csv");
    g_clear_error(&error);
    ik_test_folder_remove(folder);
}

static void a_pipe_is_read_like_a_file(void **state)
{
    (void)state;
    GError *error = NULL;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "a;b\n1;2\n", 8), 8);
    close(ends[1]);
    g_autofree char *path = g_strdup_printf("/dev/fd/%d", ends[0]);
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_open(path, NULL, &error);
    ik_assert_no_error(error);
    assert_int_equal(ik_csv_reader_next(reader)->n_fields, 2);
    close(ends[0]);
}

/* Counted with Python's csv module. */
static void real_files_are_read_without_a_flaw(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        char separator;
        guint n_records, n_fields;
    } files[] = {{"geodata/institutions/schools_nrw_a.csv", ';', 2815, 13},
                 {"geodata/institutions/town_halls_nrw_2011.csv", ';', 396, 15},
                 {"geodata/postcodes/zuordnung_plz_ort.csv", ',', 12872, 6}};
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = ik_test_shared_path(files[i].path);
        g_autoptr(ik_csv_reader) reader = ik_csv_reader_open(path, NULL, NULL);
        assert_int_equal(ik_csv_reader_dialect(reader)->separator, files[i].separator);
        guint n = 0;
        for (const ik_csv_record *record; (record = ik_csv_reader_next(reader)) != NULL; n++) {
            assert_int_equal(record->flaw, IK_CSV_FLAWLESS);
            assert_int_equal(record->n_fields, files[i].n_fields);
        }
        assert_int_equal(n, files[i].n_records);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_separator_is_the_one_that_every_record_has_alike),
        cmocka_unit_test(one_broken_record_does_not_change_the_separator),
        cmocka_unit_test(after_detection_reading_starts_at_the_first_record),
        cmocka_unit_test(a_separator_line_is_obeyed_and_counted),
        cmocka_unit_test(a_given_separator_wins),
        cmocka_unit_test(windows_1252_is_read_as_what_excel_meant),
        cmocka_unit_test(a_byte_order_mark_is_no_part_of_the_first_name),
        cmocka_unit_test(a_given_encoding_wins_and_an_unknown_one_is_an_error),
        cmocka_unit_test(utf16_is_refused_with_advice),
        cmocka_unit_test(files_are_opened_by_path_and_named_without_it),
        cmocka_unit_test(what_is_no_file_is_an_error),
        cmocka_unit_test(a_pipe_is_read_like_a_file),
        cmocka_unit_test(real_files_are_read_without_a_flaw),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
