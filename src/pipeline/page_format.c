/* page_format.c — which kind of page a file is to be.   [pipeline] */
#include "page_format.h"

#include <ideenkarte/error.h>

bool ik_page_format_of(const char *path, ik_sheet_format *format, GError **error)
{
    static const struct {
        const char *ending;
        ik_sheet_format format;
    } formats[] = {{".svg", IK_SHEET_SVG}, {".png", IK_SHEET_PNG}, {".pdf", IK_SHEET_PDF}};
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
        if (g_str_has_suffix(path, formats[i].ending)) {
            *format = formats[i].format;
            return true;
        }
    }
    g_set_error(error, IK_ERROR, IK_ERROR_INPUT,
                "%s: unknown kind of picture, expected .svg, .png or .pdf", path);
    return false;
}
