/* settings_parts.h — how the files of the settings read and refuse a value.   [pipeline] */
#ifndef IK_SETTINGS_PARTS_H
#define IK_SETTINGS_PARTS_H

#include "settings.h"

/* What the name of a group begins with that speaks of one style: [tiles.regions]. */
#define IK_STYLE_GROUP "tiles."

/* The trimmed value, or NULL when absent or empty. Caller frees. */
char *ik_settings_get(const ik_settings *settings, const char *group, const char *key);

/* The trimmed parts between commas and semicolons, of `otherwise` when the value is absent or empty. Caller frees. */
char **ik_settings_get_list(const ik_settings *settings, const char *group, const char *key,
                            const char *otherwise);

/* Sets INPUT with file, group and key. Always false. */
bool ik_settings_fail(const ik_settings *settings, const char *group, const char *key,
                      GError **error, const char *reason);

/* Reads [tiles] and the group of each style. INPUT. */
bool ik_settings_read_tiles(ik_settings *settings, GError **error);

#endif
