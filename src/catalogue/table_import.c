/* table_import.c — what reading projects and reading events have in common.   [catalogue] */
#include "table_import.h"

#include "clean_text.h"
#include "partial_date.h"

#include <ideenkarte/error.h>
#include <string.h>

#define MAX_READ_CHARACTERS 80
#define MAX_THEMES_NOTED    10

static char *shortened(const char *text)
{
    if (text == NULL)
        return NULL;
    char *clean = ik_text_clean(text);
    if (g_utf8_strlen(clean, -1) <= MAX_READ_CHARACTERS)
        return clean;
    *g_utf8_offset_to_pointer(clean, MAX_READ_CHARACTERS - 1) = '\0';
    char *cut = g_strconcat(clean, "…", NULL);
    g_free(clean);
    return cut;
}

ik_origin ik_table_import_origin(const ik_table_import *import, const ik_csv_record *record)
{
    return (ik_origin){g_strdup(import->file), record->line};
}

bool ik_table_import_reject(ik_table_import *import, const ik_csv_record *record, ik_rejection why)
{
    ik_reject *reject = g_new0(ik_reject, 1);
    reject->origin = ik_table_import_origin(import, record);
    g_autofree char *id = ik_columns_read(import->columns, record, IK_FIELD_ID);
    reject->id = shortened(id);
    reject->column = g_strdup(why.column);
    reject->code = why.code;
    reject->read = shortened(why.read);
    reject->expected = g_strdup(why.expected);
    reject->record = g_strdup(record->raw);
    g_ptr_array_add(import->records->rejects, reject);
    return false;
}

char *ik_table_import_id(ik_table_import *import, const ik_csv_record *record)
{
    const char *column = ik_columns_name(import->columns, IK_FIELD_ID);
    g_autofree char *id = ik_columns_read(import->columns, record, IK_FIELD_ID);
    if (id == NULL) {
        ik_table_import_reject(import, record,
                               (ik_rejection){.code = "missing_id", .column = column});
        return NULL;
    }
    if (strlen(id) > IK_MAX_ID_BYTES) {
        g_autofree char *expected = g_strdup_printf("1–%d bytes", IK_MAX_ID_BYTES);
        ik_table_import_reject(import, record,
                               (ik_rejection){"id_malformed", column, id, expected});
        return NULL;
    }
    const guint first = GPOINTER_TO_UINT(g_hash_table_lookup(import->lines, id));
    if (first != 0) {
        g_autofree char *expected = g_strdup_printf("%s:%u", import->file, first);
        ik_table_import_reject(import, record, (ik_rejection){"doubled_id", column, id, expected});
        return NULL;
    }
    g_hash_table_insert(import->lines, g_strdup(id), GUINT_TO_POINTER(record->line));
    return g_steal_pointer(&id);
}

char *ik_table_import_date(const ik_table_import *import, const ik_csv_record *record,
                           ik_field field, ik_faults *faults)
{
    g_autofree char *written = ik_columns_read(import->columns, record, field);
    if (written == NULL)
        return NULL;
    char *date = ik_date_normalise(written);
    if (date == NULL)
        ik_faults_add(faults, "date_malformed", ik_field_name(field), written,
                      "2016-10-19 / 19.10.2016 / 2016-10 / 2016", IK_OMISSION_PENALTY);
    return date;
}

static void add_note(ik_table_import *import, char *text)
{
    g_ptr_array_add(import->records->notes, g_strconcat(import->file, ": ", text, NULL));
    g_free(text);
}

static void note_dialect(ik_table_import *import)
{
    const ik_csv_dialect *dialect = ik_csv_reader_dialect(import->reader);
    const char separator[] = {dialect->separator, '\0'};
    add_note(import,
             g_strdup_printf("encoding %s%s, separator %s%s", dialect->encoding,
                             dialect->has_bom ? " with byte order mark" : "",
                             dialect->separator == '\t' ? "tab" : separator,
                             dialect->has_separator_line ? " (named in the first line)" : ""));
}

static void note_columns(ik_table_import *import)
{
    char *unknown = ik_columns_unknown(import->columns);
    if (unknown != NULL)
        add_note(import,
                 g_strconcat("columns kept without a meaning of their own: ", unknown, NULL));
    g_free(unknown);
    if (ik_columns_has(import->columns, IK_FIELD_EASTING) &&
        !ik_columns_has(import->columns, IK_FIELD_EPSG) && import->options->epsg == 0)
        add_note(import,
                 g_strdup_printf("easting and northing are read as EPSG:%d", IK_DEFAULT_EPSG));
}

static void note_counts(ik_table_import *import)
{
    if (import->n_read == 0)
        add_note(import, g_strdup("header only, no records"));
    else
        add_note(import, g_strdup_printf("records read: %u, of them unreadable or incomplete: %u",
                                         import->n_read, import->n_read - import->n_used));
}

static void note_themes(ik_table_import *import)
{
    const guint n = import->theme_order->len;
    if (n == 0)
        return;
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < MIN(n, MAX_THEMES_NOTED); i++)
        g_string_append_printf(names, "%s\"%s\"", i > 0 ? ", " : "",
                               (const char *)g_ptr_array_index(import->theme_order, i));
    if (n > MAX_THEMES_NOTED)
        g_string_append_printf(names, " and %u more", n - MAX_THEMES_NOTED);
    add_note(import, g_strconcat("themes kept as written: ", names->str, NULL));
}

static ik_given_reader *open_given(const ik_table_import *import, GError **error)
{
    ik_given_reader *given = ik_given_reader_new(import->options->epsg, error);
    if (given == NULL)
        g_prefix_error(error, "%s: ", import->file);
    return given;
}

static bool read_header(ik_table_import *import, ik_table table, GError **error)
{
    const ik_csv_record *header = ik_csv_reader_next(import->reader);
    if (header == NULL) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: file is empty, expected a line with column names", import->file);
        return false;
    }
    if (header->flaw != IK_CSV_FLAWLESS) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s:%u: line with column names is broken in column %u: %s", import->file,
                    header->line, header->flaw_field + 1, ik_csv_flaw_code(header->flaw));
        return false;
    }
    const ik_columns_request request = {
        .table = table, .file = import->file, .mapping = import->options->columns};
    import->columns = ik_columns_resolve(&request, header, error);
    return import->columns != NULL;
}

static bool open_table(ik_table_import *import, ik_table table, const char *path, GError **error)
{
    const ik_csv_options csv = {import->options->separator, import->options->encoding,
                                import->options->max_field_bytes};
    import->reader = ik_csv_reader_open(path, &csv, error);
    if (import->reader == NULL)
        return false;
    if (import->file == NULL)
        import->file = ik_csv_reader_name(import->reader);
    if (!read_header(import, table, error))
        return false;
    import->given = open_given(import, error);
    if (import->given == NULL)
        return false;
    ik_source *source = g_new0(ik_source, 1);
    source->file = g_strdup(import->file);
    source->columns = ik_columns_pairs(import->columns);
    g_ptr_array_add(import->records->sources, source);
    note_dialect(import);
    note_columns(import);
    return true;
}

static bool reject_flaw(ik_table_import *import, const ik_csv_record *record)
{
    const gsize limit = import->options->max_field_bytes;
    g_autofree char *expected =
        record->flaw == IK_CSV_FIELD_TOO_LONG
            ? g_strdup_printf("%" G_GSIZE_FORMAT " bytes", limit == 0 ? (gsize)1 << 20 : limit)
            : NULL;
    const char *read =
        record->flaw_field < record->n_fields ? record->fields[record->flaw_field] : NULL;
    return ik_table_import_reject(
        import, record,
        (ik_rejection){ik_csv_flaw_code(record->flaw),
                       ik_columns_header(import->columns, record->flaw_field), read, expected});
}

static bool is_blank(const char *text)
{
    g_autofree char *clean = ik_text_clean(text);
    return *clean == '\0';
}

/* Whether the record has no more fields than the header. Missing ones count as empty, because Excel leaves out what is
 * empty at the end of some rows; empty ones too many are forgiven. */
static bool check_count(ik_table_import *import, const ik_csv_record *record)
{
    const guint expected = ik_columns_count(import->columns);
    guint n = record->n_fields;
    while (n > expected && is_blank(record->fields[n - 1]))
        n--;
    if (n <= expected)
        return true;
    g_autofree char *read = g_strdup_printf("%u", n);
    g_autofree char *wanted = g_strdup_printf("%u", expected);
    const ik_rejection why = {"too_many_fields", ik_columns_header(import->columns, expected - 1),
                              read, wanted};
    return ik_table_import_reject(import, record, why);
}

static void read_records(ik_table_import *import, ik_table_take_fn take)
{
    const ik_csv_record *record = NULL;
    while ((record = ik_csv_reader_next(import->reader)) != NULL) {
        import->n_read++;
        if (record->flaw != IK_CSV_FLAWLESS)
            reject_flaw(import, record);
        else if (check_count(import, record) && take(import, record))
            import->n_used++;
    }
    note_themes(import);
    note_counts(import);
}

bool ik_table_import_run(ik_table_import *import, ik_table table, const char *path,
                         ik_table_take_fn take, GError **error)
{
    static const ik_import_options none = {0};
    if (import->options == NULL)
        import->options = &none;
    import->file = import->options->name;
    import->lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    import->other_themes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    import->theme_order = g_ptr_array_new();
    const bool is_open = open_table(import, table, path, error);
    if (is_open)
        read_records(import, take);
    g_hash_table_unref(import->lines);
    g_ptr_array_unref(import->theme_order);
    g_hash_table_unref(import->other_themes);
    ik_given_reader_free(import->given);
    ik_columns_free(import->columns);
    ik_csv_reader_free(import->reader);
    return is_open;
}
