/* property.h — the layout and paint properties of style layers.   [style]
 *
 * The table of the MapLibre Style Specification: what a property is called, which layers have it,
 * what it takes and what it is when nobody says. Lengths are CSS pixels or ems, as specified.
 */
#ifndef IK_PROPERTY_H
#define IK_PROPERTY_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    IK_LAYER_BACKGROUND,
    IK_LAYER_FILL,
    IK_LAYER_LINE,
    IK_LAYER_CIRCLE,
    IK_LAYER_SYMBOL,
    IK_LAYER_RASTER,
    IK_LAYER_HEATMAP
} ik_layer_type;

/* What a property takes, and with it the function of style.h that reads it. */
typedef enum {
    IK_PROPERTY_BOOL,          /* ik_style_bool */
    IK_PROPERTY_NUMBER,        /* ik_style_number */
    IK_PROPERTY_COLOR,         /* ik_style_color */
    IK_PROPERTY_ENUM,          /* one of the values: ik_style_choice */
    IK_PROPERTY_ENUMS,         /* several of them: ik_style_choices */
    IK_PROPERTY_NUMBERS,       /* an array: ik_style_numbers */
    IK_PROPERTY_STRINGS,       /* an array: ik_style_strings */
    IK_PROPERTY_FORMATTED,     /* text in sections: ik_style_sections, ik_style_text */
    IK_PROPERTY_IMAGE,         /* name of an image of a sprite: ik_style_image */
    IK_PROPERTY_PADDING,       /* four widths: ik_style_padding */
    IK_PROPERTY_ANCHOR_OFFSETS /* anchors with offsets: ik_style_anchor_offsets */
} ik_property_type;

/* What the expression of a property may ask for. */
typedef enum {
    IK_INPUT_NOTHING,
    IK_INPUT_ZOOM,
    IK_INPUT_FEATURE, /* the zoom, too */
    IK_INPUT_PROGRESS,
    IK_INPUT_DENSITY
} ik_property_input;

/* Every property of the specification for these layers but "visibility". */
typedef enum {
    IK_BACKGROUND_COLOR,
    IK_BACKGROUND_PATTERN,
    IK_BACKGROUND_OPACITY,
    IK_FILL_SORT_KEY,
    IK_FILL_ANTIALIAS,
    IK_FILL_OPACITY,
    IK_FILL_LAYER_OPACITY,
    IK_FILL_LAYER_BLEND,
    IK_FILL_COLOR,
    IK_FILL_OUTLINE_COLOR,
    IK_FILL_TRANSLATE,
    IK_FILL_TRANSLATE_ANCHOR,
    IK_FILL_PATTERN,
    IK_LINE_CAP,
    IK_LINE_JOIN,
    IK_LINE_MITER_LIMIT,
    IK_LINE_ROUND_LIMIT,
    IK_LINE_SORT_KEY,
    IK_LINE_OPACITY,
    IK_LINE_LAYER_OPACITY,
    IK_LINE_LAYER_BLEND,
    IK_LINE_COLOR,
    IK_LINE_TRANSLATE,
    IK_LINE_TRANSLATE_ANCHOR,
    IK_LINE_WIDTH,
    IK_LINE_GAP_WIDTH,
    IK_LINE_OFFSET,
    IK_LINE_BLUR,
    IK_LINE_DASHARRAY,
    IK_LINE_PATTERN,
    IK_LINE_GRADIENT,
    IK_CIRCLE_SORT_KEY,
    IK_CIRCLE_RADIUS,
    IK_CIRCLE_COLOR,
    IK_CIRCLE_BLUR,
    IK_CIRCLE_OPACITY,
    IK_CIRCLE_TRANSLATE,
    IK_CIRCLE_TRANSLATE_ANCHOR,
    IK_CIRCLE_PITCH_SCALE,
    IK_CIRCLE_PITCH_ALIGNMENT,
    IK_CIRCLE_STROKE_WIDTH,
    IK_CIRCLE_STROKE_COLOR,
    IK_CIRCLE_STROKE_OPACITY,
    IK_SYMBOL_PLACEMENT,
    IK_SYMBOL_SPACING,
    IK_SYMBOL_AVOID_EDGES,
    IK_SYMBOL_SORT_KEY,
    IK_SYMBOL_Z_ORDER,
    IK_ICON_ALLOW_OVERLAP,
    IK_ICON_OVERLAP,
    IK_ICON_IGNORE_PLACEMENT,
    IK_ICON_OPTIONAL,
    IK_ICON_ROTATION_ALIGNMENT,
    IK_ICON_SIZE,
    IK_ICON_TEXT_FIT,
    IK_ICON_TEXT_FIT_PADDING,
    IK_ICON_IMAGE,
    IK_ICON_ROTATE,
    IK_ICON_PADDING,
    IK_ICON_KEEP_UPRIGHT,
    IK_ICON_OFFSET,
    IK_ICON_ANCHOR,
    IK_ICON_PITCH_ALIGNMENT,
    IK_TEXT_PITCH_ALIGNMENT,
    IK_TEXT_ROTATION_ALIGNMENT,
    IK_TEXT_FIELD,
    IK_TEXT_FONT,
    IK_TEXT_SIZE,
    IK_TEXT_MAX_WIDTH,
    IK_TEXT_LINE_HEIGHT,
    IK_TEXT_LETTER_SPACING,
    IK_TEXT_JUSTIFY,
    IK_TEXT_RADIAL_OFFSET,
    IK_TEXT_VARIABLE_ANCHOR,
    IK_TEXT_VARIABLE_ANCHOR_OFFSET,
    IK_TEXT_ANCHOR,
    IK_TEXT_MAX_ANGLE,
    IK_TEXT_WRITING_MODE,
    IK_TEXT_ROTATE,
    IK_TEXT_PADDING,
    IK_TEXT_KEEP_UPRIGHT,
    IK_TEXT_TRANSFORM,
    IK_TEXT_OFFSET,
    IK_TEXT_ALLOW_OVERLAP,
    IK_TEXT_OVERLAP,
    IK_TEXT_IGNORE_PLACEMENT,
    IK_TEXT_OPTIONAL,
    IK_SYMBOL_HEIGHT_OFFSET,
    IK_SYMBOL_HEIGHT_ANCHOR,
    IK_ICON_OPACITY,
    IK_ICON_COLOR,
    IK_ICON_HALO_COLOR,
    IK_ICON_HALO_WIDTH,
    IK_ICON_HALO_BLUR,
    IK_ICON_TRANSLATE,
    IK_ICON_TRANSLATE_ANCHOR,
    IK_TEXT_OPACITY,
    IK_TEXT_COLOR,
    IK_TEXT_HALO_COLOR,
    IK_TEXT_HALO_WIDTH,
    IK_TEXT_HALO_BLUR,
    IK_TEXT_TRANSLATE,
    IK_TEXT_TRANSLATE_ANCHOR,
    IK_RASTER_OPACITY,
    IK_RASTER_LAYER_BLEND,
    IK_RASTER_HUE_ROTATE,
    IK_RASTER_BRIGHTNESS_MIN,
    IK_RASTER_BRIGHTNESS_MAX,
    IK_RASTER_SATURATION,
    IK_RASTER_CONTRAST,
    IK_RESAMPLING,
    IK_RASTER_RESAMPLING,
    IK_RASTER_FADE_DURATION,
    IK_HEATMAP_RADIUS,
    IK_HEATMAP_WEIGHT,
    IK_HEATMAP_INTENSITY,
    IK_HEATMAP_COLOR,
    IK_HEATMAP_OPACITY,
    IK_N_PROPERTIES
} ik_property;

/* The choices of the properties of type ENUM, in the order of the table. */
enum { IK_CAP_BUTT, IK_CAP_ROUND, IK_CAP_SQUARE };
enum { IK_JOIN_BEVEL, IK_JOIN_ROUND, IK_JOIN_MITER };
enum { IK_TRANSFORM_NONE, IK_TRANSFORM_UPPERCASE, IK_TRANSFORM_LOWERCASE };
enum { IK_FRAME_MAP, IK_FRAME_VIEWPORT }; /* of …-translate-anchor, circle-pitch-… */
enum { IK_PLACEMENT_POINT, IK_PLACEMENT_LINE, IK_PLACEMENT_LINE_CENTER };
enum { IK_Z_ORDER_AUTO, IK_Z_ORDER_VIEWPORT_Y, IK_Z_ORDER_SOURCE };
enum { IK_OVERLAP_NEVER, IK_OVERLAP_ALWAYS, IK_OVERLAP_COOPERATIVE };
enum {
    IK_ALIGNMENT_MAP,
    IK_ALIGNMENT_VIEWPORT,
    IK_ALIGNMENT_AUTO,
    IK_ALIGNMENT_VIEWPORT_GLYPH /* text-rotation-alignment only */
};
enum { IK_FIT_NONE, IK_FIT_WIDTH, IK_FIT_HEIGHT, IK_FIT_BOTH };
enum { IK_JUSTIFY_AUTO, IK_JUSTIFY_LEFT, IK_JUSTIFY_CENTER, IK_JUSTIFY_RIGHT };
enum { IK_WRITING_HORIZONTAL, IK_WRITING_VERTICAL };
enum { IK_RESAMPLING_LINEAR, IK_RESAMPLING_NEAREST };
enum {
    IK_BLEND_NORMAL,
    IK_BLEND_MULTIPLY,
    IK_BLEND_COLOR,
    IK_BLEND_LUMINOSITY,
    IK_BLEND_PLUS_LIGHTER,
    IK_BLEND_SCREEN,
    IK_BLEND_OVERLAY
};
typedef enum {
    IK_ANCHOR_CENTER,
    IK_ANCHOR_LEFT,
    IK_ANCHOR_RIGHT,
    IK_ANCHOR_TOP,
    IK_ANCHOR_BOTTOM,
    IK_ANCHOR_TOP_LEFT,
    IK_ANCHOR_TOP_RIGHT,
    IK_ANCHOR_BOTTOM_LEFT,
    IK_ANCHOR_BOTTOM_RIGHT
} ik_anchor;

/* NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): the columns of the table in their order */
typedef struct {
    const char *name;
    ik_layer_type layer;
    bool is_paint;
    ik_property_input input;
    ik_property_type type;
    bool is_gradual;  /* "interpolate" is allowed */
    double number;    /* default of NUMBER and BOOL, of every item of NUMBERS and PADDING */
    const char *text; /* default of COLOR, FORMATTED and ENUM; NULL: none */
    double min, max;  /* of a NUMBER or an item of NUMBERS */
    guint length;     /* items of NUMBERS; 0: any number, and none by default */
    const char *const *values; /* of an ENUM, ends with NULL */
} ik_property_spec;

/* The row of a property. */
const ik_property_spec *ik_property_spec_of(ik_property property);

/* "fill"; the name of a layer type as styles write it. */
const char *ik_layer_type_name(ik_layer_type type);

/* The property of that name in the "paint" or "layout" of a layer; false when there is none. */
bool ik_property_find(ik_layer_type layer, bool is_paint, const char *name, ik_property *property);

/* Whether the property is drawn. The others are read and checked, and a style that sets one of
 * them gets a warning. What makes no difference on a flat picture of one moment (…-pitch-…,
 * raster-fade-duration) counts as drawn.
 */
bool ik_property_is_drawn(ik_property property);

/* The name most like `name` that this layer has there; NULL when none is. */
const char *ik_property_suggestion(ik_layer_type layer, bool is_paint, const char *name);

#endif
