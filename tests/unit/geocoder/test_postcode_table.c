/* test_postcode_table.c — look-ups in the table of postcodes.   [tests] */
#include "postcode_table.h"
#include "test_support.h"
#include "toy_territory.h"

static void a_code_is_found_or_not(void **state)
{
    (void)state;
    assert_int_equal(ik_postcode_find(&TOY, "10003"), 2);
    assert_int_equal(ik_postcode_find(&TOY, "10009"), IK_NONE);
    assert_int_equal(ik_postcode_find(&TOY, NULL), IK_NONE);
}

static void a_postcode_covers_each_of_its_towns(void **state)
{
    (void)state;
    assert_true(ik_postcode_covers(&TOY, 1, TOY_ADORF));
    assert_true(ik_postcode_covers(&TOY, 1, TOY_BESTADT));
    assert_false(ik_postcode_covers(&TOY, 1, TOY_CHEIM));
    assert_false(ik_postcode_covers(&TOY, IK_NONE, TOY_ADORF));
}

static void the_largest_town_has_most_inhabitants(void **state)
{
    (void)state;
    assert_int_equal(ik_postcode_largest(&TOY, 0), TOY_ADORF);
    assert_int_equal(ik_postcode_largest(&TOY, 1), TOY_BESTADT);
}

static void near_is_two_digits_and_plausible_three(void **state)
{
    (void)state;
    assert_true(ik_postcode_is_near(&TOY, "10999", TOY_ADORF));
    assert_false(ik_postcode_is_near(&TOY, "20999", TOY_ADORF));
    assert_true(ik_postcode_is_near(&TOY, "20999", TOY_YDORF));
    assert_true(ik_postcode_is_plausible(&TOY, "10099"));
    assert_false(ik_postcode_is_plausible(&TOY, "10199"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_found_or_not),
        cmocka_unit_test(a_postcode_covers_each_of_its_towns),
        cmocka_unit_test(the_largest_town_has_most_inhabitants),
        cmocka_unit_test(near_is_two_digits_and_plausible_three),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
