/* test_published_file.c — files of a folder are opened, those outside it never.   [server] */
#include "test_support.h"

#include "published_file.h"

#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    char *outside, *root;
} folders;

static int set_up(void **state)
{
    folders *f = g_new0(folders, 1);
    f->outside = ik_test_folder_new();
    f->root = g_build_filename(f->outside, "root", NULL);
    g_autofree char *below = g_build_filename(f->root, "below", NULL);
    assert_int_equal(mkdir(f->root, 0755), 0);
    assert_int_equal(mkdir(below, 0755), 0);
    g_free(ik_test_file_write(f->outside, "secret", "secret", -1));
    g_free(ik_test_file_write(f->root, "page", "page", -1));
    g_free(ik_test_file_write(below, "file", "content", -1));
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    folders *f = *state;
    g_free(f->root);
    ik_test_folder_remove(f->outside);
    g_free(f);
    return 0;
}

static ik_published_kind kind_of(const folders *f, const char *path)
{
    ik_published_file file;
    ik_published_kind kind = ik_published_open(f->root, path, &file);
    assert_int_equal(file.descriptor >= 0, kind == IK_PUBLISHED_FILE);
    if (file.descriptor >= 0)
        close(file.descriptor);
    return kind;
}

static void link_to(const folders *f, const char *target, const char *name)
{
    g_autofree char *path = g_build_filename(f->root, name, NULL);
    assert_int_equal(symlink(target, path), 0);
}

static void files_and_folders_are_told_apart(void **state)
{
    const folders *f = *state;
    assert_int_equal(kind_of(f, "page"), IK_PUBLISHED_FILE);
    assert_int_equal(kind_of(f, "below/file"), IK_PUBLISHED_FILE);
    assert_int_equal(kind_of(f, "below"), IK_PUBLISHED_FOLDER);
    assert_int_equal(kind_of(f, ""), IK_PUBLISHED_FOLDER);
    assert_int_equal(kind_of(f, "none"), IK_PUBLISHED_NONE);
    assert_int_equal(kind_of(f, "page/none"), IK_PUBLISHED_NONE);
}

static void the_content_and_size_are_those_of_the_file(void **state)
{
    const folders *f = *state;
    ik_published_file file;
    char bytes[16] = "";
    assert_int_equal(ik_published_open(f->root, "below/file", &file), IK_PUBLISHED_FILE);
    assert_int_equal(file.status.st_size, 7);
    assert_int_equal(read(file.descriptor, bytes, sizeof bytes - 1), 7);
    assert_string_equal(bytes, "content");
    close(file.descriptor);
}

static void no_link_is_followed(void **state)
{
    const folders *f = *state;
    link_to(f, "../secret", "way_out");
    link_to(f, "..", "folder_out");
    link_to(f, "/etc/passwd", "absolute");
    link_to(f, "page", "inside");
    assert_int_equal(kind_of(f, "way_out"), IK_PUBLISHED_NONE);
    assert_int_equal(kind_of(f, "folder_out/secret"), IK_PUBLISHED_NONE);
    assert_int_equal(kind_of(f, "folder_out"), IK_PUBLISHED_NONE);
    assert_int_equal(kind_of(f, "absolute"), IK_PUBLISHED_NONE);
    assert_int_equal(kind_of(f, "inside"), IK_PUBLISHED_NONE);
}

/* Opening a pipe without a writer would wait for ever: that the test ends is what it shows. */
static void a_named_pipe_is_no_file(void **state)
{
    const folders *f = *state;
    g_autofree char *path = g_build_filename(f->root, "pipe", NULL);
    assert_int_equal(mkfifo(path, 0644), 0);
    assert_int_equal(kind_of(f, "pipe"), IK_PUBLISHED_NONE);
}

static void the_folder_itself_may_be_reached_by_a_link(void **state)
{
    const folders *f = *state;
    g_autofree char *link = g_build_filename(f->outside, "link", NULL);
    ik_published_file file;
    assert_int_equal(symlink("root", link), 0);
    assert_int_equal(ik_published_open(link, "page", &file), IK_PUBLISHED_FILE);
    close(file.descriptor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_and_folders_are_told_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_content_and_size_are_those_of_the_file, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(no_link_is_followed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_named_pipe_is_no_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_folder_itself_may_be_reached_by_a_link, set_up,
                                        tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
