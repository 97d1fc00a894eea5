/* feature_json.h — a GeoJSON feature as expressions see it.   [style] */
#ifndef IK_FEATURE_JSON_H
#define IK_FEATURE_JSON_H

#include "expression.h"

/* Fills `feature`, whose memory is of `arena`. A geometry of several parts has the type of one, as
 * in vector tiles; no geometry is "Unknown". INPUT when it is no feature.
 */
bool ik_feature_read(ik_json_value json, ik_arena *arena, ik_feature *feature, GError **error);

#endif
