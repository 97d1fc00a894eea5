/* gazetteer_tree.h — the R-tree over streets that goes into the file.   [gazetteer] */
#ifndef IK_GAZETTEER_TREE_H
#define IK_GAZETTEER_TREE_H

#include <glib.h>

/* Bounds in 1e-7 degrees. */
typedef struct {
    gint32 west, south, east, north;
    guint32 street;
} ik_street_box;

typedef struct {
    gint32 west, south, east, north;
    guint32 child, n_children; /* gazetteer_layout.h, section NODES */
} ik_tree_node;

/* The nodes over `boxes` (of ik_street_box, which it sorts); of ik_tree_node, the caller's. O(n log n). */
GArray *ik_gazetteer_tree_new(GArray *boxes);

#endif
