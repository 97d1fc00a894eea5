/* test_archive_metadata.c — zooms, bounds and centre as TileJSON and as MBTiles write them.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "archive_metadata.h"

typedef struct {
    ik_archive_extent extent;
    ik_archive_extent_flags says;
    GError *error;
} reading;

static reading read_extent(const char *text)
{
    reading r = {.extent = {.min_zoom = 99, .max_zoom = 99}};
    GError *error = NULL;
    g_autoptr(ik_json) json = ik_json_parse(text, strlen(text), "metadata", &error);
    ik_assert_no_error(error);
    bool ok = ik_archive_metadata_extent(ik_json_root(json), &r.extent, &r.says, &r.error);
    assert_true(ok == (r.error == NULL));
    return r;
}

/* TileJSON 3.0.0, sections 3.1, 3.3, 3.13, 3.14; MBTiles 1.3, "Metadata": the same as text with commas. */
static void both_forms_say_the_same(void **state)
{
    static const char *const forms[] = {
        "{\"minzoom\":5,\"maxzoom\":14,\"bounds\":[5.8,50.3,9.5,52.6],\"center\":[7.5,51.4,8]}",
        "{\"minzoom\":\"5\",\"maxzoom\":\"14\",\"bounds\":\"5.8,50.3,9.5,52.6\",\"center\":\"7.5,"
        "51.4,8\"}",
        "{\"minzoom\":\"5\",\"maxzoom\":14,\"bounds\":\"5.8, 50.3, 9.5, 52.6\",\"center\":\" 7.5 "
        ",51.4, 8 \"}"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
        reading r = read_extent(forms[i]);
        ik_assert_no_error(r.error);
        assert_true(r.says.min_zoom && r.says.max_zoom && r.says.bounds && r.says.center);
        assert_int_equal(r.extent.min_zoom, 5);
        assert_int_equal(r.extent.max_zoom, 14);
        ik_assert_near(r.extent.bounds.west, 5.8, 0);
        ik_assert_near(r.extent.bounds.south, 50.3, 0);
        ik_assert_near(r.extent.bounds.east, 9.5, 0);
        ik_assert_near(r.extent.bounds.north, 52.6, 0);
        ik_assert_near(r.extent.center.lon, 7.5, 0);
        ik_assert_near(r.extent.center.lat, 51.4, 0);
        assert_int_equal(r.extent.center_zoom, 8);
    }
}

static void what_is_not_there_is_not_said(void **state)
{
    (void)state;
    reading r = read_extent("{\"name\":\"x\",\"bounds\":null}");
    ik_assert_no_error(r.error);
    assert_false(r.says.min_zoom || r.says.max_zoom || r.says.bounds || r.says.center);
    assert_int_equal(r.extent.min_zoom, 99);
}

static void what_cannot_be_read_is_named_and_the_rest_is_read(void **state)
{
    static const struct {
        const char *text, *key;
    } wrong[] = {{"{\"minzoom\":5,\"maxzoom\":\"deep\"}", "maxzoom"},
                 {"{\"minzoom\":5,\"maxzoom\":5.5}", "maxzoom"},
                 {"{\"minzoom\":5,\"maxzoom\":-1}", "maxzoom"},
                 {"{\"minzoom\":5,\"maxzoom\":256}", "maxzoom"},
                 {"{\"minzoom\":5,\"bounds\":\"5.8,50.3,9.5\"}", "bounds"},
                 {"{\"minzoom\":5,\"bounds\":\"5.8,50.3,9.5,52.6,0\"}", "bounds"},
                 {"{\"minzoom\":5,\"bounds\":[5.8,50.3,9.5,\"52.6\"]}", "bounds"},
                 {"{\"minzoom\":5,\"bounds\":\"5.8,50.3,nan,52.6\"}", "bounds"},
                 {"{\"minzoom\":5,\"bounds\":\"5.8,50.3,inf,52.6\"}", "bounds"},
                 {"{\"minzoom\":5,\"center\":\"7.5,51.4\"}", "center"},
                 {"{\"minzoom\":5,\"center\":[7.5,51.4,300]}", "center"}};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
        reading r = read_extent(wrong[i].text);
        ik_assert_error(r.error, IK_ERROR, IK_ERROR_INPUT, wrong[i].key);
        assert_true(r.says.min_zoom);
        assert_int_equal(r.extent.min_zoom, 5);
        assert_false(r.says.max_zoom || r.says.bounds || r.says.center);
        g_clear_error(&r.error);
    }
}

static void a_completed_object_keeps_all_else_in_its_order(void **state)
{
    const ik_archive_extent extent = {.min_zoom = 0,
                                      .max_zoom = 9,
                                      .bounds = {5.625, 50.25, 9.5, 52.5},
                                      .center = {7.5, 51.25},
                                      .center_zoom = 4};
    GError *error = NULL;
    (void)state;
    g_autofree char *text = ik_archive_metadata_complete(
        "{\"name\":\"x\",\"minzoom\":3,\"deep\":{\"a\":[1,true,null]},\"bounds\":\"0,0,1,1\"}",
        &extent, &error);
    ik_assert_no_error(error);
    g_autoptr(GString) dense = g_string_new(text);
    g_string_replace(dense, " ", "", 0);
    assert_string_equal(
        dense->str, "{\"name\":\"x\",\"deep\":{\"a\":[1,true,null]},\"minzoom\":0,\"maxzoom\":9,"
                    "\"bounds\":[5.625,50.25,9.5,52.5],\"center\":[7.5,51.25,4]}");
}

static void metadata_are_an_object(void **state)
{
    static const char *const wrong[] = {"", "[]", "\"text\"", "{\"a\":1", "{}{}", "null"};
    GError *error = NULL;
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
        assert_false(ik_archive_metadata_check(wrong[i], &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "metadata");
        g_clear_error(&error);
    }
    assert_true(ik_archive_metadata_check("{}", &error));
    ik_assert_no_error(error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_forms_say_the_same),
        cmocka_unit_test(what_is_not_there_is_not_said),
        cmocka_unit_test(what_cannot_be_read_is_named_and_the_rest_is_read),
        cmocka_unit_test(a_completed_object_keeps_all_else_in_its_order),
        cmocka_unit_test(metadata_are_an_object),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
