/* test_json_records.c — lines, sequences and features, cut where they stand.   [tests] */
#include "test_support.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "json_records.h"

/* All records as `LINE:[before|text]`, one behind the other. */
static char *cut(const char *text, ik_file_format format)
{
    GError *error = NULL;
    GString *out = g_string_new(NULL);
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
    ik_json_records records;
    ik_json_record record;
    ik_json_records_init(&records, bytes, "a.json", format);
    while (ik_json_records_next(&records, &record, &error))
        g_string_append_printf(out, "%u:[%.*s|%.*s]", (guint)record.line,
                               (int)(record.before.end - record.before.start), record.before.start,
                               (int)(record.text.end - record.text.start), record.text.start);
    ik_assert_no_error(error);
    return g_string_free(out, FALSE);
}

static void lines_are_records_and_blank_ones_are_none(void **state)
{
    (void)state;
    g_autofree char *lines = cut("{\"a\":1}\r\n\n  \t\n {\"a\":2} \nx", IK_FILE_FORMAT_NDJSON);
    assert_string_equal(lines, "1:[|{\"a\":1}]4:[|{\"a\":2}]5:[|x]");
}

/* RFC 8142: a record separator in front of each text, which may go over lines. */
static void a_sequence_is_cut_at_its_separators(void **state)
{
    (void)state;
    g_autofree char *sequence = cut("\x1e{\"a\":\n1}\n\x1e{\"a\":2}\n", IK_FILE_FORMAT_NDJSON);
    assert_string_equal(sequence, "1:[\x1e|{\"a\":\n1}]3:[\x1e|{\"a\":2}]");
}

/* Two files of Windows, one appended to the other. */
static void a_byte_order_mark_between_records_belongs_to_none(void **state)
{
    (void)state;
    g_autofree char *lines =
        cut("{\"a\":1}\n\xEF\xBB\xBF{\"a\":2}\n\xEF\xBB\xBF\n {\"a\":3}", IK_FILE_FORMAT_NDJSON);
    assert_string_equal(lines, "1:[|{\"a\":1}]2:[|{\"a\":2}]4:[|{\"a\":3}]");
}

static void features_come_with_what_stands_around_them(void **state)
{
    (void)state;
    g_autofree char *features =
        cut("{\"type\":\"FeatureCollection\",\n\"features\":[{\"a\":1},\n{\"a\":[2]}]}",
            IK_FILE_FORMAT_GEOJSON);
    assert_string_equal(
        features,
        "2:[{\"type\":\"FeatureCollection\",\n\"features\":[|{\"a\":1}]3:[,\n|{\"a\":[2]}]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_records_and_blank_ones_are_none),
        cmocka_unit_test(a_sequence_is_cut_at_its_separators),
        cmocka_unit_test(a_byte_order_mark_between_records_belongs_to_none),
        cmocka_unit_test(features_come_with_what_stands_around_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
