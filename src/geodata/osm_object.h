/* osm_object.h — nodes, ways and relations of OpenStreetMap, whichever file they come from.   [geodata] */
#ifndef IK_OSM_OBJECT_H
#define IK_OSM_OBJECT_H

#include <ideenkarte/geo.h>

typedef enum { IK_OSM_NODE = 1, IK_OSM_WAY = 2, IK_OSM_RELATION = 4 } ik_osm_kind;

typedef struct {
    const char *key, *value; /* NUL-terminated; from PBF perhaps no UTF-8 */
} ik_osm_tag;

typedef struct {
    ik_osm_kind kind;
    gint64 id;
    const ik_osm_tag *tags;
    guint n_tags;
    const gint64 *refs; /* of a way its nodes; of a relation the ways among its members */
    guint n_refs;
    bool has_position; /* of a node */
    ik_lonlat position;
    char date[11]; /* of the last change, "2021-08-12"; "" unknown, and for objects without tags */
} ik_osm_object;

/* Takes an object, borrowed for the call; false with `error` set ends the reading. */
typedef bool (*ik_osm_object_fn)(const ik_osm_object *object, gpointer data, GError **error);

typedef struct {
    const char *path;
    guint kinds; /* ik_osm_kind of the objects that are wanted, or-ed */
    ik_osm_object_fn take;
    gpointer data;
} ik_osm_request;

#endif
