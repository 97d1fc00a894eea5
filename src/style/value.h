/* value.h — what an expression of a style computes with.   [style]
 *
 * A value by value; text and items are borrowed from the style, the feature or the arena of the
 * evaluation.
 */
#ifndef IK_VALUE_H
#define IK_VALUE_H

#include "arena.h"
#include "color.h"

#include <glib.h>

/* The last three are types an expression may have or be asked for, never that of a value: anything
 * but a collator, nothing at all because it always fails, whatever comes.
 */
typedef enum {
    IK_VALUE_NULL,
    IK_VALUE_BOOL,
    IK_VALUE_NUMBER,
    IK_VALUE_STRING,
    IK_VALUE_COLOR,
    IK_VALUE_ARRAY,
    IK_VALUE_OBJECT,
    IK_VALUE_FORMATTED,
    IK_VALUE_IMAGE,
    IK_VALUE_PADDING,
    IK_VALUE_ANCHOR_OFFSETS,
    IK_VALUE_COLLATOR,
    IK_VALUE_ANY,
    IK_VALUE_ERROR,
    IK_VALUE_UNASKED
} ik_value_type;

typedef struct ik_value ik_value;
typedef struct ik_attribute ik_attribute;

/* An image of a sprite. */
typedef struct {
    const char *name;
    bool is_available; /* the evaluation knows it; see ik_evaluation */
} ik_image;

typedef enum { IK_VERTICAL_BOTTOM, IK_VERTICAL_CENTER, IK_VERTICAL_TOP } ik_vertical_align;

/* A piece of formatted text: letters or an image. */
typedef struct {
    const char *text;  /* "" for an image */
    const char *image; /* its name; NULL for letters */
    double scale;      /* of the font size or the image; 1 unless the style says otherwise */
    const char *fonts; /* names with commas between; NULL: those of the layer */
    bool has_color;    /* false: the colour of the layer */
    ik_color color;
    ik_vertical_align vertical_align;
} ik_text_section;

/* A place for a label beside its point, in ems to the right and down. */
typedef struct {
    guint anchor; /* ik_anchor */
    double x, y;
} ik_anchor_offset;

/* How text is compared. */
typedef struct {
    bool minds_case, minds_accents;
    const char *locale;
} ik_collator;

struct ik_value {
    ik_value_type type;
    union {
        bool boolean;
        double number;
        const char *string;
        ik_color color;
        struct {
            const ik_value *items;
            guint n;
        } array;
        struct {
            const ik_attribute *members;
            guint n;
        } object;
        struct {
            const ik_text_section *sections;
            guint n;
        } formatted;
        struct {
            const ik_anchor_offset *items;
            guint n;
        } anchor_offsets;
        ik_image image;
        ik_collator collator;
        double padding[4]; /* top, right, bottom, left */
    };
};

/* A member of an object; an attribute of a feature. */
struct ik_attribute {
    const char *name;
    ik_value value;
};

ik_value ik_value_bool(bool boolean);
ik_value ik_value_number(double number);
ik_value ik_value_string(const char *string);
ik_value ik_value_color(ik_color color);

/* "null", "boolean", "number", "string", …, "value": the specification's names. */
const char *ik_value_type_name(ik_value_type type);

/* Same type and same content. */
bool ik_value_equal(const ik_value *a, const ik_value *b);

/* "top-left": the name of an ik_anchor. */
const char *ik_anchor_name(guint anchor);

/* The value as the operator "to-string" writes it; borrowed from the value or the arena. */
const char *ik_value_text(const ik_value *value, ik_arena *arena);

#endif
