/* csv_expect.h — what the tests of the CSV reader share: bytes in, records as one text out.   [tests] */
#ifndef IK_CSV_EXPECT_H
#define IK_CSV_EXPECT_H

#include "csv_reader.h"
#include "test_support.h"

static inline ik_csv_reader *open_bytes(const char *bytes, gsize size,
                                        const ik_csv_options *options)
{
    GError *error = NULL;
    g_autoptr(GBytes) shared = g_bytes_new(bytes, size);
    ik_csv_reader *reader = ik_csv_reader_new(shared, "list.csv", options, &error);
    ik_assert_no_error(error);
    return reader;
}

/* All records as `LINE FLAW/FIELD: [field][field]`, a line each; flawless ones without the flaw. */
static inline char *read_with(const char *bytes, gsize size, const ik_csv_options *options)
{
    static const char *const flaws[] = {"", " unclosed", " stray", " long", " nul", " broken"};
    g_autoptr(ik_csv_reader) reader = open_bytes(bytes, size, options);
    GString *out = g_string_new(NULL);
    for (const ik_csv_record *record; (record = ik_csv_reader_next(reader)) != NULL;) {
        g_string_append_printf(out, "%u%s", record->line, flaws[record->flaw]);
        if (record->flaw != IK_CSV_FLAWLESS)
            g_string_append_printf(out, "/%u", record->flaw_field);
        g_string_append(out, ": ");
        for (guint i = 0; i < record->n_fields; i++)
            g_string_append_printf(out, "[%s]", record->fields[i]);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

static inline void assert_records_with(const char *bytes, gsize size, const ik_csv_options *options,
                                       const char *expected)
{
    g_autofree char *records = read_with(bytes, size, options);
    assert_string_equal(records, expected);
}

#define assert_records(bytes, expected) \
    assert_records_with((bytes), sizeof(bytes) - 1, NULL, (expected))
#define assert_comma_records(bytes, expected) \
    assert_records_with((bytes), sizeof(bytes) - 1, &(ik_csv_options){.separator = ','}, (expected))

#endif
