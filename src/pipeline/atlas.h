/* atlas.h — what an ik_atlas holds.   [pipeline] */
#ifndef IK_ATLAS_H
#define IK_ATLAS_H

#include <ideenkarte/batch.h>

#include "place.h"

struct ik_atlas {
    ik_territory
        territory; /* the built-in one, with the attributions of a gazetteer behind its own */
    GArray *attributions;   /* of ik_attribution, borrowed strings; NULL without a gazetteer */
    ik_region_set *regions; /* owned */
    ik_geocoder *geocoder;  /* owned */
    ik_placer placer;       /* borrows both */
};

#endif
