/* clusters.c — greedy joining with a sorted grid.   [vector] */
#include "clusters.h"

#include <math.h>
#include <stdlib.h>

#define WORLD_M (2 * 20037508.342789244)

typedef struct {
    guint64 cell; /* row << 32 | column */
    guint32 item;
} slot;

typedef struct {
    const ik_cluster_level *below;
    ik_cluster_level *made;
    slot *slots;
    guint8 *taken;
    double radius;
    GArray *near; /* guint32 */
    guint32 n_members;
} joiner;

static ik_cluster_level *level_new(guint32 n_members)
{
    ik_cluster_level *level = g_new0(ik_cluster_level, 1);
    level->clusters = g_array_new(FALSE, FALSE, sizeof(ik_cluster));
    level->members = g_new(guint32, n_members + 1u);
    return level;
}

ik_cluster_level *ik_cluster_level_new(const ik_lonlat *points, guint32 n)
{
    ik_cluster_level *level = level_new(n);
    for (guint32 i = 0; i < n; i++) {
        ik_mercator m = ik_mercator_from_lonlat(points[i]);
        ik_cluster point = {0.5 + m.x / WORLD_M, 0.5 - m.y / WORLD_M, i, 1};
        g_array_append_val(level->clusters, point);
        level->members[i] = i;
    }
    return level;
}

void ik_cluster_level_free(ik_cluster_level *level)
{
    if (level == NULL)
        return;
    g_array_unref(level->clusters);
    g_free(level->members);
    g_free(level);
}

static const ik_cluster *item_at(const joiner *j, guint32 item)
{
    return &g_array_index(j->below->clusters, ik_cluster, item);
}

static gint64 column_of(const joiner *j, double x)
{
    return (gint64)floor(x / j->radius) + 1;
}

static guint64 cell_at(gint64 column, gint64 row)
{
    return (guint64)row << 32 | (guint64)column;
}

static int compare_slots(const void *a, const void *b)
{
    const slot *left = a, *right = b;
    if (left->cell != right->cell)
        return left->cell < right->cell ? -1 : 1;
    return (left->item > right->item) - (left->item < right->item);
}

static guint first_slot(const joiner *j, guint64 cell)
{
    guint low = 0, high = j->below->clusters->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (j->slots[middle].cell < cell)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Those not taken within the radius, `item` among them. */
static void find_near(joiner *j, guint32 item)
{
    const ik_cluster *c = item_at(j, item);
    gint64 column = column_of(j, c->x), row = column_of(j, c->y);
    g_array_set_size(j->near, 0);
    for (gint64 r = row - 1; r <= row + 1; r++) {
        guint64 last = cell_at(column + 1, r);
        for (guint i = first_slot(j, cell_at(column - 1, r));
             i < j->below->clusters->len && j->slots[i].cell <= last; i++) {
            const ik_cluster *other = item_at(j, j->slots[i].item);
            double dx = other->x - c->x, dy = other->y - c->y;
            if (!j->taken[j->slots[i].item] && dx * dx + dy * dy <= j->radius * j->radius)
                g_array_append_val(j->near, j->slots[i].item);
        }
    }
}

static void take(joiner *j, ik_cluster *into, guint32 item)
{
    const ik_cluster *from = item_at(j, item);
    for (guint32 k = 0; k < from->count; k++)
        j->made->members[j->n_members++] = j->below->members[from->first + k];
    into->x += from->x * from->count;
    into->y += from->y * from->count;
    into->count += from->count;
    j->taken[item] = 1;
}

static void join(joiner *j, guint32 item)
{
    ik_cluster made = {.first = j->n_members};
    find_near(j, item);
    take(j, &made, item);
    for (guint i = 0; i < j->near->len; i++)
        if (!j->taken[g_array_index(j->near, guint32, i)])
            take(j, &made, g_array_index(j->near, guint32, i));
    bool is_alone = made.count == item_at(j, item)->count;
    made.x = is_alone ? item_at(j, item)->x : made.x / made.count;
    made.y = is_alone ? item_at(j, item)->y : made.y / made.count;
    g_array_append_val(j->made->clusters, made);
}

ik_cluster_level *ik_cluster_level_join(const ik_cluster_level *below, guint zoom)
{
    guint n = below->clusters->len;
    guint32 n_points = 0;
    for (guint i = 0; i < n; i++)
        n_points += g_array_index(below->clusters, ik_cluster, i).count;
    joiner j = {.below = below,
                .made = level_new(n_points),
                .slots = g_new(slot, n + 1),
                .taken = g_new0(guint8, n + 1),
                .radius = ldexp(IK_CLUSTER_RADIUS, -(int)zoom),
                .near = g_array_new(FALSE, FALSE, sizeof(guint32))};
    for (guint32 i = 0; i < n; i++) {
        const ik_cluster *c = item_at(&j, i);
        j.slots[i] = (slot){cell_at(column_of(&j, c->x), column_of(&j, c->y)), i};
    }
    qsort(j.slots, n, sizeof *j.slots, compare_slots);
    for (guint32 i = 0; i < n; i++)
        if (!j.taken[i])
            join(&j, i);
    g_free(j.slots);
    g_free(j.taken);
    g_array_unref(j.near);
    return j.made;
}
