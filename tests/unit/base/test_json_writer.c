/* test_json_writer.c — writing JSON deterministically.   [tests] */
#include "json_writer.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "test_support.h"

static void put_sample(ik_json_writer *json)
{
    ik_json_begin_object(json);
    ik_json_key(json, "a");
    ik_json_begin_array(json);
    ik_json_put_integer(json, 1);
    ik_json_put_bool(json, true);
    ik_json_put_null(json);
    ik_json_begin_object(json);
    ik_json_end_object(json);
    ik_json_begin_array(json);
    ik_json_end_array(json);
    ik_json_end_array(json);
    ik_json_key(json, "b");
    ik_json_put_string(json, NULL);
    ik_json_key(json, "c");
    ik_json_begin_object(json);
    ik_json_key(json, "d");
    ik_json_put_raw(json, "[0]");
    ik_json_end_object(json);
    ik_json_end_object(json);
}

static void one_line_has_no_blanks(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    ik_json_writer json;
    ik_json_writer_init(&json, out, 0);
    put_sample(&json);
    assert_string_equal(out->str, "{\"a\":[1,true,null,{},[]],\"b\":null,\"c\":{\"d\":[0]}}");
}

static void indented_lines_hold_one_item_each(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    ik_json_writer json;
    ik_json_writer_init(&json, out, 2);
    put_sample(&json);
    assert_string_equal(out->str, "{\n"
                                  "  \"a\": [\n"
                                  "    1,\n"
                                  "    true,\n"
                                  "    null,\n"
                                  "    {},\n"
                                  "    []\n"
                                  "  ],\n"
                                  "  \"b\": null,\n"
                                  "  \"c\": {\n"
                                  "    \"d\": [0]\n"
                                  "  }\n"
                                  "}");
}

static void expect_text(const char *text, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ik_json_writer json;
    ik_json_writer_init(&json, out, 0);
    ik_json_put_string(&json, text);
    assert_string_equal(out->str, expected);
}

static void text_is_escaped_so_that_it_may_stand_in_a_script(void **state)
{
    (void)state;
    expect_text("Köln 😀", "\"Köln 😀\"");
    expect_text("\"\\/\b\f\n\r\t\x01\x1F\x7F",
                "\"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\\u0001\\u001f\\u007f\"");
    expect_text("</script><!--&", "\"\\u003c/script\\u003e\\u003c!--\\u0026\"");
    expect_text("a\u2028b\u2029c", "\"a\\u2028b\\u2029c\"");
    expect_text("x\xFF\xC3", "\"x\uFFFD\uFFFD\"");
}

static void keys_are_escaped_too(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    ik_json_writer json;
    ik_json_writer_init(&json, out, 0);
    ik_json_begin_object(&json);
    ik_json_key(&json, "a\"<b");
    ik_json_put_integer(&json, G_MININT64);
    ik_json_end_object(&json);
    assert_string_equal(out->str, "{\"a\\\"\\u003cb\":-9223372036854775808}");
}

static void lists_of_strings_may_be_absent(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    const char *const texts[] = {"x", "y", NULL};
    ik_json_writer json;
    ik_json_writer_init(&json, out, 0);
    ik_json_begin_array(&json);
    ik_json_put_strings(&json, texts);
    ik_json_put_strings(&json, NULL);
    ik_json_end_array(&json);
    assert_string_equal(out->str, "[[\"x\",\"y\"],[]]");
}

static void expect_number(double value, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ik_json_writer json;
    ik_json_writer_init(&json, out, 0);
    ik_json_put_number(&json, value);
    assert_string_equal(out->str, expected);
}

static void numbers_are_the_shortest_that_read_back(void **state)
{
    (void)state;
    expect_number(0, "0");
    expect_number(-0.0, "0");
    expect_number(0.1, "0.1");
    expect_number(0.1 + 0.2, "0.30000000000000004");
    expect_number(100000, "100000");
    expect_number(-1234.5, "-1234.5");
    expect_number(1.0 / 3, "0.3333333333333333");
    expect_number(9007199254740993.0, "9007199254740992");
    expect_number(5e-324, "5e-324");
    expect_number(DBL_MAX, "1.7976931348623157e+308");
}

static void every_number_reads_back(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(1);
    for (guint i = 0; i < 20000; i++) {
        union {
            guint64 bits;
            double value;
        } any = {.bits = ((guint64)g_rand_int(random) << 32) | g_rand_int(random)};
        if (!isfinite(any.value))
            continue;
        g_autoptr(GString) out = g_string_new(NULL);
        ik_json_writer json;
        ik_json_writer_init(&json, out, 0);
        ik_json_put_number(&json, any.value);
        assert_true(g_ascii_strtod(out->str, NULL) == any.value);
    }
}

static void expect_rounded(double value, guint decimals, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ik_append_rounded(out, value, decimals);
    assert_string_equal(out->str, expected);
}

static void rounding_drops_trailing_zeros_and_the_sign_of_zero(void **state)
{
    (void)state;
    expect_rounded(7.4656789, 6, "7.465679");
    expect_rounded(7.5, 6, "7.5");
    expect_rounded(7, 6, "7");
    expect_rounded(700, 0, "700");
    expect_rounded(700.4, 0, "700");
    expect_rounded(-0.0000004, 6, "0");
    expect_rounded(-0.0, 0, "0");
    expect_rounded(-0.5000001, 0, "-1");
    expect_rounded(-10, 3, "-10");
    expect_rounded(0.125, 2, "0.12"); /* exact half: to even */
    expect_rounded(0.000000001, 9, "0.000000001");
    expect_rounded(1e22, 2, "10000000000000000000000");
}

static void the_largest_double_fits(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new(NULL);
    ik_append_rounded(out, -DBL_MAX, 9);
    assert_int_equal(out->len, 310);
    assert_true(g_str_has_prefix(out->str, "-17976931348623157"));
}

static void numbers_do_not_follow_the_process(void **state)
{
    (void)state;
    if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL) {
        print_message("skipped: locale de_DE.UTF-8 is not installed\n");
        skip();
    }
    expect_number(0.5, "0.5");
    expect_rounded(0.5, 3, "0.5");
    setlocale(LC_ALL, "C");
}

/* Of the decimals that printf writes, only zeros at the end go. */
static void rounding_agrees_with_printf(void **state)
{
    (void)state;
    static const double magnitudes[] = {1e-9, 1e-3, 1, 180, 1e6, 1e12, 1e16};
    GRand *rand = g_rand_new_with_seed(11);
    for (guint i = 0; i < 200000; i++) {
        const guint decimals = i % 10;
        double value = g_rand_double_range(rand, -1, 1) * magnitudes[i % G_N_ELEMENTS(magnitudes)];
        if (i % 3 == 0) /* halves and their neighbours */
            value = (floor(value * 64) + 0.5) / 64;
        if (i % 5 == 0)
            value = nextafter(value, i % 2 ? 1e300 : -1e300);
        char expected[64];
        g_snprintf(expected, sizeof expected, "%.*f", (int)decimals, value);
        if (strchr(expected, '.')) {
            while (g_str_has_suffix(expected, "0"))
                expected[strlen(expected) - 1] = '\0';
            if (g_str_has_suffix(expected, "."))
                expected[strlen(expected) - 1] = '\0';
        }
        expect_rounded(value, decimals, strcmp(expected, "-0") == 0 ? "0" : expected);
    }
    g_rand_free(rand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rounding_agrees_with_printf),
        cmocka_unit_test(one_line_has_no_blanks),
        cmocka_unit_test(indented_lines_hold_one_item_each),
        cmocka_unit_test(text_is_escaped_so_that_it_may_stand_in_a_script),
        cmocka_unit_test(keys_are_escaped_too),
        cmocka_unit_test(lists_of_strings_may_be_absent),
        cmocka_unit_test(numbers_are_the_shortest_that_read_back),
        cmocka_unit_test(every_number_reads_back),
        cmocka_unit_test(rounding_drops_trailing_zeros_and_the_sign_of_zero),
        cmocka_unit_test(the_largest_double_fits),
        cmocka_unit_test(numbers_do_not_follow_the_process),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
