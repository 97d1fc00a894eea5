/* packed_rtree.h — a static R-tree over boxes, packed along a Hilbert curve.   [geo]
 *
 * Built once, then read by many threads. Node size 16. Source: the flatbush/FlatGeobuf layout. */
#ifndef IK_PACKED_RTREE_H
#define IK_PACKED_RTREE_H

#include "mercator.h"

typedef struct ik_packed_rtree ik_packed_rtree;

/* Boxes are copied. n may be 0. O(n log n). */
ik_packed_rtree *ik_packed_rtree_new(const ik_tile_box *boxes, guint n);
void ik_packed_rtree_free(ik_packed_rtree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_packed_rtree, ik_packed_rtree_free)

/* Appends the indexes (guint32) of all boxes that touch `box` to `found`, in ascending order. */
void ik_packed_rtree_query(const ik_packed_rtree *tree, const ik_tile_box *box, GArray *found);

#endif
