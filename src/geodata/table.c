/* table.c — strict reading of tables.   [geodata] */
#include "table.h"

#include "csv_reader.h"
#include "printable.h"

#include <ideenkarte/error.h>
#include <math.h>
#include <string.h>

struct ik_table {
    ik_csv_reader *reader;
    const ik_csv_record *record;
    char **columns;
    guint n_columns;
    GError *error; /* the first one */
};

void ik_table_fail(ik_table *table, const char *format, ...)
{
    if (table->error != NULL) {
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(&table->error, IK_ERROR, IK_ERROR_INPUT, "%s:%u: %s",
                ik_csv_reader_name(table->reader), table->record != NULL ? table->record->line : 1,
                message);
    ik_error_make_printable(&table->error);
}

bool ik_table_finish(ik_table *table, GError **error)
{
    if (table->error == NULL) {
        return true;
    }
    g_propagate_error(error, g_steal_pointer(&table->error));
    return false;
}

static void check_header(ik_table *table, const char *header)
{
    if (!ik_table_next(table)) {
        ik_table_fail(table, "no header, expected %s", header);
        return;
    }
    for (guint i = 0; i < table->n_columns; i++) {
        if (strcmp(ik_table_text(table, i), table->columns[i]) != 0) {
            ik_table_fail(table, "column \"%s\", expected \"%s\" of %s", ik_table_text(table, i),
                          table->columns[i], header);
        }
    }
}

ik_table *ik_table_open(const char *folder, const char *name, const char *header, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    ik_csv_options options = {.separator = ',', .encoding = "utf-8"};
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_open(path, &options, error);
    if (reader == NULL) {
        return NULL;
    }
    g_autoptr(ik_table) table = g_new0(ik_table, 1);
    table->reader = g_steal_pointer(&reader);
    table->columns = g_strsplit(header, ",", -1);
    table->n_columns = g_strv_length(table->columns);
    check_header(table, header);
    return ik_table_finish(table, error) ? g_steal_pointer(&table) : NULL;
}

void ik_table_free(ik_table *table)
{
    if (table == NULL) {
        return;
    }
    ik_csv_reader_free(table->reader);
    g_strfreev(table->columns);
    g_clear_error(&table->error);
    g_free(table);
}

bool ik_table_next(ik_table *table)
{
    if (table->error != NULL) {
        return false;
    }
    const ik_csv_record *record = ik_csv_reader_next(table->reader);
    if (record == NULL) {
        return false;
    }
    table->record = record;
    if (record->flaw != IK_CSV_FLAWLESS) {
        ik_table_fail(table, "broken record");
    } else if (record->n_fields != table->n_columns) {
        ik_table_fail(table, "%u fields, expected %u", record->n_fields, table->n_columns);
    }
    return table->error == NULL;
}

const char *ik_table_text(const ik_table *table, guint column)
{
    g_assert(table->record != NULL && column < table->n_columns);
    return table->record->fields[column];
}

guint32 ik_table_number(ik_table *table, guint column)
{
    guint64 value = 0;
    const char *text = ik_table_text(table, column);
    if (!g_ascii_string_to_unsigned(text, 10, 0, G_MAXUINT32 - 1, &value, NULL)) {
        ik_table_fail(table, "%s \"%s\" is no whole number", table->columns[column], text);
    }
    return (guint32)value;
}

double ik_table_degrees(ik_table *table, guint column)
{
    const char *text = ik_table_text(table, column);
    char *end;
    double degrees = g_ascii_strtod(text, &end);
    if (end == text || *end != '\0' || !(fabs(degrees) <= 180.0)) {
        ik_table_fail(table, "%s \"%s\" is no number of degrees", table->columns[column], text);
        return 0.0;
    }
    return degrees;
}
