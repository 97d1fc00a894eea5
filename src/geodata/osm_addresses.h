/* osm_addresses.h — addresses, streets and localities of an OpenStreetMap extract.   [geodata]
 *
 *   houses      addr:housenumber with addr:street or, without one, addr:place, on nodes, ways and relations; of a
 *               closed way the position is the centre of its area, else the mean of its nodes, of a relation the mean
 *               of its outer ways
 *   streets     ways with highway and name; the position is the way's middle node
 *   localities  nodes with place (borough, suburb, quarter, neighbourhood, village, hamlet, town) and name
 *
 * No AGS: it comes from the position. The file is read three times, so that only positions that are needed are kept:
 * sixteen bytes for each node of a street or of a building with an address. Nodes stand before ways and ways before
 * relations, as in every published extract; what stands otherwise has no position.
 */
#ifndef IK_OSM_ADDRESSES_H
#define IK_OSM_ADDRESSES_H

#include "register_reader.h"

/* Reads PBF, where the name ends in .pbf, else XML, also packed (.osm.gz). Skips: street_missing (a house number alone), position_missing, broken_text.
 * NOT_FOUND, IO; INPUT: broken; CANCELLED, or what `take` says. */
bool ik_osm_addresses_read(const ik_register_request *request, ik_register_summary *summary,
                           GError **error);

#endif
