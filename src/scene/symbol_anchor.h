/* symbol_anchor.h — which part of a text or icon lies at its point, and how far beside it.   [scene]
 *
 * The rules of MapLibre GL JS: a text begins where its first letter does, but upright it begins
 * where its capitals do, 7/24 em inside the block of its lines. Source: MapLibre GL JS,
 * src/style/style_layer/variable_text_anchor.ts.
 */
#ifndef IK_SYMBOL_ANCHOR_H
#define IK_SYMBOL_ANCHOR_H

#include "property.h"

/* The place of the point in the box: 0 left or top edge, 1 right or bottom edge. */
void ik_anchor_alignment(guint anchor, double *across, double *down);

/* How lines are set that are beside their point: 0 left, 0.5 centred, 1 right. */
double ik_anchor_justify(guint anchor);

/* Offset in ems, x east and y south, of a text at a distance of `radius` ems (negative: 0). */
void ik_anchor_radial_offset(guint anchor, double radius, double offset[2]);

/* The same for text-offset with text-variable-anchor: its numbers are distances. */
void ik_anchor_distance_offset(guint anchor, const double distance[2], double offset[2]);

/* The same for text-variable-anchor-offset: `ems` with the baseline seen to. */
void ik_anchor_own_offset(guint anchor, const double ems[2], double offset[2]);

#endif
