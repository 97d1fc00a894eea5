/* icon_symbols.c — icons as the symbols of one SVG.   [icon] */
#include "icon_parts.h"

/* What SVG begins with, and the colour of the place: pages style what a symbol would inherit. */
#define BEGINNING                                                                       \
    "fill=\"currentColor\" stroke=\"none\" stroke-width=\"1\" stroke-linecap=\"butt\" " \
    "stroke-linejoin=\"miter\""

char *ik_icon_symbols(const char *const *names, const ik_icon *const *icons)
{
    GString *out = g_string_new("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
    for (guint i = 0; names[i] != NULL; i++)
        g_string_append_printf(out, "<symbol id=\"%s\" viewBox=\"%s\" " BEGINNING ">%s</symbol>\n",
                               names[i], icons[i]->view_box, icons[i]->shapes);
    g_string_append(out, "</svg>\n");
    return g_string_free(out, FALSE);
}
