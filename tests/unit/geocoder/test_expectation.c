/* test_expectation.c — names and postcodes for sentences.   [tests] */
#include "expectation.h"
#include "test_support.h"
#include "toy_territory.h"

static void names_are_joined_and_cut_after_five(void **state)
{
    (void)state;
    const guint32 all[] = {0, 1, 2, 3, 4, 0};
    g_autofree char *one = ik_expected_names(&TOY, all, 1);
    g_autofree char *two = ik_expected_names(&TOY, all, 2);
    g_autofree char *six = ik_expected_names(&TOY, all, 6);
    assert_string_equal(one, "Adorf");
    assert_string_equal(two, "Adorf / Bestadt am See");
    assert_string_equal(six, "Adorf / Bestadt am See / Cheim-Dheim / Adorf / Ydorf / …");
    assert_null(ik_expected_names(&TOY, all, 0));
}

static void few_postcodes_are_listed_and_many_are_a_range(void **state)
{
    (void)state;
    g_autofree char *two = ik_expected_postcodes(&TOY, TOY_ADORF);
    g_autofree char *all = ik_expected_postcodes(&TOY, IK_NONE);
    assert_string_equal(two, "10001, 10002");
    assert_string_equal(all, "10001–20001");
    const ik_territory nothing = {0};
    assert_null(ik_expected_postcodes(&nothing, IK_NONE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_joined_and_cut_after_five),
        cmocka_unit_test(few_postcodes_are_listed_and_many_are_a_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
