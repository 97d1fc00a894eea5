/* web_assets.c — a walk through the resource.   [site] */
#include "web_assets.h"

#include <gio/gio.h>
#include <string.h>

#include "files.h"
#include "web_resources.h"

#define ROOT "/ideenkarte/web/"

static bool write_file(const char *folder, const char *resource, GError **error)
{
    g_autofree char *path = g_strconcat("assets/", resource + strlen(ROOT), NULL);
    g_autoptr(GBytes) bytes = g_resource_lookup_data(ik_web_get_resource(), resource,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    if (bytes == NULL)
        return false;
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    return ik_write_file(folder, path, data, size, error);
}

/* All files below `directory`, which ends with '/'. */
static bool write_below(const char *folder, const char *directory, GError **error)
{
    g_auto(GStrv) names = g_resource_enumerate_children(ik_web_get_resource(), directory,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    for (char **name = names; name != NULL && *name != NULL; name++) {
        g_autofree char *path = g_strconcat(directory, *name, NULL);
        bool is_directory = g_str_has_suffix(path, "/");
        if (!(is_directory ? write_below : write_file)(folder, path, error))
            return false;
    }
    return true;
}

bool ik_web_assets_exist(void)
{
    return g_resource_get_info(ik_web_get_resource(), ROOT "app.js", G_RESOURCE_LOOKUP_FLAGS_NONE,
                               NULL, NULL, NULL);
}

bool ik_web_assets_write(const char *folder, GError **error)
{
    return write_below(folder, ROOT, error);
}
