/* osm_xml.h — OpenStreetMap XML as libreadosm's objects.   [geodata]
 *
 * libreadosm reads PBF and XML, but its XML reader takes attributes for granted and falls over a file that lacks one.
 * This one gives the same objects to the same callbacks; what lacks an id or a position is passed over.
 *
 * Memory  the largest object.
 */
#ifndef IK_OSM_XML_H
#define IK_OSM_XML_H

#include <glib.h>
#include <readosm.h>
#include <stdbool.h>

typedef struct {
    readosm_node_callback node; /* any may be NULL */
    readosm_way_callback way;
    readosm_relation_callback relation;
    const void *data;
} ik_osm_callbacks;

/* True: read to the end, or, with `*aborted`, until a callback returned READOSM_ABORT. NOT_FOUND, IO; INPUT: broken XML,
 * with its line. */
bool ik_osm_xml_read(const char *path, const ik_osm_callbacks *callbacks, bool *aborted,
                     GError **error);

#endif
