/* zoom_range.c — "5-12" as people write it.   [pipeline] */
#include <ideenkarte/build.h>

#include "mercator.h"

static bool read_zoom(char *text, guint *zoom)
{
    guint64 value;
    if (!g_ascii_string_to_unsigned(g_strstrip(text), 10, 0, IK_MAX_ZOOM, &value, NULL))
        return false;
    *zoom = (guint)value;
    return true;
}

bool ik_zoom_range_parse(const char *text, guint *min_zoom, guint *max_zoom)
{
    g_auto(GStrv) ends = g_strsplit(text, "-", 3);
    guint n = g_strv_length(ends);
    if (n < 1 || n > 2 || !read_zoom(ends[0], min_zoom))
        return false;
    *max_zoom = *min_zoom;
    return (n == 1 || read_zoom(ends[1], max_zoom)) && *min_zoom <= *max_zoom;
}
