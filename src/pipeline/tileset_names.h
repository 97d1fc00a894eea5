/* tileset_names.h — what the styles of a map are called under tiles/ and tilejson/.   [pipeline] */
#ifndef IK_TILESET_NAMES_H
#define IK_TILESET_NAMES_H

#include <glib.h>

/* One name a style, in the same order: "regions" for the built-in style and for a file that is called regions.json.
 *
 *   styles   names and paths, ends with NULL
 *   reason   when the result is NULL: which style has no plain name, or a name that is taken; the caller's
 *   returns  the caller's (g_strfreev)
 */
char **ik_tileset_names(char **styles, char **reason);

#endif
