/* builtin_icon.c — the icons that come with the program.   [icon] */
#include <gio/gio.h>
#include <string.h>

#include "icon.h"
#include "icon_resources.h"

#define FOLDER "/ideenkarte/styles/icons/"
#define SUFFIX ".svg"

ik_icon *ik_icon_builtin(const char *name)
{
    g_autofree char *path = g_strconcat(FOLDER, name, SUFFIX, NULL);
    g_autoptr(GBytes) svg =
        g_resource_lookup_data(ik_icon_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    if (svg == NULL)
        return NULL;
    ik_icon *icon = ik_icon_parse(svg, name, NULL);
    g_assert(icon != NULL);
    return icon;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char **ik_icon_builtin_names(void)
{
    char **names = g_resource_enumerate_children(ik_icon_get_resource(), FOLDER,
                                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    for (char **name = names; *name != NULL; name++)
        (*name)[strlen(*name) - strlen(SUFFIX)] = '\0';
    qsort(names, g_strv_length(names), sizeof *names, compare_texts);
    return names;
}
