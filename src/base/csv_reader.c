/* csv_reader.c — opening CSV: its bytes, its encoding, its separator.   [base]
 *
 * The separator is found by rehearsal: the first records are read with each candidate, with all that
 * the reader knows of quotes and flaws; the one wins that gives most records the width of the first.
 */
#include "csv_reader.h"

#include <ideenkarte/error.h>

#include "csv_encoding.h"
#include "csv_records.h"
#include "foreign_format.h"

enum { REHEARSED_RECORDS = 100, DEFAULT_FIELD_BYTES = 1 << 20 };

struct ik_csv_reader {
    GBytes *bytes;
    char *name;
    ik_csv_dialect dialect;
    ik_csv_records records;
};

/* --- the dialect ------------------------------------------------------------------------------ */

static void set_separator(ik_csv_reader *reader, char separator)
{
    reader->dialect.separator = separator;
    ik_csv_records_set_separator(&reader->records, separator);
}

/* Reads the first records with `separator`: how many have as many fields as the first one. None
 * if that has one field only. */
static guint rehearse(ik_csv_reader *reader, char separator, guint *total)
{
    gsize position = reader->records.position;
    guint line = reader->records.line, width = 0, agreeing = 0;
    const ik_csv_record *record;
    set_separator(reader, separator);
    for (*total = 0; *total < REHEARSED_RECORDS; ++*total) {
        if ((record = ik_csv_records_next(&reader->records)) == NULL)
            break;
        if (*total == 0)
            width = record->n_fields;
        agreeing += record->flaw == IK_CSV_FLAWLESS && record->n_fields == width;
    }
    reader->records.position = position;
    reader->records.line = line;
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
    gsize content, start = reader->records.position;
    gsize end = ik_csv_records_line_end(&reader->records, start, &content);
    const char *text = (const char *)reader->records.data + start;
    gsize length = content - start;
    if (length == 7 && text[0] == '"' && text[6] == '"') {
        text++;
        length = 5;
    }
    if (length != 5 || g_ascii_strncasecmp(text, "sep=", 4) != 0 || !is_separator(text[4]))
        return 0;
    reader->records.position = end;
    reader->records.line++;
    return text[4];
}

static bool settle_encoding(ik_csv_reader *reader, const char *wanted, GError **error)
{
    gsize bom_size;
    const char *format = ik_foreign_format(reader->records.data, reader->records.size);
    if (format != NULL) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: the file is %s, expected text: save it as \"CSV UTF-8\"", reader->name,
                    format);
        return false;
    }
    reader->records.encoding =
        ik_encoding_detect(reader->records.data, reader->records.size, &bom_size);
    if (reader->records.encoding == IK_ENCODING_UTF16) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: the file is UTF-16 (Excel's \"Unicode text\"), expected UTF-8 or "
                    "Windows-1252: save it as \"CSV UTF-8\"",
                    reader->name);
        return false;
    }
    if (wanted != NULL && !ik_encoding_from_name(wanted, &reader->records.encoding)) {
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                    "%s: unknown encoding \"%s\", expected \"utf-8\" or \"windows-1252\"",
                    reader->name, wanted);
        return false;
    }
    reader->records.position = bom_size;
    reader->dialect.has_bom = bom_size > 0;
    reader->dialect.encoding = ik_encoding_name(reader->records.encoding);
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
    reader->name = g_strdup(name);
    gsize size;
    const guint8 *data = g_bytes_get_data(bytes, &size);
    if (data == NULL) /* no bytes; not even 0 may be added to NULL */
        data = (const guint8 *)"";
    ik_csv_records_init(&reader->records, data, size,
                        options->max_field_bytes != 0 ? options->max_field_bytes
                                                      : DEFAULT_FIELD_BYTES);
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
    if (g_error_matches(cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "%s: no such file", path);
    else
        g_set_error(error, IK_ERROR, IK_ERROR_IO, "%s: cannot read: %s", path, cause->message);
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
    ik_csv_records_clear(&reader->records);
    g_bytes_unref(reader->bytes);
    g_free(reader->name);
    g_free(reader);
}

const ik_csv_record *ik_csv_reader_next(ik_csv_reader *reader)
{
    return ik_csv_records_next(&reader->records);
}

const ik_csv_dialect *ik_csv_reader_dialect(const ik_csv_reader *reader)
{
    return &reader->dialect;
}

const char *ik_csv_reader_name(const ik_csv_reader *reader)
{
    return reader->name;
}

const char *ik_csv_flaw_code(ik_csv_flaw flaw)
{
    static const char *const codes[] = {[IK_CSV_FLAWLESS] = NULL,
                                        [IK_CSV_UNCLOSED_QUOTE] = "unclosed_quote",
                                        [IK_CSV_STRAY_QUOTE] = "stray_quote",
                                        [IK_CSV_FIELD_TOO_LONG] = "field_too_long",
                                        [IK_CSV_NUL_BYTE] = "nul_byte",
                                        [IK_CSV_BROKEN_UTF8] = "broken_text"};
    return codes[flaw];
}
