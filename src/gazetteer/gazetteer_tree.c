/* gazetteer_tree.c — the R-tree over streets that goes into the file.   [gazetteer]
 *
 * Boxes are sorted by their middle along a Hilbert curve over all of them; then each 16 neighbours get a parent, until
 * one is left.
 */
#include "gazetteer_tree.h"

#include <stdlib.h>

#include "gazetteer_layout.h"
#include "mercator.h"

enum { CURVE_ZOOM = 16, CURVE_SIDE = 65535 };

typedef struct {
    uint64_t along;
    ik_street_box box;
} placed_box;

static int compare_places(const void *a, const void *b)
{
    const placed_box *left = a, *right = b;
    if (left->along != right->along)
        return left->along < right->along ? -1 : 1;
    return left->box.street < right->box.street ? -1 : left->box.street > right->box.street;
}

static ik_tree_node joined(ik_tree_node a, const ik_tree_node *b)
{
    a.west = MIN(a.west, b->west);
    a.south = MIN(a.south, b->south);
    a.east = MAX(a.east, b->east);
    a.north = MAX(a.north, b->north);
    return a;
}

static ik_tree_node leaf(const ik_street_box *box)
{
    return (ik_tree_node){box->west, box->south, box->east, box->north, box->street, 0};
}

/* Where the middle of low..high lies in from..to, as a column or row of the curve. */
static uint32_t cell(gint64 low, gint64 high, gint64 from, gint64 to)
{
    return to > from ? (uint32_t)(((low + high) / 2 - from) * CURVE_SIDE / (to - from)) : 0;
}

static void sort_boxes(GArray *boxes)
{
    ik_street_box *box = (ik_street_box *)(void *)boxes->data;
    ik_tree_node world = leaf(&box[0]);
    for (guint i = 1; i < boxes->len; i++) {
        ik_tree_node one = leaf(&box[i]);
        world = joined(world, &one);
    }
    g_autofree placed_box *placed = g_new(placed_box, boxes->len);
    for (guint i = 0; i < boxes->len; i++) {
        ik_tile tile = {.zoom = CURVE_ZOOM,
                        .x = cell(box[i].west, box[i].east, world.west, world.east),
                        .y = cell(box[i].south, box[i].north, world.south, world.north)};
        placed[i] = (placed_box){ik_tile_id(tile), box[i]};
    }
    qsort(placed, boxes->len, sizeof *placed, compare_places);
    for (guint i = 0; i < boxes->len; i++)
        box[i] = placed[i].box;
}

/* Appends a parent for each 16 of the nodes first..end-1. */
static void add_parents(GArray *nodes, guint first, guint end)
{
    for (guint child = first; child < end; child += IK_GAZETTEER_FANOUT) {
        guint n = MIN(IK_GAZETTEER_FANOUT, end - child);
        ik_tree_node parent = g_array_index(nodes, ik_tree_node, child);
        for (guint i = 1; i < n; i++)
            parent = joined(parent, &g_array_index(nodes, ik_tree_node, child + i));
        parent.child = child;
        parent.n_children = n;
        g_array_append_val(nodes, parent);
    }
}

GArray *ik_gazetteer_tree_new(GArray *boxes)
{
    GArray *nodes = g_array_new(FALSE, FALSE, sizeof(ik_tree_node));
    if (boxes->len == 0)
        return nodes;
    sort_boxes(boxes);
    for (guint i = 0; i < boxes->len; i++) {
        ik_tree_node node = leaf(&g_array_index(boxes, ik_street_box, i));
        g_array_append_val(nodes, node);
    }
    for (guint first = 0, end = nodes->len; end - first > 1; first = end, end = nodes->len)
        add_parents(nodes, first, end);
    return nodes;
}
