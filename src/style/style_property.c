/* style_property.c — reading one property of a layer.   [style] */
#include "style_property.h"

#include "expression_node.h"

#include <ideenkarte/error.h>
#include <string.h>

/* Arrays of text need no "literal" in front when they do not begin with an operator's name. */
static bool is_operation(ik_json_value json)
{
    if (ik_json_type_of(json) != IK_JSON_ARRAY || ik_json_length(json) == 0)
        return false;
    ik_json_value first = ik_json_item(json, 0);
    return ik_json_type_of(first) == IK_JSON_STRING &&
           ik_expression_is_operator(ik_json_string(first));
}

static const ik_expression *compile_array(ik_compiler *compiler, ik_json_value json)
{
    if (ik_json_type_of(json) != IK_JSON_ARRAY || is_operation(json))
        return ik_expression_compile(compiler, json, IK_VALUE_ARRAY);
    ik_expression *node = ik_arena_alloc(compiler->arena, 1, sizeof *node);
    if (!ik_compile_literal(compiler, json, &node->constant))
        return NULL;
    node->type = IK_VALUE_ARRAY;
    return node;
}

static bool check_choice(ik_compiler *compiler, const ik_property_spec *spec, const ik_value *value)
{
    if (value->type != IK_VALUE_STRING)
        return ik_compiler_fail(compiler, "expected string but found %s",
                                ik_value_type_name(value->type));
    for (guint i = 0; spec->values[i] != NULL; i++)
        if (strcmp(spec->values[i], value->string) == 0)
            return true;
    g_autoptr(GString) list = g_string_new(spec->values[0]);
    for (guint i = 1; spec->values[i] != NULL; i++)
        g_string_append_printf(list, ", %s", spec->values[i]);
    return ik_compiler_fail(compiler, "expected one of [%s] but found \"%s\"", list->str,
                            value->string);
}

static bool check_items(ik_compiler *compiler, const ik_property_spec *spec, const ik_value *value)
{
    ik_value_type wanted = spec->type == IK_PROPERTY_NUMBERS ? IK_VALUE_NUMBER : IK_VALUE_STRING;
    for (guint i = 0; i < value->array.n; i++) {
        const ik_value *item = &value->array.items[i];
        gsize length = ik_compiler_enter(compiler, i);
        if (item->type != wanted)
            return ik_compiler_fail(compiler, "expected %s but found %s",
                                    ik_value_type_name(wanted), ik_value_type_name(item->type));
        if (spec->values != NULL && !check_choice(compiler, spec, item))
            return false;
        ik_compiler_leave(compiler, length);
    }
    return true;
}

static bool check_number(ik_compiler *compiler, const ik_property_spec *spec, const ik_value *value)
{
    char bound[G_ASCII_DTOSTR_BUF_SIZE], found[G_ASCII_DTOSTR_BUF_SIZE];
    if (value->number >= spec->min && value->number <= spec->max)
        return true;
    bool is_small = value->number < spec->min;
    g_ascii_formatd(bound, sizeof bound, "%g", is_small ? spec->min : spec->max);
    g_ascii_formatd(found, sizeof found, "%g", value->number);
    return ik_compiler_fail(compiler, "%s is %s than %s", found, is_small ? "less" : "greater",
                            bound);
}

/* A value that stands in the sheet is checked now; one that is computed is checked when used. */
static bool check(ik_compiler *compiler, const ik_property_spec *spec,
                  const ik_expression *expression)
{
    ik_value value;
    if (!ik_expression_is_constant(expression, &value))
        return true;
    switch (spec->type) {
    case IK_PROPERTY_NUMBER: return check_number(compiler, spec, &value);
    case IK_PROPERTY_ENUM: return check_choice(compiler, spec, &value);
    case IK_PROPERTY_ENUMS:
    case IK_PROPERTY_NUMBERS:
    case IK_PROPERTY_STRINGS: return check_items(compiler, spec, &value);
    default: return true;
    }
}

const ik_expression *ik_style_property_compile(ik_compiler *compiler, ik_property property,
                                               ik_json_value json)
{
    static const ik_value_type TYPES[] = {[IK_PROPERTY_BOOL] = IK_VALUE_BOOL,
                                          [IK_PROPERTY_NUMBER] = IK_VALUE_NUMBER,
                                          [IK_PROPERTY_COLOR] = IK_VALUE_COLOR,
                                          [IK_PROPERTY_FORMATTED] = IK_VALUE_FORMATTED,
                                          [IK_PROPERTY_ENUM] = IK_VALUE_STRING,
                                          [IK_PROPERTY_ENUMS] = IK_VALUE_ARRAY,
                                          [IK_PROPERTY_NUMBERS] = IK_VALUE_ARRAY,
                                          [IK_PROPERTY_STRINGS] = IK_VALUE_ARRAY,
                                          [IK_PROPERTY_IMAGE] = IK_VALUE_IMAGE,
                                          [IK_PROPERTY_PADDING] = IK_VALUE_PADDING,
                                          [IK_PROPERTY_ANCHOR_OFFSETS] = IK_VALUE_ANCHOR_OFFSETS};
    const ik_property_spec *spec = ik_property_spec_of(property);
    if (ik_json_type_of(json) == IK_JSON_OBJECT) {
        g_set_error(compiler->error, IK_ERROR, IK_ERROR_UNSUPPORTED,
                    "%s: %s: functions with \"stops\" are not supported, use an expression",
                    compiler->file, compiler->path->str);
        return NULL;
    }
    const ik_expression *expression =
        TYPES[spec->type] == IK_VALUE_ARRAY
            ? compile_array(compiler, json)
            : ik_expression_compile(compiler, json, TYPES[spec->type]);
    if (expression == NULL || !check(compiler, spec, expression))
        return NULL;
    if (spec->input != IK_INPUT_FEATURE && ik_expression_needs_feature(expression)) {
        ik_compiler_fail(compiler, "\"%s\" may not depend on the feature", spec->name);
        return NULL;
    }
    return expression;
}
