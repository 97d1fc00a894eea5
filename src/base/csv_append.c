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
    switch (*field) {
    case '=':
    case '@':
    case '\t':
    case '\r':
    case '\n': return true;
    case '+':
    case '-': return !is_plain_number(field);
    default: return false;
    }
}

/* Bytes of the field up to its NUL; `*quoted` receives whether it must stand in quotes. */
static gsize measure(const char *field, char separator, bool *quoted)
{
    bool special = false;
    const char *c = field;
    for (; *c != '\0'; c++)
        special |= *c == separator || *c == '"' || *c == '\n' || *c == '\r';
    const gsize length = (gsize)(c - field);
    *quoted = special || *field == ' ' || *field == '\t' ||
              (length > 0 && (c[-1] == ' ' || c[-1] == '\t'));
    return length;
}

void ik_csv_append_field(GString *out, char separator, bool defuse, const char *field)
{
    bool quoted;
    if (field == NULL || *field == '\0')
        return;
    const gsize length = measure(field, separator, &quoted);
    const bool marked = defuse && needs_apostrophe(field);
    if (quoted)
        g_string_append_c(out, '"');
    if (marked)
        g_string_append_c(out, '\'');
    if (!quoted) {
        g_string_append_len(out, field, (gssize)length);
        return;
    }
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
        ik_csv_append_field(out, separator, defuse, fields[i]);
    }
    g_string_append_len(out, "\r\n", 2);
}
