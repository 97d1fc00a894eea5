/* collision_grid.c — boxes that must not overlap, found by where they lie.   [scene]
 *
 * A box is entered into every cell it touches. A pair that meets in several cells is counted in
 * the one that holds the north-west corner of what they share.
 */
#include "collision_grid.h"

#define N_BUCKETS 4096u
#define NOBODY    G_MAXUINT32

typedef struct {
    ik_tile_box box;
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

void ik_collision_grid_add(ik_collision_grid *grid, const ik_tile_box *box)
{
    for (int32_t row = cell_of(grid, box->min_y); row <= cell_of(grid, box->max_y); row++)
        for (int32_t column = cell_of(grid, box->min_x); column <= cell_of(grid, box->max_x);
             column++) {
            guint bucket = bucket_of(column, row);
            entry e = {*box, column, row, grid->buckets[bucket]};
            grid->buckets[bucket] = grid->entries->len;
            g_array_append_val(grid->entries, e);
        }
}

static guint count_in_cell(const ik_collision_grid *grid, const ik_tile_box *box, int32_t column,
                           int32_t row)
{
    guint n = 0;
    guint32 i = grid->buckets[bucket_of(column, row)];
    while (i != NOBODY) {
        const entry *e = &g_array_index(grid->entries, entry, i);
        if (e->column == column && e->row == row && ik_tile_box_intersects(&e->box, box) &&
            cell_of(grid, MAX(e->box.min_x, box->min_x)) == column &&
            cell_of(grid, MAX(e->box.min_y, box->min_y)) == row)
            n++;
        i = e->next;
    }
    return n;
}

guint ik_collision_grid_count(const ik_collision_grid *grid, const ik_tile_box *box)
{
    guint n = 0;
    for (int32_t row = cell_of(grid, box->min_y); row <= cell_of(grid, box->max_y); row++)
        for (int32_t column = cell_of(grid, box->min_x); column <= cell_of(grid, box->max_x);
             column++)
            n += count_in_cell(grid, box, column, row);
    return n;
}
