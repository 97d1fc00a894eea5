/* cluster_source.h — the points of a source of a style, joined where they would lie on each other.   [pipeline]
 *
 * As MapLibre does with "cluster": clusters of a whole zoom (vector/clusters.h) with the attributes "cluster",
 * "cluster_id", "point_count", "point_count_abbreviated" and those of "clusterProperties"; what stays alone is the
 * feature that it was.
 */
#ifndef IK_CLUSTER_SOURCE_H
#define IK_CLUSTER_SOURCE_H

#include <ideenkarte/geo.h>

#include "style.h"

typedef struct ik_cluster_source ik_cluster_source;

/* `source` is borrowed. */
ik_cluster_source *ik_cluster_source_new(const ik_style_source *source);
void ik_cluster_source_free(ik_cluster_source *clusters);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ik_cluster_source, ik_cluster_source_free)

/* Adds a point; what `feature` points to must outlive the clusters. */
void ik_cluster_source_add(ik_cluster_source *clusters, ik_lonlat position,
                           const ik_feature *feature);

typedef void (*ik_cluster_source_fn)(ik_lonlat position, const ik_feature *feature, gpointer data);

/* Calls `call` with each cluster and each point that stays alone at `zoom` of a style, in the order of the first of
 * their points. The features are valid until the next call of a function of these clusters. */
void ik_cluster_source_each(ik_cluster_source *clusters, double zoom, ik_cluster_source_fn call,
                            gpointer data);

#endif
