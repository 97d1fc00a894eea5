/* wmts.h — the raster tiles as a Web Map Tile Service (OGC 07-057r7, WMTS 1.0.0, RESTful).   [site] */
#ifndef IK_WMTS_H
#define IK_WMTS_H

#include "site.h"

/* tiles/TILESET/WMTSCapabilities.xml: with its address a geographic information system adds the map. It names the tiles
 * by absolute addresses, so the portal's address has to be known (`portal_url` is not NULL). Caller frees. */
char *ik_wmts_capabilities(const ik_site_input *input, const ik_site_tileset *tileset);

#endif
