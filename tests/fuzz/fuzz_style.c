/* fuzz_style.c — any style sheet: one error with its path, or layers whose every property can be asked for.   [tests] */
#include "fuzz_evaluate.h"

#include <math.h>
#include <string.h>

#include "style.h"

enum { ROOM = 4 };

static void require_number(const ik_style_layer *layer, ik_property property,
                           ik_evaluation *evaluation)
{
    const ik_property_spec *spec = ik_property_spec_of(property);
    double number = ik_style_number(layer, property, evaluation);
    g_assert(number >= spec->min && number <= spec->max);
}

static void require_color(const ik_style_layer *layer, ik_property property,
                          ik_evaluation *evaluation)
{
    ik_value value = {.type = IK_VALUE_COLOR};
    value.color = ik_style_color(layer, property, evaluation);
    fuzz_require_value(&value, evaluation->arena);
}

static guint count_choices(ik_property property)
{
    guint n = 0;
    while (ik_property_spec_of(property)->values[n] != NULL)
        n++;
    return n;
}

static void require_choices(const ik_style_layer *layer, ik_property property,
                            ik_evaluation *evaluation)
{
    guint choices[ROOM] = {0}, known = count_choices(property);
    guint n = ik_style_choices(layer, property, evaluation, choices, ROOM);
    for (guint i = 0; i < MIN(n, ROOM); i++)
        g_assert(choices[i] < known);
}

static void require_numbers(const ik_style_layer *layer, ik_property property,
                            ik_evaluation *evaluation)
{
    double numbers[ROOM] = {0};
    guint n = ik_style_numbers(layer, property, evaluation, numbers, ROOM);
    for (guint i = 0; i < MIN(n, ROOM); i++)
        g_assert(isfinite(numbers[i]));
}

static void require_strings(const ik_style_layer *layer, ik_property property,
                            ik_evaluation *evaluation)
{
    const char *strings[ROOM] = {NULL};
    guint n = ik_style_strings(layer, property, evaluation, strings, ROOM);
    for (guint i = 0; i < MIN(n, ROOM); i++)
        fuzz_require_utf8(strings[i]);
}

static void require_sections(const ik_style_layer *layer, ik_property property,
                             ik_evaluation *evaluation)
{
    const ik_text_section *sections = NULL;
    guint n = ik_style_sections(layer, property, evaluation, &sections);
    for (guint i = 0; i < n; i++) {
        fuzz_require_utf8(sections[i].text);
        g_assert(sections[i].vertical_align <= IK_VERTICAL_TOP);
    }
    fuzz_require_utf8(ik_style_text(layer, property, evaluation));
}

static void require_anchors(const ik_style_layer *layer, ik_property property,
                            ik_evaluation *evaluation)
{
    const ik_anchor_offset *offsets = NULL;
    guint n = ik_style_anchor_offsets(layer, property, evaluation, &offsets);
    for (guint i = 0; i < n; i++)
        g_assert(offsets[i].anchor <= IK_ANCHOR_BOTTOM_RIGHT);
}

static void require_choice(const ik_style_layer *layer, ik_property property,
                           ik_evaluation *evaluation)
{
    guint choice = ik_style_choice(layer, property, evaluation);
    g_assert(choice < count_choices(property) ||
             (choice == IK_NO_CHOICE && ik_property_spec_of(property)->text == NULL));
}

static void require_property(const ik_style_layer *layer, ik_property property,
                             ik_evaluation *evaluation)
{
    const char *image = NULL;
    double padding[4] = {0};
    switch (ik_property_spec_of(property)->type) {
    case IK_PROPERTY_BOOL: (void)ik_style_bool(layer, property, evaluation); break;
    case IK_PROPERTY_NUMBER: require_number(layer, property, evaluation); break;
    case IK_PROPERTY_COLOR: require_color(layer, property, evaluation); break;
    case IK_PROPERTY_ENUM: require_choice(layer, property, evaluation); break;
    case IK_PROPERTY_ENUMS: require_choices(layer, property, evaluation); break;
    case IK_PROPERTY_NUMBERS: require_numbers(layer, property, evaluation); break;
    case IK_PROPERTY_STRINGS: require_strings(layer, property, evaluation); break;
    case IK_PROPERTY_FORMATTED: require_sections(layer, property, evaluation); break;
    case IK_PROPERTY_IMAGE:
        image = ik_style_image(layer, property, evaluation);
        g_assert(image == NULL || g_utf8_validate(image, -1, NULL));
        break;
    case IK_PROPERTY_PADDING:
        ik_style_padding(layer, property, evaluation, padding);
        for (int i = 0; i < 4; i++)
            g_assert(!isnan(padding[i]));
        break;
    case IK_PROPERTY_ANCHOR_OFFSETS: require_anchors(layer, property, evaluation); break;
    }
}

static void require_layer(const ik_style_layer *layer, double zoom, ik_arena *arena)
{
    ik_evaluation evaluation = {.zoom = zoom, .feature = fuzz_feature(), .arena = arena};
    fuzz_require_utf8(layer->id);
    g_assert(layer->type <= IK_LAYER_HEATMAP);
    g_assert((layer->type == IK_LAYER_BACKGROUND) <= (layer->source == NULL));
    g_assert(!isnan(layer->min_zoom) && !isnan(layer->max_zoom));
    (void)ik_style_layer_is_drawn(layer, zoom);
    (void)ik_style_layer_takes(layer, &evaluation);
    for (guint i = 0; i < IK_N_PROPERTIES; i++) {
        g_assert(layer->properties[i] == NULL ||
                 ik_property_spec_of((ik_property)i)->layer == layer->type);
        require_property(layer, (ik_property)i, &evaluation);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ik_style) style = ik_style_parse((const char *)data, size, "style.json", &error);
    if (style == NULL) {
        fuzz_require_failure(error);
        g_assert(g_str_has_prefix(error->message, "style.json:"));
        return 0;
    }
    g_assert(error == NULL);
    g_autoptr(ik_arena) arena = ik_arena_new();
    for (guint i = 0; i < ik_style_n_layers(style); i++) {
        require_layer(ik_style_layer_at(style, i), 7.5, arena);
        require_layer(ik_style_layer_at(style, i), 0, arena);
        ik_arena_clear(arena);
    }
    for (guint i = 0; i < ik_style_n_warnings(style); i++)
        fuzz_require_printable(ik_style_warning(style, i));
    return 0;
}
