/* property_table.c — the layout and paint properties of style layers, one a row.   [style]
 *
 * Source: the reference of @maplibre/maplibre-gl-style-spec 26, version 8 of the specification.
 * Columns: name, layer, group, what its expression may ask for; then, as the type needs them:
 * whether it may be interpolated, default, least, greatest, choices.
 */
#include "property_table.h"

#include <math.h>

#define BACKGROUND IK_LAYER_BACKGROUND
#define FILL       IK_LAYER_FILL
#define LINE       IK_LAYER_LINE
#define CIRCLE     IK_LAYER_CIRCLE
#define SYMBOL     IK_LAYER_SYMBOL
#define RASTER     IK_LAYER_RASTER
#define HEATMAP    IK_LAYER_HEATMAP
#define LAYOUT     false
#define PAINT      true
#define NOTHING    IK_INPUT_NOTHING
#define ZOOM       IK_INPUT_ZOOM
#define FEATURE    IK_INPUT_FEATURE
#define PROGRESS   IK_INPUT_PROGRESS
#define DENSITY    IK_INPUT_DENSITY
#define GRADUAL    true
#define STEPPED    false

#define NUMBER(n, l, g, i, gradual, number, min, max)                            \
    {                                                                            \
        n, l, g, i, IK_PROPERTY_NUMBER, gradual, number, NULL, min, max, 0, NULL \
    }
#define BOOL(n, l, g, i, value)                                         \
    {                                                                   \
        n, l, g, i, IK_PROPERTY_BOOL, false, value, NULL, 0, 1, 0, NULL \
    }
#define COLOR(n, l, g, i, text)                                     \
    {                                                               \
        n, l, g, i, IK_PROPERTY_COLOR, true, 0, text, 0, 0, 0, NULL \
    }
#define ENUM(n, l, g, i, text, values)                                \
    {                                                                 \
        n, l, g, i, IK_PROPERTY_ENUM, false, 0, text, 0, 0, 0, values \
    }
#define ENUMS(n, l, g, i, values)                                      \
    {                                                                  \
        n, l, g, i, IK_PROPERTY_ENUMS, false, 0, NULL, 0, 0, 0, values \
    }
#define NUMBERS(n, l, g, i, gradual, length, min)                                      \
    {                                                                                  \
        n, l, g, i, IK_PROPERTY_NUMBERS, gradual, 0, NULL, min, INFINITY, length, NULL \
    }
#define STRINGS(n, l, g, i)                                            \
    {                                                                  \
        n, l, g, i, IK_PROPERTY_STRINGS, false, 0, NULL, 0, 0, 0, NULL \
    }
#define FORMATTED(n, l, g, i)                                          \
    {                                                                  \
        n, l, g, i, IK_PROPERTY_FORMATTED, false, 0, "", 0, 0, 0, NULL \
    }
#define IMAGE(n, l, g, i)                                            \
    {                                                                \
        n, l, g, i, IK_PROPERTY_IMAGE, false, 0, NULL, 0, 0, 0, NULL \
    }
#define PADDING(n, l, g, i, number)                                                       \
    {                                                                                     \
        n, l, g, i, IK_PROPERTY_PADDING, true, number, NULL, -INFINITY, INFINITY, 4, NULL \
    }
#define ANCHOR_OFFSETS(n, l, g, i)                                           \
    {                                                                        \
        n, l, g, i, IK_PROPERTY_ANCHOR_OFFSETS, true, 0, NULL, 0, 0, 0, NULL \
    }

static const char *const CAPS[] = {"butt", "round", "square", NULL};
static const char *const JOINS[] = {"bevel", "round", "miter", NULL};
static const char *const FRAMES[] = {"map", "viewport", NULL};
static const char *const PLACEMENTS[] = {"point", "line", "line-center", NULL};
static const char *const Z_ORDERS[] = {"auto", "viewport-y", "source", NULL};
static const char *const OVERLAPS[] = {"never", "always", "cooperative", NULL};
static const char *const ALIGNMENTS[] = {"map", "viewport", "auto", NULL};
static const char *const GLYPH_ALIGNMENTS[] = {"map", "viewport", "auto", "viewport-glyph", NULL};
static const char *const FITS[] = {"none", "width", "height", "both", NULL};
static const char *const ANCHORS[] = {"center",       "left",     "right",     "top",
                                      "bottom",       "top-left", "top-right", "bottom-left",
                                      "bottom-right", NULL};
static const char *const JUSTIFICATIONS[] = {"auto", "left", "center", "right", NULL};
static const char *const WRITING_MODES[] = {"horizontal", "vertical", NULL};
static const char *const TRANSFORMS[] = {"none", "uppercase", "lowercase", NULL};
static const char *const HEIGHTS[] = {"ground", "absolute", NULL};
static const char *const RESAMPLINGS[] = {"linear", "nearest", NULL};
static const char *const BLENDS[] = {"normal",       "multiply", "color",   "luminosity",
                                     "plus-lighter", "screen",   "overlay", NULL};

const ik_property_spec IK_PROPERTIES[IK_N_PROPERTIES] = {
    [IK_BACKGROUND_COLOR] = COLOR("background-color", BACKGROUND, PAINT, ZOOM, "#000000"),
    [IK_BACKGROUND_PATTERN] = IMAGE("background-pattern", BACKGROUND, PAINT, ZOOM),
    [IK_BACKGROUND_OPACITY] =
        NUMBER("background-opacity", BACKGROUND, PAINT, ZOOM, GRADUAL, 1, 0, 1),
    [IK_FILL_SORT_KEY] =
        NUMBER("fill-sort-key", FILL, LAYOUT, FEATURE, STEPPED, 0, -INFINITY, INFINITY),
    [IK_FILL_ANTIALIAS] = BOOL("fill-antialias", FILL, PAINT, ZOOM, 1),
    [IK_FILL_OPACITY] = NUMBER("fill-opacity", FILL, PAINT, FEATURE, GRADUAL, 1, 0, 1),
    [IK_FILL_LAYER_OPACITY] = NUMBER("fill-layer-opacity", FILL, PAINT, ZOOM, GRADUAL, 1, 0, 1),
    [IK_FILL_LAYER_BLEND] = ENUM("fill-layer-blend", FILL, PAINT, NOTHING, "normal", BLENDS),
    [IK_FILL_COLOR] = COLOR("fill-color", FILL, PAINT, FEATURE, "#000000"),
    [IK_FILL_OUTLINE_COLOR] = COLOR("fill-outline-color", FILL, PAINT, FEATURE, NULL),
    [IK_FILL_TRANSLATE] = NUMBERS("fill-translate", FILL, PAINT, ZOOM, GRADUAL, 2, -INFINITY),
    [IK_FILL_TRANSLATE_ANCHOR] = ENUM("fill-translate-anchor", FILL, PAINT, ZOOM, "map", FRAMES),
    [IK_FILL_PATTERN] = IMAGE("fill-pattern", FILL, PAINT, FEATURE),
    [IK_LINE_CAP] = ENUM("line-cap", LINE, LAYOUT, FEATURE, "butt", CAPS),
    [IK_LINE_JOIN] = ENUM("line-join", LINE, LAYOUT, FEATURE, "miter", JOINS),
    [IK_LINE_MITER_LIMIT] =
        NUMBER("line-miter-limit", LINE, LAYOUT, FEATURE, GRADUAL, 2, -INFINITY, INFINITY),
    [IK_LINE_ROUND_LIMIT] =
        NUMBER("line-round-limit", LINE, LAYOUT, FEATURE, GRADUAL, 1.05, -INFINITY, INFINITY),
    [IK_LINE_SORT_KEY] =
        NUMBER("line-sort-key", LINE, LAYOUT, FEATURE, STEPPED, 0, -INFINITY, INFINITY),
    [IK_LINE_OPACITY] = NUMBER("line-opacity", LINE, PAINT, FEATURE, GRADUAL, 1, 0, 1),
    [IK_LINE_LAYER_OPACITY] = NUMBER("line-layer-opacity", LINE, PAINT, ZOOM, GRADUAL, 1, 0, 1),
    [IK_LINE_LAYER_BLEND] = ENUM("line-layer-blend", LINE, PAINT, NOTHING, "normal", BLENDS),
    [IK_LINE_COLOR] = COLOR("line-color", LINE, PAINT, FEATURE, "#000000"),
    [IK_LINE_TRANSLATE] = NUMBERS("line-translate", LINE, PAINT, ZOOM, GRADUAL, 2, -INFINITY),
    [IK_LINE_TRANSLATE_ANCHOR] = ENUM("line-translate-anchor", LINE, PAINT, ZOOM, "map", FRAMES),
    [IK_LINE_WIDTH] = NUMBER("line-width", LINE, PAINT, FEATURE, GRADUAL, 1, 0, INFINITY),
    [IK_LINE_GAP_WIDTH] = NUMBER("line-gap-width", LINE, PAINT, FEATURE, GRADUAL, 0, 0, INFINITY),
    [IK_LINE_OFFSET] = NUMBER("line-offset", LINE, PAINT, FEATURE, GRADUAL, 0, -INFINITY, INFINITY),
    [IK_LINE_BLUR] = NUMBER("line-blur", LINE, PAINT, FEATURE, GRADUAL, 0, 0, INFINITY),
    [IK_LINE_DASHARRAY] = NUMBERS("line-dasharray", LINE, PAINT, FEATURE, STEPPED, 0, 0),
    [IK_LINE_PATTERN] = IMAGE("line-pattern", LINE, PAINT, FEATURE),
    [IK_LINE_GRADIENT] = COLOR("line-gradient", LINE, PAINT, PROGRESS, NULL),
    [IK_CIRCLE_SORT_KEY] =
        NUMBER("circle-sort-key", CIRCLE, LAYOUT, FEATURE, STEPPED, 0, -INFINITY, INFINITY),
    [IK_CIRCLE_RADIUS] = NUMBER("circle-radius", CIRCLE, PAINT, FEATURE, GRADUAL, 5, 0, INFINITY),
    [IK_CIRCLE_COLOR] = COLOR("circle-color", CIRCLE, PAINT, FEATURE, "#000000"),
    [IK_CIRCLE_BLUR] =
        NUMBER("circle-blur", CIRCLE, PAINT, FEATURE, GRADUAL, 0, -INFINITY, INFINITY),
    [IK_CIRCLE_OPACITY] = NUMBER("circle-opacity", CIRCLE, PAINT, FEATURE, GRADUAL, 1, 0, 1),
    [IK_CIRCLE_TRANSLATE] = NUMBERS("circle-translate", CIRCLE, PAINT, ZOOM, GRADUAL, 2, -INFINITY),
    [IK_CIRCLE_TRANSLATE_ANCHOR] =
        ENUM("circle-translate-anchor", CIRCLE, PAINT, ZOOM, "map", FRAMES),
    [IK_CIRCLE_PITCH_SCALE] = ENUM("circle-pitch-scale", CIRCLE, PAINT, ZOOM, "map", FRAMES),
    [IK_CIRCLE_PITCH_ALIGNMENT] =
        ENUM("circle-pitch-alignment", CIRCLE, PAINT, ZOOM, "viewport", FRAMES),
    [IK_CIRCLE_STROKE_WIDTH] =
        NUMBER("circle-stroke-width", CIRCLE, PAINT, FEATURE, GRADUAL, 0, 0, INFINITY),
    [IK_CIRCLE_STROKE_COLOR] = COLOR("circle-stroke-color", CIRCLE, PAINT, FEATURE, "#000000"),
    [IK_CIRCLE_STROKE_OPACITY] =
        NUMBER("circle-stroke-opacity", CIRCLE, PAINT, FEATURE, GRADUAL, 1, 0, 1),
    [IK_SYMBOL_PLACEMENT] = ENUM("symbol-placement", SYMBOL, LAYOUT, ZOOM, "point", PLACEMENTS),
    [IK_SYMBOL_SPACING] = NUMBER("symbol-spacing", SYMBOL, LAYOUT, ZOOM, GRADUAL, 250, 1, INFINITY),
    [IK_SYMBOL_AVOID_EDGES] = BOOL("symbol-avoid-edges", SYMBOL, LAYOUT, ZOOM, 0),
    [IK_SYMBOL_SORT_KEY] =
        NUMBER("symbol-sort-key", SYMBOL, LAYOUT, FEATURE, STEPPED, 0, -INFINITY, INFINITY),
    [IK_SYMBOL_Z_ORDER] = ENUM("symbol-z-order", SYMBOL, LAYOUT, ZOOM, "auto", Z_ORDERS),
    [IK_ICON_ALLOW_OVERLAP] = BOOL("icon-allow-overlap", SYMBOL, LAYOUT, ZOOM, 0),
    [IK_ICON_OVERLAP] = ENUM("icon-overlap", SYMBOL, LAYOUT, ZOOM, NULL, OVERLAPS),
    [IK_ICON_IGNORE_PLACEMENT] = BOOL("icon-ignore-placement", SYMBOL, LAYOUT, ZOOM, 0),
    [IK_ICON_OPTIONAL] = BOOL("icon-optional", SYMBOL, LAYOUT, ZOOM, 0),
    [IK_ICON_ROTATION_ALIGNMENT] =
        ENUM("icon-rotation-alignment", SYMBOL, LAYOUT, FEATURE, "auto", ALIGNMENTS),
    [IK_ICON_SIZE] = NUMBER("icon-size", SYMBOL, LAYOUT, FEATURE, GRADUAL, 1, 0, INFINITY),
    [IK_ICON_TEXT_FIT] = ENUM("icon-text-fit", SYMBOL, LAYOUT, ZOOM, "none", FITS),
    [IK_ICON_TEXT_FIT_PADDING] =
        NUMBERS("icon-text-fit-padding", SYMBOL, LAYOUT, ZOOM, GRADUAL, 4, -INFINITY),
    [IK_ICON_IMAGE] = IMAGE("icon-image", SYMBOL, LAYOUT, FEATURE),
    [IK_ICON_ROTATE] =
        NUMBER("icon-rotate", SYMBOL, LAYOUT, FEATURE, GRADUAL, 0, -INFINITY, INFINITY),
    [IK_ICON_PADDING] = PADDING("icon-padding", SYMBOL, LAYOUT, FEATURE, 2),
    [IK_ICON_KEEP_UPRIGHT] = BOOL("icon-keep-upright", SYMBOL, LAYOUT, ZOOM, 0),
    [IK_ICON_OFFSET] = NUMBERS("icon-offset", SYMBOL, LAYOUT, FEATURE, GRADUAL, 2, -INFINITY),
    [IK_ICON_ANCHOR] = ENUM("icon-anchor", SYMBOL, LAYOUT, FEATURE, "center", ANCHORS),
    [IK_ICON_PITCH_ALIGNMENT] =
        ENUM("icon-pitch-alignment", SYMBOL, LAYOUT, ZOOM, "auto", ALIGNMENTS),
    [IK_TEXT_PITCH_ALIGNMENT] =
        ENUM("text-pitch-alignment", SYMBOL, LAYOUT, ZOOM, "auto", ALIGNMENTS),
    [IK_TEXT_ROTATION_ALIGNMENT] =
        ENUM("text-rotation-alignment", SYMBOL, LAYOUT, ZOOM, "auto", GLYPH_ALIGNMENTS),
    [IK_TEXT_FIELD] = FORMATTED("text-field", SYMBOL, LAYOUT, FEATURE),
    [IK_TEXT_FONT] = STRINGS("text-font", SYMBOL, LAYOUT, FEATURE),
    [IK_TEXT_SIZE] = NUMBER("text-size", SYMBOL, LAYOUT, FEATURE, GRADUAL, 16, 0, INFINITY),
    [IK_TEXT_MAX_WIDTH] =
        NUMBER("text-max-width", SYMBOL, LAYOUT, FEATURE, GRADUAL, 10, 0, INFINITY),
    [IK_TEXT_LINE_HEIGHT] =
        NUMBER("text-line-height", SYMBOL, LAYOUT, ZOOM, GRADUAL, 1.2, -INFINITY, INFINITY),
    [IK_TEXT_LETTER_SPACING] =
        NUMBER("text-letter-spacing", SYMBOL, LAYOUT, FEATURE, GRADUAL, 0, -INFINITY, INFINITY),
    [IK_TEXT_JUSTIFY] = ENUM("text-justify", SYMBOL, LAYOUT, FEATURE, "center", JUSTIFICATIONS),
    [IK_TEXT_RADIAL_OFFSET] =
        NUMBER("text-radial-offset", SYMBOL, LAYOUT, FEATURE, GRADUAL, 0, -INFINITY, INFINITY),
    [IK_TEXT_VARIABLE_ANCHOR] = ENUMS("text-variable-anchor", SYMBOL, LAYOUT, ZOOM, ANCHORS),
    [IK_TEXT_VARIABLE_ANCHOR_OFFSET] =
        ANCHOR_OFFSETS("text-variable-anchor-offset", SYMBOL, LAYOUT, FEATURE),
    [IK_TEXT_ANCHOR] = ENUM("text-anchor", SYMBOL, LAYOUT, FEATURE, "center", ANCHORS),
    [IK_TEXT_MAX_ANGLE] =
        NUMBER("text-max-angle", SYMBOL, LAYOUT, ZOOM, GRADUAL, 45, -INFINITY, INFINITY),
    [IK_TEXT_WRITING_MODE] = ENUMS("text-writing-mode", SYMBOL, LAYOUT, ZOOM, WRITING_MODES),
    [IK_TEXT_ROTATE] =
        NUMBER("text-rotate", SYMBOL, LAYOUT, FEATURE, GRADUAL, 0, -INFINITY, INFINITY),
    [IK_TEXT_PADDING] = NUMBER("text-padding", SYMBOL, LAYOUT, ZOOM, GRADUAL, 2, 0, INFINITY),
    [IK_TEXT_KEEP_UPRIGHT] = BOOL("text-keep-upright", SYMBOL, LAYOUT, ZOOM, 1),
    [IK_TEXT_TRANSFORM] = ENUM("text-transform", SYMBOL, LAYOUT, FEATURE, "none", TRANSFORMS),
    [IK_TEXT_OFFSET] = NUMBERS("text-offset", SYMBOL, LAYOUT, FEATURE, GRADUAL, 2, -INFINITY),
    [IK_TEXT_ALLOW_OVERLAP] = BOOL("text-allow-overlap", SYMBOL, LAYOUT, ZOOM, 0),
    [IK_TEXT_OVERLAP] = ENUM("text-overlap", SYMBOL, LAYOUT, ZOOM, NULL, OVERLAPS),
    [IK_TEXT_IGNORE_PLACEMENT] = BOOL("text-ignore-placement", SYMBOL, LAYOUT, ZOOM, 0),
    [IK_TEXT_OPTIONAL] = BOOL("text-optional", SYMBOL, LAYOUT, ZOOM, 0),
    [IK_SYMBOL_HEIGHT_OFFSET] =
        NUMBER("symbol-height-offset", SYMBOL, LAYOUT, FEATURE, GRADUAL, 0, -INFINITY, INFINITY),
    [IK_SYMBOL_HEIGHT_ANCHOR] =
        ENUM("symbol-height-anchor", SYMBOL, LAYOUT, ZOOM, "ground", HEIGHTS),
    [IK_ICON_OPACITY] = NUMBER("icon-opacity", SYMBOL, PAINT, FEATURE, GRADUAL, 1, 0, 1),
    [IK_ICON_COLOR] = COLOR("icon-color", SYMBOL, PAINT, FEATURE, "#000000"),
    [IK_ICON_HALO_COLOR] = COLOR("icon-halo-color", SYMBOL, PAINT, FEATURE, "rgba(0, 0, 0, 0)"),
    [IK_ICON_HALO_WIDTH] =
        NUMBER("icon-halo-width", SYMBOL, PAINT, FEATURE, GRADUAL, 0, 0, INFINITY),
    [IK_ICON_HALO_BLUR] = NUMBER("icon-halo-blur", SYMBOL, PAINT, FEATURE, GRADUAL, 0, 0, INFINITY),
    [IK_ICON_TRANSLATE] = NUMBERS("icon-translate", SYMBOL, PAINT, ZOOM, GRADUAL, 2, -INFINITY),
    [IK_ICON_TRANSLATE_ANCHOR] = ENUM("icon-translate-anchor", SYMBOL, PAINT, ZOOM, "map", FRAMES),
    [IK_TEXT_OPACITY] = NUMBER("text-opacity", SYMBOL, PAINT, FEATURE, GRADUAL, 1, 0, 1),
    [IK_TEXT_COLOR] = COLOR("text-color", SYMBOL, PAINT, FEATURE, "#000000"),
    [IK_TEXT_HALO_COLOR] = COLOR("text-halo-color", SYMBOL, PAINT, FEATURE, "rgba(0, 0, 0, 0)"),
    [IK_TEXT_HALO_WIDTH] =
        NUMBER("text-halo-width", SYMBOL, PAINT, FEATURE, GRADUAL, 0, 0, INFINITY),
    [IK_TEXT_HALO_BLUR] = NUMBER("text-halo-blur", SYMBOL, PAINT, FEATURE, GRADUAL, 0, 0, INFINITY),
    [IK_TEXT_TRANSLATE] = NUMBERS("text-translate", SYMBOL, PAINT, ZOOM, GRADUAL, 2, -INFINITY),
    [IK_TEXT_TRANSLATE_ANCHOR] = ENUM("text-translate-anchor", SYMBOL, PAINT, ZOOM, "map", FRAMES),
    [IK_RASTER_OPACITY] = NUMBER("raster-opacity", RASTER, PAINT, ZOOM, GRADUAL, 1, 0, 1),
    [IK_RASTER_LAYER_BLEND] = ENUM("raster-layer-blend", RASTER, PAINT, NOTHING, "normal", BLENDS),
    [IK_RASTER_HUE_ROTATE] =
        NUMBER("raster-hue-rotate", RASTER, PAINT, ZOOM, GRADUAL, 0, -INFINITY, INFINITY),
    [IK_RASTER_BRIGHTNESS_MIN] =
        NUMBER("raster-brightness-min", RASTER, PAINT, ZOOM, GRADUAL, 0, 0, 1),
    [IK_RASTER_BRIGHTNESS_MAX] =
        NUMBER("raster-brightness-max", RASTER, PAINT, ZOOM, GRADUAL, 1, 0, 1),
    [IK_RASTER_SATURATION] = NUMBER("raster-saturation", RASTER, PAINT, ZOOM, GRADUAL, 0, -1, 1),
    [IK_RASTER_CONTRAST] = NUMBER("raster-contrast", RASTER, PAINT, ZOOM, GRADUAL, 0, -1, 1),
    [IK_RESAMPLING] = ENUM("resampling", RASTER, PAINT, ZOOM, "linear", RESAMPLINGS),
    [IK_RASTER_RESAMPLING] = ENUM("raster-resampling", RASTER, PAINT, ZOOM, "linear", RESAMPLINGS),
    [IK_RASTER_FADE_DURATION] =
        NUMBER("raster-fade-duration", RASTER, PAINT, ZOOM, GRADUAL, 300, 0, INFINITY),
    [IK_HEATMAP_RADIUS] =
        NUMBER("heatmap-radius", HEATMAP, PAINT, FEATURE, GRADUAL, 30, 1, INFINITY),
    [IK_HEATMAP_WEIGHT] =
        NUMBER("heatmap-weight", HEATMAP, PAINT, FEATURE, GRADUAL, 1, 0, INFINITY),
    [IK_HEATMAP_INTENSITY] =
        NUMBER("heatmap-intensity", HEATMAP, PAINT, ZOOM, GRADUAL, 1, 0, INFINITY),
    [IK_HEATMAP_COLOR] = COLOR("heatmap-color", HEATMAP, PAINT, DENSITY, NULL),
    [IK_HEATMAP_OPACITY] = NUMBER("heatmap-opacity", HEATMAP, PAINT, ZOOM, GRADUAL, 1, 0, 1),
};
