/* test_web_assets.c — what of web/ is written into assets/: with it what pages link, without it nothing.   [tests] */
#include "test_support.h"

#include <gio/gio.h>
#include <string.h>

#include "web_assets.h"

/* The file's text; NULL when it is not there. Caller frees. */
static char *read_below(const char *folder, const char *path)
{
    g_autofree char *file = g_build_filename(folder, path, NULL);
    char *text = NULL;
    return g_file_get_contents(file, &text, NULL, NULL) ? text : NULL;
}

static void pages_find_what_they_link(void **state)
{
    (void)state;
    static const char *const linked[] = {"assets/app.js", "assets/app.css", "assets/embed.js"};
    g_autoptr(GError) error = NULL;
    char *folder = ik_test_folder_new();
    assert_true(ik_web_assets_write(folder, &error));
    for (guint i = 0; i < G_N_ELEMENTS(linked); i++) {
        g_autofree char *text = read_below(folder, linked[i]);
        assert_int_equal(text != NULL, ik_web_assets_exist());
    }
    ik_test_folder_remove(folder);
}

/* Names of chunks in app.js, each followed by a quotation mark. */
static void the_script_finds_what_it_loads(void **state)
{
    (void)state;
    if (!ik_web_assets_exist())
        skip();
    g_autoptr(GError) error = NULL;
    char *folder = ik_test_folder_new();
    guint found = 0;
    assert_true(ik_web_assets_write(folder, &error));
    g_autofree char *script = read_below(folder, "assets/app.js");
    for (const char *at = script; (at = strstr(at, "chunks/")) != NULL; at++, found++) {
        g_autofree char *name = g_strndup(at, strcspn(at, "\"'`"));
        g_autofree char *path = g_strconcat("assets/", name, NULL);
        g_autofree char *chunk = read_below(folder, path);
        assert_non_null(chunk);
    }
    assert_true(found > 0);
    ik_test_folder_remove(folder);
}

static void a_folder_that_cannot_be_written_is_an_error(void **state)
{
    (void)state;
    if (!ik_web_assets_exist())
        skip();
    g_autoptr(GError) error = NULL;
    char *folder = ik_test_folder_new();
    char *file = ik_test_file_write(folder, "assets", "in the way", 10);
    assert_false(ik_web_assets_write(folder, &error));
    assert_non_null(error);
    g_free(file);
    ik_test_folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_find_what_they_link),
        cmocka_unit_test(the_script_finds_what_it_loads),
        cmocka_unit_test(a_folder_that_cannot_be_written_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
