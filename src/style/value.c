/* value.c — what an expression of a style computes with.   [style] */
#include "value.h"

#include "json_writer.h"

#include <math.h>
#include <string.h>

ik_value ik_value_bool(bool boolean)
{
    return (ik_value){.type = IK_VALUE_BOOL, .boolean = boolean};
}

ik_value ik_value_number(double number)
{
    return (ik_value){.type = IK_VALUE_NUMBER, .number = number};
}

ik_value ik_value_string(const char *string)
{
    return (ik_value){.type = IK_VALUE_STRING, .string = string};
}

ik_value ik_value_color(ik_color color)
{
    return (ik_value){.type = IK_VALUE_COLOR, .color = color};
}

const char *ik_value_type_name(ik_value_type type)
{
    static const char *const NAMES[] = {"null",
                                        "boolean",
                                        "number",
                                        "string",
                                        "color",
                                        "array",
                                        "object",
                                        "formatted",
                                        "resolvedImage",
                                        "padding",
                                        "variableAnchorOffsetCollection",
                                        "collator",
                                        "value"};
    return NAMES[type];
}

static bool arrays_equal(const ik_value *a, const ik_value *b)
{
    if (a->array.n != b->array.n)
        return false;
    for (guint i = 0; i < a->array.n; i++)
        if (!ik_value_equal(&a->array.items[i], &b->array.items[i]))
            return false;
    return true;
}

bool ik_value_equal(const ik_value *a, const ik_value *b)
{
    if (a->type != b->type)
        return false;
    switch (a->type) {
    case IK_VALUE_BOOL: return a->boolean == b->boolean;
    case IK_VALUE_NUMBER: return a->number == b->number;
    case IK_VALUE_STRING: return strcmp(a->string, b->string) == 0;
    case IK_VALUE_COLOR: return ik_color_equal(a->color, b->color);
    case IK_VALUE_ARRAY: return arrays_equal(a, b);
    default: return true;
    }
}

static void write_json(ik_json_writer *writer, const ik_value *value);

static void write_number(GString *out, double number)
{
    ik_json_writer writer;
    if (isnan(number))
        g_string_append(out, "NaN");
    else if (isinf(number))
        g_string_append(out, number < 0 ? "-Infinity" : "Infinity");
    else {
        ik_json_writer_init(&writer, out, 0);
        ik_json_put_number(&writer, number);
    }
}

static void write_color(GString *out, ik_color color)
{
    const double parts[3] = {color.r, color.g, color.b};
    g_string_append(out, "rgba(");
    for (int i = 0; i < 3; i++)
        g_string_append_printf(out, "%d,", (int)floor(parts[i] * 255 + 0.5));
    ik_append_rounded(out, color.a, 6);
    g_string_append_c(out, ')');
}

static void write_array(ik_json_writer *writer, const ik_value *value)
{
    ik_json_begin_array(writer);
    for (guint i = 0; i < value->array.n; i++)
        write_json(writer, &value->array.items[i]);
    ik_json_end_array(writer);
}

static void write_json(ik_json_writer *writer, const ik_value *value)
{
    g_autoptr(GString) color = NULL;
    switch (value->type) {
    case IK_VALUE_BOOL: ik_json_put_bool(writer, value->boolean); break;
    case IK_VALUE_NUMBER:
        if (isfinite(value->number))
            ik_json_put_number(writer, value->number);
        else
            ik_json_put_null(writer);
        break;
    case IK_VALUE_STRING: ik_json_put_string(writer, value->string); break;
    case IK_VALUE_COLOR:
        color = g_string_new(NULL);
        write_color(color, value->color);
        ik_json_put_string(writer, color->str);
        break;
    case IK_VALUE_ARRAY: write_array(writer, value); break;
    default: ik_json_put_null(writer); break;
    }
}

const char *ik_value_text(const ik_value *value, ik_arena *arena)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ik_json_writer writer;
    switch (value->type) {
    case IK_VALUE_NULL: return "";
    case IK_VALUE_BOOL: return value->boolean ? "true" : "false";
    case IK_VALUE_STRING: return value->string;
    case IK_VALUE_NUMBER: write_number(out, value->number); break;
    case IK_VALUE_COLOR: write_color(out, value->color); break;
    case IK_VALUE_IMAGE: return value->image.name;
    case IK_VALUE_FORMATTED:
        for (guint i = 0; i < value->formatted.n; i++)
            g_string_append(out, value->formatted.sections[i].text);
        break;
    default:
        ik_json_writer_init(&writer, out, 0);
        write_json(&writer, value);
        break;
    }
    return ik_arena_copy(arena, out->str);
}
