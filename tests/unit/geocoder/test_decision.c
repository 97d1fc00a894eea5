/* test_decision.c — each row of the table of decisions, on towns made by hand.   [tests] */
#include "test_support.h"
#include "toy_territory.h"

#include <ideenkarte/geocoder.h>
#include <string.h>

typedef struct {
    const char *postcode, *city;
    guint32 municipality;
    ik_status status;
    int score;
    const char *faults;
} decision_case;

static int set_up(void **state)
{
    *state = ik_geocoder_new(&TOY);
    return 0;
}

static int tear_down(void **state)
{
    ik_geocoder_free(*state);
    return 0;
}

static void assert_decision(const ik_geocoder *geocoder, const decision_case *expected)
{
    ik_address address = {.postcode = expected->postcode, .city = expected->city};
    ik_match match;
    ik_geocoder_match(geocoder, &address, &match);
    g_autofree char *faults = ik_faults_codes(&match.faults, " ");
    if (match.municipality != expected->municipality || match.status != expected->status ||
        match.score != expected->score || strcmp(faults, expected->faults) != 0)
        fail_msg("\"%s %s\": municipality %u, %s, score %d, faults \"%s\"", expected->postcode,
                 expected->city, match.municipality, ik_status_name(match.status), match.score,
                 faults);
    ik_match_clear(&match);
}

static void assert_decisions(void **state, const decision_case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++)
        assert_decision(*state, &cases[i]);
}

/* Scores are 60, the points of a municipality, less the penalties of the README. */
static void a_postcode_that_agrees_decides(void **state)
{
    const decision_case cases[] = {
        {"10001", "Adorf", TOY_ADORF, IK_STATUS_AUTO, 60, ""},
        {"10004", "Adorf", TOY_ADORF_Y, IK_STATUS_AUTO, 60, ""},
        {"10002", "Adorf", TOY_ADORF, IK_STATUS_AUTO, 60, ""},
        {"10002", "Bestadt", TOY_BESTADT, IK_STATUS_AUTO, 60, ""},
        {"10003", "Dheim", TOY_CHEIM, IK_STATUS_AUTO, 58, "locality_unverified"},
        {"10002", "Bestadt-Adorf", TOY_BESTADT, IK_STATUS_AUTO, 58, "locality_unverified"},
        {"10001", "Bestadt-Adorf", TOY_ADORF, IK_STATUS_CHECK, 45, "city_ambiguous"},
        {"10001", "Alt-Adorf", TOY_ADORF, IK_STATUS_AUTO, 58, "locality_unverified"},
        {"10002", "Betsadt", TOY_BESTADT, IK_STATUS_AUTO, 56, "city_spelling"},
        {"10003", "Cheim-Dhiemm", TOY_CHEIM, IK_STATUS_AUTO, 58, "locality_unverified"},
        {"10003", "Chiem-Dehim", TOY_CHEIM, IK_STATUS_AUTO, 52, "city_spelling"},
    };
    assert_decisions(state, cases, G_N_ELEMENTS(cases));
}

static void a_postcode_alone_gives_its_largest_town(void **state)
{
    const decision_case cases[] = {
        {"10001", NULL, TOY_ADORF, IK_STATUS_AUTO, 54, "city_missing"},
        {"10002", NULL, TOY_BESTADT, IK_STATUS_CHECK, 39, "city_missing postcode_ambiguous"},
        {"10001", "Nirgendwo", TOY_ADORF, IK_STATUS_CHECK, 48, "city_unknown"},
        {"10002", "Nirgendwo", TOY_BESTADT, IK_STATUS_CHECK, 33, "city_unknown postcode_ambiguous"},
    };
    assert_decisions(state, cases, G_N_ELEMENTS(cases));
}

static void in_a_contradiction_a_name_beats_a_postcode_and_a_guess_does_not(void **state)
{
    const decision_case cases[] = {
        {"10001", "Bestadt", TOY_BESTADT, IK_STATUS_CHECK, 35, "postcode_city_mismatch"},
        {"10002", "Ydorf", TOY_YDORF, IK_STATUS_CHECK, 35, "postcode_city_mismatch"},
        {"10001", "Betsadt", TOY_ADORF, IK_STATUS_CHECK, 35, "postcode_city_mismatch"},
    };
    assert_decisions(state, cases, G_N_ELEMENTS(cases));
}

static void a_town_alone_is_enough_if_it_is_the_only_one(void **state)
{
    const decision_case cases[] = {
        {NULL, "Bestadt am See", TOY_BESTADT, IK_STATUS_AUTO, 55, "postcode_missing"},
        {NULL, "Adorf", TOY_ADORF_Y, IK_STATUS_CHECK, 40, "city_ambiguous postcode_missing"},
        {NULL, "Betsadt", TOY_BESTADT, IK_STATUS_CHECK, 43, "city_spelling postcode_missing"},
        {NULL, "Zdorf", IK_NONE, IK_STATUS_REJECT, 0, "city_unknown"}, /* Adorf twice, or Ydorf */
        {NULL, "Alt-Bestadt", IK_NONE, IK_STATUS_REJECT, 0, "city_unknown"},
        {NULL, "Bestadt (Saar)", IK_NONE, IK_STATUS_REJECT, 0, "city_unknown"},
        {NULL, NULL, IK_NONE, IK_STATUS_REJECT, 0, "no_address"},
    };
    assert_decisions(state, cases, G_N_ELEMENTS(cases));
}

static void a_district_narrows_the_choice(void **state)
{
    const decision_case cases[] = {
        {"10003", "Kreis Xland", TOY_CHEIM, IK_STATUS_AUTO, 54, "district_named"},
        {"10002", "Kreis Xland", TOY_BESTADT, IK_STATUS_CHECK, 39,
         "district_named postcode_ambiguous"},
        {"10004", "Kreis Xland", TOY_ADORF_Y, IK_STATUS_CHECK, 35, "postcode_city_mismatch"},
        {NULL, "Kreis Ydorf", TOY_YDORF, IK_STATUS_CHECK, 35, "district_named postcode_missing"},
        {NULL, "Kreis Xland", IK_NONE, IK_STATUS_REJECT, 0, "district_named"},
        {NULL, "Adorf, Kreis Xland", TOY_ADORF, IK_STATUS_AUTO, 55, "postcode_missing"},
        {NULL, "Bestadt, Kreis Ydorf", IK_NONE, IK_STATUS_REJECT, 0, "city_unknown"},
    };
    assert_decisions(state, cases, G_N_ELEMENTS(cases));
}

static void a_postcode_of_nowhere_needs_a_name(void **state)
{
    const decision_case cases[] = {
        {"10999", "Bestadt", TOY_BESTADT, IK_STATUS_AUTO, 54, "postcode_unknown"},
        {"20099", "Bestadt", TOY_BESTADT, IK_STATUS_CHECK, 45, "postcode_unknown"},
        {"99999", "Bestadt", TOY_BESTADT, IK_STATUS_CHECK, 40, "postcode_outside_nrw"},
        {"99999", "Betsadt", IK_NONE, IK_STATUS_REJECT, 0, "city_unknown postcode_outside_nrw"},
        {"99999", "Kreis Ydorf", IK_NONE, IK_STATUS_REJECT, 0, "city_unknown postcode_outside_nrw"},
        {"99999", NULL, IK_NONE, IK_STATUS_REJECT, 0, "postcode_outside_nrw"},
        {"10009", NULL, IK_NONE, IK_STATUS_REJECT, 0, "postcode_unknown"},
    };
    assert_decisions(state, cases, G_N_ELEMENTS(cases));
}

static void a_malformed_postcode_is_rejected_whatever_the_town(void **state)
{
    const decision_case cases[] = {
        {"1000", "Bestadt", IK_NONE, IK_STATUS_REJECT, 0, "postcode_malformed"},
        {"100011", NULL, IK_NONE, IK_STATUS_REJECT, 0, "postcode_malformed"},
        {NULL, "1000 Bestadt", IK_NONE, IK_STATUS_REJECT, 0, "postcode_malformed"},
    };
    assert_decisions(state, cases, G_N_ELEMENTS(cases));
}

static void two_postcodes_ask_for_a_person(void **state)
{
    const decision_case cases[] = {
        {"10002", "10001 Adorf", TOY_ADORF, IK_STATUS_CHECK, 48, "postcode_contradiction"},
    };
    assert_decisions(state, cases, G_N_ELEMENTS(cases));
}

static void assert_fault(void **state, ik_address address, const ik_fault *expected)
{
    ik_match match;
    ik_geocoder_match(*state, &address, &match);
    assert_true(ik_faults_count(&match.faults) > 0);
    const ik_fault *fault = ik_faults_get(&match.faults, 0);
    assert_string_equal(fault->code, expected->code);
    assert_string_equal(fault->field, expected->field);
    assert_int_equal(fault->penalty, expected->penalty);
    if (g_strcmp0(fault->read, expected->read) != 0 ||
        g_strcmp0(fault->expected, expected->expected) != 0)
        fail_msg("%s: read %s, expected %s", fault->code, fault->read, fault->expected);
    ik_match_clear(&match);
}

static void a_fault_says_what_was_read_and_what_was_expected(void **state)
{
    const struct {
        ik_address address;
        const char *code, *field, *read, *expected;
        int penalty;
    } cases[] = {
        {{.postcode = "10001", .city = "Bestadt"},
         "postcode_city_mismatch",
         "postcode",
         "10001 Bestadt",
         "Adorf",
         25},
        {{.postcode = "1000", .city = "Adorf"},
         "postcode_malformed",
         "postcode",
         "1000",
         "10004",
         40},
        {{.postcode = "1000"}, "postcode_malformed", "postcode", "1000", "10001–20001", 40},
        {{.postcode = "99999", .city = "Cheim-Dheim"},
         "postcode_outside_nrw",
         "postcode",
         "99999",
         "10003",
         20},
        {{.city = "Betsadt", .postcode = "10002"},
         "city_spelling",
         "city",
         "Betsadt",
         "Bestadt am See",
         4},
        {{.city = "Cheim-Dheim"}, "postcode_missing", "postcode", NULL, "10003", 5},
        {{.postcode = "10002"}, "city_missing", "city", NULL, "Adorf / Bestadt am See", 6},
        {{.city = "Bestadt-West", .postcode = "10002"},
         "locality_unverified",
         "city",
         "West",
         "Bestadt am See",
         2},
        {{.city = "Kreis Xland"},
         "district_named",
         "city",
         "Kreis Xland",
         "Bestadt am See / Cheim-Dheim / Adorf",
         40},
        {{.text = "Weg 3"}, "city_missing", "city", "Weg", NULL, 40},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *read = g_strdup(cases[i].read), *expected = g_strdup(cases[i].expected);
        g_autofree char *field = g_strdup(cases[i].field);
        ik_fault fault = {cases[i].code, field, read, expected, cases[i].penalty};
        assert_fault(state, cases[i].address, &fault);
    }
}

static void candidates_are_listed_best_first(void **state)
{
    ik_match match;
    ik_address contradiction = {.postcode = "10001", .city = "Bestadt"};
    ik_geocoder_match(*state, &contradiction, &match);
    assert_int_equal(match.n_candidates, 2);
    assert_int_equal(match.candidates[0].municipality, TOY_BESTADT);
    assert_int_equal(match.candidates[0].score, match.score);
    assert_int_equal(match.candidates[1].municipality, TOY_ADORF);
    assert_true(match.candidates[1].score < match.score);
    ik_match_clear(&match);
    ik_address district = {.city = "Kreis Xland"};
    ik_geocoder_match(*state, &district, &match);
    assert_int_equal(match.n_candidates, 3);
    assert_int_equal(match.candidates[0].municipality, TOY_BESTADT);
    assert_int_equal(match.candidates[2].municipality, TOY_ADORF);
    ik_match_clear(&match);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_postcode_that_agrees_decides),
        cmocka_unit_test(a_postcode_alone_gives_its_largest_town),
        cmocka_unit_test(in_a_contradiction_a_name_beats_a_postcode_and_a_guess_does_not),
        cmocka_unit_test(a_town_alone_is_enough_if_it_is_the_only_one),
        cmocka_unit_test(a_district_narrows_the_choice),
        cmocka_unit_test(a_postcode_of_nowhere_needs_a_name),
        cmocka_unit_test(a_malformed_postcode_is_rejected_whatever_the_town),
        cmocka_unit_test(two_postcodes_ask_for_a_person),
        cmocka_unit_test(a_fault_says_what_was_read_and_what_was_expected),
        cmocka_unit_test(candidates_are_listed_best_first),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
