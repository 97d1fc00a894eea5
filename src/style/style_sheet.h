/* style_sheet.h — the text of a style sheet that came with the program.   [style] */
#ifndef IK_STYLE_SHEET_H
#define IK_STYLE_SHEET_H

#include <glib.h>

/* The JSON of the style of that name ("regions"), the caller's; NULL with NOT_FOUND when there is none. */
GBytes *ik_style_sheet(const char *name, GError **error);

#endif
