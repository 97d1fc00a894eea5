/* map_assets.h — what the map in the browser needs besides tiles and script: style sheets, glyphs, sprites.   [pipeline]
 *
 *     style/<name>.json                      web_style.h, one a style of the workspace
 *     glyphs/<fonts>/<first>-<last>.pbf      glyphs/glyph_range.h; of every font stack that a sheet names, and of
 *                                            Noto Sans Regular for the layers that the page adds. Ranges
 *                                            without a glyph are left out: a map then draws with the visitor's fonts
 *     sprites/ideenkarte{,@2x}.{json,png}    raster/sprite_sheet.h
 */
#ifndef IK_MAP_ASSETS_H
#define IK_MAP_ASSETS_H

#include "build_parts.h"

/* Writes them into the folder of the run. NOT_FOUND: a font or style that is named is not there; IO. */
bool ik_map_assets_write(ik_build_run *run, GError **error);

#endif
