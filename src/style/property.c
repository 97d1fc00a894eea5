/* property.c — finding properties of style layers by name.   [style] */
#include "property.h"

#include "property_table.h"
#include "suggestion.h"

#include <string.h>

/* In the specification, but not drawn. */
static const ik_property NOT_DRAWN[] = {
    IK_FILL_LAYER_BLEND,     IK_LINE_LAYER_BLEND,     IK_RASTER_LAYER_BLEND,
    IK_SYMBOL_HEIGHT_OFFSET, IK_SYMBOL_HEIGHT_ANCHOR, IK_TEXT_WRITING_MODE,
};

const ik_property_spec *ik_property_spec_of(ik_property property)
{
    return &IK_PROPERTIES[property];
}

const char *ik_layer_type_name(ik_layer_type type)
{
    static const char *const NAMES[] = {"background", "fill",   "line",   "circle",
                                        "symbol",     "raster", "heatmap"};
    return NAMES[type];
}

bool ik_property_find(ik_layer_type layer, bool is_paint, const char *name, ik_property *property)
{
    for (guint i = 0; i < IK_N_PROPERTIES; i++) {
        const ik_property_spec *spec = &IK_PROPERTIES[i];
        if (spec->layer == layer && spec->is_paint == is_paint && strcmp(spec->name, name) == 0) {
            *property = (ik_property)i;
            return true;
        }
    }
    return false;
}

bool ik_property_is_drawn(ik_property property)
{
    for (gsize i = 0; i < G_N_ELEMENTS(NOT_DRAWN); i++)
        if (NOT_DRAWN[i] == property)
            return false;
    return true;
}

const char *ik_property_suggestion(ik_layer_type layer, bool is_paint, const char *name)
{
    const char *names[IK_N_PROPERTIES];
    guint n = 0;
    for (guint i = 0; i < IK_N_PROPERTIES; i++)
        if (IK_PROPERTIES[i].layer == layer && IK_PROPERTIES[i].is_paint == is_paint)
            names[n++] = IK_PROPERTIES[i].name;
    return ik_suggestion(name, names, n);
}
