/* test_support.c — what every unit test includes first.   [tests] */
#include "test_support.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

void ik_test_assert_near(double actual, double expected, double tolerance, const char *expression,
                         const char *file, int line)
{
    if (actual == expected || fabs(actual - expected) <= tolerance)
        return;
    print_error("%s is %.17g, expected %.17g within %g\n", expression, actual, expected, tolerance);
    _fail(file, line);
}

void ik_test_assert_no_error(const GError *error, const char *file, int line)
{
    if (error == NULL)
        return;
    print_error("unexpected error: %s\n", error->message);
    _fail(file, line);
}

void ik_test_assert_error(const GError *error, GQuark domain, int code, const char *part,
                          const char *file, int line)
{
    if (error == NULL)
        print_error("no error, expected one with code %d\n", code);
    else if (error->domain != domain || error->code != code)
        print_error("error %s %d (%s), expected %s %d\n", g_quark_to_string(error->domain),
                    error->code, error->message, g_quark_to_string(domain), code);
    else if (part != NULL && strstr(error->message, part) == NULL)
        print_error("message \"%s\" does not hold \"%s\"\n", error->message, part);
    else
        return;
    _fail(file, line);
}

char *ik_test_folder_new(void)
{
    GError *error = NULL;
    char *path = g_dir_make_tmp("ideenkarte-XXXXXX", &error);
    ik_assert_no_error(error);
    return path;
}

static void delete_tree(GFile *file)
{
    GError *error = NULL;
    if (g_file_query_file_type(file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) ==
        G_FILE_TYPE_DIRECTORY) {
        g_autoptr(GFileEnumerator) list =
            g_file_enumerate_children(file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                      G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, &error);
        ik_assert_no_error(error);
        GFile *child = NULL;
        while (g_file_enumerator_iterate(list, NULL, &child, NULL, &error) && child != NULL)
            delete_tree(child);
        ik_assert_no_error(error);
    }
    g_file_delete(file, NULL, &error);
    ik_assert_no_error(error);
}

void ik_test_folder_remove(char *path)
{
    if (path == NULL)
        return;
    g_autoptr(GFile) folder = g_file_new_for_path(path);
    delete_tree(folder);
    g_free(path);
}

char *ik_test_file_write(const char *folder, const char *name, const void *bytes, gssize length)
{
    GError *error = NULL;
    char *path = g_build_filename(folder, name, NULL);
    g_file_set_contents(path, bytes, length, &error);
    ik_assert_no_error(error);
    return path;
}

char *ik_test_file_read(const char *path, size_t *length)
{
    GError *error = NULL;
    char *bytes = NULL;
    g_file_get_contents(path, &bytes, length, &error);
    ik_assert_no_error(error);
    return bytes;
}

char *ik_test_source_path(const char *relative)
{
    const char *root = g_getenv("IK_SOURCE_DIR");
    return g_build_filename(root != NULL ? root : IK_TEST_SOURCE_DIR, relative, NULL);
}

char *ik_test_shared_path(const char *relative)
{
    const char *root = g_getenv("IK_SHARED");
    g_autofree char *beside = ik_test_source_path("../shared");
    char *path = g_build_filename(root != NULL ? root : beside, relative, NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return path;
    g_free(path);
    print_message("skipped: no ../shared\n");
    skip();
    return NULL;
}
