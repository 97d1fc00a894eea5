/* test_tilejson.c — the description of the tiles against TileJSON 3.0.0.   [tests] */
#include "site_fixture.h"

#include "json.h"
#include "tilejson.h"

static ik_json *described(const toy_site *toy)
{
    GError *error = NULL;
    g_autofree char *text = ik_tilejson(&toy->input, &toy->tilesets[0], 1);
    ik_json *json = ik_json_parse(text, strlen(text), "regions.json", &error);
    ik_assert_no_error(error);
    return json;
}

static void tiles_of_another_style_lie_under_its_name(void **state)
{
    const toy_site *toy = *state;
    const ik_site_tileset night = {.name = "night", .min_zoom = 6, .max_zoom = 8};
    g_autofree char *text = ik_tilejson(&toy->input, &night, 1);
    assert_non_null(strstr(text, "\"../tiles/night/{z}/{x}/{y}.png\""));
    assert_null(strstr(text, "regions"));
}

static void scales_sizes_and_formats_are_named(void **state)
{
    const toy_site *toy = *state;
    const ik_site_tileset large = {
        .name = "night", .min_zoom = 6, .max_zoom = 8, .tile_size = 512, .is_webp = true};
    g_autofree char *fine = ik_tilejson(&toy->input, &large, 2);
    g_autofree char *plain = ik_tilejson(&toy->input, &large, 1);
    assert_non_null(strstr(fine, "\"../tiles/night/{z}/{x}/{y}@2x.webp\""));
    assert_non_null(strstr(fine, "\"tileSize\": 512"));
    assert_non_null(strstr(plain, "\"../tiles/night/{z}/{x}/{y}.webp\""));
}

static const char *text_of(const ik_json *json, const char *key)
{
    return ik_json_string(ik_json_member(ik_json_root(json), key));
}

static double number_of(const ik_json *json, const char *key, guint index)
{
    ik_json_value value = ik_json_member(ik_json_root(json), key);
    return ik_json_number(ik_json_type_of(value) == IK_JSON_ARRAY ? ik_json_item(value, index)
                                                                  : value);
}

static void required_and_agreed_keys_are_there(void **state)
{
    const toy_site *toy = *state;
    g_autoptr(ik_json) json = described(toy);
    assert_string_equal(text_of(json, "tilejson"), "3.0.0");
    assert_string_equal(text_of(json, "name"), "Karte");
    assert_string_equal(text_of(json, "description"), "Untertitel");
    assert_string_equal(text_of(json, "version"), "1.0.0");
    assert_string_equal(text_of(json, "scheme"), "xyz");
    assert_string_equal(
        text_of(json, "attribution"),
        "<a href=\"https://example.org/1\" rel=\"license noopener\">© Eins (Daten verändert)</a> | "
        "<a href=\"https://example.org/2\" rel=\"license noopener\">© Zwei &amp; Söhne</a>");
    ik_assert_near(number_of(json, "minzoom", 0), 5, 0);
    ik_assert_near(number_of(json, "maxzoom", 0), 12, 0);
}

static void tiles_are_absolute_where_the_portal_is_known(void **state)
{
    toy_site *toy = *state;
    g_autoptr(ik_json) relative = described(toy);
    ik_json_value tiles = ik_json_member(ik_json_root(relative), "tiles");
    assert_string_equal(ik_json_string(ik_json_item(tiles, 0)), "../tiles/regions/{z}/{x}/{y}.png");
    toy->input.portal_url = "https://www.example.org/karte/";
    g_autoptr(ik_json) absolute = described(toy);
    tiles = ik_json_member(ik_json_root(absolute), "tiles");
    assert_string_equal(ik_json_string(ik_json_item(tiles, 0)),
                        "https://www.example.org/karte/tiles/regions/{z}/{x}/{y}.png");
}

static void the_center_lies_inside_bounds_and_zooms(void **state)
{
    static const struct {
        guint min_zoom, max_zoom;
        double center_zoom;
    } cases[] = {{5, 12, 8}, {9, 12, 9}, {0, 6, 6}, {8, 8, 8}};
    toy_site *toy = *state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        toy->tilesets[0].min_zoom = cases[i].min_zoom;
        toy->tilesets[0].max_zoom = cases[i].max_zoom;
        g_autoptr(ik_json) json = described(toy);
        const double bounds[] = {7, 51, 8.3, 51.3};
        for (guint side = 0; side < 4; side++)
            ik_assert_near(number_of(json, "bounds", side), bounds[side], 0);
        ik_assert_near(number_of(json, "center", 0), 7.65, 1e-9);
        ik_assert_near(number_of(json, "center", 1), 51.15, 1e-9);
        ik_assert_near(number_of(json, "center", 2), cases[i].center_zoom, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TOY(required_and_agreed_keys_are_there),
        WITH_TOY(tiles_are_absolute_where_the_portal_is_known),
        WITH_TOY(scales_sizes_and_formats_are_named),
        WITH_TOY(tiles_of_another_style_lie_under_its_name),
        WITH_TOY(the_center_lies_inside_bounds_and_zooms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
