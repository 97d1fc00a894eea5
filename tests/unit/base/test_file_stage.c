/* test_file_stage.c — a file appears at once or not at all.   [tests] */
#include "file_stage.h"

#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test_support.h"

typedef struct {
    char *folder, *target, *partial;
} place;

static int set_up(void **state)
{
    place *p = g_new(place, 1);
    p->folder = ik_test_folder_new();
    p->target = g_build_filename(p->folder, "map.sqlite", NULL);
    p->partial = g_build_filename(p->folder, ".map.sqlite.partial", NULL);
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    place *p = *state;
    ik_test_folder_remove(p->folder);
    g_free(p->target);
    g_free(p->partial);
    g_free(p);
    return 0;
}

static ik_file_stage *open_stage(const char *target)
{
    GError *error = NULL;
    ik_file_stage *stage = ik_file_stage_open(target, &error);
    ik_assert_no_error(error);
    return stage;
}

static void fill(const ik_file_stage *stage, const char *text)
{
    assert_true(g_file_set_contents(ik_file_stage_path(stage), text, -1, NULL));
}

static void assert_holds(const char *path, const char *text)
{
    g_autofree char *bytes = ik_test_file_read(path, &(size_t){0});
    assert_string_equal(bytes, text);
}

static void assert_alone(const place *p)
{
    g_autoptr(GDir) folder = g_dir_open(p->folder, 0, NULL);
    assert_string_equal(g_dir_read_name(folder), "map.sqlite");
    assert_null(g_dir_read_name(folder));
}

static void a_commit_moves_the_file_and_leaves_nothing_else(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    ik_file_stage *stage = open_stage(p->target);
    g_autofree char *name = g_path_get_basename(ik_file_stage_path(stage));
    assert_string_equal(name, "map.sqlite");
    fill(stage, "new");
    g_autofree char *journal = g_strconcat(ik_file_stage_path(stage), "-journal", NULL);
    assert_true(g_file_set_contents(journal, "x", -1, NULL));
    assert_false(g_file_test(p->target, G_FILE_TEST_EXISTS));
    assert_true(ik_file_stage_commit(stage, &error));
    ik_file_stage_free(stage);
    assert_holds(p->target, "new");
    assert_alone(p);
}

static void a_former_file_is_replaced_and_keeps_its_permissions(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    struct stat status;
    assert_true(g_file_set_contents(p->target, "old", -1, NULL));
    assert_int_equal(chmod(p->target, 0640), 0);
    g_autoptr(ik_file_stage) stage = open_stage(p->target);
    fill(stage, "new");
    assert_holds(p->target, "old");
    assert_true(ik_file_stage_commit(stage, &error));
    assert_holds(p->target, "new");
    assert_int_equal(stat(p->target, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static void without_a_commit_the_former_file_stays(void **state)
{
    const place *p = *state;
    assert_true(g_file_set_contents(p->target, "old", -1, NULL));
    ik_file_stage *stage = open_stage(p->target);
    fill(stage, "new");
    ik_file_stage_free(stage);
    ik_file_stage_free(NULL);
    assert_holds(p->target, "old");
    assert_alone(p);
}

static void a_commit_without_a_file_is_an_error(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    g_autoptr(ik_file_stage) stage = open_stage(p->target);
    assert_false(ik_file_stage_commit(stage, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "map.sqlite");
    g_clear_error(&error);
}

static void what_a_killed_process_left_is_cleared(void **state)
{
    const place *p = *state;
    assert_int_equal(g_mkdir(p->partial, 0700), 0);
    g_free(ik_test_file_write(p->partial, "map.sqlite", "half", -1));
    g_free(ik_test_file_write(p->partial, "map.sqlite-journal", "half", -1));
    g_autoptr(ik_file_stage) stage = open_stage(p->target);
    assert_false(g_file_test(ik_file_stage_path(stage), G_FILE_TEST_EXISTS));
}

static void a_second_writer_is_told_that_the_file_is_busy(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    ik_file_stage *stage = open_stage(p->target);
    assert_null(ik_file_stage_open(p->target, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_BUSY, "another process is writing this file");
    g_clear_error(&error);
    fill(stage, "new"); /* the loser has cleared nothing */
    assert_true(ik_file_stage_commit(stage, &error));
    ik_file_stage_free(stage);
    ik_file_stage_free(open_stage(p->target));
}

static void of_a_link_what_it_points_to_is_replaced(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    struct stat status;
    g_autofree char *link = g_build_filename(p->folder, "link.sqlite", NULL);
    assert_true(g_file_set_contents(p->target, "old", -1, NULL));
    assert_int_equal(symlink("map.sqlite", link), 0);
    g_autoptr(ik_file_stage) stage = open_stage(link);
    fill(stage, "new");
    assert_true(ik_file_stage_commit(stage, &error));
    assert_holds(p->target, "new");
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
}

static void folders_and_missing_folders_are_refused(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    assert_null(ik_file_stage_open(p->folder, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "is a folder, expected a file");
    g_clear_error(&error);
    g_autofree char *nowhere = g_build_filename(p->folder, "no", "map.sqlite", NULL);
    assert_null(ik_file_stage_open(nowhere, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "no such folder");
    g_clear_error(&error);
}

#define IN_PLACE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_PLACE(a_commit_moves_the_file_and_leaves_nothing_else),
        IN_PLACE(a_former_file_is_replaced_and_keeps_its_permissions),
        IN_PLACE(without_a_commit_the_former_file_stays),
        IN_PLACE(a_commit_without_a_file_is_an_error),
        IN_PLACE(what_a_killed_process_left_is_cleared),
        IN_PLACE(a_second_writer_is_told_that_the_file_is_busy),
        IN_PLACE(of_a_link_what_it_points_to_is_replaced),
        IN_PLACE(folders_and_missing_folders_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
