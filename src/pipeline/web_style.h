/* web_style.h — a style sheet as the map in the browser gets it.   [pipeline]
 *
 * The sheet that the tiles are drawn from, member for member as it was written, but for three that say where things
 * are: `glyphs`, `sprite`, and the `url` of sources that name our vector tiles. They are relative to the root of the
 * published folder, whatever page shows the map:
 *
 *     "glyphs": "glyphs/{fontstack}/{range}.pbf"
 *     "sprite": "sprites/ideenkarte", or a sheet of the style's own images beside ours
 *     "url":    "pmtiles://data/ideenkarte.pmtiles"   for "tilejson/ideenkarte.json"
 */
#ifndef IK_WEB_STYLE_H
#define IK_WEB_STYLE_H

#include <glib.h>
#include <stdbool.h>

/* The published sheet, the caller's; NULL with INPUT when `text` is no JSON object. `name` stands in messages, `sprite`
 * is the name of a sprite in the folder "sprites". */
char *ik_web_style_text(const char *text, gsize length, const char *name, const char *sprite,
                        GError **error);

/* Adds the font stacks that the sheet's texts may ask for, each as a string with its fonts joined by ','; owned keys
 * of a set. INPUT as above. */
bool ik_web_style_fonts(const char *text, gsize length, const char *name, GHashTable *stacks,
                        GError **error);

/* What a text without `text-font` asks for (style specification). */
#define IK_WEB_STYLE_DEFAULT_FONTS "Open Sans Regular,Arial Unicode MS Regular"

#endif
