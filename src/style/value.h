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

/* IK_VALUE_ANY is a type an expression may have, never that of a value. */
typedef enum {
    IK_VALUE_NULL,
    IK_VALUE_BOOL,
    IK_VALUE_NUMBER,
    IK_VALUE_STRING,
    IK_VALUE_COLOR,
    IK_VALUE_ARRAY,
    IK_VALUE_ANY
} ik_value_type;

typedef struct ik_value ik_value;

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
    };
};

ik_value ik_value_bool(bool boolean);
ik_value ik_value_number(double number);
ik_value ik_value_string(const char *string);
ik_value ik_value_color(ik_color color);

/* "null", "boolean", "number", "string", "color", "array", "value": the specification's names. */
const char *ik_value_type_name(ik_value_type type);

/* Same type and same content. */
bool ik_value_equal(const ik_value *a, const ik_value *b);

/* The value as the operator "to-string" writes it; borrowed from the value or the arena. */
const char *ik_value_text(const ik_value *value, ik_arena *arena);

#endif
