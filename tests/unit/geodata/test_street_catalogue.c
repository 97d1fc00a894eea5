/* test_street_catalogue.c — the street catalogue of North Rhine-Westphalia.   [tests] */
#include "street_catalogue.h"

#include "taken_records.h"

static void the_key_of_a_street_is_the_end_of_the_long_one(void **state)
{
    taken *t = *state;
    assert_true(
        taken_read(t, ik_street_catalogue_read, "streets.csv",
                   "gemeinde_file;ags;strassenschluessel;strasse;lon;lat\n"
                   "Aachen;05334002;05334000000201001;Abteiplatz;6.093116;50.762275\n"
                   "Hoexter;05762020;057620000020H0010;Abbentalsweg;;\n"
                   "Kurz;05762020;0576;Weg;9.3;51.7\nKurz;0576;057620000020H0010;Weg;9.3;51.7\n"
                   "Leer;05762020;057620000020H0010;;9.3;51.7\n",
                   -1));
    ik_assert_no_error(t->error);
    assert_int_equal(t->lines->len, 3);
    assert_string_equal(taken_line(t, 0), "05334002|Abteiplatz|01001|-|-|-|-");
    assert_string_equal(taken_line(t, 1), "05762020|Abbentalsweg|H0010|-|-|-|-");
    assert_string_equal(taken_line(t, 2), "05762020|Weg||-|-|-|-");
    ik_assert_near(taken_position(t, 0).lon, 6.093116, 0.0);
    ik_assert_near(taken_position(t, 0).lat, 50.762275, 0.0);
    ik_assert_near(taken_position(t, 1).lon, 999.0, 0.0);
    assert_int_equal(taken_skips(t, "ags_malformed"), 1);
    assert_int_equal(taken_skips(t, "street_missing"), 1);
}

static void another_header_is_an_error(void **state)
{
    taken *t = *state;
    assert_false(taken_read(t, ik_street_catalogue_read, "streets.csv", "ags;strasse\n", -1));
    ik_assert_error(t->error, IK_ERROR, IK_ERROR_INPUT, "no street catalogue");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, taken_set_up, taken_tear_down)
        TEST(the_key_of_a_street_is_the_end_of_the_long_one),
        TEST(another_header_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
