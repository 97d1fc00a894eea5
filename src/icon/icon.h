/* icon.h — the sign of a theme: a shape read from SVG and painted in one colour.   [icon]
 *
 * Of a file the shapes are taken and nothing else: svg, g, path, circle, ellipse, rect, line, polyline, polygon
 * with their geometry and what says whether and how they are filled and stroked. Colours do not count: whatever is
 * painted takes the colour of its place, so that one file serves markers, buttons and a dark page. Titles, metadata
 * and what drawing programs add for themselves are passed over.
 *
 * Nothing is ever fetched: an element that could name another file, run a script or bring a style sheet
 * (image, use, script, style, foreignObject, text …), an href, a url(), an event handler and a document type with
 * declarations are errors. librsvg sees only what was written anew from the shapes taken.
 *
 * Source: SVG 1.1 (Second Edition), chapters 7 to 11.   Threads: an icon belongs to one at a time.
 */
#ifndef IK_ICON_H
#define IK_ICON_H

#include <glib.h>
#include <stdbool.h>

#define IK_ICON_MAX_BYTES 65536u
#define IK_ICON_OTHER     "other" /* for whatever has no icon of its own */

typedef struct ik_icon ik_icon;

/* Reads an icon; `name` stands in messages. NULL with INPUT: larger than IK_ICON_MAX_BYTES, no UTF-8, no SVG, what is
 * refused above, no viewBox and no size, nothing to draw; name and line are said. The caller's. */
ik_icon *ik_icon_parse(GBytes *svg, const char *name, GError **error);
void ik_icon_free(ik_icon *icon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_icon, ik_icon_free)

/* An icon that comes with the program (styles/icons), or NULL when there is none of that name. The caller's. */
ik_icon *ik_icon_builtin(const char *name);
/* Their names, sorted, ending with NULL. Caller frees. */
char **ik_icon_builtin_names(void);

/* Its shapes as elements of SVG, painted in currentColor, and the box "x y width height" they lie in. Borrowed. */
const char *ik_icon_shapes(const ik_icon *icon);
const char *ik_icon_view_box(const ik_icon *icon);

/* All icons as the symbols of one SVG, for pages: `names` ends with NULL, each is the id of the symbol of `icons`.
 * Caller frees. */
char *ik_icon_symbols(const char *const *names, const ik_icon *const *icons);

#endif
