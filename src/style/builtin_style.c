/* builtin_style.c — the text of a style sheet that came with the program.   [style] */
#include "builtin_style.h"

#include <gio/gio.h>
#include <ideenkarte/error.h>

#include "style_resources.h"

GBytes *ik_builtin_style_text(const char *name, GError **error)
{
    g_autofree char *path = g_strdup_printf("/ideenkarte/styles/%s.json", name);
    GBytes *bytes =
        g_resource_lookup_data(ik_style_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    if (bytes == NULL)
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "there is no style named \"%s\"", name);
    return bytes;
}
