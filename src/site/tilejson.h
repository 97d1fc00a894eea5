/* tilejson.h — the description of the raster tiles (TileJSON 3.0.0).   [site] */
#ifndef IK_TILEJSON_H
#define IK_TILEJSON_H

#include "site.h"

/* tilejson/TILESET.json of scale 1, TILESET@2x.json, TILESET@3x.json. With a portal URL the tile address is absolute, as the specification wants it;
 * without one it is relative to the file itself: ../tiles/TILESET/{z}/{x}/{y}.png, @2x.png …. `version` is the version of
 * what the tiles show, not of one build. Caller frees. */
char *ik_tilejson(const ik_site_input *input, const ik_site_tileset *tileset, guint scale);

/* ".png", "@2x.webp" …: what follows the row in the name of a tile. Static. */
const char *ik_tile_ending(const ik_site_tileset *tileset, guint scale);

#endif
