/* fuzz_geocode_csv.c — any list of addresses: one error, or a list with as many rows that can be read again.   [tests] */
#include "fuzz_support.h"

#include <ideenkarte/batch.h>
#include <string.h>

#include "csv_reader.h"

enum { ANSWER_COLUMNS = 16 };

static const ik_atlas *atlas_of_nrw(void)
{
    static ik_atlas *atlas; /* kept for the life of the process */
    if (atlas == NULL)
        atlas = ik_atlas_new();
    return atlas;
}

static bool take(const char *bytes, gsize size, gpointer data, GError **error)
{
    (void)error;
    g_string_append_len(data, bytes, (gssize)size);
    return true;
}

static ik_csv_reader *open_bytes(const void *data, size_t size, const ik_csv_options *options)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    ik_csv_reader *reader = ik_csv_reader_new(bytes, "list.csv", options, NULL);
    g_assert(reader != NULL);
    return reader;
}

/* The columns of the file stand in front, as they were but for what makes formulas harmless. */
static void check_row(const ik_csv_record *given, const ik_csv_record *answered, guint width)
{
    g_assert(answered->flaw == IK_CSV_FLAWLESS);
    g_assert(answered->n_fields == width + ANSWER_COLUMNS);
    for (guint i = 0; i < width; i++) {
        const char *field = i < given->n_fields ? given->fields[i] : "";
        const char *kept = answered->fields[i];
        g_assert(strcmp(kept, field) == 0 || (*kept == '\'' && strcmp(kept + 1, field) == 0));
    }
    for (guint i = width; i < answered->n_fields; i++)
        fuzz_require_printable(answered->fields[i]);
}

static void check_summary(const ik_batch_summary *summary, guint64 rows)
{
    g_assert(summary->records == rows);
    g_assert(summary->placed + summary->rejected == rows);
    g_assert(summary->to_check <= summary->placed);
}

static void check_list(const uint8_t *data, size_t size, const GString *out,
                       const ik_batch_summary *summary)
{
    g_autoptr(ik_csv_reader) given = open_bytes(data, size, NULL);
    const ik_csv_options options = {ik_csv_reader_dialect(given)->separator, "utf-8", 1 << 24};
    g_autoptr(ik_csv_reader) answered = open_bytes(out->str, out->len, &options);
    const ik_csv_record *record = ik_csv_reader_next(given), *row = ik_csv_reader_next(answered);
    g_assert(record != NULL && row != NULL && row->n_fields > ANSWER_COLUMNS);
    guint width = row->n_fields - ANSWER_COLUMNS;
    check_row(record, row, width);
    guint64 rows = 0;
    while ((record = ik_csv_reader_next(given)) != NULL) {
        row = ik_csv_reader_next(answered);
        g_assert(row != NULL);
        check_row(record, row, width);
        rows++;
    }
    g_assert(ik_csv_reader_next(answered) == NULL);
    check_summary(summary, rows);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    const ik_batch_options options = {
        .format = IK_FILE_FORMAT_CSV, .write = take, .write_data = out};
    ik_batch_summary summary = {0};
    const char *path = fuzz_file("list.csv", data, size);
    if (!ik_geocode_file(atlas_of_nrw(), path, &options, &summary, &error)) {
        fuzz_require_failure(error);
        return 0;
    }
    g_assert(error == NULL);
    check_list(data, size, out, &summary);
    return 0;
}
