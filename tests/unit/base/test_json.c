/* test_json.c — reading JSON: values, paths, and what is refused.   [tests] */
#include "json.h"

#include <ideenkarte/error.h>
#include <locale.h>
#include <string.h>

#include "test_support.h"

static ik_json *parse(const char *text)
{
    GError *error = NULL;
    ik_json *json = ik_json_parse(text, strlen(text), "style.json", &error);
    ik_assert_no_error(error);
    return json;
}

static void expect_failure(const char *text, gsize length, const char *part)
{
    GError *error = NULL;
    assert_null(ik_json_parse(text, length, "style.json", &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_INPUT, part);
    g_clear_error(&error);
}

static void every_type_is_told(void **state)
{
    (void)state;
    g_autoptr(ik_json) json = parse("[null, true, false, 1, -2.5e3, \"ä\\n\", [], {}]");
    ik_json_value root = ik_json_root(json);
    static const ik_json_type types[] = {IK_JSON_NULL,   IK_JSON_BOOL,   IK_JSON_BOOL,
                                         IK_JSON_NUMBER, IK_JSON_NUMBER, IK_JSON_STRING,
                                         IK_JSON_ARRAY,  IK_JSON_OBJECT};
    assert_int_equal(ik_json_type_of(root), IK_JSON_ARRAY);
    assert_int_equal(ik_json_length(root), G_N_ELEMENTS(types));
    for (guint i = 0; i < G_N_ELEMENTS(types); i++)
        assert_int_equal(ik_json_type_of(ik_json_item(root, i)), types[i]);
    assert_true(ik_json_bool(ik_json_item(root, 1)));
    assert_false(ik_json_bool(ik_json_item(root, 2)));
    assert_true(ik_json_number(ik_json_item(root, 3)) == 1);
    assert_true(ik_json_number(ik_json_item(root, 4)) == -2500);
    assert_string_equal(ik_json_string(ik_json_item(root, 5)), "ä\n");
    assert_int_equal(ik_json_length(ik_json_item(root, 6)), 0);
    assert_int_equal(ik_json_length(ik_json_item(root, 7)), 0);
    assert_string_equal(ik_json_type_name(IK_JSON_BOOL), "boolean");
    assert_string_equal(ik_json_type_name(IK_JSON_OBJECT), "object");
}

static void members_keep_the_order_of_the_file(void **state)
{
    (void)state;
    g_autoptr(ik_json) json = parse("{\"z\": 1, \"a\": 2, \"m\": {\"k\": 3}, \"b\": 4}");
    ik_json_value root = ik_json_root(json);
    static const char *const keys[] = {"z", "a", "m", "b"};
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        assert_string_equal(ik_json_member_key(root, i), keys[i]);
    assert_true(ik_json_number(ik_json_member_at(root, 3)) == 4);
    ik_json_value inner = ik_json_member(ik_json_member(root, "m"), "k");
    assert_true(ik_json_exists(inner));
    assert_true(ik_json_number(inner) == 3);
    assert_false(ik_json_exists(ik_json_member(root, "y")));
}

static void every_value_knows_its_path(void **state)
{
    (void)state;
    g_autoptr(ik_json) json =
        parse("{\"layers\": [0, 1, 2, {\"paint\": {\"line-width\": [5, 6]}}]}");
    ik_json_value layer = ik_json_item(ik_json_member(ik_json_root(json), "layers"), 3);
    ik_json_value width = ik_json_member(ik_json_member(layer, "paint"), "line-width");
    g_autofree char *path = ik_json_path(ik_json_item(width, 1));
    assert_string_equal(path, "layers[3].paint.line-width[1]");
    g_autofree char *root = ik_json_path(ik_json_root(json));
    assert_string_equal(root, "");
    g_autoptr(ik_json) list = parse("[[7]]");
    g_autofree char *item = ik_json_path(ik_json_item(ik_json_item(ik_json_root(list), 0), 0));
    assert_string_equal(item, "[0][0]");
}

static void broken_json_is_refused_with_line_and_column(void **state)
{
    (void)state;
    expect_failure("{\n  \"a\": 1,\n  \"b\": x\n}", 25, "style.json:3:");
    expect_failure("", 0, "style.json:1:");
    expect_failure("[1, 2", 5, "style.json:1:");
    expect_failure("[1] x", 5, "broken JSON");
    expect_failure("{\"a\": 1,}", 9, "broken JSON");
    expect_failure("[\"\xC3(\"]", 6, "broken JSON");
    expect_failure("[\"a\\u0000b\"]", 12, "broken JSON");
    expect_failure("[1]\0[2]", 7, "broken JSON");
    expect_failure("[1e999]", 7, "broken JSON");
    expect_failure("[NaN]", 5, "broken JSON");
}

static void doubled_keys_are_refused(void **state)
{
    (void)state;
    expect_failure("{\"a\": 1, \"a\": 2}", 16, "duplicate");
}

static void messages_stay_short_and_on_one_line(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(GString) text = g_string_new("[\"");
    for (guint i = 0; i < 10000; i++)
        g_string_append(text, "ä\n");
    assert_null(ik_json_parse(text->str, text->len, "style.json", &error));
    assert_true(strlen(error->message) < 400);
    assert_true(g_utf8_validate(error->message, -1, NULL));
    assert_null(strchr(error->message, '\n'));
    g_clear_error(&error);
}

static char *nested(guint levels)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < levels; i++)
        g_string_append_c(text, '[');
    for (guint i = 0; i < levels; i++)
        g_string_append_c(text, ']');
    return g_string_free(text, FALSE);
}

static void more_than_256_levels_are_refused(void **state)
{
    (void)state;
    g_autofree char *fits = nested(256);
    g_autoptr(ik_json) json = parse(fits);
    assert_int_equal(ik_json_length(ik_json_root(json)), 1);
    g_autofree char *deep = nested(257);
    expect_failure(deep, strlen(deep), "256 levels");
    g_autofree char *deeper = nested(1000 * 1000);
    expect_failure(deeper, strlen(deeper), "style.json");
}

static void a_wide_object_is_walked_in_linear_time(void **state)
{
    (void)state;
    enum { WIDTH = 200000 };
    g_autoptr(GString) text = g_string_new("{\"k\":0");
    for (guint i = 1; i < WIDTH; i++)
        g_string_append_printf(text, ",\"k%u\":%u", i, i);
    g_string_append_c(text, '}');
    g_autoptr(ik_json) json = parse(text->str);
    for (guint i = 0; i < WIDTH; i++)
        assert_true(ik_json_number(ik_json_member_at(ik_json_root(json), i)) == i);
}

static void a_byte_order_mark_is_ignored(void **state)
{
    (void)state;
    g_autoptr(ik_json) json = parse("\xEF\xBB\xBF[1]");
    assert_int_equal(ik_json_length(ik_json_root(json)), 1);
}

static void a_root_of_any_type_is_read(void **state)
{
    (void)state;
    g_autoptr(ik_json) json = parse("\"text\"");
    assert_string_equal(ik_json_string(ik_json_root(json)), "text");
}

static void numbers_do_not_follow_the_process(void **state)
{
    (void)state;
    if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL) {
        print_message("skipped: locale de_DE.UTF-8 is not installed\n");
        skip();
    }
    g_autoptr(ik_json) json = parse("[0.5]");
    setlocale(LC_ALL, "C");
    assert_true(ik_json_number(ik_json_item(ik_json_root(json), 0)) == 0.5);
}

static void files_are_named_without_their_folder(void **state)
{
    (void)state;
    GError *error = NULL;
    char *folder = ik_test_folder_new();
    g_autofree char *path = ik_test_file_write(folder, "a.json", "[1, 2]", -1);
    g_autoptr(ik_json) json = ik_json_load(path, &error);
    ik_assert_no_error(error);
    assert_int_equal(ik_json_length(ik_json_root(json)), 2);
    g_autofree char *broken = ik_test_file_write(folder, "b.json", "[", -1);
    assert_null(ik_json_load(broken, &error));
    assert_true(g_str_has_prefix(error->message, "b.json:1:"));
    g_clear_error(&error);
    g_autofree char *absent = g_build_filename(folder, "c.json", NULL);
    assert_null(ik_json_load(absent, &error));
    ik_assert_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "c.json");
    g_clear_error(&error);
    ik_test_folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_type_is_told),
        cmocka_unit_test(members_keep_the_order_of_the_file),
        cmocka_unit_test(every_value_knows_its_path),
        cmocka_unit_test(broken_json_is_refused_with_line_and_column),
        cmocka_unit_test(doubled_keys_are_refused),
        cmocka_unit_test(messages_stay_short_and_on_one_line),
        cmocka_unit_test(more_than_256_levels_are_refused),
        cmocka_unit_test(a_wide_object_is_walked_in_linear_time),
        cmocka_unit_test(a_byte_order_mark_is_ignored),
        cmocka_unit_test(a_root_of_any_type_is_read),
        cmocka_unit_test(numbers_do_not_follow_the_process),
        cmocka_unit_test(files_are_named_without_their_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
