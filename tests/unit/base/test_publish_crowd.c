/* test_publish_crowd.c — publishing beside other processes: killed, hindered, all at once.   [tests]
 *
 * Processes that write, are killed or look on are forked; they end with _exit and a status, because
 * cmocka's assertions belong to the test's own process.
 */
#define _GNU_SOURCE /* syscall */
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

#include "publish.h"
#include "publish_place.h"
#include "test_support.h"

/* --- the system calls of the code under test, slowed down on request ----------------------- */

static gint most_delay_us;
static void (*before_lock)(void), (*before_removal)(void); /* called once */

static void call_once(void (**act)(void))
{
    void (*call)(void) = *act;
    *act = NULL;
    if (call != NULL)
        call();
}

/* Between any two steps another process may run: this makes it likely. */
static void linger(void)
{
    if (most_delay_us > 0 && g_random_int_range(0, 4) == 0)
        g_usleep((gulong)g_random_int_range(0, most_delay_us));
}

int flock(int fd, int operation)
{
    linger();
    call_once(&before_lock);
    return (int)syscall(SYS_flock, fd, operation);
}

int unlinkat(int fd, const char *name, int flag)
{
    linger();
    call_once(&before_removal);
    return (int)syscall(SYS_unlinkat, fd, name, flag);
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

/* --- at the worst moment ---------------------------------------------------------------------- */

static ik_stage *other; /* of another writer */
static const char *contested;

static void commit_other(void)
{
    bool ok = ik_stage_commit(other, NULL);
    g_assert(ok);
    ik_stage_free(other);
}

static void a_stage_that_became_the_output_before_it_was_locked_is_left_alone(void **state)
{
    const place *p = *state;
    GError *error = NULL;
    publish_well(p->target, "one");
    other = ik_stage_open(p->target, MARKER, &error);
    ik_assert_no_error(error);
    assert_true(ik_write_file(ik_stage_folder(other), MARKER, "two", 3, NULL));
    assert_true(ik_write_file(ik_stage_folder(other), "tiles/1/0/0.png", "two", 3, NULL));
    before_lock = commit_other; /* the new one has opened the folder, but not locked it */
    ik_stage *stage = ik_stage_open(p->target, MARKER, &error);
    ik_assert_no_error(error);
    expect_output(p->target, "two");
    expect_names(p->folder, ".map.partial map");
    ik_stage_free(stage);
    expect_output(p->target, "two");
}

static void open_other(void)
{
    GError *error = NULL;
    other = ik_stage_open(contested, MARKER, &error);
    g_assert(g_error_matches(error, IK_ERROR, IK_ERROR_BUSY));
    g_clear_error(&error);
}

static void a_former_output_that_is_being_removed_is_no_stage_for_others(void **state)
{
    const place *p = *state;
    publish_well(p->target, "one");
    contested = p->target;
    other = NULL;
    GError *error = NULL;
    g_autoptr(ik_stage) stage = ik_stage_open(p->target, MARKER, &error);
    ik_assert_no_error(error);
    assert_true(ik_write_file(ik_stage_folder(stage), MARKER, "two", 3, NULL));
    assert_true(ik_write_file(ik_stage_folder(stage), "tiles/1/0/0.png", "two", 3, NULL));
    before_removal = open_other; /* the exchange is done, the former output still there */
    assert_true(ik_stage_commit(stage, &error));
    assert_null(before_removal);
    assert_null(other);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_PLACE(a_killed_writer_leaves_the_output_and_the_next_one_clears_up),
        IN_PLACE(a_second_writer_is_told_that_the_first_is_at_work),
        IN_PLACE(a_failed_write_leaves_the_output_as_it_was),
        IN_PLACE(a_folder_without_permission_is_an_error),
        IN_PLACE(where_nothing_can_be_exchanged_two_renames_do),
        IN_PLACE(an_output_set_aside_by_a_killed_writer_is_put_back),
        IN_PLACE(a_stage_that_became_the_output_before_it_was_locked_is_left_alone),
        IN_PLACE(a_former_output_that_is_being_removed_is_no_stage_for_others),
        IN_PLACE(many_writers_never_show_a_missing_or_mixed_output),
        IN_PLACE(a_writer_killed_at_any_moment_leaves_a_whole_output),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
