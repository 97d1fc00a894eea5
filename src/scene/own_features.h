/* own_features.h — our own source layers as features with geometry.   [scene]
 *
 * For what is drawn feature by feature: outlines of polygons, circles, heat, shifted lines. Fills of
 * polygons and plain borders are drawn from the tiling itself. Points come from north to south, then
 * from west to east, then by key; borders of one rank are one feature, arc by arc.
 */
#ifndef IK_OWN_FEATURES_H
#define IK_OWN_FEATURES_H

#include "feature_set.h"
#include "source_layer.h"
#include "tiling.h"

/* Sealed; the caller's. O(points of the tiling). */
ik_feature_set *ik_own_features_new(const ik_map_data *data, const ik_tiling *tiling,
                                    ik_source_layer layer);

#endif
