/* test_manifest.c — what the folder consists of, against sums that sha256sum prints.   [tests] */
#include "site_fixture.h"

#include <glib/gstdio.h>
#include <ideenkarte/error.h>
#include <ideenkarte/version.h>

#include "json.h"
#include "manifest.h"

/* FIPS 180-4, "abc", and of nothing; the third is printf a | sha256sum. */
#define SUM_OF_ABC     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define SUM_OF_NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define SUM_OF_A       "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"

static ik_json *written(const char *folder)
{
    GError *error = NULL;
    g_autofree char *path = g_build_filename(folder, IK_MANIFEST_NAME, NULL);
    ik_json *json = ik_json_load(path, &error);
    ik_assert_no_error(error);
    return json;
}

static void assert_file(ik_json_value file, const char *key, const char *name, double bytes,
                        const char *sum)
{
    assert_string_equal(ik_json_string(ik_json_member(file, key)), name);
    ik_assert_near(ik_json_number(ik_json_member(file, "bytes")), bytes, 0);
    assert_string_equal(ik_json_string(ik_json_member(file, "sha256")), sum);
}

static void write_some(const char *folder)
{
    g_autofree char *below = g_build_filename(folder, "data", NULL);
    assert_int_equal(g_mkdir(below, 0755), 0);
    g_free(ik_test_file_write(folder, "index.html", "abc", 3));
    g_free(ik_test_file_write(below, "empty", "", 0));
    g_free(ik_test_file_write(folder, "data.txt", "a", 1));
}

static void every_file_but_itself_is_listed_sorted_with_its_sum(void **state)
{
    const toy_site *toy = *state;
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    write_some(folder);
    const ik_manifest_input input = {&toy->territory, NULL, 0, 2};
    for (guint twice = 0; twice < 2; twice++) {
        assert_true(ik_manifest_write(folder, &input, &error));
        g_autoptr(ik_json) json = written(folder);
        ik_json_value files = ik_json_member(ik_json_root(json), "files");
        assert_int_equal(ik_json_length(files), 3);
        assert_file(ik_json_item(files, 0), "path", "data.txt", 1, SUM_OF_A);
        assert_file(ik_json_item(files, 1), "path", "data/empty", 0, SUM_OF_NOTHING);
        assert_file(ik_json_item(files, 2), "path", "index.html", 3, SUM_OF_ABC);
    }
    ik_test_folder_remove(folder);
}

static void inputs_and_versions_are_named_without_paths_of_the_machine(void **state)
{
    const toy_site *toy = *state;
    GError *error = NULL;
    char *folder = ik_test_folder_new(), *elsewhere = ik_test_folder_new();
    g_autofree char *path = ik_test_file_write(elsewhere, "liste.csv", "abc", 3);
    const ik_manifest_source source = {"projects.csv", path};
    const ik_manifest_input input = {&toy->territory, &source, 1, 0};
    assert_true(ik_manifest_write(folder, &input, &error));
    g_autoptr(ik_json) json = written(folder);
    ik_json_value root = ik_json_root(json);
    assert_file(ik_json_item(ik_json_member(root, "inputs"), 0), "name", "projects.csv", 3,
                SUM_OF_ABC);
    ik_json_value program = ik_json_member(root, "program");
    assert_string_equal(ik_json_string(ik_json_member(program, "version")), IK_VERSION);
    assert_true(ik_json_exists(ik_json_member(ik_json_member(root, "geodata"), "sha256")));
    g_autofree char *manifest = g_build_filename(folder, IK_MANIFEST_NAME, NULL);
    g_autofree char *text = ik_test_file_read(manifest, NULL);
    assert_null(strstr(text, elsewhere));
    ik_test_folder_remove(folder);
    ik_test_folder_remove(elsewhere);
}

static void an_input_that_is_gone_is_an_error(void **state)
{
    const toy_site *toy = *state;
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    g_autofree char *path = g_build_filename(folder, "gone.csv", NULL);
    const ik_manifest_source source = {"gone.csv", path};
    const ik_manifest_input input = {&toy->territory, &source, 1, 0};
    assert_false(ik_manifest_write(folder, &input, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "gone.csv");
    g_error_free(error);
    ik_test_folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(every_file_but_itself_is_listed_sorted_with_its_sum),
        WITH_TOY(inputs_and_versions_are_named_without_paths_of_the_machine),
        WITH_TOY(an_input_that_is_gone_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
