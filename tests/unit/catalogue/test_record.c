/* test_record.c — records change hands without losing anything.   [tests] */
#include "import.h"
#include "sample_import.h"

static void settle(const ik_records *records, guint index, ik_match_level level)
{
    ik_project *project = g_ptr_array_index(records->projects, index);
    project->match.level = level;
    ik_match_settle(&project->match);
}

static void new_records_know_no_place_and_everything_takes_null(void **state)
{
    (void)state;
    ik_records_free(NULL);
    ik_project_free(NULL);
    ik_event_free(NULL);
    ik_reject_free(NULL);
    g_autoptr(ik_project) project = ik_project_new();
    assert_int_equal(project->match.municipality, IK_NONE);
    assert_int_equal(project->match.level, IK_MATCH_NONE);
    assert_null(project->themes[0]);
    assert_null(project->extra[0]);
    g_autoptr(ik_event) event = ik_event_new();
    assert_int_equal(event->municipality, IK_NONE);
    assert_int_equal(event->region, IK_NONE);
    assert_false(event->has_position);
}

static void unplaced_projects_become_rejects_in_the_order_of_the_file(void **state)
{
    (void)state;
    g_autoptr(ik_records) records =
        sample_projects("id,titel,Stadt\na,A,Köln\nb,B,Nirgendwo\n,C,Köln\nd,D,Berlin\ne,E,Köln\n");
    assert_int_equal(records->projects->len, 4);
    settle(records, 0, IK_MATCH_MUNICIPALITY);
    ik_project *nowhere = g_ptr_array_index(records->projects, 1);
    ik_faults_add(&nowhere->match.faults, "postcode_missing", "postcode", NULL, NULL, 5);
    ik_faults_add(&nowhere->match.faults, "city_unknown", "city", "Nirgendwo", "a town", 100);
    settle(records, 1, IK_MATCH_NONE);
    settle(records, 2, IK_MATCH_NONE);
    settle(records, 3, IK_MATCH_MUNICIPALITY);

    assert_int_equal(ik_records_reject_unplaced(records), 2);
    assert_int_equal(records->projects->len, 2);
    assert_string_equal(sample_project(records, 0)->id, "a");
    assert_string_equal(sample_project(records, 1)->id, "e");
    sample_assert_reject(records, 0, "3:Stadt:city_unknown:Nirgendwo:a town");
    sample_assert_reject(records, 1, "4:id:missing_id:–:–");
    sample_assert_reject(records, 2, "5:–:no_address:–:–");
    const ik_reject *reject = g_ptr_array_index(records->rejects, 0);
    assert_string_equal(reject->id, "b");
    assert_string_equal(reject->record, "b,B,Nirgendwo");
    assert_int_equal(ik_records_reject_unplaced(records), 0);
}

static void a_field_is_named_as_in_its_file(void **state)
{
    (void)state;
    g_autoptr(ik_records) records = sample_projects("id,titel,Stadt\n");
    assert_string_equal(ik_records_column(records, "projects.csv", "city"), "Stadt");
    assert_string_equal(ik_records_column(records, "projects.csv", "street"), "street");
    assert_string_equal(ik_records_column(records, "other.csv", "city"), "city");
}

static void assert_doubts(const ik_project *project, const char *expected)
{
    ik_faults doubts = {0};
    ik_project_append_doubts(project, &doubts);
    g_autofree char *codes = ik_faults_codes(&doubts, " ");
    assert_string_equal(codes, expected);
    ik_faults_clear(&doubts);
}

static void what_is_left_out_asks_for_a_person_and_casts_no_doubt_on_the_place(void **state)
{
    (void)state;
    g_autoptr(ik_records) records =
        sample_projects("id,titel,Stadt,bild\na,A,Köln,a.jpg\nb,B,Köln,\nc,C,Köln,\n");
    ik_project *without = g_ptr_array_index(records->projects, 0);
    ik_project *doubtful = g_ptr_array_index(records->projects, 1);
    ik_faults_add(&without->match.faults, "image_missing", "image", "a.jpg", NULL,
                  IK_OMISSION_PENALTY);
    ik_faults_add(&doubtful->match.faults, "city_spelling", "city", "Koln", "Köln", 10);
    ik_faults_add(&without->match.faults, "postcode_missing", "postcode", NULL, "50001", 5);
    for (guint i = 0; i < 3; i++)
        settle(records, i, IK_MATCH_MUNICIPALITY);
    assert_int_equal(without->match.status, IK_STATUS_AUTO);
    assert_int_equal(without->match.score, ik_match_level_points(IK_MATCH_MUNICIPALITY) - 5);
    assert_true(ik_project_has_omission(without));
    assert_doubts(without, "image_missing");
    assert_int_equal(doubtful->match.status, IK_STATUS_CHECK);
    assert_false(ik_project_has_omission(doubtful));
    ik_faults_add(&doubtful->match.faults, "url_malformed", "video", "x:", NULL,
                  IK_OMISSION_PENALTY);
    assert_doubts(doubtful, "city_spelling url_malformed");
    assert_doubts(g_ptr_array_index(records->projects, 2), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_records_know_no_place_and_everything_takes_null),
        cmocka_unit_test(unplaced_projects_become_rejects_in_the_order_of_the_file),
        cmocka_unit_test(a_field_is_named_as_in_its_file),
        cmocka_unit_test(what_is_left_out_asks_for_a_person_and_casts_no_doubt_on_the_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
