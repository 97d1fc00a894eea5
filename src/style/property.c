/* property.c — the layout and paint properties of style layers.   [style]
 *
 * Source: the reference of @maplibre/maplibre-gl-style-spec, version 8 of the specification.
 */
#include "property.h"

#include "suggestion.h"

#include <math.h>
#include <string.h>

static const char *const CAPS[] = {"butt", "round", "square", NULL};
static const char *const JOINS[] = {"bevel", "round", "miter", NULL};
static const char *const TRANSFORMS[] = {"none", "uppercase", "lowercase", NULL};
static const char *const ANCHORS[] = {"center",       "left",     "right",     "top",
                                      "bottom",       "top-left", "top-right", "bottom-left",
                                      "bottom-right", NULL};

static const ik_property_spec PROPERTIES[] = {
    [IK_BACKGROUND_COLOR] = {"background-color", IK_LAYER_BACKGROUND, true, IK_PROPERTY_COLOR,
                             false, 0, "#000000", -INFINITY, INFINITY, NULL},
    [IK_BACKGROUND_OPACITY] = {"background-opacity", IK_LAYER_BACKGROUND, true, IK_PROPERTY_NUMBER,
                               false, 1, NULL, 0, 1, NULL},
    [IK_FILL_ANTIALIAS] = {"fill-antialias", IK_LAYER_FILL, true, IK_PROPERTY_BOOL, false, 1, NULL,
                           -INFINITY, INFINITY, NULL},
    [IK_FILL_OPACITY] = {"fill-opacity", IK_LAYER_FILL, true, IK_PROPERTY_NUMBER, true, 1, NULL, 0,
                         1, NULL},
    [IK_FILL_COLOR] = {"fill-color", IK_LAYER_FILL, true, IK_PROPERTY_COLOR, true, 0, "#000000",
                       -INFINITY, INFINITY, NULL},
    [IK_LINE_CAP] = {"line-cap", IK_LAYER_LINE, false, IK_PROPERTY_ENUM, true, 0, "butt", -INFINITY,
                     INFINITY, CAPS},
    [IK_LINE_JOIN] = {"line-join", IK_LAYER_LINE, false, IK_PROPERTY_ENUM, true, 0, "miter",
                      -INFINITY, INFINITY, JOINS},
    [IK_LINE_MITER_LIMIT] = {"line-miter-limit", IK_LAYER_LINE, false, IK_PROPERTY_NUMBER, true, 2,
                             NULL, -INFINITY, INFINITY, NULL},
    [IK_LINE_OPACITY] = {"line-opacity", IK_LAYER_LINE, true, IK_PROPERTY_NUMBER, true, 1, NULL, 0,
                         1, NULL},
    [IK_LINE_COLOR] = {"line-color", IK_LAYER_LINE, true, IK_PROPERTY_COLOR, true, 0, "#000000",
                       -INFINITY, INFINITY, NULL},
    [IK_LINE_WIDTH] = {"line-width", IK_LAYER_LINE, true, IK_PROPERTY_NUMBER, true, 1, NULL, 0,
                       INFINITY, NULL},
    [IK_LINE_DASHARRAY] = {"line-dasharray", IK_LAYER_LINE, true, IK_PROPERTY_NUMBERS, true, 0,
                           NULL, 0, INFINITY, NULL},
    [IK_CIRCLE_SORT_KEY] = {"circle-sort-key", IK_LAYER_CIRCLE, false, IK_PROPERTY_NUMBER, true, 0,
                            NULL, -INFINITY, INFINITY, NULL},
    [IK_CIRCLE_RADIUS] = {"circle-radius", IK_LAYER_CIRCLE, true, IK_PROPERTY_NUMBER, true, 5, NULL,
                          0, INFINITY, NULL},
    [IK_CIRCLE_COLOR] = {"circle-color", IK_LAYER_CIRCLE, true, IK_PROPERTY_COLOR, true, 0,
                         "#000000", -INFINITY, INFINITY, NULL},
    [IK_CIRCLE_OPACITY] = {"circle-opacity", IK_LAYER_CIRCLE, true, IK_PROPERTY_NUMBER, true, 1,
                           NULL, 0, 1, NULL},
    [IK_CIRCLE_STROKE_WIDTH] = {"circle-stroke-width", IK_LAYER_CIRCLE, true, IK_PROPERTY_NUMBER,
                                true, 0, NULL, 0, INFINITY, NULL},
    [IK_CIRCLE_STROKE_COLOR] = {"circle-stroke-color", IK_LAYER_CIRCLE, true, IK_PROPERTY_COLOR,
                                true, 0, "#000000", -INFINITY, INFINITY, NULL},
    [IK_CIRCLE_STROKE_OPACITY] = {"circle-stroke-opacity", IK_LAYER_CIRCLE, true,
                                  IK_PROPERTY_NUMBER, true, 1, NULL, 0, 1, NULL},
    [IK_SYMBOL_SORT_KEY] = {"symbol-sort-key", IK_LAYER_SYMBOL, false, IK_PROPERTY_NUMBER, true, 0,
                            NULL, -INFINITY, INFINITY, NULL},
    [IK_TEXT_FIELD] = {"text-field", IK_LAYER_SYMBOL, false, IK_PROPERTY_TEXT, true, 0, "",
                       -INFINITY, INFINITY, NULL},
    [IK_TEXT_FONT] = {"text-font", IK_LAYER_SYMBOL, false, IK_PROPERTY_STRINGS, true, 0, NULL,
                      -INFINITY, INFINITY, NULL},
    [IK_TEXT_SIZE] = {"text-size", IK_LAYER_SYMBOL, false, IK_PROPERTY_NUMBER, true, 16, NULL, 0,
                      INFINITY, NULL},
    [IK_TEXT_MAX_WIDTH] = {"text-max-width", IK_LAYER_SYMBOL, false, IK_PROPERTY_NUMBER, true, 10,
                           NULL, 0, INFINITY, NULL},
    [IK_TEXT_LINE_HEIGHT] = {"text-line-height", IK_LAYER_SYMBOL, false, IK_PROPERTY_NUMBER, false,
                             1.2, NULL, -INFINITY, INFINITY, NULL},
    [IK_TEXT_LETTER_SPACING] = {"text-letter-spacing", IK_LAYER_SYMBOL, false, IK_PROPERTY_NUMBER,
                                true, 0, NULL, -INFINITY, INFINITY, NULL},
    [IK_TEXT_RADIAL_OFFSET] = {"text-radial-offset", IK_LAYER_SYMBOL, false, IK_PROPERTY_NUMBER,
                               true, 0, NULL, -INFINITY, INFINITY, NULL},
    [IK_TEXT_VARIABLE_ANCHOR] = {"text-variable-anchor", IK_LAYER_SYMBOL, false, IK_PROPERTY_ENUMS,
                                 false, 0, NULL, -INFINITY, INFINITY, ANCHORS},
    [IK_TEXT_ANCHOR] = {"text-anchor", IK_LAYER_SYMBOL, false, IK_PROPERTY_ENUM, true, 0, "center",
                        -INFINITY, INFINITY, ANCHORS},
    [IK_TEXT_PADDING] = {"text-padding", IK_LAYER_SYMBOL, false, IK_PROPERTY_NUMBER, false, 2, NULL,
                         0, INFINITY, NULL},
    [IK_TEXT_TRANSFORM] = {"text-transform", IK_LAYER_SYMBOL, false, IK_PROPERTY_ENUM, true, 0,
                           "none", -INFINITY, INFINITY, TRANSFORMS},
    [IK_TEXT_OFFSET] = {"text-offset", IK_LAYER_SYMBOL, false, IK_PROPERTY_NUMBERS, true, 0, NULL,
                        -INFINITY, INFINITY, NULL},
    [IK_TEXT_ALLOW_OVERLAP] = {"text-allow-overlap", IK_LAYER_SYMBOL, false, IK_PROPERTY_BOOL,
                               false, 0, NULL, -INFINITY, INFINITY, NULL},
    [IK_TEXT_IGNORE_PLACEMENT] = {"text-ignore-placement", IK_LAYER_SYMBOL, false, IK_PROPERTY_BOOL,
                                  false, 0, NULL, -INFINITY, INFINITY, NULL},
    [IK_TEXT_OPACITY] = {"text-opacity", IK_LAYER_SYMBOL, true, IK_PROPERTY_NUMBER, true, 1, NULL,
                         0, 1, NULL},
    [IK_TEXT_COLOR] = {"text-color", IK_LAYER_SYMBOL, true, IK_PROPERTY_COLOR, true, 0, "#000000",
                       -INFINITY, INFINITY, NULL},
    [IK_TEXT_HALO_COLOR] = {"text-halo-color", IK_LAYER_SYMBOL, true, IK_PROPERTY_COLOR, true, 0,
                            "rgba(0, 0, 0, 0)", -INFINITY, INFINITY, NULL},
    [IK_TEXT_HALO_WIDTH] = {"text-halo-width", IK_LAYER_SYMBOL, true, IK_PROPERTY_NUMBER, true, 0,
                            NULL, 0, INFINITY, NULL},
};

/* In the specification, but not drawn. */
typedef struct {
    ik_layer_type layer;
    bool is_paint;
    const char *name;
} other_property;

static const other_property OTHERS[] = {
    {IK_LAYER_BACKGROUND, true, "background-pattern"},
    {IK_LAYER_FILL, false, "fill-sort-key"},
    {IK_LAYER_FILL, true, "fill-layer-opacity"},
    {IK_LAYER_FILL, true, "fill-layer-blend"},
    {IK_LAYER_FILL, true, "fill-outline-color"},
    {IK_LAYER_FILL, true, "fill-translate"},
    {IK_LAYER_FILL, true, "fill-translate-anchor"},
    {IK_LAYER_FILL, true, "fill-pattern"},
    {IK_LAYER_LINE, false, "line-round-limit"},
    {IK_LAYER_LINE, false, "line-sort-key"},
    {IK_LAYER_LINE, true, "line-layer-opacity"},
    {IK_LAYER_LINE, true, "line-layer-blend"},
    {IK_LAYER_LINE, true, "line-translate"},
    {IK_LAYER_LINE, true, "line-translate-anchor"},
    {IK_LAYER_LINE, true, "line-gap-width"},
    {IK_LAYER_LINE, true, "line-offset"},
    {IK_LAYER_LINE, true, "line-blur"},
    {IK_LAYER_LINE, true, "line-pattern"},
    {IK_LAYER_LINE, true, "line-gradient"},
    {IK_LAYER_CIRCLE, true, "circle-blur"},
    {IK_LAYER_CIRCLE, true, "circle-translate"},
    {IK_LAYER_CIRCLE, true, "circle-translate-anchor"},
    {IK_LAYER_CIRCLE, true, "circle-pitch-scale"},
    {IK_LAYER_CIRCLE, true, "circle-pitch-alignment"},
    {IK_LAYER_SYMBOL, false, "symbol-placement"},
    {IK_LAYER_SYMBOL, false, "symbol-spacing"},
    {IK_LAYER_SYMBOL, false, "symbol-avoid-edges"},
    {IK_LAYER_SYMBOL, false, "symbol-z-order"},
    {IK_LAYER_SYMBOL, false, "icon-allow-overlap"},
    {IK_LAYER_SYMBOL, false, "icon-overlap"},
    {IK_LAYER_SYMBOL, false, "icon-ignore-placement"},
    {IK_LAYER_SYMBOL, false, "icon-optional"},
    {IK_LAYER_SYMBOL, false, "icon-rotation-alignment"},
    {IK_LAYER_SYMBOL, false, "icon-size"},
    {IK_LAYER_SYMBOL, false, "icon-text-fit"},
    {IK_LAYER_SYMBOL, false, "icon-text-fit-padding"},
    {IK_LAYER_SYMBOL, false, "icon-image"},
    {IK_LAYER_SYMBOL, false, "icon-rotate"},
    {IK_LAYER_SYMBOL, false, "icon-padding"},
    {IK_LAYER_SYMBOL, false, "icon-keep-upright"},
    {IK_LAYER_SYMBOL, false, "icon-offset"},
    {IK_LAYER_SYMBOL, false, "icon-anchor"},
    {IK_LAYER_SYMBOL, false, "icon-pitch-alignment"},
    {IK_LAYER_SYMBOL, false, "text-pitch-alignment"},
    {IK_LAYER_SYMBOL, false, "text-rotation-alignment"},
    {IK_LAYER_SYMBOL, false, "text-justify"},
    {IK_LAYER_SYMBOL, false, "text-variable-anchor-offset"},
    {IK_LAYER_SYMBOL, false, "text-max-angle"},
    {IK_LAYER_SYMBOL, false, "text-writing-mode"},
    {IK_LAYER_SYMBOL, false, "text-rotate"},
    {IK_LAYER_SYMBOL, false, "text-keep-upright"},
    {IK_LAYER_SYMBOL, false, "text-overlap"},
    {IK_LAYER_SYMBOL, false, "text-optional"},
    {IK_LAYER_SYMBOL, false, "symbol-height-offset"},
    {IK_LAYER_SYMBOL, false, "symbol-height-anchor"},
    {IK_LAYER_SYMBOL, true, "icon-opacity"},
    {IK_LAYER_SYMBOL, true, "icon-color"},
    {IK_LAYER_SYMBOL, true, "icon-halo-color"},
    {IK_LAYER_SYMBOL, true, "icon-halo-width"},
    {IK_LAYER_SYMBOL, true, "icon-halo-blur"},
    {IK_LAYER_SYMBOL, true, "icon-translate"},
    {IK_LAYER_SYMBOL, true, "icon-translate-anchor"},
    {IK_LAYER_SYMBOL, true, "text-halo-blur"},
    {IK_LAYER_SYMBOL, true, "text-translate"},
    {IK_LAYER_SYMBOL, true, "text-translate-anchor"},
};

const ik_property_spec *ik_property_spec_of(ik_property property)
{
    return &PROPERTIES[property];
}

bool ik_property_find(ik_layer_type layer, bool is_paint, const char *name, ik_property *property)
{
    for (gsize i = 0; i < G_N_ELEMENTS(PROPERTIES); i++) {
        const ik_property_spec *spec = &PROPERTIES[i];
        if (spec->layer == layer && spec->is_paint == is_paint && strcmp(spec->name, name) == 0) {
            *property = (ik_property)i;
            return true;
        }
    }
    return false;
}

bool ik_property_is_known(ik_layer_type layer, bool is_paint, const char *name)
{
    ik_property property;
    for (gsize i = 0; i < G_N_ELEMENTS(OTHERS); i++)
        if (OTHERS[i].layer == layer && OTHERS[i].is_paint == is_paint &&
            strcmp(OTHERS[i].name, name) == 0)
            return true;
    return ik_property_find(layer, is_paint, name, &property);
}

const char *ik_property_suggestion(ik_layer_type layer, bool is_paint, const char *name)
{
    const char *names[G_N_ELEMENTS(PROPERTIES) + G_N_ELEMENTS(OTHERS)];
    guint n = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(PROPERTIES); i++)
        if (PROPERTIES[i].layer == layer && PROPERTIES[i].is_paint == is_paint)
            names[n++] = PROPERTIES[i].name;
    for (gsize i = 0; i < G_N_ELEMENTS(OTHERS); i++)
        if (OTHERS[i].layer == layer && OTHERS[i].is_paint == is_paint)
            names[n++] = OTHERS[i].name;
    return ik_suggestion(name, names, n);
}
