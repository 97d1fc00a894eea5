/* value_text.c — values as text: numbers as ECMAScript writes them, arrays and objects as JSON.   [style] */
#include "value_text.h"

#include "json_writer.h"

#include <math.h>
#include <string.h>

#define MAX_EXACT_INTEGER 1e15

/* ---- numbers ---- */

guint ik_shortest_digits(double number, char digits[20], int *exponent)
{
    char text[40];
    for (int precision = 14; precision <= 16; precision++) {
        char format[8];
        g_snprintf(format, sizeof format, "%%.%de", precision);
        g_ascii_formatd(text, sizeof text, format, number);
        if (g_ascii_strtod(text, NULL) == number)
            break;
    }
    guint n = 0;
    const char *at = text;
    for (; *at != 'e'; at++)
        if (g_ascii_isdigit(*at))
            digits[n++] = *at;
    *exponent = (int)g_ascii_strtoll(at + 1, NULL, 10);
    while (n > 1 && digits[n - 1] == '0')
        n--;
    return n;
}

static void append_zeros(GString *out, int n)
{
    for (int i = 0; i < n; i++)
        g_string_append_c(out, '0');
}

/* Section 6.1.6.1.20 of ECMA-262: plain from 1e-6 to 1e21, with an exponent beyond. */
static void append_digits(GString *out, const char *digits, guint n, int exponent)
{
    if (exponent >= 21 || exponent < -6) {
        g_string_append_c(out, digits[0]);
        if (n > 1)
            g_string_append_c(out, '.');
        g_string_append_len(out, digits + 1, n - 1);
        g_string_append_printf(out, "e%c%d", exponent < 0 ? '-' : '+', ABS(exponent));
    } else if (exponent < 0) {
        g_string_append(out, "0.");
        append_zeros(out, -exponent - 1);
        g_string_append_len(out, digits, n);
    } else {
        guint whole = (guint)exponent + 1;
        g_string_append_len(out, digits, MIN(n, whole));
        append_zeros(out, (int)whole - (int)n);
        if (n > whole) {
            g_string_append_c(out, '.');
            g_string_append_len(out, digits + whole, n - whole);
        }
    }
}

void ik_append_number(GString *out, double number)
{
    char digits[20];
    int exponent = 0;
    if (isnan(number)) {
        g_string_append(out, "NaN");
        return;
    }
    if (number < 0) {
        g_string_append_c(out, '-');
        number = -number;
    }
    if (isinf(number))
        g_string_append(out, "Infinity");
    else if (number < MAX_EXACT_INTEGER && number == floor(number))
        g_string_append_printf(out, "%" G_GINT64_FORMAT, (gint64)number);
    else {
        guint n = ik_shortest_digits(number, digits, &exponent);
        append_digits(out, digits, n, exponent);
    }
}

/* ---- JSON ---- */

static void append_json_string(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (const char *at = text; *at != '\0'; at++)
        switch (*at) {
        case '"': g_string_append(out, "\\\""); break;
        case '\\': g_string_append(out, "\\\\"); break;
        case '\n': g_string_append(out, "\\n"); break;
        case '\r': g_string_append(out, "\\r"); break;
        case '\t': g_string_append(out, "\\t"); break;
        case '\b': g_string_append(out, "\\b"); break;
        case '\f': g_string_append(out, "\\f"); break;
        default:
            if ((unsigned char)*at < 0x20)
                g_string_append_printf(out, "\\u%04x", (unsigned)*at);
            else
                g_string_append_c(out, *at);
        }
    g_string_append_c(out, '"');
}

static void append_array(GString *out, const ik_value *items, guint n)
{
    g_string_append_c(out, '[');
    for (guint i = 0; i < n; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        ik_append_value_json(out, &items[i]);
    }
    g_string_append_c(out, ']');
}

static void append_object(GString *out, const ik_attribute *members, guint n)
{
    g_string_append_c(out, '{');
    for (guint i = 0; i < n; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        append_json_string(out, members[i].name);
        g_string_append_c(out, ':');
        ik_append_value_json(out, &members[i].value);
    }
    g_string_append_c(out, '}');
}

static void append_color(GString *out, ik_color color)
{
    const double parts[3] = {color.r, color.g, color.b};
    g_string_append(out, "rgba(");
    for (int i = 0; i < 3; i++)
        g_string_append_printf(out, "%d,", (int)floor(parts[i] * 255 + 0.5));
    ik_append_number(out, color.a);
    g_string_append_c(out, ')');
}

static void append_padding(GString *out, const double padding[4])
{
    for (int i = 0; i < 4; i++) {
        g_string_append_c(out, i == 0 ? '[' : ',');
        ik_append_number(out, padding[i]);
    }
    g_string_append_c(out, ']');
}

static void append_anchor_offsets(GString *out, const ik_value *value)
{
    for (guint i = 0; i < value->anchor_offsets.n; i++) {
        const ik_anchor_offset *item = &value->anchor_offsets.items[i];
        g_string_append_c(out, i == 0 ? '[' : ',');
        append_json_string(out, ik_anchor_name(item->anchor));
        g_string_append(out, ",[");
        ik_append_number(out, item->x);
        g_string_append_c(out, ',');
        ik_append_number(out, item->y);
        g_string_append_c(out, ']');
    }
    g_string_append_c(out, ']');
}

void ik_append_value_json(GString *out, const ik_value *value)
{
    switch (value->type) {
    case IK_VALUE_BOOL: g_string_append(out, value->boolean ? "true" : "false"); break;
    case IK_VALUE_NUMBER:
        if (isfinite(value->number))
            ik_append_number(out, value->number);
        else
            g_string_append(out, "null");
        break;
    case IK_VALUE_STRING: append_json_string(out, value->string); break;
    case IK_VALUE_IMAGE: append_json_string(out, value->image.name); break;
    case IK_VALUE_ARRAY: append_array(out, value->array.items, value->array.n); break;
    case IK_VALUE_OBJECT: append_object(out, value->object.members, value->object.n); break;
    case IK_VALUE_PADDING: append_padding(out, value->padding); break;
    case IK_VALUE_ANCHOR_OFFSETS: append_anchor_offsets(out, value); break;
    case IK_VALUE_COLOR:
        g_string_append_c(out, '"');
        append_color(out, value->color);
        g_string_append_c(out, '"');
        break;
    default: g_string_append(out, "null"); break;
    }
}

/* ---- text ---- */

/* Whole numbers make up nearly all that labels show. */
static const char *integer_text(gint64 number, ik_arena *arena)
{
    char digits[24], *at = digits + sizeof digits;
    guint64 rest = (guint64)ABS(number);
    *--at = '\0';
    do
        *--at = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (number < 0)
        *--at = '-';
    return ik_arena_copy(arena, at);
}

const char *ik_value_text(const ik_value *value, ik_arena *arena)
{
    if (value->type == IK_VALUE_STRING)
        return value->string;
    if (value->type == IK_VALUE_NUMBER && fabs(value->number) < MAX_EXACT_INTEGER &&
        value->number == floor(value->number))
        return integer_text((gint64)value->number, arena);
    g_autoptr(GString) out = g_string_new(NULL);
    switch (value->type) {
    case IK_VALUE_NULL: return "";
    case IK_VALUE_BOOL: return value->boolean ? "true" : "false";
    case IK_VALUE_IMAGE: return value->image.name;
    case IK_VALUE_NUMBER: ik_append_number(out, value->number); break;
    case IK_VALUE_COLOR: append_color(out, value->color); break;
    case IK_VALUE_FORMATTED:
        for (guint i = 0; i < value->formatted.n; i++)
            g_string_append(out, value->formatted.sections[i].text);
        break;
    default: ik_append_value_json(out, value); break;
    }
    return ik_arena_copy(arena, out->str);
}
