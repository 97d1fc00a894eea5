/* wkb.h — faces of a topology as well-known binary.   [catalogue]
 *
 * OGC 06-103r4, section 8: byte order, type, count, then the parts. Little-endian on every machine, WGS 84 degrees,
 * longitude first.
 *
 *   multipolygon  1 byte order = 1 · 4 type = 6 · 4 number of polygons · polygons
 *   polygon       1 byte order = 1 · 4 type = 3 · 4 number of rings · rings, the exterior one first
 *   ring          4 number of points, the first repeated at the end · points of 8 + 8 bytes
 */
#ifndef IK_WKB_H
#define IK_WKB_H

#include "topology.h"

/* A face as a multipolygon; NULL when it has no ring. Caller unrefs. */
GBytes *ik_wkb_from_face(const ik_topology *topology, guint32 face);

#endif
