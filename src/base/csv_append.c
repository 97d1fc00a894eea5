/* csv_append.c — writing CSV records.   [base] */
#include "csv_append.h"

#include <string.h>

/* An optional sign, digits, and digits behind one point or comma. */
static bool is_plain_number(const char *text)
{
    if (*text == '+' || *text == '-')
        text++;
    gsize whole = strspn(text, "0123456789");
    text += whole;
    if (whole > 0 && (*text == '.' || *text == ',')) {
        gsize fraction = strspn(text + 1, "0123456789");
        return fraction > 0 && text[1 + fraction] == '\0';
    }
    return whole > 0 && *text == '\0';
}

static bool needs_apostrophe(const char *field)
{
    return *field != '\0' && strchr("=+-@\t\r\n", *field) != NULL && !is_plain_number(field);
}

static bool needs_quotes(const char *field, char separator)
{
    const char special[] = {'"', '\r', '\n', separator, '\0'};
    gsize length = strlen(field);
    return strpbrk(field, special) != NULL ||
           (length > 0 &&
            (strchr(" \t", field[0]) != NULL || strchr(" \t", field[length - 1]) != NULL));
}

static void append_field(GString *out, char separator, bool defuse, const char *field)
{
    const char *prefix = defuse && needs_apostrophe(field) ? "'" : "";
    if (!needs_quotes(field, separator)) {
        g_string_append(out, prefix);
        g_string_append(out, field);
        return;
    }
    g_string_append_c(out, '"');
    g_string_append(out, prefix);
    for (const char *c = field; *c != '\0'; c++) {
        if (*c == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *c);
    }
    g_string_append_c(out, '"');
}

void ik_csv_append(GString *out, char separator, bool defuse, const char *const *fields,
                   guint n_fields)
{
    for (guint i = 0; i < n_fields; i++) {
        if (i > 0)
            g_string_append_c(out, separator);
        append_field(out, separator, defuse, fields[i] != NULL ? fields[i] : "");
    }
    g_string_append(out, "\r\n");
}
