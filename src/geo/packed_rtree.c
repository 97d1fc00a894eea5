/* packed_rtree.c — sorting along the curve, packing level by level, searching.   [geo]
 *
 * The boxes stand in one array: first those of the items in the order of the curve, then those of
 * their parents, and so on up to the root. A node's children are 16 neighbours in that array, so
 * that no pointer is stored: `child` gives an item's index for a leaf, else its first child.
 */
#include "packed_rtree.h"

#include <stdlib.h>

#define NODE_SIZE  16u
#define MAX_LEVELS 9u /* 16^8 items and the root */
#define CURVE_ZOOM 16
#define CURVE_SIDE 65535.0

struct ik_packed_rtree {
    guint n_items, n_nodes, n_levels;
    guint level_end[MAX_LEVELS]; /* behind the last node of each level, leaves first */
    ik_tile_box *boxes;
    guint32 *child;
};

typedef struct {
    uint64_t along;
    guint32 item;
} curve_item;

static int compare_curve(const void *a, const void *b)
{
    const curve_item *left = a, *right = b;
    if (left->along != right->along) {
        return left->along < right->along ? -1 : 1;
    }
    return left->item < right->item ? -1 : left->item > right->item;
}

static ik_tile_box joined(ik_tile_box a, const ik_tile_box *b)
{
    return (ik_tile_box){
        MIN(a.min_x, b->min_x),
        MIN(a.min_y, b->min_y),
        MAX(a.max_x, b->max_x),
        MAX(a.max_y, b->max_y),
    };
}

/* Where the middle of a box lies along the curve through the tiles of zoom 16 laid over `world`. */
static uint64_t place_on_curve(const ik_tile_box *box, const ik_tile_box *world)
{
    double width = (double)world->max_x - world->min_x;
    double height = (double)world->max_y - world->min_y;
    double x = ((double)box->min_x + box->max_x) / 2.0 - world->min_x;
    double y = ((double)box->min_y + box->max_y) / 2.0 - world->min_y;
    return ik_tile_id((ik_tile){
        .zoom = CURVE_ZOOM,
        .x = width > 0.0 ? (uint32_t)(CURVE_SIDE * x / width) : 0,
        .y = height > 0.0 ? (uint32_t)(CURVE_SIDE * y / height) : 0,
    });
}

static void sort_leaves(ik_packed_rtree *tree, const ik_tile_box *boxes)
{
    ik_tile_box world = boxes[0];
    for (guint i = 1; i < tree->n_items; i++) {
        world = joined(world, &boxes[i]);
    }
    g_autofree curve_item *items = g_new(curve_item, tree->n_items);
    for (guint i = 0; i < tree->n_items; i++) {
        items[i] = (curve_item){.along = place_on_curve(&boxes[i], &world), .item = i};
    }
    qsort(items, tree->n_items, sizeof *items, compare_curve);
    for (guint i = 0; i < tree->n_items; i++) {
        tree->boxes[i] = boxes[items[i].item];
        tree->child[i] = items[i].item;
    }
}

static void pack_levels(ik_packed_rtree *tree)
{
    guint node = 0;
    for (guint level = 1; level < tree->n_levels; level++) {
        guint parent = tree->level_end[level - 1];
        for (; node < tree->level_end[level - 1]; parent++) {
            guint end = MIN(node + NODE_SIZE, tree->level_end[level - 1]);
            tree->child[parent] = node;
            tree->boxes[parent] = tree->boxes[node];
            for (node++; node < end; node++) {
                tree->boxes[parent] = joined(tree->boxes[parent], &tree->boxes[node]);
            }
        }
    }
}

ik_packed_rtree *ik_packed_rtree_new(const ik_tile_box *boxes, guint n)
{
    ik_packed_rtree *tree = g_new0(ik_packed_rtree, 1);
    tree->n_items = n;
    if (n == 0) {
        return tree;
    }
    guint width = n;
    tree->level_end[tree->n_levels++] = tree->n_nodes = n;
    while (width > 1) {
        width = (width + NODE_SIZE - 1) / NODE_SIZE;
        tree->n_nodes += width;
        tree->level_end[tree->n_levels++] = tree->n_nodes;
    }
    tree->boxes = g_new(ik_tile_box, tree->n_nodes);
    tree->child = g_new(guint32, tree->n_nodes);
    sort_leaves(tree, boxes);
    pack_levels(tree);
    return tree;
}

void ik_packed_rtree_free(ik_packed_rtree *tree)
{
    if (tree == NULL) {
        return;
    }
    g_free(tree->boxes);
    g_free(tree->child);
    g_free(tree);
}

static int compare_index(const void *a, const void *b)
{
    guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return left < right ? -1 : left > right;
}

/* Searches the children of `node`, which stands on `level`; goes one level deeper a call. */
static void search(const ik_packed_rtree *tree, guint node, guint level, const ik_tile_box *box,
                   GArray *found)
{
    guint first = tree->child[node];
    guint end = MIN(first + NODE_SIZE, tree->level_end[level - 1]);
    for (guint i = first; i < end; i++) {
        if (!ik_tile_box_intersects(&tree->boxes[i], box)) {
            continue;
        }
        if (level == 1) {
            g_array_append_val(found, tree->child[i]);
        } else {
            search(tree, i, level - 1, box, found);
        }
    }
}

void ik_packed_rtree_query(const ik_packed_rtree *tree, const ik_tile_box *box, GArray *found)
{
    if (tree->n_nodes == 0) {
        return;
    }
    guint before = found->len, root = tree->n_nodes - 1;
    if (!ik_tile_box_intersects(&tree->boxes[root], box)) {
        return;
    }
    if (tree->n_levels == 1) {
        g_array_append_val(found, tree->child[root]);
        return;
    }
    search(tree, root, tree->n_levels - 1, box, found);
    if (found->len > before) {
        qsort(&g_array_index(found, guint32, before), found->len - before, sizeof(guint32),
              compare_index);
    }
}
