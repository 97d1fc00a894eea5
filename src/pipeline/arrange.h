/* arrange.h — several projects on one spot stay visible.   [pipeline]
 *
 * Markers of one spot are laid out on a sunflower (Vogel 1979: radius grows with the square root, the angle by the
 * golden angle) in order of their ids: never random, never depending on the order of the file, never leaving
 * the municipality. Only `marker` moves; `match.position` stays what it is.
 */
#ifndef IK_ARRANGE_H
#define IK_ARRANGE_H

#include <ideenkarte/catalogue.h>
#include <ideenkarte/region.h>

/* Sets `marker` of all placed projects (of ik_project *). O(n log n) but for spots larger than their municipality. */
void ik_arrange_markers(const ik_region_set *regions, GPtrArray *projects);

#endif
