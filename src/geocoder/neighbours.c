/* neighbours.c — which municipalities share a border.   [geocoder] */
#include "neighbours.h"

#include "topology.h"

struct ik_neighbours {
    GArray **lists; /* of guint32, by municipality */
    guint32 n;
};

static gint ascending(gconstpointer a, gconstpointer b)
{
    const guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
    return (x > y) - (x < y);
}

static void add(GArray *list, guint32 municipality)
{
    for (guint i = 0; i < list->len; i++)
        if (g_array_index(list, guint32, i) == municipality)
            return;
    g_array_append_val(list, municipality);
}

ik_neighbours *ik_neighbours_new(const ik_territory *territory)
{
    ik_neighbours *neighbours = g_new0(ik_neighbours, 1);
    const ik_topology *borders = territory->borders;
    neighbours->n = territory->n_municipalities;
    neighbours->lists = g_new0(GArray *, neighbours->n);
    for (guint32 i = 0; i < neighbours->n; i++)
        neighbours->lists[i] = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (uint32_t a = 0; borders != NULL && a < borders->n_arcs; a++) {
        const ik_arc *arc = &borders->arcs[a];
        if (arc->left == IK_NONE || arc->right == IK_NONE)
            continue;
        add(neighbours->lists[arc->left], arc->right);
        add(neighbours->lists[arc->right], arc->left);
    }
    for (guint32 i = 0; i < neighbours->n; i++)
        g_array_sort(neighbours->lists[i], ascending);
    return neighbours;
}

void ik_neighbours_free(ik_neighbours *neighbours)
{
    if (neighbours == NULL)
        return;
    for (guint32 i = 0; i < neighbours->n; i++)
        g_array_unref(neighbours->lists[i]);
    g_free(neighbours->lists);
    g_free(neighbours);
}

const guint32 *ik_neighbours_of(const ik_neighbours *neighbours, guint32 municipality, guint *count)
{
    g_assert(municipality < neighbours->n);
    *count = neighbours->lists[municipality]->len;
    return (const guint32 *)(gpointer)neighbours->lists[municipality]->data;
}
