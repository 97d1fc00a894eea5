/* icon_painter.c — an icon as a mask for a colour.   [icon] */
#include "icon_painter.h"

#include <ideenkarte/error.h>
#include <librsvg/rsvg.h>
#include <string.h>

#include "icon_parts.h"

#define NAMESPACE "xmlns=\"http://www.w3.org/2000/svg\""

static RsvgHandle *open_handle(const ik_icon *icon, GError **error)
{
    g_autofree char *text =
        g_strdup_printf("<svg " NAMESPACE " viewBox=\"%s\">%s</svg>", icon->view_box, icon->shapes);
    return rsvg_handle_new_from_data((const guint8 *)text, strlen(text), error);
}

bool ik_icon_paint(const ik_icon *icon, cairo_t *cairo, double left, double top, double side,
                   GError **error)
{
    const RsvgRectangle square = {left, top, side, side};
    g_autoptr(GError) cause = NULL;
    RsvgHandle *handle = open_handle(icon, &cause);
    cairo_push_group_with_content(cairo, CAIRO_CONTENT_ALPHA);
    bool drawn = handle != NULL && rsvg_handle_render_document(handle, cairo, &square, &cause);
    cairo_pattern_t *mask = cairo_pop_group(cairo);
    if (drawn)
        cairo_mask(cairo, mask);
    else
        g_set_error(error, IK_ERROR, IK_ERROR_INPUT, "%s: cannot be drawn: %s", icon->name,
                    cause->message);
    cairo_pattern_destroy(mask);
    g_clear_object(&handle);
    return drawn;
}
