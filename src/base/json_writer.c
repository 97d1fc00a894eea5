/* json_writer.c — writing JSON deterministically.   [base] */
#include "json_writer.h"

#include <math.h>
#include <string.h>

void ik_json_writer_init(ik_json_writer *writer, GString *out, guint indent)
{
    *writer = (ik_json_writer){.out = out, .indent = indent};
}

static void break_line(ik_json_writer *writer)
{
    if (writer->indent == 0)
        return;
    g_string_append_c(writer->out, '\n');
    for (guint i = 0; i < writer->depth * writer->indent; i++)
        g_string_append_c(writer->out, ' ');
}

/* What stands in front of a key or of an array's item. */
static void begin_item(ik_json_writer *writer)
{
    if (writer->follows_key) {
        writer->follows_key = false;
        return;
    }
    if (writer->needs_comma)
        g_string_append_c(writer->out, ',');
    if (writer->depth > 0)
        break_line(writer);
}

static void begin_container(ik_json_writer *writer, char bracket)
{
    begin_item(writer);
    g_string_append_c(writer->out, bracket);
    writer->depth++;
    writer->needs_comma = false;
}

static void end_container(ik_json_writer *writer, char bracket)
{
    g_assert(writer->depth > 0 && !writer->follows_key);
    writer->depth--;
    if (writer->needs_comma)
        break_line(writer);
    g_string_append_c(writer->out, bracket);
    writer->needs_comma = true;
}

void ik_json_begin_object(ik_json_writer *writer)
{
    begin_container(writer, '{');
}

void ik_json_end_object(ik_json_writer *writer)
{
    end_container(writer, '}');
}

void ik_json_begin_array(ik_json_writer *writer)
{
    begin_container(writer, '[');
}

void ik_json_end_array(ik_json_writer *writer)
{
    end_container(writer, ']');
}

static void append_escaped(GString *out, gunichar c)
{
    switch (c) {
    case '"': g_string_append(out, "\\\""); break;
    case '\\': g_string_append(out, "\\\\"); break;
    case '\n': g_string_append(out, "\\n"); break;
    case '\r': g_string_append(out, "\\r"); break;
    case '\t': g_string_append(out, "\\t"); break;
    case '<':
    case '>':
    case '&':
    case 0x7F:
    case 0x2028:
    case 0x2029: g_string_append_printf(out, "\\u%04x", c); break;
    default:
        if (c < 0x20)
            g_string_append_printf(out, "\\u%04x", c);
        else
            g_string_append_unichar(out, c);
    }
}

/* Bytes at the beginning that are written as they are. */
static gsize plain_length(const char *text)
{
    const char *at = text;
    while (*at >= ' ' && *at < 0x7F && strchr("\"\\<>&", *at) == NULL)
        at++;
    return (gsize)(at - text);
}

static void append_string(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (;;) {
        const gsize plain = plain_length(text);
        g_string_append_len(out, text, (gssize)plain);
        text += plain;
        if (*text == '\0')
            break;
        gunichar c = g_utf8_get_char_validated(text, -1);
        bool is_valid = c < (gunichar)-2;
        append_escaped(out, is_valid ? c : 0xFFFD);
        text = is_valid ? g_utf8_next_char(text) : text + 1;
    }
    g_string_append_c(out, '"');
}

static void put_token(ik_json_writer *writer, const char *token)
{
    begin_item(writer);
    g_string_append(writer->out, token);
    writer->needs_comma = true;
}

void ik_json_key(ik_json_writer *writer, const char *key)
{
    g_assert(writer->depth > 0 && !writer->follows_key);
    begin_item(writer);
    append_string(writer->out, key);
    g_string_append(writer->out, writer->indent > 0 ? ": " : ":");
    writer->follows_key = true;
}

void ik_json_put_string(ik_json_writer *writer, const char *text)
{
    if (text == NULL) {
        ik_json_put_null(writer);
        return;
    }
    begin_item(writer);
    append_string(writer->out, text);
    writer->needs_comma = true;
}

void ik_json_put_integer(ik_json_writer *writer, gint64 value)
{
    char digits[32];
    g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT, value);
    put_token(writer, digits);
}

void ik_json_put_number(ik_json_writer *writer, double value)
{
    g_assert(isfinite(value));
    char digits[G_ASCII_DTOSTR_BUF_SIZE], format[8];
    /* 15 digits are the shortest form whenever they suffice, but for subnormal numbers. */
    guint precision = fabs(value) < 2.2250738585072014e-308 ? 1 : 15;
    do {
        g_snprintf(format, sizeof format, "%%.%ug", precision);
        g_ascii_formatd(digits, sizeof digits, format, value == 0 ? 0 : value);
    } while (g_ascii_strtod(digits, NULL) != value && precision++ < 17);
    put_token(writer, digits);
}

void ik_json_put_rounded(ik_json_writer *writer, double value, guint decimals)
{
    begin_item(writer);
    ik_append_rounded(writer->out, value, decimals);
    writer->needs_comma = true;
}

void ik_json_put_bool(ik_json_writer *writer, bool value)
{
    put_token(writer, value ? "true" : "false");
}

void ik_json_put_null(ik_json_writer *writer)
{
    put_token(writer, "null");
}

void ik_json_put_strings(ik_json_writer *writer, const char *const *texts)
{
    ik_json_begin_array(writer);
    for (; texts != NULL && *texts != NULL; texts++)
        ik_json_put_string(writer, *texts);
    ik_json_end_array(writer);
}

void ik_json_put_raw(ik_json_writer *writer, const char *json)
{
    put_token(writer, json);
}

/* The value times `scale`, a power of ten, to the nearest whole number, ties to even as printf does it. What the
 * product loses is known exactly (fma), so that no tie is taken for a value beside it. */
static gint64 scaled(double value, double scale)
{
    const double product = value * scale, lost = fma(value, scale, -product);
    const double whole = floor(product), beyond_half = product - whole - 0.5;
    gint64 result = (gint64)whole;
    if (beyond_half > -lost || (beyond_half == -lost && result % 2 != 0))
        result++;
    return result;
}

/* Of magnitudes below 2^52, where a double has a place for halves. */
static void append_scaled(GString *out, gint64 number, guint decimals, bool is_negative)
{
    char digits[32], *end = digits + sizeof digits, *at = end;
    while (decimals > 0 && number % 10 == 0) {
        number /= 10;
        decimals--;
    }
    for (guint i = 0; i <= decimals || number > 0; i++) {
        if (decimals > 0 && i == decimals)
            *--at = '.';
        *--at = (char)('0' + number % 10);
        number /= 10;
    }
    if (is_negative)
        *--at = '-';
    g_string_append_len(out, at, end - at);
}

void ik_append_rounded(GString *out, double value, guint decimals)
{
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    g_assert(isfinite(value) && decimals <= 9);
    const double magnitude = fabs(value);
    if (magnitude * powers[decimals] < 0x1p51) {
        const gint64 number = scaled(magnitude, powers[decimals]);
        append_scaled(out, number, decimals, value < 0 && number > 0);
        return;
    }
    char digits[400], format[8]; /* the largest double has 309 digits in front of the point */
    g_snprintf(format, sizeof format, "%%.%uf", decimals);
    g_ascii_formatd(digits, sizeof digits, format, value);
    gsize length = strlen(digits);
    if (decimals > 0) {
        while (digits[length - 1] == '0')
            length--;
        if (digits[length - 1] == '.')
            length--;
    }
    bool is_negative_zero = length == 2 && digits[0] == '-' && digits[1] == '0';
    g_string_append_len(out, digits + is_negative_zero, (gssize)length - is_negative_zero);
}
