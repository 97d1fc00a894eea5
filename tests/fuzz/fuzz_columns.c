/* fuzz_columns.c — any header with any mapping: either one error, or every column has a name and a use.   [tests]
 *
 * The first record of the input is the header; each further one with two fields is a pair of the mapping.
 */
#include "fuzz_support.h"

#include <ideenkarte/error.h>
#include <string.h>

#include "columns.h"

typedef struct {
    ik_csv_record header;
    GStrv fields;  /* of the header */
    GStrv mapping; /* pairs */
} request_parts;

static bool read_parts(const uint8_t *data, size_t size, request_parts *parts)
{
    const ik_csv_options options = {';', "utf-8", 0};
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_new(bytes, "input.csv", &options, NULL);
    const ik_csv_record *record = reader == NULL ? NULL : ik_csv_reader_next(reader);
    if (record == NULL)
        return false;
    g_autoptr(GStrvBuilder) fields = g_strv_builder_new();
    for (guint i = 0; i < record->n_fields; i++)
        g_strv_builder_add(fields, record->fields[i]);
    parts->header = (ik_csv_record){.line = record->line, .n_fields = record->n_fields};
    g_autoptr(GStrvBuilder) mapping = g_strv_builder_new();
    while ((record = ik_csv_reader_next(reader)) != NULL)
        for (guint i = 0; i < 2 && record->n_fields == 2; i++)
            g_strv_builder_add(mapping, record->fields[i]);
    parts->fields = g_strv_builder_end(fields);
    parts->mapping = g_strv_builder_end(mapping);
    parts->header.fields = (const char *const *)parts->fields;
    return true;
}

static bool has_name(const ik_columns *columns, const char *name)
{
    for (guint i = 0; i < ik_columns_count(columns); i++)
        if (strcmp(ik_columns_header(columns, i), name) == 0)
            return true;
    return false;
}

static void check_names(const ik_columns *columns)
{
    guint n = ik_columns_count(columns);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < n; i++) {
        const char *name = ik_columns_header(columns, i);
        fuzz_require_printable(name);
        g_assert(*name != '\0');
        g_assert(g_hash_table_add(seen, (gpointer)(gsize)name));
    }
    g_assert(ik_columns_header(columns, n) == NULL);
}

static void check_fields(const ik_columns *columns, ik_table table, const ik_csv_record *header)
{
    for (guint i = 0; i < IK_N_FIELDS; i++) {
        ik_field field = (ik_field)i;
        const char *name = ik_columns_name(columns, field);
        g_assert(name == NULL || has_name(columns, name));
        g_assert(name == NULL || ik_columns_has(columns, field));
        g_assert(!ik_columns_has(columns, field) ||
                 ik_field_find(table, ik_field_name(field)) == field);
        g_autofree char *text = ik_columns_read(columns, header, field);
        g_assert(text == NULL || *text != '\0');
        if (text != NULL)
            fuzz_require_printable(text);
    }
}

/* A column that serves a field is not among the others, and each other one is listed by its name. */
static void check_extra(const ik_columns *columns, const ik_csv_record *header)
{
    g_auto(GStrv) extra = ik_columns_extra(columns, header);
    g_auto(GStrv) pairs = ik_columns_pairs(columns);
    g_autofree char *unknown = ik_columns_unknown(columns);
    g_assert(g_strv_length(extra) % 2 == 0 && g_strv_length(pairs) % 2 == 0);
    g_assert((unknown == NULL) <= (*extra == NULL));
    for (char **pair = extra; *pair != NULL; pair += 2) {
        g_assert(has_name(columns, pair[0]) && strstr(unknown, pair[0]) != NULL);
        fuzz_require_printable(pair[1]);
        for (char **served = pairs; *served != NULL; served += 2)
            g_assert(strcmp(served[1], pair[0]) != 0);
    }
}

static void check_table(const request_parts *parts, ik_table table)
{
    const ik_columns_request request = {
        .table = table, .file = "input.csv", .mapping = (const char *const *)parts->mapping};
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_columns) columns = ik_columns_resolve(&request, &parts->header, &error);
    if (columns == NULL) {
        fuzz_require_failure(error);
        g_assert(error->code != IK_ERROR_UNSUPPORTED);
        return;
    }
    g_assert(error == NULL);
    check_names(columns);
    check_fields(columns, table, &parts->header);
    check_extra(columns, &parts->header);
    /* A record may be shorter than the header. */
    const ik_csv_record empty = {.line = 2, .fields = NULL};
    g_autofree char *nothing = ik_columns_read(columns, &empty, IK_FIELD_ID);
    g_auto(GStrv) no_extra = ik_columns_extra(columns, &empty);
    g_assert(*no_extra == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    request_parts parts = {0};
    if (!read_parts(data, size, &parts))
        return 0;
    for (guint table = IK_TABLE_PROJECTS; table <= IK_TABLE_ADDRESSES; table++)
        check_table(&parts, (ik_table)table);
    g_strfreev(parts.fields);
    g_strfreev(parts.mapping);
    return 0;
}
