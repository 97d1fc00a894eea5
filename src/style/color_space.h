/* color_space.h — mixing colours by how they look.   [style]
 *
 * CIE L*a*b* of the D50 white point, and the same in cylinders: hue, chroma, luminance. Sources:
 * CSS Color Module Level 4, sections 9 and 10; Style Specification, "interpolate-lab" and "-hcl".
 */
#ifndef IK_COLOR_SPACE_H
#define IK_COLOR_SPACE_H

#include "color.h"

/* The colour `t` (0..1) of the way from `a` to `b`. A grey has no hue and takes that of the other;
 * hues go the shorter way round.
 */
ik_color ik_color_mix_lab(ik_color a, ik_color b, double t);
ik_color ik_color_mix_hcl(ik_color a, ik_color b, double t);

#endif
