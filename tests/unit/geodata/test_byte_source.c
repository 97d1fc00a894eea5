/* test_byte_source.c — registers as they lie on disk, and packed.   [tests] */
#include "byte_source.h"

#include <gio/gio.h>
#include <ideenkarte/error.h>
#include <string.h>
#include <zip.h>

#include "test_support.h"

#define TEXT "first line\r\nsecond line\n"

static int set_up(void **state)
{
    *state = ik_test_folder_new();
    return 0;
}

static int tear_down(void **state)
{
    ik_test_folder_remove(*state);
    return 0;
}

/* A zip archive of files: pairs of name and content, ends with NULL. */
static char *write_zip(const char *folder, const char *const *files)
{
    char *path = g_build_filename(folder, "packed.bin", NULL);
    int code = 0;
    zip_t *archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code);
    assert_non_null(archive);
    for (; *files != NULL; files += 2) {
        zip_source_t *source = zip_source_buffer(archive, files[1], strlen(files[1]), 0);
        assert_true(zip_file_add(archive, files[0], source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    assert_int_equal(zip_close(archive), 0);
    return path;
}

static char *write_gzip(const char *folder, const char *text)
{
    char *path = g_build_filename(folder, "packed.gz", NULL);
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GOutputStream) plain =
        G_OUTPUT_STREAM(g_file_replace(file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL));
    g_autoptr(GZlibCompressor) packer = g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
    g_autoptr(GOutputStream) stream = g_converter_output_stream_new(plain, G_CONVERTER(packer));
    assert_true(g_output_stream_write_all(stream, text, strlen(text), NULL, NULL, NULL));
    assert_true(g_output_stream_close(stream, NULL, NULL));
    return path;
}

static void assert_text(const char *path, bool is_packed)
{
    GError *error = NULL;
    g_autoptr(ik_byte_source) source = ik_byte_source_open(path, &error);
    ik_assert_no_error(error);
    assert_true(ik_byte_source_is_packed(source) == is_packed);
    g_autoptr(ik_byte_lines) lines = ik_byte_lines_new(source);
    ik_byte_line line;
    assert_true(ik_byte_lines_next(lines, &line, &error));
    assert_string_equal(line.text, "first line");
    assert_true(ik_byte_lines_next(lines, &line, &error));
    assert_string_equal(line.text, "second line");
    assert_false(ik_byte_lines_next(lines, &line, &error));
    ik_assert_no_error(error);
}

static void plain_packed_and_zipped_files_give_the_same_lines(void **state)
{
    const char *folder = *state;
    const char *const files[] = {"gebref_schluessel.txt",
                                 "G;05;1;58;028;Ratingen\r\n",
                                 "readme.pdf",
                                 "%PDF",
                                 "gebref.TXT",
                                 TEXT,
                                 NULL};
    g_autofree char *plain = ik_test_file_write(folder, "plain.txt", TEXT, -1);
    g_autofree char *zip = write_zip(folder, files);
    g_autofree char *gzip = write_gzip(folder, TEXT);
    assert_text(plain, false);
    assert_text(zip, true);
    assert_text(gzip, true);
}

static void assert_refused(const char *path, const char *part)
{
    g_autoptr(GError) error = NULL;
    assert_null(ik_byte_source_open(path, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, part);
}

static void an_archive_must_hold_one_register(void **state)
{
    const char *folder = *state;
    const char *const none[] = {"picture.png", "x", NULL};
    const char *const several[] = {"a.txt", "x", "b.csv", "y", NULL};
    g_autofree char *without = write_zip(folder, none);
    assert_refused(without, "holds no .txt or .csv file");
    g_autofree char *many = write_zip(folder, several);
    assert_refused(many, "holds several .txt or .csv files");
    assert_refused(folder, "is a folder");
}

/* Reads all of it: how many bytes came before the end or an error. */
static gsize drain(const char *path, GError **error)
{
    char buffer[4096];
    gsize total = 0;
    g_autoptr(ik_byte_source) source = ik_byte_source_open(path, error);
    for (gssize n = source != NULL ? 1 : 0; n > 0; total += n > 0 ? (gsize)n : 0)
        n = ik_byte_source_read(source, buffer, sizeof buffer, error);
    return total;
}

static void damaged_archives_are_errors(void **state)
{
    const char *folder = *state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 5000; i++)
        g_string_append_printf(text, "%u;", i * i);
    const char *const files[] = {"gebref.txt", text->str, NULL};
    g_autofree char *zip = write_zip(folder, files);
    g_autofree char *gzip = write_gzip(folder, text->str);
    const char *const paths[] = {zip, gzip};
    for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autoptr(GError) error = NULL;
        size_t length;
        g_autofree char *bytes = ik_test_file_read(paths[i], &length);
        assert_int_equal(drain(paths[i], &error), text->len);
        ik_assert_no_error(error);
        for (size_t j = 2000; j < 2100; j++)
            bytes[j] = (char)(bytes[j] ^ 0x5a);
        g_autofree char *damaged = ik_test_file_write(folder, "damaged", bytes, (gssize)length);
        drain(damaged, &error);
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, damaged);
    }
    g_autofree char *cut = ik_test_file_write(folder, "cut.zip", "PK\003\004 and no more", -1);
    assert_refused(cut, cut);
}

static void an_empty_file_has_no_lines(void **state)
{
    GError *error = NULL;
    g_autofree char *path = ik_test_file_write(*state, "empty.txt", "", -1);
    g_autoptr(ik_byte_source) source = ik_byte_source_open(path, &error);
    g_autoptr(ik_byte_lines) lines = ik_byte_lines_new(source);
    ik_byte_line line;
    assert_false(ik_byte_lines_next(lines, &line, &error));
    ik_assert_no_error(error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(plain_packed_and_zipped_files_give_the_same_lines),
        TEST(an_archive_must_hold_one_register),
        TEST(damaged_archives_are_errors),
        TEST(an_empty_file_has_no_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
