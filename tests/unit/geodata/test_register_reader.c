/* test_register_reader.c — counting, dates and numbers of registers.   [tests] */
#include "register_reader.h"

#include "test_support.h"

static void numbers_are_read_with_either_decimal_sign(void **state)
{
    static const struct {
        const char *text;
        double number;
    } cases[] = {{"32349925,060", 32349925.06},
                 {"365471.472", 365471.472},
                 {"-0.5", -0.5},
                 {"7", 7.0},
                 {"5.", 5.0},
                 {",5", 0.5},
                 {"6.84735747959133000000001", 6.84735747959133}};
    static const char *const none[] = {"",   "-",  ".",   "1.2.3", "1,2.3", "1e5",
                                       " 1", "+1", "0x1", "nan",   "1 ",    "1234567890123456"};
    double number;
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_true(ik_register_parse_decimal(cases[i].text, &number));
        ik_assert_near(number, cases[i].number, 0.0);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(none); i++)
        if (ik_register_parse_decimal(none[i], &number))
            fail_msg("\"%s\" was read as a number", none[i]);
}

static void the_newest_date_is_kept(void **state)
{
    ik_register_summary summary = {0};
    (void)state;
    ik_register_note_date(&summary, NULL);
    ik_register_note_date(&summary, "unknown");
    assert_string_equal(summary.date, "");
    ik_register_note_date(&summary, "2021-08-12T10:00:00Z");
    ik_register_note_date(&summary, "2019-01-01");
    ik_register_note_date(&summary, "9999");
    assert_string_equal(summary.date, "2021-08-12");
}

static void skips_are_counted_by_reason_with_the_first_line(void **state)
{
    ik_skips skips = {0};
    (void)state;
    ik_skips_add(&skips, "a", 3);
    ik_skips_add(&skips, "b", 5);
    ik_skips_add(&skips, "a", 7);
    assert_int_equal(skips.n, 2);
    assert_int_equal(skips.items[0].count, 2);
    assert_int_equal(skips.items[0].first_line, 3);
    assert_int_equal(ik_skips_total(&skips), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_with_either_decimal_sign),
        cmocka_unit_test(the_newest_date_is_kept),
        cmocka_unit_test(skips_are_counted_by_reason_with_the_first_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
