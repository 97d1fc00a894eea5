/* test_store.c — the SpatiaLite file says what the records say.   [tests] */
#include "sample_query.h"
#include "sample_records.h"
#include "store.h"

#include <ideenkarte/error.h>
#include <string.h>

typedef struct {
    ik_topology *borders;
    ik_territory territory;
    ik_records *records;
    char *folder, *path;
} fixture;

static ik_store_input input_of(const fixture *f)
{
    return (ik_store_input){.territory = &f->territory,
                            .records = f->records,
                            .title = "Karte",
                            .notice = "Beispieldaten"};
}

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->borders = sample_borders();
    f->territory = sample_territory(f->borders);
    f->records = sample_records();
    f->folder = ik_test_folder_new();
    f->path = g_build_filename(f->folder, "catalogue.sqlite", NULL);
    const ik_store_input input = input_of(f);
    GError *error = NULL;
    ik_catalogue_write(f->path, &input, &error);
    ik_assert_no_error(error);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    ik_test_folder_remove(f->folder);
    g_free(f->path);
    ik_records_free(f->records);
    ik_topology_free(f->borders);
    g_free(f);
    return 0;
}

static ik_db *open_file(const fixture *f)
{
    GError *error = NULL;
    ik_db *db = ik_db_open(f->path, &error);
    ik_assert_no_error(error);
    return db;
}

static void the_file_is_sound_and_says_what_it_is(void **state)
{
    g_autoptr(ik_db) db = open_file(*state);
    sample_assert_query(db, "PRAGMA integrity_check", "ok");
    sample_assert_query(db, "PRAGMA foreign_key_check", "");
    sample_assert_query(db, "PRAGMA user_version", "2");
    sample_assert_query(db, "SELECT printf('%x', application_id) FROM pragma_application_id",
                        "494b4341");
    sample_assert_query(db, "SELECT value FROM about WHERE key = 'title'", "Karte");
    sample_assert_query(db, "SELECT value FROM about WHERE key = 'notice'", "Beispieldaten");
    sample_assert_query(db, "SELECT text_de FROM attribution", "© Test, Deutsch");
}

static void every_table_and_column_is_explained(void **state)
{
    g_autoptr(ik_db) db = open_file(*state);
    /* Each line of a CREATE TABLE of ours that names a column carries a comment. */
    sample_assert_query(
        db,
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND sql NOT LIKE '% -- %' "
        "AND name IN ('about', 'attribution', 'regions', 'districts', 'municipalities', "
        "'organisations', "
        "'themes', 'projects', 'project_themes', 'project_extra', 'project_faults', "
        "'project_candidates', 'assignments', 'events', 'event_faults', 'rejects', 'media', "
        "'imports', 'changes', 'change_fields', 'project_list', "
        "'placed_projects', "
        "'coverage_by_region', 'coverage_by_district', 'coverage_by_municipality', "
        "'projects_by_theme', "
        "'municipalities_without_project', 'events_by_region')",
        "");
    sample_assert_query(
        db,
        "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c "
        "WHERE m.type = 'table' AND m.sql LIKE 'CREATE TABLE % ( -- %' "
        "AND m.sql NOT LIKE '%    ' || c.name || ' %-- %'",
        "");
    sample_assert_query(db,
                        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND sql LIKE "
                        "'CREATE TABLE % ( -- %'",
                        "20");
}

static void areas_are_valid_and_regions_are_the_union_of_their_municipalities(void **state)
{
    g_autoptr(ik_db) db = open_file(*state);
    sample_assert_query(db,
                        "SELECT printf('%s=%.6f', id, ST_Area(geometry)) FROM regions ORDER BY fid",
                        "suedland=0.020000 nordland=0.025000");
    sample_assert_query(
        db, "SELECT printf('%s=%.6f', code, ST_Area(geometry)) FROM districts ORDER BY fid",
        "05001=0.020000 05002=0.025000");
    sample_assert_query(
        db,
        "SELECT printf('%s=%d', ags, ST_NumGeometries(geometry)) FROM municipalities ORDER BY fid",
        "05001001=1 05001002=1 05002003=1 05002004=2");
    sample_assert_query(db,
                        "SELECT min(ST_IsValid(geometry)) FROM (SELECT geometry FROM regions UNION "
                        "ALL SELECT geometry "
                        "FROM districts UNION ALL SELECT geometry FROM municipalities)",
                        "1");
    sample_assert_query(
        db, "SELECT DISTINCT ST_Srid(geometry) || GeometryType(geometry) FROM municipalities",
        "4326MULTIPOLYGON");
    sample_assert_query(db,
                        "SELECT printf('%.9f', ST_Area(ST_SymDifference(r.geometry, (SELECT "
                        "ST_Union(m.geometry) FROM "
                        "municipalities m WHERE m.region = r.id)))) FROM regions r",
                        "0.000000000 0.000000000");
}

static void projects_stand_in_the_order_of_the_file_at_their_markers(void **state)
{
    g_autoptr(ik_db) db = open_file(*state);
    sample_assert_query(db, "SELECT id FROM projects ORDER BY fid", "p1 p2 p3 p4");
    sample_assert_query(
        db,
        "SELECT printf('%.3f/%.3f', ST_X(geometry), ST_Y(geometry)) FROM projects WHERE id = 'p1'",
        "7.051/51.050");
    sample_assert_query(db, "SELECT printf('%.3f', position_lon) FROM projects WHERE id = 'p1'",
                        "7.050");
    sample_assert_query(
        db, "SELECT match || status || score || municipality FROM projects WHERE id = 'p2'",
        "givencheck9005001001");
    sample_assert_query(db, "SELECT given_lon FROM projects WHERE id = 'p1'", "–");
    sample_assert_query(db,
                        "SELECT o.name FROM projects p JOIN organisations o ON o.fid = "
                        "p.organisation ORDER BY p.fid",
                        "Träger A Träger A Träger B Träger A");
    sample_assert_query(db, "SELECT project || theme FROM project_themes ORDER BY 1",
                        "p1training p1work p2work p3Musik");
    sample_assert_query(db, "SELECT project || name || value FROM project_extra", "p4Farbeblau");
    sample_assert_query(
        db, "SELECT project || code || field || read || expected || penalty FROM project_faults",
        "p2near_borderlon12 mAstadt10");
    sample_assert_query(db, "SELECT project || municipality || score FROM project_candidates",
                        "p20500100190 p20500100260");
}

static void assignments_say_region_and_reason(void **state)
{
    g_autoptr(ik_db) db = open_file(*state);
    sample_assert_query(
        db, "SELECT project || municipality || region || reason FROM assignments ORDER BY project",
        "p105001001suedlandaddress p205001001suedlandposition p305001002suedlandposition "
        "p405002003nordlandaddress");
    sample_assert_query(
        db,
        "SELECT a.project FROM assignments a JOIN projects p ON p.id = a.project JOIN regions r "
        "ON r.id = a.region WHERE NOT ST_Contains(r.geometry, p.geometry)",
        "");
}

static void views_answer_the_usual_questions(void **state)
{
    g_autoptr(ik_db) db = open_file(*state);
    sample_assert_query(
        db,
        "SELECT id || ':' || municipalities || ':' || municipalities_with_project || ':' || "
        "population || "
        "':' || projects || ':' || projects_check || ':' || organisations || ':' || events || ':' "
        "|| "
        "projects_per_100k || ':' || coalesce(themes, '') FROM coverage_by_region",
        "suedland:2:2:150000:3:1:2:1:2.0:Musik|training|work nordland:2:1:25000:1:0:1:1:4.0:");
    sample_assert_query(db, "SELECT ags FROM municipalities_without_project", "05002004");
    sample_assert_query(
        db, "SELECT theme || projects || regions FROM projects_by_theme WHERE projects > 0",
        "Musik11 training11 work21");
    sample_assert_query(
        db, "SELECT count(*) FROM projects_by_theme WHERE projects = 0 AND is_agreed", "7");
    sample_assert_query(db, "SELECT region || events || first_date FROM events_by_region",
                        "suedland12016-10-19 nordland12016-10");
    sample_assert_query(db, "SELECT code || event FROM event_faults", "region_unknowne3");
    sample_assert_query(db, "SELECT record_id || line || \"column\" || code FROM rejects",
                        "p56Ortcity_unknown");
}

static void spatial_indexes_are_there_and_right(void **state)
{
    g_autoptr(ik_db) db = open_file(*state);
    sample_assert_query(
        db, "SELECT f_table_name || spatial_index_enabled FROM geometry_columns ORDER BY 1",
        "districts1 events1 municipalities1 projects1 regions1");
    sample_assert_query(db, "SELECT count(*) FROM idx_municipalities_geometry", "4");
    sample_assert_query(
        db,
        "SELECT m.ags FROM municipalities m WHERE m.ROWID IN (SELECT ROWID FROM SpatialIndex WHERE "
        "f_table_name = 'municipalities' AND search_frame = BuildMbr(7.42, 51.01, 7.43, 51.02))",
        "05002004");
}

static void two_files_of_the_same_records_are_equal_byte_for_byte(void **state)
{
    const fixture *f = *state;
    g_autofree char *second = g_build_filename(f->folder, "again.sqlite", NULL);
    const ik_store_input input = input_of(f);
    GError *error = NULL;
    g_usleep(1100000); /* clocks of SpatiaLite would move */
    ik_catalogue_write(second, &input, &error);
    ik_assert_no_error(error);
    size_t length = 0, second_length = 0;
    g_autofree char *bytes = ik_test_file_read(f->path, &length);
    g_autofree char *second_bytes = ik_test_file_read(second, &second_length);
    assert_int_equal(length, second_length);
    assert_memory_equal(bytes, second_bytes, length);
}

static void two_projects_of_one_id_are_an_error_and_leave_no_file(void **state)
{
    const fixture *f = *state;
    g_autofree char *path = g_build_filename(f->folder, "doubled.sqlite", NULL);
    sample_placed(f->records, "p1", "Träger A", ASTADT, IK_MATCH_GIVEN);
    const ik_store_input input = input_of(f);
    g_autoptr(GError) error = NULL;
    assert_false(ik_catalogue_write(path, &input, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "projects.csv:6: ");
    assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

static void a_file_that_is_there_is_not_touched(void **state)
{
    const fixture *f = *state;
    g_autofree char *path = ik_test_file_write(f->folder, "mine.sqlite", "mine", -1);
    const ik_store_input input = input_of(f);
    g_autoptr(GError) error = NULL;
    assert_false(ik_catalogue_write(path, &input, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, "mine.sqlite");
    g_autofree char *bytes = ik_test_file_read(path, &(size_t){0});
    assert_string_equal(bytes, "mine");
}

static void unplaced_projects_are_kept_without_a_place(void **state)
{
    const fixture *f = *state;
    ik_project *project = sample_placed(f->records, "p9", NULL, ASTADT, IK_MATCH_NONE);
    project->match.municipality = IK_NONE;
    const ik_store_input input = input_of(f);
    GError *error = NULL;
    g_autoptr(ik_db) db = ik_db_create(":memory:", &error);
    ik_assert_no_error(error);
    ik_catalogue_fill(db, &input, &error);
    ik_assert_no_error(error);
    sample_assert_query(db,
                        "SELECT geometry IS NULL AND municipality IS NULL AND organisation IS NULL "
                        "AND accuracy_m IS "
                        "NULL FROM projects WHERE id = 'p9'",
                        "1");
    sample_assert_query(db, "SELECT sum(projects) FROM coverage_by_region", "4");
}

static void ogrinfo_reads_every_layer(void **state)
{
    const fixture *f = *state;
    g_autofree char *program = g_find_program_in_path("ogrinfo");
    if (program == NULL) {
        print_message("skipped: no ogrinfo\n");
        skip();
    }
    const char *const command[] = {program,
                                   "-ro",
                                   "-so",
                                   f->path,
                                   "regions",
                                   "districts",
                                   "municipalities",
                                   "projects",
                                   "events",
                                   "assignments",
                                   "placed_projects",
                                   "coverage_by_region",
                                   NULL};
    g_autofree char *out = NULL;
    g_autofree char *complaints = NULL;
    int status = -1;
    GError *error = NULL;
    g_spawn_sync(NULL, (char **)(guintptr)command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out,
                 &complaints, &status, &error);
    ik_assert_no_error(error);
    assert_int_equal(status, 0);
    assert_string_equal(complaints, "");
    static const char *const layers[] = {
        "regions\nGeometry: Multi Polygon\nFeature Count: 2\n",
        "districts\nGeometry: Multi Polygon\nFeature Count: 2\n",
        "municipalities\nGeometry: Multi Polygon\nFeature Count: 4\n",
        "projects\nGeometry: Point\nFeature Count: 4\n",
        "events\nGeometry: Point\nFeature Count: 3\n",
        "assignments\nGeometry: None\nFeature Count: 4\n",
        "placed_projects\nGeometry: Point\nFeature Count: 4\n",
        "coverage_by_region\nGeometry: Multi Polygon\nFeature Count: 2\n"};
    for (guint i = 0; i < G_N_ELEMENTS(layers); i++)
        if (strstr(out, layers[i]) == NULL)
            fail_msg("ogrinfo does not say %s but\n%s", layers[i], out);
}

#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FILE(the_file_is_sound_and_says_what_it_is),
        WITH_FILE(every_table_and_column_is_explained),
        WITH_FILE(areas_are_valid_and_regions_are_the_union_of_their_municipalities),
        WITH_FILE(projects_stand_in_the_order_of_the_file_at_their_markers),
        WITH_FILE(assignments_say_region_and_reason),
        WITH_FILE(views_answer_the_usual_questions),
        WITH_FILE(spatial_indexes_are_there_and_right),
        WITH_FILE(two_files_of_the_same_records_are_equal_byte_for_byte),
        WITH_FILE(two_projects_of_one_id_are_an_error_and_leave_no_file),
        WITH_FILE(a_file_that_is_there_is_not_touched),
        WITH_FILE(unplaced_projects_are_kept_without_a_place),
        WITH_FILE(ogrinfo_reads_every_layer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
