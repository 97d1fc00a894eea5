/* region_set.h — what a region set is made of; for the files of this layer.   [region] */
#ifndef IK_REGION_SET_H
#define IK_REGION_SET_H

#include "border_grid.h"

#include <ideenkarte/region.h>

struct ik_region_set {
    const ik_territory *territory; /* borrowed */
    ik_border_grid grid;
    ik_lonlat_box *arc_boxes; /* of the borders: what lies too far away is not measured */
};

#endif
