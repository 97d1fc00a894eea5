/* sprite_sheet.h — the images of a sprite as one PNG with a JSON index, for browsers.   [raster]
 *
 * Images stand in rows, the highest first, with a pixel between them so that no neighbour shines through when a map
 * draws between pixels. Source: MapLibre Style Specification v8, "Sprite".
 * The same images give the same bytes. Cost: the pixels of the sheet.
 */
#ifndef IK_SPRITE_SHEET_H
#define IK_SPRITE_SHEET_H

#include "sprite.h"

/* The sheet of all images. Both are the caller's; false with INTERNAL when the PNG cannot be made. */
bool ik_sprite_sheet_new(const ik_sprite *sprite, GBytes **png, char **json, GError **error);

#endif
