/* draw_palette.h — the palette that all tiles of a style share.   [pipeline] */
#ifndef IK_DRAW_PALETTE_H
#define IK_DRAW_PALETTE_H

#include "build_parts.h"
#include "easel.h"
#include "style_palette.h"

/* Looks at every zoom of the style at scale 1, before any tile is drawn: the same palette for all its zooms and
 * scales. Costs the preparation of each zoom once more. Errors as ik_easel_init.
 */
bool ik_draw_palette(const ik_build_run *run, ik_easel_map *map, guint index,
                     ik_style_palette *palette, GError **error);

#endif
