/* sample_import.h — importing a list that a test writes down.   [tests] */
#ifndef IK_SAMPLE_IMPORT_H
#define IK_SAMPLE_IMPORT_H

#include "import.h"
#include "test_support.h"

/* Imports `bytes` (-1: up to the NUL) as "projects.csv" or "events.csv"; NULL with `error` set when that fails. */
static inline ik_records *sample_import(bool events, const char *bytes, gssize length,
                                        const ik_import_options *options, GError **error)
{
    char *folder = ik_test_folder_new();
    g_autofree char *path =
        ik_test_file_write(folder, events ? "events.csv" : "projects.csv", bytes, length);
    ik_records *records = ik_records_new();
    const bool ok = (events ? ik_import_events : ik_import_projects)(path, options, records, error);
    ik_test_folder_remove(folder);
    if (ok)
        return records;
    ik_records_free(records);
    return NULL;
}

/* The same where nothing can go wrong. */
static inline ik_records *sample_projects(const char *text)
{
    GError *error = NULL;
    ik_records *records = sample_import(false, text, -1, NULL, &error);
    ik_assert_no_error(error);
    return records;
}

static inline const ik_project *sample_project(const ik_records *records, guint index)
{
    assert_true(index < records->projects->len);
    return g_ptr_array_index(records->projects, index);
}

/* One reject as text: "line:column:code:read:expected", "–" for NULL. Caller frees. */
static inline char *sample_reject_text(const ik_records *records, guint index)
{
    assert_true(index < records->rejects->len);
    const ik_reject *reject = g_ptr_array_index(records->rejects, index);
    return g_strdup_printf(
        "%u:%s:%s:%s:%s", reject->origin.line, reject->column ? reject->column : "–", reject->code,
        reject->read ? reject->read : "–", reject->expected ? reject->expected : "–");
}

static inline void sample_assert_reject(const ik_records *records, guint index,
                                        const char *expected)
{
    g_autofree char *text = sample_reject_text(records, index);
    assert_string_equal(text, expected);
}

static inline bool sample_has_note(const ik_records *records, const char *note)
{
    return g_ptr_array_find_with_equal_func(records->notes, note, g_str_equal, NULL);
}

#endif
