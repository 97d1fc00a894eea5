/* geocode_csv.c — a CSV file of addresses.   [pipeline] */
#include <ideenkarte/error.h>
#include <string.h>

#include "csv_append.h"
#include "geocode_batch.h"
#include "json_writer.h"

static const char *const answer_columns[] = {
    "match",        "score", "status", "faults", "street", "house_number", "postcode",   "locality",
    "municipality", "ags",   "region", "lon",    "lat",    "accuracy_m",   "candidates", "reason"};
#define N_ANSWERS G_N_ELEMENTS(answer_columns)

typedef struct {
    ik_geocode_source base;
    const ik_geocode_batch *batch;
    ik_csv_reader *reader;
    ik_columns *columns;
    guint width;
    char separator;
} csv_source;

/* --- taking records -------------------------------------------------------------------------- */

/* A record whose texts lie in the piece. */
typedef struct {
    guint line, n_fields;
    ik_csv_flaw flaw;
    guint flaw_field;
    gsize raw;   /* of a flawed one: where in `text` */
    guint first; /* of its fields in `starts` */
} csv_row;

typedef struct {
    GString *text;  /* fields, each with its NUL */
    GArray *starts; /* of gsize: where in `text` */
    GArray *rows;   /* of csv_row */
} csv_rows;

static void free_rows(gpointer data)
{
    csv_rows *rows = data;
    g_string_free(rows->text, TRUE);
    g_array_unref(rows->starts);
    g_array_unref(rows->rows);
    g_free(rows);
}

static gsize keep_text(csv_rows *rows, const char *text)
{
    gsize start = rows->text->len;
    g_string_append_len(rows->text, text, (gssize)strlen(text) + 1);
    return start;
}

static void keep_record(csv_rows *rows, const ik_csv_record *record)
{
    csv_row row = {.line = record->line,
                   .n_fields = record->n_fields,
                   .flaw = record->flaw,
                   .flaw_field = record->flaw_field,
                   .first = rows->starts->len};
    if (record->flaw != IK_CSV_FLAWLESS)
        row.raw = keep_text(rows, record->raw);
    for (guint i = 0; i < record->n_fields; i++) {
        gsize start = keep_text(rows, record->fields[i]);
        g_array_append_val(rows->starts, start);
    }
    g_array_append_val(rows->rows, row);
}

static gpointer take_rows(ik_geocode_source *base, GError **error)
{
    (void)error;
    const csv_source *source = (const csv_source *)base;
    const ik_csv_record *record = ik_csv_reader_next(source->reader);
    if (!record)
        return NULL;
    csv_rows *rows = g_new0(csv_rows, 1);
    rows->text = g_string_sized_new(IK_GEOCODE_PIECE_BYTES);
    rows->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    rows->rows = g_array_new(FALSE, FALSE, sizeof(csv_row));
    for (;;) {
        keep_record(rows, record);
        if (rows->rows->len >= IK_GEOCODE_PIECE_RECORDS ||
            rows->text->len >= IK_GEOCODE_PIECE_BYTES)
            return rows;
        record = ik_csv_reader_next(source->reader);
        if (!record)
            return rows;
    }
}

/* --- writing rows ---------------------------------------------------------------------------- */

/* The file's own fields, filled up to the header's width. */
static void append_given(const csv_source *source, GString *out, const ik_csv_record *record)
{
    for (guint i = 0; i < source->width; i++) {
        if (i > 0)
            g_string_append_c(out, source->separator);
        if (i < record->n_fields)
            ik_csv_append_field(out, source->separator, true, record->fields[i]);
    }
}

typedef struct {
    const csv_source *source;
    GString *out, *scratch;
} csv_row_writer;

static void put(const csv_row_writer *writer, const char *text)
{
    g_string_append_c(writer->out, writer->source->separator);
    ik_csv_append_field(writer->out, writer->source->separator, true, text);
}

static bool is_usual_separator(char separator)
{
    return separator == ';' || separator == '\t' || separator == ',';
}

/* A text of letters, digits and underscores that needs no quotes. */
static void put_code(const csv_row_writer *writer, const char *code)
{
    if (!is_usual_separator(writer->source->separator)) {
        put(writer, code);
        return;
    }
    g_string_append_c(writer->out, writer->source->separator);
    if (code != NULL)
        g_string_append(writer->out, code);
}

static void put_number(const csv_row_writer *writer, double value, guint decimals, bool is_known)
{
    if (is_usual_separator(writer->source->separator)) { /* none is part of a number */
        g_string_append_c(writer->out, writer->source->separator);
        if (is_known)
            ik_append_rounded(writer->out, value, decimals);
        return;
    }
    g_string_truncate(writer->scratch, 0);
    if (is_known)
        ik_append_rounded(writer->scratch, value, decimals);
    put(writer, writer->scratch->str);
}

static void put_codes(const csv_row_writer *writer, const ik_faults *faults)
{
    g_string_truncate(writer->scratch, 0);
    for (guint i = 0; i < ik_faults_count(faults); i++) {
        if (i > 0)
            g_string_append_c(writer->scratch, ' ');
        g_string_append(writer->scratch, ik_faults_get(faults, i)->code);
    }
    put(writer, writer->scratch->str);
}

static void put_candidates(const csv_row_writer *writer, const ik_match *match)
{
    const ik_territory *territory = writer->source->batch->territory;
    g_string_truncate(writer->scratch, 0);
    for (guint i = 0; i < match->n_candidates; i++) {
        if (i > 0)
            g_string_append_c(writer->scratch, ' ');
        g_string_append(writer->scratch,
                        territory->municipalities[match->candidates[i].municipality].ags);
    }
    put(writer, writer->scratch->str);
}

static void put_reason(const csv_row_writer *writer, const ik_faults *faults)
{
    if (ik_faults_count(faults) == 0) {
        put(writer, NULL);
        return;
    }
    g_autofree char *reason = ik_faults_sentences(faults, writer->source->batch->language);
    put(writer, reason);
}

static void append_row(const csv_row_writer *writer, const ik_csv_record *record,
                       const ik_match *match)
{
    const ik_territory *territory = writer->source->batch->territory;
    const bool placed = match->level != IK_MATCH_NONE;
    const ik_municipality *municipality =
        placed ? &territory->municipalities[match->municipality] : NULL;
    append_given(writer->source, writer->out, record);
    put_code(writer, ik_match_level_name(match->level));
    put_number(writer, match->score, 0, true);
    put_code(writer, ik_status_name(match->status));
    put_codes(writer, &match->faults);
    put(writer, match->street);
    put(writer, match->house_number);
    put(writer, match->postcode);
    put(writer, match->locality);
    put(writer, placed ? municipality->name : NULL);
    put_code(writer, placed ? municipality->ags : NULL);
    put(writer, placed ? territory->regions[municipality->region].id : NULL);
    put_number(writer, match->position.lon, 6, placed);
    put_number(writer, match->position.lat, 6, placed);
    put_number(writer, match->accuracy_m, 0, placed);
    put_candidates(writer, match);
    put_reason(writer, &match->faults);
    g_string_append_len(writer->out, "\r\n", 2);
}

/* --- answering ------------------------------------------------------------------------------- */

static void ask(const csv_source *source, const ik_geocode_worker *worker,
                const ik_csv_record *record, ik_geocode_answer *answer)
{
    const char *header = ik_columns_header(source->columns, record->flaw_field);
    const ik_fault fault = {.code = ik_csv_flaw_code(record->flaw),
                            .field = (char *)(gsize)header,
                            .read = (char *)(gsize)record->raw,
                            .expected = (char *)(gsize) "UTF-8"};
    if (record->flaw == IK_CSV_FLAWLESS)
        ik_geocode_ask(worker, source->columns, record, NULL, answer);
    else
        ik_geocode_reject(&fault, record->raw, answer);
}

static bool answer_rows(const ik_geocode_source *base, ik_geocode_worker *worker,
                        ik_geocode_piece *piece, GError **error)
{
    (void)error;
    const csv_source *source = (const csv_source *)base;
    const csv_rows *rows = piece->records;
    const csv_row_writer writer = {source, piece->out, worker->scratch};
    g_autoptr(GPtrArray) fields = g_ptr_array_new();
    for (guint i = 0; i < rows->rows->len; i++) {
        const csv_row *row = &g_array_index(rows->rows, csv_row, i);
        g_ptr_array_set_size(fields, (gint)row->n_fields);
        for (guint j = 0; j < row->n_fields; j++)
            fields->pdata[j] = rows->text->str + g_array_index(rows->starts, gsize, row->first + j);
        const ik_csv_record record = {row->line,
                                      row->n_fields,
                                      (const char *const *)fields->pdata,
                                      rows->text->str + row->raw,
                                      row->flaw,
                                      row->flaw_field};
        ik_geocode_answer answer;
        ask(source, worker, &record, &answer);
        append_row(&writer, &record, &answer.match);
        ik_geocode_note(source->batch, piece, &answer, row->line);
        ik_geocode_answer_clear(&answer);
    }
    return true;
}

/* --- the header ------------------------------------------------------------------------------ */

static bool has_header(const ik_columns *columns, const char *name)
{
    for (guint i = 0; i < ik_columns_count(columns); i++) {
        const char *header = ik_columns_header(columns, i);
        if (header && g_ascii_strcasecmp(header, name) == 0)
            return true;
    }
    return false;
}

/* Every column keeps a name of its own: one that the file already has becomes matched_NAME. */
static void append_header(const csv_source *source, const ik_csv_record *header)
{
    const csv_row_writer writer = {source, source->base.head, NULL};
    append_given(source, writer.out, header);
    for (gsize i = 0; i < N_ANSWERS; i++) {
        g_autoptr(GString) name = g_string_new(answer_columns[i]);
        while (has_header(source->columns, name->str))
            g_string_prepend(name, "matched_");
        put(&writer, name->str);
    }
    g_string_append(writer.out, "\r\n");
}

/* Excel takes UTF-8 for what it is only behind a byte order mark: files from there get one. */
static bool wants_bom(const ik_csv_dialect *dialect)
{
    return dialect->has_bom || g_str_equal(dialect->encoding, "windows-1252");
}

static bool start(csv_source *source, GError **error)
{
    const char *name = source->batch->name;
    const ik_csv_record *header = ik_csv_reader_next(source->reader);
    const ik_columns_request request = {.table = IK_TABLE_ADDRESSES, .file = name};
    if (!header) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: the file is empty, expected a header line", name);
        return false;
    }
    source->columns = ik_columns_resolve(&request, header, error);
    if (!source->columns)
        return false;
    const ik_csv_dialect *dialect = ik_csv_reader_dialect(source->reader);
    source->width = ik_columns_count(source->columns);
    source->separator = dialect->separator;
    if (wants_bom(dialect))
        g_string_append(source->base.head, "\xEF\xBB\xBF");
    append_header(source, header);
    return true;
}

static void close_source(ik_geocode_source *base)
{
    csv_source *source = (csv_source *)base;
    ik_csv_reader_free(source->reader);
    ik_columns_free(source->columns);
    g_string_free(source->base.head, TRUE);
    g_string_free(source->base.tail, TRUE);
    g_free(source);
}

ik_geocode_source *ik_geocode_csv_open(const ik_geocode_batch *batch, GBytes *bytes, GError **error)
{
    csv_source *source = g_new0(csv_source, 1);
    source->base = (ik_geocode_source){take_rows,    answer_rows,        free_rows,
                                       close_source, g_string_new(NULL), g_string_new(NULL)};
    source->batch = batch;
    source->reader = ik_csv_reader_new(bytes, batch->name, NULL, error);
    if (source->reader && start(source, error))
        return &source->base;
    close_source(&source->base);
    return NULL;
}
