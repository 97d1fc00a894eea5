/* test_suggestion.c — what somebody may have meant.   [tests] */
#include "test_support.h"

#include "suggestion.h"

static void the_nearest_name_is_suggested(void **state)
{
    static const char *const NAMES[] = {"line-width", "line-color", "line-cap"};
    (void)state;
    assert_string_equal(ik_suggestion("line-widht", NAMES, 3), "line-width");
    assert_string_equal(ik_suggestion("linecolor", NAMES, 3), "line-color");
    assert_string_equal(ik_suggestion("line-cpa", NAMES, 3), "line-cap");
}

static void what_is_far_from_all_gets_no_suggestion(void **state)
{
    static const char *const NAMES[] = {"line-width"};
    static const char LONG[] =
        "a-name-that-is-longer-than-any-property-of-the-specification-ever-was-or-will-be";
    (void)state;
    assert_null(ik_suggestion("opacity", NAMES, 1));
    assert_null(ik_suggestion("", NAMES, 1));
    assert_null(ik_suggestion(LONG, NAMES, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_name_is_suggested),
        cmocka_unit_test(what_is_far_from_all_gets_no_suggestion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
