/* style_value.c — what a layer's properties are at a zoom for a feature.   [style] */
#include "style.h"

#include <math.h>
#include <string.h>

/* Sizes are asked for the end of the zoom step, too: that much room a symbol has. */
static bool is_asked_ahead(guint property)
{
    return property == IK_TEXT_SIZE || property == IK_ICON_SIZE;
}

const ik_style_layer *ik_style_layer_at_zoom(const ik_style_layer *layer, double zoom,
                                             ik_arena *arena)
{
    ik_style_layer *copy = ik_arena_alloc(arena, 1, sizeof *copy);
    *copy = *layer;
    if (layer->filter != NULL)
        copy->filter = ik_expression_at_zoom(layer->filter, zoom, arena);
    for (guint i = 0; i < IK_N_PROPERTIES; i++)
        if (layer->properties[i] != NULL && !is_asked_ahead(i))
            copy->properties[i] = ik_expression_at_zoom(layer->properties[i], zoom, arena);
    return copy;
}

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

bool ik_style_is_set(const ik_style_layer *layer, ik_property property)
{
    return layer->properties[property] != NULL;
}

bool ik_style_is_per_feature(const ik_style_layer *layer, ik_property property)
{
    const ik_expression *expression = layer->properties[property];
    return expression != NULL && ik_expression_needs_feature(expression);
}

/* The ramp of heatmap-color when the layer has none, as the specification gives it. */
static ik_color heat(double density)
{
    static const struct {
        double density;
        ik_color color;
    } STOPS[] = {{0, {0, 0, 1, 0}},   {0.1, {65 / 255.0, 105 / 255.0, 225 / 255.0, 1}},
                 {0.3, {0, 1, 1, 1}}, {0.5, {0, 1, 0, 1}},
                 {0.7, {1, 1, 0, 1}}, {1, {1, 0, 0, 1}}};
    guint i = 1;
    while (i + 1 < G_N_ELEMENTS(STOPS) && density > STOPS[i].density)
        i++;
    double way = (density - STOPS[i - 1].density) / (STOPS[i].density - STOPS[i - 1].density);
    return ik_color_mix(STOPS[i - 1].color, STOPS[i].color, CLAMP(way, 0, 1));
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
    ik_color color = {0, 0, 0, 0};
    const char *standard = ik_property_spec_of(property)->text;
    if (property == IK_HEATMAP_COLOR && layer->properties[property] == NULL)
        return heat(evaluation->heatmap_density);
    if (get(layer, property, evaluation, &value))
        return value.color;
    if (standard != NULL)
        ik_color_parse(standard, &color);
    return color;
}

bool ik_style_color_ramp(const ik_style_layer *layer, ik_property property, ik_color *colors,
                         guint n)
{
    g_assert(property == IK_LINE_GRADIENT || property == IK_HEATMAP_COLOR);
    if (property == IK_LINE_GRADIENT && layer->properties[property] == NULL)
        return false;
    g_autoptr(ik_arena) arena = ik_arena_new();
    for (guint i = 0; i < n; i++) {
        double place = (double)i / (n - 1);
        ik_evaluation evaluation = {
            .arena = arena, .line_progress = place, .heatmap_density = place};
        colors[i] = ik_style_color(layer, property, &evaluation);
    }
    return true;
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
    guint choice = IK_NO_CHOICE;
    const char *standard = ik_property_spec_of(property)->text;
    if (get(layer, property, evaluation, &value) && find_choice(property, value.string, &choice))
        return choice;
    if (standard != NULL)
        find_choice(property, standard, &choice);
    return choice;
}

static bool are_numbers(const ik_value *value, guint length)
{
    if (value->type != IK_VALUE_ARRAY || (length > 0 && value->array.n != length))
        return false;
    for (guint i = 0; i < value->array.n; i++)
        if (value->array.items[i].type != IK_VALUE_NUMBER ||
            !isfinite(value->array.items[i].number))
            return false;
    return true;
}

guint ik_style_numbers(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation,
                       double *numbers, guint max)
{
    const ik_property_spec *spec = ik_property_spec_of(property);
    ik_value value;
    bool is_given = get(layer, property, evaluation, &value) && are_numbers(&value, spec->length);
    guint n = is_given ? value.array.n : spec->length;
    for (guint i = 0; i < MIN(n, max); i++)
        numbers[i] =
            is_given ? CLAMP(value.array.items[i].number, spec->min, spec->max) : spec->number;
    return n;
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

guint ik_style_strings(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation,
                       const char **strings, guint max)
{
    ik_value value;
    if (!get(layer, property, evaluation, &value) || value.type != IK_VALUE_ARRAY)
        return 0;
    for (guint i = 0; i < value.array.n; i++) {
        if (value.array.items[i].type != IK_VALUE_STRING)
            return 0;
        if (i < max)
            strings[i] = value.array.items[i].string;
    }
    return value.array.n;
}

const char *ik_style_first_string(const ik_style_layer *layer, ik_property property,
                                  ik_evaluation *evaluation)
{
    const char *first = NULL;
    return ik_style_strings(layer, property, evaluation, &first, 1) > 0 ? first : NULL;
}

const char *ik_style_image(const ik_style_layer *layer, ik_property property,
                           ik_evaluation *evaluation)
{
    ik_value value;
    if (!get(layer, property, evaluation, &value) || value.image.name[0] == '\0')
        return NULL;
    return value.image.name;
}

void ik_style_padding(const ik_style_layer *layer, ik_property property, ik_evaluation *evaluation,
                      double padding[4])
{
    ik_value value;
    bool is_given = get(layer, property, evaluation, &value);
    for (int i = 0; i < 4; i++)
        padding[i] = is_given ? value.padding[i] : ik_property_spec_of(property)->number;
}

guint ik_style_anchor_offsets(const ik_style_layer *layer, ik_property property,
                              ik_evaluation *evaluation, const ik_anchor_offset **offsets)
{
    ik_value value;
    if (!get(layer, property, evaluation, &value))
        return 0;
    *offsets = value.anchor_offsets.items;
    return value.anchor_offsets.n;
}

/* ---- formatted text ---- */

guint ik_style_sections(const ik_style_layer *layer, ik_property property,
                        ik_evaluation *evaluation, const ik_text_section **sections)
{
    ik_value value;
    if (!get(layer, property, evaluation, &value))
        return 0;
    *sections = value.formatted.sections;
    return value.formatted.n;
}

const char *ik_style_text(const ik_style_layer *layer, ik_property property,
                          ik_evaluation *evaluation)
{
    ik_value value;
    if (!get(layer, property, evaluation, &value))
        return ik_property_spec_of(property)->text;
    return ik_value_text(&value, evaluation->arena);
}
