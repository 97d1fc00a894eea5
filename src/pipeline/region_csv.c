/* region_csv.c — a CSV file of positions.   [pipeline] */
#include <ideenkarte/error.h>

#include "csv_append.h"
#include "region_batch.h"

/* The file's own fields, filled up to the header's width, then the values that are asked for. */
static void append_row(ik_region_batch *batch, const ik_csv_reader *reader, guint width,
                       const ik_csv_record *record, const char *const *values)
{
    guint n = width;
    g_autofree const char **fields = g_new0(const char *, (gsize)width + IK_REGION_N_VALUES);
    for (guint i = 0; i < MIN(width, record->n_fields); i++)
        fields[i] = record->fields[i];
    for (guint i = 0; i < IK_REGION_N_VALUES; i++)
        if (ik_region_value_is_asked(batch, i))
            fields[n++] = values[i];
    ik_csv_append(batch->out, ik_csv_reader_dialect(reader)->separator, true, fields, n);
}

static ik_columns *read_header(ik_region_batch *batch, const ik_csv_record *header, GError **error)
{
    const ik_columns_request request = {.table = IK_TABLE_ADDRESSES, .file = batch->name};
    if (!header) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: the file is empty, expected a header line", batch->name);
        return NULL;
    }
    g_autoptr(ik_columns) columns = ik_columns_resolve(&request, header, error);
    if (!columns)
        return NULL;
    if (!ik_columns_has(columns, IK_FIELD_LON) && !ik_columns_has(columns, IK_FIELD_EASTING)) {
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND,
                    "%s: no columns for lon and lat, nor for easting and northing; addresses are "
                    "placed by 'ideenkarte geocode'",
                    batch->name);
        return NULL;
    }
    return g_steal_pointer(&columns);
}

static void append_header(ik_region_batch *batch, const ik_csv_reader *reader, guint width,
                          const ik_csv_record *header)
{
    const char *names[IK_REGION_N_VALUES];
    for (guint i = 0; i < IK_REGION_N_VALUES; i++)
        names[i] = ik_region_value_name(i);
    if (ik_csv_reader_dialect(reader)->has_bom)
        g_string_append(batch->out, "\xEF\xBB\xBF");
    append_row(batch, reader, width, header, names);
}

bool ik_region_csv(ik_region_batch *batch, GBytes *bytes, GError **error)
{
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_new(bytes, batch->name, NULL, error);
    const ik_csv_record *record = reader ? ik_csv_reader_next(reader) : NULL;
    g_autoptr(ik_columns) columns = reader ? read_header(batch, record, error) : NULL;
    if (!columns)
        return false;
    const guint width = ik_columns_count(columns);
    append_header(batch, reader, width, record);
    while ((record = ik_csv_reader_next(reader)) != NULL) {
        ik_region_answer answer;
        ik_region_answer_record(batch, columns, record, &answer);
        append_row(batch, reader, width, record, answer.values);
        if (!ik_region_batch_pass_on(batch, error))
            return false;
    }
    return true;
}
