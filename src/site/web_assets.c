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

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* web/vite.config.ts names them so. */
char **ik_web_assets_preloads(void)
{
    g_autoptr(GStrvBuilder) paths = g_strv_builder_new();
    g_auto(GStrv) names = g_resource_enumerate_children(ik_web_get_resource(), ROOT "chunks/",
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    for (char **name = names; name != NULL && *name != NULL; name++)
        if (g_str_has_prefix(*name, "first-"))
            g_ptr_array_add(sorted, *name);
    g_ptr_array_sort(sorted, by_name);
    for (guint i = 0; i < sorted->len; i++) {
        g_autofree char *path = g_strconcat("assets/chunks/", g_ptr_array_index(sorted, i), NULL);
        g_strv_builder_add(paths, path);
    }
    return g_strv_builder_end(paths);
}

bool ik_web_assets_write(const char *folder, GError **error)
{
    return write_below(folder, ROOT, error);
}
