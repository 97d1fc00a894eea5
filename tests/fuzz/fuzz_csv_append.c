/* fuzz_csv_append.c — any text in any field: read back the same, and nothing that a spreadsheet runs.   [tests]
 *
 * Fields are separated by 1F, records by 1E. Independent of the reader's own idea of what needs quotes.
 */
#include "fuzz_support.h"

#include <string.h>

#include "csv_append.h"
#include "csv_reader.h"

static ik_csv_reader *open_text(const GString *text, char separator)
{
    const ik_csv_options options = {separator, "utf-8", 1 << 24};
    g_autoptr(GBytes) bytes = g_bytes_new(text->str, text->len);
    g_autoptr(ik_csv_reader) reader = ik_csv_reader_new(bytes, "output.csv", &options, NULL);
    g_assert(reader != NULL && ik_csv_reader_next(reader) != NULL);
    return g_steal_pointer(&reader);
}

/* What a spreadsheet takes for a formula by its first character, unless it is a number. */
static bool is_dangerous(const char *field)
{
    char *end = NULL;
    if (*field == '\0' || strchr("=+-@\t\r\n", *field) == NULL)
        return false;
    g_autofree char *number = g_strdelimit(g_strdup(field), ",", '.');
    if (strspn(number, "+-0123456789.") != strlen(number))
        return true;
    g_ascii_strtod(number, &end);
    return end == number || *end != '\0';
}

/* The reader skips records of nothing but blanks; a lone tab, defused, is blank no more. */
static bool is_skipped(char **fields, bool defuse)
{
    for (; *fields != NULL; fields++) {
        if (defuse && is_dangerous(*fields))
            return false;
        for (const char *at = *fields; *at != '\0'; at++)
            if (!g_ascii_isspace(*at))
                return false;
    }
    return true;
}

static void check_field(const char *read, const char *field, bool defuse)
{
    if (!defuse || !is_dangerous(field)) {
        g_assert(strcmp(read, field) == 0 || (defuse && *read == '\'' && !is_dangerous(read)));
    } else {
        g_assert(*read == '\'');
        g_assert_cmpstr(read + 1, ==, field);
    }
    g_assert(!defuse || !is_dangerous(read));
}

static void check(char **records, char separator, bool defuse)
{
    static const char *const head[] = {"head"};
    g_autoptr(GString) out = g_string_new(NULL);
    ik_csv_append(out, separator, defuse, head, 1);
    for (char **record = records; *record != NULL; record++) {
        g_auto(GStrv) fields = g_strsplit(*record, "\x1f", -1);
        ik_csv_append(out, separator, defuse, (const char *const *)fields, g_strv_length(fields));
    }
    g_autoptr(ik_csv_reader) reader = open_text(out, separator);
    for (char **record = records; *record != NULL; record++) {
        g_auto(GStrv) fields = g_strsplit(*record, "\x1f", -1);
        if (is_skipped(fields, defuse))
            continue;
        const ik_csv_record *read = ik_csv_reader_next(reader);
        if (read == NULL || read->n_fields != g_strv_length(fields))
            g_error("a record of %u fields was not read back", g_strv_length(fields));
        g_assert(read->flaw == IK_CSV_FLAWLESS);
        for (guint i = 0; i < read->n_fields; i++)
            check_field(read->fields[i], fields[i], defuse);
    }
    g_assert(ik_csv_reader_next(reader) == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = fuzz_text(data, size);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_auto(GStrv) records = g_strsplit(valid, "\x1e", -1);
    check(records, ';', false);
    check(records, ',', true);
    check(records, '\t', false);
    return 0;
}
