/* osm_pbf.h — OpenStreetMap PBF.   [geodata]
 *
 * Blocks of at most 32 MiB, plain or zlib. Source: wiki.openstreetmap.org/wiki/PBF_Format. Read here and not by
 * libreadosm, which trusts the numbers of strings and lengths and falls over a damaged file. Memory: one block.
 */
#ifndef IK_OSM_PBF_H
#define IK_OSM_PBF_H

#include "osm_object.h"

/* NOT_FOUND, IO; INPUT: no PBF, cut off or broken, with the number of the block; UNSUPPORTED: another compression or a
 * feature that this version does not know; or what `take` says. */
bool ik_osm_pbf_read(const ik_osm_request *request, GError **error);

#endif
