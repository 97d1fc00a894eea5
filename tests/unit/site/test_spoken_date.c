/* test_spoken_date.c — dates as people read them.   [tests] */
#include "test_support.h"

#include "spoken_date.h"

static void dates_are_spelt_out_as_far_as_they_go(void **state)
{
    static const struct {
        const char *date, *german, *english;
    } cases[] = {
        {"2016-10-20", "20. Oktober 2016", "20 October 2016"},
        {"2016-03-01", "1. März 2016", "1 March 2016"},
        {"2016-12-31", "31. Dezember 2016", "31 December 2016"},
        {"2016-01", "Januar 2016", "January 2016"},
        {"2016", "2016", "2016"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *german = ik_date_spoken(cases[i].date, "de");
        g_autofree char *english = ik_date_spoken(cases[i].date, "en");
        assert_string_equal(german, cases[i].german);
        assert_string_equal(english, cases[i].english);
    }
}

static void what_is_no_date_comes_back(void **state)
{
    static const char *const cases[] = {"",           "soon",       "2016-13",   "2016-00-01",
                                        "20.10.2016", "2016/10/20", "2016-1x-20"};
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *spoken = ik_date_spoken(cases[i], "de");
        assert_string_equal(spoken, cases[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_spelt_out_as_far_as_they_go),
        cmocka_unit_test(what_is_no_date_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
