/* style_property.c — reading one property of a layer.   [style] */
#include "style_property.h"

#include "expression_node.h"
#include "style_function.h"
#include "style_tokens.h"

#include <string.h>

/* Arrays need no "literal" in front when they do not begin with an operator's name; where no array
 * is expected, everything in brackets is an expression. */
static bool is_operation(const ik_property_spec *spec, ik_json_value json)
{
    if (ik_json_type_of(json) != IK_JSON_ARRAY)
        return false;
    switch (spec->type) {
    case IK_PROPERTY_ENUMS:
    case IK_PROPERTY_NUMBERS:
    case IK_PROPERTY_STRINGS:
    case IK_PROPERTY_PADDING:
    case IK_PROPERTY_ANCHOR_OFFSETS: break;
    default: return true;
    }
    if (ik_json_length(json) == 0)
        return false;
    ik_json_value first = ik_json_item(json, 0);
    return ik_json_type_of(first) == IK_JSON_STRING &&
           ik_expression_is_operator(ik_json_string(first));
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

static bool check_items(ik_compiler *compiler, const ik_property_spec *spec, const ik_value *value)
{
    ik_value_type wanted = spec->type == IK_PROPERTY_NUMBERS ? IK_VALUE_NUMBER : IK_VALUE_STRING;
    if (spec->length > 0 && value->array.n != spec->length)
        return ik_compiler_fail(compiler, "expected %u items but found %u", spec->length,
                                value->array.n);
    for (guint i = 0; i < value->array.n; i++) {
        const ik_value *item = &value->array.items[i];
        gsize length = ik_compiler_enter(compiler, i);
        if (item->type != wanted)
            return ik_compiler_fail(compiler, "expected %s but found %s",
                                    ik_value_type_name(wanted), ik_value_type_name(item->type));
        if ((spec->values != NULL && !check_choice(compiler, spec, item)) ||
            (wanted == IK_VALUE_NUMBER && !check_number(compiler, spec, item)))
            return false;
        ik_compiler_leave(compiler, length);
    }
    return true;
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

ik_type ik_style_property_type(const ik_property_spec *spec)
{
    int length = spec->length > 0 ? (int)spec->length : IK_ANY_LENGTH;
    switch (spec->type) {
    case IK_PROPERTY_BOOL: return IK_TYPE(IK_VALUE_BOOL);
    case IK_PROPERTY_NUMBER: return IK_TYPE(IK_VALUE_NUMBER);
    case IK_PROPERTY_COLOR: return IK_TYPE(IK_VALUE_COLOR);
    case IK_PROPERTY_ENUM: return IK_TYPE(IK_VALUE_STRING);
    case IK_PROPERTY_ENUMS: return IK_TYPE(IK_VALUE_ARRAY);
    case IK_PROPERTY_NUMBERS: return IK_ARRAY_TYPE(IK_VALUE_NUMBER, length);
    case IK_PROPERTY_STRINGS: return IK_ARRAY_TYPE(IK_VALUE_STRING, IK_ANY_LENGTH);
    case IK_PROPERTY_FORMATTED: return IK_TYPE(IK_VALUE_FORMATTED);
    case IK_PROPERTY_IMAGE: return IK_TYPE(IK_VALUE_IMAGE);
    case IK_PROPERTY_PADDING: return IK_TYPE(IK_VALUE_PADDING);
    case IK_PROPERTY_ANCHOR_OFFSETS: return IK_TYPE(IK_VALUE_ANCHOR_OFFSETS);
    }
    g_assert_not_reached();
}

/* Items of arrays are checked one by one, for the path in the message. */
static const ik_expression *compile_plain(ik_compiler *compiler, ik_json_value json,
                                          const ik_property_spec *spec)
{
    ik_value value;
    ik_type type = ik_style_property_type(spec);
    if (ik_json_type_of(json) == IK_JSON_STRING && ik_style_takes_tokens(spec))
        return ik_style_tokens_compile(compiler, ik_json_string(json), type);
    ik_compile_literal(compiler, json, &value);
    ik_expression *node = ik_compile_constant(compiler, value);
    if (type.kind == IK_VALUE_ARRAY && value.type == IK_VALUE_ARRAY)
        node->type = type;
    return ik_compile_fit(compiler, node, type);
}

const ik_expression *ik_style_plain_compile(ik_compiler *compiler, const ik_property_spec *spec,
                                            ik_json_value json)
{
    if (is_operation(spec, json)) {
        ik_compiler_fail(compiler, "expressions are not allowed in functions");
        return NULL;
    }
    const ik_expression *node = compile_plain(compiler, json, spec);
    return node != NULL && check(compiler, spec, node) ? node : NULL;
}

/* ---- what the expression may ask for ---- */

static bool check_zoom(ik_compiler *compiler, const ik_property_spec *spec,
                       const ik_expression *expression)
{
    bool is_misplaced = false;
    if (!ik_expression_needs_zoom(expression))
        return true;
    if (spec->input != IK_INPUT_ZOOM && spec->input != IK_INPUT_FEATURE)
        return ik_compiler_fail(compiler, "\"%s\" may not depend on the zoom", spec->name);
    const ik_expression *curve = ik_expression_zoom_curve(expression, &is_misplaced);
    if (is_misplaced)
        return ik_compiler_fail(compiler, "\"zoom\" may only be the input of one \"step\" or "
                                          "\"interpolate\" at the top of the expression");
    return spec->is_gradual || !ik_expression_is_gradual(curve) ||
           ik_compiler_fail(compiler, "\"%s\" cannot be interpolated, use \"step\"", spec->name);
}

static bool check_inputs(ik_compiler *compiler, const ik_property_spec *spec,
                         const ik_expression *expression)
{
    bool is_ramp = spec->input == IK_INPUT_PROGRESS || spec->input == IK_INPUT_DENSITY;
    if (spec->input != IK_INPUT_FEATURE && ik_expression_needs_feature(expression))
        return ik_compiler_fail(compiler, "\"%s\" may not depend on the feature", spec->name);
    if (!is_ramp && ik_expression_needs_place(expression))
        return ik_compiler_fail(compiler,
                                "\"%s\" may not depend on a place along a line or a "
                                "density",
                                spec->name);
    if (spec->type == IK_PROPERTY_STRINGS && !ik_expression_is_enumerable(expression))
        return ik_compiler_fail(compiler, "results of \"%s\" must stand in the style as literals",
                                spec->name);
    return check_zoom(compiler, spec, expression);
}

const ik_expression *ik_style_property_compile(ik_compiler *compiler, ik_property property,
                                               ik_json_value json)
{
    const ik_property_spec *spec = ik_property_spec_of(property);
    const ik_expression *expression = NULL;
    if (ik_json_type_of(json) == IK_JSON_OBJECT)
        return ik_style_function_compile(compiler, spec, json);
    if (is_operation(spec, json))
        expression = ik_expression_compile(compiler, json, ik_style_property_type(spec));
    else
        expression = compile_plain(compiler, json, spec);
    if (expression == NULL || !check(compiler, spec, expression) ||
        !check_inputs(compiler, spec, expression))
        return NULL;
    return expression;
}
