/* tileset_names.c — naming the tiles of a style.   [pipeline] */
#include "tileset_names.h"

#include <stdbool.h>
#include <string.h>

#include "vector_tiles.h"

/* The name stands in paths and in addresses. */
static bool is_plain(const char *name)
{
    return g_ascii_isalnum(*name) &&
           strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
               strlen(name);
}

static char *name_of(const char *style)
{
    char *name = g_path_get_basename(style);
    if (g_str_has_suffix(name, ".json"))
        name[strlen(name) - strlen(".json")] = '\0';
    return name;
}

char **ik_tileset_names(char **styles, char **reason)
{
    g_auto(GStrv) names = g_new0(char *, (gsize)g_strv_length(styles) + 1);
    for (guint i = 0; styles[i]; i++) {
        g_autofree char *name = name_of(styles[i]);
        if (!is_plain(name)) {
            *reason =
                g_strdup_printf("\"%s\": expected a name of letters, digits, - and _", styles[i]);
            return NULL;
        }
        if (g_str_equal(name, IK_VECTOR_TILESET_NAME)) {
            *reason = g_strdup_printf("\"%s\": tilejson/%s.json describes the vector tiles; rename "
                                      "the style",
                                      styles[i], name);
            return NULL;
        }
        if (g_strv_contains((const char *const *)names, name)) {
            *reason = g_strdup_printf("\"%s\" would be drawn into tiles/%s like the one before",
                                      styles[i], name);
            return NULL;
        }
        names[i] = g_steal_pointer(&name);
    }
    return g_steal_pointer(&names);
}
