/* test_site.c — which files are written where.   [tests] */
#include "site_fixture.h"

#include <ideenkarte/error.h>
#include <locale.h>

#include "files.h"

static char **write_and_list(const toy_site *toy, const char *folder)
{
    GError *error = NULL;
    assert_true(ik_site_write(&toy->input, folder, &error));
    ik_assert_no_error(error);
    char **files = ik_list_files(folder, &error);
    ik_assert_no_error(error);
    return files;
}

/* What web/ was built into bears names made from its contents, where it was built at all. */
static char *join_but_the_script(char *const *files)
{
    GString *list = g_string_new(NULL);
    for (; *files != NULL; files++)
        if (!g_str_has_prefix(*files, "assets/chunks/") &&
            !g_str_has_prefix(*files, "assets/app.") && !g_str_has_prefix(*files, "assets/embed."))
            g_string_append_printf(list, "%s%s", list->len > 0 ? " " : "", *files);
    return g_string_free(list, FALSE);
}

static void the_address_of_the_portal_brings_feeds_and_a_sitemap(void **state)
{
    toy_site *toy = *state;
    char *folder = ik_test_folder_new();
    toy->input.portal_url = "https://www.example.org/karte/";
    toy->input.parts = IK_SITE_PAGES;
    g_auto(GStrv) files = write_and_list(toy, folder);
    assert_true(g_strv_contains((const char *const *)files, "feed.xml"));
    assert_true(g_strv_contains((const char *const *)files, "en/feed.xml"));
    assert_true(g_strv_contains((const char *const *)files, "sitemap.xml"));
    assert_false(g_strv_contains((const char *const *)files, "sitemap-1.xml"));
    assert_false(g_strv_contains((const char *const *)files, "projekt/p-1.html"));
    ik_test_folder_remove(folder);
}

static void all_parts_make_the_agreed_files(void **state)
{
    const toy_site *toy = *state;
    char *folder = ik_test_folder_new();
    g_auto(GStrv) files = write_and_list(toy, folder);
    g_autofree char *list = join_but_the_script(files);
    assert_string_equal(list,
                        "404.html assets/icon.svg assets/page.css assets/texts.de.json "
                        "assets/texts.en.json data/coverage.csv data/coverage.json "
                        "data/events.geojson data/municipalities.geojson data/places.index.json "
                        "data/project/p-1.json data/project/p-2.json data/projects.geojson "
                        "data/projects.index.json data/regions.geojson en/index.html "
                        "en/projekt/p-1.html en/projekt/p-2.html en/region/alpha.html "
                        "en/region/beta.html index.html projekt/p-1.html projekt/p-2.html "
                        "region/alpha.html region/beta.html tilejson/regions.json");
    ik_test_folder_remove(folder);
}

static void only_the_parts_asked_for_are_written(void **state)
{
    toy_site *toy = *state;
    char *folder = ik_test_folder_new();
    toy->input.parts = IK_SITE_TILEJSON;
    g_auto(GStrv) files = write_and_list(toy, folder);
    g_autofree char *list = g_strjoinv(" ", files);
    assert_string_equal(list, "tilejson/regions.json");
    ik_test_folder_remove(folder);
}

static void every_tileset_is_described_and_linked(void **state)
{
    toy_site *toy = *state;
    static const ik_site_tileset tilesets[] = {{.name = "regions", .min_zoom = 5, .max_zoom = 12},
                                               {.name = "night", .min_zoom = 6, .max_zoom = 8},
                                               {.name = NULL}};
    size_t size;
    char *folder = ik_test_folder_new();
    toy->input.parts = IK_SITE_TILEJSON | IK_SITE_PAGES;
    toy->input.tilesets = tilesets;
    g_auto(GStrv) files = write_and_list(toy, folder);
    g_autofree char *list = g_strjoinv(" ", files);
    assert_non_null(strstr(list, "tilejson/night.json tilejson/regions.json"));
    g_autofree char *path = g_build_filename(folder, "en/index.html", NULL);
    g_autofree char *page = ik_test_file_read(path, &size);
    assert_non_null(strstr(page, "href=\"../tilejson/regions.json\""));
    assert_non_null(strstr(page, "href=\"../tilejson/night.json\""));
    ik_test_folder_remove(folder);
}

static void locale_and_repetition_change_no_byte(void **state)
{
    const toy_site *toy = *state;
    char *folders[] = {ik_test_folder_new(), ik_test_folder_new()};
    g_auto(GStrv) files = write_and_list(toy, folders[0]);
    (void)(setlocale(LC_ALL, "tr_TR.UTF-8") || setlocale(LC_ALL, "de_DE.UTF-8"));
    g_auto(GStrv) again = write_and_list(toy, folders[1]);
    setlocale(LC_ALL, "C");
    for (guint i = 0; files[i] != NULL; i++) {
        g_autofree char *first = g_build_filename(folders[0], files[i], NULL);
        g_autofree char *second = g_build_filename(folders[1], files[i], NULL);
        size_t size, size_again;
        g_autofree char *bytes = ik_test_file_read(first, &size);
        g_autofree char *bytes_again = ik_test_file_read(second, &size_again);
        assert_int_equal(size, size_again);
        assert_memory_equal(bytes, bytes_again, size);
    }
    ik_test_folder_remove(folders[0]);
    ik_test_folder_remove(folders[1]);
}

static void a_file_that_cannot_be_written_is_an_error(void **state)
{
    const toy_site *toy = *state;
    static const char *const in_the_way[] = {"data", "tilejson", "assets", "en"};
    for (guint i = 0; i < G_N_ELEMENTS(in_the_way); i++) {
        GError *error = NULL;
        char *folder = ik_test_folder_new();
        g_free(ik_test_file_write(folder, in_the_way[i], "x", 1));
        assert_false(ik_site_write(&toy->input, folder, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_IO, in_the_way[i]);
        g_error_free(error);
        ik_test_folder_remove(folder);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(all_parts_make_the_agreed_files),
        WITH_TOY(the_address_of_the_portal_brings_feeds_and_a_sitemap),
        WITH_TOY(only_the_parts_asked_for_are_written),
        WITH_TOY(every_tileset_is_described_and_linked),
        WITH_TOY(locale_and_repetition_change_no_byte),
        WITH_TOY(a_file_that_cannot_be_written_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
