/* osm_xml.h — OpenStreetMap XML.   [geodata]
 *
 * What lacks an id is passed over; a node may lack its position. Memory: the largest object.
 */
#ifndef IK_OSM_XML_H
#define IK_OSM_XML_H

#include "osm_object.h"

/* Reads the file, also inside a .gz. NOT_FOUND, IO; INPUT: broken XML, with its line; or what `take` says. */
bool ik_osm_xml_read(const ik_osm_request *request, GError **error);

#endif
