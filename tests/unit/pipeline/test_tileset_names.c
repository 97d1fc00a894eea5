/* test_tileset_names.c — what the styles of a map are called.   [tests] */
#include "test_support.h"

#include "tileset_names.h"

static char **named(const char *list, char **reason)
{
    g_auto(GStrv) styles = g_strsplit(list, ";", -1);
    *reason = NULL;
    return ik_tileset_names(styles, reason);
}

static void a_file_is_called_like_the_file_without_its_folder_and_end(void **state)
{
    (void)state;
    g_autofree char *reason = NULL;
    g_auto(GStrv) names =
        named("regions;styles/night-2.json;/far/away/High_Contrast.json", &reason);
    assert_non_null(names);
    assert_null(reason);
    assert_string_equal(names[0], "regions");
    assert_string_equal(names[1], "night-2");
    assert_string_equal(names[2], "High_Contrast");
    assert_null(names[3]);
}

static void no_two_styles_share_a_name(void **state)
{
    (void)state;
    g_autofree char *reason = NULL;
    g_auto(GStrv) names = named("a.json;regions;night/regions.json", &reason);
    assert_null(names);
    assert_string_equal(
        reason, "\"night/regions.json\" would be drawn into tiles/regions like the one before");
}

static void no_style_takes_the_name_of_the_vector_tiles(void **state)
{
    (void)state;
    g_autofree char *reason = NULL;
    g_auto(GStrv) names = named("regions;styles/ideenkarte.json", &reason);
    assert_null(names);
    assert_string_equal(reason,
                        "\"styles/ideenkarte.json\": tilejson/ideenkarte.json describes the "
                        "vector tiles; rename the style");
}

static void a_name_leads_to_no_other_folder_and_needs_no_escaping(void **state)
{
    (void)state;
    static const char *const styles[] = {".json", "...json", "..", "a b.json", "n\u00e4chte.json",
                                         "-x",    "a?b",     "/",  "a.b.json"};
    for (gsize i = 0; i < G_N_ELEMENTS(styles); i++) {
        g_autofree char *reason = NULL;
        g_autofree char *expected =
            g_strdup_printf("\"%s\": expected a name of letters, digits, - and _", styles[i]);
        g_auto(GStrv) names = named(styles[i], &reason);
        assert_null(names);
        assert_string_equal(reason, expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_called_like_the_file_without_its_folder_and_end),
        cmocka_unit_test(no_two_styles_share_a_name),
        cmocka_unit_test(no_style_takes_the_name_of_the_vector_tiles),
        cmocka_unit_test(a_name_leads_to_no_other_folder_and_needs_no_escaping)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
