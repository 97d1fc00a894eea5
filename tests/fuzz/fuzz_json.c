/* fuzz_json.c — JSON of any kind: either one error with its place, or a tree that survives being written.   [tests] */
#include "fuzz_support.h"

#include <math.h>
#include <string.h>

#include "json.h"
#include "json_writer.h"

enum { MOST_LEVELS = 256 };

static void write_value(ik_json_writer *writer, ik_json_value value, guint level);

static void write_array(ik_json_writer *writer, ik_json_value array, guint level)
{
    ik_json_begin_array(writer);
    for (guint i = 0; i < ik_json_length(array); i++)
        write_value(writer, ik_json_item(array, i), level + 1);
    ik_json_end_array(writer);
}

static void write_object(ik_json_writer *writer, ik_json_value object, guint level)
{
    ik_json_begin_object(writer);
    for (guint i = 0; i < ik_json_length(object); i++) {
        const char *key = ik_json_member_key(object, i);
        fuzz_require_utf8(key);
        /* No key is doubled: asking for it leads to this very member. */
        g_assert(ik_json_member(object, key).node == ik_json_member_at(object, i).node);
        ik_json_key(writer, key);
        write_value(writer, ik_json_member_at(object, i), level + 1);
    }
    ik_json_end_object(writer);
}

static void write_value(ik_json_writer *writer, ik_json_value value, guint level)
{
    g_assert(ik_json_exists(value) && level <= MOST_LEVELS);
    switch (ik_json_type_of(value)) {
    case IK_JSON_NULL: ik_json_put_null(writer); break;
    case IK_JSON_BOOL: ik_json_put_bool(writer, ik_json_bool(value)); break;
    case IK_JSON_NUMBER:
        g_assert(isfinite(ik_json_number(value)));
        ik_json_put_number(writer, ik_json_number(value));
        break;
    case IK_JSON_STRING:
        fuzz_require_utf8(ik_json_string(value));
        ik_json_put_string(writer, ik_json_string(value));
        break;
    case IK_JSON_ARRAY: write_array(writer, value, level); break;
    case IK_JSON_OBJECT: write_object(writer, value, level); break;
    }
}

static char *written(const ik_json *json, guint indent)
{
    ik_json_writer writer;
    GString *out = g_string_new(NULL);
    ik_json_writer_init(&writer, out, indent);
    write_value(&writer, ik_json_root(json), 0);
    return g_string_free(out, FALSE);
}

static char *written_again(const char *text, guint indent)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_json) json = ik_json_parse(text, strlen(text), "again.json", &error);
    if (json == NULL)
        g_error("%s", error->message);
    return written(json, indent);
}

/* What is written may stand in a page. */
static void check_harmless(const char *text)
{
    fuzz_require_utf8(text);
    g_assert(strpbrk(text, "<>&") == NULL);
    g_assert(strstr(text, "\u2028") == NULL && strstr(text, "\u2029") == NULL);
    for (const char *at = text; *at != '\0'; at++)
        g_assert((guchar)*at >= 0x20 && *at != 0x7F);
}

static void check_paths(ik_json_value value)
{
    g_autofree char *path = ik_json_path(value);
    fuzz_require_utf8(path);
    if (ik_json_type_of(value) != IK_JSON_ARRAY || ik_json_length(value) == 0)
        return;
    guint last = ik_json_length(value) - 1;
    g_autofree char *expected = g_strdup_printf("%s[%u]", path, last);
    g_autofree char *item = ik_json_path(ik_json_item(value, last));
    g_assert_cmpstr(item, ==, expected);
    check_paths(ik_json_item(value, last));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_json) json = ik_json_parse((const char *)data, size, "input.json", &error);
    if (json == NULL) {
        fuzz_require_failure(error);
        g_assert(g_str_has_prefix(error->message, "input.json:"));
        return 0;
    }
    g_assert(error == NULL);
    check_paths(ik_json_root(json));
    g_autofree char *line = written(json, 0);
    g_autofree char *lines = written(json, 2);
    check_harmless(line);
    g_autofree char *line_again = written_again(line, 0);
    g_autofree char *line_of_lines = written_again(lines, 0);
    g_assert_cmpstr(line_again, ==, line);
    g_assert_cmpstr(line_of_lines, ==, line);
    return 0;
}
