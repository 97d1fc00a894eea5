/* mvt_check.h — whether a tile keeps every rule of the Vector Tile Specification 2.1.   [vector] */
#ifndef IK_MVT_CHECK_H
#define IK_MVT_CHECK_H

#include <glib.h>
#include <stdbool.h>

/* Checks an uncompressed tile of foreign origin.
 *
 * Structure; version 2, a name and an extent for each layer, no name twice; keys and values once each,
 * text in UTF-8, one variant a value; tags in pairs that exist, no key twice in a feature; commands as
 * section 4.3 wants them; rings with area, the first of a polygon exterior (positive), holes (negative)
 * inside it; rings that neither touch nor cross themselves, holes that do not cross. That version stands
 * first in a layer is a recommendation of the specification and not asked for.
 *
 *   error  INPUT, "byte N: ..." with the first offence
 *
 * O(n log n) in points for real tiles, quadratic at worst.
 */
bool ik_mvt_check(const void *bytes, gsize size, GError **error);

#endif
