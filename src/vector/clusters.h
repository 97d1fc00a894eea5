/* clusters.h — points of a map joined where they would lie on each other, zoom by zoom.   [vector]
 *
 * As in supercluster (Mapbox): a level is made from the one below it. In the order given, each item not yet
 * taken collects all others not yet taken within a radius; enough points become a cluster at their weighted
 * middle, in the place of the first, fewer stay as they are, one after the other. Those collected come in the
 * order of their numbers; supercluster has the same order up to 64 items, that of its tree beyond. Counts of a
 * level add up to the number of points: nothing is dropped. The caller sorts points by something that lasts,
 * so that no order of input shows.
 *
 * Neighbours are found in cells as wide as the radius: O(n log n) a level.
 */
#ifndef IK_CLUSTERS_H
#define IK_CLUSTERS_H

#include "mercator.h"

typedef struct {
    double radius;      /* parts of a tile; above 0 */
    guint32 min_points; /* of a cluster; 2 at least */
} ik_cluster_rule;

/* That of our own map. */
#define IK_CLUSTER_RADIUS (50.0 / 512.0)

typedef struct {
    double x, y;                 /* parts of the world's width from its north-west corner */
    guint32 first, count;        /* members */
    guint32 first_item, n_items; /* of the level below, which it was made of */
    guint64 id; /* a point's number; of a cluster what supercluster names it, kept while it lasts */
} ik_cluster;

typedef struct {
    guint32 n_points;
    GArray *clusters; /* ik_cluster; a point alone has the count 1 */
    guint32 *members; /* point numbers, cluster by cluster */
    guint32 *items;   /* numbers in the level below, cluster by cluster; NULL: there is none */
} ik_cluster_level;

/* Every point by itself. The caller's. */
ik_cluster_level *ik_cluster_level_new(const ik_lonlat *points, guint32 n);
/* The level of a zoom (30 at most) from the one below it (a larger zoom). The caller's. */
ik_cluster_level *ik_cluster_level_join(const ik_cluster_level *below, guint zoom,
                                        const ik_cluster_rule *rule);
void ik_cluster_level_free(ik_cluster_level *level);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_cluster_level, ik_cluster_level_free)

#endif
