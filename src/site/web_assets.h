/* web_assets.h — what runs in the browser, as web/ was built into the library.   [site]
 *
 * app.js, app.css and embed.js have fixed names, pages link them; what those load lies in chunks/ under names made
 * from the contents. A library built without npm holds none of them, and pages stay plain.
 */
#ifndef IK_WEB_ASSETS_H
#define IK_WEB_ASSETS_H

#include <glib.h>
#include <stdbool.h>

/* Whether the library holds them: pages link app.js and app.css then. */
bool ik_web_assets_exist(void);

/* The parts of the map that moves, as addresses below the published folder, so that a page can ask for them before its
 * script does; the caller's (g_strfreev), sorted, empty where there are none. */
char **ik_web_assets_preloads(void);

/* Writes them below `folder`/assets; nothing where there are none. IO. */
bool ik_web_assets_write(const char *folder, GError **error);

#endif
