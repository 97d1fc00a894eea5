/* ramp_mix.h — what lies between two values.   [style] */
#ifndef IK_RAMP_MIX_H
#define IK_RAMP_MIX_H

#include "expression.h"

typedef ik_color (*ik_mix_colors_fn)(ik_color a, ik_color b, double t);

/* How much of the way from stop `from` to stop `to` is done at `input`, on a curve of that base. */
double ik_ramp_share(double base, double input, double from, double to);

/* The value `t` of the way from `a` to `b`, which have one type: number, colour, padding, anchors
 * with offsets, array of numbers. False with the evaluation's fault when they differ in length.
 */
bool ik_ramp_mix(const ik_value *a, const ik_value *b, double t, ik_mix_colors_fn mix_colors,
                 ik_evaluation *evaluation, ik_value *value);

#endif
