/* icon_painter.h — an icon as a mask for a colour.   [icon] */
#ifndef IK_ICON_PAINTER_H
#define IK_ICON_PAINTER_H

#include <cairo.h>

#include "icon.h"

/* Paints it in the current source of `cairo` into a square, centred. INPUT when librsvg gives up on it. */
bool ik_icon_paint(const ik_icon *icon, cairo_t *cairo, double left, double top, double side,
                   GError **error);

#endif
