/* test_media_type.c — what files of a published folder are called.   [server] */
#include "test_support.h"

#include "media_type.h"

static void assert_type(const char *name, const char *type, bool compresses)
{
    const ik_media_type *found = ik_media_type_of(name);
    assert_string_equal(found->type, type);
    assert_int_equal(found->compresses, compresses);
}

/* Names from the IANA registry of media types; PMTiles: its specification, version 3, section 7. */
static void every_kind_of_published_file_has_its_type(void **state)
{
    (void)state;
    assert_type("index.html", "text/html; charset=utf-8", true);
    assert_type("assets/app.js", "text/javascript; charset=utf-8", true);
    assert_type("assets/page.css", "text/css; charset=utf-8", true);
    assert_type("style/regions.json", "application/json", true);
    assert_type("data/projects.geojson", "application/geo+json", true);
    assert_type("data/coverage.csv", "text/csv; charset=utf-8", true);
    assert_type("assets/icon.svg", "image/svg+xml", true);
    assert_type("feed.xml", "application/xml", true);
    assert_type("tiles/9/1/2.mvt", "application/vnd.mapbox-vector-tile", true);
    assert_type("glyphs/A/0-255.pbf", "application/x-protobuf", true);
    assert_type("data/ideenkarte.pmtiles", "application/vnd.pmtiles", false);
    assert_type("data/catalogue.sqlite", "application/vnd.sqlite3", false);
    assert_type("images/map@2x.png", "image/png", false);
    assert_type("images/a.webp", "image/webp", false);
}

static void letter_case_does_not_count(void **state)
{
    (void)state;
    assert_type("INDEX.HTML", "text/html; charset=utf-8", true);
}

static void an_unknown_ending_is_bytes(void **state)
{
    (void)state;
    assert_type("README", "application/octet-stream", false);
    assert_type("a.html/b", "application/octet-stream", false);
    assert_type("a.", "application/octet-stream", false);
    assert_type("a.html.exe", "application/octet-stream", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_kind_of_published_file_has_its_type),
                                       cmocka_unit_test(letter_case_does_not_count),
                                       cmocka_unit_test(an_unknown_ending_is_bytes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
