/* paint.h — a style's colour as a scene keeps it.   [scene] */
#ifndef IK_PAINT_H
#define IK_PAINT_H

#include "color.h"
#include "scene.h"

/* `color` with its alpha times `opacity`. */
ik_paint ik_paint_from_color(ik_color color, double opacity);

#endif
