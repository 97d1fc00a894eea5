/* fuzz_icon.c — any SVG of a stranger: one error with its file, or shapes that are read again as they were written and
 * can be drawn.   [tests] */
#include "fuzz_support.h"

#include "icon.h"

#include <string.h>

/* Nothing but what may be there: no address, no quote that ends an attribute early, no other element. */
static void require_harmless(const char *shapes)
{
    g_assert(strstr(shapes, "href=") == NULL && strstr(shapes, "url(") == NULL);
    for (const char *at = strchr(shapes, '<'); at != NULL; at = strchr(at + 1, '<')) {
        const char *name = at[1] == '/' ? at + 2 : at + 1;
        static const char *const NAMES[] = {"g",    "path",     "circle",  "ellipse", "rect",
                                            "line", "polyline", "polygon", NULL};
        g_autofree char *word = g_strndup(name, strcspn(name, " >"));
        g_assert(g_strv_contains(NAMES, word));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) svg = g_bytes_new_static(data, size);
    g_autoptr(ik_icon) icon = ik_icon_parse(svg, "icon.svg", &error);
    if (icon == NULL) {
        fuzz_require_failure(error);
        g_assert(g_str_has_prefix(error->message, "icon.svg:"));
        return 0;
    }
    require_harmless(ik_icon_shapes(icon));
    g_autofree char *text = g_strdup_printf("<svg viewBox=\"%s\">%s</svg>", ik_icon_view_box(icon),
                                            ik_icon_shapes(icon));
    g_autoptr(GBytes) written = g_bytes_new(text, strlen(text));
    if (strlen(text) > IK_ICON_MAX_BYTES)
        return 0;
    g_autoptr(ik_icon) again = ik_icon_parse(written, "icon.svg", &error);
    g_assert(again != NULL || strstr(error->message, "deep") != NULL);
    return 0;
}
