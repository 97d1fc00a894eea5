/* draw_regions.h — a picture of each region, as portals and messengers show beside a link.   [pipeline] */
#ifndef IK_DRAW_REGIONS_H
#define IK_DRAW_REGIONS_H

#include "build_parts.h"

/* Writes images/og/REGION.png of every region, IK_SITE_CARD_WIDTH by IK_SITE_CARD_HEIGHT pixels: the map of the first
 * style, cut to the region with some room around. */
bool ik_draw_regions(ik_build_run *run, GError **error);

#endif
