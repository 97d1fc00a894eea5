/* gazetteer_credits.h — whom the data of a gazetteer come from, ready to be named beside a map.   [geocoder] */
#ifndef IK_GAZETTEER_CREDITS_H
#define IK_GAZETTEER_CREDITS_H

#include "gazetteer.h"

#include <ideenkarte/territory.h>

/* One attribution for each different text among the sources, in their order: an array of ik_attribution whose strings
 * belong to it. Free with g_array_unref. */
GArray *ik_gazetteer_credits(const ik_gazetteer *gazetteer);

#endif
