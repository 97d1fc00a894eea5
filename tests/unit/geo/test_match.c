/* test_match.c — score and status of an answer.   [tests] */
#include <ideenkarte/match.h>

#include "test_support.h"

static void levels_have_the_names_and_points_of_the_table(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        ik_match_level level;
        int points;
    } expected[] = {
        {"given", IK_MATCH_GIVEN, 100},
        {"house", IK_MATCH_HOUSE, 100},
        {"house_near", IK_MATCH_HOUSE_NEAR, 90},
        {"street", IK_MATCH_STREET, 80},
        {"postcode", IK_MATCH_POSTCODE, 70},
        {"locality", IK_MATCH_LOCALITY, 65},
        {"municipality", IK_MATCH_MUNICIPALITY, 60},
        {"none", IK_MATCH_NONE, 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(expected); i++) {
        assert_string_equal(ik_match_level_name(expected[i].level), expected[i].name);
        assert_int_equal(ik_match_level_points(expected[i].level), expected[i].points);
    }
}

static void statuses_have_names(void **state)
{
    (void)state;
    assert_string_equal(ik_status_name(IK_STATUS_AUTO), "auto");
    assert_string_equal(ik_status_name(IK_STATUS_CHECK), "check");
    assert_string_equal(ik_status_name(IK_STATUS_REJECT), "reject");
}

/* Settles a match of that level with up to three faults of those penalties (0: no fault). */
static void expect_settled(ik_match_level level, const int penalties[3], int score,
                           ik_status status)
{
    static const char *const codes[] = {"first", "second", "third"};
    ik_match match = {.level = level};
    for (int i = 0; i < 3; i++) {
        if (penalties[i] > 0) {
            ik_faults_add(&match.faults, codes[i], NULL, NULL, NULL, penalties[i]);
        }
    }
    ik_match_settle(&match);
    assert_int_equal(match.score, score);
    assert_int_equal(match.status, status);
    ik_match_clear(&match);
}

static void a_match_without_faults_is_published(void **state)
{
    (void)state;
    expect_settled(IK_MATCH_GIVEN, (int[3]){0}, 100, IK_STATUS_AUTO);
    expect_settled(IK_MATCH_MUNICIPALITY, (int[3]){0}, 60, IK_STATUS_AUTO);
}

static void a_fault_of_ten_points_asks_for_a_person(void **state)
{
    (void)state;
    expect_settled(IK_MATCH_HOUSE, (int[3]){9}, 91, IK_STATUS_AUTO);
    expect_settled(IK_MATCH_HOUSE, (int[3]){10}, 90, IK_STATUS_CHECK);
}

static void fifteen_points_together_ask_for_a_person(void **state)
{
    (void)state;
    expect_settled(IK_MATCH_STREET, (int[3]){7, 7}, 66, IK_STATUS_AUTO);
    expect_settled(IK_MATCH_STREET, (int[3]){7, 8}, 65, IK_STATUS_CHECK);
    expect_settled(IK_MATCH_STREET, (int[3]){5, 5, 5}, 65, IK_STATUS_CHECK);
}

static void a_match_without_a_place_is_rejected_and_no_score_falls_below_nought(void **state)
{
    (void)state;
    expect_settled(IK_MATCH_NONE, (int[3]){0}, 0, IK_STATUS_REJECT);
    expect_settled(IK_MATCH_NONE, (int[3]){40}, 0, IK_STATUS_REJECT);
    expect_settled(IK_MATCH_MUNICIPALITY, (int[3]){40, 40}, 0, IK_STATUS_CHECK);
}

static void clearing_leaves_an_empty_match(void **state)
{
    (void)state;
    ik_match match = {.level = IK_MATCH_HOUSE, .street = g_strdup("Kampstraße"), .n_candidates = 2};
    ik_faults_add(&match.faults, "first", "street", "a", "b", 5);
    ik_match_clear(&match);
    assert_int_equal(match.level, IK_MATCH_NONE);
    assert_int_equal(match.municipality, IK_NONE);
    assert_null(match.street);
    assert_int_equal(match.n_candidates, 0);
    assert_int_equal(ik_faults_count(&match.faults), 0);
    ik_match_clear(&match);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_have_the_names_and_points_of_the_table),
        cmocka_unit_test(statuses_have_names),
        cmocka_unit_test(a_match_without_faults_is_published),
        cmocka_unit_test(a_fault_of_ten_points_asks_for_a_person),
        cmocka_unit_test(fifteen_points_together_ask_for_a_person),
        cmocka_unit_test(a_match_without_a_place_is_rejected_and_no_score_falls_below_nought),
        cmocka_unit_test(clearing_leaves_an_empty_match),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
