/* test_export.c — GeoPackage, GeoJSON and CSV of a catalogue.   [tests] */
#include "sample_file.h"

#include <ideenkarte/error.h>
#include <string.h>

static int set_up(void **state)
{
    sample_file_set_up(state);
    sample_file *f = *state;
    ik_project *project = sample_file_project(f, "p3");
    g_free(project->title);
    project->title = g_strdup("=HYPERLINK(\"x\")");
    sample_file_import(f, "2016-11-01");
    return 0;
}

static char *export_to(const sample_file *f, const char *name)
{
    GError *error = NULL;
    char *path = g_build_filename(f->folder, name, NULL);
    g_autoptr(ik_catalogue) catalogue = sample_catalogue(f->path);
    ik_catalogue_export(catalogue, path, &error);
    ik_assert_no_error(error);
    return path;
}

static ik_db *export_and_open(const sample_file *f, const char *name)
{
    GError *error = NULL;
    g_autofree char *path = export_to(f, name);
    ik_db *db = ik_db_open(path, &error);
    ik_assert_no_error(error);
    return db;
}

static void a_geopackage_says_what_it_is(void **state)
{
    g_autoptr(ik_db) db = export_and_open(*state, "k.gpkg");
    sample_assert_query(db, "SELECT printf('%x', application_id) FROM pragma_application_id",
                        "47504b47"); /* "GPKG" */
    sample_assert_query(db, "PRAGMA user_version", "10300");
    sample_assert_query(db, "PRAGMA integrity_check", "ok");
    sample_assert_query(db, "PRAGMA foreign_key_check", "");
    sample_assert_query(db, "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1", "-1 0 4326");
    sample_assert_query(
        db,
        "SELECT table_name || ':' || data_type || ':' || coalesce(srs_id, '') FROM gpkg_contents "
        "ORDER BY 1",
        "attribution:attributes: districts:features:4326 events:features:4326 "
        "municipalities:features:4326 projects:features:4326 regions:features:4326");
    sample_assert_query(db,
                        "SELECT printf('%g,%g,%g,%g', min_x, min_y, max_x, max_y) FROM "
                        "gpkg_contents WHERE table_name = 'municipalities'",
                        "7,51,7.5,51.2");
    sample_assert_query(db, "SELECT DISTINCT last_change FROM gpkg_contents",
                        "2016-11-01T00:00:00.000Z");
    sample_assert_query(db, "SELECT text_de FROM attribution", "© Test, Deutsch");
    sample_assert_query(db, "SELECT name FROM sqlite_master WHERE name LIKE '%sqlite_seq%'", "");
}

/* OGC 12-128r18, clause 2.1.3: head of 8 bytes, WKB of a point; 7.051 and 51.05 as doubles by Python's struct.pack. */
static void geometries_are_geopackage_binary(void **state)
{
    g_autoptr(ik_db) db = export_and_open(*state, "k.gpkg");
    sample_assert_query(db, "SELECT hex(geom) FROM projects WHERE id = 'p1'",
                        "47500001E6100000"
                        "0101000000"
                        "4E62105839341C406666666666864940");
}

static void spatial_indexes_cover_every_geometry(void **state)
{
    g_autoptr(ik_db) db = export_and_open(*state, "k.gpkg");
    sample_assert_query(db,
                        "SELECT table_name || column_name FROM gpkg_extensions WHERE "
                        "extension_name = 'gpkg_rtree_index' ORDER BY 1",
                        "districtsgeom eventsgeom municipalitiesgeom projectsgeom regionsgeom");
    sample_assert_query(db, "SELECT count(*) FROM rtree_events_geom", "1");
    sample_assert_query(db, "SELECT id FROM rtree_projects_geom ORDER BY 1", "1 2 3 4");
    sample_assert_query(
        db, "SELECT id FROM rtree_municipalities_geom WHERE minx <= 7.45 AND maxx >= 7.42", "4");
    sample_assert_query(db,
                        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = "
                        "'projects'",
                        "6");
}

static void two_geopackages_are_equal_byte_for_byte(void **state)
{
    const sample_file *f = *state;
    size_t length, second_length;
    g_autofree char *path = export_to(f, "a.gpkg");
    g_usleep(1100000);
    g_autofree char *second_path = export_to(f, "b.gpkg");
    g_autofree char *bytes = ik_test_file_read(path, &length);
    g_autofree char *second = ik_test_file_read(second_path, &second_length);
    assert_int_equal(length, second_length);
    assert_memory_equal(bytes, second, length);
}

static void ogrinfo_reads_the_geopackage(void **state)
{
    const sample_file *f = *state;
    g_autofree char *program = g_find_program_in_path("ogrinfo");
    if (program == NULL) {
        print_message("skipped: no ogrinfo\n");
        skip();
    }
    GError *error = NULL;
    int status = -1;
    g_autofree char *path = export_to(f, "k.gpkg");
    g_autofree char *out = NULL;
    g_autofree char *complaints = NULL;
    const char *const command[] = {program, "-ro", "-al", path, NULL};
    g_spawn_sync(NULL, (char **)(guintptr)command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out,
                 &complaints, &status, &error);
    ik_assert_no_error(error);
    assert_int_equal(status, 0);
    assert_string_equal(complaints, "");
    static const char *const parts[] = {
        "IDENTIFIER=Projects\nGeometry: Point\nFeature Count: 4\n",
        "IDENTIFIER=Municipalities\nGeometry: Multi Polygon\nFeature Count: 4\n",
        "Layer name: attribution\n",
        "POINT (7.051 51.05)",
        "  title (String) = =HYPERLINK(\"x\")",
        "ID[\"EPSG\",4326]"};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (strstr(out, parts[i]) == NULL)
            fail_msg("ogrinfo does not say %s but\n%s", parts[i], out);
}

static void without_a_day_the_first_of_1970_is_the_last_change(void **state)
{
    sample_file *f = *state;
    sample_file_import(f, "zweiter Lauf");
    g_autoptr(ik_db) db = export_and_open(f, "k.gpkg");
    sample_assert_query(db, "SELECT DISTINCT last_change FROM gpkg_contents",
                        "1970-01-01T00:00:00.000Z");
}

static void geojson_stands_where_projects_are_drawn(void **state)
{
    g_autofree char *path = export_to(*state, "k.GeoJSON");
    g_autofree char *text = ik_test_file_read(path, &(size_t){0});
    assert_true(g_str_has_prefix(
        text, "{\"type\":\"FeatureCollection\",\"name\":\"projects\",\"attribution\":[{\"text\":"
              "\"© Test, Deutsch\",\"text_en\":\"© Test, English\",\"licence\":\"none\",\"url\":"
              "\"https://example.org/\"}],\"features\":[\n"
              "{\"type\":\"Feature\",\"id\":\"p1\",\"geometry\":{\"type\":\"Point\","
              "\"coordinates\":[7.051,51.05]},\"properties\":{\"id\":\"p1\",\"title\":\"Titel "
              "p1\",\"organisation\":\"Träger A\",\"street\":null,"));
    assert_non_null(strstr(text, "\"themes\":[\"training\",\"work\"],"));
    assert_non_null(strstr(text, "\"faults\":[\"near_border\"],"));
    assert_non_null(strstr(text, "\"score\":60,\"accuracy_m\":30,\"faults\":[],\"lon\":7.05,"));
    assert_true(g_str_has_suffix(text, "}}\n]}\n"));
}

static void csv_is_for_excel(void **state)
{
    g_autofree char *path = export_to(*state, "k.csv");
    g_autofree char *text = ik_test_file_read(path, &(size_t){0});
    g_auto(GStrv) lines = g_strsplit(text, "\r\n", -1);
    assert_int_equal(g_strv_length(lines), 6);
    assert_string_equal(
        lines[0], "\xEF\xBB\xBF"
                  "id;title;organisation;street;house_number;postcode;city;address;ags;"
                  "municipality;district;region;themes;summary;text;website;image;video;contact;"
                  "start;end;match;status;score;accuracy_m;faults;lon;lat");
    assert_string_equal(lines[3], "p3;\"'=HYPERLINK(\"\"x\"\")\";Träger B;;;;Bstadt;;05001002;"
                                  "Bstadt;05001;suedland;Musik;;;;;;;;;given;auto;100;30;;7,15;"
                                  "51,05");
}

static void another_ending_is_refused_and_nothing_is_written(void **state)
{
    const sample_file *f = *state;
    GError *error = NULL;
    static const char *const names[] = {"k.shp", "gpkg", ".csv", "k.csv.zip"};
    g_autoptr(ik_catalogue) catalogue = sample_catalogue(f->path);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        assert_false(ik_catalogue_export(catalogue, names[i], &error));
        ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "expected a name that ends in");
        g_clear_error(&error);
        assert_false(g_file_test(names[i], G_FILE_TEST_EXISTS));
    }
}

static void a_failed_export_leaves_the_former_file(void **state)
{
    const sample_file *f = *state;
    GError *error = NULL;
    g_autofree char *path = ik_test_file_write(f->folder, "k.csv", "former", -1);
    g_autofree char *inside = g_build_filename(path, "k.csv", NULL);
    g_autoptr(ik_catalogue) catalogue = sample_catalogue(f->path);
    assert_false(ik_catalogue_export(catalogue, inside, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "no such folder");
    g_clear_error(&error);
    g_autofree char *bytes = ik_test_file_read(path, &(size_t){0});
    assert_string_equal(bytes, "former");
}

#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, set_up, sample_file_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FILE(a_geopackage_says_what_it_is),
        WITH_FILE(geometries_are_geopackage_binary),
        WITH_FILE(spatial_indexes_cover_every_geometry),
        WITH_FILE(two_geopackages_are_equal_byte_for_byte),
        WITH_FILE(ogrinfo_reads_the_geopackage),
        WITH_FILE(without_a_day_the_first_of_1970_is_the_last_change),
        WITH_FILE(geojson_stands_where_projects_are_drawn),
        WITH_FILE(csv_is_for_excel),
        WITH_FILE(another_ending_is_refused_and_nothing_is_written),
        WITH_FILE(a_failed_export_leaves_the_former_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
