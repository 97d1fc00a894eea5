/* segments.h — straight pieces of borders on the integer grid: which touch, which cross.   [geo]
 *
 * All answers are exact for coordinates within ±2^30.
 */
#ifndef IK_SEGMENTS_H
#define IK_SEGMENTS_H

#include "mercator.h"

#include <stdbool.h>

typedef struct {
    ik_tile_point a, b;
} ik_segment;

/* Twice the signed area of the triangle; positive when `c` lies to the right of a–b on screen (y down). */
int64_t ik_tile_point_side(ik_tile_point a, ik_tile_point b, ik_tile_point c);

static inline bool ik_tile_point_equal(ik_tile_point a, ik_tile_point b)
{
    return a.x == b.x && a.y == b.y;
}

/* Whether two segments have a point in common that is not an end of both. */
bool ik_segments_conflict(ik_segment first, ik_segment second);

/* Called with the numbers of two segments, i < j; returning false ends the search. */
typedef bool (*ik_segment_pair_fn)(guint i, guint j, gpointer data);

/* Calls `pair` for all pairs whose boxes touch, in an order that depends on the segments alone.
 *
 * Segments sorted by their western end, each held against those that begin before it ends: O(n log n)
 * plus n times the segments above and below one another, quadratic at worst. False when ended early.
 */
bool ik_segments_pairs(const ik_segment *segments, guint n, ik_segment_pair_fn pair, gpointer data);

/* How many pairs ik_segments_pairs will look at: those above and below one another. O(n log n); for segments of
 * strangers. */
guint64 ik_segments_work(const ik_segment *segments, guint n);

#endif
