/* fuzz_csv_reader.c — CSV of any kind: every record in order, valid text, and the same when written again.   [tests]
 *
 * Where a file holds no quotes and is plain UTF-8, a split by hand must give the same fields. What the reader
 * delivers without a flaw is written by ik_csv_append and must be read back the same.
 */
#include "fuzz_support.h"

#include <string.h>

#include "csv_append.h"
#include "csv_encoding.h"
#include "csv_reader.h"

enum { MOST_RAW_BYTES = 1000, TIGHT_BYTES = 8 };

static ik_csv_reader *open_bytes(const void *data, size_t size, const ik_csv_options *options)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(GError) error = NULL;
    ik_csv_reader *reader = ik_csv_reader_new(bytes, "input.csv", options, &error);
    if (reader == NULL)
        fuzz_require_failure(error);
    else
        g_assert(error == NULL);
    return reader;
}

/* Lines end with LF, CRLF or CR. */
static guint count_lines(const uint8_t *data, size_t size)
{
    guint lines = 1;
    for (size_t i = 0; i < size; i++)
        lines += data[i] == '\n' || (data[i] == '\r' && (i + 1 == size || data[i + 1] != '\n'));
    return lines;
}

static void check_record(const ik_csv_record *record, guint line_before, guint lines)
{
    g_assert(record->line > line_before && record->line <= lines);
    g_assert(record->n_fields > 0);
    for (guint i = 0; i < record->n_fields; i++)
        fuzz_require_utf8(record->fields[i]);
    fuzz_require_utf8(record->raw);
    g_assert(strlen(record->raw) <= MOST_RAW_BYTES);
    g_assert(record->flaw <= IK_CSV_BROKEN_UTF8);
    g_assert(record->flaw == IK_CSV_FLAWLESS ? record->flaw_field == 0
                                             : record->flaw_field < record->n_fields);
}

static void dump_fields(GString *out, const ik_csv_record *record)
{
    for (guint i = 0; i < record->n_fields; i++)
        g_string_append_printf(out, "<%s>", record->fields[i]);
    g_string_append_c(out, '\n');
}

/* Everything that the reader says, as text. */
static char *dump(ik_csv_reader *reader, guint lines)
{
    GString *out = g_string_new(NULL);
    guint line = 0;
    for (const ik_csv_record *record; (record = ik_csv_reader_next(reader)) != NULL;) {
        check_record(record, line, lines);
        line = record->line;
        g_string_append_printf(out, "%u %d %u ", line, record->flaw, record->flaw_field);
        dump_fields(out, record);
    }
    g_assert(ik_csv_reader_next(reader) == NULL);
    return g_string_free(out, FALSE);
}

/* A byte order mark and a line `sep=` mean something at the start of a file only; hence the head. */
static void check_written_again(ik_csv_reader *reader, char separator)
{
    static const char *const head[] = {"head"};
    g_autoptr(GString) written = g_string_new(NULL);
    g_autoptr(GString) expected = g_string_new(NULL);
    ik_csv_append(written, separator, false, head, 1);
    for (const ik_csv_record *record; (record = ik_csv_reader_next(reader)) != NULL;) {
        if (record->flaw != IK_CSV_FLAWLESS)
            continue;
        ik_csv_append(written, separator, false, record->fields, record->n_fields);
        dump_fields(expected, record);
    }
    const ik_csv_options options = {separator, "utf-8", 1 << 24};
    g_autoptr(ik_csv_reader) again = open_bytes(written->str, written->len, &options);
    g_autoptr(GString) read = g_string_new(NULL);
    g_assert(again != NULL && ik_csv_reader_next(again) != NULL);
    for (const ik_csv_record *record; (record = ik_csv_reader_next(again)) != NULL;) {
        g_assert(record->flaw == IK_CSV_FLAWLESS);
        dump_fields(read, record);
    }
    g_assert_cmpstr(read->str, ==, expected->str);
}

static bool is_blank(const char *line, char separator)
{
    for (; *line != '\0'; line++)
        if (*line != separator && !g_ascii_isspace(*line))
            return false;
    return true;
}

static void dump_by_hand(GString *out, const char *line, char separator)
{
    const char separators[] = {separator, '\0'};
    const char *blanks = separator == '\t' ? " " : " \t";
    g_auto(GStrv) fields = g_strsplit(line, separators, -1);
    for (char **field = fields; *field != NULL; field++) {
        const char *start = *field + strspn(*field, blanks);
        gsize length = strlen(start);
        while (length > 0 && strchr(blanks, start[length - 1]) != NULL)
            length--;
        g_string_append_printf(out, "<%.*s>", (int)length, start);
    }
    if (*line == '\0')
        g_string_append(out, "<>");
    g_string_append_c(out, '\n');
}

/* Splits a file without quotes the simple way. */
static char *split_by_hand(const char *text, const ik_csv_dialect *dialect)
{
    GString *out = g_string_new(NULL);
    guint line = 1;
    bool is_stated = dialect->has_separator_line;
    for (const char *at = text + (dialect->has_bom ? 3 : 0); *at != '\0'; line++) {
        gsize length = strcspn(at, "\r\n");
        g_autofree char *content = g_strndup(at, length);
        at += length;
        at += strncmp(at, "\r\n", 2) == 0 ? 2 : *at != '\0';
        if (!is_stated && !is_blank(content, dialect->separator)) {
            g_string_append_printf(out, "%u 0 0 ", line);
            dump_by_hand(out, content, dialect->separator);
        }
        is_stated = false;
    }
    return g_string_free(out, FALSE);
}

static bool can_split_by_hand(const uint8_t *data, size_t size)
{
    return size > 0 && memchr(data, '"', size) == NULL &&
           g_utf8_validate_len((const char *)data, size, NULL);
}

static bool is_blank_record(const ik_csv_record *record)
{
    for (guint i = 0; i < record->n_fields; i++)
        if (!is_blank(record->fields[i], ' '))
            return false;
    return true;
}

static void check_cut(const ik_csv_record *record, const ik_csv_record *cut)
{
    g_assert(record->line == cut->line && record->n_fields == cut->n_fields);
    for (guint i = 0; i < cut->n_fields; i++)
        g_assert(strlen(cut->fields[i]) <= (size_t)3 * TIGHT_BYTES); /* of U+FFFD */
}

/* No field may be longer than asked for, and no record may get lost by it. */
static void check_tight(const uint8_t *data, size_t size, const ik_csv_dialect *dialect)
{
    const ik_csv_options wide = {dialect->separator, dialect->encoding, 0};
    const ik_csv_options tight = {dialect->separator, dialect->encoding, TIGHT_BYTES};
    g_autoptr(ik_csv_reader) whole = open_bytes(data, size, &wide);
    g_autoptr(ik_csv_reader) narrow = open_bytes(data, size, &tight);
    g_assert(whole != NULL && narrow != NULL);
    const ik_csv_record *record = NULL, *cut = NULL;
    while ((record = ik_csv_reader_next(whole)) != NULL) {
        /* Blanks alone are skipped, but too many of them are a flaw, and delivered. */
        do {
            cut = ik_csv_reader_next(narrow);
            g_assert(cut != NULL);
        } while (cut->line < record->line && is_blank_record(cut));
        check_cut(record, cut);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(ik_csv_reader) reader = open_bytes(data, size, NULL);
    if (reader == NULL)
        return 0;
    const ik_csv_dialect dialect = *ik_csv_reader_dialect(reader);
    guint lines = count_lines(data, size);
    g_autofree char *detected = dump(reader, lines);

    const ik_csv_options stated = {dialect.separator, dialect.encoding, 0};
    g_autoptr(ik_csv_reader) second = open_bytes(data, size, &stated);
    g_autofree char *same = dump(second, lines);
    g_assert_cmpstr(same, ==, detected);

    if (can_split_by_hand(data, size)) {
        g_autofree char *text = fuzz_text(data, size);
        g_autofree char *by_hand = split_by_hand(text, &dialect);
        g_assert_cmpstr(detected, ==, by_hand);
    }
    g_autoptr(ik_csv_reader) third = open_bytes(data, size, NULL);
    check_written_again(third, dialect.separator);
    check_tight(data, size, &dialect);
    return 0;
}
