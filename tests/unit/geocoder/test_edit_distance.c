/* test_edit_distance.c — known distances.   [tests] */
#include "edit_distance.h"
#include "test_support.h"

#include <string.h>

static void one_slip_of_each_kind_counts_one(void **state)
{
    (void)state;
    assert_int_equal(ik_edit_distance("dortmund", "dortmund", 2), 0);
    assert_int_equal(ik_edit_distance("dortmund", "dortmnud", 2), 1); /* swapped */
    assert_int_equal(ik_edit_distance("dortmund", "dortmun", 2), 1);  /* missing at the end */
    assert_int_equal(ik_edit_distance("dortmund", "ortmund", 2), 1);  /* missing in front */
    assert_int_equal(ik_edit_distance("dortmund", "dorttmund", 2), 1);
    assert_int_equal(ik_edit_distance("dortmund", "dartmund", 2), 1);
    assert_int_equal(ik_edit_distance("siegen", "singen", 2), 1);
}

static void textbook_distances_are_found(void **state)
{
    (void)state;
    assert_int_equal(ik_edit_distance("kitten", "sitting", 5), 3);
    assert_int_equal(ik_edit_distance("saturday", "sunday", 5), 3);
    assert_int_equal(ik_edit_distance("ca", "abc", 5),
                     3); /* string alignment, not the full metric */
    assert_int_equal(ik_edit_distance("", "abc", 5), 3);
}

static void the_order_does_not_matter(void **state)
{
    (void)state;
    assert_int_equal(ik_edit_distance("unna", "una", 2), ik_edit_distance("una", "unna", 2));
    assert_int_equal(ik_edit_distance("singen", "essen", 5),
                     ik_edit_distance("essen", "singen", 5));
}

static void beyond_the_limit_is_the_limit_and_one(void **state)
{
    (void)state;
    assert_int_equal(ik_edit_distance("kitten", "sitting", 2), 3);
    assert_int_equal(ik_edit_distance("essen", "singen", 1), 2);
    assert_int_equal(ik_edit_distance("a", "abcdefgh", 1), 2);
}

static void a_longer_word_than_is_compared_is_far(void **state)
{
    (void)state;
    char word[IK_EDIT_MAX_LENGTH + 2];
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    assert_int_equal(ik_edit_distance(word, word, 2), 3);
    word[IK_EDIT_MAX_LENGTH] = '\0';
    assert_int_equal(ik_edit_distance(word, word, 2), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_slip_of_each_kind_counts_one),
        cmocka_unit_test(textbook_distances_are_found),
        cmocka_unit_test(the_order_does_not_matter),
        cmocka_unit_test(beyond_the_limit_is_the_limit_and_one),
        cmocka_unit_test(a_longer_word_than_is_compared_is_far),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
