/* value_text.h — values as text: numbers as ECMAScript writes them, arrays and objects as JSON.   [style] */
#ifndef IK_VALUE_TEXT_H
#define IK_VALUE_TEXT_H

#include "value.h"

/* The shortest decimal form that reads back: "12", "0.1", "1e+21", "NaN", "Infinity". */
void ik_append_number(GString *out, double number);

/* The fewest significant digits that read back as the finite `number` >= 0, without point, leading
 * and trailing zeros ("0" for 0): how many, at most 17. `exponent` is that of the first.
 */
guint ik_shortest_digits(double number, char digits[20], int *exponent);

/* Formatted text and collators, which JSON has no form for, become null; so do NaN and infinity. */
void ik_append_value_json(GString *out, const ik_value *value);

#endif
