/* builtin_style.h — the text of a style sheet that came with the program.   [style] */
#ifndef IK_BUILTIN_STYLE_H
#define IK_BUILTIN_STYLE_H

#include <glib.h>

/* The JSON of the style of that name ("regions"), the caller's; NULL with NOT_FOUND when there is none. */
GBytes *ik_builtin_style_text(const char *name, GError **error);

#endif
