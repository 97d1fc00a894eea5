/* test_files.c — files and folders, with every failure reported.   [tests] */
#include "files.h"

#include <fcntl.h>
#include <ideenkarte/error.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test_support.h"

static int make_folder(void **state)
{
    *state = ik_test_folder_new();
    return 0;
}

static int remove_folder(void **state)
{
    ik_test_folder_remove(*state);
    return 0;
}

static void expect_content(const char *folder, const char *name, const char *expected)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *text = ik_test_file_read(path, NULL);
    assert_string_equal(text, expected);
}

static void a_file_is_read_whole_or_said_to_be_missing(void **state)
{
    GError *error = NULL;
    assert_true(ik_write_file(*state, "a.bin", "one\0two", 7, &error));
    g_autofree char *path = g_build_filename(*state, "a.bin", NULL);
    g_autofree char *none = g_build_filename(*state, "none.bin", NULL);
    g_autoptr(GBytes) bytes = ik_read_file(path, &error);
    ik_assert_no_error(error);
    assert_int_equal(g_bytes_get_size(bytes), 7);
    assert_memory_equal(g_bytes_get_data(bytes, NULL), "one\0two", 7);
    assert_null(ik_read_file(none, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "none.bin");
    g_clear_error(&error);
    assert_null(ik_read_file(*state, &error)); /* a folder */
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "");
    g_error_free(error);
}

static void files_are_written_with_their_parents(void **state)
{
    GError *error = NULL;
    assert_true(ik_write_file(*state, "a/b/c.txt", "one", 3, &error));
    assert_true(ik_write_file(*state, "a/b/c.txt", "x", 1, &error));
    assert_true(ik_write_file(*state, "a/d.txt", "", 0, &error));
    ik_assert_no_error(error);
    expect_content(*state, "a/b/c.txt", "x");
    expect_content(*state, "a/d.txt", "");
}

static void paths_that_leave_the_folder_are_refused(void **state)
{
    static const char *const paths[] = {"",     "/etc/x", "../x", "a/../../x",
                                        "a//b", "a/",     "./a",  "a/.."};
    for (guint i = 0; i < G_N_ELEMENTS(paths); i++) {
        GError *error = NULL;
        assert_false(ik_write_file(*state, paths[i], "x", 1, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "no path inside");
        g_clear_error(&error);
    }
}

static void a_symbolic_link_is_not_written_through(void **state)
{
    GError *error = NULL;
    g_autofree char *target = ik_test_file_write(*state, "target", "old", -1);
    g_autofree char *link = g_build_filename(*state, "link", NULL);
    assert_int_equal(symlink(target, link), 0);
    assert_false(ik_write_file(*state, "link", "new", 3, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "link");
    g_clear_error(&error);
    expect_content(*state, "target", "old");
}

static void a_file_in_the_way_of_a_folder_is_an_error(void **state)
{
    GError *error = NULL;
    g_autofree char *file = ik_test_file_write(*state, "a", "x", -1);
    assert_false(ik_write_file(*state, "a/b", "x", 1, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "a/b");
    g_clear_error(&error);
}

/* As on a full disk, write stops in the middle. */
static void a_write_that_stops_short_is_an_error(void **state)
{
    GError *error = NULL;
    struct rlimit former, limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &former), 0);
    limit = former;
    limit.rlim_cur = 4096;
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    g_autofree char *bytes = g_malloc0(10000);
    g_autofree char *kept = g_build_filename(*state, "kept", NULL);
    assert_true(ik_replace_file(kept, "old", 3, &error));
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    bool is_written = ik_write_file(*state, "big", bytes, 10000, &error);
    GError *other = NULL;
    bool is_replaced = ik_replace_file(kept, bytes, 10000, &other);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &former), 0);
    signal(SIGXFSZ, handler);
    assert_false(is_written || is_replaced);
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "big: cannot write");
    ik_assert_error(other, IK_ERROR, IK_ERROR_IO, "kept: cannot write");
    g_clear_error(&error);
    g_clear_error(&other);
    expect_content(*state, "kept", "old");
    g_auto(GStrv) files = ik_list_files(*state, NULL);
    assert_int_equal(g_strv_length(files), 2); /* no partial file stays */
}

static void replacing_keeps_the_permissions_and_leaves_nothing_beside(void **state)
{
    GError *error = NULL;
    struct stat status;
    g_autofree char *path = ik_test_file_write(*state, "f", "old and longer", -1);
    g_autofree char *stale =
        ik_test_file_write(*state, ".f.partial", "left by a killed process", -1);
    assert_int_equal(chmod(path, 0640), 0);
    assert_true(ik_replace_file(path, "new", 3, &error));
    ik_assert_no_error(error);
    expect_content(*state, "f", "new");
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0640);
    g_auto(GStrv) files = ik_list_files(*state, NULL);
    assert_int_equal(g_strv_length(files), 1);
}

static void replacing_follows_a_symbolic_link(void **state)
{
    GError *error = NULL;
    struct stat status;
    g_autofree char *target = ik_test_file_write(*state, "target", "old", -1);
    g_autofree char *link = g_build_filename(*state, "link", NULL);
    assert_int_equal(symlink("target", link), 0);
    assert_true(ik_replace_file(link, "new", 3, &error));
    ik_assert_no_error(error);
    expect_content(*state, "target", "new");
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
}

static void two_that_replace_one_file_do_not_mix(void **state)
{
    GError *error = NULL;
    g_autofree char *path = g_build_filename(*state, "f", NULL);
    g_autofree char *partial = ik_test_file_write(*state, ".f.partial", "half", -1);
    int other = open(partial, O_WRONLY | O_CLOEXEC);
    assert_int_equal(flock(other, LOCK_EX), 0);
    assert_false(ik_replace_file(path, "new", 3, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_BUSY, "another process");
    g_clear_error(&error);
    expect_content(*state, ".f.partial", "half");
    close(other);
    assert_true(ik_replace_file(path, "new", 3, &error));
    expect_content(*state, "f", "new");
}

static void files_are_listed_sorted_bytewise_without_links(void **state)
{
    GError *error = NULL;
    static const char *const names[] = {"b", "a/x", "a/b/c", "a.txt", "ä", "Z"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        assert_true(ik_write_file(*state, names[i], "", 0, NULL));
    g_autofree char *link = g_build_filename(*state, "link", NULL);
    assert_int_equal(symlink("a", link), 0);
    g_auto(GStrv) files = ik_list_files(*state, &error);
    ik_assert_no_error(error);
    g_autofree char *joined = g_strjoinv(" ", files);
    assert_string_equal(joined, "Z a.txt a/b/c a/x b ä");

    g_autofree char *absent = g_build_filename(*state, "absent", NULL);
    assert_null(ik_list_files(absent, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "absent");
    g_clear_error(&error);
}

static void removing_a_tree_stops_at_symbolic_links(void **state)
{
    GError *error = NULL;
    assert_true(ik_write_file(*state, "kept/file", "x", 1, NULL));
    assert_true(ik_write_file(*state, "gone/a/b/c", "x", 1, NULL));
    g_autofree char *kept = g_build_filename(*state, "kept", NULL);
    g_autofree char *inner = g_build_filename(*state, "gone/a/link", NULL);
    g_autofree char *outer = g_build_filename(*state, "link", NULL);
    assert_int_equal(symlink(kept, inner), 0);
    assert_int_equal(symlink(kept, outer), 0);
    g_autofree char *gone = g_build_filename(*state, "gone", NULL);
    g_autofree char *slashed = g_strconcat(outer, "/", NULL);
    assert_true(ik_remove_tree(gone, &error));
    assert_true(ik_remove_tree(slashed, &error)); /* the link, not what it points to */
    assert_true(ik_remove_tree(gone, &error));    /* it is gone already */
    ik_assert_no_error(error);
    assert_false(g_file_test(gone, G_FILE_TEST_EXISTS));
    assert_false(g_file_test(outer, G_FILE_TEST_IS_SYMLINK));
    expect_content(*state, "kept/file", "x");
}

static void deep_trees_are_removed(void **state)
{
    GError *error = NULL;
    g_autoptr(GString) path = g_string_new("deep");
    for (guint i = 0; i < 200; i++)
        g_string_append(path, "/d");
    g_string_append(path, "/f");
    assert_true(ik_write_file(*state, path->str, "x", 1, &error));
    g_autofree char *deep = g_build_filename(*state, "deep", NULL);
    assert_true(ik_remove_tree(deep, &error));
    ik_assert_no_error(error);
    assert_false(g_file_test(deep, G_FILE_TEST_EXISTS));
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_file_is_read_whole_or_said_to_be_missing),
        IN_FOLDER(files_are_written_with_their_parents),
        IN_FOLDER(paths_that_leave_the_folder_are_refused),
        IN_FOLDER(a_symbolic_link_is_not_written_through),
        IN_FOLDER(a_file_in_the_way_of_a_folder_is_an_error),
        IN_FOLDER(a_write_that_stops_short_is_an_error),
        IN_FOLDER(replacing_keeps_the_permissions_and_leaves_nothing_beside),
        IN_FOLDER(replacing_follows_a_symbolic_link),
        IN_FOLDER(two_that_replace_one_file_do_not_mix),
        IN_FOLDER(files_are_listed_sorted_bytewise_without_links),
        IN_FOLDER(removing_a_tree_stops_at_symbolic_links),
        IN_FOLDER(deep_trees_are_removed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
