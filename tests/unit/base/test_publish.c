/* test_publish.c — a folder is written beside its target, then moved there by one rename.   [tests]
 *
 * Processes that write, are killed or look on are forked; they end with _exit and a status, because
 * cmocka's assertions belong to the test's own process.
 */
#define _GNU_SOURCE /* syscall */
#include "publish.h"

#include <errno.h>
#include <fcntl.h>
#include <ideenkarte/error.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "test_support.h"

static const char MARKER[] = "manifest.json";

typedef struct {
    char *folder, *target; /* the target is FOLDER/map */
} place;

static int make_place(void **state)
{
    place *p = g_new(place, 1);
    p->folder = ik_test_folder_new();
    p->target = g_build_filename(p->folder, "map", NULL);
    *state = p;
    return 0;
}

static int remove_place(void **state)
{
    place *p = *state;
    ik_test_folder_remove(p->folder);
    g_free(p->target);
    g_free(p);
    return 0;
}

/* --- the system calls of the code under test, slowed down or failing on request ---------------- */

static gint most_delay_us;
static gboolean is_fsync_broken;

/* Between any two steps another process may run: this makes it likely. */
static void linger(void)
{
    if (most_delay_us > 0 && g_random_int_range(0, 4) == 0)
        g_usleep((gulong)g_random_int_range(0, most_delay_us));
}

int flock(int fd, int operation)
{
    linger();
    return (int)syscall(SYS_flock, fd, operation);
}

int unlinkat(int fd, const char *name, int flag)
{
    linger();
    return (int)syscall(SYS_unlinkat, fd, name, flag);
}

int fsync(int fd)
{
    if (!is_fsync_broken)
        return (int)syscall(SYS_fsync, fd);
    errno = EIO;
    return -1;
}

/* --- helpers ---------------------------------------------------------------------------------- */

/* Publishes a marker and files that hold `text`; false on any error. */
static bool publish(const char *target, const char *text, GError **error)
{
    g_autoptr(ik_stage) stage = ik_stage_open(target, MARKER, error);
    return stage != NULL &&
           ik_write_file(ik_stage_folder(stage), MARKER, text, strlen(text), error) &&
           ik_write_file(ik_stage_folder(stage), "tiles/1/0/0.png", text, strlen(text), error) &&
           ik_stage_commit(stage, error);
}

static void publish_well(const char *target, const char *text)
{
    GError *error = NULL;
    bool ok = publish(target, text, &error);
    ik_assert_no_error(error);
    assert_true(ok);
}

static void expect_refused(const char *target, ik_error_code code, const char *part)
{
    GError *error = NULL;
    assert_null(ik_stage_open(target, MARKER, &error));
    ik_assert_error(error, IK_ERROR, (int)code, part);
    g_clear_error(&error);
}

/* The folder around the target holds exactly these names, sorted, joined by blanks. */
static void expect_names(const char *folder, const char *expected)
{
    g_autoptr(GDir) stream = g_dir_open(folder, 0, NULL);
    g_autoptr(GString) names = g_string_new(NULL);
    g_autoptr(GList) list = NULL;
    for (const char *name; (name = g_dir_read_name(stream)) != NULL;)
        list = g_list_insert_sorted(list, g_strdup(name), (GCompareFunc)strcmp);
    for (GList *item = list; item != NULL; item = item->next) {
        g_string_append_printf(names, "%s%s", item == list ? "" : " ", (char *)item->data);
        g_free(item->data);
    }
    assert_string_equal(names->str, expected);
}

static void expect_output(const char *target, const char *text)
{
    static const char *const names[] = {"manifest.json", "tiles/1/0/0.png"};
    g_auto(GStrv) files = ik_list_files(target, NULL);
    assert_int_equal(g_strv_length(files), 2);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(target, names[i], NULL);
        g_autofree char *content = ik_test_file_read(path, NULL);
        assert_string_equal(content, text);
    }
}

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

/* --- other processes -------------------------------------------------------------------------- */

/* Runs `act` in a child; returns its wait status. */
static int in_child(int (*act)(const place *), const place *p)
{
    pid_t child = fork();
    if (child == 0)
        _exit(act(p));
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void expect_done(int (*act)(const place *), const place *p)
{
    int status = in_child(act, p);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static int die_while_writing(const place *p)
{
    ik_stage *stage = ik_stage_open(p->target, MARKER, NULL);
    if (stage == NULL || !ik_write_file(ik_stage_folder(stage), "half/file", "half", 4, NULL))
        return 1;
    return kill(getpid(), SIGKILL);
}

static void a_killed_writer_leaves_the_output_and_the_next_one_clears_up(void **state)
{
    const place *p = *state;
    publish_well(p->target, "one");
    assert_true(WIFSIGNALED(in_child(die_while_writing, p)));
    expect_names(p->folder, ".map.partial map");
    expect_output(p->target, "one");
    publish_well(p->target, "two");
    expect_output(p->target, "two");
    expect_names(p->folder, "map");
}

static void a_second_writer_is_told_that_the_first_is_at_work(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    ik_stage *first = ik_stage_open(p->target, MARKER, &error);
    ik_assert_no_error(error);
    assert_true(ik_write_file(ik_stage_folder(first), MARKER, "x", 1, NULL));
    expect_refused(p->target, IK_ERROR_BUSY, "another process is writing");
    g_auto(GStrv) files = ik_list_files(ik_stage_folder(first), NULL);
    assert_int_equal(g_strv_length(files), 1);
    ik_stage_free(first);
    publish_well(p->target, "two");
}

static int write_with_small_limit(const place *p)
{
    char big[20000] = {0};
    GError *error = NULL;
    const struct rlimit limit = {8192, 8192};
    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 1;
    g_autoptr(ik_stage) stage = ik_stage_open(p->target, MARKER, &error);
    if (stage == NULL || ik_write_file(ik_stage_folder(stage), "big", big, sizeof big, &error))
        return 2;
    return g_error_matches(error, IK_ERROR, IK_ERROR_IO) ? 0 : 3;
}

static void a_failed_write_leaves_the_output_as_it_was(void **state)
{
    const place *p = *state;
    publish_well(p->target, "one");
    expect_done(write_with_small_limit, p);
    expect_output(p->target, "one");
    expect_names(p->folder, "map");
}

static int publish_without_permission(const place *p)
{
    GError *error = NULL;
    if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
        return 77;
    if (publish(p->target, "two", &error))
        return 1;
    return g_error_matches(error, IK_ERROR, IK_ERROR_IO) ? 0 : 2;
}

static void a_folder_without_permission_is_an_error(void **state)
{
    const place *p = *state;
    publish_well(p->target, "one");
    assert_int_equal(chmod(p->folder, 0555), 0);
    int status = in_child(publish_without_permission, p);
    assert_int_equal(chmod(p->folder, 0755), 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
        skip();
    assert_int_equal(status, 0);
    expect_output(p->target, "one");
    expect_names(p->folder, "map");
}

/* From here on renameat2 answers ENOSYS or EINVAL, as on file systems that cannot exchange. */
static bool forbid_exchange(guint32 failure)
{
    struct sock_filter program[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_renameat2, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | failure),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    const struct sock_fprog filter = {G_N_ELEMENTS(program), program};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

static int publish_twice_without_exchange(const place *p)
{
    if (!forbid_exchange(ENOSYS))
        return 77;
    return publish(p->target, "one", NULL) && publish(p->target, "two", NULL) ? 0 : 1;
}

static int publish_once_more_without_exchange(const place *p)
{
    if (!forbid_exchange(EINVAL))
        return 77;
    return publish(p->target, "three", NULL) ? 0 : 1;
}

static void where_nothing_can_be_exchanged_two_renames_do(void **state)
{
    const place *p = *state;
    int status = in_child(publish_twice_without_exchange, p);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
        skip();
    assert_int_equal(status, 0);
    expect_output(p->target, "two");
    expect_names(p->folder, "map");
    expect_done(publish_once_more_without_exchange, p);
    expect_output(p->target, "three");
    expect_names(p->folder, "map");
}

static void an_output_set_aside_by_a_killed_writer_is_put_back(void **state)
{
    const place *p = *state;
    g_autofree char *former = g_build_filename(p->folder, ".map.former", NULL);
    publish_well(p->target, "one");
    assert_int_equal(rename(p->target, former), 0);
    ik_stage_free(ik_stage_open(p->target, MARKER, NULL));
    expect_output(p->target, "one");
    expect_names(p->folder, "map");

    publish_well(former, "zero"); /* killed behind the second rename: the former output is waste */
    publish_well(p->target, "two");
    expect_output(p->target, "two");
    expect_names(p->folder, "map");
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

/* --- all at once ------------------------------------------------------------------------------ */

enum { WRITERS = 3, ROUNDS = 60 };

static int publish_often(const place *p)
{
    most_delay_us = 2000;
    g_random_set_seed((guint32)getpid());
    for (guint i = 0; i < ROUNDS; i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *text = g_strdup_printf("%d.%u", (int)getpid(), i);
        if (!publish(p->target, text, &error) && !g_error_matches(error, IK_ERROR, IK_ERROR_BUSY))
            return 1;
    }
    return 0;
}

static bool read_text(int folder, const char *name, char *text, gsize size)
{
    int file = openat(folder, name, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    ssize_t length = read(file, text, size - 1);
    close(file);
    text[MAX(length, 0)] = '\0';
    return length > 0;
}

static bool is_still_named(int folder, const char *target)
{
    struct stat opened, named;
    return fstat(folder, &opened) == 0 && stat(target, &named) == 0 &&
           opened.st_ino == named.st_ino;
}

/* Whoever opens the output sees a whole one, or it is replaced while they look. */
static bool look(const char *target)
{
    char text[2][64];
    int folder = open(target, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    bool is_whole = read_text(folder, MARKER, text[0], sizeof text[0]) &&
                    read_text(folder, "tiles/1/0/0.png", text[1], sizeof text[1]) &&
                    strcmp(text[0], text[1]) == 0;
    is_whole = is_whole || !is_still_named(folder, target);
    close(folder);
    return is_whole;
}

static void many_writers_never_show_a_missing_or_mixed_output(void **state)
{
    const place *p = *state;
    publish_well(p->target, "first");
    pid_t writers[WRITERS];
    for (guint i = 0; i < WRITERS; i++)
        if ((writers[i] = fork()) == 0)
            _exit(publish_often(p));
    int failed = 0;
    for (guint left = WRITERS; left > 0;) {
        int status;
        failed += !look(p->target);
        if (waitpid(-1, &status, WNOHANG) > 0) {
            left--;
            failed += status != 0;
        }
    }
    assert_int_equal(failed, 0);
    expect_names(p->folder, "map");
    publish_well(p->target, "last");
    expect_output(p->target, "last");
}

/* Kills a writer at any moment, the exchange included: the output is whole, the next writer works. */
static void a_writer_killed_at_any_moment_leaves_a_whole_output(void **state)
{
    const place *p = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(3);
    publish_well(p->target, "first");
    for (guint round = 0; round < 40; round++) {
        int status;
        pid_t writer = fork();
        if (writer == 0)
            _exit(publish_often(p));
        g_usleep((gulong)g_rand_int_range(random, 0, 20000));
        kill(writer, SIGKILL);
        waitpid(writer, &status, 0);
        g_autofree char *path = g_build_filename(p->target, MARKER, NULL);
        g_autofree char *text = ik_test_file_read(path, NULL);
        expect_output(p->target, text);
    }
    publish_well(p->target, "last");
    expect_names(p->folder, "map");
}

#define IN_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

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
        IN_PLACE(a_killed_writer_leaves_the_output_and_the_next_one_clears_up),
        IN_PLACE(a_second_writer_is_told_that_the_first_is_at_work),
        IN_PLACE(a_failed_write_leaves_the_output_as_it_was),
        IN_PLACE(a_folder_without_permission_is_an_error),
        IN_PLACE(where_nothing_can_be_exchanged_two_renames_do),
        IN_PLACE(an_output_set_aside_by_a_killed_writer_is_put_back),
        IN_PLACE(a_rename_that_cannot_be_made_durable_is_taken_back),
        IN_PLACE(many_writers_never_show_a_missing_or_mixed_output),
        IN_PLACE(a_writer_killed_at_any_moment_leaves_a_whole_output),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
