/* value_convert.c — one kind of value from another.   [style] */
#include "value_convert.h"

#include "property.h"

#include <math.h>
#include <string.h>

bool ik_value_to_bool(const ik_value *value)
{
    switch (value->type) {
    case IK_VALUE_NULL: return false;
    case IK_VALUE_BOOL: return value->boolean;
    case IK_VALUE_STRING: return value->string[0] != '\0';
    case IK_VALUE_NUMBER: return value->number != 0 && !isnan(value->number);
    default: return true;
    }
}

/* 0x, 0o and 0b with nothing but digits behind. */
static bool number_of_base(const char *text, double *number)
{
    int base = text[1] == 'x' || text[1] == 'X' ? 16 : text[1] == 'o' || text[1] == 'O' ? 8 : 2;
    *number = 0;
    for (const char *at = text + 2; *at != '\0'; at++) {
        int digit = g_ascii_xdigit_value(*at);
        if (digit < 0 || digit >= base)
            return false;
        *number = *number * base + digit;
    }
    return text[2] != '\0';
}

/* Sections 7.1.4.1 of ECMA-262. g_ascii_strtod would take "inf", "nan" and "0x1p3", too. */
static bool number_of_text(const char *text, double *number)
{
    g_autofree char *trimmed = g_strstrip(g_strdup(text));
    const char *digits = trimmed[0] == '+' || trimmed[0] == '-' ? trimmed + 1 : trimmed;
    char *end = NULL;
    *number = 0;
    if (trimmed[0] == '\0')
        return true;
    if (strcmp(digits, "Infinity") == 0) {
        *number = trimmed[0] == '-' ? -INFINITY : INFINITY;
        return true;
    }
    if (digits == trimmed && digits[0] == '0' && digits[1] != '\0' &&
        strchr("xXoObB", digits[1]) != NULL)
        return number_of_base(digits, number);
    if (!g_ascii_isdigit(digits[0]) && !(digits[0] == '.' && g_ascii_isdigit(digits[1])))
        return false;
    if (digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X'))
        return false;
    *number = g_ascii_strtod(trimmed, &end);
    return *end == '\0';
}

bool ik_value_to_number(const ik_value *value, double *number)
{
    switch (value->type) {
    case IK_VALUE_NULL: *number = 0; return true;
    case IK_VALUE_BOOL: *number = value->boolean ? 1 : 0; return true;
    case IK_VALUE_NUMBER: *number = value->number; return !isnan(value->number);
    case IK_VALUE_STRING: return number_of_text(value->string, number);
    default: return false;
    }
}

static bool is_within(double number, double max)
{
    return number >= 0 && number <= max;
}

static bool color_of_array(const ik_value *value, ik_color *color)
{
    double parts[4] = {0, 0, 0, 1};
    guint n = value->array.n;
    if (n < 3 || n > 4)
        return false;
    for (guint i = 0; i < n; i++) {
        if (value->array.items[i].type != IK_VALUE_NUMBER)
            return false;
        parts[i] = value->array.items[i].number;
    }
    for (int i = 0; i < 4; i++)
        if (!is_within(parts[i], i < 3 ? 255 : 1))
            return false;
    *color = (ik_color){parts[0] / 255, parts[1] / 255, parts[2] / 255, parts[3]};
    return true;
}

bool ik_value_to_color(const ik_value *value, ik_color *color)
{
    switch (value->type) {
    case IK_VALUE_COLOR: *color = value->color; return true;
    case IK_VALUE_STRING: return ik_color_parse(value->string, color);
    case IK_VALUE_ARRAY: return color_of_array(value, color);
    default: return false;
    }
}

bool ik_value_to_padding(const ik_value *value, ik_value *padding)
{
    /* Which item of an array of n stands for top, right, bottom and left. */
    static const guint8 SIDES[4][4] = {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    ik_value result = {.type = IK_VALUE_PADDING};
    if (value->type == IK_VALUE_PADDING)
        result = *value;
    else if (value->type == IK_VALUE_NUMBER)
        for (int i = 0; i < 4; i++)
            result.padding[i] = value->number;
    else if (value->type == IK_VALUE_ARRAY && value->array.n >= 1 && value->array.n <= 4) {
        const guint8 *sides = SIDES[value->array.n - 1];
        for (guint i = 0; i < value->array.n; i++)
            if (value->array.items[i].type != IK_VALUE_NUMBER)
                return false;
        for (int i = 0; i < 4; i++)
            result.padding[i] = value->array.items[sides[i]].number;
    } else
        return false;
    *padding = result;
    return true;
}

static bool anchor_offset_of(const ik_value *anchor, const ik_value *offset, ik_anchor_offset *item)
{
    const char *const *names = ik_property_spec_of(IK_TEXT_ANCHOR)->values;
    if (anchor->type != IK_VALUE_STRING || offset->type != IK_VALUE_ARRAY || offset->array.n != 2 ||
        offset->array.items[0].type != IK_VALUE_NUMBER ||
        offset->array.items[1].type != IK_VALUE_NUMBER)
        return false;
    item->x = offset->array.items[0].number;
    item->y = offset->array.items[1].number;
    for (item->anchor = 0; names[item->anchor] != NULL; item->anchor++)
        if (strcmp(names[item->anchor], anchor->string) == 0)
            return true;
    return false;
}

bool ik_value_to_anchor_offsets(const ik_value *value, ik_arena *arena, ik_value *offsets)
{
    if (value->type == IK_VALUE_ANCHOR_OFFSETS) {
        *offsets = *value;
        return true;
    }
    if (value->type != IK_VALUE_ARRAY || value->array.n < 1 || value->array.n % 2 != 0)
        return false;
    guint n = value->array.n / 2;
    ik_anchor_offset *items = ik_arena_alloc(arena, n, sizeof *items);
    const ik_value *at = value->array.items;
    for (guint i = 0; i < n; i++, at += 2)
        if (!anchor_offset_of(at, at + 1, &items[i]))
            return false;
    *offsets = (ik_value){.type = IK_VALUE_ANCHOR_OFFSETS, .anchor_offsets = {items, n}};
    return true;
}

ik_value ik_value_to_formatted(const ik_value *value, ik_arena *arena)
{
    if (value->type == IK_VALUE_FORMATTED)
        return *value;
    ik_text_section *section = ik_arena_alloc(arena, 1, sizeof *section);
    section->text = ik_value_text(value, arena);
    section->scale = 1;
    return (ik_value){.type = IK_VALUE_FORMATTED, .formatted = {section, 1}};
}

ik_value ik_value_to_image(const ik_value *value, ik_arena *arena)
{
    const char *name = ik_value_text(value, arena);
    if (name[0] == '\0')
        return (ik_value){.type = IK_VALUE_NULL};
    return (ik_value){.type = IK_VALUE_IMAGE, .image = {name, false}};
}
