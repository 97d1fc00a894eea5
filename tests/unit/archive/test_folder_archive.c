/* test_folder_archive.c — tiles as plain files.   [tests] */
#include "test_support.h"

#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive_writer.h"

typedef struct {
    char *folder;
    ik_archive_writer *writer;
} fixture;

static int set_up(void **state)
{
    GError *error = NULL;
    fixture *f = g_new0(fixture, 1);
    f->folder = ik_test_folder_new();
    g_autofree char *tiles = g_build_filename(f->folder, "tiles", "regions", NULL);
    f->writer = ik_archive_writer_new_folder(tiles, "png", &error);
    ik_assert_no_error(error);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_archive_writer_free(f->writer);
    ik_test_folder_remove(f->folder);
    g_free(f);
    return 0;
}

static void put(const fixture *f, ik_tile tile, const char *text)
{
    GError *error = NULL;
    assert_true(ik_archive_writer_put(f->writer, tile, text, strlen(text), &error));
    ik_assert_no_error(error);
}

static void assert_file(const fixture *f, const char *name, const char *expected)
{
    g_autofree char *path = g_build_filename(f->folder, "tiles", "regions", name, NULL);
    size_t length;
    g_autofree char *bytes = ik_test_file_read(path, &length);
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(bytes, expected, length);
}

static void a_tile_lies_under_zoom_column_and_row(void **state)
{
    const fixture *f = *state;
    put(f, (ik_tile){9, 264, 170}, "Dortmund");
    put(f, (ik_tile){0, 0, 0}, "world");
    put(f, (ik_tile){18, 262143, 262143}, "corner");
    assert_file(f, "9/264/170.png", "Dortmund");
    assert_file(f, "0/0/0.png", "world");
    assert_file(f, "18/262143/262143.png", "corner");
}

/* Far more columns than can be kept open, each come back to, at two zooms with the same numbers. */
static void tiles_may_come_in_any_order_of_columns(void **state)
{
    enum { COLUMNS = 200 };
    const fixture *f = *state;
    for (guint32 i = 0; i < 4 * COLUMNS; i++) {
        ik_tile tile = {8 + i % 2, i / 2 % COLUMNS, i / (2 * COLUMNS)};
        g_autofree char *text = g_strdup_printf("%u/%u/%u", tile.zoom, tile.x, tile.y);
        put(f, tile, text);
    }
    for (guint32 x = 0; x < COLUMNS; x++)
        for (guint32 i = 0; i < 4; i++) {
            g_autofree char *text = g_strdup_printf("%u/%u/%u", 8 + i % 2, x, i / 2);
            g_autofree char *name = g_strconcat(text, ".png", NULL);
            assert_file(f, name, text);
        }
}

static void equal_contents_are_counted_as_one(void **state)
{
    const fixture *f = *state;
    put(f, (ik_tile){5, 16, 10}, "sea");
    put(f, (ik_tile){6, 32, 20}, "land");
    put(f, (ik_tile){6, 33, 20}, "sea");
    put(f, (ik_tile){6, 33, 21}, "sea");
    ik_archive_counts counts;
    GError *error = NULL;
    assert_true(ik_archive_writer_finish(f->writer, &counts, &error));
    assert_int_equal(counts.tiles, 4);
    assert_int_equal(counts.distinct, 2);
    assert_int_equal(counts.bytes, 3 + 4 + 3 + 3);
    assert_file(f, "6/33/21.png", "sea");
}

static void an_archive_without_tiles_is_complete(void **state)
{
    const fixture *f = *state;
    ik_archive_counts counts = {9, 9, 9};
    GError *error = NULL;
    assert_true(ik_archive_writer_finish(f->writer, &counts, &error));
    assert_int_equal(counts.tiles, 0);
    assert_int_equal(counts.distinct, 0);
    assert_int_equal(counts.bytes, 0);
}

static void the_same_tile_with_the_same_bytes_changes_nothing(void **state)
{
    const fixture *f = *state;
    put(f, (ik_tile){7, 66, 42}, "same");
    put(f, (ik_tile){7, 66, 42}, "same");
    ik_archive_counts counts;
    assert_true(ik_archive_writer_finish(f->writer, &counts, NULL));
    assert_int_equal(counts.tiles, 1);
    assert_int_equal(counts.bytes, 4);
}

static void the_same_tile_with_other_bytes_is_refused(void **state)
{
    const fixture *f = *state;
    GError *error = NULL;
    put(f, (ik_tile){7, 66, 42}, "first");
    assert_false(ik_archive_writer_put(f->writer, (ik_tile){7, 66, 42}, "other", 5, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "tile 7/66/42 was put before");
    g_error_free(error);
    assert_file(f, "7/66/42.png", "first");
}

static void a_file_in_the_way_of_the_folder_is_an_error(void **state)
{
    const fixture *f = *state;
    GError *error = NULL;
    g_autofree char *file = ik_test_file_write(f->folder, "taken", "x", 1);
    g_autofree char *below = g_build_filename(file, "tiles", NULL);
    assert_null(ik_archive_writer_new_folder(below, "png", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "taken/tiles: cannot make folder");
    g_error_free(error);
}

static void a_read_only_folder_is_an_error(void **state)
{
    const fixture *f = *state;
    GError *error = NULL;
    if (geteuid() == 0) /* nothing is read-only for root: a file where the column should be */
        g_free(ik_test_file_write(f->folder, "tiles/regions/8", "x", 1));
    g_autofree char *tiles = g_build_filename(f->folder, "tiles", "regions", NULL);
    assert_int_equal(chmod(tiles, 0500), 0);
    assert_false(ik_archive_writer_put(f->writer, (ik_tile){8, 1, 2}, "x", 1, &error));
    assert_int_equal(chmod(tiles, 0700), 0);
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "8/1");
    g_error_free(error);
}

static void a_file_over_the_size_limit_is_an_error_and_not_counted(void **state)
{
    const fixture *f = *state;
    GError *error = NULL;
    struct rlimit before;
    g_autofree char *large = g_strnfill(100000, 'x');
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit small = {.rlim_cur = 4096, .rlim_max = before.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool ok = ik_archive_writer_put(f->writer, (ik_tile){8, 1, 2}, large, 100000, &error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);
    assert_false(ok);
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "8/1/2.png: cannot write");
    g_error_free(error);
    ik_archive_counts counts;
    assert_true(ik_archive_writer_finish(f->writer, &counts, NULL));
    assert_int_equal(counts.tiles, 0);
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(a_tile_lies_under_zoom_column_and_row),
        WITH_FOLDER(tiles_may_come_in_any_order_of_columns),
        WITH_FOLDER(equal_contents_are_counted_as_one),
        WITH_FOLDER(an_archive_without_tiles_is_complete),
        WITH_FOLDER(the_same_tile_with_the_same_bytes_changes_nothing),
        WITH_FOLDER(the_same_tile_with_other_bytes_is_refused),
        WITH_FOLDER(a_file_in_the_way_of_the_folder_is_an_error),
        WITH_FOLDER(a_read_only_folder_is_an_error),
        WITH_FOLDER(a_file_over_the_size_limit_is_an_error_and_not_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
