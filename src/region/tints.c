/* tints.c — colouring a map of regions with few colours.   [region]
 *
 * Welsh and Powell (1967): the regions with most neighbours choose first, each the first tint that
 * none of its neighbours has.
 */
#include "region_set.h"

#include <stdlib.h>

#define NO_TINT G_MAXUINT8

typedef struct {
    guint32 region;
    guint n_neighbours;
} ranked_region;

static guint32 region_of(const ik_territory *territory, uint32_t face)
{
    return face == IK_NONE ? IK_NONE : territory->municipalities[face].region;
}

/* A square table: 1 where two regions share a border. */
static guint8 *find_neighbours(const ik_territory *territory)
{
    gsize n = territory->n_regions;
    guint8 *are_neighbours = g_new0(guint8, n * n + 1);
    for (uint32_t i = 0; i < territory->borders->n_arcs; i++) {
        guint32 left = region_of(territory, territory->borders->arcs[i].left);
        guint32 right = region_of(territory, territory->borders->arcs[i].right);
        if (left != right && left != IK_NONE && right != IK_NONE) {
            are_neighbours[left * n + right] = are_neighbours[right * n + left] = 1;
        }
    }
    return are_neighbours;
}

static int compare_ranks(const void *a, const void *b)
{
    const ranked_region *left = a, *right = b;
    if (left->n_neighbours != right->n_neighbours) {
        return left->n_neighbours > right->n_neighbours ? -1 : 1;
    }
    return left->region < right->region ? -1 : left->region > right->region;
}

static ranked_region *rank_regions(const guint8 *are_neighbours, guint32 n)
{
    ranked_region *ranked = g_new0(ranked_region, (gsize)n + 1);
    for (guint32 i = 0; i < n; i++) {
        ranked[i].region = i;
        for (guint32 k = 0; k < n; k++) {
            ranked[i].n_neighbours += are_neighbours[(gsize)i * n + k];
        }
    }
    qsort(ranked, n, sizeof *ranked, compare_ranks);
    return ranked;
}

/* The first tint that no neighbour has; `are_neighbours` is the region's row of the table. */
static guint8 first_free_tint(const guint8 *are_neighbours, const guint8 *tints, guint32 n)
{
    bool is_taken[G_MAXUINT8 + 1] = {false};
    for (guint32 i = 0; i < n; i++) {
        if (are_neighbours[i]) {
            is_taken[tints[i]] = true;
        }
    }
    guint8 tint = 0;
    while (tint < NO_TINT - 1 && is_taken[tint]) {
        tint++;
    }
    return tint;
}

guint ik_region_set_tints(const ik_region_set *set, guint8 *tints)
{
    guint32 n = set->territory->n_regions;
    g_autofree guint8 *are_neighbours = find_neighbours(set->territory);
    g_autofree ranked_region *ranked = rank_regions(are_neighbours, n);
    guint used = 0;
    for (guint32 i = 0; i < n; i++) {
        tints[i] = NO_TINT;
    }
    for (guint32 i = 0; i < n; i++) {
        guint32 region = ranked[i].region;
        tints[region] = first_free_tint(&are_neighbours[(gsize)region * n], tints, n);
        used = MAX(used, tints[region] + 1u);
    }
    return used;
}
