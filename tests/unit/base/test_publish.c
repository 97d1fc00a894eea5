/* test_publish.c — a folder is written beside its target, then moved there by one rename.   [tests] */
#define _GNU_SOURCE /* syscall */
#include "publish.h"

#include <errno.h>
#include <ideenkarte/error.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "publish_place.h"
#include "test_support.h"

/* --- publishing ------------------------------------------------------------------------------- */

static void a_first_output_appears_with_its_parents(void **state)
{
    const place *p = *state;
    g_autofree char *target = g_build_filename(p->folder, "a/b/map", NULL);
    publish_well(target, "one");
    expect_output(target, "one");
    g_autofree char *parent = g_path_get_dirname(target);
    expect_names(parent, "map");
}

static void a_second_output_replaces_all_of_the_first(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    publish_well(p->target, "one");
    assert_true(ik_write_file(p->target, "only-in-the-first", "x", 1, &error));
    publish_well(p->target, "two");
    expect_output(p->target, "two");
    expect_names(p->folder, "map");
}

static void without_a_commit_the_output_stays_and_the_stage_goes(void **state)
{
    const place *p = *state;
    publish_well(p->target, "one");
    ik_stage *stage = ik_stage_open(p->target, MARKER, NULL);
    assert_true(ik_write_file(ik_stage_folder(stage), MARKER, "two", 3, NULL));
    expect_names(p->folder, ".map.partial map");
    ik_stage_free(stage);
    expect_names(p->folder, "map");
    expect_output(p->target, "one");
    ik_stage_free(NULL);
}

static void an_empty_folder_may_be_filled(void **state)
{
    const place *p = *state;
    assert_int_equal(mkdir(p->target, 0777), 0);
    publish_well(p->target, "one");
    expect_output(p->target, "one");
    expect_names(p->folder, "map");
}

static void trailing_slashes_and_relative_targets_are_understood(void **state)
{
    const place *p = *state;
    g_autofree char *former = g_get_current_dir();
    assert_int_equal(chdir(p->folder), 0);
    publish_well("map///", "one");
    expect_output(p->target, "one");
    publish_well("./map/", "two");
    expect_output(p->target, "two");

    GError *error = NULL;
    g_autoptr(ik_stage) stage = ik_stage_open("map", MARKER, &error);
    assert_int_equal(chdir("/"), 0); /* the stage does not depend on it */
    assert_true(ik_write_file(ik_stage_folder(stage), MARKER, "three", 5, &error));
    assert_true(ik_write_file(ik_stage_folder(stage), "tiles/1/0/0.png", "three", 5, &error));
    assert_true(ik_stage_commit(stage, &error));
    ik_assert_no_error(error);
    assert_int_equal(chdir(former), 0);
    expect_output(p->target, "three");
}

static void of_a_symbolic_link_the_folder_behind_it_is_replaced(void **state)
{
    const place *p = *state;
    g_autofree char *real = g_build_filename(p->folder, "elsewhere/real", NULL);
    publish_well(real, "one");
    assert_int_equal(symlink("elsewhere/real", p->target), 0);
    publish_well(p->target, "two");
    expect_output(real, "two");
    assert_true(g_file_test(p->target, G_FILE_TEST_IS_SYMLINK));
    g_autofree char *slashed = g_strconcat(p->target, "/", NULL);
    publish_well(slashed, "three");
    expect_output(real, "three");
    expect_names(p->folder, "elsewhere map");
}

/* --- refusing --------------------------------------------------------------------------------- */

static void a_target_without_a_name_is_refused(void **state)
{
    (void)state;
    static const char *const targets[] = {"", ".", "..", "/", "//", "./", "out/..", "/tmp/."};
    for (guint i = 0; i < G_N_ELEMENTS(targets); i++)
        expect_refused(targets[i], IK_ERROR_INPUT, "a name of its own");
}

static void a_foreign_folder_is_refused_and_left_alone(void **state)
{
    const place *p = *state;
    g_assert_true(ik_write_file(p->target, "thesis.doc", "years", 5, NULL));
    expect_refused(p->target, IK_ERROR_INPUT, "no manifest.json of an earlier output");
    expect_names(p->folder, "map");
    expect_names(p->target, "thesis.doc");
}

static void a_file_or_a_dangling_link_is_refused(void **state)
{
    const place *p = *state;
    g_free(ik_test_file_write(p->folder, "map", "x", -1));
    expect_refused(p->target, IK_ERROR_INPUT, "is a file");
    g_autofree char *link = g_build_filename(p->folder, "link", NULL);
    assert_int_equal(symlink("nowhere", link), 0);
    expect_refused(link, IK_ERROR_INPUT, "a symbolic link to nothing");
    expect_names(p->folder, "link map");
}

static void a_stage_that_is_no_folder_is_not_written_through(void **state)
{
    const place *p = *state;
    g_autofree char *elsewhere = g_build_filename(p->folder, "elsewhere", NULL);
    g_autofree char *stage = g_build_filename(p->folder, ".map.partial", NULL);
    assert_true(ik_write_file(elsewhere, "kept", "x", 1, NULL));
    assert_int_equal(symlink("elsewhere", stage), 0);
    expect_refused(p->target, IK_ERROR_IO, ".map.partial");
    expect_names(elsewhere, "kept");
}

static void a_target_that_turned_foreign_meanwhile_is_not_replaced(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    g_autoptr(ik_stage) stage = ik_stage_open(p->target, MARKER, &error);
    assert_true(ik_write_file(p->target, "thesis.doc", "years", 5, NULL));
    assert_false(ik_stage_commit(stage, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "no manifest.json");
    g_clear_error(&error);
    g_clear_pointer(&stage, ik_stage_free);
    expect_names(p->target, "thesis.doc");
    expect_names(p->folder, "map");
}

/* --- durability ------------------------------------------------------------------------------- */

static gboolean is_fsync_broken;

/* Stands in for the system's. */
int fsync(int fd)
{
    if (!is_fsync_broken)
        return (int)syscall(SYS_fsync, fd);
    errno = EIO;
    return -1;
}

static void a_rename_that_cannot_be_made_durable_is_taken_back(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    is_fsync_broken = TRUE;
    assert_false(publish(p->target, "one", &error));
    is_fsync_broken = FALSE;
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "cannot sync");
    g_clear_error(&error);
    expect_names(p->folder, "");

    publish_well(p->target, "two");
    is_fsync_broken = TRUE;
    assert_false(publish(p->target, "three", &error));
    is_fsync_broken = FALSE;
    ik_assert_error(error, IK_ERROR, IK_ERROR_IO, "cannot sync");
    g_clear_error(&error);
    expect_output(p->target, "two");
    expect_names(p->folder, "map");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_PLACE(a_first_output_appears_with_its_parents),
        IN_PLACE(a_second_output_replaces_all_of_the_first),
        IN_PLACE(without_a_commit_the_output_stays_and_the_stage_goes),
        IN_PLACE(an_empty_folder_may_be_filled),
        IN_PLACE(trailing_slashes_and_relative_targets_are_understood),
        IN_PLACE(of_a_symbolic_link_the_folder_behind_it_is_replaced),
        IN_PLACE(a_target_without_a_name_is_refused),
        IN_PLACE(a_foreign_folder_is_refused_and_left_alone),
        IN_PLACE(a_file_or_a_dangling_link_is_refused),
        IN_PLACE(a_stage_that_is_no_folder_is_not_written_through),
        IN_PLACE(a_target_that_turned_foreign_meanwhile_is_not_replaced),
        IN_PLACE(a_rename_that_cannot_be_made_durable_is_taken_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
