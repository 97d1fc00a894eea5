/* test_byte_range.c — ranges as RFC 9110, sections 14.1 and 14.2, has them.   [server] */
#include "test_support.h"

#include "byte_range.h"

static void assert_part(const char *header, guint64 size, guint64 first, guint64 last)
{
    ik_byte_range range;
    assert_int_equal(ik_byte_range_read(header, size, &range), IK_RANGE_PART);
    assert_int_equal(range.first, first);
    assert_int_equal(range.last, last);
}

static void assert_kind(const char *header, guint64 size, ik_range_kind kind)
{
    ik_byte_range range;
    assert_int_equal(ik_byte_range_read(header, size, &range), kind);
}

/* Examples of section 14.1.2: a representation of 10,000 bytes. */
static void the_examples_of_the_standard_are_read(void **state)
{
    (void)state;
    assert_part("bytes=0-499", 10000, 0, 499);
    assert_part("bytes=500-999", 10000, 500, 999);
    assert_part("bytes=-500", 10000, 9500, 9999);
    assert_part("bytes=9500-", 10000, 9500, 9999);
    assert_part("bytes=0-0", 10000, 0, 0);
}

static void an_end_beyond_the_file_is_its_last_byte(void **state)
{
    (void)state;
    assert_part("bytes=9990-20000", 10000, 9990, 9999);
    assert_part("bytes=-20000", 10000, 0, 9999);
    assert_part("bytes=1-99999999999999999999999", 10000, 1, 9999);
}

static void a_start_beyond_the_file_lies_outside(void **state)
{
    (void)state;
    assert_kind("bytes=10000-", 10000, IK_RANGE_OUTSIDE);
    assert_kind("bytes=99999999999999999999999-", 10000, IK_RANGE_OUTSIDE);
    assert_kind("bytes=0-", 0, IK_RANGE_OUTSIDE);
    assert_kind("bytes=-0", 10000, IK_RANGE_OUTSIDE);
}

static void units_blanks_and_letter_case_are_taken_as_the_standard_has_them(void **state)
{
    (void)state;
    assert_part("BYTES=1-2", 10, 1, 2);
    assert_part("bytes= 1-2 ", 10, 1, 2);
    assert_kind("items=1-2", 10, IK_RANGE_WHOLE);
}

static void what_is_no_single_range_means_the_whole_file(void **state)
{
    (void)state;
    const char *const headers[] = {"",          "bytes",     "bytes=",        "bytes=-",
                                   "bytes=5-4", "bytes=a-b", "bytes=1-2,4-5", "bytes=1-2x",
                                   "bytes=1",   "bytes=--5", "bytes=+1-2",    "bytes=1 - 2"};
    for (gsize i = 0; i < G_N_ELEMENTS(headers); i++)
        assert_kind(headers[i], 10, IK_RANGE_WHOLE);
    assert_kind(NULL, 10, IK_RANGE_WHOLE);
    assert_kind("bytes=-5", 0, IK_RANGE_WHOLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_examples_of_the_standard_are_read),
        cmocka_unit_test(an_end_beyond_the_file_is_its_last_byte),
        cmocka_unit_test(a_start_beyond_the_file_lies_outside),
        cmocka_unit_test(units_blanks_and_letter_case_are_taken_as_the_standard_has_them),
        cmocka_unit_test(what_is_no_single_range_means_the_whole_file)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
