/* value_convert.h — one kind of value from another.   [style]
 *
 * The conversions of the operators "to-…" and those that a property makes unasked: a text where
 * formatted text, an image or a colour is expected, numbers where a padding is. Each is false when
 * the value cannot be read that way. Memory comes from the arena.
 */
#ifndef IK_VALUE_CONVERT_H
#define IK_VALUE_CONVERT_H

#include "value.h"

bool ik_value_to_bool(const ik_value *value);

/* As JavaScript's Number(): null and "" are 0, blanks around digits are allowed. */
bool ik_value_to_number(const ik_value *value, double *number);

/* A text in CSS or an array of 3 or 4 numbers, red, green and blue 0..255, alpha 0..1. */
bool ik_value_to_color(const ik_value *value, ik_color *color);

/* A number for all sides, or an array of 1 to 4 as CSS has them. */
bool ik_value_to_padding(const ik_value *value, ik_value *padding);

/* An array of anchors and pairs of numbers in turn. */
bool ik_value_to_anchor_offsets(const ik_value *value, ik_arena *arena, ik_value *offsets);

/* One section that holds the value as text. */
ik_value ik_value_to_formatted(const ik_value *value, ik_arena *arena);

/* The image that the value names; null when that is an empty text. */
ik_value ik_value_to_image(const ik_value *value, ik_arena *arena);

#endif
