/* clusters.c — greedy joining with a sorted grid.   [vector] */
#include "clusters.h"

#include <math.h>
#include <stdlib.h>

#define WORLD_M (2 * 20037508.342789244)

/* So that columns and rows fit 32 bits; what lies beside the world shares the cells of the edge. */
#define SMALLEST_CELL (1.0 / (1u << 30))
#define MOST_COLUMNS  ((gint64)1 << 30)

typedef struct {
    guint64 cell; /* row << 32 | column */
    guint32 item;
} slot;

typedef struct {
    const ik_cluster_level *below;
    ik_cluster_level *made;
    slot *slots;
    guint8 *taken;
    guint zoom;
    guint32 min_points;
    double radius, cell;
    GArray *near; /* guint32 */
    guint32 n_members, n_items;
} joiner;

static ik_cluster_level *level_new(guint32 n_points)
{
    ik_cluster_level *level = g_new0(ik_cluster_level, 1);
    level->n_points = n_points;
    level->clusters = g_array_new(FALSE, FALSE, sizeof(ik_cluster));
    level->members = g_new(guint32, n_points + 1u);
    return level;
}

ik_cluster_level *ik_cluster_level_new(const ik_lonlat *points, guint32 n)
{
    ik_cluster_level *level = level_new(n);
    for (guint32 i = 0; i < n; i++) {
        ik_mercator m = ik_mercator_from_lonlat(points[i]);
        ik_cluster point = {0.5 + m.x / WORLD_M, 0.5 - m.y / WORLD_M, i, 1, 0, 0, i};
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
    g_free(level->items);
    g_free(level);
}

static const ik_cluster *item_at(const joiner *j, guint32 item)
{
    return &g_array_index(j->below->clusters, ik_cluster, item);
}

static gint64 column_of(const joiner *j, double x)
{
    const double column = floor(x / j->cell);
    return (gint64)CLAMP(column, -(double)MOST_COLUMNS, (double)MOST_COLUMNS) + MOST_COLUMNS + 1;
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

static int compare_items(gconstpointer a, gconstpointer b)
{
    const guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
    return (left > right) - (left < right);
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
    g_array_sort(j->near, compare_items);
}

static void take(joiner *j, ik_cluster *into, guint32 item)
{
    const ik_cluster *from = item_at(j, item);
    for (guint32 k = 0; k < from->count; k++)
        j->made->members[j->n_members++] = j->below->members[from->first + k];
    j->made->items[j->n_items++] = item;
    into->n_items++;
    into->x += from->x * from->count;
    into->y += from->y * from->count;
    into->count += from->count;
    j->taken[item] = 1;
}

static void keep(joiner *j, guint32 item)
{
    ik_cluster kept = {.first = j->n_members, .first_item = j->n_items};
    take(j, &kept, item);
    kept.x = item_at(j, item)->x;
    kept.y = item_at(j, item)->y;
    kept.id = item_at(j, item)->id;
    g_array_append_val(j->made->clusters, kept);
}

/* supercluster names a cluster by what it begins with and the zoom that shows its parts. */
static void make_cluster(joiner *j, guint32 item)
{
    ik_cluster made = {.first = j->n_members,
                       .first_item = j->n_items,
                       .id = ((guint64)item << 5) + j->zoom + 1 + j->below->n_points};
    take(j, &made, item);
    for (guint i = 0; i < j->near->len; i++)
        if (!j->taken[g_array_index(j->near, guint32, i)])
            take(j, &made, g_array_index(j->near, guint32, i));
    made.x /= made.count;
    made.y /= made.count;
    g_array_append_val(j->made->clusters, made);
}

static void join(joiner *j, guint32 item)
{
    guint32 n_points = 0;
    find_near(j, item);
    for (guint i = 0; i < j->near->len; i++)
        n_points += item_at(j, g_array_index(j->near, guint32, i))->count;
    if (j->near->len > 1 && n_points >= j->min_points) {
        make_cluster(j, item);
        return;
    }
    keep(j, item);
    for (guint i = 0; i < j->near->len; i++)
        if (!j->taken[g_array_index(j->near, guint32, i)])
            keep(j, g_array_index(j->near, guint32, i));
}

ik_cluster_level *ik_cluster_level_join(const ik_cluster_level *below, guint zoom,
                                        const ik_cluster_rule *rule)
{
    const guint n = below->clusters->len;
    const double radius = ldexp(rule->radius, -(int)zoom);
    joiner j = {.below = below,
                .made = level_new(below->n_points),
                .slots = g_new(slot, n + 1),
                .taken = g_new0(guint8, n + 1),
                .zoom = zoom,
                .min_points = rule->min_points,
                .radius = radius,
                .cell = MAX(radius, SMALLEST_CELL),
                .near = g_array_new(FALSE, FALSE, sizeof(guint32))};
    j.made->items = g_new(guint32, n + 1);
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
