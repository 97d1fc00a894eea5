/* border_grid.c — looking positions up.   [region] */
#include "border_grid.h"

#include "orientation.h"

void ik_border_grid_clear(ik_border_grid *grid)
{
    g_free(grid->blocks);
    g_free(grid->cells);
    g_free(grid->border_cells);
    g_free(grid->edges);
    *grid = (ik_border_grid){0};
}

gsize ik_border_grid_bytes(const ik_border_grid *grid)
{
    gsize n_blocks = (gsize)grid->n_columns * grid->n_rows / IK_BORDER_BLOCK_CELLS;
    return n_blocks * sizeof *grid->blocks + (gsize)grid->n_cells * sizeof *grid->cells +
           ((gsize)grid->n_border_cells + 1) * sizeof *grid->border_cells +
           (gsize)grid->n_edges * sizeof *grid->edges;
}

int ik_border_edge_side(const ik_border_edge *edge, ik_lonlat position)
{
    int side = ik_lonlat_orientation(edge->south, edge->north, position);
    if (side != 0) {
        return side;
    }
    if (edge->south.lat < edge->north.lat) {
        return -1;
    }
    return edge->south.lon < edge->north.lon ? 1 : -1;
}

static bool is_between(double value, double a, double b)
{
    return a < b ? value >= a && value <= b : value >= b && value <= a;
}

/* Whether the walk north along `corner.lon` from the corner to the latitude of `turn` crosses. */
static bool is_crossed_northward(const ik_border_edge *edge, ik_lonlat corner, ik_lonlat turn)
{
    if ((edge->south.lon > corner.lon) == (edge->north.lon > corner.lon) ||
        edge->south.lat > turn.lat || edge->north.lat <= corner.lat) {
        return false;
    }
    return ik_border_edge_side(edge, corner) != ik_border_edge_side(edge, turn);
}

/* Whether the walk east from `turn` to a position on the side `side` of the edge crosses it. The
 * edge reaches over the latitude of the walk. */
static bool is_crossed_eastward(const ik_border_edge *edge, ik_lonlat turn, int side)
{
    if (side > 0 || (edge->south.lon <= turn.lon && edge->north.lon <= turn.lon)) {
        return false;
    }
    return (edge->south.lon > turn.lon && edge->north.lon > turn.lon) ||
           ik_border_edge_side(edge, turn) > 0;
}

/* The smallest face that has the position on one of its edges in this cell. */
static uint32_t smallest_on_border(const ik_border_edge *edges, uint32_t n, ik_lonlat position)
{
    uint32_t smallest = IK_NONE;
    for (uint32_t i = 0; i < n; i++) {
        if (ik_lonlat_is_between(edges[i].south, edges[i].north, position)) {
            smallest = MIN(smallest, MIN(edges[i].left, edges[i].right));
        }
    }
    return smallest;
}

static uint32_t walk_to(const ik_border_edge *edges, uint32_t n, uint32_t face, ik_lonlat corner,
                        ik_lonlat position)
{
    ik_lonlat turn = {.lon = corner.lon, .lat = position.lat};
    for (uint32_t i = 0; i < n; i++) {
        const ik_border_edge *edge = &edges[i];
        bool crossed = is_crossed_northward(edge, corner, turn);
        if (edge->south.lat <= position.lat && edge->north.lat >= position.lat) {
            int side = ik_lonlat_orientation(edge->south, edge->north, position);
            if (side == 0 && is_between(position.lon, edge->south.lon, edge->north.lon)) {
                return smallest_on_border(edges, n, position);
            }
            crossed ^= edge->north.lat > position.lat && is_crossed_eastward(edge, turn, side);
        }
        face ^= crossed ? edge->left ^ edge->right : 0;
    }
    return face;
}

uint32_t ik_border_grid_locate(const ik_border_grid *grid, ik_lonlat position)
{
    double x = position.lon * grid->columns_per_degree;
    double y = position.lat * grid->rows_per_degree;
    if (!(x >= grid->west && x < (double)grid->west + grid->n_columns && y >= grid->south &&
          y < (double)grid->south + grid->n_rows)) {
        return IK_NONE;
    }
    int32_t column = ik_border_round_down(x), row = ik_border_round_down(y);
    uint32_t cell =
        ik_border_grid_cell(grid, (uint32_t)(column - grid->west), (uint32_t)(row - grid->south));
    if ((cell & IK_BORDER_CELL_BIT) == 0) {
        return cell == IK_BORDER_OUTSIDE ? IK_NONE : cell;
    }
    const ik_border_cell *border = &grid->border_cells[cell & ~IK_BORDER_CELL_BIT];
    ik_lonlat corner = {
        .lon = column / grid->columns_per_degree,
        .lat = row / grid->rows_per_degree,
    };
    uint32_t face =
        walk_to(&grid->edges[border->first_edge], border[1].first_edge - border->first_edge,
                border->corner, corner, position);
    return face < grid->n_faces ? face : IK_NONE;
}
