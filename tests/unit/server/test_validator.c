/* test_validator.c — tags, dates and conditions as RFC 9110, sections 5.6.7, 8.8 and 13, has them.   [server] */
#include "test_support.h"

#include "validator.h"

#include <string.h>

#define MODIFIED \
    784111777 /* Sun, 06 Nov 1994 08:49:37 GMT: section 5.6.7; `date -u -d @784111777` */
#define DATE    "Sun, 06 Nov 1994 08:49:37 GMT"
#define LATER   "Sun, 06 Nov 1994 08:49:38 GMT"
#define EARLIER "Sun, 06 Nov 1994 08:49:36 GMT"

static void the_date_of_the_standard_is_written_and_read(void **state)
{
    (void)state;
    gint64 seconds = 0;
    g_autofree char *date = ik_http_date_new(MODIFIED);
    assert_string_equal(date, DATE);
    assert_true(ik_http_date_read(DATE, &seconds));
    assert_int_equal(seconds, MODIFIED);
}

static void what_is_no_date_is_not_read(void **state)
{
    (void)state;
    const char *const dates[] = {"",
                                 "Mon, 06 Nov 1994 08:49:37 GMT", /* it was a Sunday */
                                 "Sun, 06 Nov 1994 08:49:37 CET",
                                 "Sun, 31 Feb 1994 08:49:37 GMT",
                                 "Sun, 06 Nov 1994 24:49:37 GMT",
                                 "Sunday, 06-Nov-94 08:49:37 GMT",
                                 "Sun Nov  6 08:49:37 1994"};
    gint64 seconds;
    for (gsize i = 0; i < G_N_ELEMENTS(dates); i++)
        assert_false(ik_http_date_read(dates[i], &seconds));
}

static void a_tag_changes_with_inode_size_and_time(void **state)
{
    (void)state;
    struct stat status = {.st_ino = 7, .st_size = 100, .st_ctim = {1000, 5}};
    g_autofree char *tag = ik_etag_new(&status, false);
    g_autofree char *packed = ik_etag_new(&status, true);
    assert_true(tag[0] == '"' && g_str_has_suffix(tag, "\"") && strpbrk(tag, " \t,") == NULL);
    assert_string_not_equal(tag, packed);
    struct stat others[3] = {status, status, status};
    others[0].st_ino++;
    others[1].st_size++;
    others[2].st_ctim.tv_nsec++;
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *other = ik_etag_new(&others[i], false);
        assert_string_not_equal(tag, other);
    }
}

/* Section 8.8.3.2: the table of comparisons. */
static void strong_and_weak_comparison_differ_as_in_the_standard(void **state)
{
    (void)state;
    assert_false(ik_etag_list_has("W/\"1\"", "\"1\"", false));
    assert_true(ik_etag_list_has("W/\"1\"", "\"1\"", true));
    assert_false(ik_etag_list_has("W/\"2\"", "\"1\"", true));
    assert_true(ik_etag_list_has("\"1\"", "\"1\"", false));
}

static void lists_of_tags_are_searched(void **state)
{
    (void)state;
    assert_true(ik_etag_list_has("\"a\", W/\"b\" ,\"c\"", "\"c\"", false));
    assert_true(ik_etag_list_has("\"a,b\",\"c\"", "\"a,b\"", false));
    assert_true(ik_etag_list_has(" *", "\"c\"", false));
    assert_false(ik_etag_list_has("\"a\",\"b\"", "\"c\"", true));
    assert_false(ik_etag_list_has("c", "\"c\"", true));
    assert_false(ik_etag_list_has("\"c", "\"c\"", true));
    assert_false(ik_etag_list_has("", "\"c\"", true));
}

static ik_state judge(ik_conditions conditions)
{
    return ik_conditions_judge(&conditions, "\"a\"", MODIFIED);
}

static void a_client_that_has_the_file_is_told_so(void **state)
{
    (void)state;
    assert_int_equal(judge((ik_conditions){.if_none_match = "\"a\""}), IK_STATE_SAME);
    assert_int_equal(judge((ik_conditions){.if_none_match = "\"b\""}), IK_STATE_SEND);
    assert_int_equal(judge((ik_conditions){.if_modified_since = DATE}), IK_STATE_SAME);
    assert_int_equal(judge((ik_conditions){.if_modified_since = EARLIER}), IK_STATE_SEND);
    assert_int_equal(judge((ik_conditions){.if_modified_since = "yesterday"}), IK_STATE_SEND);
    assert_int_equal(judge((ik_conditions){0}), IK_STATE_SEND);
}

/* Section 13.1.3: a date is passed over beside a tag. */
static void a_tag_counts_more_than_a_date(void **state)
{
    (void)state;
    assert_int_equal(judge((ik_conditions){.if_none_match = "\"b\"", .if_modified_since = LATER}),
                     IK_STATE_SEND);
    assert_int_equal(judge((ik_conditions){.if_match = "\"a\"", .if_unmodified_since = EARLIER}),
                     IK_STATE_SEND);
}

static void a_condition_that_fails_is_refused(void **state)
{
    (void)state;
    assert_int_equal(judge((ik_conditions){.if_match = "\"b\""}), IK_STATE_REFUSED);
    assert_int_equal(judge((ik_conditions){.if_match = "W/\"a\""}), IK_STATE_REFUSED);
    assert_int_equal(judge((ik_conditions){.if_unmodified_since = EARLIER}), IK_STATE_REFUSED);
    assert_int_equal(judge((ik_conditions){.if_unmodified_since = DATE}), IK_STATE_SEND);
}

static bool allows(const char *if_range)
{
    const ik_conditions conditions = {.if_range = if_range};
    return ik_conditions_allow_range(&conditions, "\"a\"", MODIFIED);
}

static void a_range_is_taken_from_the_same_file_only(void **state)
{
    (void)state;
    assert_true(allows(NULL));
    assert_true(allows("\"a\""));
    assert_true(allows(DATE));
    assert_false(allows("\"b\""));
    assert_false(allows("W/\"a\""));
    assert_false(allows(LATER));
    assert_false(allows(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_date_of_the_standard_is_written_and_read),
        cmocka_unit_test(what_is_no_date_is_not_read),
        cmocka_unit_test(a_tag_changes_with_inode_size_and_time),
        cmocka_unit_test(strong_and_weak_comparison_differ_as_in_the_standard),
        cmocka_unit_test(lists_of_tags_are_searched),
        cmocka_unit_test(a_client_that_has_the_file_is_told_so),
        cmocka_unit_test(a_tag_counts_more_than_a_date),
        cmocka_unit_test(a_condition_that_fails_is_refused),
        cmocka_unit_test(a_range_is_taken_from_the_same_file_only)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
