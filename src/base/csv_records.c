/* csv_records.c — splitting bytes into records, on top of libcsv.   [base]
 *
 * libcsv is fed one line at a time in its strict mode. It ends a record within the line, or a quoted
 * field goes on in the next one, or it refuses a byte behind a closing quote. Refused in the first
 * line of a record: a stray quote. Refused in a later line, or no closing quote up to the end of
 * the file: the quote was never closed. Either way the first line is read once more, leniently, and
 * delivered with the flaw; reading goes on behind it. This is linear: to be carried over a line,
 * a quoted field must find runs of an even number of quotes only, and lines with only such runs
 * close what they open, so no line is searched through twice for a closing quote.
 */
#include "csv_records.h"

#include <string.h>

enum { STRICT = CSV_STRICT | CSV_STRICT_FINI, LENIENT = 0 };
enum { RAW_BYTES = 1000, MAX_FIELDS = 65535, PARSER_BLOCK_BYTES = 1 << 14 };

void ik_csv_records_init(ik_csv_records *records, const guint8 *data, gsize size,
                         gsize max_field_bytes)
{
    *records =
        (ik_csv_records){.data = data, .size = size, .line = 1, .max_field_bytes = max_field_bytes};
    records->text = g_string_new(NULL);
    records->raw = g_string_new(NULL);
    records->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    records->fields = g_ptr_array_new();
    csv_init(&records->parser, STRICT);
    csv_set_realloc_func(&records->parser, g_realloc);
    csv_set_free_func(&records->parser, g_free);
    csv_set_blk_size(&records->parser, PARSER_BLOCK_BYTES);
}

void ik_csv_records_clear(ik_csv_records *records)
{
    csv_free(&records->parser);
    g_string_free(records->text, TRUE);
    g_string_free(records->raw, TRUE);
    g_array_free(records->starts, TRUE);
    g_ptr_array_free(records->fields, TRUE);
}

void ik_csv_records_set_separator(ik_csv_records *records, char separator)
{
    csv_set_delim(&records->parser, (unsigned char)separator);
}

/* --- what libcsv calls ------------------------------------------------------------------------ */

static void note_flaw(ik_csv_records *records, ik_csv_flaw flaw)
{
    if (records->record.flaw != IK_CSV_FLAWLESS)
        return;
    records->record.flaw = flaw;
    records->record.flaw_field = records->starts->len;
}

static void take_field(const void *bytes, size_t size, ik_csv_records *records)
{
    if (records->starts->len == MAX_FIELDS)
        return;
    if (size > records->max_field_bytes) {
        note_flaw(records, IK_CSV_FIELD_TOO_LONG);
        size = ik_encoding_cut(records->encoding, bytes, records->max_field_bytes);
    }
    gsize start = records->text->len;
    ik_encoding_flaws flaws = ik_encoding_append(records->text, records->encoding, bytes, size);
    if (flaws.nul)
        note_flaw(records, IK_CSV_NUL_BYTE);
    if (flaws.broken)
        note_flaw(records, IK_CSV_BROKEN_UTF8);
    g_string_append_c(records->text, '\0');
    g_array_append_val(records->starts, start);
}

static bool is_padding(guint8 byte)
{
    return byte == ' ' || byte == '\t';
}

static void take_parsed_field(void *bytes, size_t size, void *data)
{
    take_field(bytes, size, data);
}

static void take_record_end(int terminator, void *data)
{
    (void)terminator;
    ik_csv_records *records = data;
    records->has_ended = true;
}

/* --- one record ------------------------------------------------------------------------------- */

static void begin_record(ik_csv_records *records, unsigned char mode)
{
    csv_set_opts(&records->parser, LENIENT); /* or csv_fini might refuse to start afresh */
    csv_fini(&records->parser, NULL, NULL, NULL);
    csv_set_opts(&records->parser, mode);
    records->has_ended = false;
    g_string_truncate(records->text, 0);
    g_array_set_size(records->starts, 0);
    records->record.flaw = IK_CSV_FLAWLESS;
    records->record.flaw_field = 0;
}

gsize ik_csv_records_line_end(const ik_csv_records *records, gsize start, gsize *content)
{
    gsize i = start;
    while (i < records->size && records->data[i] != '\n' && records->data[i] != '\r')
        i++;
    *content = i;
    if (i < records->size && records->data[i] == '\r')
        i++;
    if (i < records->size && records->data[i] == '\n' &&
        (i == *content || records->data[i - 1] == '\r'))
        i++;
    return i;
}

/* False: a byte was refused. Quotes in a field that did not start with one are plain text. */
static bool feed(ik_csv_records *records, gsize start, gsize end)
{
    struct csv_parser *parser = &records->parser;
    while (start < end) {
        start += csv_parse(parser, records->data + start, end - start, take_parsed_field,
                           take_record_end, records);
        if (start == end)
            break;
        if (parser->quoted)
            return false;
        unsigned char mode = (unsigned char)csv_get_opts(parser);
        csv_set_opts(parser, LENIENT);
        start += csv_parse(parser, records->data + start, 1, take_parsed_field, take_record_end,
                           records);
        csv_set_opts(parser, mode);
    }
    return true;
}

static bool finish(ik_csv_records *records)
{
    return csv_fini(&records->parser, take_parsed_field, take_record_end, records) == 0;
}

/* Delivers the line at `start`, the first of a record with `flaw`, and goes on behind it. */
static void read_flawed_line(ik_csv_records *records, gsize start, ik_csv_flaw flaw,
                             guint flaw_field)
{
    gsize content;
    gsize end = ik_csv_records_line_end(records, start, &content);
    begin_record(records, LENIENT);
    feed(records, start, content);
    finish(records);
    records->record.flaw = flaw;
    records->record.flaw_field = MIN(flaw_field, MAX_FIELDS - 1);
    records->position = end;
    records->line = records->record.line + 1;
}

/* Most lines have no quote: their fields stand between separators, without the blanks around them. */
static bool read_plain_line(ik_csv_records *records, gsize *content)
{
    const guint8 *start = records->data + records->position;
    gsize end = ik_csv_records_line_end(records, records->position, content);
    const guint8 *line_end = records->data + *content;
    if (memchr(start, '"', (gsize)(line_end - start)) != NULL)
        return false;
    const guint8 separator = csv_get_delim(&records->parser);
    g_string_truncate(records->text, 0);
    g_array_set_size(records->starts, 0);
    records->record.flaw = IK_CSV_FLAWLESS;
    records->record.flaw_field = 0;
    for (const guint8 *at = start;; at++) {
        const guint8 *stop = memchr(at, separator, (gsize)(line_end - at));
        const guint8 *last = stop != NULL ? stop : line_end;
        while (at < last && is_padding(*at))
            at++;
        const guint8 *behind = last;
        while (behind > at && is_padding(behind[-1]))
            behind--;
        take_field(at, (size_t)(behind - at), records);
        if (stop == NULL)
            break;
        at = stop;
    }
    records->position = end;
    records->line++;
    return true;
}

/* Reads from `position` to the end of the record; `*content` receives where its text ends. */
static void read_record(ik_csv_records *records, gsize *content)
{
    gsize start = records->position;
    guint open_field = 0; /* the one that the first line leaves open */
    records->record.line = records->line;
    if (read_plain_line(records, content))
        return;
    begin_record(records, STRICT);
    while (records->position < records->size) {
        gsize end = ik_csv_records_line_end(records, records->position, content);
        bool is_first = records->position == start;
        bool is_accepted = feed(records, records->position, end);
        if (is_first)
            open_field = records->starts->len;
        if (!is_accepted) {
            ik_csv_flaw flaw = is_first ? IK_CSV_STRAY_QUOTE : IK_CSV_UNCLOSED_QUOTE;
            read_flawed_line(records, start, flaw, open_field);
            ik_csv_records_line_end(records, start, content);
            return;
        }
        records->position = end;
        records->line++;
        if (records->has_ended || !records->parser.quoted)
            break;
    }
    if (!records->has_ended && !finish(records)) {
        read_flawed_line(records, start, IK_CSV_UNCLOSED_QUOTE, open_field);
        ik_csv_records_line_end(records, start, content);
    }
}

/* --- delivering it ---------------------------------------------------------------------------- */

static void set_raw(ik_csv_records *records, gsize start, gsize end)
{
    const guint8 *bytes = records->data + start;
    gsize size = end - start;
    if (size > RAW_BYTES)
        size = ik_encoding_cut(records->encoding, bytes, RAW_BYTES);
    g_string_truncate(records->raw, 0);
    /* What is flawless is valid, field by field. */
    if (records->encoding == IK_ENCODING_UTF8 && records->record.flaw == IK_CSV_FLAWLESS &&
        size <= RAW_BYTES) {
        g_string_append_len(records->raw, (const char *)bytes, (gssize)size);
        records->record.raw = records->raw->str;
        return;
    }
    ik_encoding_append(records->raw, records->encoding, bytes, size);
    if (records->raw->len > RAW_BYTES)
        g_string_truncate(
            records->raw,
            ik_encoding_cut(IK_ENCODING_UTF8, (const guint8 *)records->raw->str, RAW_BYTES));
    records->record.raw = records->raw->str;
}

static void set_fields(ik_csv_records *records)
{
    g_ptr_array_set_size(records->fields, 0);
    for (guint i = 0; i < records->starts->len; i++)
        g_ptr_array_add(records->fields,
                        records->text->str + g_array_index(records->starts, gsize, i));
    records->record.n_fields = records->fields->len;
    records->record.fields = (const char *const *)records->fields->pdata;
}

static bool is_blank(const ik_csv_records *records)
{
    if (records->record.flaw != IK_CSV_FLAWLESS)
        return false;
    for (gsize i = 0; i < records->text->len; i++) {
        char c = records->text->str[i];
        if (c != '\0' && !g_ascii_isspace(c))
            return false;
    }
    return true;
}

const ik_csv_record *ik_csv_records_next(ik_csv_records *records)
{
    while (records->position < records->size) {
        gsize start = records->position, content = start;
        read_record(records, &content);
        if (is_blank(records))
            continue;
        set_fields(records);
        set_raw(records, start, content);
        return &records->record;
    }
    return NULL;
}
