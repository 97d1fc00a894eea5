/* value.c — what an expression of a style computes with.   [style] */
#include "value.h"

#include "property.h"

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
                                        "value",
                                        "error",
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
    case IK_VALUE_IMAGE: return strcmp(a->image.name, b->image.name) == 0;
    default: return a->type == IK_VALUE_NULL;
    }
}

const char *ik_anchor_name(guint anchor)
{
    return ik_property_spec_of(IK_TEXT_ANCHOR)->values[anchor];
}
