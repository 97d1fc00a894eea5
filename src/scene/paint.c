/* paint.c — a style's colour as a scene keeps it.   [scene] */
#include "paint.h"

ik_paint ik_paint_from_color(ik_color color, double opacity)
{
    return (ik_paint){color.r, color.g, color.b, color.a * opacity};
}
