/* collision_grid.c — shapes that must not overlap, found by where they lie.   [scene]
 *
 * A shape is entered into every cell its box touches.
 */
#include "collision_grid.h"

#include "property.h"

#define N_BUCKETS 4096u
#define NOBODY    G_MAXUINT32

typedef struct {
    ik_collision_shape shape;
    int32_t column, row;
    guint32 next; /* in the same bucket */
} entry;

struct ik_collision_grid {
    int32_t cell;
    GArray *entries;
    guint32 buckets[N_BUCKETS];
};

ik_collision_grid *ik_collision_grid_new(int32_t cell)
{
    ik_collision_grid *grid = g_new(ik_collision_grid, 1);
    g_assert(cell > 0);
    grid->cell = cell;
    grid->entries = g_array_new(FALSE, FALSE, sizeof(entry));
    for (guint i = 0; i < N_BUCKETS; i++)
        grid->buckets[i] = NOBODY;
    return grid;
}

void ik_collision_grid_free(ik_collision_grid *grid)
{
    if (grid == NULL)
        return;
    g_array_unref(grid->entries);
    g_free(grid);
}

static int32_t cell_of(const ik_collision_grid *grid, int32_t coordinate)
{
    int32_t quotient = coordinate / grid->cell;
    return coordinate % grid->cell < 0 ? quotient - 1 : quotient;
}

static guint bucket_of(int32_t column, int32_t row)
{
    guint32 hash = (guint32)column * 0x9e3779b1u ^ (guint32)row * 0x85ebca77u;
    return (hash ^ hash >> 15) % N_BUCKETS;
}

void ik_collision_grid_add(ik_collision_grid *grid, const ik_collision_shape *shape)
{
    const ik_tile_box *box = &shape->box;
    for (int32_t row = cell_of(grid, box->min_y); row <= cell_of(grid, box->max_y); row++)
        for (int32_t column = cell_of(grid, box->min_x); column <= cell_of(grid, box->max_x);
             column++) {
            guint bucket = bucket_of(column, row);
            entry e = {*shape, column, row, grid->buckets[bucket]};
            grid->buckets[bucket] = grid->entries->len;
            g_array_append_val(grid->entries, e);
        }
}

/* ---- two shapes ---- */

typedef struct {
    double x, y, radius;
} circle;

static circle circle_in(const ik_tile_box *box)
{
    return (circle){((double)box->min_x + box->max_x) / 2, ((double)box->min_y + box->max_y) / 2,
                    ((double)box->max_x - box->min_x) / 2};
}

static bool circles_meet(circle a, circle b)
{
    double dx = a.x - b.x, dy = a.y - b.y, reach = a.radius + b.radius;
    return dx * dx + dy * dy <= reach * reach;
}

static bool circle_meets_box(circle c, const ik_tile_box *box)
{
    double dx = c.x - CLAMP(c.x, box->min_x, box->max_x);
    double dy = c.y - CLAMP(c.y, box->min_y, box->max_y);
    return dx * dx + dy * dy <= c.radius * c.radius;
}

static bool shapes_meet(const ik_collision_shape *a, const ik_collision_shape *b)
{
    if (!ik_tile_box_intersects(&a->box, &b->box))
        return false;
    if (a->is_round && b->is_round)
        return circles_meet(circle_in(&a->box), circle_in(&b->box));
    if (a->is_round)
        return circle_meets_box(circle_in(&a->box), &b->box);
    return !b->is_round || circle_meets_box(circle_in(&b->box), &a->box);
}

static bool may_overlap(guint newcomer, guint resident)
{
    return newcomer == IK_OVERLAP_ALWAYS ||
           (newcomer == IK_OVERLAP_COOPERATIVE && resident != IK_OVERLAP_NEVER);
}

/* ---- asking ---- */

static bool hits_in_cell(const ik_collision_grid *grid, const ik_collision_shape *shape,
                         int32_t column, int32_t row)
{
    guint32 i = grid->buckets[bucket_of(column, row)];
    while (i != NOBODY) {
        const entry *e = &g_array_index(grid->entries, entry, i);
        if (e->column == column && e->row == row &&
            !may_overlap(shape->overlap, e->shape.overlap) && shapes_meet(shape, &e->shape))
            return true;
        i = e->next;
    }
    return false;
}

bool ik_collision_grid_hits(const ik_collision_grid *grid, const ik_collision_shape *shape)
{
    const ik_tile_box *box = &shape->box;
    for (int32_t row = cell_of(grid, box->min_y); row <= cell_of(grid, box->max_y); row++)
        for (int32_t column = cell_of(grid, box->min_x); column <= cell_of(grid, box->max_x);
             column++)
            if (hits_in_cell(grid, shape, column, row))
                return true;
    return false;
}

/* A shape of several cells counts in the first of them that the asking shape has, too. */
static guint count_in_cell(const ik_collision_grid *grid, const ik_collision_shape *shape,
                           int32_t column, int32_t row)
{
    guint count = 0;
    guint32 i = grid->buckets[bucket_of(column, row)];
    while (i != NOBODY) {
        const entry *e = &g_array_index(grid->entries, entry, i);
        const int32_t left = MAX(e->shape.box.min_x, shape->box.min_x);
        const int32_t top = MAX(e->shape.box.min_y, shape->box.min_y);
        if (e->column == column && e->row == row && cell_of(grid, left) == column &&
            cell_of(grid, top) == row && shapes_meet(shape, &e->shape))
            count++;
        i = e->next;
    }
    return count;
}

guint ik_collision_grid_count(const ik_collision_grid *grid, const ik_collision_shape *shape)
{
    guint count = 0;
    const ik_tile_box *box = &shape->box;
    for (int32_t row = cell_of(grid, box->min_y); row <= cell_of(grid, box->max_y); row++)
        for (int32_t column = cell_of(grid, box->min_x); column <= cell_of(grid, box->max_x);
             column++)
            count += count_in_cell(grid, shape, column, row);
    return count;
}
