/* test_easel.c — pictures from the name of a style to the PNG.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>

#include "easel.h"

static const ik_lonlat_box ruhr = {6.7, 51.3, 7.7, 51.7};

static GBytes *picture(const char *style_name, const char *language, ik_lonlat_box box)
{
    GError *error = NULL;
    g_autoptr(ik_style) style = ik_easel_load_style(style_name, NULL, &error);
    ik_assert_no_error(error);
    g_autoptr(ik_map_source) source = ik_map_source_new(ik_territory_builtin(), NULL);
    g_auto(ik_easel_map) map = ik_easel_map_new(source, style);
    const ik_picture_request request = {box, 600, 1, language, IK_TILE_IMAGE_PNG, 0};
    guint height_px = 0;
    GBytes *png = ik_easel_picture(&map, &request, &height_px, &error);
    ik_assert_no_error(error);
    assert_in_range(height_px, 300, 500);
    return png;
}

/* The lines of the two languages differ ("Daten verändert", "data changed"), nothing else of the picture does. */
static void every_picture_bears_the_source_lines_in_its_language(void **state)
{
    (void)state;
    g_autoptr(GBytes) german = picture("regions", "de", ruhr);
    g_autoptr(GBytes) english = picture("regions", "en", ruhr);
    g_autoptr(GBytes) again = picture("regions", "de", ruhr);
    assert_false(g_bytes_equal(german, english));
    assert_true(g_bytes_equal(german, again));
}

static void another_box_is_another_picture(void **state)
{
    (void)state;
    g_autoptr(GBytes) here = picture("regions", "de", ruhr);
    g_autoptr(GBytes) elsewhere = picture("regions", "de", (ik_lonlat_box){7.7, 51.7, 8.7, 52.1});
    assert_false(g_bytes_equal(here, elsewhere));
}

static void a_file_gives_the_same_picture_as_the_built_in_style_it_holds(void **state)
{
    (void)state;
    g_autofree char *path = ik_test_source_path("styles/regions.json");
    g_autoptr(GBytes) built_in = picture("regions", "de", ruhr);
    g_autoptr(GBytes) file = picture(path, "de", ruhr);
    assert_true(g_bytes_equal(built_in, file));
}

static void a_style_that_is_not_there_is_named(void **state)
{
    (void)state;
    g_autoptr(GError) name = NULL, file = NULL;
    assert_null(ik_easel_load_style("nights", NULL, &name));
    ik_assert_error(name, IK_ERROR, IK_ERROR_NOT_FOUND, "nights");
    assert_null(ik_easel_load_style("nights.json", "/nowhere", &file));
    ik_assert_error(file, IK_ERROR, IK_ERROR_NOT_FOUND, "/nowhere/nights.json");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_picture_bears_the_source_lines_in_its_language),
        cmocka_unit_test(another_box_is_another_picture),
        cmocka_unit_test(a_file_gives_the_same_picture_as_the_built_in_style_it_holds),
        cmocka_unit_test(a_style_that_is_not_there_is_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
