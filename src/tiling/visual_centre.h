/* visual_centre.h — the point of a face where a name stands best.   [tiling] */
#ifndef IK_VISUAL_CENTRE_H
#define IK_VISUAL_CENTRE_H

#include "topology.h"

/* The middle of the largest flat ellipse that fits into the face's largest polygon: names are
 * wider than high, so a kilometre to the north counts as much as two to the east. To about 100 m.
 * A face without polygons has it at 0° E 0° N.
 *
 * Source: the pole of inaccessibility after Agafonkin (polylabel, 2016): squares that may hold a
 * better point are quartered, the most promising first.
 */
ik_lonlat ik_visual_centre(const ik_topology *topology, guint32 face);

#endif
