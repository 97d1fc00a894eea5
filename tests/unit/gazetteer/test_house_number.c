/* test_house_number.c — house numbers as people and registers write them.   [tests] */
#include "house_number.h"
#include "test_support.h"

#include <string.h>

/* Parts are written "12a 14": number and suffix, a blank between parts. */
static void assert_reads(const char *text, ik_house_form form, const char *parts)
{
    ik_house_number number = ik_house_number_read(text);
    g_autoptr(GString) found = g_string_new(NULL);
    for (guint i = 0; i < number.n_parts; i++)
        g_string_append_printf(found, "%s%u%s", i > 0 ? " " : "", number.parts[i].number,
                               number.parts[i].suffix);
    if (number.form != form || strcmp(found->str, parts) != 0)
        fail_msg("\"%s\" is read as form %d \"%s\", expected form %d \"%s\"", text, number.form,
                 found->str, form, parts);
}

static void assert_one(const char *text, const char *part)
{
    assert_reads(text, IK_HOUSE_SINGLE, part);
}

static void a_letter_is_a_suffix_however_it_is_set(void **state)
{
    (void)state;
    const char *const spellings[] = {"12a",    "12 a", "12A",   "12 A", "12/a",      "12-a",
                                     "12 / A", "12.a", " 12a ", "012a", "12\u00A0a", "１２ａ"};
    for (gsize i = 0; i < G_N_ELEMENTS(spellings); i++)
        assert_one(spellings[i], "12a");
    assert_one("12", "12");
    assert_one("12.", "12");
    assert_one("12Ä", "12a");
    assert_one("12bb", "12bb");
    assert_one("12a1", "12a1");
    assert_one("9999", "9999");
}

static void a_fraction_is_a_suffix(void **state)
{
    (void)state;
    assert_one("7 1/2", "71/2");
    assert_one("7½", "71/2");
    assert_one("7 ½", "71/2");
    assert_one("7-1/2", "71/2");
    assert_one("7 3/4", "73/4");
    assert_one("7a 1/2", "7a1/2");
    assert_string_equal(ik_house_number_read("7 1/2").parts[0].suffix, "1/2");
    assert_int_equal(ik_house_number_read("7 1/2").parts[0].number, 7);
}

static void a_smaller_number_behind_a_slash_is_a_suffix(void **state)
{
    (void)state;
    assert_one("14/2", "14/2");
    assert_one("14 / 2", "14/2");
    assert_one("14a/2", "14a/2");
    assert_one("140/12", "140/12");
    assert_int_equal(ik_house_number_read("14/2").parts[0].number, 14);
    assert_string_equal(ik_house_number_read("14/2").parts[0].suffix, "/2");
    assert_one("140/100", "140");
    assert_reads("2/14", IK_HOUSE_LIST, "2 14");
    assert_reads("14/2-16", IK_HOUSE_RANGE, "14/2 16");
}

static void words_in_front_are_passed_over(void **state)
{
    (void)state;
    assert_one("Nr. 5", "5");
    assert_one("nr 5", "5");
    assert_one("Nr.5a", "5a");
    assert_one("Haus 3", "3");
    assert_one("Haus Nr. 3", "3");
    assert_one("Hausnummer 3", "3");
    assert_one("№ 5", "5");
    assert_one("# 5", "5");
    assert_one("No. 5", "5");
}

static void a_larger_number_behind_a_dash_ends_a_range(void **state)
{
    (void)state;
    const char *const spellings[] = {"12-14",   "12 - 14",   "12–14",  "12 – 14",  "12 bis 14",
                                     "12bis14", "Nr. 12-14", "12 —14", "12 BIS 14"};
    for (gsize i = 0; i < G_N_ELEMENTS(spellings); i++)
        assert_reads(spellings[i], IK_HOUSE_RANGE, "12 14");
    assert_reads("12a-14b", IK_HOUSE_RANGE, "12a 14b");
    assert_reads("12a-c", IK_HOUSE_RANGE, "12a 12c");
    assert_reads("12a - c", IK_HOUSE_RANGE, "12a 12c");
    assert_reads("12-12b", IK_HOUSE_RANGE, "12 12b");
    assert_one("14-12", "14");
    assert_one("12-12", "12");
    assert_one("12c-a", "12c");
    assert_one("12-10000", "12");
}

static void numbers_beside_each_other_are_a_list(void **state)
{
    (void)state;
    const char *const spellings[] = {"12/14", "12+14",  "12 + 14", "12 u. 14", "12 und 14", "12;14",
                                     "12,14", "12, 14", "12 & 14", "12 / 14",  "12 u 14"};
    for (gsize i = 0; i < G_N_ELEMENTS(spellings); i++)
        assert_reads(spellings[i], IK_HOUSE_LIST, "12 14");
    assert_reads("3;5;7", IK_HOUSE_LIST, "3 5 7");
    assert_reads("3, 5", IK_HOUSE_LIST, "3 5");
    assert_reads("12a/b", IK_HOUSE_LIST, "12a 12b");
    assert_reads("12a+12b", IK_HOUSE_LIST, "12a 12b");
    assert_reads("5;3", IK_HOUSE_LIST, "5 3");
    assert_reads("1,2,3,4,5,6,7,8,9", IK_HOUSE_LIST, "1 2 3 4 5 6 7 8");
}

static void what_is_no_part_of_the_number_is_left_out(void **state)
{
    (void)state;
    assert_one("12 EG", "12");
    assert_one("12 Hinterhaus", "12");
    assert_one("12Hinterhaus", "12");
    assert_one("12, 3. OG", "12");
    assert_one("12, 44145 Dortmund", "12");
    assert_one("12 (Hof)", "12");
    assert_one("12 a Hinterhaus", "12a");
}

static void what_begins_otherwise_is_none(void **state)
{
    (void)state;
    const char *const texts[] = {
        NULL,    "",        " ",       "0",   "10000", "99999999999999999999",
        "Hof",   "a12",     "-5",      "Nr.", "\xFF",  "Straßburg 5",
        "EG 12", "ganz 5b", "\xCC\x88"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_reads(texts[i], IK_HOUSE_NONE, "");
    assert_one("1\xFF", "1");
}

static void a_register_learns_what_was_left_out(void **state)
{
    (void)state;
    const char *const whole[] = {"12",    "12 a",  "12.",   "12-14",
                                 "7 1/2", "3;5;7", "Nr. 5", "12links"};
    const char *const cut[] = {"12 Hinterhaus",     "12Hinterhaus", "12 EG", "14-12", "",
                               "1,2,3,4,5,6,7,8,9", "12, 3. OG"};
    bool is_whole;
    for (gsize i = 0; i < G_N_ELEMENTS(whole); i++) {
        ik_house_number_read_whole(whole[i], &is_whole);
        assert_true(is_whole);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(cut); i++) {
        ik_house_number_read_whole(cut[i], &is_whole);
        assert_false(is_whole);
    }
}

static void parts_stand_by_number_then_suffix(void **state)
{
    (void)state;
    ik_house_part a = {9, ""}, b = {10, ""}, c = {10, "a"};
    assert_true(ik_house_part_compare(&a, &b) < 0);
    assert_true(ik_house_part_compare(&c, &b) > 0);
    assert_int_equal(ik_house_part_compare(&c, &c), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_letter_is_a_suffix_however_it_is_set),
        cmocka_unit_test(a_fraction_is_a_suffix),
        cmocka_unit_test(a_smaller_number_behind_a_slash_is_a_suffix),
        cmocka_unit_test(words_in_front_are_passed_over),
        cmocka_unit_test(a_larger_number_behind_a_dash_ends_a_range),
        cmocka_unit_test(numbers_beside_each_other_are_a_list),
        cmocka_unit_test(what_is_no_part_of_the_number_is_left_out),
        cmocka_unit_test(what_begins_otherwise_is_none),
        cmocka_unit_test(a_register_learns_what_was_left_out),
        cmocka_unit_test(parts_stand_by_number_then_suffix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
