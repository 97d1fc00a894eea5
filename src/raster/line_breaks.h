/* line_breaks.h — where a label is broken into lines.   [raster]
 *
 * The lines become about equally long: of all ways to break the one with the least raggedness is
 * taken, with fines for ugly places. Words are never broken, so a line may be too long. The rules
 * are those of MapLibre GL JS (src/symbol/shaping.ts), so that both break alike.
 */
#ifndef IK_LINE_BREAKS_H
#define IK_LINE_BREAKS_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    gunichar character;
    double advance; /* any unit; letter spacing included */
    bool is_image;
} ik_break_unit;

/* Appends the index (guint) of the unit after each break to `breaks`, the end of the text last.
 *
 *   em, max_width  in the unit of the advances; max_width 0: only line feeds break
 *
 * O(n · places to break).
 */
void ik_line_breaks_find(const ik_break_unit *units, guint n, double em, double max_width,
                         GArray *breaks);

/* Whether a line loses the character at its ends. */
bool ik_line_breaks_is_space(gunichar character);

#endif
