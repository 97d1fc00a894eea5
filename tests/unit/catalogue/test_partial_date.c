/* test_partial_date.c — dates as people write them.   [tests] */
#include "partial_date.h"
#include "test_support.h"

static void assert_date(const char *text, const char *expected)
{
    g_autofree char *date = ik_date_normalise(text);
    if (expected == NULL)
        assert_null(date);
    else {
        assert_non_null(date);
        assert_string_equal(date, expected);
    }
}

static void iso_dates_stay_as_exact_as_they_are(void **state)
{
    (void)state;
    assert_date("2016", "2016");
    assert_date("2016-09", "2016-09");
    assert_date("2016-10-19", "2016-10-19");
}

static void german_dates_are_turned_round(void **state)
{
    (void)state;
    assert_date("19.10.2016", "2016-10-19");
    assert_date("1.9.2016", "2016-09-01");
    assert_date("9.2016", "2016-09");
    assert_date("09/2016", "2016-09");
    assert_date("1. September 2016", "2016-09-01");
    assert_date("September 2016", "2016-09");
    assert_date("März 2017", "2017-03");
    assert_date("maerz 2017", "2017-03");
    assert_date("5 May 2018", "2018-05-05");
    assert_date("Dez. 2018", "2018-12");
}

static void days_that_do_not_exist_are_refused(void **state)
{
    (void)state;
    assert_date("29.02.2016", "2016-02-29");
    assert_date("29.02.2017", NULL);
    assert_date("31.04.2016", NULL);
    assert_date("2016-13", NULL);
    assert_date("2016-00", NULL);
    assert_date("0.9.2016", NULL);
    assert_date("2016-02-30", NULL);
}

static void what_is_no_date_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {"",           "bald",       "19.10.16",
                                        "10/19/2016", "2016-1-1",   "20161019",
                                        "1899",       "2200",       "20016",
                                        "-2016",      "2016-",      "2016-10-19-1",
                                        "Mai",        "19. 2016 x", "1 2 3 4",
                                        ".",          "/",          "2016/10",
                                        "1.x.2016",   "+1.1.2016",  "99999999999999999999.1.2016"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_date(texts[i], NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(iso_dates_stay_as_exact_as_they_are),
        cmocka_unit_test(german_dates_are_turned_round),
        cmocka_unit_test(days_that_do_not_exist_are_refused),
        cmocka_unit_test(what_is_no_date_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
