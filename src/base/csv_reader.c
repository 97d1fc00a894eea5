/* csv_reader.c — CSV records with line numbers and recovery, on top of libcsv.   [base]
 *
 * libcsv is fed one line at a time in its strict mode. It ends a record within the line, or a quoted
 * field goes on in the next one, or it refuses a byte behind a closing quote. Refused in the first
 * line of a record: a stray quote. Refused in a later line, or no closing quote up to the end of
 * the file: the quote was never closed. Either way the first line is read once more, leniently, and
 * delivered with the flaw; reading goes on behind it. This is linear: to be carried over a line,
 * a quoted field must find runs of an even number of quotes only, and lines with only such runs
 * close what they open, so no line is searched through twice for a closing quote.
 */
#include "csv_reader.h"

#include <csv.h>
#include <errno.h>
#include <ideenkarte/error.h>
#include <string.h>

#include "csv_encoding.h"
#include "io_error.h"

enum { STRICT = CSV_STRICT | CSV_STRICT_FINI, LENIENT = 0 };
enum { RAW_BYTES = 1000, MAX_FIELDS = 65535, REHEARSED_RECORDS = 100 };
enum { DEFAULT_FIELD_BYTES = 1 << 20, PARSER_BLOCK_BYTES = 1 << 14 };

struct ik_csv_reader {
    GBytes *bytes;
    const guint8 *data; /* of `bytes` */
    gsize size, position;
    guint line; /* of `position`, from 1 */
    char *name;
    gsize max_field_bytes;
    ik_encoding encoding;
    ik_csv_dialect dialect;

    struct csv_parser parser;
    bool has_ended;    /* the parser has seen the end of the record */
    GString *text;     /* the fields, each with its NUL */
    GArray *starts;    /* of gsize: where in `text` each field starts */
    GPtrArray *fields; /* into `text` */
    GString *raw;
    ik_csv_record record;
};

/* --- what libcsv calls ------------------------------------------------------------------------ */

static void note_flaw(ik_csv_reader *reader, ik_csv_flaw flaw)
{
    if (reader->record.flaw != IK_CSV_FLAWLESS)
        return;
    reader->record.flaw = flaw;
    reader->record.flaw_field = reader->starts->len;
}

static void take_field(void *bytes, size_t size, void *data)
{
    ik_csv_reader *reader = data;
    if (reader->starts->len == MAX_FIELDS)
        return;
    if (size > reader->max_field_bytes) {
        note_flaw(reader, IK_CSV_FIELD_TOO_LONG);
        size = ik_encoding_cut(reader->encoding, bytes, reader->max_field_bytes);
    }
    gsize start = reader->text->len;
    ik_encoding_flaws flaws = ik_encoding_append(reader->text, reader->encoding, bytes, size);
    if (flaws.nul)
        note_flaw(reader, IK_CSV_NUL_BYTE);
    if (flaws.broken)
        note_flaw(reader, IK_CSV_BROKEN_UTF8);
    g_string_append_c(reader->text, '\0');
    g_array_append_val(reader->starts, start);
}

static void take_record_end(int terminator, void *data)
{
    (void)terminator;
    ik_csv_reader *reader = data;
    reader->has_ended = true;
}

/* --- one record ------------------------------------------------------------------------------- */

static void begin_record(ik_csv_reader *reader, unsigned char mode)
{
    csv_set_opts(&reader->parser, LENIENT); /* or csv_fini might refuse to start afresh */
    csv_fini(&reader->parser, NULL, NULL, NULL);
    csv_set_opts(&reader->parser, mode);
    reader->has_ended = false;
    g_string_truncate(reader->text, 0);
    g_array_set_size(reader->starts, 0);
    reader->record.flaw = IK_CSV_FLAWLESS;
    reader->record.flaw_field = 0;
}

/* Behind the end of the line that `start` lies in; `*content` receives where its text ends. */
static gsize find_line_end(const ik_csv_reader *reader, gsize start, gsize *content)
{
    gsize i = start;
    while (i < reader->size && reader->data[i] != '\n' && reader->data[i] != '\r')
        i++;
    *content = i;
    if (i < reader->size && reader->data[i] == '\r')
        i++;
    if (i < reader->size && reader->data[i] == '\n' &&
        (i == *content || reader->data[i - 1] == '\r'))
        i++;
    return i;
}

/* False: a byte was refused. Quotes in a field that did not start with one are plain text. */
static bool feed(ik_csv_reader *reader, gsize start, gsize end)
{
    struct csv_parser *parser = &reader->parser;
    while (start < end) {
        start += csv_parse(parser, reader->data + start, end - start, take_field, take_record_end,
                           reader);
        if (start == end)
            break;
        if (parser->quoted)
            return false;
        unsigned char mode = (unsigned char)csv_get_opts(parser);
        csv_set_opts(parser, LENIENT);
        start += csv_parse(parser, reader->data + start, 1, take_field, take_record_end, reader);
        csv_set_opts(parser, mode);
    }
    return true;
}

static bool finish(ik_csv_reader *reader)
{
    return csv_fini(&reader->parser, take_field, take_record_end, reader) == 0;
}

/* Delivers the line at `start`, the first of a record with `flaw`, and goes on behind it. */
static void read_flawed_line(ik_csv_reader *reader, gsize start, ik_csv_flaw flaw, guint flaw_field)
{
    gsize content;
    gsize end = find_line_end(reader, start, &content);
    begin_record(reader, LENIENT);
    feed(reader, start, content);
    finish(reader);
    reader->record.flaw = flaw;
    reader->record.flaw_field = MIN(flaw_field, MAX_FIELDS - 1);
    reader->position = end;
    reader->line = reader->record.line + 1;
}

/* Reads from `position` to the end of the record; `*content` receives where its text ends. */
static void read_record(ik_csv_reader *reader, gsize *content)
{
    gsize start = reader->position;
    guint open_field = 0; /* the one that the first line leaves open */
    reader->record.line = reader->line;
    begin_record(reader, STRICT);
    while (reader->position < reader->size) {
        gsize end = find_line_end(reader, reader->position, content);
        bool is_first = reader->position == start;
        bool is_accepted = feed(reader, reader->position, end);
        if (is_first)
            open_field = reader->starts->len;
        if (!is_accepted) {
            ik_csv_flaw flaw = is_first ? IK_CSV_STRAY_QUOTE : IK_CSV_UNCLOSED_QUOTE;
            read_flawed_line(reader, start, flaw, open_field);
            find_line_end(reader, start, content);
            return;
        }
        reader->position = end;
        reader->line++;
        if (reader->has_ended || !reader->parser.quoted)
            break;
    }
    if (!reader->has_ended && !finish(reader)) {
        read_flawed_line(reader, start, IK_CSV_UNCLOSED_QUOTE, open_field);
        find_line_end(reader, start, content);
    }
}

/* --- delivering it ---------------------------------------------------------------------------- */

static void set_raw(ik_csv_reader *reader, gsize start, gsize end)
{
    const guint8 *bytes = reader->data + start;
    gsize size = end - start;
    if (size > RAW_BYTES)
        size = ik_encoding_cut(reader->encoding, bytes, RAW_BYTES);
    g_string_truncate(reader->raw, 0);
    ik_encoding_append(reader->raw, reader->encoding, bytes, size);
    if (reader->raw->len > RAW_BYTES)
        g_string_truncate(
            reader->raw,
            ik_encoding_cut(IK_ENCODING_UTF8, (const guint8 *)reader->raw->str, RAW_BYTES));
    reader->record.raw = reader->raw->str;
}

static void set_fields(ik_csv_reader *reader)
{
    g_ptr_array_set_size(reader->fields, 0);
    for (guint i = 0; i < reader->starts->len; i++)
        g_ptr_array_add(reader->fields,
                        reader->text->str + g_array_index(reader->starts, gsize, i));
    reader->record.n_fields = reader->fields->len;
    reader->record.fields = (const char *const *)reader->fields->pdata;
}

static bool is_blank(const ik_csv_reader *reader)
{
    if (reader->record.flaw != IK_CSV_FLAWLESS)
        return false;
    for (gsize i = 0; i < reader->text->len; i++) {
        char c = reader->text->str[i];
        if (c != '\0' && !g_ascii_isspace(c))
            return false;
    }
    return true;
}

const ik_csv_record *ik_csv_reader_next(ik_csv_reader *reader)
{
    while (reader->position < reader->size) {
        gsize start = reader->position, content = start;
        read_record(reader, &content);
        if (is_blank(reader))
            continue;
        set_fields(reader);
        set_raw(reader, start, content);
        return &reader->record;
    }
    return NULL;
}

/* --- the dialect ------------------------------------------------------------------------------ */

static void set_separator(ik_csv_reader *reader, char separator)
{
    reader->dialect.separator = separator;
    csv_set_delim(&reader->parser, (unsigned char)separator);
}

/* Reads the first records with `separator`: how many have as many fields as the first one. None
 * if that has one field only. */
static guint rehearse(ik_csv_reader *reader, char separator, guint *total)
{
    gsize position = reader->position;
    guint line = reader->line, width = 0, agreeing = 0;
    const ik_csv_record *record;
    set_separator(reader, separator);
    for (*total = 0; *total < REHEARSED_RECORDS; ++*total) {
        if ((record = ik_csv_reader_next(reader)) == NULL)
            break;
        if (*total == 0)
            width = record->n_fields;
        agreeing += record->flaw == IK_CSV_FLAWLESS && record->n_fields == width;
    }
    reader->position = position;
    reader->line = line;
    return width > 1 ? agreeing : 0;
}

static void detect_separator(ik_csv_reader *reader)
{
    static const char candidates[] = {';', '\t', ','};
    char best = ',';
    guint64 best_agreeing = 0, best_total = 1;
    for (gsize i = 0; i < sizeof candidates; i++) {
        guint total;
        guint64 agreeing = rehearse(reader, candidates[i], &total);
        if (agreeing * best_total > best_agreeing * total) {
            best = candidates[i];
            best_agreeing = agreeing;
            best_total = total;
        }
    }
    set_separator(reader, best);
}

static bool is_separator(char c)
{
    return c == '\t' || (g_ascii_ispunct(c) && c != '"');
}

/* Excel's first line `sep=;`, which it also writes quoted. Returns the separator, or 0. */
static char take_separator_line(ik_csv_reader *reader)
{
    gsize content, start = reader->position;
    gsize end = find_line_end(reader, start, &content);
    const char *text = (const char *)reader->data + start;
    gsize length = content - start;
    if (length == 7 && text[0] == '"' && text[6] == '"') {
        text++;
        length = 5;
    }
    if (length != 5 || g_ascii_strncasecmp(text, "sep=", 4) != 0 || !is_separator(text[4]))
        return 0;
    reader->position = end;
    reader->line++;
    return text[4];
}

static bool settle_encoding(ik_csv_reader *reader, const char *wanted, GError **error)
{
    gsize bom_size;
    reader->encoding = ik_encoding_detect(reader->data, reader->size, &bom_size);
    if (reader->encoding == IK_ENCODING_UTF16) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: the file is UTF-16 (Excel's \"Unicode text\"), expected UTF-8 or "
                    "Windows-1252: save it as \"CSV UTF-8\"",
                    reader->name);
        return false;
    }
    if (wanted != NULL && !ik_encoding_from_name(wanted, &reader->encoding)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: unknown encoding \"%s\", expected \"utf-8\" or \"windows-1252\"",
                    reader->name, wanted);
        return false;
    }
    reader->position = bom_size;
    reader->dialect.has_bom = bom_size > 0;
    reader->dialect.encoding = ik_encoding_name(reader->encoding);
    return true;
}

static bool settle_dialect(ik_csv_reader *reader, const ik_csv_options *options, GError **error)
{
    if (options->separator != 0 && !is_separator(options->separator)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: character %d cannot separate columns, expected semicolon, comma or tab",
                    reader->name, (int)(guint8)options->separator);
        return false;
    }
    if (!settle_encoding(reader, options->encoding, error))
        return false;
    char stated = take_separator_line(reader);
    reader->dialect.has_separator_line = stated != 0;
    if (options->separator != 0)
        set_separator(reader, options->separator);
    else if (stated != 0)
        set_separator(reader, stated);
    else
        detect_separator(reader);
    return true;
}

/* --- opening and closing ---------------------------------------------------------------------- */

ik_csv_reader *ik_csv_reader_new(GBytes *bytes, const char *name, const ik_csv_options *options,
                                 GError **error)
{
    static const ik_csv_options detect_all = {0};
    if (options == NULL)
        options = &detect_all;
    g_autoptr(ik_csv_reader) reader = g_new0(ik_csv_reader, 1);
    reader->bytes = g_bytes_ref(bytes);
    reader->data = g_bytes_get_data(bytes, &reader->size);
    if (reader->data == NULL) /* no bytes; not even 0 may be added to NULL */
        reader->data = (const guint8 *)"";
    reader->line = 1;
    reader->name = g_strdup(name);
    reader->max_field_bytes =
        options->max_field_bytes != 0 ? options->max_field_bytes : DEFAULT_FIELD_BYTES;
    reader->text = g_string_new(NULL);
    reader->raw = g_string_new(NULL);
    reader->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    reader->fields = g_ptr_array_new();
    csv_init(&reader->parser, STRICT);
    csv_set_realloc_func(&reader->parser, g_realloc);
    csv_set_free_func(&reader->parser, g_free);
    csv_set_blk_size(&reader->parser, PARSER_BLOCK_BYTES);
    if (!settle_dialect(reader, options, error))
        return NULL;
    return g_steal_pointer(&reader);
}

static GBytes *load(const char *path, GError **error)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: is a folder, expected a file", path);
        return NULL;
    }
    errno = 0;
    g_autoptr(GError) cause = NULL;
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, &cause);
    if (file != NULL)
        return g_mapped_file_get_bytes(file);
    /* A pipe cannot be mapped. */
    char *text;
    gsize size;
    if (!g_error_matches(cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) &&
        g_file_get_contents(path, &text, &size, NULL))
        return g_bytes_new_take(text, size);
    bool is_absent = g_error_matches(cause, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    g_set_error(error, IK_ERROR, is_absent ? IK_ERROR_NOT_FOUND : IK_ERROR_IO,
                "%s: cannot read: %s", path, cause->message);
    return NULL;
}

ik_csv_reader *ik_csv_reader_open(const char *path, const ik_csv_options *options, GError **error)
{
    g_autoptr(GBytes) bytes = load(path, error);
    if (bytes == NULL)
        return NULL;
    g_autofree char *name = g_path_get_basename(path);
    return ik_csv_reader_new(bytes, name, options, error);
}

void ik_csv_reader_free(ik_csv_reader *reader)
{
    if (reader == NULL)
        return;
    csv_free(&reader->parser);
    g_bytes_unref(reader->bytes);
    g_free(reader->name);
    g_string_free(reader->text, TRUE);
    g_string_free(reader->raw, TRUE);
    g_array_free(reader->starts, TRUE);
    g_ptr_array_free(reader->fields, TRUE);
    g_free(reader);
}

const ik_csv_dialect *ik_csv_reader_dialect(const ik_csv_reader *reader)
{
    return &reader->dialect;
}

const char *ik_csv_reader_name(const ik_csv_reader *reader)
{
    return reader->name;
}
