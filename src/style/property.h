/* property.h — the layout and paint properties of style layers.   [style]
 *
 * The table of the MapLibre Style Specification: what a property is called, which layers have it,
 * what it takes and what it is when nobody says. Lengths are CSS pixels or ems, as specified.
 */
#ifndef IK_PROPERTY_H
#define IK_PROPERTY_H

#include <stdbool.h>

typedef enum {
    IK_LAYER_BACKGROUND,
    IK_LAYER_FILL,
    IK_LAYER_LINE,
    IK_LAYER_CIRCLE,
    IK_LAYER_SYMBOL
} ik_layer_type;

typedef enum {
    IK_PROPERTY_BOOL,
    IK_PROPERTY_NUMBER,
    IK_PROPERTY_COLOR,
    IK_PROPERTY_TEXT,    /* anything that can be written */
    IK_PROPERTY_ENUM,    /* one of the values */
    IK_PROPERTY_ENUMS,   /* several of them */
    IK_PROPERTY_NUMBERS, /* an array */
    IK_PROPERTY_STRINGS  /* an array */
} ik_property_type;

/* The properties that are drawn. */
typedef enum {
    IK_BACKGROUND_COLOR,
    IK_BACKGROUND_OPACITY,
    IK_FILL_ANTIALIAS,
    IK_FILL_OPACITY,
    IK_FILL_COLOR,
    IK_LINE_CAP,
    IK_LINE_JOIN,
    IK_LINE_MITER_LIMIT,
    IK_LINE_OPACITY,
    IK_LINE_COLOR,
    IK_LINE_WIDTH,
    IK_LINE_DASHARRAY,
    IK_CIRCLE_SORT_KEY,
    IK_CIRCLE_RADIUS,
    IK_CIRCLE_COLOR,
    IK_CIRCLE_OPACITY,
    IK_CIRCLE_STROKE_WIDTH,
    IK_CIRCLE_STROKE_COLOR,
    IK_CIRCLE_STROKE_OPACITY,
    IK_SYMBOL_SORT_KEY,
    IK_TEXT_FIELD,
    IK_TEXT_FONT,
    IK_TEXT_SIZE,
    IK_TEXT_MAX_WIDTH,
    IK_TEXT_LINE_HEIGHT,
    IK_TEXT_LETTER_SPACING,
    IK_TEXT_RADIAL_OFFSET,
    IK_TEXT_VARIABLE_ANCHOR,
    IK_TEXT_ANCHOR,
    IK_TEXT_PADDING,
    IK_TEXT_TRANSFORM,
    IK_TEXT_OFFSET,
    IK_TEXT_ALLOW_OVERLAP,
    IK_TEXT_IGNORE_PLACEMENT,
    IK_TEXT_OPACITY,
    IK_TEXT_COLOR,
    IK_TEXT_HALO_COLOR,
    IK_TEXT_HALO_WIDTH,
    IK_N_PROPERTIES
} ik_property;

/* The choices of the properties of type ENUM, in the order of the table. */
enum { IK_CAP_BUTT, IK_CAP_ROUND, IK_CAP_SQUARE };
enum { IK_JOIN_BEVEL, IK_JOIN_ROUND, IK_JOIN_MITER };
enum { IK_TRANSFORM_NONE, IK_TRANSFORM_UPPERCASE, IK_TRANSFORM_LOWERCASE };
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

typedef struct {
    const char *name;
    ik_layer_type layer;
    bool is_paint;
    ik_property_type type;
    bool per_feature;          /* may ask for attributes of the feature */
    double number;             /* default of NUMBER and BOOL */
    const char *text;          /* default of COLOR, TEXT and ENUM; NULL: none */
    double min, max;           /* of a NUMBER */
    const char *const *values; /* of an ENUM, ends with NULL */
} ik_property_spec;

/* The row of a property. */
const ik_property_spec *ik_property_spec_of(ik_property property);

/* The property of that name in the "paint" or "layout" of a layer; false when there is none that
 * is drawn.
 */
bool ik_property_find(ik_layer_type layer, bool is_paint, const char *name, ik_property *property);

/* Whether the specification has it, drawn or not. */
bool ik_property_is_known(ik_layer_type layer, bool is_paint, const char *name);

/* The name most like `name` that this layer has there; NULL when none is. */
const char *ik_property_suggestion(ik_layer_type layer, bool is_paint, const char *name);

#endif
