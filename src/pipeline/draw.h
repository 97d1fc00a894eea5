/* draw.h — the pictures of a build: tiles and overviews, from the same scenes.   [pipeline] */
#ifndef IK_DRAW_H
#define IK_DRAW_H

#include "build_parts.h"

/* Writes tiles/STYLE/z/x/y.png for every style and zoom; fills tiles and distinct_tiles of the summary. */
bool ik_draw_tiles(ik_build_run *run, GError **error);

/* Writes images/map.png, images/map@2x.png and images/map-small.webp, sets what they show and the size of the first. */
bool ik_draw_overviews(ik_build_run *run, GError **error);

#endif
