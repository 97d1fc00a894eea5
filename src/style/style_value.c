/* style_value.c — what a layer's properties are at a zoom for a feature.   [style] */
#include "style.h"

#include <math.h>
#include <string.h>

bool ik_style_layer_is_drawn(const ik_style_layer *layer, double zoom)
{
    return layer->is_visible && zoom >= layer->min_zoom && zoom < layer->max_zoom;
}

bool ik_style_layer_takes(const ik_style_layer *layer, ik_evaluation *evaluation)
{
    ik_value value;
    if (layer->filter == NULL)
        return true;
    return ik_expression_evaluate(layer->filter, evaluation, &value) && value.boolean;
}

static bool get(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation,
                ik_value *value)
{
    const ik_expression *expression = layer->properties[property];
    return expression != NULL && ik_expression_evaluate(expression, evaluation, value) &&
           value->type != IK_VALUE_NULL;
}

double ik_style_number(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation)
{
    const ik_property_spec *spec = ik_property_spec_of(property);
    ik_value value;
    if (!get(layer, property, evaluation, &value) || isnan(value.number))
        return spec->number;
    return CLAMP(value.number, spec->min, spec->max);
}

bool ik_style_bool(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation)
{
    ik_value value;
    if (!get(layer, property, evaluation, &value))
        return ik_property_spec_of(property)->number != 0;
    return value.boolean;
}

ik_color ik_style_color(const ik_style_layer *layer, ik_property property,
                        ik_evaluation *evaluation)
{
    ik_value value;
    ik_color color = {0, 0, 0, 1};
    if (get(layer, property, evaluation, &value))
        return value.color;
    ik_color_parse(ik_property_spec_of(property)->text, &color);
    return color;
}

const char *ik_style_text(const ik_style_layer *layer, ik_property property,
                          ik_evaluation *evaluation)
{
    ik_value value;
    if (!get(layer, property, evaluation, &value))
        return ik_property_spec_of(property)->text;
    return ik_value_text(&value, evaluation->arena);
}

static bool find_choice(ik_property property, const char *text, guint *choice)
{
    const char *const *values = ik_property_spec_of(property)->values;
    for (guint i = 0; values[i] != NULL; i++)
        if (strcmp(values[i], text) == 0) {
            *choice = i;
            return true;
        }
    return false;
}

guint ik_style_choice(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation)
{
    ik_value value;
    guint choice = 0;
    if (get(layer, property, evaluation, &value) && find_choice(property, value.string, &choice))
        return choice;
    find_choice(property, ik_property_spec_of(property)->text, &choice);
    return choice;
}

guint ik_style_numbers(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation,
                       double *numbers, guint max)
{
    ik_value value;
    if (!get(layer, property, evaluation, &value))
        return 0;
    for (guint i = 0; i < value.array.n; i++) {
        const ik_value *item = &value.array.items[i];
        if (item->type != IK_VALUE_NUMBER || !isfinite(item->number))
            return 0;
        if (i < max)
            numbers[i] = item->number;
    }
    return value.array.n;
}

guint ik_style_choices(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation,
                       guint *choices, guint max)
{
    ik_value value;
    if (!get(layer, property, evaluation, &value))
        return 0;
    for (guint i = 0; i < value.array.n; i++) {
        guint choice = 0;
        if (value.array.items[i].type != IK_VALUE_STRING ||
            !find_choice(property, value.array.items[i].string, &choice))
            return 0;
        if (i < max)
            choices[i] = choice;
    }
    return value.array.n;
}

const char *ik_style_first_string(const ik_style_layer *layer, ik_property property,
                                  ik_evaluation *evaluation)
{
    ik_value value;
    if (!get(layer, property, evaluation, &value) || value.array.n == 0 ||
        value.array.items[0].type != IK_VALUE_STRING)
        return NULL;
    return value.array.items[0].string;
}
