/* test_settings.c — ideenkarte.conf, right and wrong.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>

#include "settings.h"

static ik_settings *load(const char *text, GError **error)
{
    char *folder = ik_test_folder_new();
    g_autofree char *path = ik_test_file_write(folder, "ideenkarte.conf", text, -1);
    ik_settings *settings = ik_settings_load(path, error);
    ik_test_folder_remove(folder);
    return settings;
}

static void sizes_scales_and_formats_are_read(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(ik_settings) settings =
        load("[tiles]\nstyles=regions;light\ntile_size=512\nscales=1;2\n"
             "[tiles.light]\ntile_size=256\nformat=webp\n",
             &error);
    ik_assert_no_error(error);
    const ik_style_tiles *regions = &settings->style_tiles[0], *light = &settings->style_tiles[1];
    assert_int_equal(regions->tile_size, 512);
    assert_int_equal(regions->scales, 1 << 1 | 1 << 2);
    assert_false(regions->is_webp);
    assert_int_equal(light->tile_size, 256);
    assert_int_equal(light->scales, 1 << 1 | 1 << 2);
    assert_true(light->is_webp);
}

static void a_palette_may_be_that_of_the_style(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(ik_settings) settings =
        load("[tiles]\nstyles=regions;light;print\npalette=style\n"
             "[tiles.light]\npalette=tile\nformat=webp\n[tiles.print]\nzoom=5-7\n",
             &error);
    ik_assert_no_error(error);
    assert_true(settings->style_tiles[0].has_palette);
    assert_false(settings->style_tiles[1].has_palette);
    assert_true(settings->style_tiles[2].has_palette);
}

static void an_empty_file_means_the_defaults(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(ik_settings) settings = load("", &error);
    ik_assert_no_error(error);
    assert_int_equal(settings->tiles.min_zoom, 5);
    assert_int_equal(settings->tiles.max_zoom, 12);
    assert_string_equal(settings->styles[0], "regions");
    assert_null(settings->styles[1]);
    assert_string_equal(settings->languages[0], "de");
    assert_string_equal(settings->languages[1], "en");
    assert_string_equal(settings->projects.file, "projects.csv");
    assert_null(settings->events.file);
    assert_null(settings->portal_url);
    assert_int_equal(settings->outputs, IK_OUTPUT_TILES | IK_OUTPUT_GEOJSON | IK_OUTPUT_CATALOGUE |
                                            IK_OUTPUT_PAGE | IK_OUTPUT_PROJECT_PAGES);
}

static void every_value_reaches_its_field(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(ik_settings) settings =
        load("[map]\ntitle=Karte\ntitle_en=Map\nlanguages=en\n"
             "portal_url=https://example.org/karte\n"
             "[tiles]\nzoom=6-9\nstyles=regions; mine.json\n[output]\nwrite=tiles,page\n"
             "[projects]\nfile=schulen.csv\nseparator=tab\nencoding=windows-1252\n"
             "epsg=25832\n[projects.columns]\ntitle=Schulbezeichnung_1\n"
             "[events]\nfile=events.csv\n[places]\npostcode_points=plz.csv\n",
             &error);
    ik_assert_no_error(error);
    assert_int_equal(settings->tiles.min_zoom, 6);
    assert_int_equal(settings->tiles.max_zoom, 9);
    assert_string_equal(settings->styles[1], "mine.json");
    assert_string_equal(settings->tilesets[0], "regions");
    assert_string_equal(settings->tilesets[1], "mine");
    assert_null(settings->tilesets[2]);
    assert_string_equal(settings->languages[0], "en");
    assert_null(settings->languages[1]);
    assert_string_equal(settings->portal_url, "https://example.org/karte/");
    assert_int_equal(settings->outputs, IK_OUTPUT_TILES | IK_OUTPUT_PAGE);
    assert_string_equal(settings->projects.file, "schulen.csv");
    assert_int_equal(settings->projects.separator, '\t');
    assert_string_equal(settings->projects.encoding, "windows-1252");
    assert_int_equal(settings->projects.epsg, 25832);
    assert_string_equal(settings->projects.columns[0], "title");
    assert_string_equal(settings->projects.columns[1], "Schulbezeichnung_1");
    assert_null(settings->projects.columns[2]);
    assert_string_equal(settings->events.file, "events.csv");
    assert_string_equal(settings->postcode_points, "plz.csv");
    g_autofree char *german = ik_settings_text(settings, "title", "de");
    g_autofree char *english = ik_settings_text(settings, "title", "en");
    g_autofree char *none = ik_settings_text(settings, "notice", "en");
    assert_string_equal(german, "Karte");
    assert_string_equal(english, "Map");
    assert_null(none);
}

static void assert_tiles(const ik_settings *settings, guint style, ik_style_tiles expected)
{
    const ik_style_tiles *tiles = &settings->style_tiles[style];
    assert_int_equal(tiles->min_zoom, expected.min_zoom);
    assert_int_equal(tiles->max_zoom, expected.max_zoom);
    assert_int_equal(tiles->archives, expected.archives);
}

static void a_group_of_a_style_goes_before_the_group_of_all(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(ik_settings) settings =
        load("[tiles.night]\nzoom=7-8\n"
             "[tiles]\nstyles=regions;styles/night.json;plain.json;a.json\n"
             "zoom=6-9\narchives=pmtiles\n"
             "[tiles.plain]\narchives=folder\n[tiles.a]\narchives=mbtiles;pmtiles\nzoom=10\n",
             &error);
    ik_assert_no_error(error);
    assert_tiles(settings, 0,
                 (ik_style_tiles){.min_zoom = 6, .max_zoom = 9, .archives = IK_WRITE_PMTILES});
    assert_tiles(settings, 1,
                 (ik_style_tiles){.min_zoom = 7, .max_zoom = 8, .archives = IK_WRITE_PMTILES});
    assert_tiles(settings, 2, (ik_style_tiles){.min_zoom = 6, .max_zoom = 9});
    assert_tiles(settings, 3,
                 (ik_style_tiles){.min_zoom = 10,
                                  .max_zoom = 10,
                                  .archives = IK_WRITE_PMTILES | IK_WRITE_MBTILES});
}

static void every_mistake_is_named_with_group_and_key(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"[tiles]\nzom=5-12\n",
         "ideenkarte.conf: [tiles] zom: unknown key; did you mean \"zoom\"?"},
        {"[tile]\nzoom=5-12\n", "ideenkarte.conf: unknown group [tile]; did you mean \"tiles\"?"},
        {"[tiles]\nzoom=12-5\n",
         "[tiles] zoom: \"12-5\" is no zoom range, expected for example 5-12 (0 to 18)"},
        {"[tiles.regions]\nzom=5-12\n",
         "ideenkarte.conf: [tiles.regions] zom: unknown key; did you mean \"zoom\"?"},
        {"[tiles.regions]\nstyles=regions\n", "[tiles.regions] styles: unknown key"},
        {"[tiles.regions]\nzoom=5-19\n", "[tiles.regions] zoom: \"5-19\" is no zoom range"},
        {"[tiles]\ntile_size=300\n", "[tiles] tile_size: \"300\", expected 256 or 512"},
        {"[tiles.regions]\nformat=gif\n",
         "[tiles.regions] format: unknown format \"gif\", expected png or webp"},
        {"[tiles]\npalette=web\n", "[tiles] palette: \"web\", expected tile or style"},
        {"[tiles]\npalette=style\nformat=webp\n",
         "[tiles] palette: a palette of the style needs format = png"},
        {"[tiles]\npalette=style\n[tiles.regions]\nformat=webp\n",
         "[tiles.regions] palette: a palette of the style needs format = png"},
        {"[tiles]\nscales=1;4\n", "[tiles] scales: unknown scale \"4\", expected 1, 2 or 3"},
        {"[tiles]\nscales=2\n", "[tiles] scales: 1 is missing: the page shows tiles of scale 1"},
        {"[tiles.regions]\narchives=zip\n",
         "[tiles.regions] archives: unknown archive \"zip\", expected folder, pmtiles, mbtiles"},
        {"[tiles.regoins]\nzoom=5-12\n", "ideenkarte.conf: [tiles.regoins]: unknown style "
                                         "\"regoins\"; did you mean \"regions\"?"},
        /* The group is called like the folder, not like the file. */
        {"[tiles]\nstyles=regions;mine.json\n[tiles.mine.json]\n",
         "[tiles.mine.json]: unknown style \"mine.json\"; known are regions, mine"},
        {"[tiles.]\nzoom=5\n", "[tiles.]: unknown style \"\""},
        {"[tiles]\nstyles=;\n", "[tiles] styles: empty"},
        /* Both would be drawn into the same folder. */
        {"[tiles]\nstyles=regions;regions\n", "[tiles] styles: \"regions\" would be drawn into"},
        {"[tiles]\nstyles=regions;night/regions.json\n",
         "\"night/regions.json\" would be drawn into tiles/regions like the one before"},
        {"[tiles]\nstyles=...json\n", "\"...json\": expected a name of letters, digits, - and _"},
        {"[tiles]\nstyles=.json\n", "\".json\": expected a name of letters, digits, - and _"},
        {"[map]\nlanguages=en;de;en\n", "[map] languages: \"en\" is named twice"},
        {"[map]\nlanguages=de;fr\n",
         "[map] languages: unknown language \"fr\", expected de, en, ar, leicht"},
        {"[map]\nportal_url=ftp://x\n",
         "[map] portal_url: expected an address that begins with https://"},
        {"[output]\nwrite=tiles;pdf\n", "[output] write: unknown output \"pdf\""},
        {"[projects]\nepsg=UTM\n", "[projects] epsg: expected an EPSG code, for example 25832"},
        {"[projects]\nseparator=colon\n", "[projects] separator: expected auto"},
        {"[projects]\nencoding=latin1\n",
         "[projects] encoding: expected auto, utf-8 or windows-1252"},
        {"zoom=5\n", "ideenkarte.conf: "},
        /* GKeyFile takes a value that it cannot read for one that is not there. */
        {"[map]\ntitle=K\xf6ln\n", "ideenkarte.conf: line 2 is no valid UTF-8"},
        {"[map]\ntitle=a\\qb\n", "ideenkarte.conf: [map] title: a backslash"},
        {"[map]\ntitle=\\x\\\n", "[map] title: a backslash"},
        {"[projects.columns]\nid=a\ntitle=b\\\nplz=c\n", "[projects.columns] title: a backslash"},
        /* A message gives no commands to the terminal. */
        {"[\x1b[31m]\n", "\uFFFD[31m"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(load(cases[i].text, &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, cases[i].message);
    }
}

static void a_missing_file_is_not_found(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    assert_null(ik_settings_load("/nowhere/ideenkarte.conf", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "ideenkarte.conf");
}

static void a_byte_order_mark_is_passed_over(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(ik_settings) settings = load("\xEF\xBB\xBF[map]\ntitle=x\n", &error);
    ik_assert_no_error(error);
    g_autofree char *title = ik_settings_text(settings, "title", "de");
    assert_string_equal(title, "x");
    g_autoptr(ik_settings) nothing = load("\xEF\xBB\xBF", &error);
    ik_assert_no_error(error);
    assert_non_null(nothing);
}

static char *events_file(const char *conf, bool is_there)
{
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    g_autofree char *path = ik_test_file_write(folder, "ideenkarte.conf", conf, -1);
    g_free(is_there ? ik_test_file_write(folder, "events.csv", "id,title\n", -1) : NULL);
    g_autoptr(ik_settings) settings = ik_settings_load(path, &error);
    ik_test_folder_remove(folder);
    ik_assert_no_error(error);
    return g_strdup(settings->events.file);
}

static void events_in_their_usual_place_are_read_unless_left_out(void **state)
{
    (void)state;
    g_autofree char *usual = events_file("", true);
    assert_string_equal(usual, "events.csv");
    g_autofree char *other = events_file("[events]\nfile = termine.csv\n", true);
    assert_string_equal(other, "termine.csv");
    assert_null(events_file("[events]\nfile =\n", true));
    assert_null(events_file("", false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_palette_may_be_that_of_the_style),
        cmocka_unit_test(an_empty_file_means_the_defaults),
        cmocka_unit_test(sizes_scales_and_formats_are_read),
        cmocka_unit_test(every_value_reaches_its_field),
        cmocka_unit_test(a_group_of_a_style_goes_before_the_group_of_all),
        cmocka_unit_test(every_mistake_is_named_with_group_and_key),
        cmocka_unit_test(a_missing_file_is_not_found),
        cmocka_unit_test(a_byte_order_mark_is_passed_over),
        cmocka_unit_test(events_in_their_usual_place_are_read_unless_left_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
