/* test_history.c — imports that follow each other: what is new, changed, gone, and what stays.   [tests] */
#include "sample_file.h"

#include <glib/gstdio.h>

static void assert_counts(const ik_change_counts *counts, const guint expected[4])
{
    assert_int_equal(counts->created, expected[0]);
    assert_int_equal(counts->changed, expected[1]);
    assert_int_equal(counts->gone, expected[2]);
    assert_int_equal(counts->unchanged, expected[3]);
}

static void the_first_import_finds_everything_new(void **state)
{
    const sample_file *f = *state;
    const ik_import_summary summary = sample_file_import(f, "2016-11-01");
    assert_int_equal(summary.run, 1);
    assert_counts(&summary.projects, (const guint[]){4, 0, 0, 0});
    assert_counts(&summary.events, (const guint[]){3, 0, 0, 0});
    assert_int_equal(summary.rejects, 1);
    g_autoptr(ik_db) db = sample_file_open(f);
    sample_assert_query(db, "SELECT run || label || projects_new || rejects FROM imports",
                        "12016-11-0141");
    sample_assert_query(db,
                        "SELECT record || fid || id || change || title FROM changes "
                        "WHERE record = 'project'",
                        "project1p1newTitel p1 project2p2newTitel p2 project3p3newTitel p3 "
                        "project4p4newTitel p4");
    sample_assert_query(db, "SELECT count(*) FROM change_fields", "0");
    sample_assert_query(db, "SELECT DISTINCT length(content_hash) FROM changes", "32");
    sample_assert_query(db, "SELECT count(DISTINCT content_hash) FROM changes", "7");
}

static void the_same_records_again_are_unchanged(void **state)
{
    sample_file *f = *state;
    sample_file_import(f, NULL);
    const ik_import_summary summary = sample_file_import(f, NULL);
    assert_int_equal(summary.run, 2);
    assert_counts(&summary.projects, (const guint[]){0, 0, 0, 4});
    assert_counts(&summary.events, (const guint[]){0, 0, 0, 3});
    g_autoptr(ik_db) db = sample_file_open(f);
    sample_assert_query(db, "SELECT count(*) FROM changes WHERE run = 2", "0");
    sample_assert_query(db, "SELECT group_concat(coalesce(label, '–')) FROM imports", "–,–");
    sample_assert_query(db, "PRAGMA foreign_key_check", "");
    sample_assert_query(db, "PRAGMA integrity_check", "ok");
}

static void where_a_record_stands_and_where_its_marker_went_is_no_change(void **state)
{
    sample_file *f = *state;
    sample_file_import(f, NULL);
    ik_project *project = sample_file_project(f, "p3");
    project->origin.line = 99;
    project->marker.lon += 0.002;
    const ik_import_summary summary = sample_file_import(f, NULL);
    assert_counts(&summary.projects, (const guint[]){0, 0, 0, 4});
}

static void each_field_of_a_change_is_said_with_before_and_after(void **state)
{
    sample_file *f = *state;
    sample_file_import(f, NULL);
    ik_project *project = sample_file_project(f, "p1");
    g_free(project->title);
    project->title = g_strdup("Neuer Titel");
    sample_set_themes(project, "coaching|work");
    project->image = g_strdup("https://example.org/1.jpg");
    g_strfreev(project->extra);
    project->extra = g_strsplit("Farbe|rot", "|", -1);
    ik_event *event = g_ptr_array_index(f->records->events, 1);
    g_free(event->date);
    event->date = NULL;
    const ik_import_summary summary = sample_file_import(f, NULL);
    assert_counts(&summary.projects, (const guint[]){0, 1, 0, 3});
    assert_counts(&summary.events, (const guint[]){0, 1, 0, 2});
    g_autoptr(ik_db) db = sample_file_open(f);
    sample_assert_query(db,
                        "SELECT record || ' ' || fid || ' ' || field || ': ' || coalesce(before, "
                        "'–') || ' > ' || coalesce(after, '–') || ';' FROM change_fields WHERE "
                        "run = 2 ORDER BY record DESC, field",
                        "project 1 extra: Farbe: – > rot; "
                        "project 1 image: – > https://example.org/1.jpg; "
                        "project 1 themes: training|work > coaching|work; "
                        "project 1 title: Titel p1 > Neuer Titel; "
                        "event 2 date: 2016-10 > –;");
    sample_assert_query(db, "SELECT title FROM changes WHERE run = 2 AND record = 'project'",
                        "Neuer Titel");
}

static void a_move_to_another_place_is_a_change(void **state)
{
    sample_file *f = *state;
    sample_file_import(f, NULL);
    ik_project *project = sample_file_project(f, "p3");
    project->match.municipality = CDORF;
    project->match.position = sample_municipalities[CDORF].label;
    sample_file_import(f, NULL);
    g_autoptr(ik_db) db = sample_file_open(f);
    sample_assert_query(
        db,
        "SELECT field || ': ' || before || ' > ' || after || ';' FROM change_fields ORDER BY field",
        "municipality: 05001002 > 05002003; position: 7.15 51.05 > 7.05 51.15; "
        "region: suedland > nordland;");
}

static void what_went_keeps_its_last_fields_and_its_number(void **state)
{
    sample_file *f = *state;
    sample_file_import(f, NULL);
    sample_file_remove(f, "p4");
    ik_import_summary summary = sample_file_import(f, NULL);
    assert_counts(&summary.projects, (const guint[]){0, 0, 1, 3});
    sample_placed(f->records, "p7", "Träger C", CDORF, IK_MATCH_GIVEN);
    summary = sample_file_import(f, NULL);
    assert_counts(&summary.projects, (const guint[]){1, 0, 0, 3});
    g_autoptr(ik_db) db = sample_file_open(f);
    sample_assert_query(db,
                        "SELECT before FROM change_fields WHERE run = 2 AND fid = 4 AND field IN "
                        "('title', 'extra: Farbe', 'organisation') ORDER BY field",
                        "blau Träger A Titel p4");
    sample_assert_query(db, "SELECT fid || id FROM projects ORDER BY fid", "1p1 2p2 3p3 5p7");
    sample_assert_query(db, "SELECT fid || name FROM organisations ORDER BY fid",
                        "1Träger A 2Träger B 3Träger C");
}

static void what_comes_back_gets_its_number_back(void **state)
{
    sample_file *f = *state;
    sample_file_import(f, NULL);
    sample_file_remove(f, "p2");
    sample_file_import(f, NULL);
    sample_placed(f->records, "p2", "Träger A", ASTADT, IK_MATCH_GIVEN);
    sample_placed(f->records, "p8", "Träger A", ASTADT, IK_MATCH_GIVEN);
    const ik_import_summary summary = sample_file_import(f, NULL);
    assert_counts(&summary.projects, (const guint[]){2, 0, 0, 3});
    g_autoptr(ik_db) db = sample_file_open(f);
    sample_assert_query(db, "SELECT fid || id FROM projects ORDER BY fid", "1p1 2p2 3p3 4p4 5p8");
    sample_assert_query(db, "SELECT run || change FROM changes WHERE id = 'p2' ORDER BY run",
                        "1new 2gone 3new");
}

static void the_order_of_a_list_does_not_move_numbers(void **state)
{
    sample_file *f = *state;
    sample_file_import(f, NULL);
    ik_project *first = sample_file_project(f, "p1");
    g_ptr_array_steal_index(f->records->projects, 0);
    g_ptr_array_add(f->records->projects, first);
    const ik_import_summary summary = sample_file_import(f, NULL);
    assert_counts(&summary.projects, (const guint[]){0, 0, 0, 4});
    g_autoptr(ik_db) db = sample_file_open(f);
    sample_assert_query(db, "SELECT fid || id FROM projects ORDER BY fid", "1p1 2p2 3p3 4p4");
}

static void a_record_that_is_rejected_now_went_for_that_reason(void **state)
{
    sample_file *f = *state;
    sample_placed(f->records, "p5", "Träger A", ASTADT, IK_MATCH_GIVEN);
    sample_file_import(f, NULL); /* the sample's reject bears the id p5 */
    sample_file_remove(f, "p5");
    sample_file_import(f, NULL);
    g_autoptr(ik_db) db = sample_file_open(f);
    sample_assert_query(db, "SELECT after FROM change_fields WHERE field = 'reject'",
                        "projects.csv:6: city_unknown");
}

static void a_history_of_many_runs_is_carried_on(void **state)
{
    sample_file *f = *state;
    for (guint i = 1; i <= 5; i++) {
        g_autofree char *label = g_strdup_printf("Lauf %u", i);
        ik_project *project = sample_file_project(f, "p1");
        g_free(project->summary);
        project->summary = g_strdup(label);
        assert_int_equal(sample_file_import(f, label).run, i);
    }
    g_autoptr(ik_db) db = sample_file_open(f);
    sample_assert_query(db, "SELECT group_concat(label) FROM imports",
                        "Lauf 1,Lauf 2,Lauf 3,Lauf 4,Lauf 5");
    sample_assert_query(db, "SELECT run || before FROM change_fields WHERE field = 'summary'",
                        "2Lauf 1 3Lauf 2 4Lauf 3 5Lauf 4");
}

static void the_same_imports_give_the_same_bytes(void **state)
{
    sample_file *f = *state;
    sample_file_import(f, "a");
    sample_file_import(f, "b");
    size_t length, second_length;
    g_autofree char *bytes = ik_test_file_read(f->path, &length);
    assert_int_equal(g_remove(f->path), 0);
    g_usleep(1100000);
    sample_file_import(f, "a");
    sample_file_import(f, "b");
    g_autofree char *second = ik_test_file_read(f->path, &second_length);
    assert_int_equal(length, second_length);
    assert_memory_equal(bytes, second, length);
    g_autoptr(GDir) folder = g_dir_open(f->folder, 0, NULL);
    assert_string_equal(g_dir_read_name(folder), "katalog.sqlite");
    assert_null(g_dir_read_name(folder));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_SAMPLE_FILE(the_first_import_finds_everything_new),
        WITH_SAMPLE_FILE(the_same_records_again_are_unchanged),
        WITH_SAMPLE_FILE(where_a_record_stands_and_where_its_marker_went_is_no_change),
        WITH_SAMPLE_FILE(each_field_of_a_change_is_said_with_before_and_after),
        WITH_SAMPLE_FILE(a_move_to_another_place_is_a_change),
        WITH_SAMPLE_FILE(what_went_keeps_its_last_fields_and_its_number),
        WITH_SAMPLE_FILE(what_comes_back_gets_its_number_back),
        WITH_SAMPLE_FILE(the_order_of_a_list_does_not_move_numbers),
        WITH_SAMPLE_FILE(a_record_that_is_rejected_now_went_for_that_reason),
        WITH_SAMPLE_FILE(a_history_of_many_runs_is_carried_on),
        WITH_SAMPLE_FILE(the_same_imports_give_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
