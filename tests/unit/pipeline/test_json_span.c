/* test_json_span.c — where JSON values begin and end.   [tests] */
#include "test_support.h"

#include "json_span.h"

#include <string.h>

static const char *rest_after_value(const char *text)
{
    return ik_json_skip_value(text, text + strlen(text));
}

static void a_value_ends_where_json_says(void **state)
{
    (void)state;
    static const struct {
        const char *text, *rest;
    } cases[] = {{"12.5e3,1", ",1"},           {"true}", "}"},
                 {"\"a\\\"]b\" x", " x"},      {"\"\\\\\"]", "]"},
                 {"[1,[2,\"]\"],{}] ,", " ,"}, {"{\"a\":{\"}\":[]}}", ""}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_non_null(rest_after_value(cases[i].text));
        assert_string_equal(rest_after_value(cases[i].text), cases[i].rest);
    }
}

static void what_is_not_closed_has_no_end(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "\"a", "\"a\\", "[1,[2]", "{\"a\":\"}", ",", "]"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_null(rest_after_value(texts[i]));
}

static void a_value_does_not_reach_over_the_end(void **state)
{
    (void)state;
    const char *text = "[1,2]";
    assert_null(ik_json_skip_value(text, text + 4));
    assert_ptr_equal(ik_json_skip_value(text + 1, text + 2), text + 2);
}

static void members_come_one_after_the_other(void **state)
{
    (void)state;
    const char *text = "{ \"a\" : [1, 2] ,\n\"b\\u0062\":\"x\"}", *end = text + strlen(text);
    ik_json_member_span member;
    assert_true(ik_json_next_member(text + 1, end, &member));
    assert_true(ik_json_key_is(&member, "a"));
    assert_int_equal(member.value.end - member.value.start, strlen("[1, 2]"));
    assert_true(ik_json_next_member(member.value.end, end, &member));
    assert_false(ik_json_key_is(&member, "bb"));
    assert_memory_equal(member.value.start, "\"x\"", 3);
    assert_false(ik_json_next_member(member.value.end, end, &member));
}

static void a_key_is_found_though_its_value_is_broken(void **state)
{
    (void)state;
    const char *text = "{\"features\":[", *end = text + strlen(text);
    ik_json_member_span member;
    assert_false(ik_json_next_member(text + 1, end, &member));
    assert_true(ik_json_next_key(text + 1, end, &member));
    assert_true(ik_json_key_is(&member, "features"));
    assert_null(member.value.end);
    const char *no_colon = "{\"a\" 1}";
    assert_false(ik_json_next_key(no_colon + 1, no_colon + strlen(no_colon), &member));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_ends_where_json_says),
        cmocka_unit_test(what_is_not_closed_has_no_end),
        cmocka_unit_test(a_value_does_not_reach_over_the_end),
        cmocka_unit_test(members_come_one_after_the_other),
        cmocka_unit_test(a_key_is_found_though_its_value_is_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
