/* paint.h — colours and strokes of a style as a scene keeps them.   [scene] */
#ifndef IK_PAINT_H
#define IK_PAINT_H

#include "color.h"
#include "scene.h"

/* `color` with its alpha times `opacity`. */
ik_paint ik_paint_from_color(ik_color color, double opacity);

bool ik_paints_equal(ik_paint a, ik_paint b);
bool ik_strokes_equal(const ik_stroke *a, const ik_stroke *b);

/* A length of a style, within what is drawn. */
double ik_bounded_px(double length_px);

#endif
