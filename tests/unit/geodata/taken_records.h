/* taken_records.h — a reader's records, kept for the test that asked for them.   [tests] */
#ifndef IK_TAKEN_RECORDS_H
#define IK_TAKEN_RECORDS_H

#include "register_reader.h"

#include <ideenkarte/error.h>

#include "test_support.h"

typedef struct {
    char *folder;
    GPtrArray *lines;  /* "ags|street|key|number|suffix|postcode|locality", "-" for NULL */
    GArray *positions; /* ik_lonlat; 999 999 where a record has none */
    guint limit;       /* records after which `take` fails; 0: never */
    ik_register_summary summary;
    GError *error;
    const char *ags;
    const char *const *mapping;
} taken;

typedef bool (*taken_read_fn)(const ik_register_request *request, ik_register_summary *summary,
                              GError **error);

static const char *taken_text(const char *text)
{
    return text != NULL ? text : "-";
}

static bool taken_take(const ik_address_record *record, gpointer data, GError **error)
{
    taken *t = data;
    const ik_lonlat position = record->has_position ? record->position : (ik_lonlat){999.0, 999.0};
    g_ptr_array_add(t->lines, g_strjoin("|", taken_text(record->ags), taken_text(record->street),
                                        taken_text(record->street_key), taken_text(record->number),
                                        taken_text(record->suffix), taken_text(record->postcode),
                                        taken_text(record->locality), NULL));
    g_array_append_val(t->positions, position);
    if (t->limit == 0 || t->lines->len < t->limit)
        return true;
    g_set_error_literal(error, IK_ERROR, IK_ERROR_CANCELLED, "enough");
    return false;
}

static int taken_set_up(void **state)
{
    taken *t = g_new0(taken, 1);
    t->folder = ik_test_folder_new();
    t->lines = g_ptr_array_new_with_free_func(g_free);
    t->positions = g_array_new(FALSE, FALSE, sizeof(ik_lonlat));
    *state = t;
    return 0;
}

static int taken_tear_down(void **state)
{
    taken *t = *state;
    ik_test_folder_remove(t->folder);
    g_ptr_array_unref(t->lines);
    g_array_unref(t->positions);
    g_clear_error(&t->error);
    g_free(t);
    return 0;
}

static bool taken_read_path(taken *t, taken_read_fn read, const char *path)
{
    const ik_register_request request = {
        .path = path, .take = taken_take, .take_data = t, .ags = t->ags, .mapping = t->mapping};
    t->summary = (ik_register_summary){0};
    g_ptr_array_set_size(t->lines, 0);
    g_array_set_size(t->positions, 0);
    return read(&request, &t->summary, &t->error);
}

/* Writes a file of that name into the test's folder and reads it. */
static inline bool taken_read(taken *t, taken_read_fn read, const char *name, const char *text,
                              gssize size)
{
    g_autofree char *path = ik_test_file_write(t->folder, name, text, size);
    return taken_read_path(t, read, path);
}

static inline const char *taken_line(const taken *t, guint i)
{
    assert_true(i < t->lines->len);
    return g_ptr_array_index(t->lines, i);
}

static inline ik_lonlat taken_position(const taken *t, guint i)
{
    assert_true(i < t->positions->len);
    return g_array_index(t->positions, ik_lonlat, i);
}

/* How many records were skipped for that reason. */
static inline guint64 taken_skips(const taken *t, const char *reason)
{
    for (guint i = 0; i < t->summary.skips.n; i++)
        if (g_str_equal(t->summary.skips.items[i].reason, reason))
            return t->summary.skips.items[i].count;
    return 0;
}

#endif
